import Foundation
import Testing

@testable import duibiao

/// An archive that others hold, that cannot be written to, that a killed process left.
@Suite struct SharingTests {
  /// A folder with an archive of one report, and another report to ingest.
  private func work() throws -> WorkFolder {
    let work = try WorkFolder()
    try work.write(Samples.report(), to: "a.txt")
    try work.write(Samples.report(year: 2021), to: "b.txt")
    #expect(try work.duibiao("ingest", "a.txt").status == 0)
    return work
  }

  /// Holds the archive in a shell of SQLite's while a line runs.
  private func whileHeld(_ work: WorkFolder, by lock: String, _ line: String) throws -> WorkFolder.Run {
    try work.write(
      """
      mkfifo in
      sqlite3 archive.sqlite <in >/dev/null &
      exec 3>in
      printf '%s\\n' "\(lock)" ".system touch held" >&3
      while [ ! -e held ]; do sleep 0.02; done
      \(line)
      status=$?
      printf '.quit\\n' >&3
      exec 3>&-
      wait
      rm -f held in
      exit $status
      """, to: "held.sh")
    return try work.shell("timeout 60 sh held.sh")
  }

  private static let hasShell = FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")

  @Test(.enabled(if: hasShell), arguments: ["\"$duibiao\" ingest b.txt --wait 0.2", "\"$duibiao\" reports --wait 0.2"])
  func aHeldArchiveIsBusy(_ line: String) throws {
    let work = try work()
    let run = try whileHeld(work, by: "BEGIN EXCLUSIVE;", line)
    #expect(run.status == ExitReason.temporary.rawValue, "\(run.errors)")
    #expect(run.errors == "duibiao: archive.sqlite: another process is using the archive; try again\n")
    #expect(try work.duibiao("check").status == 0)
    #expect(try work.duibiao("ingest", "b.txt").status == 0)
  }

  @Test(.enabled(if: hasShell)) func whoWaitsLongEnoughGetsIt() throws {
    let work = try work()
    // The lock is given up while the ingest waits.
    let line = "\"$duibiao\" ingest b.txt --wait 60 >out.txt 2>&1 & sleep 0.3; printf 'ROLLBACK;\\n' >&3; wait $!"
    let run = try whileHeld(work, by: "BEGIN EXCLUSIVE;", line)
    #expect(run.status == 0, "\(run.errors)")
    #expect(String(decoding: try work.bytes(of: "out.txt"), as: UTF8.self).hasPrefix("1 report: 1 new; "))
  }

  /// A killed ingest leaves its log: an open archive copied file by file stands for it.
  private func leaveLog(in work: WorkFolder, at folder: String) throws {
    try work.write("", to: folder + "/.keep")
    let run = try whileHeld(
      work, by: "PRAGMA journal_mode = WAL; CREATE TABLE mine (a); INSERT INTO mine VALUES (1);",
      "cp archive.sqlite archive.sqlite-wal \(folder)")
    #expect(run.status == 0, "\(run.errors)")
    #expect(work.exists(folder + "/archive.sqlite-wal"))
  }

  @Test(.enabled(if: hasShell)) func aLogThatIsLeftIsFoldedIn() throws {
    let work = try work()
    try leaveLog(in: work, at: "left")
    #expect(try work.duibiao("check", "--archive", "left/archive.sqlite").status == 0)
    #expect(try work.duibiao("ingest", "b.txt", "--archive", "left/archive.sqlite").status == 0)
    #expect(try work.shell("ls left").output == "archive.sqlite\n")
    #expect(try work.shell("sqlite3 left/archive.sqlite 'SELECT a FROM mine'").output == "1\n")
  }

  // MARK: Where nothing can be written

  /// The start of a shell line that runs as nobody where the tests run as root, whom no permission stops.
  private static let asNobody = WorkFolder.isRoot ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""

  /// A copy of the program where nobody may run it.
  private func shut(_ work: WorkFolder, _ folder: String) throws -> String {
    let run = try work.shell(
      "chmod 755 . && cp \"$duibiao\" program && chmod -R a=rX \(folder) && \(Self.asNobody)./program --version")
    // Libraries of the toolchain may stand where nobody may look; then there is nothing to test with.
    return run.status == 0 ? Self.asNobody + "./program " : ""
  }

  @Test func aReadOnlyFolderCanBeAsked() throws {
    let work = try work()
    try work.write(try work.bytes(of: "archive.sqlite"), to: "shut/a.sqlite")
    let program = try shut(work, "shut")
    defer { _ = try? work.shell("chmod -R u+w shut") }
    if program.isEmpty { return }
    for command in ["reports", "check", "export", "search 养老"] {
      let run = try work.shell(program + command + " --archive shut/a.sqlite")
      #expect(run.status == 0, "\(command): \(run.errors)")
    }
    let ingest = try work.shell(program + "ingest b.txt --archive shut/a.sqlite")
    #expect(ingest.status == ExitReason.cannotCreate.rawValue)
    #expect(ingest.errorLines.count == 1)
    #expect(try work.shell("ls shut").output == "a.sqlite\n")
    let backup = try work.shell(program + "backup shut/b.sqlite --archive shut/a.sqlite")
    #expect(backup.status == ExitReason.cannotCreate.rawValue)
  }

  @Test(.enabled(if: hasShell)) func aReadOnlyFolderWithAnArchiveInLogModeCanBeAskedToo() throws {
    let work = try work()
    // The mode is in the header; the log itself is gone, as when its last user was killed after folding it in.
    _ = try work.shell("mkdir shut && sqlite3 archive.sqlite 'PRAGMA journal_mode = WAL' && cp archive.sqlite shut")
    let program = try shut(work, "shut")
    defer { _ = try? work.shell("chmod -R u+w shut") }
    if program.isEmpty { return }
    let run = try work.shell(program + "reports --archive shut/archive.sqlite")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(.enabled(if: hasShell)) func aLogThatCannotBeFoldedInIsTold() throws {
    let work = try work()
    try leaveLog(in: work, at: "shut")
    let program = try shut(work, "shut")
    defer { _ = try? work.shell("chmod -R u+w shut") }
    if program.isEmpty { return }
    let run = try work.shell(program + "reports --archive shut/archive.sqlite")
    #expect(run.status == ExitReason.inputOutput.rawValue, "\(run.errors)")
    #expect(run.errors.contains("left its log beside the file"))
    #expect(try work.shell("ls shut").output == "archive.sqlite\narchive.sqlite-wal\n")
  }
}
