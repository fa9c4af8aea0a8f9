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

  /// Numbers, places and texts that no report leads to: each is answered or told, and none ends the program.
  @Test(arguments: [
    "report SET year = 9223372036854775807", "report SET year = -9223372036854775808",
    "report SET sections = 9223372036854775807", "report SET text_bytes = -9223372036854775808",
    "figure_row SET last_year = 9223372036854775807", "figure_row SET last_year = -9223372036854775808",
    "figure_row SET first_year = -9223372036854775808", "figure_row SET section = -1",
    "figure_row SET ordinal = 9223372036854775807 WHERE ordinal = 0", "figure_row SET low = 9e999",
    "text_piece SET start_byte = -9223372036854775808", "text_piece SET start_byte = 7",
    "text_piece SET text = CAST(X'E5FFE4B8' AS TEXT)", "section SET depth = -9223372036854775808",
    "section SET ordinal = -1, parent = -1 WHERE ordinal = 0", "section SET end_byte = 9223372036854775807",
    "search_state SET stale = 9223372036854775807", "band_state SET entered = 9223372036854775807",
    "band_state SET entered = -9223372036854775808", "sqlite_sequence SET seq = 9223372036854775806",
    "section SET section_id = 9223372036854775807 WHERE ordinal = 1",
    "section SET section_id = -9223372036854775808 WHERE ordinal = 0", "section_search_data SET block = zeroblob(3)",
    "section_search_data SET block = X'FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF'",
    "section_search_data SET block = X'00000000017F7F017F8FFFFFFFFFFFFF7F0101' WHERE id = 10",
    "section_search_data SET block = X'0000000001FF7F017FFFFFFFFFFFFFFF7F8F7F01' WHERE id = 10",
  ])
  func rowsOfSomebodyElseDoNoHarm(change: String) throws {
    try store([Draft.jinshan(2020).record("a.txt")], in: folder.archive)
    do {
      let db = try Connection(.file(folder.archive), access: .write)
      try db.allowShadowTables()
      try db.execute("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; UPDATE OR IGNORE \(change)")
    }
    let district = try told { () throws(ArchiveError) in
      try ArchiveReader(path: folder.archive).resolve(district: "金山区")
    }
    var options = TableOptions()
    options.includesFlagged = true
    options.includesSingle = true
    try told { () throws(ArchiveError) in
      let reader = try ArchiveReader(path: folder.archive)
      _ = try reader.report("a.txt")
      _ = try reader.outcomes()
      _ = try reader.search("增长")
      guard case .found(let district) = district else { return }
      _ = try reader.history(of: district, options: options)
      _ = try reader.compare(districts: [district], years: [2020], options: options)
    }
    try told { () throws(ArchiveError) in
      var writer = try ArchiveWriter(path: folder.archive)
      for source in ["b.txt", "a.txt"] { _ = try writer.store(Draft.jinshan(2019).record(source)) }
      try writer.commit()
    }
    try told { () throws(ArchiveError) in _ = try ArchiveReader(path: folder.archive).check() }
  }

  /// What was answered, or nil where the damage was told.
  @discardableResult
  private func told<Answer>(_ ask: () throws(ArchiveError) -> Answer) throws -> Answer? {
    do throws(ArchiveError) { return try ask() } catch {
      // Where numbers of rows are used up SQLite says that the disk is full.
      #expect(error.code == .corrupt || error.code == .inputOutput)
      return nil
    }
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
