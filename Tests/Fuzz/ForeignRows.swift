import Glibc
import SQLite

/// Rows as only somebody else can have written them: any value of a column's type, whatever the schema asks of it.
enum ForeignRows {
  private struct Column {
    var table: String
    var name: String
    var type: String
    /// Columns that name a row.
    var key: String
  }

  /// The columns of the archive's tables, in the order of the file. Known by the first archive that is asked.
  nonisolated(unsafe) private static var columns: [Column] = []  // Because the fuzzer runs one input at a time.

  /// Changes values, four bytes each: which column, which row, and what; the same bytes make the same archive.
  static func enter(_ edits: [UInt8], into path: String) {
    do throws(SQLiteError) {
      let db = try Connection(.file(path), access: .write)
      try db.execute("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF")
      if unsafe columns.isEmpty { unsafe columns = try columns(of: db) }
      for at in stride(from: 0, to: edits.count - 3, by: 4) {
        let column = unsafe columns[Int(edits[at]) % columns.count]
        let (row, kind) = (Int(edits[at + 1]), Int(edits[at + 2]) | Int(edits[at + 3]) << 8)
        do throws(SQLiteError) {
          try enter(value(kind, column.type), column, row: row, db)
        } catch {
          // Taken already, or of another type: left as it is.
          guard [.constraint, .mismatch].contains(error.primary) else { throw error }
        }
      }
    } catch {
      fatalError("the sample cannot be changed: \(error)")
    }
  }

  /// - Parameter row: counted from 0; from 192 on all rows, from 176 on the row goes.
  private static func enter(_ value: Value, _ column: Column, row: Int, _ db: borrowing Connection) throws(SQLiteError)
  {
    let (table, key) = (column.table, column.key)
    if row >= 192 {
      try db.run("UPDATE OR IGNORE \(table) SET \(column.name) = ?", [value])
    } else {
      let rows = try db.prepare("SELECT count(*) FROM \(table)")
      let count = try rows.step() ? max(1, rows.int(0)) : 1
      let place = "(\(key)) = (SELECT \(key) FROM \(table) LIMIT 1 OFFSET \(row % count))"
      if row >= 176 {
        try db.run("DELETE FROM \(table) WHERE \(place)")
      } else {
        try db.run("UPDATE OR REPLACE \(table) SET \(column.name) = ? WHERE \(place)", [value])
      }
    }
  }

  private static func columns(of db: borrowing Connection) throws(SQLiteError) -> [Column] {
    let tables = try db.prepare(
      """
      SELECT t.name, c.name, c.type, (
        SELECT coalesce(group_concat(k.name), 'rowid') FROM pragma_table_info(t.name) AS k WHERE k.pk > 0
      ) FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
      WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid
      """)
    var columns: [Column] = []
    while try tables.step() {
      columns.append(
        Column(table: tables.text(0), name: tables.text(1), type: tables.text(2), key: tables.text(3)))
    }
    return columns
  }

  private static func value(_ kind: Int, _ type: String) -> Value {
    switch type {
    case "INTEGER" where kind & 1 == 0: ends[(kind >> 1) % ends.count]
    case "INTEGER": integers[(kind >> 1) % integers.count]
    case "REAL": reals[kind % reals.count]
    case "BLOB": .blob([UInt8](repeating: UInt8(kind & 255), count: kind >> 8))
    default: texts[kind % texts.count]
    }
  }

  private static let ends: [Value] =
    [.null]
    + [Int64.max, Int64.min, 1 << 53, -1 << 53, -0x8000_0000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, -1].map {
      .integer($0)
    }

  private static let integers: [Value] =
    ([-100, -5, -4, -3, -2, -1, 1999, 2019, 2020, 2021, 9999, 100, 1000, 3000] + Array(0..<64)).map {
      .integer(Int64($0))
    }

  private static let reals: [Value] =
    [.null] + [0, -0.0, 1, -1, 0.1, 1e15, 1e16, 1e308, -1e308, 2.3e-308, .infinity, -.infinity].map { .real($0) }

  private static let texts: [Value] =
    [.null, .utf8([0xFF, 0xFE, 0xE4, 0xB8]), .utf8([0x41, 0x00, 0x42]), .text(String(repeating: "一", count: 3000))]
    + [
      "", ";", ";;", "a;b", "\u{1B}[31m", "=1+1", "20*年", "嘉善县", "330421", "target", "outcome", "level", "change",
      "rank", "plan",
      "review", "range", "ref", "~", ">=", "<", "~gdp", ">0", "gdp", "元", "万元", "平方米", "title", "given", "county",
      "duplicate",
      "year_unknown", "a.txt", "b.txt", "more", "less", "neutral", "district", "year",
    ].map { .text($0) }
}
