/// Paragraphs as tokens, with the numbers, periods and ranks that they refer to.
struct TokenizedText: Sendable {
  /// Where a paragraph's tokens and periods stand.
  struct Paragraph: Sendable {
    var tokens: Range<Int>
    var periods: Range<Int>
  }

  var tokens: [Token] = []
  var quantities: [Quantity] = []
  var periods: [PeriodMark] = []
  var ranks: [RankMark] = []
  private(set) var paragraphs: [Paragraph] = []

  // MARK: - The paragraph in hand

  private(set) var isHeading = false
  /// Opening marks that no closing one follows from the first of them to the end.
  var unclosed: [Unicode.Scalar] = []
  /// The index of the last word of ranks, if any; it may be of another paragraph.
  private(set) var lastRankWord = -1
  private var firstToken = 0
  private var firstPeriod = 0

  mutating func removeAll() {
    lastRankWord = -1
    tokens.removeAll(keepingCapacity: true)
    quantities.removeAll(keepingCapacity: true)
    periods.removeAll(keepingCapacity: true)
    ranks.removeAll(keepingCapacity: true)
    paragraphs.removeAll(keepingCapacity: true)
  }

  mutating func beginParagraph(isHeading: Bool) {
    self.isHeading = isHeading
    if !unclosed.isEmpty { unclosed.removeAll(keepingCapacity: true) }
    firstToken = tokens.count
    firstPeriod = periods.count
  }

  mutating func endParagraph() {
    paragraphs.append(Paragraph(tokens: firstToken..<tokens.count, periods: firstPeriod..<periods.count))
  }

  /// Its tokens so far.
  var current: ArraySlice<Token> { tokens[firstToken...] }

  /// The indices of the last tokens of its last sentence, so many at most.
  func ofSentence(last count: Int = .max) -> Range<Int> {
    let first = count < tokens.count - firstToken ? tokens.count - count : firstToken
    var start = tokens.count
    while start > first, tokens[start - 1].kind != .stop { start -= 1 }
    return start..<tokens.count
  }

  /// Whether its last sentence has a word of some classes.
  func sentenceHolds(_ classes: WordClass) -> Bool {
    ofSentence().contains { tokens[$0].kind == .word && !tokens[$0].classes.isDisjoint(with: classes) }
  }

  /// Its last token.
  var last: Token? { tokens.count > firstToken ? tokens[tokens.count - 1] : nil }

  /// Adds a word of the lexicon.
  @inline(__always)
  mutating func append(word: Int, _ classes: WordClass, _ range: Range<Int>) {
    if classes.contains(.rank) { lastRankWord = tokens.count }
    tokens.append(Token(kind: .word, range: range, classes: classes, index: Int32(word)))
  }

  /// Adds the rest of a sentence from which nothing is read.
  mutating func appendPlainSentence(_ range: Range<Int>) {
    tokens.append(Token(kind: .text, range: range, index: Token.plainSentence))
  }

  /// Adds plain text, to the last token where that is text right before it.
  mutating func appendText(_ range: Range<Int>) {
    let last = tokens.count - 1
    if last >= firstToken, tokens[last].takes(text: range) { return }
    tokens.append(Token(kind: .text, range: range))
  }
}
