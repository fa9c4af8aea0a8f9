internal import ReportReading
internal import SQLite

/// A figure as `figure_row` has it, with its form: all but the words of its text and the headings above it, which lie elsewhere in
/// the file.
struct StoredFigure {
  var report: Int64
  var ordinal: Int
  /// The reporting unit's row.
  var district: Int64
  var reportYear: Int?
  /// ``SectionRow/ordinal`` of its section.
  var section: Int
  var form: FigureKnowledge.Form
  /// The catalogue's id; empty for none.
  var indicatorID: String
  /// In the report's words.
  var indicator: String
  var qualifier: String
  var scope: String
  var isFormer: Bool
  var low: Double?
  /// Nil for the same as ``low``.
  var high: Double?
  /// Years of its period.
  private var first: Int64?
  private var last: Int64?
  var range: Range<Int>

  /// The columns of `figure_row AS f` and `report AS r`.
  static let columns = """
    f.report_id, f.ordinal, r.district_id, r.year, f.section, f.form_id, f.indicator_no, f.indicator, f.qualifier, f.scope,
    f.is_former, f.low, f.high, f.first_year, f.last_year, f.start_byte, f.end_byte
    """

  /// The figures of reports that are no copies.
  /// - Parameters:
  ///   - condition: of the table ``Condition/Table/stored``.
  ///   - namesIndicators: whether it asks for indicators.
  static func sql(_ condition: Condition, namesIndicators: Bool) -> String {
    """
    SELECT \(columns) FROM report AS r CROSS JOIN figure_row AS f ON f.report_id = r.report_id
    \(namesIndicators ? "LEFT JOIN indicator AS i ON i.indicator_no = f.indicator_no" : "")
    WHERE r.duplicate_of IS NULL \(condition.more)
    """
  }

  // What is read of figures that are passed over.

  static func report(_ row: borrowing Statement) -> Int64 { row.integer(0) }
  static func section(_ row: borrowing Statement) -> Int { row.int(4) }
  static func form(_ row: borrowing Statement, _ known: FigureKnowledge) throws(SQLiteError) -> FigureKnowledge.Form {
    try known.form(row.integer(5))
  }
  static func indicatorID(_ row: borrowing Statement, _ known: FigureKnowledge) throws(SQLiteError) -> String {
    try known.indicatorID(row.optionalInteger(6))
  }

  /// Years of its period; nil where it is not told.
  static func years(_ row: borrowing Statement) -> ClosedRange<Int>? {
    guard let last = row.optionalInt(14) else { return nil }
    let first = row.optionalInt(13) ?? last
    return first <= last ? first...last : nil
  }

  /// - Parameters:
  ///   - form: ``form(_:_:)`` of the row.
  ///   - indicatorID: ``indicatorID(_:_:)`` of the row.
  init(_ row: borrowing Statement, _ form: FigureKnowledge.Form, _ indicatorID: String) {
    report = Self.report(row)
    ordinal = row.int(1)
    district = row.integer(2)
    reportYear = row.optionalInt(3)
    section = Self.section(row)
    self.form = form
    self.indicatorID = indicatorID
    indicator = row.text(7)
    qualifier = row.text(8)
    scope = row.text(9)
    isFormer = row.int(10) == 1
    low = row.optionalReal(11)
    high = row.optionalReal(12)
    first = row.optionalInteger(13)
    last = row.optionalInteger(14)
    range = row.range(15)
  }

  /// What it can be compared with.
  var series: Series {
    Series(
      indicatorID: indicatorID, name: Catalogue.indicator(indicatorID)?.chineseName ?? indicator, scope: scope,
      isFormer: isFormer, measure: form.measure, dimension: form.dimension)
  }

  var isFlagged: Bool { !form.flags.isEmpty }

  /// 0 for a number, 1 for an outcome's bound (`突破4000亿元`), 2 for none.
  var vagueness: Int { low == nil ? 2 : form.kind == .outcome && form.isBound ? 1 : 0 }

  /// `2020`, `2001-2007`, or empty.
  var period: String {
    guard let last else { return "" }
    return first.map { "\($0)-\(last)" } ?? String(last)
  }
}
