import SQLite
import Testing

@testable import Archive

/// Folding the log in beside the writer.
@Suite struct CheckpointerTests {
  let folder = TemporaryFolder()

  private func logged() throws -> Connection {
    let db = try Connection(.file(folder.archive), access: .create)
    try db.execute(
      "CREATE TABLE t (i INTEGER PRIMARY KEY, b BLOB); PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0")
    return db
  }

  /// Pages of the log, and those of them that are folded in.
  private func state(_ db: borrowing Connection) throws -> (pages: Int, folded: Int) {
    let row = try db.prepare("PRAGMA wal_checkpoint(PASSIVE)")
    _ = try row.step()
    return (row.int(1), row.int(2))
  }

  /// How many rows there are without the log.
  private func rowsInTheFile() throws -> Int {
    try Connection(.file(folder.archive), access: .immutable).int("SELECT count(*) FROM t")
  }

  @Test func theLogBeginsAnewWhereItIsLong() throws {
    let db = try logged()
    var checkpointer = Checkpointer(path: folder.archive, mostLogged: 4)
    for _ in 0..<30 {
      checkpointer.waitWhereLogIsLong(db)
      try db.transaction { () throws(SQLiteError) in
        for _ in 0..<10 { try db.run("INSERT INTO t (b) VALUES (zeroblob(40000))") }
      }
      checkpointer.begin(bytes: 1)
    }
    checkpointer.wait()
    // Some 110 pages a batch, of which four or five are logged before it begins anew.
    let (pages, folded) = try state(db)
    #expect(pages == folded && pages < 700)
    #expect(try db.int("SELECT count(*) FROM t") == 300)
  }

  @Test func aReaderKeepsWhatItSees() throws {
    let db = try logged()
    var checkpointer = Checkpointer(path: folder.archive, mostLogged: 1)
    try db.run("INSERT INTO t (b) VALUES (zeroblob(40000))")
    let reader = try Connection(.file(folder.archive), access: .write)
    try reader.execute("BEGIN")
    #expect(try reader.int("SELECT count(*) FROM t") == 1)
    for _ in 0..<5 {
      checkpointer.waitWhereLogIsLong(db)
      try db.run("INSERT INTO t (b) VALUES (zeroblob(40000))")
      checkpointer.begin(bytes: 1)
    }
    checkpointer.wait()
    #expect(try reader.int("SELECT count(*) FROM t") == 1)
    try reader.execute("COMMIT")
    #expect(try reader.int("SELECT count(*) FROM t") == 6)
    checkpointer.waitWhereLogIsLong(db)
    #expect(try rowsInTheFile() == 6)
  }

  /// Where the file cannot be opened beside the writer, the writer folds the log in.
  @Test func theWriterDoesWhatIsLeft() throws {
    let db = try logged()
    var checkpointer = Checkpointer(path: folder.archive + "/none", mostLogged: 1)
    try db.run("INSERT INTO t (b) VALUES (zeroblob(40000))")
    checkpointer.begin(bytes: 1)
    checkpointer.waitWhereLogIsLong(db)
    #expect(try rowsInTheFile() == 1)
  }
}
