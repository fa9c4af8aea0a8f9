/// Finds the figures of a report: clause by clause, then kind and period by section, tense and the report's year.
enum FigureFinder {
  /// - Parameters:
  ///   - text: the normalised text.
  ///   - outline: its sections, which tell work done from work ahead.
  ///   - reportYear: the year whose work the report sets out, if known.
  /// - Returns: the figures in the order of the text.
  static func figures(in text: NormalisedText, outline: Outline, reportYear: Int?) -> [Figure] {
    let reader = SentenceReader(bytes: text.bytes)
    var context = PeriodContext(outline: outline, tokenizer: reader.tokenizer)
    let calendar = calendar(reportYear, reader: reader, text: text, outline: outline)
    var figures: [Figure] = []
    for (number, paragraph) in text.paragraphs.enumerated() {
      let section = outline.sectionOfParagraph[number]
      if outline.sections[section].kind == .glossary { continue }
      let (drafts, opening) = reader.read(paragraph, statesTargets: outline.isMainTargets(number))
      context.open(opening, section: section, reportYear: reportYear)
      for draft in drafts {
        let section = outline.section(at: draft.quote.lowerBound)
        figures.append(
          figure(draft, section: section, heading: context.mark(in: section), calendar, text: text, outline: outline))
      }
    }
    return figures
  }

  private static func figure(
    _ draft: DraftFigure, section: Int, heading: PeriodMark?, _ calendar: ReportCalendar, text: NormalisedText,
    outline: Outline
  ) -> Figure {
    let followsPlan = outline.sections[..<section].contains { $0.kind == .plan }
    var draft = draft
    draft.ownPeriod = draft.period != nil
    draft.headingPeriod = heading
    if draft.period == nil { draft.period = heading }
    let dating = Dating(
      draft: draft, section: outline.sections[section].kind, calendar: calendar, followsPlan: followsPlan)
    return Figure(
      kind: dating.kind, indicator: draft.indicator, measure: draft.measure, comparator: draft.comparator,
      low: draft.low, high: draft.high, unit: draft.unit, period: dating.period, source: text.source(draft.quote),
      section: section, flags: draft.flags.union(Plausibility.flags(draft)))
  }

  /// A session held in December plans `明年`: there `今年` is the year looked back on.
  private static func calendar(
    _ reportYear: Int?, reader: SentenceReader, text: NormalisedText, outline: Outline
  ) -> ReportCalendar {
    guard let reportYear else { return ReportCalendar() }
    var this = 0
    var next = 0
    for (number, paragraph) in text.paragraphs.enumerated()
    where outline.sections[outline.sectionOfParagraph[number]].kind == .plan {
      for mark in reader.tokenizer.tokenize(paragraph).periods {
        if mark.rule == .calendar(0) { this += 1 }
        if mark.rule == .calendar(1) { next += 1 }
      }
    }
    return ReportCalendar(reportYear: reportYear, thisYear: next > this ? reportYear - 1 : reportYear)
  }
}
