/// What a line tells of itself, by its glyphs.
enum LineMeasure {
  /// Fills in what follows from the glyphs of a line.
  static func measure(_ line: inout ScannedLine, _ glyphs: [Glyph]) {
    var width = line.marks.indent
    var styles: Glyph.Style = []
    var isBold = true
    let span = glyphs.span
    for index in line.glyphs {
      let glyph = span[index]
      width += glyph.scalar < 0x2000 ? 1 : 2
      styles.formUnion(glyph.style)
      if glyph.scalar == Scalar.space {
        line.hasSpaces = true
      } else if !glyph.style.contains(.bold) {
        isBold = false
      }
    }
    line.width = width
    line.length = line.marks.indent / 2 + line.glyphs.count
    line.hasBreaks = styles.contains(.afterBreak)
    line.isMarkedHeading = line.marks.headingLevel > 0 || isBold
    line.opensParagraph = opensParagraph(line.glyphs, glyphs)
    line.endsSentence = endsSentence(line.glyphs, glyphs)
    line.firstCharacter = glyphs[line.glyphs.lowerBound].scalar
  }

  /// The same of a line that stands in the text as it does in the source.
  /// - Parameter opening: takes glyphs of its first characters; what it held is gone.
  static func measure(_ line: inout ScannedLine, _ text: PlainLine, _ bytes: Span<UInt8>, _ opening: inout [Glyph]) {
    line.width = line.marks.indent + text.columns
    line.length = line.marks.indent / 2 + text.characters
    line.isMarkedHeading = line.marks.headingLevel > 0 || text.text.isBold
    line.hasBreaks = text.text.hasBreaks
    line.hasSpaces = text.text.gaps.contains { $0.kind == .spaces }
    line.endsSentence = endsSentence(text.text.range, bytes)
    let first = bytes.character(at: text.text.range.lowerBound).value
    line.firstCharacter = first
    guard mayOpenParagraph.contains(first), !text.text.gaps.isEmpty || mayBeNumbered(text.text.range, bytes) else {
      return
    }
    opening.removeAll(keepingCapacity: true)
    text.text.appendGlyphs(bytes, most: text.text.gaps.isEmpty ? longestOpening : 2 * longestOpening, to: &opening)
    line.opensParagraph = opensParagraph(0..<opening.count, opening)
  }

  /// Whether text that may open a paragraph begins with no numeral, or with one that a mark of numbering follows: mostly it is `2023年`.
  private static func mayBeNumbered(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let (character, width) = bytes.character(at: at)
      guard Scalar.isDigit(character) || Scalar.isNumeral(character) else {
        return at == range.lowerBound || numberingMarks.contains(character)
      }
      at += width
    }
    return false
  }

  private static let numberingMarks = ScalarSet(".、)）")

  /// No more characters are looked at to see whether a line opens a paragraph, spaces apart.
  private static let longestOpening = 8

  /// What ``opensParagraph(_:_:)`` needs a line to begin with.
  private static let mayOpenParagraph = ScalarSet(
    openers.members + openingWords.map { $0[0] } + "(（第0123456789一二三四五六七八九十百千零〇两".unicodeScalars.map(\.value))

  private static func endsSentence(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    var end = range.upperBound
    while true {
      var start = end - 1
      while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let last = bytes.character(at: start).value
      guard start > range.lowerBound, Scalar.isCloser(last) else { return Scalar.endsSentence(last) }
      end = start
    }
  }

  private static func endsSentence(_ range: Range<Int>, _ glyphs: [Glyph]) -> Bool {
    var last = range.upperBound - 1
    while last > range.lowerBound, Scalar.isCloser(glyphs[last].scalar) { last -= 1 }
    // A full stop typed as a point, behind a word.
    if glyphs[last].scalar == Scalar.point, last > range.lowerBound + 8 {
      let word = glyphs[last - 1].scalar
      return word == Scalar.percent || CharacterTables.shared.kind(word) == .ideograph
    }
    return Scalar.endsSentence(glyphs[last].scalar)
  }

  private static let openers = ScalarSet("—•●■◆★▲◇□○※·|①②③④⑤⑥⑦⑧⑨⑩")
  private static let openingWords = ["各位代表", "同志们", "附件", "附：", "附:", "名词解释", "注释", "谢谢"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Whether text from a place on starts as a heading, a list item or a form of address does.
  static func opensParagraph(_ range: Range<Int>, _ glyphs: [Glyph]) -> Bool {
    guard let first = range.first.map({ glyphs[$0].scalar }) else { return false }
    if openers.contains(first) { return true }
    let isWord = openingWords.contains {
      ($0[0] == first || first == Scalar.space) && hasPrefix(range, glyphs, $0)
    }
    if isWord { return true }
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

  private static func isClosingBracket(_ scalar: UInt32) -> Bool {
    scalar == Scalar.rightParenthesis || scalar == Scalar.fullRightParenthesis
  }

  /// Whether a line starts with a word, spaces apart.
  static func hasPrefix(_ range: Range<Int>, _ glyphs: [Glyph], _ word: [UInt32]) -> Bool {
    var matched = 0
    for index in range where glyphs[index].scalar != Scalar.space {
      guard glyphs[index].scalar == word[matched] else { return false }
      matched += 1
      if matched == word.count { return true }
    }
    return false
  }
}
