/// A government work report as read: the decoded text and every fact found in it.
///
/// A plain value without reference to files, the clock or a database: the same bytes and hints always give the
/// same report. All ranges named `source…` are UTF-8 byte offsets into ``text``.
public struct Report: Sendable, Equatable {
  /// The decoded text, exactly as printed at the source.
  public var text: SourceText
  /// Which unit's government speaks.
  public var district: DistrictFinding
  /// The year whose work and targets the report sets out.
  public var year: YearFinding
  /// The heading tree in document order; a parent stands before its children.
  public var sections: [Section]
  /// The figures in document order.
  public var figures: [Figure]
  /// What a user of the report must know before trusting it.
  public var flags: Set<ReportFlag>
  /// The normalised words of each section, for finding words; nil where they have not been computed.
  public var words: SectionWords?

  public init(
    text: SourceText, district: DistrictFinding, year: YearFinding, sections: [Section], figures: [Figure],
    flags: Set<ReportFlag>
  ) {
    self.text = text
    self.district = district
    self.year = year
    self.sections = sections
    self.figures = figures
    self.flags = flags
  }
}

/// A reason to distrust a report's frame. `duplicate` is set by the archive, which alone sees the others.
public enum ReportFlag: String, Sendable, CaseIterable {
  case yearMasked = "year_masked"
  case yearContradiction = "year_contradiction"
  case yearUnknown = "year_unknown"
  case districtMasked = "district_masked"
  case districtAmbiguous = "district_ambiguous"
  case districtUnknown = "district_unknown"
  case damaged
  case duplicate
}

/// Words of the source that a finding rests on.
public struct Evidence: Sendable, Equatable {
  /// What the words say, e.g. `title`, `session`, `plan-heading`, `five-year-plan`, `given`.
  public var rule: String
  /// The words as printed at the source (empty when given by the person ingesting).
  public var quote: String
  /// Where they stand; empty range at 0 when given.
  public var source: Range<Int>
  /// What they speak for: a district name or a year.
  public var value: String

  public init(rule: String, quote: String, source: Range<Int>, value: String) {
    self.rule = rule
    self.quote = quote
    self.source = source
    self.value = value
  }
}

/// The level of an administrative unit.
public enum DistrictLevel: String, Sendable, CaseIterable {
  case nation, province, prefecture, county, town
}

/// The unit whose government speaks.
public struct DistrictFinding: Sendable, Equatable {
  /// Its full own name in simplified characters (`金山区`); masked names as printed (`xx区`); empty when unnamed.
  public var name: String
  /// Six-digit GB/T 2260 code, empty when the unit is not known.
  public var code: String
  /// Code of the known parent, empty when none is known.
  public var parentCode: String
  public var level: DistrictLevel?
  public var evidence: [Evidence]

  public init(name: String, code: String, parentCode: String, level: DistrictLevel?, evidence: [Evidence]) {
    self.name = name
    self.code = code
    self.parentCode = parentCode
    self.level = level
    self.evidence = evidence
  }
}

/// How a report's year is known.
public enum YearBasis: String, Sendable, CaseIterable {
  case given, title, text, inferred, unknown
}

/// The year whose work and targets the report sets out.
public struct YearFinding: Sendable, Equatable {
  public var year: Int?
  public var basis: YearBasis
  public var evidence: [Evidence]

  public init(year: Int?, basis: YearBasis, evidence: [Evidence]) {
    self.year = year
    self.basis = basis
    self.evidence = evidence
  }
}

/// What a section is for.
public enum SectionKind: String, Sendable, CaseIterable {
  /// Work done.
  case review
  /// Work and targets ahead.
  case plan
  case problems
  /// The government's own reform.
  case `self`
  /// 名词解释, notes.
  case glossary
  case other
}

/// One node of the heading tree.
public struct Section: Sendable, Equatable {
  /// Index of the enclosing section in ``Report/sections``.
  public var parent: Int?
  /// 1 for the top level.
  public var depth: Int
  public var kind: SectionKind
  /// The heading in simplified characters, without its numbering's trailing mark; empty for text before any heading.
  public var heading: String
  /// Where the heading stands.
  public var sourceHeading: Range<Int>
  /// From the heading's first byte to the end of its last descendant.
  public var source: Range<Int>

  public init(
    parent: Int?, depth: Int, kind: SectionKind, heading: String, sourceHeading: Range<Int>, source: Range<Int>
  ) {
    self.parent = parent
    self.depth = depth
    self.kind = kind
    self.heading = heading
    self.sourceHeading = sourceHeading
    self.source = source
  }
}
