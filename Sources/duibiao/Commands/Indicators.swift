import Archive
import ArgumentParser

struct Indicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "List the catalogue of indicators, with how many figures each has.",
    discussion: """
      The ids are what --indicator takes, beside the words of the reports.

        duibiao indicators
      """)

  @OptionGroup var options: ArchiveOptions

  @Option(help: "How to write them; json is one object a line.")
  var format = Format.table

  private static let columns = ["indicator_id", "name", "english", "targets", "outcomes"]

  func run() throws {
    let archive = try options.reader()
    let rows = try archive.indicators()
    let output = Output.standard()
    switch format {
    case .table:
      var table = TextTable([
        .init(title: "id"), .init(title: "name"), .init(title: "english"), .init(title: "targets", alignment: .right),
        .init(title: "outcomes", alignment: .right),
      ])
      for row in rows { table.add([row.id, row.name, row.english, String(row.targets), String(row.outcomes)]) }
      try table.write(to: output, style: .of(output))
    case .csv:
      let csv = try CSVWriter(output, header: Self.columns)
      for row in rows { try csv.row(row.cells) }
    case .json:
      for row in rows { try output.line(JSONValue.object(Self.columns, row.cells).text) }
    }
    try output.finish()
  }
}

extension IndicatorRow {
  fileprivate var cells: [CSVCell] {
    [.text(id), .text(name), .text(english), .number(String(targets)), .number(String(outcomes))]
  }
}
