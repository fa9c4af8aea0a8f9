import Archive
import ReportReading

/// Where read reports go.
protocol IngestSink: AnyObject {
  /// What storing would say where it would change nothing; nil where the file must be read.
  func unchanged(_ source: String, _ hash: ContentHash, _ hints: ReadingHints) throws(ArchiveError) -> StoreResult?

  /// Takes one report.
  func take(_ record: ReportRecord, _ summary: inout IngestSummary) throws(ArchiveError)

  /// Makes everything taken so far permanent.
  func finish() throws(ArchiveError)
}

/// Stores reports in an archive.
final class StoringSink: IngestSink {
  private var writer: ArchiveWriter

  /// Opens the archive, and makes it where there is none.
  init(path: String, patience: Duration) throws(ArchiveError) {
    writer = try ArchiveWriter(path: path, patience: patience)
  }

  func unchanged(_ source: String, _ hash: ContentHash, _ hints: ReadingHints) throws(ArchiveError) -> StoreResult? {
    try writer.unchanged(source: source, contentHash: hash, hints: hints)
  }

  func take(_ record: ReportRecord, _ summary: inout IngestSummary) throws(ArchiveError) {
    let result = try writer.store(record)
    summary.count(result, flags: record.report.flags)
  }

  func finish() throws(ArchiveError) { try writer.commit() }

  func counts() throws(ArchiveError) -> ArchiveCounts { try writer.counts() }
}

/// Tells what would be stored, and leaves the archive alone.
final class RehearsingSink: IngestSink {
  /// The hashes of the archive's files by their source.
  private let known: [String: String]

  /// - Parameter path: an archive, or nothing yet.
  init(path: String) throws(ArchiveError) {
    do throws(ArchiveError) {
      let archive = try ArchiveReader(path: path)
      known = Dictionary(try archive.reports().map { ($0.source, $0.contentHash) }) { $1 }
    } catch {
      guard error.code == .notFound else { throw error }
      known = [:]
    }
  }

  func unchanged(_ source: String, _ hash: ContentHash, _ hints: ReadingHints) -> StoreResult? { nil }

  func take(_ record: ReportRecord, _ summary: inout IngestSummary) {
    let change: StoreResult.Change =
      switch known[record.source] {
      case nil: .added
      case record.contentHash.description: .unchanged
      default: .replaced
      }
    summary.count(change, figures: record.report.figures.count, flags: record.report.flags)
  }

  func finish() {}
}
