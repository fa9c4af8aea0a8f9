internal import ReportReading

/// The tables that `export` writes.
///
/// Columns of the figures come first in the order of the format's description, and keep their names; later versions add
/// columns after them and change none.
public enum ExportTable: String, CaseIterable, Sendable {
  case figures, reports, sections, outcomes, indicators

  /// What a row is, in one sentence.
  public var description: String {
    switch self {
    case .figures: "One row for each quantity that a report states about an indicator for a period."
    case .reports: "One row for each report."
    case .sections: "One row for each section of a report's heading tree."
    case .outcomes:
      "One row for each target, beside what the government itself states of it in the report of the year after, with a verdict."
    case .indicators: "The catalogue: one row for each indicator that the program knows under all its names."
    }
  }

  public var columns: [ExportColumn] {
    switch self {
    case .figures: Self.figureColumns
    case .reports: Self.reportColumns
    case .sections: Self.sectionColumns
    case .outcomes: Self.outcomeColumns
    case .indicators: Self.indicatorColumns
    }
  }

  /// The columns that no two rows have in common.
  public var primaryKey: [String] {
    switch self {
    case .figures, .outcomes: ["figure_id"]
    case .reports: ["report"]
    case .sections: ["source", "ordinal"]
    case .indicators: ["indicator_id"]
    }
  }

  /// Columns that name a row of another table.
  public var references: [(column: String, table: ExportTable, key: String)] {
    switch self {
    case .figures: [("source", .reports, "source"), ("indicator_id", .indicators, "indicator_id")]
    case .outcomes:
      [
        ("figure_id", .figures, "figure_id"), ("outcome_figure_id", .figures, "figure_id"),
        ("other_outcome_figure_id", .figures, "figure_id"),
      ]
    case .sections: [("source", .reports, "source")]
    case .reports, .indicators: []
    }
  }

  /// Whether rows are figures, so that filters for figures apply.
  public var holdsFigures: Bool { self == .figures || self == .outcomes }
}

extension ExportTable {
  private static let levels = DistrictLevel.allCases.map(\.rawValue)
  private static let sectionKinds = SectionKind.allCases.map(\.rawValue)

  private static let district = [
    ExportColumn(
      "district", "Own full name of the administrative unit whose government reports; masked names as printed."),
    ExportColumn("district_code", "Six-digit code of GB/T 2260; empty when the unit is not known."),
    ExportColumn("district_level", "Level of the unit.", values: levels),
  ]

  private static let year = [
    ExportColumn("report_year", "Year whose work and targets the report sets out.", .year),
    ExportColumn("year_basis", "How the year is known.", values: YearBasis.allCases.map(\.rawValue), required: true),
  ]

  private static let source = ExportColumn(
    "source", "Path or name under which the report was ingested.", required: true)
  private static let start = ExportColumn(
    "start", "Where it begins in the decoded text of the source: UTF-8 bytes, from 0.", .integer, required: true,
    unit: "byte")
  private static let end = ExportColumn("end", "Where it ends, exclusive.", .integer, required: true, unit: "byte")
  private static let reportFlags = ExportColumn("report_flags", "Reasons to distrust the report.", .list)
  private static let parents = ExportColumn("parents", "Names of the units above from the top.")

  private static let figureColumns: [ExportColumn] =
    [ExportColumn("figure_id", "Report and place in it; the same in every archive.", required: true)] + district + year
    + [
      ExportColumn("section_kind", "Kind of the section in which it stands.", values: sectionKinds, required: true),
      ExportColumn("section", "Headings of the section from the top, joined by ' > '."),
      ExportColumn(
        "kind", "Whether it is to be reached or was reached.", values: FigureKind.allCases.map(\.rawValue),
        required: true),
      ExportColumn("indicator", "What is measured, in the report's words, in simplified characters.", required: true),
      ExportColumn("indicator_id", "The catalogue's id; empty where the indicator is not a known one."),
      ExportColumn(
        "measure", "A state or amount, a change against an earlier period, or a place among others.",
        values: Measure.allCases.map(\.rawValue), required: true),
      ExportColumn(
        "comparator", "How the number bounds the quantity; 'ref' for a bound without a number.",
        values: Comparator.allCases.map(\.rawValue), required: true),
      ExportColumn("low", "Lower end, in the column unit; empty when not stated.", .number),
      ExportColumn("high", "Upper end; the same as low but for a range.", .number),
      ExportColumn("unit", "Unit of low and high, without multiplier: '元', '%', '平方米'."),
      ExportColumn("period", "Year for which it holds, '2020', or span of years, '2001-2007'; empty when not told."),
      ExportColumn("quote", "The clause exactly as the source prints it.", required: true),
      source, start, end, ExportColumn("flags", "Reasons to distrust the figure.", .list), reportFlags,
      ExportColumn("qualifier", "Scope words of the report around a known indicator's name: '属地'."),
      ExportColumn(
        "former_definition", "Whether it has a definition that the indicator had before.", .boolean, sql: "is_former",
        required: true),
      ExportColumn("dimension", "What the unit can be converted to: '平方米' for 亩, 公顷."),
      ExportColumn("factor", "Times low or high gives the number in the column dimension.", .number, required: true),
      ExportColumn("first_year", "First year of the period.", .year),
      ExportColumn("last_year", "Last year of the period.", .year),
      parents,
      ExportColumn(
        "scope", "The part of the qualifier that makes another series: '在地'; empty for the unit's own statistics."),
      ExportColumn(
        "headline", "Whether it stands in the statement of the report's main targets.", .boolean, sql: "is_headline",
        required: true),
    ]

