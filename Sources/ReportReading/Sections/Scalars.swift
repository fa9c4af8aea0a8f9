/// Reading of single characters from valid UTF-8.
enum Scalars {
  /// The character at `offset` and its bytes. A stray byte is read as itself, so that any input moves on.
  @inline(__always)
  static func scalar(_ bytes: [UInt8], at offset: Int, before end: Int) -> (value: UInt32, count: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    if first >= 0xE0, first < 0xF0, offset + 2 < end {
      let value = UInt32(first & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6
      return (value | UInt32(bytes[offset + 2] & 0x3F), 3)
    }
    if first >= 0xC0, first < 0xE0, offset + 1 < end {
      return (UInt32(first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2)
    }
    if first >= 0xF0, offset + 3 < end {
      let high = UInt32(first & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
      return (high | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
    }
    return (UInt32(first), 1)
  }

  /// The number of characters in a range, counted no further than `limit`.
  static func count(_ bytes: [UInt8], in range: Range<Int>, upTo limit: Int = .max) -> Int {
    // A character has four bytes at most.
    if limit <= range.count / 4 { return limit }
    return min(bytes.span.extracting(range).characterCount, limit)
  }

  /// The last character of a range; 0 where it is empty.
  static func last(_ bytes: [UInt8], in range: Range<Int>) -> UInt32 {
    guard !range.isEmpty else { return 0 }
    var start = range.upperBound - 1
    while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(bytes, at: start, before: range.upperBound).value
  }

  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  /// White space that a source may leave inside a line, the ideographic space included.
  static func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0x09 || value == 0x0D || value == 0x3000 || value == 0xA0
  }

  /// Marks that end a sentence.
  static func endsSentence(_ value: UInt32) -> Bool {
    switch value {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F: true  // 。！？
    default: false
    }
  }

  static func isSemicolon(_ value: UInt32) -> Bool { value == 0xFF1B || value == 0x3B }
  static func isColon(_ value: UInt32) -> Bool { value == 0xFF1A || value == 0x3A }
  static func isComma(_ value: UInt32) -> Bool { value == 0xFF0C || value == 0x2C }
}
