internal import ReportReading
internal import SQLite

/// Reads figures one at a time with all that is known of them, for questions that find first, among many, which they want.
struct FigureReader {
  private let known: FigureKnowledge
  private let stored: Prepared
  private let quote: Prepared

  init(_ db: borrowing Connection, _ known: FigureKnowledge? = nil) throws(SQLiteError) {
    if let known { self.known = known } else { self.known = try FigureKnowledge(db) }
    stored = try Prepared(
      db,
      """
      SELECT \(StoredFigure.columns) FROM figure_row AS f CROSS JOIN report AS r ON r.report_id = f.report_id
      WHERE f.report_id = ? AND f.ordinal = ?
      """)
    // As the view figures has it.
    quote = try Prepared(
      db,
      """
      SELECT CAST(substr(CAST(text AS BLOB), ?2 - start_byte + 1, ?3 - ?2) AS TEXT) FROM text_piece
      WHERE report_id = ?1 AND start_byte <= ?2 ORDER BY start_byte DESC LIMIT 1
      """)
  }

  /// - Parameter withSection: whether its section is wanted.
  func figure(_ report: Int64, _ ordinal: Int, withSection: Bool) throws(SQLiteError) -> FigureRow {
    try stored.row.bind([.integer(report), .integer(ordinal)])
    defer { stored.row.reset() }
    guard try stored.row.step() else {
      // The question that named it saw the same state of the archive.
      throw FigureKnowledge.gone("figure \(ordinal) of report \(report)")
    }
    let form = try StoredFigure.form(stored.row, known)
    let figure = StoredFigure(stored.row, form, try StoredFigure.indicatorID(stored.row, known))
    return try self.figure(figure, withSection: withSection)
  }

  /// - Parameters:
  ///   - withSection: whether its section is wanted.
  ///   - withQuote: whether its quote is wanted; one without a number has it always.
  func figure(
    _ figure: StoredFigure, withSection: Bool, withQuote: Bool = true
  ) throws(SQLiteError) -> FigureRow {
    let source = try known.report(figure.report)
    let section = withSection ? try known.section(figure.section, of: figure.report) : nil
    let form = figure.form
    let low = figure.low.flatMap { ExactNumber(exactly: $0) }
    return FigureRow(
      figureID: "\(source.key)-\(figure.ordinal)", district: source.district, reportYear: source.year,
      yearBasis: source.yearBasis, sectionKind: section?.kind ?? "", section: section?.path ?? "", kind: form.kind,
      indicator: figure.indicator, indicatorID: figure.indicatorID, qualifier: figure.qualifier, scope: figure.scope,
      isHeadline: form.isHeadline, isFormer: figure.isFormer, measure: form.measure, comparator: form.comparator,
      low: low, high: figure.high.map { ExactNumber(exactly: $0) } ?? low, unit: form.unit, period: figure.period,
      quote: withQuote || figure.low == nil ? try quote(of: figure) : "", source: source.source,
      range: figure.range, flags: form.flags, reportFlags: source.flags, ordinal: figure.ordinal,
      sectionOrdinal: figure.section)
  }

  /// The clause as printed.
  private func quote(of figure: StoredFigure) throws(SQLiteError) -> String {
    try quote.row.bind([.integer(figure.report), .integer(figure.range.lowerBound), .integer(figure.range.upperBound)])
    defer { quote.row.reset() }
    return try quote.row.step() ? quote.row.text(0) : ""
  }
}

/// What figures share, looked up once: forms and indicators, which recur in all reports, reports and their sections.
final class FigureKnowledge {
  /// What a figure is apart from its number.
  final class Form {
    let kind: FigureKind
    let measure: Measure
    let comparator: Comparator
    let unit: String
    let dimension: String
    let flags: [String]
    let isHeadline: Bool

    /// - Parameter row: kind, measure, comparator, unit, dimension, flags, `is_headline`.
    init(_ row: borrowing Statement) {
      kind = row.text(0) == "target" ? .target : .outcome
      measure = Measure(rawValue: row.text(1)) ?? .level
      comparator = Comparator(rawValue: row.text(2)) ?? .equal
      unit = row.text(3)
      dimension = row.text(4)
      flags = row.names(5)
      isHeadline = row.int(6) == 1
    }

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

  struct Section {
    var kind: String
    /// The headings from the top.
    var path: String
  }

  private struct SectionID: Hashable {
    var report: Int64
    var ordinal: Int
  }

  private let findForm: Prepared
  private let findIndicator: Prepared
  private let findReport: Prepared
  private let findKinds: Prepared
  private let findSection: Prepared
  private var forms: [Int64: Form] = [:]
  private var indicators: [Int64: String] = [:]
  private var reports: [Int64: Report] = [:]
  /// Of the last report asked for: questions go from report to report.
  private var kinds: (report: Int64?, all: [String]) = (nil, [])
  private var sections: [SectionID: Section] = [:]

  init(_ db: borrowing Connection) throws(SQLiteError) {
    findForm = try Prepared(
      db, "SELECT kind, measure, comparator, unit, dimension, flags, is_headline FROM figure_form WHERE form_id = ?")
    findIndicator = try Prepared(db, "SELECT indicator_id FROM indicator WHERE indicator_no = ?")
    findReport = try Prepared(
      db, "SELECT key, \(District.selection), year, year_basis, source, flags FROM reports WHERE report_id = ?")
    findKinds = try Prepared(db, "SELECT kind FROM section WHERE report_id = ? ORDER BY ordinal")
    findSection = try Prepared(
      db, "SELECT section_kind, section FROM sections WHERE report_id = ? AND ordinal = ?")
  }

  func form(_ id: Int64) throws(SQLiteError) -> Form {
    if let known = forms[id] { return known }
    try findForm.row.bind([.integer(id)])
    defer { findForm.row.reset() }
    guard try findForm.row.step() else { throw Self.gone("form \(id)") }
    let form = Form(findForm.row)
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
    if kinds.report != report {
      try findKinds.row.bind([.integer(report)])
      defer { findKinds.row.reset() }
      kinds = (report, [])
      while try findKinds.row.step() { kinds.all.append(findKinds.row.text(0)) }
    }
    guard kinds.all.indices.contains(ordinal) else { throw Self.gone("section \(ordinal) of report \(report)") }
    return kinds.all[ordinal]
  }

  /// A section with the headings above it, by its place in the report.
  func section(_ ordinal: Int, of report: Int64) throws(SQLiteError) -> Section {
    let id = SectionID(report: report, ordinal: ordinal)
    if let known = sections[id] { return known }
    try findSection.row.bind([.integer(report), .integer(Int64(ordinal))])
    defer { findSection.row.reset() }
    guard try findSection.row.step() else { throw Self.gone("section \(ordinal) of report \(report)") }
    let section = Section(kind: findSection.row.text(0), path: findSection.row.text(1))
    sections[id] = section
    return section
  }

  /// What a figure refers to is there, but in a damaged archive.
  static func gone(_ what: String) -> SQLiteError {
    SQLiteError(code: 11, message: what + " is gone", context: "read a figure")
  }
}
