import Archive
import ArgumentParser
import ReportReading

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "One district's figures: years across, indicators down, targets and outcomes.",
    discussion: """
      A figure stands under the year it holds for: the target of the 2020 report and the outcome that the 2021 report \
      states both stand under 2020; what holds for several years stands under the last. Copies of a report count once. Without --indicator or --all, it shows \
      what the statements of main targets name in a quarter of the reports or more, and what tells of the same matter.

        duibiao history 上海市金山区 --indicator gdp --year 2001-2020
      """)

  @Argument(help: ArgumentHelp("Name (金山区), path of names (上海市金山区) or code.", valueName: "district"))
  var district: String

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var indicators: IndicatorOptions

  @Option(
    name: [.long, .customLong("years")],
    help: ArgumentHelp("Years for which figures hold (2020, or 2001-2020).", valueName: "y|a-b"))
  var year: YearRange?

  @OptionGroup var shown: TableOptionsGroup

  @Option(help: "How to write it; csv is a row for each figure, json one document.")
  var format = Format.table

  func run() throws {
    let archive = try options.reader()
    let history = try archive.history(
      of: try archive.district(district), years: year?.years, options: shown.options(indicators, format))
    let output = Output.standard()
    let page = HistoryPage(history)
    switch format {
    case .table: try page.writeTable(to: output)
    case .csv: try page.writeCSV(to: output)
    case .json: try output.line(page.json.prettyText)
    }
    try output.finish()
    for note in history.leftOut.notes() { options.console.note(note) }
    if history.rows.isEmpty {
      throw Failure(
        .unavailable, "\(history.district.label): no figure in \(options.path) answers this question\(indicators.hint)")
    }
  }
}
