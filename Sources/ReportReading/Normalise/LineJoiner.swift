/// Decides which lines a site broke within a sentence.
///
/// A report in which nearly every long line ends a sentence has broken lines only by mishap; one whose lines are
/// equally wide was wrapped throughout; in any other, lines without a full stop are items of a list and stay apart.
struct LineJoiner {
  let layout: LineLayout

  /// Whether a line goes on with the next one, where that can be told without a look at their glyphs.
  func joins(_ line: ScannedLine, _ next: ScannedLine) -> Bool? {
    if next.continuesLine { return true }
    if line.isMarkedHeading { return false }
    if line.endsSentence { return continuesWrapped(line, next) }
    return next.isMarkedHeading || next.opensParagraph || next.followsChrome ? false : nil
  }

  /// Whether a line goes on with the next one.
  /// - Parameter glyphs: those of the line, and of the next one where a digit begins it.
  func joins(_ line: ScannedLine, _ next: ScannedLine, _ glyphs: [Glyph]) -> Bool {
    if let told = joins(line, next) { return told }
    if Self.isNotesTitle(line, glyphs) || Self.isSession(line.glyphs, glyphs) { return false }
    if Self.breaksNumber(line, next, glyphs) || Self.cannotOpen(Self.first(of: next, glyphs)) { return true }
    if Self.wantsNumber(line, next, glyphs) { return true }
    guard line.width >= 20 else { return false }
    let last = glyphs[line.glyphs.upperBound - 1].scalar
    if last == Scalar.fullComma || last == Scalar.ideographicComma || last == Scalar.comma { return true }
    if Self.leavesBracketOpen(line.glyphs, glyphs) { return true }
    // A heading seldom fills its line; one that does may go on.
    if layout.isFull(line, line.opensParagraph ? 97 : 85) { return next.marks.indent < line.marks.indent + 2 }
    // The first line is the title.
    if line.isFirst { return false }
    let tail = Self.sentenceTail(line.glyphs, glyphs)
    guard layout.isProse, Self.hasInnerMark(line.glyphs, glyphs),
      !LineMeasure.opensParagraph(tail, glyphs) || tail.lowerBound == line.glyphs.lowerBound
    else { return false }
    if line.opensParagraph, tail.lowerBound == line.glyphs.lowerBound, !Self.isDefinition(line.glyphs, glyphs) {
      return false
    }
    // Over a blank line only what is no heading for certain: it has a sentence before the broken one.
    return next.followsBlank ? line.width >= 44 && tail.lowerBound > line.glyphs.lowerBound : line.width >= 40
  }

