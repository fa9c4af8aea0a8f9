internal import SQLite

/// The statements that write into the search index's own tables, prepared once.
///
/// SQLite lets them be prepared only where ``Connection/allowShadowTables()`` was called. The table of the index itself is not
/// touched on such a connection: FTS5 keeps what it has read in memory and would not see what is written beside it.
struct SearchStatements {
  private let addEntry: Prepared
  let setRecord: Prepared
  private let removeIndex: Prepared
  private let addRecord: Prepared
  private let removeRecords: Prepared
  private let addSize: Prepared
  private let record: Prepared

  init(_ db: borrowing Connection) throws(SQLiteError) {
    addRecord = try Prepared(db, "INSERT INTO section_search_data (id, block) VALUES (?, ?)")
    removeRecords = try Prepared(db, "DELETE FROM section_search_data WHERE id BETWEEN ? AND ?")
    addEntry = try Prepared(db, "INSERT INTO section_search_idx (segid, term, pgno) VALUES (?, ?, ?)")
    removeIndex = try Prepared(db, "DELETE FROM section_search_idx WHERE segid = ?")
    setRecord = try Prepared(db, "UPDATE section_search_data SET block = ? WHERE id = ?")
    addSize = try Prepared(db, "INSERT INTO section_search_docsize (id, sz) VALUES (?, ?)")
    record = try Prepared(db, "SELECT block FROM section_search_data WHERE id = ?")
  }

  /// Enters how many words a section has.
  func add(row: Int64, length: Int) throws(SQLiteError) {
    var size = ByteBuffer(capacity: 16)
    size.append(varint: UInt64(length))
    try addSize.row.bind(row, at: 1)
    try size.withSpan { size throws(SQLiteError) in try addSize.row.runBound(lending: size, at: 2, isBlob: true) }
  }

  /// Adds a leaf of a segment, or a page of its indexes of rows.
  func add(_ bytes: Span<UInt8>, at row: Int64) throws(SQLiteError) {
    try addRecord.row.bind(row, at: 1)
    do throws(SQLiteError) {
      try addRecord.row.runBound(lending: bytes, at: 2, isBlob: true)
    } catch {
      throw Self.damage(of: error)
    }
  }

  /// Adds an entry to the index of the leaves of a segment.
  func addEntry(_ segment: Int64, term: [UInt8], leaf: Int64, hasRows: Bool) throws(SQLiteError) {
    do throws(SQLiteError) {
      try addEntry.run([.integer(segment), .blob(term), .integer(leaf << 1 | (hasRows ? 1 : 0))])
    } catch {
      throw Self.damage(of: error)
    }
  }

  /// A row that is there already belongs to a segment of which the structure does not tell.
  private static func damage(of error: SQLiteError) -> SQLiteError {
    error.primary == .constraint ? damage("the search index has leaves of no segment") : error
  }

  func remove(_ rows: ClosedRange<Int64>) throws(SQLiteError) {
    try removeRecords.run([.integer(rows.lowerBound), .integer(rows.upperBound)])
  }

  /// Removes a segment.
  func removeAll(of segment: Int64) throws(SQLiteError) {
    try remove(SearchRow.all(of: segment))
    try removeIndex.run([.integer(segment)])
  }

  /// Which segments there are.
  func structure() throws(SQLiteError) -> SearchStructure {
    guard let structure = SearchStructure(try record(SearchRow.structure)) else {
      throw Self.damage("the structure of the search index cannot be read")
    }
    return structure
  }

  /// Adds to what the index tells of all its rows: how many there are, and how many words they have.
  func count(rows: Int, words: Int) throws(SQLiteError) {
    var reader = SearchStructure.Reader(bytes: try record(SearchRow.averages))
    var averages = ByteBuffer(capacity: 32)
    for more in [rows, words] {
      let sum = (reader.next() ?? 0).addingReportingOverflow(Int64(more))
      averages.append(varint: UInt64(max(0, sum.partialValue)))
    }
    try setRecord.run([.blob(averages.array), .integer(SearchRow.averages)])
  }

  /// Takes everything out of the index.
  func removeAll(_ db: borrowing Connection) throws(SQLiteError) {
    var structure = try structure()
    structure.removeAll()
    try db.run("DELETE FROM section_search_data WHERE id > ?", [.integer(SearchRow.structure)])
    try db.run("DELETE FROM section_search_idx")
    try db.run("DELETE FROM section_search_docsize")
    try setRecord.run([.blob(structure.record), .integer(SearchRow.structure)])
    try setRecord.run([.blob([]), .integer(SearchRow.averages)])
  }

  func record(_ id: Int64) throws(SQLiteError) -> [UInt8] {
    guard let record = try record.bytes([.integer(id)]) else {
      throw Self.damage("a record of the search index is missing")
    }
    return record
  }

  /// What is told of an index that cannot be added to.
  static func damage(_ what: String) -> SQLiteError { SQLiteError(code: 11, message: what, context: "search index") }
}
