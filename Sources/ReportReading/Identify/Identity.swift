/// Which unit and year a report speaks for.
///
/// Both are found by weighing: no single phrase decides. What a person gave overrides the text, but is flagged
/// where the text plainly says another thing.
struct Identity: Sendable {
  var district: DistrictFinding
  var year: YearFinding
  var flags: Set<ReportFlag>

  init(
    _ text: NormalisedText, _ places: WordPlaces? = nil, outline: Outline, cleaned: CleanedLines, source: SourceText,
    hints: ReadingHints,
    gazetteer: Gazetteer = .standard
  ) {
    let frame = IdentityFrame(
      text, places ?? WordPlaces(text.bytes), outline: outline, cleaned: cleaned, source: source, index: gazetteer.index
    )
    let scope = UnitScope(frame)
    let level = scope.generic.flatMap(UnitScope.level)
    let (foundYear, yearFlags) = YearFinder.find(frame, level: level)
    let (found, districtFlags) = DistrictFinder.find(
      frame, scope: scope, year: hints.year ?? foundYear.year, gazetteer: gazetteer)
    flags = yearFlags.union(districtFlags)
    district = found
    year = foundYear
    if let given = hints.year { override(year: given) }
    if let given = hints.district { override(district: given, gazetteer) }
  }

  private mutating func override(year given: Int) {
    if let stated = year.year, stated != given, year.basis != .inferred { flags.insert(.yearContradiction) }
    flags.remove(.yearUnknown)
    let evidence = Evidence(rule: "given", quote: "", source: 0..<0, value: String(given))
    year = YearFinding(year: given, basis: .given, evidence: [evidence] + year.evidence)
  }

  private mutating func override(district given: String, _ gazetteer: Gazetteer) {
    let found = district
    let evidence = [Evidence(rule: "given", quote: "", source: 0..<0, value: given)] + found.evidence
    flags.subtract([.districtUnknown, .districtAmbiguous, .districtMasked])
    switch gazetteer.resolve(given, in: year.year) {
    case .unit(let unit):
      district = DistrictFinding(
        name: unit.name, code: unit.code, parentCode: unit.parentCode, level: unit.level, evidence: evidence)
      if !found.code.isEmpty, found.code != unit.code { flags.insert(.districtAmbiguous) }
    case .ambiguous(let units):
      if let unit = units.first(where: { $0.code == found.code }) {
        district = DistrictFinding(
          name: unit.name, code: unit.code, parentCode: unit.parentCode, level: unit.level, evidence: evidence)
      } else {
        district = DistrictFinding(
          name: units[0].name, code: "", parentCode: "", level: units[0].level, evidence: evidence)
        flags.insert(.districtAmbiguous)
      }
    case .unknown:
      district = DistrictFinding(
        name: given, code: "", parentCode: found.parentCode, level: found.level, evidence: evidence)
    }
  }
}
