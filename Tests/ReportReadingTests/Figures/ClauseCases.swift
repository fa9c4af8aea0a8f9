import Testing

@testable import ReportReading

/// A sentence and the figures a careful reader marks in it, one a line:
/// `indicator measure comparator low[..high] unit`.
struct ClauseCase: Sendable, CustomTestStringConvertible {
  var text: String
  var figures: [String]
  var statesTargets = false

  init(_ text: String, _ figures: String..., statesTargets: Bool = false) {
    self.text = text
    self.figures = figures
    self.statesTargets = statesTargets
  }

  var testDescription: String { text }

  /// What the reader finds, in the same notation.
  func found() -> [String] {
    SentenceReader.withDrafts(of: text, statesTargets: statesTargets) { $0.map(Self.line) }
  }

  static func line(_ draft: DraftFigure) -> String {
    let low = draft.low?.description ?? "-"
    let number = draft.low == draft.high ? low : "\(low)..\(draft.high?.description ?? "-")"
    let flags = draft.flags.isEmpty ? "" : " !" + draft.flags.flags.map(\.rawValue).sorted().joined(separator: ";")
    return "\(draft.indicator) \(draft.measure.rawValue) \(draft.comparator.rawValue) \(number) \(draft.unit)\(flags)"
  }
}

extension SentenceReader {
  /// Calls back with the figures of a paragraph, which end with their reader.
  static func withDrafts<Result>(
    of text: String, statesTargets: Bool = false, _ body: ([DraftFigure]) throws -> Result
  ) rethrows -> Result {
    let bytes = Array(text.utf8)
    let reader = SentenceReader(bytes: bytes)
    let memory = reader.memory
    defer { withExtendedLifetime(memory) {} }
    return try body(reader.drafts(of: 0..<bytes.count, statesTargets: statesTargets))
  }
}
