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

  static let selection = """
    report_id, ordinal, kind, indicator_id, indicator, scope, is_former, measure, dimension, first_year, last_year, is_headline,
    flags <> '', section_kind <> iif(kind = 'target', 'plan', 'review'),
    iif(low IS NULL, 2, kind = 'outcome' AND comparator IN ('>', '>=', '<', '<=')), report_year
    """

  // What decides whether a row is read at all.

  static func report(_ row: borrowing Statement) -> Int64 { row.integer(0) }

  static func isKnown(_ row: borrowing Statement) -> Bool { row.withBytes(3) { !$0.isEmpty } }

  static func isFlagged(_ row: borrowing Statement) -> Bool { row.int(12) == 1 }

  /// Years of its period; nil where it is not told.
  static func years(_ row: borrowing Statement) -> ClosedRange<Int>? {
    guard let first = row.optionalInt(9), let last = row.optionalInt(10), first <= last else { return nil }
    return first...last
  }

  /// - Parameter years: ``years(_:)`` of the row.
  init(_ row: borrowing Statement, _ years: ClosedRange<Int>) {
    report = Self.report(row)
    ordinal = row.int(1)
    kind = row.text(2) == "target" ? .target : .outcome
    let id = row.text(3)
    series = Series(
      indicatorID: id, name: id.isEmpty ? row.text(4) : "", scope: row.text(5), isFormer: row.int(6) == 1,
      measure: Measure(rawValue: row.text(7)) ?? .level, dimension: row.text(8))
    isHeadline = row.int(11) == 1
    isFlagged = Self.isFlagged(row)
    isOutOfPlace = row.int(13) == 1
    vagueness = row.int(14)
    let stating = years.upperBound + (kind == .outcome ? 1 : 0)
    distance = row.optionalInt(15).map { abs($0 - stating) } ?? .max
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
