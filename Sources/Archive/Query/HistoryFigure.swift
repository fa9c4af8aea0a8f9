internal import ReportReading
internal import SQLite

/// What decides on a figure's place in a history, without its words: a district has thousands of figures, and a history
/// shows some hundreds.
struct HistoryFigure {
  var report: Int64
  var ordinal: Int
  var kind: FigureKind
  var series: Series
  var isHeadline: Bool
  var isFlagged: Bool
  private var isOutOfPlace: Bool
  /// 0 for a number, 1 for an outcome's bound (`突破4000亿元`), 2 for none.
  private var vagueness: Int
  /// Years between the report that states it and the one that should.
  private var distance: Int

  /// The figures of a history, as `figure_row` has them: what several share is looked up once, in ``FigureKnowledge``.
  /// - Parameter namesIndicators: whether the condition asks for indicators.
  static func sql(_ condition: Condition, namesIndicators: Bool) -> String {
    """
    SELECT f.report_id, f.ordinal, f.form_id, f.indicator_no, f.indicator, f.scope, f.is_former,
      coalesce(f.first_year, f.last_year), f.last_year, f.low IS NULL, f.section, r.year
    FROM report AS r CROSS JOIN figure_row AS f ON f.report_id = r.report_id
    \(namesIndicators ? "LEFT JOIN indicator AS i ON i.indicator_no = f.indicator_no" : "")
    WHERE r.duplicate_of IS NULL \(condition.more)
    """
  }

  static func report(_ row: borrowing Statement) -> Int64 { row.integer(0) }

  /// Years of its period; nil where it is not told.
  static func years(_ row: borrowing Statement) -> ClosedRange<Int>? {
    guard let first = row.optionalInt(7), let last = row.optionalInt(8), first <= last else { return nil }
    return first...last
  }

  /// - Parameter years: ``years(_:)`` of the row.
  init(
    _ row: borrowing Statement, _ form: FigureKnowledge.Form, _ indicatorID: String, sectionKind: String,
    _ years: ClosedRange<Int>
  ) {
    report = Self.report(row)
    ordinal = row.int(1)
    kind = form.kind
    series = Series(
      indicatorID: indicatorID, name: indicatorID.isEmpty ? row.text(4) : "", scope: row.text(5),
      isFormer: row.int(6) == 1, measure: form.measure, dimension: form.dimension)
    isHeadline = form.isHeadline
    isFlagged = !form.flags.isEmpty
    isOutOfPlace = sectionKind != (kind == .target ? "plan" : "review")
    vagueness = row.int(9) == 1 ? 2 : kind == .outcome && form.isBound ? 1 : 0
    let stating = years.upperBound + (kind == .outcome ? 1 : 0)
    distance = row.optionalInt(11).map { abs($0 - stating) } ?? .max
  }

  /// Whether it is the better one of two that compete for one place: the rule of `choice` in the view `histories`.
  /// - Parameter sources: of each report its place by source.
  func isBetter(than other: HistoryFigure, _ sources: [Int64: Int]) -> Bool {
    if isFlagged != other.isFlagged { return other.isFlagged }
    if isOutOfPlace != other.isOutOfPlace { return other.isOutOfPlace }
    if distance != other.distance { return distance < other.distance }
    if vagueness != other.vagueness { return vagueness < other.vagueness }
    return (sources[report] ?? 0, ordinal) < (sources[other.report] ?? 0, other.ordinal)
  }
}
