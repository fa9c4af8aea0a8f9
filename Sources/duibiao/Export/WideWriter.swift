import Archive
import ReportReading

/// Writes the wide form: a row for each series of a district, a column for each year.
struct WideWriter {
  /// What stands in a cell.
  enum Cells: String, CaseIterable {
    /// A number, in the row's unit; of a range the lower end.
    case number
    /// The value as people write it, with its bound and unit: `≥8%`.
    case text
  }
  let output: Output
  let format: RowFormat
  let cells: Cells

  private static let columns = [
    "district", "district_code", "parents", "indicator", "indicator_id", "scope", "former_definition", "measure",
    "kind", "span", "unit",
  ]

  /// - Returns: how many rows were written.
  func write(_ archive: borrowing ArchiveReader, _ filter: Filter) throws -> Int {
    let frame = try archive.wideFrame(filter)
    let columns = Self.columns + frame.years.map(String.init)
    let csv: CSVWriter? =
      if case .csv(let spreadsheet) = format {
        try CSVWriter(output, header: columns, spreadsheet: spreadsheet)
      } else {
        nil
      }
    var count = 0
    for district in frame.districts {
      if Interrupt.wasRequested { throw Failure(.interrupted, "interrupted; nothing is written") }
      for row in try archive.wideRows(of: district, filter) {
        let cells = row.facts + frame.years.map { cell(row.cells[$0]) }
        if let csv { try csv.row(cells) } else { try output.line(JSONValue.object(columns, cells).text) }
        count += 1
      }
    }
    return count
  }

  private func cell(_ cell: WideCell?) -> CSVCell {
    switch cells {
    case .number: .number(cell?.number ?? "")
    case .text: .text(cell?.figure.valueText ?? "")
    }
  }
}

extension WideRow {
  /// The cells before the years.
  fileprivate var facts: [CSVCell] {
    [
      .text(district.name), .text(district.code), .text(district.parents), .text(series.name),
      .text(series.indicatorID), .text(series.scope), .number(series.isFormer ? "true" : "false"),
      .text(series.measure.rawValue), .text(kind.rawValue), .number(isSpan ? "true" : "false"),
      .text(series.dimension),
    ]
  }
}
