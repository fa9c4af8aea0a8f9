import Glibc
import SQLite
import Schema
import Testing

@testable import Archive

@Suite struct MigrationTests {
  let folder = TemporaryFolder()

  private func version(_ db: borrowing Connection) throws -> Int { try db.int("PRAGMA user_version") }

  private static let next = Schema.migrations + ["ALTER TABLE report ADD COLUMN note TEXT"]

  /// After a change of the scripts: this is the value that `usualDigest` is to have.
  @Test func whatTheScriptsMakeIsKnownByItsDigest() throws {
    let made = try OwnSchema.expectedDigest()
    #expect(made == OwnSchema.usualDigest)
  }

  @Test func anOlderArchiveKeepsItsData() throws {
    try store([Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")], in: folder.archive)
    let db = try Connection(.file(folder.archive), access: .write)
    let figures = try db.int("SELECT count(*) FROM figure")
    try Migration(scripts: Self.next).run(on: db)
    #expect(try version(db) == Archive.schemaVersion + 1)
    #expect(try db.int("SELECT count(*) FROM figure") == figures)
    #expect(try db.int("SELECT count(*) FROM report WHERE note IS NULL") == 2)
    #expect(try db.int("PRAGMA foreign_keys") == 1)
    // What is up to date is left alone.
    try Migration(scripts: Self.next).run(on: db)
    #expect(try version(db) == Archive.schemaVersion + 1)
  }

  /// A table made anew as SQLite's documents advise, though others refer to it.
  @Test func aTableCanBeMadeAnew() throws {
    try store([Draft.jinshan(2019).record("a.txt")], in: folder.archive)
    let db = try Connection(.file(folder.archive), access: .write)
    let copy = """
      CREATE TABLE new_state (one INTEGER PRIMARY KEY, stale INTEGER);
      INSERT INTO new_state SELECT * FROM search_state; DROP TABLE search_state;
      ALTER TABLE new_state RENAME TO search_state
      """
    try Migration(scripts: Schema.migrations + [copy]).run(on: db)
    #expect(try db.int("SELECT count(*) FROM search_state") == 1)
  }

  @Test(arguments: [
    "CREATE TABLE more (a); DELETE FROM no_such_table",
    "DELETE FROM section",  // leaves figures without a section
  ])
  func whatFailsLeavesTheFileAsItWas(script: String) throws {
    try store([Draft.jinshan(2019).record("a.txt")], in: folder.archive)
    let before = folder.read("a.sqlite")
    do {
      let db = try Connection(.file(folder.archive), access: .write)
      #expect(throws: SQLiteError.self) {
        try Migration(scripts: Schema.migrations + ["CREATE TABLE first (a)", script]).run(on: db)
      }
      #expect(try version(db) == Archive.schemaVersion)
    }
    #expect(folder.read("a.sqlite") == before)
    #expect(try ArchiveReader(path: folder.archive).check().problems == [])
  }

  @Test func aVersionThatNeverWasIsTold() throws {
    try store([], in: folder.archive)
    try Connection(.file(folder.archive), access: .write).execute("PRAGMA user_version = 0")
    #expect(throws: ArchiveError.self) { _ = try ArchiveReader(path: folder.archive).counts() }
  }
}
