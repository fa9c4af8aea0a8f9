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
    let tokenizer = Tokenizer(bytes: text.bytes, places: places)
    var tokens = TokenizedText()
    // Three characters for a token, of three bytes each.
    tokens.tokens.reserveCapacity(text.bytes.count / 9)
    for paragraph in text.paragraphs { tokenizer.tokenize(paragraph, into: &tokens) }
    let calendar = ReportCalendar(year, tokens: tokens, outline: outline)
    let dater = FigureDater(outline: outline, calendar: calendar)
    var context = PeriodContext(outline: outline, tokenizer: tokenizer)
    let parser = ClauseParser(text: tokens, bytes: text.bytes)
    let reader = SentenceReader(tokenizer)
    var figures: [Figure] = []
    var found = ParagraphFindings()
    for number in text.paragraphs.indices {
      let section = Int(outline.sectionOfParagraph[number])
      if outline.sections[section].kind == .glossary { continue }
      found.removeAll()
      reader.read(
        tokens.tokens[tokens.paragraphs[number].tokens], with: parser,
        as: .init(
          statesTargets: outline.isMainTargets(number), isPlan: outline.sections[section].kind == .plan),
        into: &found)
      for opening in found.openings { context.open(opening, section: section, calendar: calendar) }
      for i in found.drafts.indices {
        let quote = found.drafts[i].quote
        let section = outline.section(at: quote.lowerBound)
        if isHeading(quote, of: outline.nodes[section].heading, paragraph: text.paragraphs[number]) { continue }
        figures.append(
          dater.figure(&found.drafts[i], section: section, heading: context.mark(in: section), text: text))
      }
    }
    return figures
  }

  /// Numbers that stand only in a heading are no figures; a run-in heading is a sentence of its paragraph.
  private static func isHeading(_ quote: Range<Int>, of heading: Range<Int>, paragraph: Range<Int>) -> Bool {
    heading.lowerBound <= quote.lowerBound && quote.upperBound <= heading.upperBound
      && heading.upperBound >= paragraph.upperBound
  }
}

/// Gives drafts their kind and period.
private struct FigureDater {
  let outline: Outline
  let calendar: ReportCalendar
  /// Index of the first section of the plan.
  let firstPlan: Int

  init(outline: Outline, calendar: ReportCalendar) {
    self.outline = outline
    self.calendar = calendar
    firstPlan = outline.sections.firstIndex { $0.kind == .plan } ?? outline.sections.count
  }

  /// - Parameter draft: what the clause says; the years of the headings are added.
  func figure(_ draft: inout DraftFigure, section: Int, heading: PeriodMark?, text: NormalisedText) -> Figure {
    draft.ownPeriod = draft.period != nil
    draft.headingPeriod = heading
    // `到2018年，…翻番。…突破2000亿元`: within a span of years, the year that the paragraph opens with.
    if draft.period == nil { draft.period = heading?.isSpan == true ? draft.lead ?? heading : heading }
    let dating = Dating(
      draft: draft, section: outline.sections[section].kind, calendar: calendar, followsPlan: firstPlan < section)
    return Figure(
      kind: dating.kind, indicator: draft.indicator.description, measure: draft.measure, comparator: draft.comparator,
      low: draft.low, high: draft.high, unit: unit(of: draft, text), period: dating.period,
      source: text.source(draft.quote), section: section,
      flags: draft.flags.union(Plausibility.flags(draft)).flags, isHeadline: draft.statesTargets,
      isState: draft.isState,
      yardstick: yardstick(draft, text))
  }

  /// A unit in brackets keeps the brackets as printed (`套(户)`).
  private func unit(of draft: DraftFigure, _ text: NormalisedText) -> String {
    let unit = draft.unit.description
    // Last bytes of `）`: told at once for nearly all units.
    guard draft.unit.lastByte == 0x89, draft.unit.last == "）", let open = draft.unit.firstRange(of: "（") else {
      return unit
    }
    let width = draft.unit.range.upperBound - open.lowerBound
    for at in draft.quote
    where text.bytes[at..<min(at + width, text.bytes.count)] == draft.unit.bytes[open.lowerBound...] {
      return text.source(at..<at + 3).count == 1
        ? draft.unit[..<open.lowerBound].description + "(" + draft.unit[open.upperBound...].dropLast().description + ")"
        : unit
    }
    return unit
  }

  private func yardstick(_ draft: DraftFigure, _ text: NormalisedText) -> Yardstick? {
    guard draft.comparator == .reference, draft.measure == .change else { return nil }
    return Yardstick(clause: Words(text.bytes, draft.quote))
  }
}
