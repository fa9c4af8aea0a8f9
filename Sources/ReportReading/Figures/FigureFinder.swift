/// Finds the figures of a report: clause by clause, then kind and period by section, tense and the report's year.
enum FigureFinder {
  /// - Parameters:
  ///   - text: the normalised text.
  ///   - outline: its sections, which tell work done from work ahead.
  ///   - reportYear: the year whose work the report sets out, if known.
  /// - Returns: the figures in the order of the text.
  static func figures(in text: NormalisedText, outline: Outline, reportYear: Int?) -> [Figure] {
    let reader = SentenceReader(bytes: text.bytes)
    let periods = SectionPeriods(outline: outline, tokenizer: reader.tokenizer)
    var figures: [Figure] = []
    for (number, paragraph) in text.paragraphs.enumerated() {
      let section = outline.sectionOfParagraph[number]
      if outline.sections[section].kind == .glossary { continue }
      for draft in reader.drafts(of: paragraph, statesTargets: outline.isMainTargets(number)) {
        figures.append(figure(draft, text: text, outline: outline, periods: periods, reportYear: reportYear))
      }
    }
    return figures
  }

  private static func figure(
    _ draft: DraftFigure, text: NormalisedText, outline: Outline, periods: SectionPeriods, reportYear: Int?
  ) -> Figure {
    let section = outline.section(at: draft.quote.lowerBound)
    var draft = draft
    if draft.period == nil { draft.period = periods.marks[section] }
    let dating = Dating(draft: draft, section: outline.sections[section].kind, reportYear: reportYear)
    return Figure(
      kind: dating.kind, indicator: draft.indicator, measure: draft.measure, comparator: draft.comparator,
      low: draft.low, high: draft.high, unit: draft.unit, period: dating.period, source: text.source(draft.quote),
      section: section, flags: draft.flags.union(Plausibility.flags(draft)))
  }
}
