import Archive
import SQLite
import Testing

/// Files of a form that only somebody else can have given them.
@Suite struct TrustTests {
  let folder = TemporaryFolder()

  private func made(with sql: String) throws -> ArchiveError? {
    try store([Draft.jinshan(2020).record("a.txt")], in: folder.archive)
    let db = try Connection(.file(folder.archive), access: .write)
    try db.execute(sql)
    do throws(ArchiveError) {
      _ = try ArchiveReader(path: folder.archive).counts()
    } catch {
      #expect(throws: ArchiveError.self) { _ = try ArchiveWriter(path: folder.archive).counts() }
      return error
    }
    var writer = try ArchiveWriter(path: folder.archive)
    _ = try writer.store(Draft.jinshan(2019).record("b.txt"))
    try writer.commit()
    return nil
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON report BEGIN DELETE FROM figure; END",
    "DROP VIEW reports; CREATE VIEW reports AS SELECT * FROM report",
    "DROP VIEW sections",
    "DROP INDEX report_by_content",
    "ALTER TABLE search_state ADD COLUMN more TEXT",
    "CREATE VIRTUAL TABLE mine USING fts5 (words)",
  ])
  func anotherSchemaIsRefused(sql: String) throws {
    let error = try made(with: sql)
    #expect(error?.code == .corrupt)
    #expect(error?.message.contains("not the archive's own") == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    "CREATE VIEW mine AS SELECT * FROM reports",
    "CREATE TABLE mine (a)",
    "CREATE INDEX mine ON report (encoding)",
    "ANALYZE",
  ])
  func whatAPersonAddedIsLeftAlone(sql: String) throws {
    #expect(try made(with: sql) == nil)
    #expect(try ArchiveReader(path: folder.archive).check().problems == [])
  }
}
