/// Decides which lines a site broke within a sentence.
///
/// A report in which nearly every long line ends a sentence has broken lines only by mishap; one whose lines are
/// equally wide was wrapped throughout; in any other, lines without a full stop are items of a list and stay apart.
struct LineJoiner {
  private let glyphs: [Glyph]
  private let tables = CharacterTables.shared
  private var lines: [ScannedLine]
  private(set) var layout = LineLayout()

  init(_ glyphs: [Glyph], _ lines: [ScannedLine]) {
    self.glyphs = glyphs
    self.lines = []
    var measured = lines
    // Not in place in `self.lines`: each call would copy the array, which makes long texts quadratic.
    for index in measured.indices { measure(&measured[index]) }
    self.lines = measured
    layout = LineLayout(measured)
  }

  /// The lines grouped into paragraphs.
  func paragraphs() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in lines.indices where index + 1 == lines.count || !joins(lines[index], lines[index + 1]) {
      result.append(start..<index + 1)
      start = index + 1
    }
    return result
  }

  // MARK: Measures

  private func measure(_ line: inout ScannedLine) {
    line.width = line.marks.indent
    for index in line.glyphs { line.width += glyphs[index].scalar < 0x2000 ? 1 : 2 }
    line.length = line.marks.indent / 2 + line.glyphs.count
    line.opensParagraph = opensParagraph(line.glyphs)
    line.isMarkedHeading =
      line.marks.headingLevel > 0
      || line.glyphs.allSatisfy { glyphs[$0].style.contains(.bold) || glyphs[$0].scalar == Scalar.space }
    line.endsSentence = endsSentence(line.glyphs)
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    var last = range.upperBound - 1
    while last > range.lowerBound, Scalar.isCloser(glyphs[last].scalar) { last -= 1 }
    return Scalar.endsSentence(glyphs[last].scalar)
  }

  private static let openers = Set("—•●■◆★▲◇□○※·|①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.map(\.value))
  private static let openingWords = ["各位代表", "同志们", "附件", "附：", "附:", "名词解释", "注释", "谢谢"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Whether text from a place on starts as a heading, a list item or a form of address does.
  private func opensParagraph(_ range: Range<Int>) -> Bool {
    guard let first = range.first.map({ glyphs[$0].scalar }) else { return false }
    if Self.openers.contains(first) { return true }
    if Self.openingWords.contains(where: { hasPrefix(range, $0) }) { return true }
    var next = range.lowerBound
    let isBracketed = first == Scalar.leftParenthesis || first == Scalar.fullLeftParenthesis
    if isBracketed || first == 0x7B2C { next += 1 }
    let numberStart = next
    while next < range.upperBound, next - numberStart < 4,
      Scalar.isNumeral(glyphs[next].scalar) || Scalar.isDigit(glyphs[next].scalar)
    {
      next += 1
    }
    guard next > numberStart, next < range.upperBound else { return false }
    let mark = glyphs[next].scalar
    if isBracketed { return isClosingBracket(mark) }
    if first == 0x7B2C { return "部章节编篇、，：".unicodeScalars.contains { $0.value == mark } }
    let isPoint = mark == Scalar.point
    if isPoint, next + 1 < range.upperBound, Scalar.isDigit(glyphs[next + 1].scalar) { return false }
    let isShort = next - numberStart <= 2
    return isPoint && isShort || mark == Scalar.ideographicComma || isShort && isClosingBracket(mark)
  }

  private func isClosingBracket(_ scalar: UInt32) -> Bool {
    scalar == Scalar.rightParenthesis || scalar == Scalar.fullRightParenthesis
  }

  /// Whether a line starts with a word, spaces apart.
  private func hasPrefix(_ range: Range<Int>, _ word: [UInt32]) -> Bool {
    var matched = 0
    for index in range where glyphs[index].scalar != Scalar.space {
      guard glyphs[index].scalar == word[matched] else { return false }
      matched += 1
      if matched == word.count { return true }
    }
    return false
  }

  // MARK: Joining

  private func joins(_ line: ScannedLine, _ next: ScannedLine) -> Bool {
    if line.isMarkedHeading { return false }
    if line.endsSentence { return continuesWrapped(line, next) }
    if next.isMarkedHeading || next.opensParagraph || next.followsChrome { return false }
    if isNotesTitle(line) || isSession(line.glyphs) { return false }
    if breaksNumber(line, next) || cannotOpen(glyphs[next.glyphs.lowerBound].scalar) { return true }
    guard line.width >= 20 else { return false }
    let last = glyphs[line.glyphs.upperBound - 1].scalar
    if last == Scalar.fullComma || last == Scalar.ideographicComma || last == Scalar.comma { return true }
    if leavesBracketOpen(line.glyphs) { return true }
    // A heading seldom fills its line; one that does may go on.
    if layout.isFull(line, line.opensParagraph ? 97 : 85) { return next.marks.indent < line.marks.indent + 2 }
    // The first line is the title.
    if line.glyphs.lowerBound == lines.first?.glyphs.lowerBound { return false }
    let tail = sentenceTail(line.glyphs)
    guard layout.isProse, hasInnerMark(line.glyphs), !opensParagraph(tail) || tail.lowerBound == line.glyphs.lowerBound
    else { return false }
    if line.opensParagraph, tail.lowerBound == line.glyphs.lowerBound, !isDefinition(line.glyphs) { return false }
    // Over a blank line only what is no heading for certain: it has a sentence before the broken one.
    return next.followsBlank ? line.width >= 44 && tail.lowerBound > line.glyphs.lowerBound : line.width >= 40
  }

  /// `（2020年1月9日在某市第十七届人民代表大会第三次会议上）`, `——在…大会上`.
  private func isSession(_ range: Range<Int>) -> Bool {
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
  private func isNotesTitle(_ line: ScannedLine) -> Bool {
    let word = "名词解释".unicodeScalars.map(\.value)
    return line.width < 120 && line.glyphs.contains { hasPrefix($0..<line.glyphs.upperBound, word) }
  }

  /// Whether a character never starts a paragraph: `的`, `了`, and marks that follow a word.
  private func cannotOpen(_ scalar: UInt32) -> Bool {
    scalar == 0x7684 || scalar == 0x4E86 || Scalar.isMark(scalar) || scalar == Scalar.percent
  }

  /// A numeral cut in two: `12` and `.5亿元`, `6.5` and `%`, `3.5亿` and `元`.
  private func breaksNumber(_ line: ScannedLine, _ next: ScannedLine) -> Bool {
    guard line.width >= 12 else { return false }
    let last = glyphs[line.glyphs.upperBound - 1].scalar
    let first = glyphs[next.glyphs.lowerBound].scalar
    if Scalar.isDigit(last) { return ".%‰亿万".unicodeScalars.contains { $0.value == first } }
    guard line.glyphs.count > 1, Scalar.isDigit(glyphs[line.glyphs.upperBound - 2].scalar) else { return false }
    return "亿万".unicodeScalars.contains { $0.value == last }
      && "元吨美人户亩平立公".unicodeScalars.contains { $0.value == first }
  }

  private func leavesBracketOpen(_ range: Range<Int>) -> Bool {
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
  private func sentenceTail(_ range: Range<Int>) -> Range<Int> {
    // Within a line a half-width `?` is a character that the site lost.
    let end = range.last { Scalar.endsSentence(glyphs[$0].scalar) && glyphs[$0].scalar != 0x3F }
    return (end.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
  }

  private func hasInnerMark(_ range: Range<Int>) -> Bool {
    range.contains { index in
      "，。；,;：:".unicodeScalars.contains { $0.value == glyphs[index].scalar }
    }
  }

  /// A glossary entry (`28.“11157”工程：是指…`), which may run over the line although it starts with a number.
  private func isDefinition(_ range: Range<Int>) -> Bool {
    range.contains { glyphs[$0].scalar == Scalar.colon || glyphs[$0].scalar == Scalar.fullColon }
  }
}
