/// The SQL of the archive, one script a version; the scripts in this folder are the documentation of the file.
public enum Schema {
  /// Scripts that take a file from version `i` to version `i + 1` (`user_version`), each to be run in one transaction.
  public static var migrations: [String] {
    [PackageResources.v1_archive_sql].map { String(decoding: $0, as: UTF8.self) }
  }
}
