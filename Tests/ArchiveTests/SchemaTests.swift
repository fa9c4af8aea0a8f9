import Archive
import Glibc
import SQLite
import Testing

@Suite struct SchemaTests {
  let folder = TemporaryFolder()

  /// Runs the `sqlite3` shell; nil where there is none.
  private func shell(_ sql: String) -> String? {
    // Because the stream is opened and closed here, and each line is copied as it is read.
    guard let pipe = unsafe popen("sqlite3 '\(folder.archive)' \"\(sql)\" 2>&1", "r") else { return nil }
    var output: [UInt8] = []
    while case let byte = unsafe getc(pipe), byte != EOF { output.append(UInt8(truncatingIfNeeded: byte)) }
    let status = unsafe pclose(pipe)
    return status == 127 << 8 ? nil : String(decoding: output, as: UTF8.self)
  }

  @Test func theShellReadsTheViews() throws {
    try store([Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")], in: folder.archive)
    guard shell("SELECT 1") != nil else { return }
    #expect(
      shell("SELECT indicator, low, unit FROM targets WHERE district = '金山区' AND report_year = 2020")
        == "地区生产总值|6.5|%\n")
    #expect(shell("SELECT count(*) FROM outcomes") == "4\n")
    #expect(shell("SELECT choice, series FROM histories WHERE kind = 'target' AND last_year = 2019") == "1|gdp\n")
    #expect(shell("SELECT count(*) FROM comparisons WHERE report_year = 2020") == "3\n")
    #expect(shell("SELECT target_source, outcome_source FROM target_outcomes ORDER BY 1") == "a.txt|b.txt\nb.txt|\n")
    #expect(shell("SELECT sections, figures FROM reports WHERE source = 'a.txt'") == "2|3\n")
    let search =
      "SELECT source FROM sections WHERE section_id IN (SELECT rowid FROM section_search WHERE section_search MATCH '\\\"养 老 床 位\\\"')"
    #expect(shell(search) == "a.txt\nb.txt\n")
    #expect(shell("PRAGMA integrity_check") == "ok\n")
  }

  @Test func everyViewCanBeAsked() throws {
    try store([Draft.jinshan(2019).record("a.txt")], in: folder.archive)
    let db = try Connection(.file(folder.archive), access: .read)
    let views = try db.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'")
    var count = 0
    while try views.step() {
      try db.run("SELECT * FROM \(views.text(0)) LIMIT 1")
      count += 1
    }
    #expect(count == 11)
  }

  /// No question of a command passes over all figures, sections or texts, the exports of all figures and sections excepted,
  /// which do so in the order of an index.
  @Test(arguments: [
    "SELECT * FROM histories WHERE district_id IN (1, 2)",
    "SELECT * FROM histories WHERE district_id IN (1) AND last_year BETWEEN 2001 AND 2020",
    "SELECT * FROM comparisons WHERE district_id IN (1, 2) AND report_year BETWEEN 2020 AND 2020",
    "SELECT * FROM target_outcomes WHERE district_id = 1 AND set_in BETWEEN 2001 AND 2020",
    "SELECT * FROM figures WHERE district_id IN (1) AND report_year BETWEEN 2001 AND 2002 ORDER BY source, ordinal",
    "SELECT * FROM figures WHERE report_id = 1 ORDER BY ordinal",
    "SELECT * FROM figures WHERE report_id = 1 AND section_ordinal = 1 ORDER BY ordinal",
    "SELECT * FROM sections WHERE report_id = 1 ORDER BY ordinal",
    "SELECT * FROM sections WHERE section_id = 1",
    "SELECT * FROM reports WHERE district_id IN (1) ORDER BY source",
    "SELECT count(*) FROM figure_row AS f JOIN report AS r ON r.report_id = f.report_id WHERE f.indicator_no = 1 AND r.duplicate_of IS NULL",
    "SELECT s.section_id FROM section_search JOIN section AS s ON s.section_id = section_search.rowid JOIN report AS r ON r.report_id = s.report_id WHERE section_search MATCH 'x' AND r.duplicate_of IS NULL AND r.year BETWEEN 1 AND 2 ORDER BY section_search.rank",
    "SELECT report_id FROM fingerprint_band WHERE band IN (SELECT value FROM json_each('[1,2]'))",
  ]) func questionsUseIndexes(sql: String) throws {
    try store([], in: folder.archive)
    let db = try Connection(.file(folder.archive), access: .read)
    let plan = try db.prepare("EXPLAIN QUERY PLAN " + sql)
    while try plan.step() {
      let step = plan.text(3)
      for table in [
        "f", "s", "r", "t", "p", "u", "figure_row", "section", "report", "text_piece", "fingerprint",
        "fingerprint_band",
      ] {
        #expect(step != "SCAN \(table)" && !step.hasPrefix("SCAN \(table) "), "\(sql): \(step)")
      }
    }
  }

  @Test(arguments: ["figures", "sections"]) func exportsFollowAnIndex(view: String) throws {
    try store([], in: folder.archive)
    let db = try Connection(.file(folder.archive), access: .read)
    let plan = try db.prepare("EXPLAIN QUERY PLAN SELECT * FROM \(view) ORDER BY source, ordinal")
    while try plan.step() {
      #expect(!plan.text(3).contains("TEMP B-TREE"), "\(plan.text(3))")
    }
  }
}
