/// The rules by which reports are read.
public enum Rules {
  /// Raised with every change that reads any report differently. The archive keeps it with each report, and ingest
  /// reads a file again when it was last read by other rules.
  public static let version = 6
}
