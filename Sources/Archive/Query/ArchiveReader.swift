/// The one that asks the archive.
///
/// A reader sees the archive as it was at the last commit, never half a report, and does not write.
public struct ArchiveReader: ~Copyable {
  /// The archive's path.
  public let path: String

  /// Opens an existing archive.
  /// - Throws: ``ArchiveError``: `notFound`, `notADatabase`, `foreignDatabase`, `newerVersion`, `busy`,
  ///   `inputOutput`.
  public init(path: String) throws(ArchiveError) { fatalError("to come") }

  /// The unit that a full name, a path of names, an abolished name or a code stands for, among those of the archive.
  public func resolve(district: String) throws(ArchiveError) -> DistrictResolution { fatalError("to come") }

  /// The reports, by district code, name, year, source.
  public func reports(_ filter: Filter = Filter()) throws(ArchiveError) -> [ReportRow] { fatalError("to come") }

  /// One report with its evidence, sections and figures.
  /// - Parameter name: its source, the end of its source (a file name), its key or its id.
  /// - Returns: nil where no report or more than one has the name.
  public func report(_ name: String) throws(ArchiveError) -> StoredReport? { fatalError("to come") }

  /// A district's figures over the years.
  public func history(
    of district: District, years: ClosedRange<Int>? = nil, options: TableOptions = TableOptions()
  ) throws(ArchiveError) -> HistoryTable { fatalError("to come") }

  /// Reports of several years, several districts, or both, side by side.
  public func compare(
    districts: [District], years: [Int], options: TableOptions = TableOptions()
  ) throws(ArchiveError) -> ComparisonTable { fatalError("to come") }

  /// The sections that hold all the words, best first. Words are separated by spaces; each is found as written, of
  /// any length; traditional and full-width characters find simplified and half-width ones.
  public func search(
    _ words: String, filter: Filter = Filter(), limit: Int = 50
  ) throws(ArchiveError) -> [SearchHit] { fatalError("to come") }

  /// The catalogue in its order, with counts.
  public func indicators() throws(ArchiveError) -> [IndicatorRow] { fatalError("to come") }

  /// Every figure asked for, by source and then in document order.
  public func figures(_ filter: Filter = Filter()) throws(ArchiveError) -> FigureCursor { fatalError("to come") }

  /// Every section asked for, by source and then in document order. ``Filter/indicators`` does not apply.
  public func sections(_ filter: Filter = Filter()) throws(ArchiveError) -> SectionCursor { fatalError("to come") }

  /// Targets beside outcomes, by source of the target and then in document order.
  public func outcomes(_ filter: Filter = Filter()) throws(ArchiveError) -> [OutcomeRow] { fatalError("to come") }

  /// How much the archive holds.
  public func counts() throws(ArchiveError) -> ArchiveCounts { fatalError("to come") }

  /// Everything that the archive promises, verified.
  public func check() throws(ArchiveError) -> CheckResult { fatalError("to come") }
}

/// Figures one at a time, in constant memory.
public struct FigureCursor: ~Copyable {
  /// The next figure, or nil after the last.
  public mutating func next() throws(ArchiveError) -> FigureRow? { fatalError("to come") }
}

/// Sections one at a time, in constant memory.
public struct SectionCursor: ~Copyable {
  /// The next section, or nil after the last.
  public mutating func next() throws(ArchiveError) -> SectionRow? { fatalError("to come") }
}
