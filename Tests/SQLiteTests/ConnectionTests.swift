import SQLite
import Testing

/// A fresh folder's file name; the file is removed by the caller's `defer`.
private func temporaryPath(_ name: String = #function) -> String {
  "/tmp/duibiao-sqlite-\(UInt64.random(in: 0 ... .max))-\(name.prefix { $0 != "(" }).sqlite"
}

@Suite struct ConnectionTests {
  @Test func openingAMissingFileForReadingFails() {
    let error = #expect(throws: SQLiteError.self) {
      try discard(Connection(.file("/tmp/no-such-folder-of-duibiao/x.sqlite"), access: .read))
    }
    #expect(error?.primary == .cannotOpen)
    #expect(error?.context == "open")
  }

  @Test(arguments: ["", "a\0b"]) func aNameThatNoFileCanHaveIsRefused(name: String) {
    let error = #expect(throws: SQLiteError.self) { try discard(Connection(.file(name), access: .create)) }
    #expect(error?.primary == .cannotOpen)
  }

  @Test func aNameIsTakenLiterally() throws {
    // `file:` with a folder that is not there: as a URI it would open /tmp; literally it cannot be opened.
    let error = #expect(throws: SQLiteError.self) {
      try discard(Connection(.file("file:/tmp/uri.sqlite?mode=memory"), access: .create))
    }
    #expect(error?.primary == .cannotOpen)
  }

  @Test func errorsHaveExtendedCodesAndTheStatement() throws {
    let db = try Connection(.memory, access: .create)
    try db.execute("CREATE TABLE t (a INTEGER UNIQUE) STRICT; INSERT INTO t VALUES (1)")
    let error = #expect(throws: SQLiteError.self) { try db.run("INSERT INTO t VALUES (?)", [1]) }
    #expect(error?.code == 2067)  // SQLITE_CONSTRAINT_UNIQUE
    #expect(error?.primary == .constraint)
    #expect(error?.sql == "INSERT INTO t VALUES (?)")
    #expect(error?.context == "step")
    #expect(error?.message == "UNIQUE constraint failed: t.a")
  }

  @Test func foreignKeysHold() throws {
    let db = try Connection(.memory, access: .create)
    try db.execute("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a)")
    let error = #expect(throws: SQLiteError.self) { try db.run("INSERT INTO b VALUES (7)") }
    #expect(error?.code == 787)  // SQLITE_CONSTRAINT_FOREIGNKEY
  }

  @Test func doubleQuotedTextIsNoText() throws {
    let db = try Connection(.memory, access: .create)
    let error = #expect(throws: SQLiteError.self) { try db.run("SELECT \"no such column\"") }
    #expect(error?.context == "prepare")
  }

  @Test func theSchemaCannotBeEdited() throws {
    let db = try Connection(.memory, access: .create)
    try db.execute("CREATE TABLE t (a); PRAGMA writable_schema = ON")
    #expect(throws: SQLiteError.self) { try db.run("UPDATE sqlite_schema SET sql = 'x'") }
  }

  @Test(arguments: [
    ("", "no statement"), ("-- nothing\n", "no statement"), ("SELECT 1; SELECT 2", "more than one statement"),
  ])
  func oneStatementIsPrepared(sql: String, message: String) throws {
    let db = try Connection(.memory, access: .create)
    let error = #expect(throws: SQLiteError.self) { try discard(db.prepare(sql)) }
    #expect(error?.message == message)
  }

  @Test func aScriptRunsToItsEndWithCommentsAndSemicolonsInTexts() throws {
    let db = try Connection(.memory, access: .create)
    try db.execute("-- 表\nCREATE TABLE t (a);; INSERT INTO t VALUES ('一;二');\n\n-- end\n")
    let statement = try db.prepare("SELECT a FROM t")
    #expect(try statement.step() == true)
    #expect(statement.text(0) == "一;二")
    #expect(try statement.step() == false)
  }

  @Test func aStatementMayOutliveItsConnection() throws {
    func make() throws -> Statement {
      let db = try Connection(.memory, access: .create)
      return try db.prepare("SELECT 42")
    }
    let statement = try make()
    #expect(try statement.step() == true)
    #expect(statement.int(0) == 42)
  }

  @Test func aLockOfAnotherConnectionIsToldAsBusy() throws {
    let path = temporaryPath()
    defer { removeFile(path) }
    let one = try Connection(.file(path), access: .create)
    try one.execute("CREATE TABLE t (a)")
    try one.begin()
    let two = try Connection(.file(path), access: .write, busyTimeout: 10)
    let error = #expect(throws: SQLiteError.self) { try two.begin() }
    #expect(error?.primary == .busy)
    one.rollback()
    try two.begin()
    try two.commit()
  }

  @Test func aFileThatIsNoDatabaseIsTold() throws {
    let path = temporaryPath()
    defer { removeFile(path) }
    writeFile(path, "This is a text file, long enough to have no header of a database in it.\n")
    let db = try Connection(.file(path), access: .read)
    let error = #expect(throws: SQLiteError.self) { try db.run("SELECT * FROM sqlite_schema") }
    #expect(error?.primary == .notADatabase)
  }
}

/// Uses up a noncopyable value.
func discard<T: ~Copyable>(_ value: consuming T) {}
