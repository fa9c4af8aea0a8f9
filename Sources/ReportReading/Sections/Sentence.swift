/// The first sentence of a range.
struct Sentence {
  enum Mark { case stop, semicolon, colon, comma, none }
  /// Without its mark.
  var words: Range<Int>
  var mark: Mark
  /// After the mark.
  var next: Int
  /// Characters of ``words``, counted no further than ``limit``.
  var characters: Int
  /// Whether words before a colon name what follows (`发展目标：`) rather than open a sentence (`目标是：`).
  var isTitle: Bool

  /// No heading is longer, so no sentence is read further.
  static let limit = 80

  /// - Parameters:
  ///   - clause: end at the first comma too.
  ///   - limit: of a sentence of so many characters no end is looked for.
  init(_ bytes: [UInt8], from range: Range<Int>, clause: Bool = false, limit: Int = Self.limit) {
    var offset = range.lowerBound
    var previous: UInt32 = 0
    mark = .none
    characters = 0
    next = range.upperBound
    let bytes = bytes.span
    while offset < range.upperBound, characters < limit {
      let (scalar, count) = bytes.characterOrEnd(at: offset)
      if let found = Self.mark(scalar, clause: clause) {
        mark = found
        next = offset + count
        break
      }
      previous = scalar
      characters += 1
      offset += count
    }
    words = range.lowerBound..<offset
    if mark == .none { next = offset }
    // 是 为 要 有
    isTitle = mark == .colon && characters <= 20 && ![0x662F, 0x4E3A, 0x8981, 0x6709, 0x4E0B].contains(previous)
  }

  @inline(__always)
  private static func mark(_ scalar: UInt32, clause: Bool) -> Mark? {
    // Most characters are none of these.
    if scalar > 0x3002 && scalar < 0xFF00 || scalar > 0x3F && scalar < 0x3002 { return nil }
    if Scalars.endsSentence(scalar) { return .stop }
    if Scalars.isSemicolon(scalar) { return .semicolon }
    if Scalars.isColon(scalar) { return .colon }
    return clause && Scalars.isComma(scalar) ? .comma : nil
  }
}

/// Whether words state a quantity: such a sentence is content, not a heading.
enum Quantities {
  static func holdDigit(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// A number outside of quotation marks that is neither a date nor part of a name (`G320`, `1+4`).
  static func stand(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard holdDigit(bytes, range) else { return false }
    var offset = range.lowerBound
    var quoted = 0
    var previous: UInt32 = 0
    while offset < range.upperBound {
      let (scalar, count) = Scalars.scalar(bytes, at: offset, before: range.upperBound)
      if scalar == 0x201C || scalar == 0x300A { quoted += 1 }
      if scalar == 0x201D || scalar == 0x300B { quoted = max(0, quoted - 1) }
      guard Scalars.isDigit(scalar) else {
        previous = scalar
        offset += count
        continue
      }
      var end = offset + count
      while end < range.upperBound, Scalars.isDigit(UInt32(bytes[end])) || bytes[end] == 0x2E { end += 1 }
      let after = end < range.upperBound ? Scalars.scalar(bytes, at: end, before: range.upperBound).value : 0
      if quoted == 0, !isName(previous), !isDate(after) { return true }
      previous = 0x30
      offset = end
    }
    return false
  }

  private static func isName(_ before: UInt32) -> Bool {
    (before >= 0x41 && before <= 0x5A) || (before >= 0x61 && before <= 0x7A) || before == 0x2B || before == 0x2D
      || before == 0x7B2C  // 第
  }

  private static func isDate(_ after: UInt32) -> Bool {
    switch after {
    case 0x5E74, 0x6708, 0x65E5, 0x2B, 0x2D, 0x2014, 0x5C4A, 0: true  // 年 月 日 + - — 届
    default: false
    }
  }
}
