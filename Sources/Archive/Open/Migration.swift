internal import SQLite
internal import Schema

/// Takes a file from the version that it has to the newest, in one transaction: a file that cannot be brought up to date
/// stays as it was.
struct Migration {
  /// The script at `i` takes version `i` to version `i + 1`.
  var scripts: [String]

  static var standard: Migration { Migration(scripts: Schema.migrations) }

  func run(on connection: borrowing Connection) throws(SQLiteError) {
    // A script that makes a table anew drops the old one, and foreign keys would empty the tables that refer to it
    // (https://sqlite.org/lang_altertable.html#otheralter); they are checked at the end instead. The switch does
    // nothing within a transaction.
    try connection.execute("PRAGMA foreign_keys = OFF")
    defer { try? connection.execute("PRAGMA foreign_keys = ON") }
    try connection.transaction { () throws(SQLiteError) in
      // Another process may have done it since we looked; the version counts now that we hold the lock.
      let version = try connection.int("PRAGMA user_version")
      for (next, script) in scripts.enumerated().dropFirst(version) {
        try connection.execute(script)
        try connection.execute("PRAGMA user_version = \(next + 1)")
      }
      try connection.execute("PRAGMA application_id = \(Archive.applicationID)")
      guard try connection.all("PRAGMA foreign_key_check", [], { $0.text(0) }).isEmpty else {
        throw SQLiteError(code: 11, message: "rows refer to rows that are not there", context: "migrate")
      }
    }
  }
}
