internal import Glibc
internal import SQLite
internal import Schema

/// Opens the file of an archive and tells what it is instead where it is none.
enum ArchiveFile {
  /// How long to wait for another process, in milliseconds.
  static let patience: Int32 = 20_000

  /// Opens an existing archive to read.
  ///
  /// Opened for writing where the file may be written, and told not to write: what a killed process left beside the
  /// file can then be put in order, the log is folded in by whoever closes the file last, and SQLite's integrity check
  /// looks at CHECK constraints, which 3.40 leaves out on a read-only connection (measured).
  static func openForReading(_ path: String) throws(ArchiveError) -> Connection {
    try requireFile(path)
    let connection: Connection
    do throws(SQLiteError) {
      connection = try Connection(.file(path), access: .write, busyTimeout: patience)
    } catch {
      throw ArchiveError(error, path: path)
    }
    do throws(SQLiteError) {
      try connection.execute("PRAGMA query_only = ON")
    } catch {
      throw ArchiveError(error, path: path)
    }
    guard try state(of: connection, path: path) == .archive else { throw notAnArchive(path, "an empty file") }
    return connection
  }

  /// Opens an archive to write, making or updating it first.
  static func openForWriting(_ path: String) throws(ArchiveError) -> Connection {
    let existed = try kind(path) != nil
    if existed { try requireFile(path) }
    let connection: Connection
    do throws(SQLiteError) {
      connection = try Connection(.file(path), access: .create, busyTimeout: patience)
    } catch {
      if error.primary == .cannotOpen { throw cannotCreate(path, existed: existed) }
      throw ArchiveError(error, path: path)
    }
    let before = try state(of: connection, path: path)
    do throws(SQLiteError) {
      if before == .empty { try migrate(connection) }
      // In WAL mode NORMAL never damages the file; a power cut may cost the last batches, which ingest brings again.
      // With a rollback journal only FULL is as safe.
      try connection.execute("PRAGMA synchronous = \(enterWAL(connection) ? "NORMAL" : "FULL")")
      // 32 MB: the pages of one batch's index stay in memory until they are written once.
      try connection.execute("PRAGMA cache_size = -32768")
    } catch {
      if error.primary == .readOnly { throw readOnly(path) }
      throw ArchiveError(error, path: path)
    }
    return connection
  }

  /// Asks for a write-ahead log: readers go on reading while a batch is written, and a batch costs one sync. The log is
  /// folded into the file and removed when the writer ends, so that at rest there is one plain file.
  ///
  /// The mode cannot be changed while others read, and SQLite does not wait for them here; without it all is the same
  /// but slower.
  private static func enterWAL(_ connection: borrowing Connection) -> Bool {
    for attempt in 0..<20 {
      let mode = try? connection.all("PRAGMA journal_mode = WAL", []) { $0.text(0) }
      if mode == ["wal"] { return true }
      if attempt < 19 { usleep(50_000) }
    }
    return false
  }

  // MARK: What the file is

  private enum State { case empty, archive }

  private static func state(of connection: borrowing Connection, path: String) throws(ArchiveError) -> State {
    let application: Int
    let version: Int
    let objects: Int
    do throws(SQLiteError) {
      application = try connection.int("PRAGMA application_id")
      version = try connection.int("PRAGMA user_version")
      objects = try connection.int("SELECT count(*) FROM sqlite_schema")
    } catch {
      throw ArchiveError(error, path: path)
    }
    if application == 0, version == 0, objects == 0 { return .empty }
    guard application == Int(Archive.applicationID) else {
      throw ArchiveError(
        .foreignDatabase, path: path, found: "a database of another application", expected: "an archive of duibiao",
        remedy: "name another file with --archive")
    }
    guard version <= Archive.schemaVersion else {
      throw ArchiveError(
        .newerVersion, path: path, found: "an archive of version \(version)",
        expected: "version \(Archive.schemaVersion) or older", remedy: "update duibiao")
    }
    return .archive
  }

