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
  func read(_ text: TokenizedText, statesTargets: Bool = false, isPlan: Bool = false) -> (
    drafts: [DraftFigure], openings: [Opening]
  ) {
    let parser = ClauseParser(text: text, bytes: bytes)
    let references = ReferenceReader(parser)
    var drafts: [DraftFigure] = []
    var current: PeriodMark?
    var openings: [Opening] = []
    var last = Carry()
    var history: [Words] = []
    var lead: PeriodMark?
    for (number, sentence) in text.tokens.split(whereSeparator: { $0.kind == .stop }).enumerated() {
      var carry = Carry()
      carry.history = history
      if let opening = openingMark(sentence, text) {
        let isTurn = isPlan && statesTargets && current?.isSpan != false && !opening.mark.isDeadline
        if opening.mark.isSpan || opening.isTopic && !opening.mark.isDeadline || isTurn { current = opening.mark }
        // `…。今年的主要目标是：…` turns from several years to one.
        if number == 0 || opening.mark.isSpan || opening.isTopic || isPlan { openings.append(opening) }
      }
      if let year = announcedYear(sentence, text) { openings.append(Opening(mark: year, isTopic: true)) }
      carry.period = current
      if sentence.first(where: { $0.kind != .period })?.classes.contains(.dist) == true { carry.take(up: last) }
      // After the last number of a sentence nothing is read; many have none.
      let end =
        statesTargets || isPlan && sentence.contains(where: isBound)
        ? sentence.endIndex : sentence.lastIndex(where: holdsNumber) ?? sentence.startIndex - 1
      guard end >= sentence.startIndex else { continue }
      // The years that the sentence names before its first figure hold to its end, others to the next semicolon.
      var ahead = carry.period
      for part in sentence.split(whereSeparator: { $0.kind == .semicolon }) {
        carry.beginPart()
        // `今后五年，…，2008年达到…；…，达到…`: levels are reached in the year named for the first.
        if let mark = carry.period, case .year = mark.rule, !mark.isDeadline, ahead?.isSpan == true {
          carry.reached = mark
        }
        carry.period = ahead
        for clause in part.split(whereSeparator: { $0.kind == .comma || $0.kind == .colon }).flatMap(Self.pieces)
        where clause.startIndex <= end {
          var found = parser.figures(in: clause, carry: &carry)
          if found.isEmpty, statesTargets { found = references.figures(in: clause, topic: carry.subjects.last) }
          if found.isEmpty, isPlan, !statesTargets { found = references.averages(in: clause) }
          if carry.stated.isEmpty, carry.statedBefore.isEmpty, let mark = carry.period, !mark.isSince,
            found.isEmpty || mark.isDeadline || clause.startIndex == sentence.startIndex
          {
            ahead = mark
          }
          carry.note(found)
          drafts += found.map {
            let isReached = $0.isState && $0.measure == .level && carry.period == ahead
            return completed($0, isReached ? carry.reached ?? carry.period : carry.period, statesTargets, lead: lead)
          }
          for token in clause where token.kind == .parenthesis { drafts += inner(token, period: carry.period) }
        }
      }
      // `总体目标是：到2020年，…。…达到…`: what the main targets are set for holds on.
      if let ahead, ahead.isDeadline {
        if statesTargets { current = ahead }
        if number == 0 { lead = ahead }
      }
      last = carry
      history = Array((carry.history + carry.stated).suffix(24))
    }
    return (drafts, openings)
  }

  /// `高于`, `达到`: words that may set a bound by reference.
  private func isBound(_ token: Token) -> Bool {
    token.kind == .word && !token.classes.isDisjoint(with: [.gap, .pre, .levelTo])
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
  private func openingMark(_ sentence: ArraySlice<Token>, _ text: TokenizedText) -> Opening? {
    for index in sentence.indices.prefix(6) {
      let token = sentence[index]
      switch token.kind {
      case .period:
        let mark = text.periods[Int(token.index)]
        if mark.rule == .present || mark.rule == .five { return nil }
        return Opening(mark: mark, isTopic: isTopic(index, of: sentence))
      // `各位代表，刚刚过去的2021年，…`
      case .text where token.range.count <= 18, .comma: continue
      case .word where !token.classes.isDisjoint(with: [.aux, .of]): continue
      default: return nil
      }
    }
    return nil
  }

  /// `现就2006年政府工作向大会报告`: the year that the part gives an account of.
  private func announcedYear(_ sentence: ArraySlice<Token>, _ text: TokenizedText) -> PeriodMark? {
    guard sentence.count <= 24,
      let at = sentence.lastIndex(where: { $0.kind == .period }), at > sentence.startIndex,
      ["就", "将", "把"].contains(where: { bytes.hasText($0, at: sentence[at - 1].range.upperBound - 3) }),
      ["报告", "汇报", "报告如下", "汇报如下"].contains(where: {
        bytes.hasText($0, at: sentence.span.upperBound - $0.utf8CodeUnitCount)
      })
    else { return nil }
    return text.periods[Int(sentence[at].index)]
  }

  /// `2021年是…的一年`, `刚刚过去的2021年`: the sentence speaks of the year itself.
  private func isTopic(_ index: Int, of sentence: ArraySlice<Token>) -> Bool {
    if index > sentence.startIndex, sentence[index - 1].classes.contains(.of) { return true }
    let next = sentence[(index + 1)...].first { $0.kind != .comma }
    return next.map { bytes.hasText("是", at: $0.range.lowerBound) } ?? false
  }

  /// What stands in brackets is read by itself.
  private func inner(_ token: Token, period: PeriodMark?) -> [DraftFigure] {
    let inside = (token.range.lowerBound + 1)..<(token.range.upperBound - 1)
    guard inside.count > 12, let (_, width) = bytes.scalar(at: token.range.lowerBound) else { return [] }
    let range = (token.range.lowerBound + width)..<(token.range.upperBound - width)
    guard range.lowerBound < range.upperBound else { return [] }
    return drafts(of: range).filter { !$0.indicator.isEmpty }.map { completed($0, period, false) }
  }

  private func completed(
    _ draft: DraftFigure, _ period: PeriodMark?, _ statesTargets: Bool, lead: PeriodMark? = nil
  ) -> DraftFigure {
    var draft = draft
    draft.lead = lead
    if draft.period == nil { draft.period = period }
    draft.statesTargets = statesTargets
    return draft
  }
}

/// The years that a sentence opens with.
struct Opening {
  var mark: PeriodMark
  /// The sentence speaks of the year itself, not of something in it: it begins an account of that year.
  var isTopic = false
}

extension PeriodMark {
  /// `1983年以来`: in the middle of a sentence it belongs to one thing (`1983年以来被征地人员`).
  var isSince: Bool {
    if case .since = rule { true } else { false }
  }

  /// More than one year.
  var isSpan: Bool {
    switch rule {
    case .span, .since, .five: true
    case .relative(let first, let last): first != last
    case .year, .calendar, .present: false
    }
  }
}
