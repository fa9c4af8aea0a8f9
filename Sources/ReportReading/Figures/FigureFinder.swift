/// Finds the figures of a report: clause by clause, then kind and period by section, tense and the report's year.
enum FigureFinder {
  /// - Parameters:
  ///   - text: the normalised text.
  ///   - places: of the words of the text.
  ///   - outline: its sections, which tell work done from work ahead.
  ///   - year: the year whose work the report sets out, and how it is known.
  /// - Returns: the figures in the order of the text.
  static func figures(
    in text: NormalisedText, _ places: WordPlaces, outline: Outline, year: YearFinding
  ) -> [Figure] {
    // Unsafe because nothing counts who reads the text: it stays where it is until the call ends, and no words leave it.
    unsafe text.bytes.withUnsafeBufferPointer { bytes in
      let memory = unsafe WordMemory(lending: bytes)
      return figures(in: text, Tokenizer(bytes: text.bytes, places: places, memory: memory), outline, year)
    }
  }

  private static func figures(
    in text: NormalisedText, _ tokenizer: consuming Tokenizer, _ outline: Outline, _ year: YearFinding
  ) -> [Figure] {
    let batches = batches(of: text.paragraphs)
    var tokens = TokenizedText()
    // Three characters for a token, of three bytes each.
    tokens.tokens.reserveCapacity(min(text.bytes.count, bytesOfBatch) / 9)
    var tally = ReportCalendar.Tally()
    var context = PeriodContext(outline: outline, tokenizer: tokenizer)
    let reader = SentenceReader(tokenizer)
    let memory = reader.memory
    // Drafts do not hold their words.
    defer { withExtendedLifetime(memory) {} }
    let goals = GoalSections(outline, text.bytes, memory, years: context)
    for batch in batches {
      reader.tokenizer.tokenize(batch, of: text, outline, goals, into: &tokens)
      tally.add(tokens, from: batch.lowerBound, outline)
    }
    let calendar = ReportCalendar(year, tally, isOfHalves: isOfHalves(outline, text, memory))
    let dater = FigureDater(outline: outline, calendar: calendar, memory: memory)
    var figures: [Figure] = []
    figures.reserveCapacity(min(tokens.quantities.count, ReadingLimits.figures))
    var found = ParagraphFindings()
    for batch in batches {
      if batches.count > 1 { reader.tokenizer.tokenize(batch, of: text, outline, goals, into: &tokens) }
      ClauseParser.withParser(of: tokens, bytes: text.bytes, memory: reader.memory) { parser in
        for (number, paragraph) in zip(batch, tokens.paragraphs) {
          let section = Int(outline.sectionOfParagraph[number])
          // A text with more figures is refused.
          if outline.sections[section].kind == .glossary || figures.count > ReadingLimits.figures { continue }
          found.removeAll()
          reader.read(
            parser.tokens[paragraph.tokens], with: parser,
            as: .init(
              statesTargets: outline.isMainTargets(number), setsGoals: goals.contains(section),
              isPlan: outline.sections[section].kind == .plan, isOfOneYear: context.isOfOneYear(section)),
            into: &found)
          append(&found, of: text.paragraphs[number], section, in: text, &context, dater, to: &figures)
          memory.reset()
        }
      }
    }
    return figures
  }

  /// `一、上半年工作情况`, `二、下半年工作安排`: whether the parts are the halves of a year.
  private static func isOfHalves(_ outline: Outline, _ text: NormalisedText, _ memory: WordMemory) -> Bool {
    let parts = outline.sections.indices.filter { outline.sections[$0].depth == 1 }
      .map { Words(memory, outline.nodes[$0].heading) }
    return parts.contains { $0.contains("上半年") } && parts.contains { $0.contains("下半年") }
  }

  /// Adds the figures of a paragraph's drafts. The years that a sentence opens with hold from there on.
  private static func append(
    _ found: inout ParagraphFindings, of paragraph: Range<Int>, _ paragraphSection: Int, in text: NormalisedText,
    _ context: inout PeriodContext, _ dater: FigureDater, to figures: inout [Figure]
  ) {
    var opened = 0
    func open(before draft: Int) {
      while opened < found.openings.count, found.openings[opened].draftsBefore <= draft {
        context.open(found.openings[opened], section: paragraphSection, calendar: dater.calendar)
        opened += 1
      }
    }
    for i in found.drafts.indices {
      open(before: i)
      // A bracket left open by a copy can reach over the next headings within the paragraph.
      let section = dater.outline.section(holding: found.drafts[i].quote)
      let end = dater.outline.nodes[section].range.upperBound
      if found.drafts[i].quote.upperBound > end { found.drafts[i].quote = found.drafts[i].quote.lowerBound..<end }
      let quote = found.drafts[i].quote
      if isHeading(quote, of: dater.outline.nodes[section].heading, paragraph: paragraph) { continue }
      figures.append(dater.figure(&found.drafts[i], section: section, heading: context.mark(in: section), text: text))
    }
    open(before: found.drafts.count)
  }

