import Archive
import ArgumentParser
import ReportReading

struct Track: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track",
    abstract: "One district's targets beside the outcomes that the next report states, with a verdict for each.",
    discussion: """
      Outcomes are the government's own statement. A target is met where the outcome is what its words accept: a bound \
      (以上, 以内) all on its side, 左右 half a point of a percentage or a twentieth of the number either way, a range its \
      ends; beyond them it is exceeded or missed, by which way is better for the indicator. Shown are the targets of \
      the statement of main targets, and what each verdict rests on.

        duibiao track 金山区
        duibiao track 金山区 --indicator gdp --verdict missed
      """)

  @Argument(help: ArgumentHelp("Name (金山区), path of names (上海市金山区) or code.", valueName: "district"))
  var district: String

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var indicators: IndicatorOptions

  @Option(help: ArgumentHelp("Years of the reports that set the targets (2020, or 2001-2020).", valueName: "y|a-b"))
  var year: YearRange?

  @Option(
    help: ArgumentHelp("Show only these verdicts (met, missed …); may be repeated.", valueName: "v"),
    transform: Self.verdict)
  var verdict: [Verdict] = []

  @Flag(help: "Show also targets outside the statements of main targets.")
  var all = false

  @Option(help: "How to write it; csv is a row for each target, json one document.")
  var format = Format.table

  func run() throws {
    let archive = try options.reader()
    var choices = TrackOptions()
    choices.years = year?.years
    choices.indicators = indicators.indicator.isEmpty ? nil : indicators.indicator
    choices.verdicts = verdict.isEmpty ? nil : Set(verdict)
    choices.isHeadlineOnly = !all
    choices.includesSections = format != .table
    let track = try archive.track(try archive.district(district), options: choices)
    guard track.totals.targets > 0 else {
      let hint =
        track.ordinary > 0 ? "; \(track.ordinary) outside the statements of main targets (--all shows them)" : ""
      throw Failure(
        .unavailable,
        "\(track.district.label): no target in \(options.path) answers this question\(hint)\(indicators.hint)")
    }
    let output = Output.standard()
    let page = TrackPage(track)
    switch format {
    case .table: try page.writeTable(to: output)
    case .csv: try page.writeCSV(to: output)
    case .json: try output.line(page.json.prettyText)
    }
    try output.finish()
    if track.ordinary > 0 {
      options.console.note(
        "\(track.ordinary) targets outside the statements of main targets left out (--all shows them)")
    }
  }

  @Sendable private static func verdict(_ word: String) throws -> Verdict {
    guard let verdict = Verdict(rawValue: word) else {
      throw ValidationError("Expected one of \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return verdict
  }
}
