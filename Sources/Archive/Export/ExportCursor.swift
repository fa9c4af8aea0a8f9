internal import SQLite

/// The rows of a table that is exported, one at a time, in constant memory.
///
/// Cells are lent as bytes: an export of millions of rows makes no strings.
public struct ExportCursor: ~Copyable {
  /// What the cells are, in order.
  public let columns: [ExportColumn]
  private let statement: Statement
  /// What to bind for each run of the statement, the next run last.
  private var runs: [[Value]]
  private var isRunning = false
  private let path: String

  init(columns: [ExportColumn], statement: consuming Statement, runs: [[Value]], path: String) {
    self.columns = columns
    self.statement = statement
    self.runs = runs.reversed()
    self.path = path
  }

  /// Goes to the next row.
  /// - Returns: false after the last.
  public mutating func next() throws(ArchiveError) -> Bool {
    do throws(SQLiteError) {
      while true {
        if isRunning, try statement.step() { return true }
        guard let values = runs.popLast() else { return false }
        try statement.bind(values)
        isRunning = true
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Whether the row states nothing in a column.
  public func isNull(_ column: Int) -> Bool { statement.isNull(column) }

  /// Appends a cell's bytes: a text as it is stored, numbers in plain decimal notation, truth as `true` or `false`; nothing
  /// for what is not stated.
  public func append(_ column: Int, to bytes: inout [UInt8]) {
    switch columns[column].kind {
    case .text, .list: statement.append(column, to: &bytes)
    case .integer, .year: if !isNull(column) { Decimal.append(statement.integer(column), to: &bytes) }
    case .number: if !isNull(column) { Decimal.append(statement.real(column), to: &bytes) }
    case .boolean:
      if !isNull(column) { bytes.append(contentsOf: statement.integer(column) == 0 ? Self.no : Self.yes) }
    }
  }

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)
}

extension ArchiveReader {
  /// The rows of a table that a filter asks for.
  ///
  /// Figures and sections come by source and in document order, reports by district code, name, year and source, outcomes
  /// by district, then as the targets of its reports, indicators in the catalogue's order.
  public func export(_ table: ExportTable, _ filter: Filter = Filter()) throws(ArchiveError) -> ExportCursor {
    let columns = table.columns
    let selection = columns.map(\.sql).joined(separator: ", ")
    var runs: [[Value]] = []
    let sql: String
    switch table {
    case .figures, .sections:
      let condition = Condition(filter, table: table == .figures ? .figures : .sections)
      sql = "SELECT \(selection) FROM \(table.rawValue) \(condition.sql) ORDER BY source, ordinal"
      runs = [condition.values]
    case .reports:
      let condition = Condition(filter, table: .reports)
      sql = "SELECT \(selection) FROM reports \(condition.sql) ORDER BY district_code, district, year, source"
      runs = [condition.values]
    case .indicators:
      sql = "SELECT \(selection) FROM indicator ORDER BY ordinal, indicator_id"
      runs = [[]]
    case .outcomes:
      let condition = Condition(filter, table: .outcomes)
      sql = Self.outcomesSQL(selection, condition)
      for id in try districts(of: filter) { runs.append([.integer(id)] + condition.values) }
    }
    return ExportCursor(columns: columns, statement: try prepared(sql), runs: runs, path: path)
  }

  /// The rows of `target_outcomes` of one district: asked so, they are found by index and only they are in memory.
  private static func outcomesSQL(_ selection: String, _ condition: Condition) -> String {
    """
    WITH v AS MATERIALIZED (SELECT * FROM target_outcomes WHERE district_id = ?)
    SELECT \(selection)
    FROM v CROSS JOIN (SELECT * FROM figures WHERE kind = 'target'\(condition.more)) AS t
      ON t.report_id = v.target_report AND t.ordinal = v.target_ordinal
    LEFT JOIN figure AS o ON o.report_id = v.outcome_report AND o.ordinal = v.outcome_ordinal
    ORDER BY t.source, t.ordinal
    """
  }

  /// The units that a filter may mean, by code and name.
  func districts(of filter: Filter) throws(ArchiveError) -> [Int64] {
    let wanted = filter.districts.map { Set($0.flatMap(\.ids)) }
    let all = try asking { db throws(SQLiteError) in
      try db.all("SELECT district_id FROM district ORDER BY code, parents, name, district_id", []) { $0.integer(0) }
    }
    return wanted.map { wanted in all.filter(wanted.contains) } ?? all
  }
}
