import Archive
import ReportReading

/// One report on a page for a person: what it is and how that is known, its section tree, its figures.
struct ReportPage {
  private let stored: StoredReport

  init(_ stored: StoredReport) { self.stored = stored }

  func write(to output: Output) throws(OutputError) {
    let style = Style.of(output)
    try writeFrame(to: output, style)
    for subject in [EvidenceRow.Subject.district, .year] { try writeEvidence(subject, to: output, style) }
    try writeSections(to: output, style)
    try writeFigures(to: output, style)
  }

  private func writeFrame(to output: Output, _ style: Style) throws(OutputError) {
    let report = stored.report
    try output.line(style.header(SafeText.oneLine("\(report.district.label) \(report.yearText)")))
    var lines = [
      ("source", report.source), ("key", report.key), ("file", "\(report.byteCount) bytes, \(report.encoding)"),
      ("level", report.district.level?.rawValue ?? "?"),
      ("code", report.district.code.isEmpty ? "not known" : report.district.code),
      ("year basis", report.yearBasis.rawValue),
    ]
    if report.district.code.isEmpty, !report.district.parentCode.isEmpty {
      lines.append(("parent", report.district.parentCode))
    }
    if !report.flags.isEmpty { lines.append(("flags", report.flags.joined(separator: " "))) }
    if let original = report.duplicateOf { lines.append(("copy of", original)) }
    for (name, value) in lines { try output.line("  \(Self.padded(name, 12))\(SafeText.oneLine(value))") }
  }

  private func writeEvidence(_ subject: EvidenceRow.Subject, to output: Output, _ style: Style) throws(OutputError) {
    let rows = stored.evidence.filter { $0.subject == subject }
    guard !rows.isEmpty else { return }
    try output.line("")
    try output.line(style.header("evidence for the \(subject.rawValue)"))
    var table = TextTable([
      .init(title: "  value"), .init(title: "rule"), .init(title: "words", limit: 72),
      .init(title: "at byte", alignment: .right),
    ])
    for row in rows {
      table.add(["  " + row.value, row.rule, row.quote, row.quote.isEmpty ? "" : String(row.range.lowerBound)])
    }
    try table.write(to: output, style: .plain)
  }

  private func writeSections(to output: Output, _ style: Style) throws(OutputError) {
    guard !stored.sections.isEmpty else { return }
    try output.line("")
    try output.line(style.header("sections"))
    var table = TextTable([
      .init(title: "  kind"), .init(title: "figures", alignment: .right), .init(title: "heading", limit: 100),
    ])
    for section in stored.sections {
      let heading =
        !section.heading.isEmpty
        ? section.heading : section.ordinal == 0 ? "(before any heading)" : "(without a heading)"
      let indent = String(repeating: "  ", count: max(0, min(section.depth, 20) - 1))
      table.add(["  " + section.kind, section.figureCount == 0 ? "" : String(section.figureCount), indent + heading])
    }
    try table.write(to: output, style: .plain)
  }

  private func writeFigures(to output: Output, _ style: Style) throws(OutputError) {
    try output.line("")
    try output.line(style.header("figures"))
    var table = TextTable([
      .init(title: "  kind"), .init(title: "indicator", limit: 44), .init(title: "measure"),
      .init(title: "value", alignment: .right, limit: 32), .init(title: "period"), .init(title: "flags"),
      .init(title: "words", limit: 60),
    ])
    for figure in stored.figures {
      table.add([
        "  " + figure.kind.rawValue, figure.indicator, figure.measure.rawValue, figure.valueText, figure.period,
        figure.flags.joined(separator: " "), figure.quote,
      ])
    }
    try table.write(to: output, style: .plain)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
