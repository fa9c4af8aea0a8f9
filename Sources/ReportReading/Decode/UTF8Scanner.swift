/// Reads UTF-8 byte by byte.
enum UTF8Scanner {
  /// The character that starts at a position of valid UTF-8, and its length in bytes.
  @inline(__always)
  static func scalar(in bytes: [UInt8], at position: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | continuation(bytes, position + 1), 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | continuation(bytes, position + 1) << 6 | continuation(bytes, position + 2), 3)
    }
    let high = (first & 0x07) << 18 | continuation(bytes, position + 1) << 12
    return (high | continuation(bytes, position + 2) << 6 | continuation(bytes, position + 3), 4)
  }

  @inline(__always)
  private static func continuation(_ bytes: [UInt8], _ position: Int) -> UInt32 { UInt32(bytes[position] & 0x3F) }

  /// The length of the well-formed character at a position, or 0 when the bytes there are not well-formed
  /// (The Unicode Standard, table 3-7).
  @inline(__always)
  static func validLength(in bytes: [UInt8], at position: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 { return 1 }
    if first < 0xC2 || first > 0xF4 { return 0 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard position + length <= bytes.count else { return 0 }
    let second = bytes[position + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
      return 0
    default: break
    }
    for offset in 1..<length where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// How many bytes a character takes.
  @inline(__always)
  static func length(_ value: UInt32) -> Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }

  /// Writes a character at a place that has room for it.
  /// - Returns: how many bytes it took.
  @inline(__always)
  static func encode(_ value: UInt32, into bytes: inout MutableSpan<UInt8>, at position: Int) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | value >> shift & 0x3F) }
    if value < 0x80 {
      bytes[position] = UInt8(truncatingIfNeeded: value)
      return 1
    }
    if value < 0x800 {
      bytes[position] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
      bytes[position + 1] = tail(0)
      return 2
    }
    if value < 0x10000 {
      bytes[position] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      bytes[position + 1] = tail(6)
      bytes[position + 2] = tail(0)
      return 3
    }
    bytes[position] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
    bytes[position + 1] = tail(12)
    bytes[position + 2] = tail(6)
    bytes[position + 3] = tail(0)
    return 4
  }

  /// Appends a character.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    let position = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: length(value)))
    var span = bytes.mutableSpan
    _ = encode(value, into: &span, at: position)
  }

  /// U+FFFD in UTF-8.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// What a walk over bytes that may be UTF-8 found.
  struct Survey {
    /// Characters of two bytes and more.
    var multibyte = 0
    /// Places where the bytes are not well-formed; a run of such bytes counts as one.
    var invalid = 0
    var firstInvalid: Int?
    /// Control characters other than tabs and line ends.
    var controls = 0
  }

  static func survey(_ bytes: [UInt8], from start: Int) -> Survey {
    var survey = Survey()
    var position = start
    var inDamage = false
    let span = bytes.span
    while position < span.count {
      let characters = ideographs(span, at: position)
      if characters > 0 {
        survey.multibyte += characters
        inDamage = false
        position += 3 * characters
        continue
      }
      let first = span[position]
      // Nearly all of a report: three bytes of which the first allows any continuation.
      if first > 0xE0, first < 0xED, position + 2 < span.count, span[position + 1] & 0xC0 == 0x80,
        span[position + 2] & 0xC0 == 0x80
      {
        survey.multibyte += 1
        inDamage = false
        position += 3
        continue
      }
      if first < 0x20, first < 0x09 || first > 0x0D { survey.controls += 1 }
      let length = validLength(in: bytes, at: position)
      if length == 0 {
        if !inDamage { survey.invalid += 1 }
        if survey.firstInvalid == nil { survey.firstInvalid = position }
        inDamage = true
        position += 1
      } else {
        if length > 1 { survey.multibyte += 1 }
        inDamage = false
        position += length
      }
    }
    return survey
  }

  /// How many characters of three bytes stand at a position, of which the first is no special case: four, or none.
  @inline(__always)
  private static func ideographs(_ bytes: Span<UInt8>, at position: Int) -> Int {
    guard position >= 0, position <= bytes.count - 16 else { return 0 }
    // Unsafe because these are unchecked: the line above has made sure of sixteen bytes.
    let low = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
    let high = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position + 8, as: UInt32.self).littleEndian
    guard low & 0xC0F0_C0C0_F0C0_C0F0 == 0x80E0_8080_E080_80E0, high & 0xC0C0_F0C0 == 0x8080_E080 else { return 0 }
    // E0 and ED do not allow every byte behind them.
    let leads = [low & 0xF, low >> 24 & 0xF, low >> 48 & 0xF, UInt64(high >> 8 & 0xF)] as InlineArray<4, UInt64>
    let isSpecial =
      specialLeads >> leads[0] | specialLeads >> leads[1] | specialLeads >> leads[2] | specialLeads >> leads[3]
    return isSpecial & 1 == 0 ? 4 : 0
  }

  /// A bit for the last four bits of E0 and ED.
  private static let specialLeads: UInt64 = 1 << 0x0 | 1 << 0xD

  /// The bytes from a position on with each run of malformed bytes replaced by U+FFFD.
  static func repaired(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = start
    var inDamage = false
    while position < bytes.count {
      let length = validLength(in: bytes, at: position)
      if length == 0 {
        if !inDamage { result += replacement }
        inDamage = true
        position += 1
      } else {
        result += bytes[position..<position + length]
        inDamage = false
        position += length
      }
    }
    return result
  }
}
