import Archive
import ArgumentParser
import ReportReading

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one report: the evidence for its district and year, its sections, its figures.",
    discussion: """
      A report is named by its source (as `duibiao reports` lists it), the end of it, or its key; or by its district \
      and year.

        duibiao show jinshan-2020.txt
        duibiao show 金山区 2020
      """)

  @Argument(help: ArgumentHelp("Source of the report, the end of it (a file name), or its key.", valueName: "report"))
  var report: String

  @Argument(help: ArgumentHelp("Year of the report, where it is named by its district.", valueName: "year"))
  var year: Year?

  @OptionGroup var options: ArchiveOptions

  @Option(help: "How to write it; json is one document.")
  var format = TextFormat.table

  func run() throws {
    let archive = try options.reader()
    let name = try year.map { try Self.source(of: try archive.district(report), in: $0.value, archive) } ?? report
    guard let stored = try archive.report(name) else { throw try Self.missing(name, in: archive) }
    let output = Output.standard()
    if format == .json {
      try output.line(Self.json(stored).prettyText)
    } else {
      try ReportPage(stored).write(to: output)
    }
    try output.finish()
  }

  /// The report of a district and year: rather the first than a copy of it.
  private static func source(
    of district: District, in year: Int, _ archive: borrowing ArchiveReader
  ) throws -> String {
    let reports = try archive.reports(Filter(districts: [district], years: year...year))
    if let report = reports.first(where: { $0.duplicateOf == nil }) ?? reports.first { return report.source }
    let years = try archive.reports(Filter(districts: [district])).compactMap(\.year).map(String.init)
    throw Failure(
      .unavailable,
      "\(district.label): no report of \(year) in \(archive.path); there are those of \(years.joined(separator: ", "))")
  }

  /// Why no single report has the name.
  private static func missing(_ name: String, in archive: borrowing ArchiveReader) throws -> Failure {
    let like = try archive.reports().filter { $0.source.hasSuffix(name) || $0.source.contains(name) }.map(\.source)
    if like.isEmpty {
      return Failure(.unavailable, "\(name): no such report in \(archive.path); `duibiao reports` lists what there is")
    }
    let more = like.count > 5 ? " and \(like.count - 5) more" : ""
    return Failure(.usage, "\(name): which report? \(like.prefix(5).joined(separator: ", "))\(more)")
  }

  private static func json(_ stored: StoredReport) -> JSONValue {
    .object([
      ("report", stored.report.json),
      (
        "evidence",
        .array(
          stored.evidence.map {
            .object([
              ("subject", .string($0.subject.rawValue)), ("rule", .string($0.rule)), ("value", .string($0.value)),
              ("quote", .stated($0.quote)), ("start", .integer($0.range.lowerBound)),
              ("end", .integer($0.range.upperBound)),
            ])
          })
      ),
      ("sections", .array(stored.sections.map(\.json))),
      ("figures", .array(stored.figures.map(\.json))),
    ])
  }
}
