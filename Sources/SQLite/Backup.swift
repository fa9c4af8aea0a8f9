internal import CSQLite

extension Connection {
  /// Copies the whole database into another connection's, replacing what is there, as it was at one moment.
  ///
  /// One step for all pages: what others commit meanwhile is not in the copy and does not restart it
  /// (https://sqlite.org/c3ref/backup_finish.html). The copy is one transaction of the other connection.
  public func copy(to other: borrowing Connection) throws(SQLiteError) {
    try unsafe copyPages(from: handle, to: other.handle)
  }

  private func copyPages(from source: OpaquePointer, to target: OpaquePointer) throws(SQLiteError) {
    // Because both handles are lent by their owners for the call, and the copy is finished on every way out.
    guard let backup = unsafe sqlite3_backup_init(target, "main", source, "main") else {
      throw unsafe SQLiteError.of(target, code: sqlite3_errcode(target), context: "backup")
    }
    var code = SQLITE_OK
    // A lock that others hold is waited for as the busy timeout of the source says; `step` itself does not wait for
    // one on the target, which nobody else knows.
    for _ in 0..<Self.attempts {
      code = unsafe sqlite3_backup_step(backup, -1)
      guard code & 0xff == SQLITE_BUSY || code & 0xff == SQLITE_LOCKED else { break }
      sqlite3_sleep(50)
    }
    let finished = unsafe sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE, finished == SQLITE_OK else {
      throw unsafe SQLiteError.of(target, code: code == SQLITE_DONE ? finished : code, context: "backup")
    }
  }

  /// How often a copy is tried while others hold the database.
  private static let attempts = 20
}
