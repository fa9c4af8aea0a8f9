/// Words of a report: a stretch of its normalised text, or several put together.
///
/// Where `String` compares by canonical equivalence and counts grapheme clusters, normalised text can be compared byte
/// by byte and counted in characters (scalars). A stretch shares the text's storage: taking one copies nothing.
struct Words: Sendable {
  /// Valid UTF-8.
  private let text: [UInt8]
  // Of 32 bits, because words are copied more than anything else; a report has no 4 GB.
  private let start: UInt32
  private let end: UInt32

  init() {
    text = []
    start = 0
    end = 0
  }

  /// A stretch of text, cut between characters.
  init(_ text: [UInt8], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a stretch of the text")
    self.text = text
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  /// All of a text.
  init(all text: [UInt8]) { self.init(text, 0..<text.count) }

  init(_ text: StaticString) {
    // Unsafe because a static string gives out a pointer; the literal lives as long as the program.
    self.init(all: unsafe Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)))
  }

  init(_ text: some StringProtocol) { self.init(all: Array(text.utf8)) }

  /// Where they stand in the text that they share.
  var range: Range<Int> { Int(start)..<Int(end) }

  /// With the indices of ``range``.
  var bytes: ArraySlice<UInt8> { text[range] }

  var byteCount: Int { Int(end - start) }

  var isEmpty: Bool { start == end }

  /// Calls back with the text that they share.
  @inline(__always)
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result { body(text.span) }

  /// In characters.
  var count: Int {
    let text = text.span
    var count = 0
    for i in range where text[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  var first: Unicode.Scalar? { isEmpty ? nil : text.scalar(at: Int(start))?.0 }

  var last: Unicode.Scalar? { isEmpty ? nil : text.scalar(at: offset(ofSuffix: 1))?.0 }

  var lastByte: UInt8? { isEmpty ? nil : text[Int(end) - 1] }

  func hasPrefix(_ text: StaticString) -> Bool {
    text.utf8CodeUnitCount <= byteCount && self.text.span.hasText(text, at: Int(start))
  }
  func hasSuffix(_ text: StaticString) -> Bool {
    text.utf8CodeUnitCount <= byteCount && self.text.span.hasText(text, at: Int(end) - text.utf8CodeUnitCount)
  }
  func contains(_ text: StaticString) -> Bool { firstRange(of: text) != nil }

  func hasPrefix(_ other: Words) -> Bool { has(other, at: Int(start)) }
  func hasSuffix(_ other: Words) -> Bool { has(other, at: Int(end) - other.byteCount) }

  /// Whether other words stand at an offset of the text.
  private func has(_ other: Words, at offset: Int) -> Bool {
    guard offset >= Int(start), offset + other.byteCount <= Int(end) else { return false }
    let (text, others) = (text.span, other.text.span)
    // Words of a list end differently more often than they begin so.
    guard let last = other.lastByte, text[offset + other.byteCount - 1] == last else { return other.isEmpty }
    for i in 0..<other.byteCount where text[offset + i] != others[Int(other.start) + i] { return false }
    return true
  }

  static func == (words: Words, text: StaticString) -> Bool {
    words.byteCount == text.utf8CodeUnitCount && words.hasPrefix(text)
  }

  static func != (words: Words, text: StaticString) -> Bool { !(words == text) }

  func isOne(of texts: [StaticString]) -> Bool { texts.contains { self == $0 } }

  func allSatisfy(_ isWanted: (Unicode.Scalar) -> Bool) -> Bool {
    var at = Int(start)
    while at < Int(end), let (scalar, width) = text.scalar(at: at) {
      if !isWanted(scalar) { return false }
      at += width
    }
    return true
  }

  // MARK: - Parts, in characters

  func dropFirst(_ count: Int = 1) -> Words { Words(text, offset(ofPrefix: count)..<Int(end)) }
  func dropLast(_ count: Int = 1) -> Words { Words(text, Int(start)..<offset(ofSuffix: count)) }
  func prefix(_ count: Int) -> Words { Words(text, Int(start)..<offset(ofPrefix: count)) }
  func suffix(_ count: Int) -> Words { Words(text, offset(ofSuffix: count)..<Int(end)) }

  private func offset(ofPrefix count: Int) -> Int {
    let text = text.span
    var at = Int(start)
    var left = count
    while at < Int(end) {
      if text[at] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      at += 1
    }
    return at
  }

  private func offset(ofSuffix count: Int) -> Int {
    let text = text.span
    var at = Int(end)
    var left = count
    while at > Int(start), left > 0 {
      at -= 1
      if text[at] & 0xC0 != 0x80 { left -= 1 }
    }
    return at
  }

  // MARK: - Finding

  /// Where a text stands first; for the subscript.
  func firstRange(of other: StaticString) -> Range<Int>? {
    let text = text.span
    let length = other.utf8CodeUnitCount
    // Of the bytes of a character the third tells most; the first is nearly always one of five.
    let telling = min(2, length - 1)
    // Unsafe because a static string gives out a pointer; it is read within its length.
    let sign = unsafe other.utf8Start[telling]
    var at = Int(start)
    let last = Int(end) - length
    while at <= last {
      if text[at + telling] == sign, text.hasText(other, at: at) { return at..<at + length }
      let lead = text[at]
      at += lead >= 0xE0 && lead < 0xF0 ? 3 : 1
    }
    return nil
  }

  /// Where other words stand first; for the subscript.
  func firstRange(of other: Words) -> Range<Int>? {
    let text = text.span
    let last = Int(end) - other.byteCount
    var at = Int(start)
    while at <= last {
      if has(other, at: at) { return at..<at + other.byteCount }
      let lead = text[at]
      at += lead >= 0xE0 && lead < 0xF0 ? 3 : 1
    }
    return nil
  }

  subscript(range: some RangeExpression<Int>) -> Words { Words(text, range.relative(to: bytes)) }

  // MARK: - Putting together

  static func + (first: Words, second: Words) -> Words {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    var text: [UInt8] = []
    text.reserveCapacity(first.byteCount + second.byteCount)
    text += first.bytes
    text += second.bytes
    return Words(all: text)
  }

  static func += (first: inout Words, second: Words) { first = first + second }

  static func + (first: Words, second: StaticString) -> Words { first + Words(second) }
  static func += (first: inout Words, second: StaticString) { first += Words(second) }
}

extension Words: Hashable {
  static func == (first: Words, second: Words) -> Bool {
    first.byteCount == second.byteCount && first.hasPrefix(second)
  }
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
