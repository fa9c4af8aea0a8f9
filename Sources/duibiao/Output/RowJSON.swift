import Archive
import ReportReading

extension District {
  /// The members that name a unit in every JSON row.
  var members: [(String, JSONValue)] {
    [
      ("district", .stated(name)), ("district_code", .stated(code)), ("district_level", .stated(level?.rawValue ?? "")),
    ]
  }

  var json: JSONValue {
    .object([
      ("name", .stated(name)), ("code", .stated(code)), ("level", .stated(level?.rawValue ?? "")),
      ("parents", .stated(parents)), ("parent_code", .stated(parentCode)),
    ])
  }
}

extension ReportRow {
  /// The columns of a report, in order, for CSV and JSON alike.
  static let columns = ExportTable.reports.columns.map(\.name)

  var cells: [CSVCell] {
    [
      .text(key), .text(district.name), .text(district.code), .text(district.level?.rawValue ?? ""),
      .text(district.parentCode), .text(district.parents), .number(year.map(String.init) ?? ""),
      .text(yearBasis.rawValue), .text(source), .text(encoding), .number(String(byteCount)), .text(contentHash),
      .number(String(sectionCount)), .number(String(figureCount)), .text(flags.joined(separator: ";")),
      .text(duplicateOf ?? ""), .number(String(rulesVersion)),
    ]
  }

  var json: JSONValue { .object(Self.columns, cells, flags: flags) }
}

extension SectionRow {
  static let columns = ExportTable.sections.columns.map(\.name)

  var cells: [CSVCell] {
    [
      .text(source), .text(district.name), .text(district.code), .text(district.level?.rawValue ?? ""),
      .number(reportYear.map(String.init) ?? ""), .text(yearBasis.rawValue), .number(String(ordinal)),
      .number(parent.map(String.init) ?? ""), .number(String(depth)), .text(kind), .text(heading), .text(path),
      .number(String(range.lowerBound)), .number(String(range.upperBound)), .number(String(figureCount)),
      .text(reportFlags.joined(separator: ";")), .text(district.parents),
    ]
  }

  var json: JSONValue { .object(Self.columns, cells, flags: reportFlags) }
}

extension FigureRow {
  /// The columns of the figures export (`spec: export`): later versions add after them and change none.
  static let columns = [
    "figure_id", "district", "district_code", "district_level", "report_year", "year_basis", "section_kind", "section",
    "kind", "indicator", "indicator_id", "measure", "comparator", "low", "high", "unit", "period", "quote", "source",
    "start", "end", "flags", "report_flags", "qualifier", "former_definition",
  ]

  var cells: [CSVCell] {
    [
      .text(figureID), .text(district.name), .text(district.code), .text(district.level?.rawValue ?? ""),
      .number(reportYear.map(String.init) ?? ""), .text(yearBasis.rawValue), .text(sectionKind), .text(section),
      .text(kind.rawValue), .text(indicator), .text(indicatorID), .text(measure.rawValue), .text(comparator.rawValue),
      .number(low?.description ?? ""), .number(high?.description ?? ""), .text(unit), .text(period), .text(quote),
      .text(source), .number(String(range.lowerBound)), .number(String(range.upperBound)),
      .text(flags.joined(separator: ";")), .text(reportFlags.joined(separator: ";")), .text(qualifier),
      .number(isFormer ? "true" : "false"),
    ]
  }

  var json: JSONValue { .object(Self.columns, cells, flags: flags, reportFlags: reportFlags) }
}

extension JSONValue {
  /// An object with the columns of a CSV row, so that both formats always say the same; flags become lists.
  static func object(
    _ columns: [String], _ cells: [CSVCell], flags: [String]? = nil, reportFlags: [String]? = nil
  ) -> JSONValue {
    .object(members(columns, cells, flags: flags, reportFlags: reportFlags))
  }

  /// The members of such an object.
  static func members(
    _ columns: [String], _ cells: [CSVCell], flags: [String]? = nil, reportFlags: [String]? = nil
  ) -> [(String, JSONValue)] {
    zip(columns, cells).map { column, cell in
      switch (column, cell) {
      case ("flags", _): (column, .array((flags ?? []).map { .string($0) }))
      case ("report_flags", _): (column, .array((reportFlags ?? flags ?? []).map { .string($0) }))
      case (_, .text(let text)): (column, .stated(text))
      case (_, .number(let digits)): (column, digits.isEmpty ? .null : .number(digits))
      }
    }
  }
}
