/// Reads the figures of paragraphs, sentence by sentence.
///
/// Not to be copied, so that closures lend it instead; to pass one of its methods, write `{ isBound($0) }`.
struct SentenceReader: ~Copyable {
  let bytes: [UInt8]
  /// For what stands in brackets.
  let tokenizer: Tokenizer
  /// Of the words of drafts: they end with it, and when it is reset.
  let memory: WordMemory
  private let references: ReferenceReader

  init(_ tokenizer: consuming Tokenizer) {
    bytes = tokenizer.bytes
    memory = WordMemory(of: tokenizer.memory)
    references = ReferenceReader(bytes: bytes, memory: memory)
    self.tokenizer = tokenizer
  }

  init(bytes: [UInt8]) { self.init(Tokenizer(bytes: bytes)) }

  /// The figures of a paragraph.
  /// - Parameters:
  ///   - statesTargets: whether it states the main targets, where directions without a number count.
  ///   - topic: what is spoken of before it begins.
  /// - Returns: drafts in the order of the text, which end with the reader.
  func drafts(of paragraph: Range<Int>, statesTargets: Bool = false, topic: Words? = nil) -> [DraftFigure] {
    let text = tokenizer.tokenize(paragraph)
    var found = ParagraphFindings()
    ClauseParser.withParser(of: text, bytes: bytes, memory: memory) { parser in
      read(parser.tokens, with: parser, as: Manner(statesTargets: statesTargets, topic: topic), into: &found)
    }
    return found.drafts
  }

  /// What is read of a paragraph.
  struct Manner {
    /// It states the main targets: directions without a number count.
    var statesTargets = false
    /// It sets goals for several years, where they count too.
    var setsGoals = false
    /// It sets out the work ahead: bounds by the average of a wider place count.
    var isPlan = false
    /// The heading above it names one year: more than that is a sentence's own (`8年来，…`).
    var isOfOneYear = false
    /// What is spoken of before it begins.
    var topic: Words?

    /// Whether directions without a number count.
    var countsDirections: Bool { statesTargets || setsGoals }
  }

  /// Adds the figures of a paragraph, and the period words that it and its parts open with.
  /// - Parameter parser: of the text that the tokens are of.
  func read(
    _ tokens: Tokens, with parser: ClauseParser, as manner: Manner,
    into found: inout ParagraphFindings
  ) {
    found.paragraph.begin()
    for sentence in tokens.parts(.sentence) {
      if sentence.count == 1, sentence[sentence.startIndex].isPlainSentence {
        found.paragraph.isFirst = false
        continue
      }
      let traits = sentence.traits
      if traits.kinds.contains(.period) {
        open(sentence, with: parser, as: manner, &found.paragraph, into: &found.openings, before: found.drafts.count)
      } else if manner.isPlan, let term = announcedTerm(sentence) {
        found.openings.append(Opening(mark: term, isTopic: true, isLocal: true, draftsBefore: found.drafts.count))
      }
      if let end = endOfReading(sentence, traits, manner) {
        read(sentence, upTo: end, with: parser, as: manner, &found.paragraph, into: &found.drafts)
        found.paragraph.note()
      }
      found.paragraph.isFirst = false
    }
  }

  /// Notes the years that a sentence opens with or announces.
  /// - Parameter drafts: how many figures of the paragraph stand before it.
  private func open(
    _ sentence: Tokens, with parser: ClauseParser, as manner: Manner, _ paragraph: inout ParagraphState,
    into openings: inout [Opening], before drafts: Int
  ) {
    if var opening = openingMark(sentence, parser.text), !(manner.isOfOneYear && opening.isLookingBack) {
      opening.draftsBefore = drafts
      let isTurn =
        manner.isPlan && manner.statesTargets && paragraph.period?.isSpan != false && !opening.mark.isDeadline
      // `2008年以来引进资金…` within a paragraph is the sentence's own.
      let holdsOn = opening.mark.isSpan && (!opening.mark.isSince || paragraph.isFirst)
      if holdsOn || opening.isTopic && !opening.mark.isDeadline || isTurn {
        paragraph.period = opening.mark
      }
      if !manner.isPlan, opening.mark.isOneYear, isFrame(opening, of: sentence) { paragraph.period = opening.mark }
      // `一年来，…` in a plan looks back to the end of its paragraph.
      if paragraph.isFirst, opening.mark.rule == .relative(first: -1, last: -1) { paragraph.period = opening.mark }
      // `…。今年的主要目标是：…` turns from several years to one.
      if paragraph.isFirst || holdsOn || opening.isTopic || manner.isPlan { openings.append(opening) }
    }
    if let year = announcedYear(sentence, parser.text) {
      openings.append(Opening(mark: year, isTopic: true, draftsBefore: drafts))
    }
  }

