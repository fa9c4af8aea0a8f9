internal import CSQLite

/// What SQLite or this layer refused to do, with everything needed to find out why.
public struct SQLiteError: Error, Sendable, Equatable {
  /// Extended result code (https://sqlite.org/rescode.html); the low eight bits are the primary code.
  public var code: Int32
  /// SQLite's own words, or this layer's.
  public var message: String
  /// The step that failed: `open`, `configure`, `prepare`, `bind`, `step`.
  public var context: String
  /// The statement, where there is one. Never holds the values bound.
  public var sql: String?

  public init(code: Int32, message: String, context: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.context = context
    self.sql = sql
  }

  /// The primary result code as a name; codes that this program never tells apart are `.other`.
  public var primary: Primary { Primary(rawValue: code & 0xff) ?? .other }

  /// Whether a statement ended because numbers of the file have a sum beyond 64 bits: SQLite has no code of its own for it.
  public var isOverflow: Bool { primary == .error && context == "step" && message == "integer overflow" }

  /// Primary result codes by which callers act.
  public enum Primary: Int32, Sendable {
    case error = 1
    case permission = 3
    case busy = 5
    case locked = 6
    case outOfMemory = 7
    case readOnly = 8
    case interrupted = 9
    case inputOutput = 10
    case corrupt = 11
    case full = 13
    case cannotOpen = 14
    case tooBig = 18
    case constraint = 19
    case mismatch = 20
    case misuse = 21
    case range = 25
    case notADatabase = 26
    case other = -1
  }

  /// The error that a connection reports for a result code.
  static func of(_ db: OpaquePointer?, code: Int32, context: String, sql: String? = nil) -> SQLiteError {
    // Because the handle is open for as long as its owner calls this, and SQLite's message is copied at once.
    let message = unsafe String(cString: db == nil ? sqlite3_errstr(code) : sqlite3_errmsg(db))
    let extended = unsafe db.map { unsafe sqlite3_extended_errcode($0) } ?? code
    // A code given by the failing call itself counts when the handle's belongs to an earlier one.
    let full = extended & 0xff == code & 0xff ? extended : code
    return SQLiteError(code: full, message: message, context: context, sql: sql)
  }
}

extension SQLiteError: CustomStringConvertible {
  public var description: String {
    "SQLite error \(code) at \(context): \(message)" + (sql.map { " in: \($0)" } ?? "")
  }
}
