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
    let titles = comparison.columns.map { isOneDistrict ? String($0.year) : "\($0.district.shortLabel) \($0.year)" }
    var columns: [TextTable.Column] = [
      .init(title: "indicator", limit: 44), .init(title: "measure"), .init(title: "kind"), .init(title: "for"),
    ]
    columns += titles.map { .init(title: $0, alignment: .right, limit: 32) }
    columns += titles.dropFirst().map { .init(title: "Δ " + $0, alignment: .right, limit: 32) }
    var table = TextTable(columns)
    table.leadingColumns = 4
    let lines = comparison.lines
    for line in lines { table.add(cells(of: line)) }
    try table.write(to: output, style: style, width: output.isTerminal ? Terminal.columns() : nil)
    if comparison.rows.contains(where: { row in row.cells.indices.contains { row.difference($0) != nil } }) {
      try output.line(style.dim("Δ the difference from the first column, in its unit"))
    }
    if !lines.allSatisfy(\.isOneRow) {
      try output.line(style.dim("\(CellMarks.unlike) stated in other terms, not to be compared"))
    }
    for line in CellMarks(cells: comparison.rows.flatMap { $0.cells.compactMap(\.self) }, namesSpans: false).legend {
      try output.line(style.dim(line))
    }
  }

  private func cells(of line: ComparisonTable.Line) -> [String] {
    let rows = line.rows.map { $0.map { comparison.rows[$0] } }
    guard let row = rows.compactMap(\.self).first else { return [] }
    func each(_ text: (ComparisonTable.Row) -> String) -> String {
      var texts: [String] = []
      for text in rows.compactMap({ $0.map(text) }) where !texts.contains(text) { texts.append(text) }
      return texts.joined(separator: " | ")
    }
    let values = rows.enumerated().map { column, row -> String in
      guard let row, let cell = row.cells[column] else { return "" }
      if line.isOneRow || row.series.measure != .change || cell.chosen.low == nil { return cell.valueText }
      return (cell.chosen.isFall ? "" : "增") + cell.valueText
    }
    let differences = rows.indices.dropFirst().map { column -> String in
      guard let first = line.rows[0], let other = line.rows[column] else { return "" }
      return first == other ? rows[column]?.difference(column)?.text ?? "" : CellMarks.unlike
    }
    return [each(\.series.label), each(\.series.measure.rawValue), row.kind.rawValue, Self.period(of: row)] + values
      + differences
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
    let header = [
      "row", "row_indicator", "row_scope", "period_offset", "period_length", "rank", "value", "difference",
      "difference_unit",
    ]
    let csv = try CSVWriter(output, header: header + FigureRow.columns)
    for (number, row) in comparison.rows.enumerated() {
      for (column, cell) in row.cells.enumerated() {
        guard let cell else { continue }
        let difference = row.difference(column)
        // Of a range there is no one difference; JSON has its ends.
        let exact = difference.flatMap { $0.low == $0.high ? $0.low.description : nil } ?? ""
        for (rank, figure) in ([cell.chosen] + cell.others).enumerated() {
          try csv.row(
            [
              .number(String(number + 1)), .text(row.series.name), .text(row.series.scope),
              .number(String(row.periodOffset)), .number(String(row.periodLength)), .number(String(rank + 1)),
              .text(figure.valueText), .number(rank == 0 ? exact : ""),
              .text(rank == 0 ? difference?.unitName ?? "" : ""),
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
                ("differences", .array(row.cells.indices.map { row.difference($0)?.json ?? .null })),
              ])
          })
      ),
      (
        "lines",
        .array(comparison.lines.map { .array($0.rows.map { $0.map { .integer($0) } ?? .null }) })
      ),
      ("left_out", comparison.leftOut.json),
    ])
  }
}

extension Difference {
  /// `+0.6个百分点`, `−2亿元`; from least to most where a figure is a range.
  var text: String { low == high ? Self.text(low, unit) : Self.text(low, unit) + " to " + Self.text(high, unit) }

  private static func text(_ number: ExactNumber, _ unit: String) -> String {
    let sign = number.mantissa < 0 ? "−" : number.mantissa > 0 ? "+" : "±"
    let size = number.mantissa < 0 ? number.negated : number
    let name = unitName(of: unit)
    return sign + FigureText.value(low: size, high: size, comparator: .equal, unit: name, measure: .level)
  }

  /// Rates differ by points.
  private static func unitName(of unit: String) -> String { unit == "%" ? "个百分点" : unit }

  fileprivate var unitName: String { Self.unitName(of: unit) }

  var json: JSONValue {
    .object([("low", .number(low.description)), ("high", .number(high.description)), ("unit", .stated(unitName))])
  }
}
