public import ReportReading

/// What the archive has under a source.
public struct StoredSource: Sendable, Equatable {
  var id: Int64
  var contentHash: String
  var hintDistrict: String?
  var hintYear: Int?
  var rulesVersion: Int
  /// Source of the report of which it is a copy.
  var duplicateOf: String?
  var figures: Int
  var districtID: Int64

  /// Whether these bytes were stored, read with the same hints by the same rules: then there is no need to read them.
  /// - Returns: what ``ArchiveWriter/store(_:)`` would say, or nil where the report must be read and stored.
  public func unchanged(_ contentHash: ContentHash, _ hints: ReadingHints) -> StoreResult? {
    guard self.contentHash == contentHash.description, hintDistrict == hints.district, hintYear == hints.year,
      rulesVersion == Rules.version
    else { return nil }
    return StoreResult(change: .unchanged, duplicateOf: duplicateOf, figures: figures)
  }
}