  /// `（2020年1月9日在某市第十七届人民代表大会第三次会议上）`, `——在…大会上`.
  private static func isSession(_ range: Range<Int>, _ glyphs: [Glyph]) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, Scalar.isCloser(glyphs[end - 1].scalar) { end -= 1 }
    guard end - range.lowerBound >= 8, range.count <= 60, glyphs[end - 1].scalar == 0x4E0A else { return false }
    return ["会议", "大会"].contains { word in
      word.unicodeScalars.map(\.value) == glyphs[end - 3..<end - 1].map(\.scalar)
    }
  }

  /// Whether a wrapped line ends with a sentence, but not its paragraph: where paragraphs start indented or behind a
  /// blank line, the next line does not.
  private func continuesWrapped(_ line: ScannedLine, _ next: ScannedLine) -> Bool {
    guard layout.isFull(line, 94), !next.followsBlank, !next.followsChrome else { return false }
    if next.isMarkedHeading || next.opensParagraph { return false }
    if layout.indentsParagraphs { return next.marks.indent < 2 }
    // Without any such sign more full lines stand within paragraphs than at their ends.
    return layout.spacesParagraphs || layout.isFull(line, 98)
  }

  /// `《政府工作报告》名词解释（按出现顺序排列）`.
  private static func isNotesTitle(_ line: ScannedLine, _ glyphs: [Glyph]) -> Bool {
    let word = "名词解释".unicodeScalars.map(\.value)
    return line.width < 120 && line.glyphs.contains { LineMeasure.hasPrefix($0..<line.glyphs.upperBound, glyphs, word) }
  }

  /// Whether a character never starts a paragraph: `的`, `了`, and marks that follow a word.
  private static func cannotOpen(_ scalar: UInt32) -> Bool {
    scalar == 0x7684 || scalar == 0x4E86 || Scalar.isMark(scalar) || scalar == Scalar.percent
  }

  /// A numeral cut in two: `12` and `.5亿元`, `6.5` and `%`, `3.5亿` and `元`.
  private static func breaksNumber(_ line: ScannedLine, _ next: ScannedLine, _ glyphs: [Glyph]) -> Bool {
    guard line.width >= 12 else { return false }
    let last = glyphs[line.glyphs.upperBound - 1].scalar
    let first = first(of: next, glyphs)
    // `12.` and `5亿元`
    if last == Scalar.point, line.width >= 20, Scalar.isDigit(first), line.glyphs.count > 8 {
      return Scalar.isDigit(glyphs[line.glyphs.upperBound - 2].scalar)
    }
    // `处理场6` and `5座`
    if Scalar.isDigit(last), line.width >= 20, let end = numberEnd(next, glyphs),
      end < next.glyphs.upperBound
    {
      let unit = glyphs[end].scalar
      return counts.contains(unit) || amounts.contains(unit) || glyphs[end - 1].scalar >= 0x4E00
    }
    if Scalar.isDigit(last) { return ".%‰亿万".unicodeScalars.contains { $0.value == first } }
    guard line.glyphs.count > 1, Scalar.isDigit(glyphs[line.glyphs.upperBound - 2].scalar) else { return false }
    return "亿万".unicodeScalars.contains { $0.value == last }
      && "元吨美人户亩平立公".unicodeScalars.contains { $0.value == first }
  }

  /// `工业总产值达到` and `21.5亿元，增长8%`, `粮食产量` and `21.5万吨`: an amount that no paragraph starts with; a count (`5个项目`)
  /// only behind a word that wants it.
  private static func wantsNumber(_ line: ScannedLine, _ next: ScannedLine, _ glyphs: [Glyph]) -> Bool {
    guard line.width >= 8, !line.isFirst, let end = numberEnd(next, glyphs), end < next.glyphs.upperBound else {
      return false
    }
    let unit = glyphs[end].scalar
    let last = glyphs[line.glyphs.upperBound - 1].scalar
    // `建成标准厂房` and `15万平方米`
    let isSum = glyphs[end - 1].scalar >= 0x4E00 && !line.opensParagraph && Self.counts.contains(unit)
    if isSum || Self.amounts.contains(unit) { return CharacterTables.shared.kind(last) == .ideograph }
    return Self.counts.contains(unit) && Self.wanting.contains(last)
  }

  private static let amounts = Set("元吨斤亩%‰".unicodeScalars.map(\.value))
  private static let counts = Set("公千个户人头只台座家项件平立担米条处张名株所倍美".unicodeScalars.map(\.value))
  private static let wanting = Set("达到为至长降成现过超近约破于有增占共计投均争需".unicodeScalars.map(\.value))

  private static func first(of line: ScannedLine, _ glyphs: [Glyph]) -> UInt32 {
    line.glyphs.isEmpty ? line.firstCharacter : glyphs[line.glyphs.lowerBound].scalar
  }

  /// Behind digits and 万 or 亿 at the start of a line.
  private static func numberEnd(_ line: ScannedLine, _ glyphs: [Glyph]) -> Int? {
    guard Scalar.isDigit(first(of: line, glyphs)) else { return nil }
    let range = line.glyphs
    var at = range.lowerBound
    while at < range.upperBound,
      Scalar.isDigit(glyphs[at].scalar) || at > range.lowerBound && glyphs[at].scalar == Scalar.point
    {
      at += 1
    }
    while at < range.upperBound, glyphs[at].scalar == 0x4E07 || glyphs[at].scalar == 0x4EBF { at += 1 }
    return at
  }

  private static func leavesBracketOpen(_ range: Range<Int>, _ glyphs: [Glyph]) -> Bool {
    var depth = 0
    for index in range {
      switch glyphs[index].scalar {
      case Scalar.leftParenthesis, Scalar.fullLeftParenthesis, 0x300A, Scalar.leftQuote: depth += 1
      case Scalar.rightParenthesis, Scalar.fullRightParenthesis, 0x300B, Scalar.rightQuote: depth -= 1
      default: break
      }
    }
    return depth > 0
  }

  /// What stands behind the last full stop of a line.
  private static func sentenceTail(_ range: Range<Int>, _ glyphs: [Glyph]) -> Range<Int> {
    // Within a line a half-width `?` is a character that the site lost.
    let end = range.last { Scalar.endsSentence(glyphs[$0].scalar) && glyphs[$0].scalar != 0x3F }
    return (end.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
  }

  private static func hasInnerMark(_ range: Range<Int>, _ glyphs: [Glyph]) -> Bool {
    range.contains { innerMarks.contains(glyphs[$0].scalar) }
  }

  private static let innerMarks = ScalarSet("，。；,;：:")

  /// A glossary entry (`28.“11157”工程：是指…`), which may run over the line although it starts with a number.
  private static func isDefinition(_ range: Range<Int>, _ glyphs: [Glyph]) -> Bool {
    range.contains { glyphs[$0].scalar == Scalar.colon || glyphs[$0].scalar == Scalar.fullColon }
  }
}
