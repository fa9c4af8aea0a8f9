internal import ReportReading

/// What the archive keeps of a unit beyond the report's own finding: names of its parents, names over time.
struct DistrictFacts: Sendable, Equatable {
  /// A name and code that the unit had.
  struct Name: Sendable, Equatable {
    var name: String
    var code: String
    /// NULL when older than the gazetteer, which begins in 1980.
    var firstYear: Int?
    var lastYear: Int?
  }
  var parentCode: String
  /// Names of the units above from the top, joined.
  var parents: String
  var names: [Name]

  init(_ finding: DistrictFinding, in year: Int?) {
    let gazetteer = Gazetteer.standard
    let units = gazetteer.units(code: finding.code)
    let own = units.last { $0.name == finding.name } ?? gazetteer.unit(code: finding.code, in: year)
    parentCode = finding.parentCode.isEmpty ? own?.parentCode ?? "" : finding.parentCode
    if let own {
      parents = gazetteer.path(of: own).dropLast().map(\.name).joined()
    } else if let parent = gazetteer.unit(code: parentCode, in: year) {
      parents = gazetteer.pathName(of: parent)
    } else {
      parents = ""
    }
    let earlier = own.map { gazetteer.predecessors(of: $0) } ?? []
    names = (units + earlier).map { unit in
      Name(
        name: unit.name, code: unit.code, firstYear: unit.firstYear == 1980 ? nil : unit.firstYear,
        lastYear: unit.lastYear)
    }
  }
}
