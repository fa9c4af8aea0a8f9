import Archive
import ReportReading

extension OutcomeRow {
  /// The target's columns, then what the next report states of it under the prefix `outcome_`, then the verdict.
  static let columns = FigureRow.columns + stated.map { "outcome_" + $0 } + judged

  private static let stated = [
    "figure_id", "report_year", "indicator", "measure", "comparator", "low", "high", "unit", "period", "quote",
    "source",
    "start", "end", "flags",
  ]

  private static let judged = [
    "due", "verdict", "difference", "rule", "goal_low", "goal_high", "better", "unchanged",
    "other_outcome_figure_id",
  ]

  var cells: [CSVCell] {
    guard let outcome else { return target.cells + Self.stated.map { _ in .text("") } + judgement }
    let cells = Dictionary(uniqueKeysWithValues: zip(FigureRow.columns, outcome.cells))
    return target.cells + Self.stated.compactMap { cells[$0] } + judgement
  }

  private var judgement: [CSVCell] {
    [
      .number(String(due)), .text(verdict.rawValue), .number(difference?.description ?? ""), .text(ruleText),
      .number(goal.low?.description ?? ""), .number(goal.high?.description ?? ""),
      .text(goal.isMoreBetter ? "more" : "less"), .number(isUnchanged ? "true" : "false"), .text(other?.figureID ?? ""),
    ]
  }

  var json: JSONValue {
    .object(
      [("target", target.json), ("outcome", outcome?.json ?? .null), ("other_outcome", other?.json ?? .null)]
        + JSONValue.members(Self.judged, judgement))
  }
}
