internal import CSQLite

/// How every connection is set, and why: files may come from anyone.
///
/// The settings follow <https://sqlite.org/security.html> (Defense Against The Dark Arts), section 1.2 for files of
/// unknown origin, and <https://sqlite.org/howtocorrupt.html>; each says what it keeps out.
extension Connection {
  /// The name by which `sqlite3_open_v2` finds a database.
  ///
  /// A path is taken literally: Debian's SQLite reads `file:` names as URIs, and `:memory:` and the empty name are special
  /// everywhere; `./` before them takes the meaning away.
  static func name(of location: Location, _ access: Access) throws(SQLiteError) -> String {
    guard case .file(let path) = location else { return ":memory:" }
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw SQLiteError(code: SQLITE_CANTOPEN, message: "no file can have this name", context: "open")
    }
    if case .immutable = access { return uri(path) + "?immutable=1" }
    return path.hasPrefix("file:") || path.hasPrefix(":") ? "./" + path : path
  }

  /// The path as a `file:` URI, every byte escaped that is no letter, digit or slash (https://sqlite.org/uri.html).
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: path.hasPrefix("/") ? "file://" : "file:") { uri, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri.append("%")
        uri.append(digits[Int(byte >> 4)])
        uri.append(digits[Int(byte & 15)])
      }
    }
  }

  /// Sets a switch, 1 for on.
  static func set(_ option: Int32, _ on: Int32, of db: OpaquePointer) throws(SQLiteError) {
    // Because the handle is open and the out parameter lives on this frame.
    var now: Int32 = -1
    let code = unsafe csqlite_db_config_switch(db, option, on, &now)
    guard code == SQLITE_OK, now == on else {
      throw unsafe SQLiteError.of(db, code: code == SQLITE_OK ? SQLITE_ERROR : code, context: "configure")
    }
  }

  static func configure(_ db: OpaquePointer, busyTimeout: Int32) throws(SQLiteError) {
    let switches: [(option: Int32, on: Int32)] = [
      // A misspelt column name is an error, not a text.
      (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
      // Views, triggers, CHECKs and generated columns that someone else wrote run no functions with side effects.
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      // No statement can damage the file by way of the schema or of shadow tables.
      (SQLITE_DBCONFIG_DEFENSIVE, 1),
      // A row never refers to one that is not there; SQLite leaves this off unless asked.
      (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
      // This program has no triggers, so one that a file brings never runs. (Foreign keys are not triggers here.)
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
      // No file brings code with it.
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    ]
    for (option, on) in switches { try unsafe set(option, on, of: db) }
    // What no statement of this program comes near. It does not build SQL from input; these bound what a schema that
    // someone else wrote may cost. Not lowered: SQLITE_LIMIT_LENGTH (a text may be as large as a file that is read),
    // SQLITE_LIMIT_ATTACHED (VACUUM needs one).
    let limits: [(limit: Int32, value: Int32)] = [
      (SQLITE_LIMIT_SQL_LENGTH, 1_000_000), (SQLITE_LIMIT_EXPR_DEPTH, 100), (SQLITE_LIMIT_COMPOUND_SELECT, 50),
      (SQLITE_LIMIT_VDBE_OP, 100_000), (SQLITE_LIMIT_FUNCTION_ARG, 16), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
      (SQLITE_LIMIT_TRIGGER_DEPTH, 10), (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (limit, value) in limits { _ = unsafe sqlite3_limit(db, limit, value) }
    unsafe sqlite3_busy_timeout(db, busyTimeout)
    // Pages are checked as they are read, so that a damaged file is told and not followed; and they are read, not
    // mapped, so that a fault of the medium is an error and not a signal.
    let code = unsafe sqlite3_exec(db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe SQLiteError.of(db, code: code, context: "configure") }
  }
}
