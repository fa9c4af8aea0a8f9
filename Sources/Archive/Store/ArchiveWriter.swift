public import ReportReading

/// The one that stores reports.
///
/// Reports are written in batches, each one transaction; a report is in the archive whole or not at all. What was
/// stored since the last ``commit()`` is lost when the writer goes away without one.
public struct ArchiveWriter: ~Copyable {
  /// The archive's path.
  public let path: String

  /// Opens an archive for writing, and makes it where there is none; brings an older version up to date.
  /// - Throws: ``ArchiveError``: `notADatabase`, `foreignDatabase`, `newerVersion`, `cannotCreate`, `busy`,
  ///   `inputOutput`.
  public init(path: String) throws(ArchiveError) {
    fatalError("to come")
  }

  /// Whether these bytes were stored under this source before, read with the same hints by the same rules: then there
  /// is no need to read them.
  /// - Returns: what ``store(_:)`` would say, or nil where the report must be read and stored.
  public func unchanged(source: String, contentHash: ContentHash, hints: ReadingHints) throws(ArchiveError)
    -> StoreResult?
  {
    fatalError("to come")
  }

  /// Stores a report, in place of the one that this source had.
  ///
  /// A report whose content another source has brought already is stored and flagged `duplicate`. To get the same
  /// archive again, hand reports in the same order (the command line: by path).
  public mutating func store(_ record: ReportRecord) throws(ArchiveError) -> StoreResult {
    fatalError("to come")
  }

  /// Makes everything stored so far permanent.
  public mutating func commit() throws(ArchiveError) {
    fatalError("to come")
  }

  /// How much the archive holds.
  public func counts() throws(ArchiveError) -> ArchiveCounts {
    fatalError("to come")
  }
}
