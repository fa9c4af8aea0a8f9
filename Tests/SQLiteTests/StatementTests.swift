import SQLite
import Testing

@Suite struct StatementTests {
  @Test(
    arguments: [
      [], [0], [0x61, 0, 0x62], [0xff, 0xfe, 0x80], Array("地区生产总值\0增长".utf8), [0xe5, 0x9c],
    ] as [[UInt8]])
  func textComesBackByteForByte(bytes: [UInt8]) throws {
    let db = try Connection(.memory, access: .create)
    try db.execute("CREATE TABLE t (a TEXT NOT NULL, b BLOB NOT NULL) STRICT")
    try db.run("INSERT INTO t VALUES (?, ?)", [.utf8(bytes), .blob(bytes)])
    let statement = try db.prepare("SELECT a, b, typeof(a), length(CAST(a AS BLOB)) FROM t")
    #expect(try statement.step() == true)
    #expect(statement.bytes(0) == bytes)
    #expect(statement.bytes(1) == bytes)
    #expect(statement.text(2) == "text")
    #expect(statement.int(3) == bytes.count)
    #expect(statement.text(0) == String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: ["", "a\0b", "金山区", "𠀀"]) func stringsKeepNULs(text: String) throws {
    let db = try Connection(.memory, access: .create)
    let statement = try db.prepare("SELECT ?")
    try statement.bind([.text(text)])
    #expect(try statement.step() == true)
    #expect(statement.text(0) == text)
    #expect(statement.isNull(0) == false)
  }

  @Test(arguments: [-1, 0, Int64.max, Int64.min]) func integersAreExact(value: Int64) throws {
    let db = try Connection(.memory, access: .create)
    let statement = try db.prepare("SELECT ?")
    try statement.bind([.integer(value)])
    #expect(try statement.step() == true)
    #expect(statement.integer(0) == value)
  }

  @Test(arguments: [0.0381, 48_790_000_000, -3, 0.1, 123_456_789_012_345, 1.23456789012345e-7])
  func realsAreExact(value: Double) throws {
    let db = try Connection(.memory, access: .create)
    try db.execute("CREATE TABLE t (a REAL) STRICT")
    try db.run("INSERT INTO t VALUES (?)", [.real(value)])
    let statement = try db.prepare("SELECT a FROM t")
    #expect(try statement.step() == true)
    #expect(statement.real(0) == value)
  }

  @Test func missingValuesAreNull() throws {
    let db = try Connection(.memory, access: .create)
    let statement = try db.prepare("SELECT ?, ?, ?")
    try statement.bind([.optional(nil as Int?), .optional(nil as String?), .optional(2.5)])
    #expect(try statement.step() == true)
    #expect(statement.optionalInt(0) == nil)
    #expect(statement.optionalText(1) == nil)
    #expect(statement.optionalReal(2) == 2.5)
  }

  @Test(arguments: [(0, 2), (1, 2), (3, 2)]) func aWrongNumberOfValuesIsToldWithBothNumbers(given: Int, expected: Int)
    throws
  {
    let db = try Connection(.memory, access: .create)
    let statement = try db.prepare("SELECT ?, ?")
    let error = #expect(throws: SQLiteError.self) {
      try statement.bind(Array(repeating: .null, count: given))
    }
    #expect(error?.message == "\(expected) values expected, \(given) given")
    #expect(error?.context == "bind")
    #expect(error?.sql == "SELECT ?, ?")
  }

  @Test func valuesAreBoundOneByOneAndStay() throws {
    let db = try Connection(.memory, access: .create)
    try db.execute("CREATE TABLE t (a, b, c, d)")
    let insert = try db.prepare("INSERT INTO t VALUES (?, ?, ?, ?)")
    try insert.bind(7, at: 1)
    try insert.bind("金山区", at: 2)
    try insert.bind(2.5 as Double?, at: 3)
    let text = Array("养老\0床位".utf8)
    try insert.runBound(lending: text.span, at: 4)
    try insert.bind(nil as Int?, at: 1)
    try insert.bind("", at: 2)
    try insert.runBound()
    try insert.runBound(lending: [UInt8]().span, at: 4)
    let rows = try db.prepare("SELECT a, b, c, d, typeof(d) FROM t ORDER BY rowid")
    #expect(try rows.step() == true)
    #expect(rows.int(0) == 7 && rows.text(1) == "金山区" && rows.real(2) == 2.5 && rows.bytes(3) == text)
    #expect(try rows.step() == true)
    #expect(rows.isNull(0) && rows.text(1) == "" && rows.real(2) == 2.5 && rows.isNull(3))
    #expect(try rows.step() == true)
    #expect(rows.text(4) == "text" && rows.bytes(3) == [])
    #expect(throws: SQLiteError.self) { try insert.bind(1, at: 5) }
  }

  @Test func aStatementRunsAgainAfterAnError() throws {
    let db = try Connection(.memory, access: .create)
    try db.execute("CREATE TABLE t (a UNIQUE)")
    let insert = try db.prepare("INSERT INTO t VALUES (?)")
    try insert.run([1])
    #expect(throws: SQLiteError.self) { try insert.run([1]) }
    try insert.run([2])
    #expect(db.changes == 1)
    #expect(db.lastInsertRowID == 2)
  }

  @Test func columnsHaveNames() throws {
    let db = try Connection(.memory, access: .create)
    let statement = try db.prepare("SELECT 1 AS 年, 2 AS b")
    #expect(statement.columnCount == 2)
    #expect(statement.columnName(0) == "年")
    #expect(statement.columnName(1) == "b")
    #expect(statement.isReadOnly == true)
  }
}
