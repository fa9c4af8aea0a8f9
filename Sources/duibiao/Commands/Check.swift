import Archive
import ArgumentParser

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify everything that the archive promises.",
    discussion: """
      The file's own integrity, every quote against the text at its place, every figure inside its section, the search \
      index against the text, the counts.

        duibiao check --archive archive.sqlite
      """)

  @OptionGroup var options: ArchiveOptions

  /// Problems beyond this are counted, not listed: a damaged file may have one for each figure.
  private static let listed = 100

  func run() throws {
    let archive = try options.reader()
    let result = try archive.check()
    let output = Output.standard()
    for problem in result.problems.prefix(Self.listed) {
      let place = problem.source.isEmpty ? "" : "\(problem.source): "
      try output.line(SafeText.oneLine("\(problem.kind.rawValue): \(place)\(problem.detail)"))
    }
    if !options.quiet {
      let counts = result.counts
      try output.line(
        "\(options.path): \(counts.reports) reports (\(counts.duplicates) duplicates), \(counts.sections) sections, "
          + "\(counts.figures) figures; \(result.quotes) quotes compared with the text")
      try output.line(result.problems.isEmpty ? "no problem found" : "\(result.problems.count) problems found")
    }
    try output.finish()
    if !result.problems.isEmpty {
      throw Failure(
        .config,
        "\(options.path): \(result.problems.count) promises do not hold; keep this file and ingest the reports into a new one"
      )
    }
  }
}
