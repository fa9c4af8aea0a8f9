internal import ReportReading
internal import SQLite

/// Reads figures one at a time with all that is known of them, for questions that find first, among many, which they want.
struct FigureReader {
  private let known: FigureKnowledge
  private let statement: Prepared

  init(_ db: borrowing Connection, _ known: FigureKnowledge? = nil) throws(SQLiteError) {
    if let known { self.known = known } else { self.known = try FigureKnowledge(db) }
    // As the view figures has them; what several figures share is looked up once.
    statement = try Prepared(
      db,
      """
      SELECT section, form_id, indicator_no, indicator, qualifier, scope, is_former, low, coalesce(high, low),
        coalesce(first_year || '-' || last_year, CAST(last_year AS TEXT), ''), start_byte, end_byte,
        (
          SELECT CAST(substr(CAST(p.text AS BLOB), f.start_byte - p.start_byte + 1, f.end_byte - f.start_byte) AS TEXT)
          FROM text_piece AS p WHERE p.report_id = f.report_id AND p.start_byte <= f.start_byte
          ORDER BY p.start_byte DESC LIMIT 1
        )
      FROM figure_row AS f WHERE report_id = ? AND ordinal = ?
      """)
  }

  func figure(_ report: Int64, _ ordinal: Int) throws(SQLiteError) -> FigureRow {
    try statement.row.bind([.integer(report), .integer(ordinal)])
    defer { statement.row.reset() }
    guard try statement.row.step() else {
      // The question that named it saw the same state of the archive.
      throw FigureKnowledge.gone("figure \(ordinal) of report \(report)")
    }
    let source = try known.report(report)
    let form = try known.form(statement.row.integer(1))
    return FigureRow(
      figureID: "\(source.key)-\(ordinal)", district: source.district, reportYear: source.year,
      yearBasis: source.yearBasis, sectionKind: try known.sectionKind(statement.row.int(0), of: report),
      section: try known.path(of: statement.row.int(0), in: report), kind: form.kind,
      indicator: statement.row.text(3), indicatorID: try known.indicatorID(statement.row.optionalInteger(2)),
      qualifier: statement.row.text(4),
      scope: statement.row.text(5), isHeadline: form.isHeadline, isFormer: statement.row.int(6) == 1,
      measure: form.measure,
      comparator: form.comparator, low: statement.row.exactNumber(7), high: statement.row.exactNumber(8),
      unit: form.unit,
      period: statement.row.text(9), quote: statement.row.text(12), source: source.source,
      range: statement.row.range(10), flags: form.flags,
      reportFlags: source.flags, ordinal: ordinal, sectionOrdinal: statement.row.int(0))
  }
}

/// What figures share, looked up once: forms and indicators, which recur in all reports, reports and their sections.
final class FigureKnowledge {
  /// What a figure is apart from its number.
  struct Form {
    var kind: FigureKind
    var measure: Measure
    var comparator: Comparator
    var unit: String
    var dimension: String
    var flags: [String]
    var isHeadline: Bool

    /// Whether its number is only a bound (`突破4000亿元`).
    var isBound: Bool {
      switch comparator {
      case .atLeast, .moreThan, .atMost, .lessThan: true
      case .equal, .about, .range, .reference: false
      }
    }
  }

  /// A report's part of its figures' rows.
  struct Report {
    var key: String
    var district: District
    var year: Int?
    var yearBasis: YearBasis
    var source: String
    var flags: [String]
  }

  private struct SectionID: Hashable {
    var report: Int64
    var ordinal: Int
  }

  private let findForm: Prepared
  private let findIndicator: Prepared
  private let findReport: Prepared
  private let findKinds: Prepared
  private let findPath: Prepared
  private var forms: [Int64: Form] = [:]
  private var indicators: [Int64: String] = [:]
  private var reports: [Int64: Report] = [:]
  private var kinds: [Int64: [String]] = [:]
  private var paths: [SectionID: String] = [:]

  init(_ db: borrowing Connection) throws(SQLiteError) {
    findForm = try Prepared(
      db, "SELECT kind, measure, comparator, unit, dimension, flags, is_headline FROM figure_form WHERE form_id = ?")
    findIndicator = try Prepared(db, "SELECT indicator_id FROM indicator WHERE indicator_no = ?")
    findReport = try Prepared(
      db, "SELECT key, \(District.selection), year, year_basis, source, flags FROM reports WHERE report_id = ?")
    findKinds = try Prepared(db, "SELECT kind FROM section WHERE report_id = ? ORDER BY ordinal")
    findPath = try Prepared(db, "SELECT section FROM sections WHERE report_id = ? AND ordinal = ?")
  }

  func form(_ id: Int64) throws(SQLiteError) -> Form {
    if let known = forms[id] { return known }
    try findForm.row.bind([.integer(id)])
    defer { findForm.row.reset() }
    guard try findForm.row.step() else { throw Self.gone("form \(id)") }
    let form = Form(
      kind: findForm.row.text(0) == "target" ? .target : .outcome,
      measure: Measure(rawValue: findForm.row.text(1)) ?? .level,
      comparator: Comparator(rawValue: findForm.row.text(2)) ?? .equal, unit: findForm.row.text(3),
      dimension: findForm.row.text(4),
      flags: findForm.row.names(5), isHeadline: findForm.row.int(6) == 1)
    forms[id] = form
    return form
  }

  /// The catalogue's id; empty for none.
  func indicatorID(_ number: Int64?) throws(SQLiteError) -> String {
    guard let number else { return "" }
    if let known = indicators[number] { return known }
    try findIndicator.row.bind([.integer(number)])
    defer { findIndicator.row.reset() }
    let id = try findIndicator.row.step() ? findIndicator.row.text(0) : ""
    indicators[number] = id
    return id
  }

  func report(_ id: Int64) throws(SQLiteError) -> Report {
    if let known = reports[id] { return known }
    try findReport.row.bind([.integer(id)])
    defer { findReport.row.reset() }
    guard try findReport.row.step() else { throw Self.gone("report \(id)") }
    let report = Report(
      key: findReport.row.text(0), district: District(findReport.row, at: 1), year: findReport.row.optionalInt(7),
      yearBasis: YearBasis(rawValue: findReport.row.text(8)) ?? .unknown, source: findReport.row.text(9),
      flags: findReport.row.names(10))
    reports[id] = report
    return report
  }

  /// What a section is, by its place in the report.
  func sectionKind(_ ordinal: Int, of report: Int64) throws(SQLiteError) -> String {
    if kinds[report] == nil {
      try findKinds.row.bind([.integer(report)])
      defer { findKinds.row.reset() }
      var all: [String] = []
      while try findKinds.row.step() { all.append(findKinds.row.text(0)) }
      kinds[report] = all
    }
    guard let all = kinds[report], all.indices.contains(ordinal) else {
      throw Self.gone("section \(ordinal) of report \(report)")
    }
    return all[ordinal]
  }

  /// The headings of a section from the top, by its place in the report.
  func path(of ordinal: Int, in report: Int64) throws(SQLiteError) -> String {
    let id = SectionID(report: report, ordinal: ordinal)
    if let known = paths[id] { return known }
    try findPath.row.bind([.integer(report), .integer(Int64(ordinal))])
    defer { findPath.row.reset() }
    let path = try findPath.row.step() ? findPath.row.text(0) : ""
    paths[id] = path
    return path
  }

  /// What a figure refers to is there, but in a damaged archive.
  static func gone(_ what: String) -> SQLiteError {
    SQLiteError(code: 11, message: what + " is gone", context: "read a figure")
  }
}
