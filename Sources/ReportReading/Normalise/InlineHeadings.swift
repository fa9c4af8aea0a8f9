/// Finds where a site ran a heading or a paragraph together with the text before it.
enum InlineHeadings {
  /// Marks breaks within a line:
  /// - before a numbered heading behind the last sentence of a line (`…扎实推进。三、改革开放不断深化`);
  /// - around a chapter's heading that a space sets off from its text (`…崛起之路！二、2019年工作安排 2019年是…`);
  /// - behind a sentence that the indentation of a paragraph follows.
  static func markBreaks(_ glyphs: inout [Glyph], _ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound {
      if let numbered = numbering(glyphs, start, line.upperBound) {
        markHeading(&glyphs, start, numbered, line)
      }
      guard let end = glyphs[start..<line.upperBound].firstIndex(where: { isSentenceEnd($0.scalar) }) else { return }
      start = end + 1
      while start < line.upperBound, glyphs[start].scalar == Scalar.space { start += 1 }
      if start < line.upperBound, isIndentation(glyphs[end + 1..<start]) { glyphs[start].style.insert(.afterBreak) }
    }
  }

  /// Two ideographic spaces or four others.
  private static func isIndentation(_ spaces: ArraySlice<Glyph>) -> Bool {
    spaces.count >= 4 || spaces.count { $0.end - $0.start == 3 } >= 2
  }

  /// Longest heading that is looked for, in characters.
  static let longest = 40
  /// Least text behind a space that makes what stands before it a heading of its own.
  private static let leastText = 30

  private static func markHeading(
    _ glyphs: inout [Glyph], _ start: Int, _ numbered: (end: Int, isChapter: Bool), _ line: Range<Int>
  ) {
    var position = numbered.end
    while position < line.upperBound, position - start <= longest {
      if isSentenceEnd(glyphs[position].scalar) { return }
      let isGap = glyphs[position].scalar == Scalar.space && position - numbered.end >= 4
      if isGap, numbered.isChapter, line.upperBound - position > leastText,
        CharacterTables.shared.kind(glyphs[position - 1].scalar) == .ideograph
      {
        if start > line.lowerBound { glyphs[start].style.insert(.afterBreak) }
        glyphs[position + 1].style.insert(.afterBreak)
        return
      }
      position += 1
    }
    if position == line.upperBound, start > line.lowerBound { glyphs[start].style.insert(.afterBreak) }
  }

  /// The number of a heading at a place: `二、` opens a chapter, `（三）` a section.
  private static func numbering(_ glyphs: [Glyph], _ start: Int, _ end: Int) -> (end: Int, isChapter: Bool)? {
    let first = glyphs[start].scalar
    let isBracketed = first == Scalar.fullLeftParenthesis || first == Scalar.leftParenthesis
    var next = isBracketed ? start + 1 : start
    let numberStart = next
    while next < end, next - numberStart < 3, Scalar.isNumeral(glyphs[next].scalar) { next += 1 }
    guard next > numberStart, next + 1 < end else { return nil }
    let mark = glyphs[next].scalar
    if isBracketed {
      return mark == Scalar.fullRightParenthesis || mark == Scalar.rightParenthesis ? (next + 1, false) : nil
    }
    // `一、二、三产` counts, it does not number.
    return mark == Scalar.ideographicComma && !Scalar.isNumeral(glyphs[next + 1].scalar) ? (next + 1, true) : nil
  }

  private static func isSentenceEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case Scalar.fullStop, Scalar.fullExclamation, Scalar.fullSemicolon, Scalar.fullColon: true
    default: false
    }
  }
}
