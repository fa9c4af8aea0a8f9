/// Reads the figures of one paragraph, sentence by sentence.
struct SentenceReader {
  let bytes: [UInt8]
  let tokenizer: Tokenizer

  init(bytes: [UInt8]) {
    self.bytes = bytes
    tokenizer = Tokenizer(bytes: bytes)
  }

  /// The figures of a paragraph.
  /// - Parameter statesTargets: whether it states the main targets, where directions without a number count.
  /// - Returns: drafts in the order of the text.
  func drafts(of paragraph: Range<Int>, statesTargets: Bool = false) -> [DraftFigure] {
    let text = tokenizer.tokenize(paragraph)
    let parser = ClauseParser(text: text, bytes: bytes)
    let references = ReferenceReader(parser)
    var drafts: [DraftFigure] = []
    var paragraphPeriod: PeriodMark?
    for (number, sentence) in text.tokens.split(whereSeparator: { $0.kind == .stop }).enumerated() {
      var carry = Carry()
      carry.period = paragraphPeriod
      for clause in sentence.split(whereSeparator: { $0.kind == .comma || $0.kind == .semicolon || $0.kind == .colon })
      {
        var found = parser.figures(in: clause, carry: &carry)
        if found.isEmpty, statesTargets { found = references.figures(in: clause) }
        drafts += found.map { withPeriod($0, carry.period) }
        if number == 0, paragraphPeriod == nil, let mark = carry.period, mark.isSpan { paragraphPeriod = mark }
        for token in clause where token.kind == .parenthesis { drafts += inner(token, period: carry.period) }
      }
    }
    return drafts
  }

  /// What stands in brackets is read by itself.
  private func inner(_ token: Token, period: PeriodMark?) -> [DraftFigure] {
    let inside = (token.range.lowerBound + 1)..<(token.range.upperBound - 1)
    guard inside.count > 12, let (_, width) = bytes.scalar(at: token.range.lowerBound) else { return [] }
    let range = (token.range.lowerBound + width)..<(token.range.upperBound - width)
    guard range.lowerBound < range.upperBound else { return [] }
    return drafts(of: range).filter { !$0.indicator.isEmpty }.map { withPeriod($0, period) }
  }

  private func withPeriod(_ draft: DraftFigure, _ period: PeriodMark?) -> DraftFigure {
    var draft = draft
    if draft.period == nil { draft.period = period }
    return draft
  }
}

extension PeriodMark {
  /// More than one year.
  var isSpan: Bool {
    switch rule {
    case .span, .since: true
    case .relative(let first, let last): first != last
    case .year: false
    }
  }
}
