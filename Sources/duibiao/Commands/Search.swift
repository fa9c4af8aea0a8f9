import Archive
import ArgumentParser
import ReportReading

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find sections and figures that hold all the words.",
    discussion: """
      Words of any length, one character too; traditional characters find simplified ones. The best sections come first. Filters for \
      figures take the sections that state such a figure.

        duibiao search 养老 床位 --district 金山区
        duibiao search 民营经济 --within 浙江省 --section plan --indicator gdp
      """)

  @Argument(help: ArgumentHelp("Words, each found as written.", valueName: "words"))
  var words: [String]

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var which: ReportFilter
  @OptionGroup var figures: FigureFilter

  @Option(help: ArgumentHelp("At most so many sections.", valueName: "n"))
  var limit = 20

  @Option(help: "How to write them; json is one object a line.")
  var format = TextFormat.table

  func validate() throws {
    if !(1...100_000).contains(limit) { throw ValidationError("--limit takes a number from 1 to 100000.") }
    if words.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { throw ValidationError("The words are empty.") }
  }

  func run() throws {
    let archive = try options.reader()
    var filter = try which.filter(in: archive)
    figures.narrow(&filter)
    // One more than shown tells whether there are more.
    let hits = try archive.search(words.joined(separator: " "), filter: filter, limit: limit + 1)
    let output = Output.standard()
    let style = Style.of(output)
    for (number, hit) in hits.prefix(limit).enumerated() {
      if format == .json {
        try output.line(hit.json.text)
      } else {
        if number > 0 { try output.line("") }
        try hit.write(to: output, style)
      }
    }
    try output.finish()
    if hits.isEmpty {
      throw Failure(
        .unavailable, "\(words.joined(separator: " ")): in no section of \(options.path)\(figures.indicators.hint)")
    }
    if hits.count > limit { options.console.note("more sections hold these words; --limit shows more") }
  }
}

extension SearchHit {
  /// The hit for a person: where, the words in context, the figures.
  func write(to output: Output, _ style: Style) throws(OutputError) {
    let year = section.reportYear.map(String.init) ?? "?"
    let path = section.path.isEmpty ? "(before any heading)" : section.path
    try output.line(
      style.header(SafeText.oneLine("\(section.district.label) \(year)")) + "  "
        + SafeText.oneLine("\(section.kind)  \(DisplayWidth.cut(path, to: 90))"))
    try output.line("  " + marked(style))
    for figure in figures {
      try output.line(
        SafeText.oneLine("  · \(figure.kind.rawValue)  \(figure.indicator)  \(figure.valueText)  \(figure.period)"))
    }
    try output.line(style.dim(SafeText.oneLine("  \(section.source):\(section.range.lowerBound)")))
  }

  /// The snippet with the words highlighted.
  private func marked(_ style: Style) -> String {
    // A snippet is cut out of running text unless it begins with the heading or ends a sentence.
    let isStart = !section.heading.isEmpty && snippet.hasPrefix(section.heading)
    let isEnd = snippet.hasSuffix("。")
    let bytes = Array(snippet.utf8)
    var line = isStart ? "" : "…"
    var end = 0
    for match in matches where match.lowerBound >= end && match.upperBound <= bytes.count {
      line += Self.text(bytes[end..<match.lowerBound]) + style.highlight(Self.text(bytes[match]))
      end = match.upperBound
    }
    return line + Self.text(bytes[end...]) + (isEnd ? "" : "…")
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    SafeText.oneLine(String(decoding: bytes, as: UTF8.self))
  }

  var json: JSONValue {
    .object(
      section.district.members + [
        ("report_year", .stated(section.reportYear)), ("section_kind", .string(section.kind)),
        ("section", .string(section.path)), ("source", .string(section.source)),
        ("start", .integer(section.range.lowerBound)), ("end", .integer(section.range.upperBound)),
        ("snippet", .string(snippet)), ("figures", .array(figures.map(\.json))),
      ])
  }
}
