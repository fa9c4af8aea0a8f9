internal import SQLite

/// The one that asks the archive.
///
/// A reader sees the archive as it was at the last commit, never half a report, and does not write.
public struct ArchiveReader: ~Copyable {
  /// The archive's path.
  public let path: String
  let connection: Connection

  /// Opens an existing archive; one of an older version is brought up to date first.
  /// - Parameter patience: how long to wait for another process that holds it.
  /// - Throws: ``ArchiveError``: `notFound`, `notADatabase`, `foreignDatabase`, `newerVersion`, `corrupt`, `busy`,
  ///   `inputOutput`.
  public init(path: String, patience: Duration = Archive.patience) throws(ArchiveError) {
    self.path = path
    connection = try ArchiveFile.openForReading(path, patience: patience)
  }

  /// The reports, by district code, name, year, source.
  public func reports(_ filter: Filter = Filter()) throws(ArchiveError) -> [ReportRow] {
    try asking { db throws(SQLiteError) in
      let condition = Condition(filter, table: .reports)
      return try db.all(
        "SELECT \(ReportRow.selection) FROM reports \(condition.sql) ORDER BY district_code, district, year, source",
        condition.values, ReportRow.init(_:))
    }
  }

  /// One report with its evidence, sections and figures.
  /// - Parameter name: its source, the end of its source (a file name), its key or its id.
  /// - Returns: nil where no report or more than one has the name.
  public func report(_ name: String) throws(ArchiveError) -> StoredReport? {
    try asking { db throws(SQLiteError) in
      guard let id = try db.reportID(named: name) else { return nil }
      let report = try db.all(
        "SELECT \(ReportRow.selection) FROM reports WHERE report_id = ?", [.integer(id)], ReportRow.init(_:))
      guard let report = report.first else { return nil }
      let evidence = try db.all(
        """
        SELECT subject, rule, value, quote, start_byte, end_byte FROM evidence WHERE report_id = ? ORDER BY ordinal
        """, [.integer(id)], EvidenceRow.init(_:))
      let sections = try db.all(
        "SELECT \(SectionRow.selection) FROM sections WHERE report_id = ? ORDER BY ordinal", [.integer(id)],
        SectionRow.init(_:))
      let figures = try db.all(
        "SELECT \(FigureRow.selection) FROM figures WHERE report_id = ? ORDER BY ordinal", [.integer(id)],
        FigureRow.init(_:))
      return StoredReport(report: report, evidence: evidence, sections: sections, figures: figures)
    }
  }

  /// The catalogue in its order, with counts; copies of a report are not counted.
  public func indicators() throws(ArchiveError) -> [IndicatorRow] {
    try asking { db throws(SQLiteError) in
      let count = """
        SELECT count(*) FROM figure_row AS f CROSS JOIN figure_form AS m ON m.form_id = f.form_id
        CROSS JOIN report AS r ON r.report_id = f.report_id
        WHERE f.indicator_no = i.indicator_no AND r.duplicate_of IS NULL AND m.kind =
        """
      return try db.all(
        """
        SELECT indicator_id, name, english, (\(count) 'target'), (\(count) 'outcome')
        FROM indicator AS i ORDER BY ordinal, indicator_id
        """, []
      ) { row in
        IndicatorRow(
          id: row.text(0), name: row.text(1), english: row.text(2), targets: row.int(3), outcomes: row.int(4))
      }
    }
  }

  /// How much the archive holds.
  public func counts() throws(ArchiveError) -> ArchiveCounts {
    try asking { db throws(SQLiteError) in try db.archiveCounts() }
  }

  /// The versions of the rules by which reports were read, ascending.
  public func rulesVersions(_ filter: Filter = Filter()) throws(ArchiveError) -> [Int] {
    try asking { db throws(SQLiteError) in
      let condition = Condition(filter, table: .reports)
      return try db.all(
        "SELECT DISTINCT rules_version FROM reports \(condition.sql) ORDER BY 1", condition.values
      ) { $0.int(0) }
    }
  }

  // MARK: How questions are asked

  /// From here until ``endSnapshot()``, all questions see the same state, also while a writer commits.
  public func beginSnapshot() throws(ArchiveError) {
    do throws(SQLiteError) {
      try connection.run("BEGIN")
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Ends what ``beginSnapshot()`` began.
  public func endSnapshot() {
    // Nothing was written, so there is nothing to lose.
    if connection.isInTransaction { try? connection.run("COMMIT") }
  }

  /// Runs a question, telling SQLite's errors as the archive's. All of its statements see the same state, also while a
  /// writer commits.
  func asking<Answer>(
    _ question: (borrowing Connection) throws(SQLiteError) -> Answer
  ) throws(ArchiveError) -> Answer {
    do throws(SQLiteError) {
      if connection.isInTransaction { return try question(connection) }
      try connection.run("BEGIN")
      // Nothing was written, so there is nothing to lose.
      defer { try? connection.run("COMMIT") }
      return try question(connection)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  func prepared(_ sql: String) throws(ArchiveError) -> Statement {
    do throws(SQLiteError) {
      return try connection.prepare(sql)
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}
