/// Words of a report: a stretch of its normalised text, or several put together.
///
/// Where `String` compares by canonical equivalence and counts grapheme clusters, normalised text can be compared byte
/// by byte and counted in characters (scalars). A stretch shares the text's storage: taking one copies nothing.
struct Words: Sendable {
  /// Valid UTF-8.
  private(set) var bytes: ArraySlice<UInt8>

  init() { bytes = [] }

  /// A stretch of text, cut between characters.
  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  init(_ text: StaticString) {
    // Unsafe because a static string gives out a pointer; the literal lives as long as the program.
    bytes = unsafe ArraySlice(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  init(_ text: some StringProtocol) { bytes = ArraySlice(text.utf8) }

  var isEmpty: Bool { bytes.isEmpty }

  /// In characters.
  var count: Int {
    let bytes = bytes.span
    var count = 0
    for i in bytes.indices where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  var first: Unicode.Scalar? { bytes.scalar(at: bytes.startIndex)?.0 }

  var last: Unicode.Scalar? {
    bytes.isEmpty ? nil : bytes.scalar(at: offset(ofSuffix: 1))?.0
  }

  func hasPrefix(_ text: StaticString) -> Bool { bytes.span.hasText(text, at: 0) }
  func hasSuffix(_ text: StaticString) -> Bool {
    bytes.span.hasText(text, at: bytes.count - text.utf8CodeUnitCount)
  }
  func contains(_ text: StaticString) -> Bool { firstRange(of: text) != nil }

  func hasPrefix(_ other: Words) -> Bool { bytes.starts(with: other.bytes) }
  func hasSuffix(_ other: Words) -> Bool { bytes.suffix(other.bytes.count).elementsEqual(other.bytes) }

  static func == (words: Words, text: StaticString) -> Bool {
    words.bytes.count == text.utf8CodeUnitCount && words.hasPrefix(text)
  }

  static func != (words: Words, text: StaticString) -> Bool { !(words == text) }

  func isOne(of texts: [StaticString]) -> Bool { texts.contains { self == $0 } }

  func allSatisfy(_ isWanted: (Unicode.Scalar) -> Bool) -> Bool {
    var at = bytes.startIndex
    while let (scalar, width) = bytes.scalar(at: at) {
      if !isWanted(scalar) { return false }
      at += width
    }
    return true
  }

  // MARK: - Parts, in characters

  func dropFirst(_ count: Int = 1) -> Words { Words(bytes[offset(ofPrefix: count)...]) }
  func dropLast(_ count: Int = 1) -> Words { Words(bytes[..<offset(ofSuffix: count)]) }
  func prefix(_ count: Int) -> Words { Words(bytes[..<offset(ofPrefix: count)]) }
  func suffix(_ count: Int) -> Words { Words(bytes[offset(ofSuffix: count)...]) }

  private func offset(ofPrefix count: Int) -> Int {
    var at = bytes.startIndex
    var left = count
    while at < bytes.endIndex {
      if bytes[at] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      at += 1
    }
    return at
  }

  private func offset(ofSuffix count: Int) -> Int {
    var at = bytes.endIndex
    var left = count
    while at > bytes.startIndex, left > 0 {
      at -= 1
      if bytes[at] & 0xC0 != 0x80 { left -= 1 }
    }
    return at
  }

  // MARK: - Finding

  /// Where a text stands first; for the subscript.
  func firstRange(of text: StaticString) -> Range<Int>? {
    let span = bytes.span
    let length = text.utf8CodeUnitCount
    // Of the bytes of a character the third tells most; the first is nearly always one of five.
    let telling = min(2, length - 1)
    // Unsafe because a static string gives out a pointer; it is read within its length.
    let sign = unsafe text.utf8Start[telling]
    var at = 0
    while at <= span.count - length {
      if span[at + telling] == sign, span.hasText(text, at: at) {
        return bytes.startIndex + at..<bytes.startIndex + at + length
      }
      let lead = span[at]
      at += lead >= 0xE0 && lead < 0xF0 ? 3 : 1
    }
    return nil
  }

  /// Where other words stand first; for the subscript.
  func firstRange(of other: Words) -> Range<Int>? {
    let last = bytes.count - other.bytes.count
    guard last >= 0 else { return nil }
    for at in bytes.startIndex...bytes.startIndex + last
    where bytes[at..<at + other.bytes.count].elementsEqual(other.bytes) {
      return at..<at + other.bytes.count
    }
    return nil
  }

  subscript(range: some RangeExpression<Int>) -> Words { Words(bytes[range]) }

  // MARK: - Putting together

  static func + (first: Words, second: Words) -> Words {
    var sum = first
    sum += second
    return sum
  }

  static func += (first: inout Words, second: Words) { first.bytes.append(contentsOf: second.bytes) }

  static func + (first: Words, second: StaticString) -> Words { first + Words(second) }
  static func += (first: inout Words, second: StaticString) { first += Words(second) }
}

extension Words: Hashable {
  static func == (first: Words, second: Words) -> Bool { first.bytes.elementsEqual(second.bytes) }
  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension Words: CustomStringConvertible {
  var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension [Words] {
  func joined(separator: StaticString) -> Words {
    guard var words = first else { return Words() }
    for part in dropFirst() {
      words += separator
      words += part
    }
    return words
  }
}

extension Span<UInt8> {
  /// Whether a text stands at an offset.
  @inline(__always)
  func hasText(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    // Unsafe because a static string gives out a pointer; it is read within its length.
    let text = unsafe UnsafeBufferPointer(start: text.utf8Start, count: length)
    for i in 0..<length where unsafe self[start + i] != text[i] { return false }
    return true
  }
}

extension [UInt8] {
  /// Whether a text stands at an offset. A literal's length and bytes are known to the compiler: this costs a compare.
  @inline(__always)
  func hasText(_ text: StaticString, at start: Int) -> Bool { span.hasText(text, at: start) }
}

extension Unicode.Scalar {
  /// Whether it is one of the characters of a text.
  @inline(__always)
  func isOne(of characters: StaticString) -> Bool {
    // Unsafe because a static string gives out a pointer; it is read within its length.
    let bytes = unsafe UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
    var at = 0
    if value >= 0x800, value < 0x10000 {
      // Three bytes, as nearly always: compared as they are.
      let (first, second, third) = (
        UInt8(0xE0 | value >> 12), UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)
      )
      while at + 2 < bytes.count {
        let lead = unsafe bytes[at]
        if lead == first, unsafe bytes[at + 1] == second, unsafe bytes[at + 2] == third { return true }
        at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      }
      return false
    }
    while let (next, width) = unsafe bytes.scalar(at: at) {
      if next == self { return true }
      at += width
    }
    return false
  }
}
