import Archive
import ArgumentParser
internal import Glibc
import ReportReading

struct Ingest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read reports into the archive.",
    discussion: """
      Files and folders (with all below them) are read; - is standard input. A file that is in the archive already is \
      left alone, a changed one takes the place of its old report. Each report is in the archive whole or not at all; \
      Ctrl-C ends between two.

        duibiao ingest reports/ --archive shanghai.sqlite
        duibiao ingest 2020.txt --district 上海市金山区 --year 2020
      """)

  @Argument(help: ArgumentHelp("Files or folders; - for standard input.", valueName: "path"))
  var paths: [String]

  @OptionGroup var options: ArchiveOptions

  @Option(help: ArgumentHelp("The unit whose reports these are, whatever the texts say.", valueName: "name|code"))
  var district: String?

  @Option(help: ArgumentHelp("The year of these reports, whatever the texts say.", valueName: "yyyy"))
  var year: Year?

  @Option(help: ArgumentHelp("How many files to read at a time (default: one for each core).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Read and tell what would be stored, and store nothing.")
  var dryRun = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
    if let district, district.isEmpty { throw ValidationError("--district is empty.") }
  }

  func run() async throws {
    let list = PathList(paths)
    var summary = IngestSummary()
    for failure in list.failures { summary.lose(failure.path, failure.reason, failure.status) }
    var total: ArchiveCounts?
    if !list.files.isEmpty {
      Interrupt.watch()
      let job = IngestJob(
        files: list.files, hints: ReadingHints(district: district, year: year?.value),
        jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))),
        isProgressShown: Console.isTerminal && !options.quiet)
      if dryRun {
        try await job.run(into: RehearsingSink(path: options.path), &summary)
      } else {
        try options.verifyBeforeWriting()
        // Beside the opening of the archive, which takes as long.
        Task.detached { IngestJob.makeTables() }
        let sink = try StoringSink(path: options.path, patience: options.patience)
        try await job.run(into: sink, &summary)
        total = try sink.counts()
      }
    } else if summary.lost.isEmpty {
      throw Failure(.noInput, "\(paths.joined(separator: " ")): no file in it; expected reports as text files")
    }
    try tell(summary, total)
  }

  private func tell(_ summary: IngestSummary, _ total: ArchiveCounts?) throws {
    let output = Output.standard()
    if !options.quiet {
      for line in summary.lines(isDryRun: dryRun) { try output.line(line) }
      if let total {
        try output.line("\(options.path) holds \(total.reports) reports with \(total.figures) figures")
      }
      try output.finish()
    }
    for lost in summary.lost { Console.error("\(lost.path): \(lost.reason)") }
    if Interrupt.wasRequested {
      throw Failure(
        .interrupted, "interrupted; the reports counted above are in the archive, ingest again for the rest")
    }
    if summary.status != .done { throw ExitCode(summary.status.rawValue) }
  }
}