  private static func migrate(_ connection: borrowing Connection) throws(SQLiteError) {
    try connection.transaction { () throws(SQLiteError) in
      // Another process may have made the archive since we looked; its version counts now that we hold the lock.
      let version = try connection.int("PRAGMA user_version")
      for (next, script) in Schema.migrations.enumerated().dropFirst(version) {
        try connection.execute(script)
        try connection.execute("PRAGMA user_version = \(next + 1)")
      }
      try connection.execute("PRAGMA application_id = \(Archive.applicationID)")
    }
  }

  private enum Kind { case file, folder, other }

  /// What stands at the path; nil for nothing.
  private static func kind(_ path: String) throws(ArchiveError) -> Kind? {
    var info = stat()
    // Because the out parameter lives on this frame.
    guard unsafe stat(path, &info) == 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { return nil }
      throw ArchiveError(.inputOutput, path: path, found: systemMessage(code))
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  private static func requireFile(_ path: String) throws(ArchiveError) {
    switch try kind(path) {
    case .file:
      // Because the string is lent for the call.
      guard unsafe access(path, R_OK) == 0 else {
        throw ArchiveError(.inputOutput, path: path, found: systemMessage(errno), remedy: "check its permissions")
      }
    case .folder: throw notAnArchive(path, "a folder")
    case .other: throw notAnArchive(path, "a device, pipe or socket")
    case nil:
      throw ArchiveError(
        .notFound, path: path, found: "no such file",
        remedy: "make an archive with `duibiao ingest`, or name one with --archive")
    }
  }

  private static func systemMessage(_ code: Int32) -> String {
    // Because strerror gives a text that lives until the next call, and it is copied at once.
    unsafe String(cString: strerror(code))
  }

  private static func notAnArchive(_ path: String, _ found: String) -> ArchiveError {
    ArchiveError(
      .notADatabase, path: path, found: found, expected: "an archive of duibiao",
      remedy: "name another file with --archive")
  }

  private static func cannotCreate(_ path: String, existed: Bool) -> ArchiveError {
    ArchiveError(
      .cannotCreate, path: path,
      found: existed ? "the file cannot be opened for writing" : "the file cannot be created",
      remedy: "check that its folder exists and may be written to")
  }

  private static func readOnly(_ path: String) -> ArchiveError {
    ArchiveError(
      .cannotCreate, path: path, found: "the file or its folder cannot be written to",
      remedy: "check the permissions, or name another file with --archive")
  }
}

extension Connection {
  /// The first column of the first row.
  func int(_ sql: String, _ values: [Value] = []) throws(SQLiteError) -> Int {
    let statement = try prepare(sql)
    try statement.bind(values)
    return try statement.step() ? statement.int(0) : 0
  }
}

extension ArchiveError {
  /// What an error of SQLite means for the archive.
  init(_ error: SQLiteError, path: String) {
    switch error.primary {
    case .notADatabase:
      self.init(
        .notADatabase, path: path, found: "not a database", expected: "an archive of duibiao",
        remedy: "name another file with --archive")
    case .corrupt:
      self.init(
        .corrupt, path: path, found: "the file is damaged (\(error.message))",
        remedy: "restore a copy, or ingest the reports into a new archive")
    case .busy, .locked:
      self.init(.busy, path: path, found: "another process is using the archive", remedy: "try again")
    case .readOnly:
      self.init(.cannotCreate, path: path, found: "the archive cannot be written to", remedy: "check its permissions")
    case .full:
      self.init(.inputOutput, path: path, found: "the disk is full", remedy: "make room and ingest again")
    case .inputOutput, .cannotOpen, .permission:
      self.init(.inputOutput, path: path, found: "reading or writing failed (\(error.message))")
    default:
      self.init(.internal, path: path, found: error.description, remedy: "report this as a mistake of duibiao")
    }
  }
}
