import Archive
import ArgumentParser
import ReportReading

struct Reports: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports",
    abstract: "List the reports of the archive.",
    discussion: """
      One line for each report: the year and how it is known, the unit, and what to know before trusting it.

        duibiao reports --district 金山区 --year 2001-2020
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var which: ReportFilter

  @Option(help: "How to write them; json is one object a line.")
  var format = Format.table

  func run() throws {
    let archive = try options.reader()
    let reports = try archive.reports(try which.filter(in: archive))
    let output = Output.standard()
    switch format {
    case .table:
      try Self.table(reports).write(to: output, style: .of(output))
    case .csv:
      let csv = try CSVWriter(output, header: ReportRow.columns)
      for report in reports { try csv.row(report.cells) }
    case .json:
      for report in reports { try output.line(report.json.text) }
    }
    try output.finish()
    if reports.isEmpty {
      throw Failure(
        .unavailable,
        which.isRestricting
          ? "\(options.path): no report of these years or units" : "\(options.path): the archive holds no report yet")
    }
  }

  static func table(_ reports: [ReportRow]) -> TextTable {
    var table = TextTable([
      .init(title: "district"), .init(title: "code"), .init(title: "year"), .init(title: "basis"),
      .init(title: "figures", alignment: .right), .init(title: "flags"), .init(title: "source"),
    ])
    for report in reports {
      table.add([
        report.district.label, report.district.code, report.yearText, report.yearBasis.rawValue,
        String(report.figureCount), report.flags.joined(separator: " "), report.source,
      ])
    }
    return table
  }
}
