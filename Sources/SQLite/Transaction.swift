extension Connection {
  /// Begins a transaction that may write: the lock is taken now, not in the middle.
  public func begin() throws(SQLiteError) { try run("BEGIN IMMEDIATE") }

  /// Makes the transaction permanent. Where that fails, rolls it back and throws what COMMIT said.
  public func commit() throws(SQLiteError) {
    do throws(SQLiteError) {
      try run("COMMIT")
    } catch {
      rollback()
      throw error
    }
  }

  /// Undoes the open transaction, if there is one.
  ///
  /// Does not throw: the error that led here is the one to tell, and an open transaction that cannot be rolled back
  /// is undone when the file is next opened.
  public func rollback() {
    if isInTransaction { try? run("ROLLBACK") }
  }

  /// Runs the body in a transaction: all of it is done or nothing. The first error wins.
  public func transaction<Result: ~Copyable>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try begin()
    do throws(SQLiteError) {
      let result = try body()
      try commit()
      return result
    } catch {
      rollback()
      throw error
    }
  }

  /// Runs the body as a part of the open transaction that can be undone by itself.
  public func savepoint<Result: ~Copyable>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try run("SAVEPOINT part")
    do throws(SQLiteError) {
      let result = try body()
      try run("RELEASE part")
      return result
    } catch {
      // Some errors have ended the whole transaction already; then there is nothing left to undo.
      if isInTransaction { try? execute("ROLLBACK TO part; RELEASE part") }
      throw error
    }
  }
}
