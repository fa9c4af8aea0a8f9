/// The archive: one SQLite file that holds reports, their sections and their figures.
///
/// ``ArchiveWriter`` stores reports; there is one at a time. ``ArchiveReader`` asks questions; there may be any number,
/// also while a writer is at work. The file's tables and views are documented in `Schema/v1-archive.sql`, and every
/// question that a reader answers can be asked of those views with the `sqlite3` shell.
public enum Archive {
  /// `application_id` of the file's header: the bytes `DBAO` (对标 archive of reports), by which `file(1)` and this
  /// program know an archive from another application's database.
  public static let applicationID: Int32 = 0x4442_414F

  /// `user_version` that this program writes and the newest that it reads.
  public static let schemaVersion = 1

  /// How long a reader or writer waits for another process: longer than a batch of the largest reports takes.
  public static let patience = Duration.seconds(20)
}
