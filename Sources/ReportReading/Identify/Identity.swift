/// Which unit and year a report speaks for.
struct Identity: Sendable {
  var district: DistrictFinding
  var year: YearFinding
  var flags: Set<ReportFlag>

  init(_ text: NormalisedText, outline: Outline, cleaned: CleanedLines, hints: ReadingHints) {
    district = DistrictFinding(name: "", code: "", parentCode: "", level: nil, evidence: [])
    year = YearFinding(year: hints.year, basis: hints.year == nil ? .unknown : .given, evidence: [])
    flags = []
  }
}
