internal import SQLite

/// The statements that storing a report runs, prepared once.
struct WriterStatements {
  private let find: Prepared
  let findDistrict: Prepared
  let addDistrict: Prepared
  let changeDistrict: Prepared
  let dropDistrictNames: Prepared
  let addDistrictName: Prepared
  let dropDistrict: Prepared
  let dropNamesOfNone: Prepared
  let sameUnits: Prepared
  let joinUnit: Prepared
  let findKey: Prepared
  let lastReport: Prepared
  let addReport: Prepared
  let changeReport: Prepared
  let addPiece: Prepared
  let addFingerprint: Prepared
  let findForm: Prepared
  let addForm: Prepared
  let findIndicator: Prepared
  let addEvidence: Prepared
  let addSection: Prepared
  let search: SearchStatements
  let addFigure: Prepared
  let bands: BandStatements
  let sameBytes: Prepared
  let relink: Prepared
  let copies: Prepared
  let content: Prepared
  /// What was looked up.
  let known = KnownRows()

  init(_ db: borrowing Connection) throws(SQLiteError) {
    find = try Prepared(
      db,
      """
      SELECT r.report_id, r.sha256, r.hint_district, r.hint_year, r.rules_version, o.source, r.district_id,
        r.figures
      FROM report AS r LEFT JOIN report AS o ON o.report_id = r.duplicate_of WHERE r.source = ?
      """)
    findDistrict = try Prepared(
      db,
      "SELECT district_id, parents FROM district WHERE name = ? AND code = ? AND parent_code = ? AND level = ?")
    addDistrict = try Prepared(
      db, "INSERT INTO district (name, code, parent_code, level, parents) VALUES (?, ?, ?, ?, ?)")
    changeDistrict = try Prepared(db, "UPDATE district SET parents = ? WHERE district_id = ?")
    dropDistrictNames = try Prepared(db, "DELETE FROM district_name WHERE district_id = ?")
    addDistrictName = try Prepared(
      db,
      "INSERT OR IGNORE INTO district_name (district_id, name, code, first_year, last_year) VALUES (?, ?, ?, ?, ?)")
    dropDistrict = try Prepared(
      db,
      "DELETE FROM district WHERE district_id = ?1 AND NOT EXISTS (SELECT 1 FROM report WHERE district_id = ?1)")
    dropNamesOfNone = try Prepared(
      db,
      "DELETE FROM district_name WHERE district_id = ?1 AND NOT EXISTS (SELECT 1 FROM district WHERE district_id = ?1)")
    // Rows of one unit: the same code, the same name below the same units above, or a name that one of them had before.
    sameUnits = try Prepared(
      db,
      """
      SELECT DISTINCT o.unit_id FROM district AS d CROSS JOIN district AS o ON o.district_id IN (
        SELECT district_id FROM district WHERE code = d.code AND code <> ''
        UNION ALL SELECT district_id FROM district WHERE name = d.name AND name <> '' AND parents = d.parents AND parents <> ''
        UNION ALL SELECT b.district_id FROM district_name AS n JOIN district AS b ON (b.name, b.code) = (n.name, n.code)
          WHERE n.district_id = d.district_id
        UNION ALL SELECT district_id FROM district_name WHERE name = d.name AND code = d.code
      ) WHERE d.district_id = ? AND o.unit_id IS NOT NULL
      """)
    joinUnit = try Prepared(db, "UPDATE district SET unit_id = ?1 WHERE district_id = ?2 OR unit_id = ?3")
    findKey = try Prepared(db, "SELECT report_id FROM report WHERE key = ?")
    lastReport = try Prepared(db, "SELECT max(report_id) FROM report")
    addReport = try Prepared(
      db,
      """
      INSERT INTO report (key, sha256, byte_count, encoding, district_id, year, year_basis, flags, hint_district,
        hint_year, rules_version, sections, figures, text_bytes, digest, source)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    changeReport = try Prepared(
      db,
      """
      UPDATE report SET (key, sha256, byte_count, encoding, district_id, year, year_basis, flags, hint_district,
        hint_year, rules_version, sections, figures, text_bytes, digest, duplicate_of)
        = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
      WHERE report_id = ?
      """)
    addPiece = try Prepared(db, "INSERT INTO text_piece (report_id, start_byte, text) VALUES (?, ?, ?)")
    addFingerprint = try Prepared(db, "INSERT INTO fingerprint (report_id, minima) VALUES (?, ?)")
    addEvidence = try Prepared(
      db,
      """
      INSERT INTO evidence (report_id, ordinal, subject, rule, value, quote, start_byte, end_byte)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    addSection = try Prepared(
      db,
      """
      INSERT INTO section (section_id, report_id, ordinal, parent, depth, kind, heading, path, heading_start, heading_end,
        start_byte, end_byte, figures)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    search = try SearchStatements(db)
    addFigure = try Prepared(
      db,
      """
      INSERT INTO figure_row (report_id, ordinal, section, form_id, indicator, indicator_no, qualifier, scope, is_former, place,
        low, high, last_year, first_year, start_byte, end_byte)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let form = "kind, measure, comparator, unit, dimension, factor, flags, is_headline, is_state, yardstick"
    findForm = try Prepared(db, "SELECT form_id FROM figure_form WHERE (\(form)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    addForm = try Prepared(db, "INSERT INTO figure_form (\(form)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    findIndicator = try Prepared(db, "SELECT indicator_no FROM indicator WHERE indicator_id = ?")
    bands = try BandStatements(db)
    sameBytes = try Prepared(db, "SELECT report_id FROM report WHERE sha256 = ?")
    content = try Prepared(
      db,
      """
      SELECT p.minima, r.sha256, r.duplicate_of, r.flags FROM report AS r JOIN fingerprint AS p ON p.report_id = r.report_id
      WHERE r.report_id = ?
      """)
    relink = try Prepared(db, "UPDATE report SET duplicate_of = ?, flags = ? WHERE report_id = ?")
    copies = try Prepared(db, "SELECT report_id FROM report WHERE duplicate_of = ? ORDER BY report_id")
  }

  func existing(_ source: String) throws(SQLiteError) -> StoredSource? {
    try find.row.bind([.text(source)])
    defer { find.row.reset() }
    guard try find.row.step() else { return nil }
    return StoredSource(
      id: find.row.integer(0), contentHash: find.row.text(1), hintDistrict: find.row.optionalText(2),
      hintYear: find.row.optionalInt(3), rulesVersion: find.row.int(4), duplicateOf: find.row.optionalText(5),
      figures: find.row.int(7), districtID: find.row.integer(6))
  }
}

/// A statement that several owners may refer to (a noncopyable value cannot be a field of a type whose initializer may
/// throw half-way).
final class Prepared {
  let row: Statement

  init(_ db: borrowing Connection, _ sql: String) throws(SQLiteError) { row = try db.prepare(sql) }

  func run(_ values: [Value]) throws(SQLiteError) { try row.run(values) }

  /// The first column of every row.
  func integers(_ values: [Value]) throws(SQLiteError) -> [Int64] {
    try row.bind(values)
    defer { row.reset() }
    var found: [Int64] = []
    while try row.step() { found.append(row.integer(0)) }
    return found
  }

  /// The first column of the first row; nil for none.
  func integer(_ values: [Value]) throws(SQLiteError) -> Int64? {
    try row.bind(values)
    defer { row.reset() }
    return try row.step() ? row.integer(0) : nil
  }

  /// The bytes in the first column of the first row; nil for none.
  func bytes(_ values: [Value]) throws(SQLiteError) -> [UInt8]? {
    try row.bind(values)
    defer { row.reset() }
    return try row.step() ? row.bytes(0) : nil
  }
}
