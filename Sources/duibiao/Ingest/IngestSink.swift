import Archive
import ReportReading

/// Where read reports go.
protocol IngestSink: AnyObject {
  /// What is there under a source, so that a file which would change nothing need not be read.
  func stored(_ source: String) throws(ArchiveError) -> StoredSource?

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

  func stored(_ source: String) throws(ArchiveError) -> StoredSource? { try writer.stored(source) }

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

  func stored(_ source: String) -> StoredSource? { nil }

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
