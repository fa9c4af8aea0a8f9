/// The part of a year that a sentence speaks of (`上半年`, `前三季度`, `1—11月`): what it states of it is no year's figure.
public enum YearPart {
  /// The part of the year that is named last before a figure in its sentence; nil for none, or where a whole year is named
  /// after it (`前三季度增长6%，预计全年增长6.2%`).
  /// - Parameters:
  ///   - start: where the figure's clause starts in the text.
  ///   - end: where it ends: a clause may begin with the part.
  public static func scope(of clause: Range<Int>, in text: [UInt8]) -> String? {
    var from = clause.lowerBound
    let earliest = max(0, from - reach)
    let bytes = text.span
    while from > earliest {
      // The bytes that `。`, `；` and a line end with.
      let last = bytes[from - 1]
      if last == 0x82 || last == 0x9B || last == 0x0A, endsSentence(text, at: from) { break }
      from -= 1
    }
    var found: Range<Int>?
    var at = from
    // Words within the clause count where it begins with them.
    while at <= clause.lowerBound, at < clause.upperBound {
      // Most bytes begin neither a part nor what names the year.
      let first = bytes[at]
      if first == 0xE5 || first == 0xE4 || first == 0xE7 || first == 0x31, let part = part(text, at) {
        found = part
        at = part.upperBound
      } else {
        if found != nil, first >= 0xE4, wholes.contains(where: { text.hasText($0, at: at) }) { found = nil }
        // Nothing that is looked for begins within a character.
        at += first >= 0xE0 && first < 0xF0 ? 3 : 1
      }
    }
    guard let found, !origins.contains(where: { text.hasText($0, at: found.lowerBound - 3) }) else {
      return nil
    }
    return String(decoding: text[found], as: UTF8.self)
  }

  /// Three or four clauses.
  private static let reach = 240
  /// What names the year, or another time, after all.
  private static let wholes: [StaticString] = ["全年", "年末", "年底", "年均", "今年", "去年", "预计", "计划"]
  /// Before a time that is not the figure's own: `比一季度回升`, `由一季度下降10.3%到全年增长`, `在上半年价格下滑的情况下`.
  private static let origins: [StaticString] = ["比", "较", "由", "从", "自", "在"]
  private static let words: [StaticString] = [
    "前三季度", "前三个季度", "第一季度", "一季度", "二季度", "三季度", "上半年", "下半年",
  ]
  private static let joints: [StaticString] = ["—", "-", "－", "–", "至", "到", "~", "～"]

  /// Whether a sentence ends before an offset: `。`, `；` or a line.
  private static func endsSentence(_ text: [UInt8], at offset: Int) -> Bool {
    if text[offset - 1] == 0x0A { return true }
    guard offset >= 3, text[offset - 1] == 0x82 || text[offset - 1] == 0x9B else { return false }
    return text[offset - 3] == 0xE3 && text[offset - 2] == 0x80 && text[offset - 1] == 0x82
      || text[offset - 3] == 0xEF && text[offset - 2] == 0xBC && text[offset - 1] == 0x9B
  }

  private static func part(_ text: [UInt8], _ at: Int) -> Range<Int>? {
    if text[at] == 0x31 { return months(text, at) }
    guard at + 6 <= text.count, isFirst(text[at], text[at + 1], text[at + 2]),
      let word = words.first(where: { text.hasText($0, at: at) })
    else { return nil }
    return at..<at + word.utf8CodeUnitCount
  }

  /// Whether three bytes are a character that ``words`` begin with: 一三上下, 二, 前, 第.
  private static func isFirst(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> Bool {
    switch (one, two) {
    case (0xE4, 0xB8): three == 0x80 || (0x89...0x8B).contains(three)
    case (0xE4, 0xBA): three == 0x8C
    case (0xE5, 0x89): three == 0x8D
    case (0xE7, 0xAC): three == 0xAC
    default: false
    }
  }

  /// `1—11月`, from the first of several months on; twelve are a year.
  private static func months(_ text: [UInt8], _ at: Int) -> Range<Int>? {
    guard at == 0 || !isDigit(text[at - 1]) else { return nil }
    var end = at + 1
    while let joint = joints.first(where: { text.hasText($0, at: end) }) { end += joint.utf8CodeUnitCount }
    guard end > at + 1 else { return nil }
    var last = 0
    while end < text.count, isDigit(text[end]), last < 100 {
      last = last * 10 + Int(text[end] - 0x30)
      end += 1
    }
    guard (2...11).contains(last), text.hasText("月", at: end) else { return nil }
    return at..<end + 3
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
