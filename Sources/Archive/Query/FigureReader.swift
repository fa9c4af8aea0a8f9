internal import SQLite

/// Reads figures one at a time with all that is known of them, for questions that find first, among many, which they want.
struct FigureReader {
  private let statement: Prepared

  init(_ db: borrowing Connection) throws(SQLiteError) {
    statement = try Prepared(db, "SELECT \(FigureRow.selection) FROM figures WHERE report_id = ? AND ordinal = ?")
  }

  func figure(_ report: Int64, _ ordinal: Int) throws(SQLiteError) -> FigureRow {
    try statement.row.bind([.integer(report), .integer(ordinal)])
    defer { statement.row.reset() }
    guard try statement.row.step() else {
      // The question that named it saw the same state of the archive.
      throw SQLiteError(code: 11, message: "figure \(ordinal) of report \(report) is gone", context: "read a figure")
    }
    return FigureRow(statement.row)
  }
}