  /// Bytes of a text that are held as tokens at once. No report has so many: its tokens are made once.
  private static let bytesOfBatch = 1 << 20

  /// The paragraphs of a text, so many at a time as are held as tokens at once; a longer text is made tokens of twice, for
  /// its calendar and for its figures.
  private static func batches(of paragraphs: Paragraphs) -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var first = 0
    for (number, paragraph) in paragraphs.enumerated()
    where paragraph.upperBound - paragraphs[first].lowerBound > bytesOfBatch {
      batches.append(first..<number + 1)
      first = number + 1
      if first == paragraphs.count { return batches }
    }
    if first < paragraphs.count { batches.append(first..<paragraphs.count) }
    return batches
  }

  /// Numbers that stand only in a heading are no figures; a run-in heading is a sentence of its paragraph.
  private static func isHeading(_ quote: Range<Int>, of heading: Range<Int>, paragraph: Range<Int>) -> Bool {
    heading.lowerBound <= quote.lowerBound && quote.upperBound <= heading.upperBound
      && heading.upperBound >= paragraph.upperBound
  }
}

extension Tokenizer {
  /// Makes tokens of some paragraphs of a text, in place of those that are there.
  fileprivate func tokenize(
    _ paragraphs: Range<Int>, of text: NormalisedText, _ outline: Outline, _ goals: GoalSections,
    into tokens: inout TokenizedText
  ) {
    tokens.removeAll()
    for number in paragraphs {
      let section = Int(outline.sectionOfParagraph[number])
      let isPlan = outline.sections[section].kind == .plan
      let isWhole = outline.isMainTargets(number) || goals.contains(section)
      tokenize(
        text.paragraphs[number], scope: isWhole ? .all : isPlan ? .numbersAndBounds : .numbers, into: &tokens)
    }
  }
}

/// Gives drafts their kind and period.
private struct FigureDater {
  let outline: Outline
  let calendar: ReportCalendar
  /// Of the text.
  let memory: WordMemory
  /// Index of the first section of the plan.
  let firstPlan: Int

  init(outline: Outline, calendar: ReportCalendar, memory: WordMemory) {
    self.outline = outline
    self.calendar = calendar
    self.memory = memory
    firstPlan = outline.sections.firstIndex { $0.kind == .plan } ?? outline.sections.count
  }

  /// - Parameter draft: what the clause says; the years of the headings are added to it.
  func figure(_ draft: inout DraftFigure, section: Int, heading: PeriodMark?, text: NormalisedText) -> Figure {
    draft.ownPeriod = draft.period != nil
    draft.headingPeriod = heading
    // `到2018年，…翻番。…突破2000亿元`: within a span of years, the year that the paragraph opens with.
    if draft.period == nil { draft.period = heading?.isSpan == true ? draft.lead ?? heading : heading }
    return figure(draft, section: section, text: text)
  }

  private func figure(_ draft: DraftFigure, section: Int, text: NormalisedText) -> Figure {
    let dating = Dating(
      draft: draft, section: outline.sections[section].kind, calendar: calendar, followsPlan: firstPlan < section)
    return Figure(
      kind: dating.kind, indicator: draft.indicator.description, measure: draft.measure, comparator: draft.comparator,
      low: draft.low, high: draft.high, unit: unit(of: draft, text), period: dating.period,
      source: text.source(draft.quote), section: section,
      flags: draft.flags.union(Plausibility.flags(draft)).flags, isHeadline: draft.statesTargets,
      isState: draft.isState,
      yardstick: draft.comparator == .reference && draft.measure == .change
        ? Yardstick(clause: Words(memory, draft.quote)) : nil)
  }

  /// A unit in brackets keeps the brackets as printed (`套(户)`).
  private func unit(of draft: DraftFigure, _ text: NormalisedText) -> String {
    let unit = draft.unit.description
    // Last bytes of `）`: told at once for nearly all units.
    guard draft.unit.lastByte == 0x89, draft.unit.last == "）", let open = draft.unit.firstRange(of: "（") else {
      return unit
    }
    let brackets = draft.unit[open.lowerBound...]
    for at in draft.quote
    where at + brackets.byteCount <= text.bytes.count && Words(memory, at..<at + brackets.byteCount) == brackets {
      return text.source(at..<at + 3).count == 1
        ? draft.unit[..<open.lowerBound].description + "(" + draft.unit[open.upperBound...].dropLast().description + ")"
        : unit
    }
    return unit
  }

}
