public import Archive
public import ArgumentParser
import ReportReading

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write figures, reports, sections, or targets beside outcomes, as CSV or JSON lines.",
    discussion: """
      One row for each figure (or report, section, target), with its source and place. An empty field means "not stated".

        duibiao export --district 金山区 --output jinshan.csv
        duibiao export outcomes --within 浙江省 --indicator gdp --trusted
        duibiao export sections --format json
        duibiao export --wide --district 金山区 --spreadsheet --output jinshan.csv
        duibiao export --package reports-of-zhejiang --within 浙江省
      """)

  enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, json
  }

  @Argument(help: ArgumentHelp("What to write (default: figures; of --package: all).", valueName: "what"))
  var table: ExportTable?

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var which: ReportFilter
  @OptionGroup var figures: FigureFilter

  @Flag(help: "Leave out copies of reports, and figures that cannot be trusted as printed.")
  var trusted = false

  @Option(help: "How to write it; json is one object a line.")
  var format = ExportFormat.csv

  @Option(help: ArgumentHelp("Write to a file, which is replaced only when all is written.", valueName: "file"))
  var output: String?

  @Flag(help: "For spreadsheet programs: a byte order mark, and text that looks like a formula guarded by '.")
  var spreadsheet = false

  @Flag(help: "A row for each series of a district, a column for each year; without what cannot be trusted.")
  var wide = false

  @Option(help: "What stands in the cells of --wide: number (of a range its lower end), or text with bound and unit.")
  var cells = WideWriter.Cells.number

  @Option(
    help: ArgumentHelp(
      "Write a Frictionless Data Package: CSV files and their description, into a folder.", valueName: "folder"))
  var package: String?

  func validate() throws {
    if spreadsheet, format != .csv { throw ValidationError("--spreadsheet is for csv.") }
    if wide, (table ?? .figures) != .figures { throw ValidationError("--wide is for figures.") }
    if cells != .number, !wide { throw ValidationError("--cells is for --wide.") }
    if package != nil, wide || spreadsheet || format != .csv || output != nil {
      throw ValidationError("--package goes with filters only; its files are plain CSV.")
    }
  }

  func run() throws {
    let archive = try options.reader()
    var filter = try which.filter(in: archive)
    figures.narrow(&filter)
    filter.isTrustedOnly = trusted || wide
    let count: Int
    if let package {
      Interrupt.watch()
      let tables = table.map { [$0] } ?? ExportTable.allCases
      count = try PackageWriter(tables: tables, filter: filter).write(archive, to: package)
    } else if let output, output != "-" {
      Interrupt.watch()
      let file = try OutputFile(path: output, protecting: options.path)
      count = try write(archive, filter, to: file.output)
      try file.finish()
    } else {
      let standard = Output.standard()
      count = try write(archive, filter, to: standard)
      try standard.finish()
    }
    if count == 0 {
      throw Failure(
        .unavailable,
        "\(options.path): no \((table ?? .figures).rawValue) answer this question\(figures.indicators.hint)")
    }
  }

  /// - Returns: how many rows were written.
  private func write(_ archive: borrowing ArchiveReader, _ filter: Filter, to output: Output) throws -> Int {
    let format: RowFormat = format == .csv ? .csv(spreadsheet: spreadsheet) : .json
    if wide { return try WideWriter(output: output, format: format, cells: cells).write(archive, filter) }
    var writer = RowWriter(output, format: format)
    return try writer.write(archive.export(table ?? .figures, filter))
  }
}

extension ExportTable: ExpressibleByArgument {}
extension WideWriter.Cells: ExpressibleByArgument {}
