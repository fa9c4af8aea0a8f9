import Archive
import ReportReading
import SQLite
import Testing

@Suite struct CheckTests {
  let folder = TemporaryFolder()

  /// SQL that damages an archive, and what is to be found.
  static let damages: [(String, CheckResult.Problem.Kind)] = [
    ("UPDATE figure_row SET end_byte = 100000000 WHERE ordinal = 0 AND report_id = 1", .quote),
    ("UPDATE figure_row SET start_byte = start_byte + 1 WHERE ordinal = 1 AND report_id = 2", .quote),
    ("UPDATE evidence SET quote = 'x' WHERE report_id = 1", .quote),
    ("UPDATE text_piece SET text = '换了' || text WHERE report_id = 1", .quote),
    ("UPDATE text_piece SET text = replace(text, '。', '，') WHERE report_id = 2 AND start_byte > 0", .quote),
    ("UPDATE figure_row SET start_byte = start_byte + 3 WHERE ordinal = 1 AND report_id = 2", .quote),
    ("UPDATE figure_row SET section = 0 WHERE ordinal = 2 AND report_id = 1", .section),
    ("UPDATE section SET end_byte = 100000000 WHERE ordinal = 1 AND report_id = 1", .section),
    ("UPDATE section SET start_byte = start_byte + 1 WHERE ordinal = 1 AND report_id = 1", .section),
    ("UPDATE section SET parent = 0 WHERE ordinal = 1 AND report_id = 1", .section),
    ("UPDATE section SET end_byte = start_byte + 3 WHERE ordinal = 0 AND report_id = 1", .searchIndex),
    ("DELETE FROM figure_row WHERE ordinal = 1 AND report_id = 1", .count),
    ("UPDATE section SET figures = figures + 1 WHERE ordinal = 1 AND report_id = 1", .count),
    ("UPDATE report SET figures = figures + 1 WHERE report_id = 1", .count),
    ("UPDATE report SET sections = sections + 1 WHERE report_id = 1", .count),
    ("UPDATE report SET text_bytes = text_bytes + 1 WHERE report_id = 1", .count),
    ("UPDATE report SET sha256 = replace(hex(zeroblob(32)), '0', 'a') WHERE report_id = 1", .count),
    ("UPDATE fingerprint SET minima = zeroblob(512) WHERE report_id = 1", .count),
    ("DELETE FROM fingerprint_band WHERE report_id = 2", .count),
    ("INSERT INTO fingerprint_band VALUES (1, 1)", .count),
    ("DELETE FROM fingerprint WHERE report_id = 1", .count),
    ("UPDATE report SET duplicate_of = 2, flags = 'duplicate' WHERE report_id = 1", .count),
    ("DELETE FROM search_state", .count),
    ("DELETE FROM band_state", .count),
    ("UPDATE band_state SET entered = 0", .count),
    ("DELETE FROM text_piece WHERE report_id = 1", .count),
    ("INSERT INTO district (code, name, level, parent_code, parents) VALUES ('', 'x', '', '', '')", .count),
    ("PRAGMA foreign_keys = OFF; UPDATE report SET district_id = 77 WHERE report_id = 1", .foreignKey),
    ("PRAGMA foreign_keys = OFF; DELETE FROM section WHERE report_id = 1 AND ordinal = 1", .foreignKey),
    ("INSERT INTO section_search (section_search) VALUES ('delete-all')", .searchIndex),
    ("INSERT INTO section_search (rowid, words) VALUES (4711, '养 老')", .searchIndex),
    ("INSERT INTO section_search (rowid, words) VALUES (1, '养 老')", .searchIndex),
    (
      "PRAGMA ignore_check_constraints = ON; UPDATE figure_form SET kind = 'hope' WHERE form_id = 1",
      .integrity
    ),
  ]

  @Test func whatIsStoredHolds() throws {
    try store([Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")], in: folder.archive)
    let result = try ArchiveReader(path: folder.archive).check()
    #expect(result.problems == [])
    #expect(result.quotes == 8)
    #expect(result.counts.figures == 6)
  }

  @Test(arguments: damages) func eachDamageIsFound(sql: String, kind: CheckResult.Problem.Kind) throws {
    try store([Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")], in: folder.archive)
    try Connection(.file(folder.archive), access: .write).execute(sql)
    let result = try ArchiveReader(path: folder.archive).check()
    #expect(result.problems.contains { $0.kind == kind }, "\(result.problems.map(\.detail))")
  }

  @Test func aDamagedPageIsFound() throws {
    try store((2000..<2020).map { Draft.jinshan($0).record("\($0).txt") }, in: folder.archive)
    var bytes = folder.read("a.sqlite")
    // Behind the first pages, which hold the schema, without which nothing opens.
    for at in (60 * 4096)..<(80 * 4096) { bytes[at] = 0x55 }
    folder.write("a.sqlite", bytes)
    let result = try ArchiveReader(path: folder.archive).check()
    #expect(result.problems.contains { $0.kind == .integrity })
  }

  @Test func theSearchIndexCanBeMadeAnew() throws {
    try store([Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")], in: folder.archive)
    try store([Draft.jinshan(2018).record("a.txt")], in: folder.archive)
    do {
      var writer = try ArchiveWriter(path: folder.archive)
      try writer.makeSearchIndexAnew()
    }
    let reader = try ArchiveReader(path: folder.archive)
    #expect(try reader.check().problems == [])
    #expect(try reader.search("养老").count == 2)
  }
}
