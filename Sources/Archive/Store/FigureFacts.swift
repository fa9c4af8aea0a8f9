internal import ReportReading

/// What the archive keeps of a figure beyond the report's own finding.
struct FigureFacts: Sendable {
  /// The catalogue's answer to its indicator.
  var match: IndicatorCatalogue.Match?
  var form: FigureForm
  var years: PeriodYears
  /// Its place among the figures of its report that state one thing for one period, 1 for the best.
  var place = 1

  /// The facts of each figure of a report.
  static func all(of report: Report) -> [FigureFacts] {
    var facts = report.figures.map { figure in
      let match = Catalogue.match(figure, in: report.text.bytes)
      return FigureFacts(
        match: match, form: FigureForm(figure, speakingOf: match.flatMap { Catalogue.indicator($0.id) }),
        years: PeriodYears(figure.period))
    }
    var rivals: [Statement: [Int]] = [:]
    for index in facts.indices { rivals[Statement(report.figures[index], facts[index]), default: []].append(index) }
    for indices in rivals.values where indices.count > 1 {
      let ranked = indices.map { ($0, Doubt(report.figures[$0], in: report)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      for (place, (index, _)) in ranked.enumerated() { facts[index].place = place + 1 }
    }
    return facts
  }

  /// What several figures of a report can state alike.
  private struct Statement: Hashable {
    var kind: FigureKind
    var indicator: String
    var scope: String
    var isFormer: Bool
    var measure: Measure
    var dimension: String
    var period: String

    init(_ figure: Figure, _ facts: FigureFacts) {
      kind = figure.kind
      indicator = facts.match?.id ?? figure.indicator
      scope = facts.match?.scope ?? ""
      isFormer = facts.match?.isFormerDefinition == true
      measure = figure.measure
      dimension = facts.form.scale.dimension
      period = figure.period
    }
  }

  /// What speaks against a figure, the weightiest first.
  private struct Doubt: Comparable {
    var isFlagged: Bool
    var isOutOfPlace: Bool
    var isOrdinary: Bool
    var hasNoNumber: Bool

    init(_ figure: Figure, in report: Report) {
      isFlagged = !figure.flags.isEmpty
      isOutOfPlace = report.sections[figure.section].kind != (figure.kind == .target ? .plan : .review)
      isOrdinary = !figure.isHeadline
      hasNoNumber = figure.low == nil
    }

    private var weight: Int {
      [isFlagged, isOutOfPlace, isOrdinary, hasNoNumber].reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
    }

    static func < (one: Doubt, other: Doubt) -> Bool { one.weight < other.weight }
  }
}
