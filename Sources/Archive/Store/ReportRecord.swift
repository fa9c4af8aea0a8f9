public import ReportReading

/// A report made ready to store: everything that can be computed beside the writer is in it.
///
/// Making one is pure and touches no file, so that many readers can make them in parallel for one writer.
public struct ReportRecord: Sendable {
  /// The path or name under which the report is ingested; one source holds one report.
  public let source: String
  public let contentHash: ContentHash
  /// Length of the file in bytes.
  public let byteCount: Int
  public let report: Report
  public let hints: ReadingHints
  /// Its words as the search index takes them.
  let postings: ReportPostings
  let fingerprint: Fingerprint
  /// The fingerprint's, by which copies are found.
  let bands: [Int64]
  let district: DistrictFacts
  /// Per figure, the catalogue's answer and what the archive has beside its number.
  let figures: ReportFigures
  /// How the text is cut for the archive.
  let pieces: [Range<Int>]
  let digest: Int64

  /// - Parameters:
  ///   - report: what ``ReportReader`` made of `data`.
  ///   - data: the file's bytes, as read.
  ///   - source: the path or name to file it under.
  ///   - hints: what the reader was told beyond the text.
  ///   - contentHash: that of `data`, where it is known already.
  public init(
    _ report: Report, data: [UInt8], source: String, hints: ReadingHints = ReadingHints(),
    contentHash: ContentHash? = nil
  ) {
    self.source = source
    self.contentHash = contentHash ?? ContentHash(of: data)
    self.byteCount = data.count
    self.hints = hints
    let texts = (report.words ?? SectionWords(of: report.text, sections: report.sections)).texts
    let characters = SearchCharacters(of: texts)
    postings = ReportPostings(of: characters)
    // Not needed any more, where many records wait for the writer.
    var report = report
    report.words = nil
    self.report = report
    fingerprint = Fingerprint(of: characters)
    bands = fingerprint.bands
    district = DistrictFacts(report.district, in: report.year.year)
    figures = ReportFigures(of: report)
    pieces = TextPieces.ranges(of: report.text.bytes, keepingWhole: report.figures.map(\.source))
    var digest = Digest(of: report.text.bytes)
    for figure in report.figures { digest.add(figure.source) }
    self.digest = digest.value
  }

  /// Whether all sections that the report's parts refer to are there, parents before children.
  var isConsistent: Bool {
    let sections = report.sections
    return report.figures.allSatisfy { sections.indices.contains($0.section) }
      && sections.enumerated().allSatisfy { ordinal, section in section.parent.map { $0 >= 0 && $0 < ordinal } ?? true }
  }
}

/// What storing a report did.
public struct StoreResult: Sendable, Equatable {
  public enum Change: String, Sendable, CaseIterable {
    /// A source that the archive did not have.
    case added
    /// A source that the archive had with other bytes, hints or rules; its old report is gone whole.
    case replaced
    /// The same bytes under the same source, hints and rules: nothing was written.
    case unchanged
  }
  public var change: Change
  /// The source of the report of which this is another copy; nil for one that stands for itself.
  public var duplicateOf: String?
  /// How many figures the report has.
  public var figures: Int
}
