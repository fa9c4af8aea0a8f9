internal import SQLite
internal import Schema
internal import Synchronization

/// Whether the tables and views of a file are the ones that this program makes.
///
/// A file from someone else may call anything `figure`: a view over something costly, a table whose columns hold
/// something else. Before a file is used, every object of ours must be there word for word, and nothing may be there that
/// acts by itself. Tables, indexes and views that a person has added are left alone.
enum OwnSchema {
  private struct Object: Hashable {
    var type: String
    var name: String
    var table: String
    var sql: String
  }

  static func verify(_ connection: borrowing Connection, path: String) throws(ArchiveError) {
    let found: [Object]
    var missing: Set<Object>
    do throws(SQLiteError) {
      found = try objects(of: connection)
      // Nearly always: word for word what the scripts make, and nothing else.
      if digest(of: found) == usualDigest { return }
      missing = try expectedObjects()
    } catch {
      throw ArchiveError(error, path: path)
    }
    for object in found {
      if missing.remove(object) != nil { continue }
      // A statement that does something by itself, or whose code is not SQLite's own.
      if object.type == "trigger" || object.sql.hasPrefix("CREATE VIRTUAL") {
        throw strange(path, "the \(object.type) “\(object.name)” is not the archive's own")
      }
    }
    if let object = missing.min(by: { $0.name < $1.name }) {
      throw strange(path, "the \(object.type) “\(object.name)” is missing or not the archive's own")
    }
  }

  /// ``digest(of:)`` of what the scripts make with SQLite 3.40, so that it need not be made to be compared with. Where it is not
  /// met, all is compared object by object; a test tells the right value after a change of the scripts.
  static let usualDigest = "aa32c227fc21b9fe7160cba1b495ed9d80328627af5a9b9c8dfd25d736e69a4b"

  /// The digest of what the scripts make with this SQLite.
  static func expectedDigest() throws(SQLiteError) -> String { digest(of: Array(try expectedObjects())) }

  /// SHA-256 of the objects in the order of their types and names.
  private static func digest(of objects: [Object]) -> String {
    var digest = ContentDigest()
    for object in objects.sorted(by: { ($0.type, $0.name) < ($1.type, $1.name) }) {
      for text in [object.type, object.name, object.table, object.sql] { digest.update(Array(text.utf8) + [0]) }
    }
    return digest.hexadecimal
  }

  private static func strange(_ path: String, _ found: String) -> ArchiveError {
    ArchiveError(.corrupt, path: path, found: found, expected: "the tables of duibiao", remedy: ArchiveError.restore)
  }

  private static func objects(of connection: borrowing Connection) throws(SQLiteError) -> [Object] {
    try connection.all("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema", []) { row in
      Object(type: row.text(0), name: row.text(1), table: row.text(2), sql: row.text(3))
    }
  }

  /// What the scripts make, in a database in memory: 3 ms.
  private static func expectedObjects() throws(SQLiteError) -> Set<Object> {
    if let known = expected.withLock({ $0 }) { return known }
    let connection = try Connection(.memory, access: .create)
    try Migration.standard.run(on: connection)
    let objects = Set(try objects(of: connection))
    expected.withLock { $0 = objects }
    return objects
  }

  private static let expected = Mutex<Set<Object>?>(nil)
}
