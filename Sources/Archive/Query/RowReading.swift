internal import ReportReading
internal import SQLite

/// Rows of the views as values. Each type names its columns in the order in which its initializer reads them.

extension Connection {
  /// All rows of a query.
  func all<Row>(
    _ sql: String, _ values: [Value], _ read: (borrowing Statement) -> Row
  ) throws(SQLiteError) -> [Row] {
    let statement = try prepare(sql)
    try statement.bind(values)
    var rows: [Row] = []
    while try statement.step() { rows.append(read(statement)) }
    return rows
  }

  /// The report that a source, the end of a source, a key or an id names; nil for none or more than one.
  func reportID(named name: String) throws(SQLiteError) -> Int64? {
    let exact = try all(
      "SELECT report_id FROM report WHERE source = ?1 UNION SELECT report_id FROM report WHERE key = ?1",
      [.text(name)]
    ) { $0.integer(0) }
    if exact.count == 1 { return exact[0] }
    let ends = try all(
      "SELECT report_id FROM report WHERE substr(source, -length(?1) - 1) = '/' || ?1 LIMIT 2", [.text(name)]
    ) { $0.integer(0) }
    if !ends.isEmpty { return ends.count == 1 ? ends[0] : nil }
    guard let id = Int64(name) else { return nil }
    return try all("SELECT report_id FROM report WHERE report_id = ?", [.integer(id)]) { $0.integer(0) }.first
  }
}

extension Statement {
  /// A list of names joined by `;`.
  func names(_ column: Int) -> [String] { text(column).split(separator: ";").map(String.init) }

  /// A number as the report states it: the reader takes at most 15 digits, which a binary number gives back exactly.
  func exactNumber(_ column: Int) -> ExactNumber? { optionalReal(column).flatMap { ExactNumber(exactly: $0) } }
}

extension ExactNumber {
  /// The shortest decimal number that a binary one stands for; nil for infinities, and for more digits than fit.
  init?(exactly value: Double) {
    // Most have few digits: a whole number over a power of ten that gives the value back is the shortest.
    var scaled = value
    var scale = 1.0
    for exponent in 0...4 where scaled.magnitude < 1e15 {
      let whole = scaled.rounded()
      if whole / scale == value {
        self.init(mantissa: Int64(whole), exponent: -exponent)
        return
      }
      scale *= 10
      scaled = value * scale
    }
    // `description` is the shortest that gives the number back: `48790000000.0`, `0.0381`, `1e-05`, `1.5e+20`.
    var mantissa = ""
    var exponent = 0
    var isFraction = false
    var rest = value.description[...]
    while let character = rest.first {
      rest.removeFirst()
      switch character {
      case "e", "E":
        guard let power = Int(rest.first == "+" ? rest.dropFirst() : rest) else { return nil }
        exponent += power
        rest = ""
      case ".": isFraction = true
      default:
        mantissa.append(character)
        if isFraction { exponent -= 1 }
      }
    }
    guard let number = Int64(mantissa) else { return nil }
    self.init(mantissa: number, exponent: exponent)
  }
}

extension District {
  /// Columns `district_id`, name, code, level, `parent_code`, `parents`.
  init(_ row: borrowing Statement, at column: Int) {
    self.init(
      ids: [row.integer(column)], name: row.text(column + 1), code: row.text(column + 2),
      parentCode: row.text(column + 4), level: DistrictLevel(rawValue: row.text(column + 3)),
      parents: row.text(column + 5))
  }

  static let selection = "district_id, district, district_code, district_level, parent_code, parents"
}

extension ReportRow {
  static let selection = """
    report_id, key, source, sha256, byte_count, encoding, \(District.selection), year, year_basis, flags, duplicate_of,
    rules_version, sections, figures
    """

  init(_ row: borrowing Statement) {
    self.init(
      id: row.integer(0), key: row.text(1), source: row.text(2), contentHash: row.text(3), byteCount: row.int(4),
      encoding: row.text(5), district: District(row, at: 6), year: row.optionalInt(12),
      yearBasis: YearBasis(rawValue: row.text(13)) ?? .unknown, flags: row.names(14),
      duplicateOf: row.optionalText(15), rulesVersion: row.int(16), sectionCount: row.int(17),
      figureCount: row.int(18))
  }
}

extension EvidenceRow {
  init(_ row: borrowing Statement) {
    self.init(
      subject: row.text(0) == "year" ? .year : .district, rule: row.text(1), value: row.text(2), quote: row.text(3),
      range: row.range(4))
  }
}

extension SectionRow {
  static let selection = """
    source, \(District.selection), report_year, year_basis, ordinal, parent, depth, section_kind, heading, section,
    "start", "end", figures, report_flags
    """

  init(_ row: borrowing Statement) { self.init(row, from: 0) }

  /// Reads the columns that begin at one.
  init(_ row: borrowing Statement, from at: Int) {
    self.init(
      source: row.text(at + 0), district: District(row, at: at + 1), reportYear: row.optionalInt(at + 7),
      yearBasis: YearBasis(rawValue: row.text(at + 8)) ?? .unknown, ordinal: row.int(at + 9),
      parent: row.optionalInt(at + 10),
      depth: row.int(at + 11), kind: row.text(at + 12), heading: row.text(at + 13), path: row.text(at + 14),
      range: row.range(at + 15),
      figureCount: row.int(at + 17), reportFlags: row.names(at + 18))
  }
}

extension FigureRow {
  static let selection = """
    figure_id, \(District.selection), report_year, year_basis, section_kind, section, kind, indicator, indicator_id,
    qualifier, measure, comparator, low, high, unit, period, quote, source, "start", "end", flags, report_flags,
    ordinal, section_ordinal, scope, is_headline, is_former
    """
  /// How many columns ``selection`` names.
  static let selectionCount = 32

  init(_ row: borrowing Statement) {
    self.init(
      figureID: row.text(0), district: District(row, at: 1), reportYear: row.optionalInt(7),
      yearBasis: YearBasis(rawValue: row.text(8)) ?? .unknown, sectionKind: row.text(9), section: row.text(10),
      kind: row.text(11) == "target" ? .target : .outcome, indicator: row.text(12), indicatorID: row.text(13),
      qualifier: row.text(14), scope: row.text(29), isHeadline: row.int(30) == 1,
      isFormer: row.int(31) == 1, measure: Measure(rawValue: row.text(15)) ?? .level,
      comparator: Comparator(rawValue: row.text(16)) ?? .equal, low: row.exactNumber(17),
      high: row.exactNumber(18), unit: row.text(19), period: row.text(20), quote: row.text(21), source: row.text(22),
      range: row.range(23), flags: row.names(25), reportFlags: row.names(26), ordinal: row.int(27),
      sectionOrdinal: row.int(28))
  }
}
