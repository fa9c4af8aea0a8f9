import Archive
import ReportReading

/// Reads files in parallel and hands the reports to a sink one after another.
struct IngestJob {
  var files: [InputFile]
  var hints: ReadingHints
  var jobs: Int
  var isProgressShown: Bool

  /// What became of a file.
  private enum Outcome: Sendable {
    case record(ReportRecord)
    case unchanged(StoreResult)
    case failed(String, ExitReason)
  }

  /// Runs until all files are done or a person interrupts; what is done then is kept.
  func run(into sink: some IngestSink, _ summary: inout IngestSummary) async throws {
    var progress = Progress(total: files.count, isShown: isProgressShown)
    defer { progress.clear() }
    try await reading.run(files) { file in
      try sink.stored(file.name)
    } consume: { file, outcome in
      switch outcome {
      case .record(let record): try sink.take(record, &summary)
      case .unchanged(let result): summary.count(result)
      case .failed(let reason, let status): summary.lose(file.name, reason, status)
      }
      progress.advance()
      return !Interrupt.wasRequested
    }
    try sink.finish()
  }

  /// Makes the tables of reading, which are made on first use, by a first reading.
  static func makeTables() {
    let text = Array("2021年上海市金山区政府工作报告\n一、2021年工作安排\n地区生产总值增长6.5%左右，财政收入增长5%。\n".utf8)
    if let report = try? ReportReader().read(text) { _ = ReportRecord(report, data: text, source: "") }
  }

  private var reading: ReadAhead<StoredSource?, Outcome> {
    ReadAhead(jobs: jobs) { [hints] file, stored in Self.read(file, stored, hints) }
  }

  /// Reads a file, where it is not in the archive already.
  private static func read(_ file: InputFile, _ stored: StoredSource?, _ hints: ReadingHints) -> Outcome {
    let bytes: [UInt8]
    do throws(FileBytes.ReadFailure) {
      bytes = try FileBytes.read(file.path)
    } catch {
      return .failed(error.reason, error.status)
    }
    let hash = ContentHash(of: bytes)
    if let same = stored?.unchanged(hash, hints) { return .unchanged(same) }
    do throws(ReadingError) {
      let report = try ReportReader().read(bytes, hints: hints)
      return .record(ReportRecord(report, data: bytes, source: file.name, hints: hints, contentHash: hash))
    } catch {
      return .failed(Ending.reason(error), .data)
    }
  }
}
