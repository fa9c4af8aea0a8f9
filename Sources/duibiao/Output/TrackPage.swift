import Archive
import ReportReading

/// A district's targets beside their outcomes, in every format.
struct TrackPage {
  private let track: TrackTable

  init(_ track: TrackTable) { self.track = track }

  func writeTable(to output: Output) throws(OutputError) {
    let style = Style.of(output)
    try output.line(style.header(SafeText.oneLine(track.district.label)))
    if !track.rows.isEmpty {
      var table = TextTable([
        .init(title: "for"), .init(title: "indicator", limit: 36), .init(title: "measure"),
        .init(title: "target", alignment: .right, limit: 24), .init(title: "outcome", alignment: .right, limit: 24),
        .init(title: "verdict"), .init(title: "by", alignment: .right), .init(title: "rule", limit: 40),
        .init(title: "words of the target", limit: 48), .init(title: "words of the outcome", limit: 48),
      ])
      table.leadingColumns = 3
      for row in track.rows { table.add(row.tableCells) }
      try table.write(to: output, style: style, width: output.isTerminal ? Terminal.columns() : nil)
    }
    for line in totals { try output.line(line) }
    if track.rows.contains(where: { $0.verdict == .incomparable }) {
      try output.line(style.dim("\(CellMarks.unlike) stated in other terms, not to be compared"))
    }
    try output.line(style.dim("outcomes are what the government itself states in the report of the year after"))
  }

  /// What became of all the targets asked for.
  private var totals: [String] {
    let totals = track.totals
    func count(_ verdicts: Verdict...) -> Int { verdicts.reduce(0) { $0 + (totals.verdicts[$1] ?? 0) } }
    let reached = "\(count(.met, .exceeded)) met (\(count(.exceeded)) exceeded), \(count(.missed)) missed"
    let open =
      "\(count(.notReported)) not reported, \(count(.incomparable, .unclear, .noNumber)) that cannot be measured"
    let word = totals.targets == 1 ? "target" : "targets"
    return [
      "\(totals.targets) \(word): \(reached), \(open), \(count(.noReport)) without a report of the year after",
      "\(totals.unchanged) of them unchanged from the year before",
    ]
  }

  func writeCSV(to output: Output) throws(OutputError) {
    let csv = try CSVWriter(output, header: OutcomeRow.columns)
    for row in track.rows { try csv.row(row.cells) }
  }

  var json: JSONValue {
    .object([
      ("district", track.district.json),
      ("note", .string("outcomes are the government's own statement")),
      (
        "totals",
        .object(
          [("targets", .integer(track.totals.targets))]
            + Verdict.allCases.map { ($0.rawValue, .integer(track.totals.verdicts[$0] ?? 0)) }
            + [("unchanged", .integer(track.totals.unchanged))])
      ),
      ("left_out", .object([("ordinary", .integer(track.ordinary))])),
      ("rows", .array(track.rows.map(\.json))),
    ])
  }
}

extension OutcomeRow {
  fileprivate var tableCells: [String] {
    [
      setIn == due ? String(due) : "\(due) (set \(setIn))", series.label, target.measure.rawValue, target.valueText,
      (verdict == .incomparable ? CellMarks.unlike + " " : "") + stated { $0.valueText },
      verdict.label + (isUnchanged ? ", unchanged" : ""), differenceText, ruleText,
      target.quote, stated { $0.quote },
    ]
  }

  /// Something of the outcome, or of both parts that the target speaks of.
  private func stated(_ text: (FigureRow) -> String) -> String {
    [outcome, other].compactMap { $0.map(text) }.joined(separator: "、")
  }
}

extension Verdict {
  /// For people.
  var label: String {
    switch self {
    case .noNumber: "no number"
    case .notReported: "not reported"
    case .noReport: "no report yet"
    default: rawValue
    }
  }
}
