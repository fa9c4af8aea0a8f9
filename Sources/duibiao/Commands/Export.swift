import Archive
import ArgumentParser
import ReportReading

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write figures, reports, sections, or targets beside outcomes, as CSV or JSON lines.",
    discussion: """
      One row for each figure (or report, section, target), with its source and place. An empty field means "not stated".

        duibiao export --district 金山区 --output jinshan.csv
        duibiao export sections --format json
      """)

  enum Noun: String, ExpressibleByArgument, CaseIterable {
    case figures, reports, sections, outcomes
  }

  enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case csv, json
  }

  @Argument(help: ArgumentHelp("What to write.", valueName: "what"))
  var noun = Noun.figures

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var which: ReportFilter
  @OptionGroup var indicators: IndicatorOptions

  @Option(help: "How to write it; json is one object a line.")
  var format = ExportFormat.csv

  @Option(help: ArgumentHelp("Write to a file, which is replaced only when all is written.", valueName: "file"))
  var output: String?

  @Flag(help: "For spreadsheet programs: a byte order mark, and text that looks like a formula guarded by '.")
  var spreadsheet = false

  func validate() throws {
    if spreadsheet, format != .csv { throw ValidationError("--spreadsheet is for csv.") }
    if !indicators.indicator.isEmpty, noun == .reports || noun == .sections {
      throw ValidationError("--indicator is for figures and outcomes.")
    }
  }

  func run() throws {
    let archive = try options.reader()
    let filter = try which.filter(in: archive, indicators: indicators.indicator)
    let count: Int
    if let output, output != "-" {
      let file = try OutputFile(path: output, protecting: options.path)
      count = try write(archive, filter, to: file.output)
      try file.finish()
    } else {
      let standard = Output.standard()
      count = try write(archive, filter, to: standard)
      try standard.finish()
    }
    if count == 0 { throw Failure(.unavailable, "\(options.path): no \(noun.rawValue) answer this question") }
  }

  /// - Returns: how many rows were written.
  private func write(_ archive: borrowing ArchiveReader, _ filter: Filter, to output: Output) throws -> Int {
    var rows = try RowWriter(output, noun.columns, format: format, spreadsheet: spreadsheet)
    switch noun {
    case .figures:
      var cursor = try archive.figures(filter)
      while let figure = try cursor.next() { try rows.write(figure.cells) { figure.json } }
    case .sections:
      var cursor = try archive.sections(filter)
      while let section = try cursor.next() { try rows.write(section.cells) { section.json } }
    case .reports:
      for report in try archive.reports(filter) { try rows.write(report.cells) { report.json } }
    case .outcomes:
      for row in try archive.outcomes(filter) { try rows.write(row.cells) { row.json } }
    }
    return rows.count
  }
}

extension Export.Noun {
  fileprivate var columns: [String] {
    switch self {
    case .figures: FigureRow.columns
    case .sections: SectionRow.columns
    case .reports: ReportRow.columns
    case .outcomes: OutcomeRow.columns
    }
  }
}

/// Writes rows in one of the two formats, and counts them.
private struct RowWriter {
  private let output: Output
  private let csv: CSVWriter?
  private(set) var count = 0

  init(_ output: Output, _ columns: [String], format: Export.ExportFormat, spreadsheet: Bool) throws(OutputError) {
    self.output = output
    csv = format == .csv ? try CSVWriter(output, header: columns, spreadsheet: spreadsheet) : nil
  }

  mutating func write(_ cells: [CSVCell], json: () -> JSONValue) throws(OutputError) {
    count += 1
    if let csv { try csv.row(cells) } else { try output.line(json().text) }
  }
}
