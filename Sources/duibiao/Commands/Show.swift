import Archive
import ArgumentParser
import ReportReading

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one report: the evidence for its district and year, its sections, its figures.",
    discussion: """
      A report is named by its source (as `duibiao reports` lists it), the end of it, or its key.

        duibiao show jinshan-2020.txt
      """)

  @Argument(help: ArgumentHelp("Source of the report, the end of it (a file name), or its key.", valueName: "report"))
  var report: String

  @OptionGroup var options: ArchiveOptions

  @Option(help: "How to write it: table or json, which is one document.")
  var format = Format.table

  func validate() throws {
    if format == .csv { throw ValidationError("show has no csv; `duibiao export` writes figures and sections as csv.") }
  }

  func run() throws {
    let archive = try options.reader()
    guard let stored = try archive.report(report) else { throw try Self.missing(report, in: archive) }
    let output = Output.standard()
    if format == .json {
      try output.line(Self.json(stored).prettyText)
    } else {
      try ReportPage(stored).write(to: output)
    }
    try output.finish()
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