  /// Reads the clauses of a sentence that begin before its last number or at it.
  private func read(
    _ sentence: Tokens, upTo end: Int, with parser: ClauseParser, as manner: Manner,
    _ paragraph: inout ParagraphState, into drafts: inout [DraftFigure]
  ) {
    paragraph.carry.reset()
    paragraph.carry.period = paragraph.period
    if let topic = manner.topic { paragraph.carry.topics.append(topic) }
    if sentence.first(where: { $0.kind != .period })?.classes.contains(.dist) == true { paragraph.takeUp(parser) }
    // The years that the sentence names before its first figure hold to its end, others to the next semicolon.
    var ahead = paragraph.carry.period
    let lead = paragraph.lead
    for part in sentence.parts(.part) {
      paragraph.carry.beginPart(years: ahead)
      for clause in part.parts(.clause) where clause.startIndex <= end {
        read(
          clause, opens: clause.startIndex == sentence.startIndex, with: parser, as: manner, lead: lead, ahead: &ahead,
          &paragraph.carry, into: &drafts)
      }
    }
    // `总体目标是：到2020年，…。…达到…`: what the main targets are set for holds on.
    if let ahead, ahead.isDeadline {
      if manner.statesTargets { paragraph.period = ahead }
      if paragraph.isFirst { paragraph.lead = ahead }
    }
  }

  /// Reads one clause of a sentence.
  /// - Parameters:
  ///   - opens: whether the sentence begins with it.
  ///   - ahead: the years that hold to the end of the sentence; updated.
  private func read(
    _ clause: Tokens, opens: Bool, with parser: ClauseParser, as manner: Manner, lead: PeriodMark?,
    ahead: inout PeriodMark?, _ carry: inout Carry, into drafts: inout [DraftFigure]
  ) {
    let first = drafts.count
    let traits = clause.traits
    read(clause, traits, with: parser, as: manner, &carry, into: &drafts)
    if carry.stated.isEmpty, carry.statedBefore.isEmpty, let mark = carry.period, !mark.isSince,
      drafts.count == first || mark.isDeadline || opens
    {
      ahead = mark
    }
    carry.note(drafts, from: first)
    for i in first..<drafts.count {
      let isReached = drafts[i].isState && drafts[i].measure == .level && carry.period == ahead
      drafts[i].complete(isReached ? carry.reached ?? carry.period : carry.period, manner.statesTargets, lead: lead)
    }
    guard traits.kinds.contains(.parenthesis) else { return }
    for token in clause where token.kind == .parenthesis {
      drafts += inner(token, period: carry.period, topic: drafts.last?.indicator)
    }
  }

  /// Adds the figures of a clause, with or without a number.
  private func read(
    _ clause: Tokens, _ traits: Tokens.Traits, with parser: ClauseParser, as manner: Manner, _ carry: inout Carry,
    into drafts: inout [DraftFigure]
  ) {
    if traits.kinds.isDisjoint(with: [.quantity, .rank]) {
      // Before the clause itself is spoken of.
      addReferences(clause, with: parser, as: manner, &carry, to: &drafts)
      return parser.read(clause, traits, carry: &carry, into: &drafts)
    }
    let count = drafts.count
    let mayCompare = manner.isPlan && !manner.countsDirections && references.mayHoldAverage(clause)
    let topic = mayCompare ? carry.topics.last(parser) : nil
    parser.read(clause, traits, carry: &carry, into: &drafts)
    if mayCompare, drafts.count == count { drafts += references.averages(in: clause) { topic } }
  }

  /// Adds the figures of a clause without a number.
  private func addReferences(
    _ clause: Tokens, with parser: ClauseParser, as manner: Manner, _ carry: inout Carry, to drafts: inout [DraftFigure]
  ) {
    let count = drafts.count
    if manner.countsDirections {
      drafts += references.figures(in: clause) { carry.topics.last(parser) }
      if drafts.count == count, let whole = labelled(clause, in: parser.tokens) {
        drafts += references.figures(in: whole)
      }
    } else if manner.isPlan {
      drafts += references.averages(in: clause) { carry.topics.last(parser) }
    }
  }

