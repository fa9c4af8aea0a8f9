import Foundation
import Testing

@testable import duibiao

@Suite struct IngestTests {
  struct Bad: CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    /// A word of the message.
    var word: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Bad(name: "empty.txt", bytes: [], word: "empty"),
    Bad(name: "blank.txt", bytes: Array(" \n\t\r\n".utf8), word: "empty"),
    Bad(
      name: "picture.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0xFF, 0, 1],
      word: "binary"),
    Bad(name: "recipe.txt", bytes: Array("红烧肉的做法：五花肉切块，焯水，炒糖色，炖一小时。\n".utf8), word: "no government work report"),
    Bad(
      name: "README.md", bytes: Array("# A program\n\nIt prints 3 lines.\n".utf8), word: "no government work report"),
  ])
  func oneBadFileDoesNotStopTheOthers(_ bad: Bad) throws {
    let work = try WorkFolder()
    try work.write(bad.bytes, to: "in/" + bad.name)
    try work.write(Samples.report(), to: "in/a.txt")
    try work.write(Samples.report(year: 2021), to: "in/z.txt")
    let run = try work.duibiao("ingest", "in")
    #expect(run.status == ExitReason.data.rawValue)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("duibiao: in/\(bad.name): "))
    #expect(run.errors.contains(bad.word), "\(run.errors)")
    #expect(run.output.hasPrefix("2 reports: 2 new; "))
  }

  @Test func aWrongPathIsToldAndMakesNoArchive() throws {
    let work = try WorkFolder()
    let run = try work.duibiao("ingest", "nowhere")
    #expect(run.status == ExitReason.noInput.rawValue)
    #expect(run.errors == "duibiao: nowhere: no such file or folder\n")
    try FileManager.default.createDirectory(atPath: work.at("bare"), withIntermediateDirectories: false)
    #expect(try work.duibiao("ingest", "bare").status == ExitReason.noInput.rawValue)
    #expect(try work.names() == ["bare"])
    try work.write(Samples.report(), to: "a.txt")
    let both = try work.duibiao("ingest", "nowhere", "a.txt")
    #expect(both.status == ExitReason.noInput.rawValue)
    #expect(both.output.hasPrefix("1 report: 1 new; "))
  }

  @Test(.disabled(if: WorkFolder.isRoot, "root may read everything"))
  func whatMayNotBeReadIsTold() throws {
    let work = try WorkFolder()
    for name in ["in/shut.txt", "in/shut/a.txt", "in/open.txt"] { try work.write(Samples.report(), to: name) }
    _ = try work.shell("chmod 0 in/shut.txt in/shut")
    defer { _ = try? work.shell("chmod 700 in/shut") }
    let run = try work.duibiao("ingest", "in")
    #expect(run.status == ExitReason.noInput.rawValue)
    #expect(run.errorLines.count == 2)
    #expect(run.errorLines.allSatisfy { $0.hasSuffix("no permission") })
    #expect(run.output.hasPrefix("1 report: 1 new; "))
  }

  @Test func theSameAgainChangesNothing() throws {
    let work = try WorkFolder()
    #expect(try work.duibiao("ingest", WorkFolder.samples).status == 0)
    let export = try work.duibiao("export").output
    let again = try work.duibiao("ingest", WorkFolder.samples)
    #expect(again.status == 0)
    #expect(again.output.contains(" unchanged; "))
    #expect(!again.output.contains(" new"))
    #expect(try work.duibiao("export").output == export)
  }

  @Test(arguments: [1, 7])
  func theNumberOfJobsChangesNothing(_ jobs: Int) throws {
    let work = try WorkFolder()
    #expect(try work.duibiao("ingest", WorkFolder.samples, "--jobs", String(jobs)).status == 0)
    for noun in ["figures", "sections", "reports"] {
      #expect(try work.duibiao("export", noun).output == Samples.duibiao(["export", noun]).output)
    }
  }

  @Test func aChangedFileReplacesItsReport() throws {
    let work = try WorkFolder()
    try work.write(Samples.report(growth: "6.5%左右"), to: "a.txt")
    #expect(try work.duibiao("ingest", "./a.txt").output.hasPrefix("1 report: 1 new; "))
    try work.write(Samples.report(growth: "5.5%左右"), to: "a.txt")
    #expect(try work.duibiao("ingest", "a.txt").output.hasPrefix("1 report: 1 replaced; "))
    let export = try work.duibiao("export").output
    #expect(export.contains("5.5%左右") && !export.contains("6.5%左右"))
    #expect(try work.duibiao("reports", "--format", "json").output.split(separator: "\n").count == 1)
  }

  @Test func aCopyFromAnotherSourceIsFlagged() throws {
    let reports = try Samples.duibiao(["reports", "--format", "csv"]).output
    let copies = try #require(CSVReader.records(reports)).filter { $0["report_flags"] == "duplicate" }
    #expect(copies.map { URL(fileURLWithPath: $0["source"] ?? "").lastPathComponent } == ["jiashan-2020.txt"])
  }

  @Test func standardInputIsRead() throws {
    let work = try WorkFolder()
    let run = try work.duibiao("ingest", "-", input: Samples.report())
    #expect(run.status == 0)
    #expect(try work.duibiao("reports", "--format", "csv").output.contains(",-,utf-8,"))
    let empty = try work.duibiao("ingest", "-")
    #expect(empty.status == ExitReason.data.rawValue)
    #expect(empty.errors.hasPrefix("duibiao: -: the file is empty"))
  }

  @Test func aDryRunWritesNothing() throws {
    let work = try WorkFolder()
    try work.write(Samples.report(), to: "a.txt")
    let first = try work.duibiao("ingest", "a.txt", "--dry-run")
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("1 report: 1 new; "))
    #expect(try work.names() == ["a.txt"])
    _ = try work.duibiao("ingest", "a.txt")
    #expect(try work.duibiao("ingest", "a.txt", "--dry-run").output.hasPrefix("1 report: 1 unchanged; "))
    try work.write(Samples.report(growth: "5%"), to: "a.txt")
    #expect(try work.duibiao("ingest", "a.txt", "--dry-run").output.hasPrefix("1 report: 1 replaced; "))
    #expect(try !work.duibiao("export").output.contains("增长5%"))
  }

  @Test func whatIsGivenWinsOverTheText() throws {
    let work = try WorkFolder()
    try work.write(Samples.report(), to: "a.txt")
    #expect(try work.duibiao("ingest", "a.txt", "--district", "上海市金山区", "--year", "2018").status == 0)
    let row = try #require(CSVReader.records(try work.duibiao("reports", "--format", "csv").output)?.first)
    #expect(row["district"] == "金山区" && row["district_code"] == "310116")
    #expect(row["report_year"] == "2018" && row["year_basis"] == "given")
  }

  @Test func theArchiveIsNamedByOptionEnvironmentOrFolder() throws {
    let work = try WorkFolder()
    try work.write(Samples.report(), to: "a.txt")
    let environment = ["DUIBIAO_ARCHIVE": "env.sqlite"]
    #expect(try work.duibiao("ingest", "a.txt", "--quiet").output.isEmpty)
    #expect(try work.duibiao("ingest", "a.txt", environment: environment).status == 0)
    #expect(try work.duibiao("ingest", "a.txt", "--archive", "given.sqlite", environment: environment).status == 0)
    for name in ["archive.sqlite", "env.sqlite", "given.sqlite"] { #expect(work.exists(name)) }
    #expect(try work.duibiao("reports", "--archive", "none.sqlite").status == ExitReason.noInput.rawValue)
  }

  /// A pipe holds the ingest up until the signal is there.
  @Test func anInterruptEndsBetweenReports() throws {
    let work = try WorkFolder()
    for year in [2019, 2020, 2021] { try work.write(Samples.report(year: year), to: "\(year).txt") }
    try work.write(
      """
      mkfifo pipe
      "$duibiao" ingest 2019.txt pipe 2021.txt --jobs 1 >out 2>err &
      exec 3>pipe  # waits until the ingest reads it
      kill -TERM $!
      cat 2020.txt >&3
      exec 3>&-
      wait $!
      """, to: "interrupt.sh")
    let run = try work.shell("timeout 60 sh interrupt.sh")
    #expect(run.status == ExitReason.interrupted.rawValue)
    #expect(String(decoding: try work.bytes(of: "err"), as: UTF8.self).hasPrefix("duibiao: interrupted; "))
    #expect(try work.duibiao("check").status == 0)
    // The signal comes while the second is being read; the first may be stored before or after it.
    let stored = try work.duibiao("reports", "--format", "json").output.split(separator: "\n").count
    #expect((1...2).contains(stored))
    let told = String(decoding: try work.bytes(of: "out"), as: UTF8.self)
    #expect(told.hasPrefix(stored == 1 ? "1 report: 1 new; " : "2 reports: 2 new; "))
    #expect(try work.duibiao("ingest", "2021.txt").output.hasPrefix("1 report: 1 new; "))
  }
}
