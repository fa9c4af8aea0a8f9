import Archive
import ReportReading

/// Reads files in parallel and hands the reports to a sink one after another.
struct IngestJob {
  var files: [InputFile]
  var hints: ReadingHints
  var jobs: Int
  var isProgressShown: Bool

  /// A file's bytes, or why there are none.
  private enum Loaded: Sendable {
    case bytes([UInt8], ContentHash)
    case failed(String, ExitReason)
  }

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
    try await reading.run(files) { file, loaded in
      switch loaded {
      case .failed(let reason, let status): .failed(reason, status)
      case .bytes(_, let hash): try sink.unchanged(file.name, hash, hints).map { .unchanged($0) }
      }
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

  private var reading: ReadAhead<Loaded, Outcome> {
    ReadAhead(jobs: jobs, load: Self.load) { [hints] file, loaded in
      switch loaded {
      case .failed(let reason, let status): return .failed(reason, status)
      case .bytes(let bytes, let hash):
        do throws(ReadingError) {
          let report = try ReportReader().read(bytes, hints: hints)
          return .record(ReportRecord(report, data: bytes, source: file.name, hints: hints, contentHash: hash))
        } catch {
          return .failed(Ending.reason(error), .data)
        }
      }
    }
  }

  private static func load(_ file: InputFile) -> Loaded {
    do throws(FileBytes.ReadFailure) {
      let bytes = try FileBytes.read(file.path)
      return .bytes(bytes, ContentHash(of: bytes))
    } catch {
      return .failed(error.reason, error.status)
    }
  }
}
