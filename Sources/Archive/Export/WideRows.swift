public import ReportReading
internal import SQLite

/// One row of the wide form: what a district's reports state of one series, by year.
public struct WideRow: Sendable, Equatable {
  public var district: District
  public var series: Series
  public var kind: FigureKind
  /// Whether the periods are spans of several years, each under its last; single years are a row of their own.
  public var isSpan: Bool
  /// Per year, the figure chosen for it.
  public var cells: [Int: WideCell]
}

/// A figure in the wide form.
public struct WideCell: Sendable, Equatable {
  public var figure: FigureRow
  /// The lower end in the series' dimension, in plain decimal notation; empty when no number is stated.
  public var number: String
}

extension ArchiveReader {
  /// The years for which the wide form has a column, ascending, and the districts for which it has rows, by code and name.
  public func wideFrame(_ filter: Filter) throws(ArchiveError) -> (years: [Int], districts: [Int64]) {
    let condition = Condition(filter, table: .figures)
    let stated = try asking { db throws(SQLiteError) in
      let from = "FROM figures WHERE duplicate_of IS NULL AND last_year IS NOT NULL \(condition.more)"
      return (
        years: try db.all("SELECT DISTINCT last_year \(from) ORDER BY 1", condition.values) { $0.int(0) },
        districts: try db.all("SELECT DISTINCT district_id \(from)", condition.values) { $0.integer(0) }
      )
    }
    let wanted = Set(stated.districts)
    return (stated.years, try districts(of: Filter()).filter(wanted.contains))
  }

  /// The rows of one district, in the catalogue's order, targets before outcomes: the view `histories`, of which each cell
  /// takes the best figure that the filter lets through.
  public func wideRows(of district: Int64, _ filter: Filter) throws(ArchiveError) -> [WideRow] {
    var condition = Condition(filter, table: .figures)
    condition.add("district_id = ?", [.integer(district)])
    let figures = try asking { db throws(SQLiteError) in
      try db.all(
        """
        SELECT \(SeriesFigure.selection), factor FROM histories \(condition.sql) ORDER BY choice, source, ordinal
        """, condition.values
      ) { row in (SeriesFigure(row), factor: row.real(SeriesFigure.selectionCount)) }
    }
    struct Key: Hashable {
      var series: Series
      var kind: FigureKind
      var isSpan: Bool
    }
    var rows: [Key: WideRow] = [:]
    for (figure, factor) in figures {
      let key = Key(series: figure.series, kind: figure.figure.kind, isSpan: figure.first != figure.last)
      let empty = WideRow(
        district: figure.figure.district, series: key.series, kind: key.kind, isSpan: key.isSpan, cells: [:])
      let cell = WideCell(figure: figure.figure, number: Decimal.digits(figure.figure.low, times: factor))
      if rows[key]?.cells[figure.last] == nil { rows[key, default: empty].cells[figure.last] = cell }
    }
    return rows.values.sorted { one, other in
      if one.series.place != other.series.place { return one.series.place < other.series.place }
      if one.kind != other.kind { return one.kind == .target }
      return !one.isSpan && other.isSpan
    }
  }

}

extension Decimal {
  /// The product with a factor of conversion, rounded to what the number states: fifteen digits.
  static func digits(_ number: ExactNumber?, times factor: Double) -> String {
    guard let number else { return "" }
    if factor == 1 { return number.description }
    let product = number.doubleValue * factor
    var power = 1.0
    for _ in 0..<9 {
      let rounded = (product * power).rounded() / power
      if (rounded - product).magnitude <= product.magnitude * 1e-14 {
        var bytes: [UInt8] = []
        append(rounded, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
      }
      power *= 10
    }
    return ExactNumber(exactly: product)?.description ?? ""
  }
}
