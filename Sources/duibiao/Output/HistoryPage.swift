import Archive
import ReportReading

/// A district's history in every format.
struct HistoryPage {
  private let history: HistoryTable

  init(_ history: HistoryTable) { self.history = history }

  /// The two lines of a series, those that have anything.
  private static func lines(of row: HistoryTable.Row) -> [(FigureKind, [Int: Cell])] {
    [(FigureKind.target, row.targets), (.outcome, row.outcomes)].filter { !$0.1.isEmpty }
  }

  func writeTable(to output: Output) throws(OutputError) {
    guard !history.rows.isEmpty else { return }
    let style = Style.of(output)
    try output.line(style.header(SafeText.oneLine(history.district.label)))
    var table = TextTable(
      [.init(title: "indicator", limit: 36), .init(title: "measure"), .init(title: "kind")]
        + history.years.map { .init(title: String($0), alignment: .right, limit: 24) })
    table.leadingColumns = 3
    for row in history.rows {
      for (kind, cells) in Self.lines(of: row) {
        table.add(
          [row.series.label, row.series.measure.rawValue, kind.rawValue]
            + history.years.map { cells[$0]?.text ?? "" })
      }
    }
    try table.write(to: output, style: style, width: output.isTerminal ? Terminal.columns() : nil)
    let cells = history.rows.flatMap { Array($0.targets.values) + Array($0.outcomes.values) }
    for line in CellMarks(cells: cells, namesSpans: true).legend {
      try output.line(style.dim(line))
    }
  }

  /// A row for each figure, those that compete for a place too, so that every value has its source.
  func writeCSV(to output: Output) throws(OutputError) {
    let csv = try CSVWriter(
      output, header: ["row_indicator", "row_qualifier", "year", "rank", "value"] + FigureRow.columns)
    for row in history.rows {
      for (_, cells) in Self.lines(of: row) {
        for (year, cell) in cells.sorted(by: { $0.key < $1.key }) {
          for (rank, figure) in ([cell.chosen] + cell.others).enumerated() {
            try csv.row(
              [
                .text(row.series.name), .text(row.series.qualifier), .number(String(year)), .number(String(rank + 1)),
                .text(figure.valueText),
              ] + figure.cells)
          }
        }
      }
    }
  }

  var json: JSONValue {
    .object([
      ("district", history.district.json),
      ("years", .array(history.years.map { .integer($0) })),
      (
        "rows",
        .array(
          history.rows.map { row in
            .object(
              row.series.members + [
                ("span", .bool(row.isSpan)), ("targets", Self.json(row.targets)), ("outcomes", Self.json(row.outcomes)),
              ])
          })
      ),
      ("left_out", history.leftOut.json),
    ])
  }

  private static func json(_ cells: [Int: Cell]) -> JSONValue {
    .object(cells.sorted { $0.key < $1.key }.map { (String($0.key), $0.value.json) })
  }
}