  private static let reportColumns: [ExportColumn] =
    [ExportColumn("report", "Front part of a figure_id; the same in every archive.", sql: "key", required: true)]
    + district + [ExportColumn("parent_code", "Code of the unit above; empty when not known."), parents]
    + [
      ExportColumn("report_year", "Year whose work and targets the report sets out.", .year, sql: "year"), year[1],
      source, ExportColumn("encoding", "Encoding of the file.", required: true),
      ExportColumn("bytes", "Length of the file.", .integer, sql: "byte_count", required: true, unit: "byte"),
      ExportColumn("sha256", "SHA-256 of the file, hexadecimal.", required: true),
      ExportColumn("sections", "How many sections it has.", .integer, required: true),
      ExportColumn("figures", "How many figures it states.", .integer, required: true),
      ExportColumn("report_flags", reportFlags.description, .list, sql: "flags"),
      ExportColumn("duplicate_of", "Source of the report of which it is another copy."),
      ExportColumn("rules_version", "Version of the rules by which it was read.", .integer, required: true),
    ]

  private static let sectionColumns: [ExportColumn] =
    [source] + district + year
    + [
      ExportColumn("ordinal", "Place in the report, from 0, in document order.", .integer, required: true),
      ExportColumn("parent", "Ordinal of the enclosing section; empty at the top.", .integer),
      ExportColumn("depth", "1 for the top level.", .integer, required: true),
      ExportColumn("section_kind", "Kind of the section.", values: sectionKinds, required: true),
      ExportColumn("heading", "Its heading, in simplified characters; empty for text before any."),
      ExportColumn("section", "Headings from the top, joined by ' > '."),
      start, end, ExportColumn("figures", "Figures in it and in none of its subsections.", .integer, required: true),
      reportFlags, parents,
    ]

  /// The target, what the report of the year after states of it, and the verdict.
  private static let outcomeColumns: [ExportColumn] =
    figureColumns.map { $0.of("t") }
    + [
      ("figure_id", "v.outcome_id"), ("report_year", "iif(v.outcome_id IS NULL, NULL, v.due + 1)"),
      ("indicator", "o.indicator"), ("measure", "o.measure"), ("comparator", "v.outcome_comparator"),
      ("low", "v.outcome_low"), ("high", "v.outcome_high"), ("unit", "v.outcome_unit"), ("period", "o.period"),
      ("quote", "v.outcome_quote"), ("source", "v.outcome_source"), ("start", "o.start_byte"), ("end", "o.end_byte"),
    ].compactMap { name, sql in
      figureColumns.first { $0.name == name }.map {
        ExportColumn(
          "outcome_" + name, "Of the outcome: " + $0.description, $0.kind, sql: sql, values: $0.values, unit: $0.unit)
      }
    } + verdictColumns

  private static let verdictColumns = [
    ExportColumn("due", "Last year for which the target is set.", .year, sql: "v.due", required: true),
    ExportColumn(
      "verdict", "How the outcome lies to what the target accepts.", sql: "v.verdict",
      values: Verdict.allCases.map(\.rawValue), required: true),
    ExportColumn(
      "difference", "The outcome's number minus the target's, in the target's unit.", .number, sql: "v.difference"),
    ExportColumn("goal_low", "Lower end of what the target accepts, in its unit.", .number, sql: "v.goal_low"),
    ExportColumn("goal_high", "Upper end of what the target accepts.", .number, sql: "v.goal_high"),
    ExportColumn(
      "better", "Which way is better.", sql: "iif(v.better = 1, 'more', 'less')", values: ["more", "less"],
      required: true),
    ExportColumn(
      "unchanged", "Whether the report of the year before set the same target for its own year.", .boolean,
      sql: "v.is_unchanged", required: true),
    ExportColumn(
      "other_outcome_figure_id",
      "The outcome of the other part, where the target speaks of two indicators at once (城乡居民收入).",
      sql: "v.other_outcome_id"),
  ]

  private static let indicatorColumns = [
    ExportColumn("indicator_id", "Id of the catalogue.", required: true),
    ExportColumn("name", "Chinese name.", required: true),
    ExportColumn("english", "English name.", required: true),
    ExportColumn("dimension", "What a level of it is measured in: 'money', 'percent', 'count' …", required: true),
    ExportColumn("direction", "Which way is better.", values: ["more", "less", "neutral"], required: true),
    ExportColumn("topic", "Topic: 'economy', 'finance', 'employment' …", required: true),
    ExportColumn("parts", "Ids joined by ';' of those that it speaks of at once (城乡居民收入); empty for one by itself."),
  ]
}
