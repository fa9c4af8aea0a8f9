import Testing

@testable import duibiao

@Suite struct BackupTests {
  @Test func aCopyIsMadeOnce() throws {
    let work = try WorkFolder()
    try work.write(Samples.report(), to: "a.txt")
    _ = try work.duibiao("ingest", "a.txt")
    let run = try work.duibiao("backup", "copy.sqlite")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("copy.sqlite holds 1 reports with "))
    #expect(try work.names() == ["a.txt", "archive.sqlite", "copy.sqlite"])
    #expect(try work.duibiao("export", "--archive", "copy.sqlite").output == work.duibiao("export").output)
    let again = try work.duibiao("backup", "copy.sqlite")
    #expect(again.status == ExitReason.cannotCreate.rawValue)
    #expect(again.errorLines.count == 1)
    #expect(try work.duibiao("backup", "x", "--archive", "none").status == ExitReason.noInput.rawValue)
    #expect(try work.names() == ["a.txt", "archive.sqlite", "copy.sqlite"])
  }

  @Test func anArchiveIsVerifiedBeforeUseWhereThatIsAsked() throws {
    let work = try WorkFolder()
    try work.write(Samples.report(), to: "a.txt")
    #expect(try work.duibiao("ingest", "a.txt", "--verify").status == 0)
    #expect(try work.duibiao("reports", "--verify").status == 0)
    let damage = "UPDATE figure SET period = '去年' WHERE ordinal = 0"
    guard try work.shell("sqlite3 archive.sqlite \"\(damage)\"").status == 0 else { return }
    #expect(try work.duibiao("reports").status == 0)
    for arguments in [["reports", "--verify"], ["ingest", "a.txt", "--verify"]] {
      let run = try work.shell("\"$duibiao\" " + arguments.joined(separator: " "))
      #expect(run.status == ExitReason.config.rawValue)
      #expect(run.errors.contains("do not use this file"))
    }
  }
}
