internal import SQLite

/// What the archive has under a source.
struct StoredIdentity: Sendable, Equatable {
  var id: Int64
  var contentHash: String
  var hintDistrict: String?
  var hintYear: Int?
  var rulesVersion: Int
  /// Source of the report of which it is a copy.
  var duplicateOf: String?
  var districtID: Int64
}

/// The statements that storing a report runs, prepared once.
struct WriterStatements {
  private let find: Prepared
  private let countFigures: Prepared
  let findDistrict: Prepared
  let addDistrict: Prepared
  let addDistrictName: Prepared
  let dropDistrict: Prepared
  let findKey: Prepared
  let addReport: Prepared
  let changeReport: Prepared
  let addText: Prepared
  let addEvidence: Prepared
  let addSection: Prepared
  let addWords: Prepared
  let addFigure: Prepared
  let addBand: Prepared
  let similar: Prepared
  let relink: Prepared
  let copies: Prepared

  init(_ db: borrowing Connection) throws(SQLiteError) {
    find = try Prepared(
      db,
      """
      SELECT r.report_id, r.sha256, r.hint_district, r.hint_year, r.rules_version, o.source, r.district_id
      FROM report AS r LEFT JOIN report AS o ON o.report_id = r.duplicate_of WHERE r.source = ?
      """)
    countFigures = try Prepared(db, "SELECT count(*) FROM figure WHERE report_id = ?")
    findDistrict = try Prepared(
      db,
      "SELECT district_id, parents FROM district WHERE name = ? AND code = ? AND parent_code = ? AND level = ?")
    addDistrict = try Prepared(
      db,
      """
      INSERT INTO district (name, code, parent_code, level, parents) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET parents = excluded.parents
      """)
    addDistrictName = try Prepared(
      db,
      "INSERT OR REPLACE INTO district_name (district_id, name, code, first_year, last_year) VALUES (?, ?, ?, ?, ?)")
    dropDistrict = try Prepared(
      db,
      "DELETE FROM district WHERE district_id = ?1 AND NOT EXISTS (SELECT 1 FROM report WHERE district_id = ?1)")
    findKey = try Prepared(db, "SELECT report_id FROM report WHERE key = ?")
    addReport = try Prepared(
      db,
      """
      INSERT INTO report (key, sha256, byte_count, encoding, district_id, year, year_basis, flags, hint_district,
        hint_year, rules_version, fingerprint, source)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    changeReport = try Prepared(
      db,
      """
      UPDATE report SET (key, sha256, byte_count, encoding, district_id, year, year_basis, flags, hint_district,
        hint_year, rules_version, fingerprint, duplicate_of) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
      WHERE report_id = ?
      """)
    addText = try Prepared(db, "INSERT OR REPLACE INTO report_text (report_id, text) VALUES (?, ?)")
    addEvidence = try Prepared(
      db,
      """
      INSERT INTO evidence (report_id, ordinal, subject, rule, value, quote, start_byte, end_byte)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    addSection = try Prepared(
      db,
      """
      INSERT INTO section (report_id, ordinal, parent, depth, kind, heading, path, heading_start, heading_end,
        start_byte, end_byte)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    addWords = try Prepared(db, "INSERT INTO section_search (rowid, words) VALUES (?, ?)")
    addFigure = try Prepared(
      db,
      """
      INSERT INTO figure (report_id, ordinal, section, kind, indicator, indicator_id, qualifier, is_former, measure,
        comparator,
        low, high, unit, dimension, factor, period, start_byte, end_byte, quote, flags)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    addBand = try Prepared(db, "INSERT OR IGNORE INTO fingerprint_band (band, report_id) VALUES (?, ?)")
    // The bands come as a JSON list, so that one statement serves any number of them.
    similar = try Prepared(
      db,
      """
      SELECT report_id, fingerprint, sha256, duplicate_of FROM report WHERE report_id IN (
        SELECT report_id FROM fingerprint_band WHERE band IN (SELECT value FROM json_each(?1))
        UNION SELECT report_id FROM report WHERE sha256 = ?2
      ) ORDER BY report_id
      """)
    relink = try Prepared(db, "UPDATE report SET duplicate_of = ?, flags = ? WHERE report_id = ?")
    copies = try Prepared(db, "SELECT report_id FROM report WHERE duplicate_of = ? ORDER BY report_id")
  }

  func existing(_ source: String) throws(SQLiteError) -> StoredIdentity? {
    try find.row.bind([.text(source)])
    defer { find.row.reset() }
    guard try find.row.step() else { return nil }
    return StoredIdentity(
      id: find.row.integer(0), contentHash: find.row.text(1), hintDistrict: find.row.optionalText(2),
      hintYear: find.row.optionalInt(3), rulesVersion: find.row.int(4), duplicateOf: find.row.optionalText(5),
      districtID: find.row.integer(6))
  }

  func figureCount(_ report: Int64) throws(SQLiteError) -> Int {
    try countFigures.row.bind([.integer(report)])
    defer { countFigures.row.reset() }
    return try countFigures.row.step() ? countFigures.row.int(0) : 0
  }
}

/// A statement that several owners may refer to (a noncopyable value cannot be a field of a type whose initializer may
/// throw half-way).
final class Prepared {
  let row: Statement

  init(_ db: borrowing Connection, _ sql: String) throws(SQLiteError) { row = try db.prepare(sql) }

  func run(_ values: [Value]) throws(SQLiteError) { try row.run(values) }
}
