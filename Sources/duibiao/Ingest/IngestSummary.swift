import Archive
import ReportReading

/// What an ingest did, counted.
struct IngestSummary {
  /// A file that is not in the archive now.
  struct Lost {
    var path: String
    var reason: String
    var status: ExitReason
  }

  private(set) var added = 0
  private(set) var replaced = 0
  private(set) var unchanged = 0
  private(set) var duplicates = 0
  private(set) var figures = 0
  private(set) var lost: [Lost] = []
  private var flags: [ReportFlag: Int] = [:]

  mutating func count(_ result: StoreResult, flags: Set<ReportFlag> = []) {
    count(result.change, figures: result.figures, flags: flags)
    if result.duplicateOf != nil { duplicates += 1 }
  }

  mutating func count(_ change: StoreResult.Change, figures: Int, flags: Set<ReportFlag>) {
    switch change {
    case .added: added += 1
    case .replaced: replaced += 1
    case .unchanged: unchanged += 1
    }
    self.figures += figures
    for flag in flags where flag != .duplicate { self.flags[flag, default: 0] += 1 }
  }

  mutating func lose(_ path: String, _ reason: String, _ status: ExitReason) {
    lost.append(Lost(path: path, reason: reason, status: status))
  }

  /// `3 reports: 2 new, 1 unchanged; 86 figures; 1 is a duplicate`, the flags, and how many files failed.
  func lines(isDryRun: Bool) -> [String] {
    var lines: [String] = []
    let total = added + replaced + unchanged
    if total > 0 {
      let parts = [(added, "new"), (replaced, "replaced"), (unchanged, "unchanged")].filter { $0.0 > 0 }
      var line = "\(total) \(total == 1 ? "report" : "reports"): "
      line += parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "; \(figures) figures"
      if duplicates > 0 { line += "; \(duplicates) \(duplicates == 1 ? "is a duplicate" : "are duplicates")" }
      lines.append(line)
    }
    let counted = ReportFlag.allCases.compactMap { flag in flags[flag].map { "\($0) \(flag.rawValue)" } }
    if !counted.isEmpty { lines.append("flagged: " + counted.joined(separator: ", ")) }
    if !lost.isEmpty { lines.append("\(lost.count) \(lost.count == 1 ? "file" : "files") not stored, named below") }
    if isDryRun { lines.append("dry run: nothing is written") }
    return lines
  }

  /// The exit code: a report that could not be read weighs more than a path that is not there.
  var status: ExitReason {
    if lost.contains(where: { $0.status == .data }) { return .data }
    return lost.first?.status ?? .done
  }
}
