/// Reads the figures of one paragraph, sentence by sentence.
struct SentenceReader {
  let bytes: [UInt8]
  let tokenizer: Tokenizer

  init(bytes: [UInt8], places: WordPlaces? = nil) {
    self.bytes = bytes
    tokenizer = Tokenizer(bytes: bytes, places: places)
  }

  /// The figures of a paragraph.
  /// - Parameter statesTargets: whether it states the main targets, where directions without a number count.
  /// - Returns: drafts in the order of the text.
  func drafts(of paragraph: Range<Int>, statesTargets: Bool = false) -> [DraftFigure] {
    read(tokenizer.tokenize(paragraph), statesTargets: statesTargets).drafts
  }

  /// The figures of a paragraph, and the period words that it and its parts open with.
  func read(_ text: TokenizedText, statesTargets: Bool = false) -> (drafts: [DraftFigure], openings: [PeriodMark]) {
    let parser = ClauseParser(text: text, bytes: bytes)
    let references = ReferenceReader(parser)
    var drafts: [DraftFigure] = []
    var current: PeriodMark?
    var openings: [PeriodMark] = []
    var last = Carry()
    for (number, sentence) in text.tokens.split(whereSeparator: { $0.kind == .stop }).enumerated() {
      var carry = Carry()
      if let mark = openingMark(sentence, text) {
        if mark.isSpan { current = mark }
        if number == 0 || mark.isSpan { openings.append(mark) }
      }
      carry.period = current
      if sentence.first(where: { $0.kind != .period })?.classes.contains(.dist) == true { carry.take(up: last) }
      // After the last number of a sentence nothing is read; many have none.
      let end = statesTargets ? sentence.endIndex : sentence.lastIndex(where: holdsNumber) ?? sentence.startIndex - 1
      guard end >= sentence.startIndex else { continue }
      var stated: PeriodMark?
      // `到2020年` before the first figure.
      var lead: PeriodMark?
      for part in sentence.split(whereSeparator: { $0.kind == .semicolon }) {
        carry.beginPart()
        // `到2020年` in the middle of one part does not hold for the next.
        if let stated, carry.period?.isDeadline == true { carry.period = stated }
        for clause in part.split(whereSeparator: { $0.kind == .comma || $0.kind == .colon }).flatMap(Self.pieces)
        where clause.startIndex <= end {
          var found = parser.figures(in: clause, carry: &carry)
          if found.isEmpty, statesTargets { found = references.figures(in: clause, topic: carry.subjects.last) }
          if carry.stated.isEmpty, let mark = carry.period, mark.isDeadline { lead = lead ?? mark }
          carry.note(found)
          drafts += found.map { completed($0, carry.period, statesTargets) }
          for token in clause where token.kind == .parenthesis { drafts += inner(token, period: carry.period) }
          stated = stated ?? carry.period
        }
      }
      // `总体目标是：到2020年，…。…达到…`: what the main targets are set for holds on.
      if statesTargets, let lead { current = lead }
      last = carry
    }
    return (drafts, openings)
  }

  /// Whether a token is a number or may hold one.
  private func holdsNumber(_ token: Token) -> Bool {
    token.kind == .quantity || token.kind == .rank || token.kind == .parenthesis
  }

  /// A clause in pieces of bounded length: no person writes longer ones, and reading one takes time quadratic in it.
  private static func pieces(_ clause: ArraySlice<Token>) -> [ArraySlice<Token>] {
    guard clause.count > longestClause else { return [clause] }
    var pieces: [ArraySlice<Token>] = []
    var rest = clause
    while rest.count > longestClause {
      let piece = rest.prefix(longestClause)
      let end = piece.lastIndex { $0.kind == .enumeration }.map { $0 + 1 } ?? piece.endIndex
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    return rest.isEmpty ? pieces : pieces + [rest]
  }

  /// In tokens: many times what a clause of a report has.
  private static let longestClause = 400

  /// The period that a sentence begins with.
  private func openingMark(_ sentence: ArraySlice<Token>, _ text: TokenizedText) -> PeriodMark? {
    for token in sentence.prefix(5) {
      switch token.kind {
      case .period:
        let mark = text.periods[Int(token.index)]
        return mark.rule == .present || mark.rule == .five ? nil : mark
      // `各位代表，刚刚过去的2021年，…`
      case .text where token.range.count <= 18, .comma: continue
      case .word where token.classes.contains(.aux): continue
      default: return nil
      }
    }
    return nil
  }

  /// What stands in brackets is read by itself.
  private func inner(_ token: Token, period: PeriodMark?) -> [DraftFigure] {
    let inside = (token.range.lowerBound + 1)..<(token.range.upperBound - 1)
    guard inside.count > 12, let (_, width) = bytes.scalar(at: token.range.lowerBound) else { return [] }
    let range = (token.range.lowerBound + width)..<(token.range.upperBound - width)
    guard range.lowerBound < range.upperBound else { return [] }
    return drafts(of: range).filter { !$0.indicator.isEmpty }.map { completed($0, period, false) }
  }

  private func completed(_ draft: DraftFigure, _ period: PeriodMark?, _ statesTargets: Bool) -> DraftFigure {
    var draft = draft
    if draft.period == nil { draft.period = period }
    draft.statesTargets = statesTargets
    return draft
  }
}

extension PeriodMark {
  /// More than one year.
  var isSpan: Bool {
    switch rule {
    case .span, .since, .five: true
    case .relative(let first, let last): first != last
    case .year, .calendar, .present: false
    }
  }
}
