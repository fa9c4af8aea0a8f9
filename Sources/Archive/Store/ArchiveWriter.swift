internal import ReportReading
internal import SQLite

/// The one that stores reports.
///
/// Reports are written in batches, each one transaction; a report is in the archive whole or not at all. What was
/// stored since the last ``commit()`` may be lost when the writer goes away without one.
public struct ArchiveWriter: ~Copyable {
  /// The archive's path.
  public let path: String
  let connection: Connection
  let statements: WriterStatements
  /// UTF-8 bytes of text stored since the last commit.
  private var pendingBytes = 0
  /// Bands of reports that are not entered yet; nil where they are to be asked for, as another process may have come between.
  var recentBands: RecentBands?
  private var dataVersion = 0
  /// Words stored since the last commit.
  var batch = SearchBatch()
  private var turn = WriterTurn()
  private var log = LogState.begun
  private var checkpointer: Checkpointer

  /// Whether batches go through a write-ahead log. The first batch of a new archive goes straight into the file, which nobody
  /// can be asking yet: all its pages are new, so that the log would only have them written twice.
  private enum LogState {
    case none, due, begun
  }

  /// A batch ends after this much text: large enough that its sync costs nothing beside it, small enough that another
  /// writer waits a second or two and that its pages fit into memory.
  static let batchBytes = 16 << 20

  /// Opens an archive for writing, and makes it where there is none; brings an older version up to date.
  /// - Parameter patience: how long to wait for another process that holds it.
  /// - Throws: ``ArchiveError``: `notADatabase`, `foreignDatabase`, `newerVersion`, `corrupt`, `cannotCreate`, `busy`,
  ///   `inputOutput`.
  public init(path: String, patience: Duration = Archive.patience) throws(ArchiveError) {
    self.path = path
    var isNew = false
    let connection = try ArchiveFile.openForWriting(path, patience: patience, isNew: &isNew)
    do throws(SQLiteError) {
      try Self.enterCatalogue(connection)
      statements = try WriterStatements(connection)
    } catch {
      throw ArchiveError(error, path: path)
    }
    self.connection = connection
    checkpointer = Checkpointer(path: path)
    if isNew { log = .none }
  }

  deinit {
    connection.rollback()
    checkpointer.wait()
    // Leaves one plain file that opens on any medium. Fails while others have the archive open: then the last of them folds
    // the log in, and the next writer's end leaves the plain file.
    try? connection.execute("PRAGMA journal_mode = DELETE")
  }

  /// What is stored under a source; nil for nothing.
  public func stored(_ source: String) throws(ArchiveError) -> StoredSource? {
    do throws(SQLiteError) {
      return try statements.existing(source)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Stores a report, in place of the one that this source had.
  ///
  /// What fails because of the report leaves the others as they are; a fault of the file (a full disk) undoes all that was
  /// stored since the last commit.
  ///
  /// A report whose content another source has brought already is stored and flagged `duplicate`. To get the same
  /// archive again, hand reports in the same order (the command line: by path).
  public mutating func store(_ record: ReportRecord) throws(ArchiveError) -> StoreResult {
    if let same = try stored(record.source)?.unchanged(record.contentHash, record.hints) { return same }
    guard record.isConsistent else {
      throw ArchiveError(
        .internal, path: path,
        found: "\(record.source) was read into figures or sections of sections that it does not have",
        remedy: "report this as a mistake of duibiao")
    }
    do throws(SQLiteError) {
      if !connection.isInTransaction {
        turn.giveWay()
        if log == .due {
          try ArchiveFile.beginLog(connection)
          log = .begun
        }
        try beginBatch()
      }
      // What is refused is refused above; a fault of the file undoes the batch.
      let result = try write(record)
      pendingBytes += record.report.text.bytes.count
      if pendingBytes >= Self.batchBytes { try commitBatch() }
      return result
    } catch {
      undo()
      throw ArchiveError(error, path: path)
    }
  }

  /// Undoes what was stored since the last commit, and forgets what was looked up or gathered meanwhile.
  private mutating func undo() {
    connection.rollback()
    statements.known.forget()
    batch.removeAll()
    recentBands = nil
    pendingBytes = 0
  }

  /// Begins a batch's transaction, with what the search index has to have merged: one transaction costs less than two, and what is
  /// merged first can be undone alone.
  private mutating func beginBatch() throws(SQLiteError) {
    checkpointer.waitWhereLogIsLong(connection)
    try connection.begin()
    turn.begin()
    if let leaves = try mergeSegments() {
      connection.rollback()
      try mergeByFTS5(leaves: leaves)
      try connection.begin()
    }
    try askForBands()
  }

  /// Sees to it that ``recentBands`` are those of the archive: another process may have stored since the last batch.
  private mutating func askForBands() throws(SQLiteError) {
    let version = try connection.int("PRAGMA data_version")
    if recentBands == nil || version != dataVersion { recentBands = try RecentBands(statements.bands) }
    dataVersion = version
  }

  /// Makes everything stored so far permanent.
  public mutating func commit() throws(ArchiveError) {
    do throws(SQLiteError) {
      try commitBatch(isLast: true)
      try renewSearchIndexIfStale()
    } catch {
      undo()
      throw ArchiveError(error, path: path)
    }
  }

  /// - Parameter isLast: whether no more is known to come.
  private mutating func commitBatch(isLast: Bool = false) throws(SQLiteError) {
    let bytes = pendingBytes
    pendingBytes = 0
    if connection.isInTransaction {
      if let recent = recentBands?.reports, isLast || recent >= RecentBands.mostReports {
        try recentBands?.enter(upTo: statements.lastReport.integer([]) ?? 0, statements.bands)
      }
      try batch.write(statements.search)
      try connection.commit()
      turn.end()
      if log == .none { log = .due } else { checkpointer.begin(bytes: bytes) }
    }
  }

  /// How much the archive holds.
  public func counts() throws(ArchiveError) -> ArchiveCounts {
    do throws(SQLiteError) {
      return try connection.archiveCounts()
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}
