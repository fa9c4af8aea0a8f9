internal import CSQLite

/// A connection to one database; closed when it goes away.
///
/// Not `Sendable`: it belongs to one owner at a time and is moved, never shared.
@safe public struct Connection: ~Copyable {
  /// Where the database is.
  public enum Location: Sendable, Equatable {
    /// A file, by its path. Taken literally: neither `file:` nor `:memory:` has a meaning of its own.
    case file(String)
    /// A private database in memory.
    case memory
  }

  /// What may be done.
  public enum Access: Sendable {
    case read
    case write
    /// Write, and make the file where there is none.
    case create
    /// Read a file that nobody can write to: without locks, and without looking for a log beside it.
    case immutable
  }

  // Because the handle belongs to this value alone and is not null: `init` checked it, `deinit` closes it.
  let handle: OpaquePointer

  /// Opens a database with the safe settings below.
  /// - Parameter busyTimeout: how long to wait for another process's lock, in milliseconds.
  /// - Throws: ``SQLiteError``. A file that is no database is only told when it is first read.
  public init(_ location: Location, access: Access, busyTimeout: Int32 = 5000) throws(SQLiteError) {
    _ = Self.isPrepared
    let path = try Self.name(of: location, access)
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    switch access {
    case .read: flags |= SQLITE_OPEN_READONLY
    case .write: flags |= SQLITE_OPEN_READWRITE
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .immutable: flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    }
    // Because the out parameter lives on this frame; a handle that comes back from a failed open is closed here.
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let error = unsafe SQLiteError.of(opened, code: code, context: "open")
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    do throws(SQLiteError) {
      try unsafe Self.configure(opened, busyTimeout: busyTimeout)
    } catch {
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe handle = unsafe opened
  }

  deinit {
    // Because `close_v2` keeps the handle alive for statements that are still there.
    unsafe sqlite3_close_v2(handle)
  }

  /// What is set for the whole process before SQLite is first used. Where someone else has used it, things stay as they
  /// are, which costs time only.
  private static let isPrepared = csqlite_config_no_statistics() == SQLITE_OK

  /// Lets statements write to the tables that a virtual table keeps its rows in.
  public func allowShadowTables() throws(SQLiteError) { try unsafe Self.set(SQLITE_DBCONFIG_DEFENSIVE, 0, of: handle) }

  // MARK: Statements

  /// Prepares one statement.
  /// - Throws: ``SQLiteError``; also when the text holds no statement, or more than one.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    let (statement, used) = try unsafe prepareFirst(of: sql, from: 0)
    guard let statement = unsafe statement else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "no statement", context: "prepare", sql: sql)
    }
    // Owned from here on: finalized on every way out.
    let prepared = unsafe Statement(adopting: statement, sql: sql)
    let (another, _) = try unsafe prepareFirst(of: sql, from: used)
    if let another = unsafe another {
      unsafe sqlite3_finalize(another)
      throw SQLiteError(code: SQLITE_MISUSE, message: "more than one statement", context: "prepare", sql: sql)
    }
    return prepared
  }

  /// Runs a script of statements that take no values.
  public func execute(_ script: String) throws(SQLiteError) {
    var at = 0
    while true {
      let (statement, next) = try unsafe prepareFirst(of: script, from: at)
      if let statement = unsafe statement {
        let sql = String(decoding: Array(script.utf8)[at..<next], as: UTF8.self)
        try unsafe Statement(adopting: statement, sql: sql).run()
      } else if next >= script.utf8.count {
        return
      }
      at = next
    }
  }

  /// Prepares and runs one statement.
  public func run(_ sql: String, _ values: [Value] = []) throws(SQLiteError) {
    try prepare(sql).run(values)
  }

  /// Is told each statement that is prepared, so that tests can look at what is really asked.
  @TaskLocal package static var observer: (@Sendable (String) -> Void)?

  /// The first statement at or after a byte offset, with the offset behind it; nil for white space or a comment.
  private func prepareFirst(of sql: String, from: Int) throws(SQLiteError) -> (OpaquePointer?, Int) {
    var sql = sql
    var statement: OpaquePointer?
    var code: Int32 = SQLITE_OK
    // Because the buffer is valid within the closure, and the tail that SQLite gives points into it.
    let used = sql.withUTF8 { bytes -> Int in
      guard from < bytes.count, let base = bytes.baseAddress else { return bytes.count }
      return unsafe (base + from).withMemoryRebound(to: CChar.self, capacity: bytes.count - from) { start in
        var tail: UnsafePointer<CChar>?
        code = unsafe sqlite3_prepare_v3(handle, start, Int32(bytes.count - from), 0, &statement, &tail)
        return unsafe tail.map { unsafe from + ($0 - start) } ?? bytes.count
      }
    }
    guard code == SQLITE_OK else { throw unsafe SQLiteError.of(handle, code: code, context: "prepare", sql: sql) }
    Self.observer?(sql)
    return unsafe (statement, used)
  }

  // MARK: State

  /// Row id of the last insertion.
  public var lastInsertRowID: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

  /// Rows that the last statement changed.
  public var changes: Int { unsafe Int(sqlite3_changes64(handle)) }

  /// Whether a transaction is open. SQLite ends one by itself on some errors (disk full, out of memory).
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }
}
