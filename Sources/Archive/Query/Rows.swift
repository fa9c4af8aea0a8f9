public import ReportReading

/// An administrative unit of the archive.
public struct District: Sendable, Hashable {
  /// Identifiers within the archive, valid while it is open: the unit's rows (more than one when its code changed).
  public var ids: [Int64]
  /// Its own name (`金山区`); masked names as printed; empty when unnamed.
  public var name: String
  /// Six-digit code of GB/T 2260, empty when not known.
  public var code: String
  /// Code of the known parent, or empty.
  public var parentCode: String
  public var level: DistrictLevel?
  /// Names of the units above it from the top (`上海市`, `安徽省淮北市`), empty when not known.
  public var parents: String

  /// `上海市金山区`.
  public var path: String { parents + name }
}

/// One report of the archive.
public struct ReportRow: Sendable, Equatable {
  /// Identifier within the archive.
  public var id: Int64
  /// Sixteen hexadecimal digits from the content's hash: the same in every archive; the front part of a `figure_id`.
  public var key: String
  /// The path or name under which it was ingested.
  public var source: String
  /// SHA-256 of the file, 64 hexadecimal digits.
  public var contentHash: String
  /// Length of the file.
  public var byteCount: Int
  /// Name of the file's encoding (`utf-8`, `gb18030` …).
  public var encoding: String
  public var district: District
  public var year: Int?
  public var yearBasis: YearBasis
  /// Names of its flags, sorted.
  public var flags: [String]
  /// Source of the report of which it is another copy.
  public var duplicateOf: String?
  /// ``Rules/version`` by which it was read.
  public var rulesVersion: Int
  public var sectionCount: Int
  public var figureCount: Int
}

/// Words of a report that a district or a year rests on.
public struct EvidenceRow: Sendable, Equatable {
  public enum Subject: String, Sendable { case district, year }
  public var subject: Subject
  public var rule: String
  /// What the words speak for.
  public var value: String
  /// The words as printed.
  public var quote: String
  /// UTF-8 byte offsets in the decoded text.
  public var range: Range<Int>
}

/// One section of a report.
public struct SectionRow: Sendable, Equatable {
  public var source: String
  public var district: District
  public var reportYear: Int?
  public var yearBasis: YearBasis
  /// Place in the report, from 0, in document order.
  public var ordinal: Int
  /// ``ordinal`` of the enclosing section.
  public var parent: Int?
  /// 1 for the top level.
  public var depth: Int
  public var kind: String
  public var heading: String
  /// Headings from the top joined by ` > `.
  public var path: String
  /// UTF-8 byte offsets in the decoded text, from the heading to the end of the last descendant.
  public var range: Range<Int>
  /// Figures that stand in it and in none of its subsections.
  public var figureCount: Int
  public var reportFlags: [String]
}

/// One figure with all that `export` says of it (`spec: export`).
public struct FigureRow: Sendable, Equatable {
  /// `<report key>-<ordinal>`: stable, and the same in every archive.
  public var figureID: String
  public var district: District
  public var reportYear: Int?
  public var yearBasis: YearBasis
  public var sectionKind: String
  /// Headings from the top joined by ` > `.
  public var section: String
  public var kind: FigureKind
  /// In the report's words, simplified.
  public var indicator: String
  /// The catalogue's id, empty where the indicator is not a known one.
  public var indicatorID: String
  /// Scope words of the report around a known indicator's name (`属地`), or empty.
  public var qualifier: String
  /// Those of them that make another series of the indicator (`在地`), or empty.
  public var scope: String
  /// Whether it stands in the statement of the report's main targets.
  public var isHeadline: Bool
  /// Whether a definition holds that the indicator had before.
  public var isFormer: Bool
  public var measure: Measure
  public var comparator: Comparator
  /// Lower end in ``unit``; nil when not stated. Its `description` is the plain decimal notation.
  public var low: ExactNumber?
  /// Upper end; equals ``low`` but for a range.
  public var high: ExactNumber?
  public var unit: String
  /// `2020`, `2001-2007`, or empty.
  public var period: String
  /// The clause exactly as printed.
  public var quote: String
  public var source: String
  /// UTF-8 byte offsets of ``quote`` in the decoded text.
  public var range: Range<Int>
  /// Names of its flags, sorted.
  public var flags: [String]
  public var reportFlags: [String]
  /// Place in the report, from 0, in document order.
  public var ordinal: Int
  /// ``SectionRow/ordinal`` of its section.
  public var sectionOrdinal: Int
}

/// An indicator of the catalogue.
public struct IndicatorRow: Sendable, Equatable {
  public var id: String
  /// Chinese name.
  public var name: String
  /// English name.
  public var english: String
  /// How many figures have it, copies of a report not counted.
  public var targets: Int
  public var outcomes: Int
}

/// How much the archive holds.
public struct ArchiveCounts: Sendable, Equatable {
  public var districts: Int
  public var reports: Int
  /// Reports that are copies of others.
  public var duplicates: Int
  public var sections: Int
  public var figures: Int
  /// UTF-8 bytes of decoded text.
  public var textBytes: Int
}
