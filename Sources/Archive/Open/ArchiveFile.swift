internal import SQLite

/// Opens the file of an archive and tells what it is instead where it is none.
enum ArchiveFile {
  /// Opens an existing archive to read.
  ///
  /// Opened for writing where the file may be written, and told not to write: what a killed process left beside the
  /// file can then be put in order, an archive of an older version brought up to date, the log is folded in by whoever
  /// closes the file last, and SQLite's integrity check looks at CHECK constraints, which 3.40 leaves out on a
  /// read-only connection (measured).
  static func openForReading(_ path: String, patience: Duration) throws(ArchiveError) -> Connection {
    try FilePlace.requireFile(path)
    let connection: Connection
    do throws(ArchiveError) {
      connection = try openAndVerify(path, .write, patience)
    } catch {
      guard error.code == .inputOutput || error.code == .cannotCreate, FilePlace.isUnwritable(path) else { throw error }
      // SQLite wants to make or mend the files of a log, and cannot.
      if FilePlace.hasLog(path) { throw logIsLeft(path) }
      // Without one nobody can be writing, and there is nothing to lock or to mend.
      connection = try openAndVerify(path, .immutable, patience)
    }
    do throws(SQLiteError) {
      try connection.execute("PRAGMA query_only = ON")
    } catch {
      throw ArchiveError(error, path: path)
    }
    return connection
  }

  /// Opens an archive to write, making or updating it first.
  /// - Parameter isNew: whether it was made now; then its log is still to be begun by ``beginLog(_:)``.
  static func openForWriting(
    _ path: String, patience: Duration, isNew: inout Bool
  ) throws(ArchiveError) -> Connection {
    let existed = try FilePlace.kind(path) != nil
    if existed { try FilePlace.requireFile(path) }
    let connection: Connection
    do throws(SQLiteError) {
      connection = try Connection(.file(path), access: .create, busyTimeout: patience.milliseconds)
    } catch {
      if error.primary == .cannotOpen { throw cannotCreate(path, existed: existed) }
      throw ArchiveError(error, path: path)
    }
    let before = try state(of: connection, path: path)
    do throws(SQLiteError) {
      if before != .archive(version: Archive.schemaVersion) { try Migration.standard.run(on: connection) }
    } catch {
      if error.primary == .readOnly { throw readOnly(path) }
      throw ArchiveError(error, path: path)
    }
    try OwnSchema.verify(connection, path: path)
    isNew = before == .empty
    do throws(SQLiteError) {
      // 48 MB: the pages of one batch stay in memory until they are written once.
      // What is removed need not be overwritten with zeros, as Debian's SQLite does unless told: words of merged segments stand in
      // the segment that they were merged into, and reports are public.
      try connection.execute("PRAGMA cache_size = -49152; PRAGMA synchronous = FULL; PRAGMA secure_delete = OFF")
      if !isNew { try beginLog(connection) }
      // The words of the search index are written beside FTS5.
      try connection.allowShadowTables()
      // Each row that the writer refers to is one that it has just written or looked up; to have SQLite look it up again is a
      // fifth of storing a report. A check looks at all.
      try connection.execute("PRAGMA foreign_keys = OFF")
    } catch {
      if error.primary == .readOnly { throw readOnly(path) }
      throw ArchiveError(error, path: path)
    }
    return connection
  }

  /// Begins a write-ahead log where that can be done.
  ///
  /// In WAL mode NORMAL never damages the file; a power cut may cost the last batches, which ingest brings again
  /// (https://sqlite.org/pragma.html#pragma_synchronous). With a rollback journal only FULL is as safe. The log is folded in by
  /// a ``Checkpointer``, not by the commit.
  static func beginLog(_ connection: borrowing Connection) throws(SQLiteError) {
    if enterWAL(connection) { try connection.execute("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0") }
  }

  private static func openAndVerify(
    _ path: String, _ access: Connection.Access, _ patience: Duration
  ) throws(ArchiveError) -> Connection {
    let connection: Connection
    do throws(SQLiteError) {
      connection = try Connection(.file(path), access: access, busyTimeout: patience.milliseconds)
    } catch {
      throw ArchiveError(error, path: path)
    }
    switch try state(of: connection, path: path) {
    case .empty: throw FilePlace.notAnArchive(path, "an empty file")
    case .archive(let version) where version < Archive.schemaVersion:
      do throws(SQLiteError) {
        try Migration.standard.run(on: connection)
      } catch {
        throw error.primary == .readOnly ? olderVersion(path, version) : ArchiveError(error, path: path)
      }
    case .archive: break
    }
    try OwnSchema.verify(connection, path: path)
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
      if attempt < 19 { FilePlace.pause(milliseconds: 50) }
    }
    return false
  }

  // MARK: What the file is

  private enum State: Equatable {
    case empty
    case archive(version: Int)
  }

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
    guard version > 0 else {
      throw ArchiveError(
        .corrupt, path: path, found: "an archive of version \(version)",
        expected: "version 1 to \(Archive.schemaVersion)", remedy: ArchiveError.restore)
    }
    return .archive(version: version)
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

  private static func olderVersion(_ path: String, _ version: Int) -> ArchiveError {
    ArchiveError(
      .cannotCreate, path: path, found: "an archive of version \(version), which cannot be brought up to date here",
      remedy: "copy it to where it can be written")
  }

  private static func logIsLeft(_ path: String) -> ArchiveError {
    ArchiveError(
      .inputOutput, path: path,
      found: "an interrupted ingest left its log beside the file, and neither can be written to here",
      remedy: "copy the file with all that begins with its name to where it can be written")
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

extension Duration {
  /// In whole milliseconds, as SQLite takes a time to wait.
  fileprivate var milliseconds: Int32 { Int32(clamping: Int64(self / .milliseconds(1))) }
}

extension ArchiveError {
  /// What can be done about a damaged file.
  static let restore = "restore a copy, or ingest the reports into a new archive"

  /// What an error of SQLite means for the archive.
  init(_ error: SQLiteError, path: String) {
    switch error.primary {
    case .notADatabase:
      self.init(
        .notADatabase, path: path, found: "not a database", expected: "an archive of duibiao",
        remedy: "name another file with --archive")
    case .corrupt,
      .error where error.isOverflow:
      self.init(.corrupt, path: path, found: "the file is damaged (\(error.message))", remedy: Self.restore)
    case .busy, .locked:
      self.init(.busy, path: path, found: "another process is using the archive", remedy: "try again")
    case .readOnly:
      self.init(.cannotCreate, path: path, found: "the archive cannot be written to", remedy: "check its permissions")
    case .full:
      self.init(.inputOutput, path: path, found: "the disk is full", remedy: "make room and ingest again")
    case .outOfMemory:
      self.init(
        .inputOutput, path: path, found: "there is not enough memory", remedy: "end other programs and try again")
    case .inputOutput, .cannotOpen, .permission:
      self.init(.inputOutput, path: path, found: "reading or writing failed (\(error.message))")
    default:
      self.init(
        .internal, path: path, found: error.description,
        remedy: "run `duibiao check`; where it finds nothing, report this as a mistake of duibiao")
    }
  }
}
