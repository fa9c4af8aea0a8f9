/// What to ask for; an empty filter asks for all.
public struct Filter: Sendable, Equatable {
  /// Units whose reports are meant; nil for all. From ``ArchiveReader/resolve(district:)``.
  public var districts: [District]?
  /// Years of the reports.
  public var years: ClosedRange<Int>?
  /// Ids of the catalogue (`gdp`), catalogue names, or words of the reports (`地区生产总值`); nil for all.
  public var indicators: [String]?

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
  case notFound(nearest: [String])
}