  /// `居民收入：与经济增长同步`: a clause with the label before its colon; nil where there is none.
  private func labelled(_ clause: Tokens, in tokens: Tokens) -> Tokens? {
    guard clause.startIndex > 0, tokens[clause.startIndex - 1].kind == .colon else { return nil }
    let before = tokens[..<(clause.startIndex - 1)]
    let label = before.suffix(Self.longestLabel).reversed().prefix { $0.kind == .text || $0.kind == .word }
    guard !label.isEmpty, label.count < Self.longestLabel else { return nil }
    return memory.keep(label.reversed() + Array(clause))
  }

  /// In tokens; a label is a name.
  private static let longestLabel = 8

  /// The last token of a sentence behind which nothing is read: its last number. Nil where nothing of it is.
  private func endOfReading(_ sentence: Tokens, _ traits: Tokens.Traits, _ manner: Manner) -> Int? {
    if manner.countsDirections || manner.isPlan && !traits.classes.isDisjoint(with: Self.bounds) {
      return sentence.endIndex
    }
    let numbers: Token.Kinds = [.quantity, .rank, .parenthesis]
    return traits.kinds.isDisjoint(with: numbers) ? nil : sentence.lastIndex { holdsNumber($0) }
  }

  /// `高于`, `达到`: words that may set a bound by reference.
  private static let bounds: WordClass = [.gap, .pre, .levelTo]

  /// Whether a token is a number or may hold one.
  func holdsNumber(_ token: Token) -> Bool {
    token.kind == .quantity || token.kind == .rank || token.kind == .parenthesis
  }

  /// What stands in brackets is read by itself; growth by another scope is growth of the thing before the bracket
  /// (`下降1.8%（剔除减税降费因素，同口径增长8.1%）`).
  private func inner(_ token: Token, period: PeriodMark?, topic: Words?) -> [DraftFigure] {
    let inside = (token.range.lowerBound + 1)..<(token.range.upperBound - 1)
    guard inside.count > 12, let (_, width) = bytes.scalar(at: token.range.lowerBound) else { return [] }
    let range = (token.range.lowerBound + width)..<(token.range.upperBound - width)
    guard range.lowerBound < range.upperBound else { return [] }
    let words = Words(memory, range)
    let restates = ["可比", "同口径", "扣除", "剔除"].contains { words.contains($0) }
    var drafts = drafts(of: range, topic: restates ? topic : nil).filter { !$0.indicator.isEmpty }
    for i in drafts.indices { drafts[i].complete(period, false, lead: nil) }
    return drafts
  }
}

/// What was found in paragraphs.
struct ParagraphFindings {
  var drafts: [DraftFigure] = []
  var openings: [Opening] = []
  /// Room for what is handed on within a paragraph.
  fileprivate var paragraph = SentenceReader.ParagraphState()

  mutating func removeAll() {
    drafts.removeEach()
    openings.removeEach()
  }
}

extension DraftFigure {
  /// Adds what the sentence and the paragraph say.
  fileprivate mutating func complete(_ period: PeriodMark?, _ statesTargets: Bool, lead: PeriodMark?) {
    self.lead = lead
    // `2013年，…预计完成…`
    if self.period == nil || self.period?.rule == .present && period?.isNamedYear == true { self.period = period }
    self.statesTargets = statesTargets
  }
}

extension PeriodMark {
  /// `1983年以来`: in the middle of a sentence it belongs to one thing (`1983年以来被征地人员`).
  var isSince: Bool {
    if case .since = rule { true } else { false }
  }

  /// Gives way to years that were named before it.
  var isLoose: Bool {
    switch rule {
    case .present, .years: true
    default: false
    }
  }

  /// One year that is told apart from others.
  var isOneYear: Bool {
    switch rule {
    case .year, .calendar: true
    case .relative(let first, let last): first == last
    case .span, .since, .present, .years: false
    }
  }

  /// A year told by its number.
  var isNamedYear: Bool {
    if case .year = rule { true } else { false }
  }

  /// More than one year.
  var isSpan: Bool {
    switch rule {
    case .span, .since, .years: true
    case .relative(let first, let last): first != last
    case .year, .calendar, .present: false
    }
  }
}
