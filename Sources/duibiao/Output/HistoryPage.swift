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

  /// Before the first figure under a new definition.
  private static let breakMark = "¦"

  func writeTable(to output: Output) throws(OutputError) {
    guard !history.rows.isEmpty else { return }
    let style = Style.of(output)
    try output.line(style.header(SafeText.oneLine(history.district.label)))
    let isDrawn = output.isTerminal
    var columns: [TextTable.Column] = [
      .init(title: "indicator", limit: 36), .init(title: "measure"), .init(title: "kind"),
    ]
    if isDrawn { columns.append(.init(title: "series")) }
    columns += history.years.map { .init(title: String($0), alignment: .right, limit: 24) }
    var table = TextTable(columns)
    table.leadingColumns = isDrawn ? 4 : 3
    var broken: [String] = []
    for row in history.rows {
      for (kind, cells) in Self.lines(of: row) {
        let breaks = row.breaks(kind)
        let line = Sparkline.text(
          history.years.map { cells[$0]?.number }, breaks: history.years.map { breaks.contains($0) })
        var texts = [row.series.label, row.series.measure.rawValue, kind.rawValue]
        if isDrawn { texts.append(line) }
        texts += history.years.map { (breaks.contains($0) ? Self.breakMark : "") + (cells[$0]?.text ?? "") }
        table.add(texts)
        let reason = IndicatorList.standard[row.series.indicatorID]?.definitionBreak ?? ""
        if !breaks.isEmpty, !broken.contains(reason) { broken.append(reason) }
      }
    }
    try table.write(to: output, style: style, width: output.isTerminal ? Terminal.columns() : nil)
    for reason in broken {
      try output.line(style.dim("\(Self.breakMark) another definition from here on, no one series: \(reason)"))
    }
    let cells = history.rows.flatMap { Array($0.targets.values) + Array($0.outcomes.values) }
    for (name, years) in formerNames {
      try output.line(
        style.dim("figures for \(years.lowerBound)–\(years.upperBound) from reports of \(SafeText.oneLine(name))"))
    }
    for line in CellMarks(cells: cells, namesSpans: true).legend {
      try output.line(style.dim(line))
    }
  }

  /// The names under which the unit reported before, with the years that its reports then tell of.
  private var formerNames: [(String, ClosedRange<Int>)] {
    var years: [String: ClosedRange<Int>] = [:]
    for cells in history.rows.flatMap({ [$0.targets, $0.outcomes] }) {
      for (year, name) in cells.mapValues(\.chosen.district.name) where name != history.district.name {
        let known = years[name] ?? year...year
        years[name] = min(known.lowerBound, year)...max(known.upperBound, year)
      }
    }
    return years.sorted { ($0.value.lowerBound, $0.key) < ($1.value.lowerBound, $1.key) }.map { ($0.key, $0.value) }
  }

  /// A row for each figure, those that compete for a place too, so that every value has its source.
  func writeCSV(to output: Output) throws(OutputError) {
    let csv = try CSVWriter(
      output, header: ["row_indicator", "row_scope", "year", "rank", "value"] + FigureRow.columns)
    for row in history.rows {
      for (_, cells) in Self.lines(of: row) {
        for (year, cell) in cells.sorted(by: { $0.key < $1.key }) {
          for (rank, figure) in ([cell.chosen] + cell.others).enumerated() {
            try csv.row(
              [
                .text(row.series.name), .text(row.series.scope), .number(String(year)), .number(String(rank + 1)),
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
                ("span", .bool(row.isSpan)),
                ("breaks", .array(row.breaks(.target).union(row.breaks(.outcome)).sorted().map { .integer($0) })),
                ("targets", Self.json(row.targets)), ("outcomes", Self.json(row.outcomes)),
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
