import Archive
import ReportReading

extension OutcomeRow {
  /// The target's columns, then what was stated of it later, under the prefix `outcome_`.
  static let columns = FigureRow.columns + stated.map { "outcome_" + $0 }

  private static let stated = [
    "figure_id", "report_year", "indicator", "comparator", "low", "high", "unit", "period", "quote", "source", "start",
    "end", "flags",
  ]

  var cells: [CSVCell] {
    guard let outcome else { return target.cells + Self.stated.map { _ in .text("") } }
    let cells = Dictionary(uniqueKeysWithValues: zip(FigureRow.columns, outcome.cells))
    return target.cells + Self.stated.compactMap { cells[$0] }
  }

  var json: JSONValue { .object([("target", target.json), ("outcome", outcome?.json ?? .null)]) }
}
