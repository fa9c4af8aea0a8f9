import Archive
import ReportReading

/// Reports side by side in every format.
struct ComparisonPage {
  private let comparison: ComparisonTable

  init(_ comparison: ComparisonTable) { self.comparison = comparison }

  func writeTable(to output: Output) throws(OutputError) {
    guard !comparison.rows.isEmpty else { return }
    let style = Style.of(output)
    let isOneDistrict = Set(comparison.columns.map(\.district)).count == 1
    if isOneDistrict, let district = comparison.columns.first?.district {
      try output.line(style.header(SafeText.oneLine(district.label)))
    }
    var table = TextTable(
      [.init(title: "indicator", limit: 44), .init(title: "measure"), .init(title: "kind"), .init(title: "for")]
        + comparison.columns.map {
          let title = isOneDistrict ? String($0.year) : "\($0.district.shortLabel) \($0.year)"
          return .init(title: title, alignment: .right, limit: 32)
        })
    table.leadingColumns = 4
    for row in comparison.rows {
      table.add(
        [row.series.label, row.series.measure.rawValue, row.kind.rawValue, Self.period(of: row)]
          + row.cells.map { $0?.valueText ?? "" })
    }
    try table.write(to: output, style: style, width: output.isTerminal ? Terminal.columns() : nil)
    for line in CellMarks(cells: comparison.rows.flatMap { $0.cells.compactMap(\.self) }, namesSpans: false).legend {
      try output.line(style.dim(line))
    }
  }

  /// The period as seen from the report: `its year`, `year before`, `4 years on`, `5 years to its year`.
  static func period(of row: ComparisonTable.Row) -> String {
    let end =
      switch row.periodOffset {
      case 0: "its year"
      case -1: "year before"
      case 1: "next year"
      case ..<0: "\(-row.periodOffset) years before"
      default: "\(row.periodOffset) years on"
      }
    return row.periodLength > 1 ? "\(row.periodLength) years to \(end)" : end
  }

  func writeCSV(to output: Output) throws(OutputError) {
    let header = ["row", "row_indicator", "row_qualifier", "period_offset", "period_length", "rank", "value"]
    let csv = try CSVWriter(output, header: header + FigureRow.columns)
    for (number, row) in comparison.rows.enumerated() {
      for cell in row.cells.compactMap(\.self) {
        for (rank, figure) in ([cell.chosen] + cell.others).enumerated() {
          try csv.row(
            [
              .number(String(number + 1)), .text(row.series.name), .text(row.series.qualifier),
              .number(String(row.periodOffset)), .number(String(row.periodLength)), .number(String(rank + 1)),
              .text(figure.valueText),
            ] + figure.cells)
        }
      }
    }
  }

  var json: JSONValue {
    .object([
      (
        "columns",
        .array(
          comparison.columns.map {
            .object([
              ("district", $0.district.json), ("year", .integer($0.year)), ("source", .stated($0.source ?? "")),
            ])
          })
      ),
      (
        "rows",
        .array(
          comparison.rows.map { row in
            .object(
              row.series.members + [
                ("kind", .string(row.kind.rawValue)), ("period_offset", .integer(row.periodOffset)),
                ("period_length", .integer(row.periodLength)),
                ("cells", .array(row.cells.map { $0?.json ?? .null })),
              ])
          })
      ),
      ("left_out", comparison.leftOut.json),
    ])
  }
}
