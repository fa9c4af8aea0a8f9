public import ReportReading

/// What to ask for; an empty filter asks for all.
///
/// The first four parts choose reports, ``sectionKinds`` sections, and the others figures; a question about sections or reports
/// takes those that hold a figure so asked for.
public struct Filter: Sendable, Equatable {
  /// Units whose reports are meant; nil for all. From ``ArchiveReader/resolve(district:)``.
  public var districts: [District]?
  /// Units below which the reporting unit lies: names (`浙江省`), paths of names or codes; nil for all.
  public var parents: [String]?
  /// Levels of the reporting unit; nil for all.
  public var levels: [DistrictLevel]?
  /// Years of the reports.
  public var years: ClosedRange<Int>?
  /// Kinds of the sections; nil for all. They do not narrow reports.
  public var sectionKinds: [SectionKind]?
  /// Ids of the catalogue (`gdp`), catalogue names, or words of the reports (`地区生产总值`); nil for all.
  public var indicators: [String]?
  /// Targets or outcomes; nil for both.
  public var kind: FigureKind?
  /// What the numbers measure; nil for all.
  public var measures: [Measure]?
  /// Years for which figures hold; a span counts with its last.
  public var periods: ClosedRange<Int>?
  /// Leaves out copies of reports, and figures that cannot be trusted as printed.
  public var isTrustedOnly = false

  public init(districts: [District]? = nil, years: ClosedRange<Int>? = nil, indicators: [String]? = nil) {
    self.districts = districts
    self.years = years
    self.indicators = indicators
  }
}

/// What a district's name stands for in the archive.
public enum DistrictResolution: Sendable, Equatable {
  case found(District)
  /// Several units have the name; sorted by code, then path.
  case ambiguous([District])
  /// No unit of the archive has it. ``nearest`` are names that look like it.
  /// None: names of the archive that are a slip away, and its units below the one meant.
  case notFound(nearest: [String], below: [String])
}
