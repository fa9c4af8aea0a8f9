import Archive
import ArgumentParser
import ReportReading

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Put reports side by side: years of one district, districts in one year, or both.",
    discussion: """
      Columns are reports; a row holds what can be compared: the same indicator and measure, in the same dimension, for \
      the same period as seen from the report's year. Δ is the difference from the first column, in its unit. What the \
      reports state in other terms (a rate here, an amount there) stands side by side, marked ≠, and is not compared.

        duibiao compare 金山区 --years 2001,2020
        duibiao compare --districts 金山区,番禺区 --year 2013
      """)

  @Argument(help: ArgumentHelp("The district whose years are compared.", valueName: "district"))
  var district: String?

  @Option(help: ArgumentHelp("Years of the reports, separated by commas, or first and last.", valueName: "a,b|a-b"))
  var years: YearList?

  @Option(help: ArgumentHelp("Districts, separated by commas.", valueName: "d,e"))
  var districts: String?

  @Option(help: ArgumentHelp("The year of the districts' reports.", valueName: "y"))
  var year: Year?

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var indicators: IndicatorOptions
  @OptionGroup var shown: TableOptionsGroup

  @Flag(help: "Show only what every report states.")
  var common = false

  @Option(help: "How to write it; csv is a row for each figure, json one document.")
  var format = Format.table

  private var districtNames: [String] {
    (district.map { [$0] } ?? []) + (districts ?? "").split(separator: ",").map(String.init)
  }

  private var reportYears: [Int] { (years?.years ?? []) + (year.map { [$0.value] } ?? []) }

  func validate() throws {
    if district != nil, districts != nil { throw ValidationError("Give a district or --districts, not both.") }
    if years != nil, year != nil { throw ValidationError("Give --years or --year, not both.") }
    if districtNames.isEmpty || reportYears.isEmpty || districtNames.count * reportYears.count < 2 {
      throw ValidationError(
        "Expected two reports or more: DISTRICT --years A,B (or A-B), or --districts D,E --year Y.")
    }
  }

  func run() throws {
    let archive = try options.reader()
    let units = try districtNames.map { try archive.district($0) }
    if Set(units).count < units.count { throw Failure(.usage, "--districts names one district twice") }
    var years = reportYears
    if self.years?.isRange == true {
      let known = Set(try archive.reports(Filter(districts: units)).compactMap(\.year))
      years = years.filter { known.contains($0) || $0 == reportYears.first || $0 == reportYears.last }
    }
    var comparison = try archive.compare(districts: units, years: years, options: shown.options(indicators, format))
    if common { comparison.keepCommon() }
    let missing = comparison.columns.filter { $0.source == nil }
    if missing.count == comparison.columns.count {
      throw Failure(.unavailable, "\(options.path): no report of these districts and years")
    }
    let output = Output.standard()
    let page = ComparisonPage(comparison)
    switch format {
    case .table: try page.writeTable(to: output)
    case .csv: try page.writeCSV(to: output)
    case .json: try output.line(page.json.prettyText)
    }
    try output.finish()
    for column in missing { options.console.note("no report of \(column.district.label) for \(column.year)") }
    for note in comparison.leftOut.notes() { options.console.note(note) }
    if comparison.rows.isEmpty {
      throw Failure(.unavailable, "\(options.path): these reports share no such figure\(indicators.hint)")
    }
  }
}
