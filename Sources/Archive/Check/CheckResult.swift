/// What a check of the archive found.
public struct CheckResult: Sendable, Equatable {
  /// One promise that does not hold.
  public struct Problem: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
      /// SQLite's own integrity check fails.
      case integrity
      /// A row refers to one that is not there.
      case foreignKey
      /// A quote is not what the text holds at its place.
      case quote
      /// A figure stands outside its section, or a section outside its parent.
      case section
      /// The search index does not say what the text says.
      case searchIndex
      /// A count does not agree with what is counted, or a stored value with the one it is computed from.
      case count
    }
    public var kind: Kind
    /// The report's source, or empty where the problem is the file's.
    public var source: String
    public var detail: String
  }
  public var counts: ArchiveCounts
  /// How many quotes were compared with the text.
  public var quotes: Int
  public var problems: [Problem]
}
