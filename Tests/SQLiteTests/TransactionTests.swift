import SQLite
import Testing

@Suite struct TransactionTests {
  private func count(_ db: borrowing Connection) throws -> Int {
    let statement = try db.prepare("SELECT count(*) FROM t")
    _ = try statement.step()
    return statement.int(0)
  }

  private func database() throws -> Connection {
    let db = try Connection(.memory, access: .create)
    try db.execute(
      """
      CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE u (t INTEGER NOT NULL REFERENCES t DEFERRABLE INITIALLY DEFERRED) STRICT
      """)
    return db
  }

  @Test func aTransactionIsDoneWhole() throws {
    let db = try database()
    try db.transaction { () throws(SQLiteError) in
      try db.run("INSERT INTO t VALUES (1)")
      #expect(db.isInTransaction == true)
    }
    #expect(db.isInTransaction == false)
    #expect(try count(db) == 1)
  }

  @Test func theFirstErrorWinsAndNothingIsDone() throws {
    let db = try database()
    let error = #expect(throws: SQLiteError.self) {
      try db.transaction { () throws(SQLiteError) in
        try db.run("INSERT INTO t VALUES (1)")
        try db.run("INSERT INTO t VALUES (1)")
      }
    }
    #expect(error?.primary == .constraint)
    #expect(db.isInTransaction == false)
    #expect(try count(db) == 0)
  }

  @Test func aFailedCommitRollsBack() throws {
    let db = try database()
    let error = #expect(throws: SQLiteError.self) {
      try db.transaction { () throws(SQLiteError) in
        try db.run("INSERT INTO t VALUES (1)")
        try db.run("INSERT INTO u VALUES (2)")
      }
    }
    #expect(error?.sql == "COMMIT")
    #expect(error?.code == 787)
    #expect(db.isInTransaction == false)
    #expect(try count(db) == 0)
  }

  @Test func aSavepointIsUndoneByItself() throws {
    let db = try database()
    try db.transaction { () throws(SQLiteError) in
      try db.run("INSERT INTO t VALUES (1)")
      #expect(throws: SQLiteError.self) {
        try db.savepoint { () throws(SQLiteError) in
          try db.run("INSERT INTO t VALUES (2)")
          try db.run("INSERT INTO t VALUES (1)")
        }
      }
      try db.savepoint { () throws(SQLiteError) in try db.run("INSERT INTO t VALUES (3)") }
    }
    #expect(try count(db) == 2)
  }
}
