internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// Targets beside outcomes with their verdicts, by source of the target and then in document order: the view
  /// `target_outcomes`, where the rule of every verdict is written.
  ///
  /// ``Filter/years`` are those of the reports that set the targets.
  /// - Parameters:
  ///   - isHeadlineOnly: whether only targets of the statements of main targets are meant.
  ///   - includesSections: whether figures come with their section.
  public func outcomes(
    _ filter: Filter = Filter(), isHeadlineOnly: Bool = false, includesSections: Bool = true
  ) throws(ArchiveError) -> [OutcomeRow] {
    try asking { db throws(SQLiteError) in
      // One district at a time: each is found by index, and only one is in memory.
      let ids: [Int64]
      if let districts = filter.districts {
        ids = districts.flatMap(\.ids)
      } else {
        ids = try db.all("SELECT district_id FROM district", []) { $0.integer(0) }
      }
      let reader = try FigureReader(db)
      var rows: [OutcomeRow] = []
      for id in ids {
        for stored in try db.storedOutcomes(of: id, filter, isHeadlineOnly) {
          rows.append(try OutcomeRow(stored, reader, withSections: includesSections))
        }
      }
      // By place: rows are large, and sorting moves them about.
      let order = rows.indices.sorted { one, other in
        (rows[one].target.source, rows[one].target.ordinal) < (rows[other].target.source, rows[other].target.ordinal)
      }
      return order.map { rows[$0] }
    }
  }

  /// The targets of a district beside what was reported of them, in the order of years and within one as the report has them.
  public func track(_ district: District, options: TrackOptions = TrackOptions()) throws(ArchiveError) -> TrackTable {
    let filter = Filter(districts: [district], years: options.years, indicators: options.indicators)
    var rows = try outcomes(
      filter, isHeadlineOnly: options.isHeadlineOnly, includesSections: options.includesSections)
    let ordinary = options.isHeadlineOnly ? try ordinaryTargets(filter) : 0
    let totals = TrackTotals(of: rows)
    if let verdicts = options.verdicts { rows.removeAll { !verdicts.contains($0.verdict) } }
    rows.sort {
      ($0.due, $0.setIn, $0.target.source, $0.target.ordinal) < ($1.due, $1.setIn, $1.target.source, $1.target.ordinal)
    }
    return TrackTable(district: district, rows: rows, totals: totals, ordinary: ordinary)
  }

  /// How many targets that could have a verdict stand outside the statements of main targets.
  private func ordinaryTargets(_ filter: Filter) throws(ArchiveError) -> Int {
    try asking { db throws(SQLiteError) in
      let condition = Condition(filter, table: .stored)
      return try db.int(
        """
        SELECT count(*) FROM report AS r
        CROSS JOIN figure_row AS f ON f.report_id = r.report_id AND f.place = 1 AND f.last_year >= r.year
        CROSS JOIN figure_form AS m ON m.form_id = f.form_id
        \(filter.indicators == nil ? "" : "LEFT JOIN indicator AS i ON i.indicator_no = f.indicator_no")
        WHERE r.duplicate_of IS NULL AND m.kind = 'target' AND m.flags = '' AND NOT m.is_headline \(condition.more)
        """, condition.values)
    }
  }
}

extension Connection {
  fileprivate func storedOutcomes(
    of district: Int64, _ filter: Filter, _ isHeadlineOnly: Bool
  ) throws(SQLiteError) -> [OutcomeRow.Stored] {
    var condition = Condition(Filter(indicators: filter.indicators), table: .figures)
    condition.add("district_id = ?", [.integer(district)])
    if let years = filter.years {
      condition.add("set_in BETWEEN ? AND ?", [.integer(years.lowerBound), .integer(years.upperBound)])
    }
    if isHeadlineOnly { condition.add("is_headline", []) }
    return try all("SELECT \(OutcomeRow.selection) FROM target_outcomes \(condition.sql)", condition.values) { row in
      OutcomeRow.Stored(row)
    }
  }
}

extension OutcomeRow {
  static let selection = """
    target_report, target_ordinal, outcome_report, outcome_ordinal, other_outcome_ordinal, verdict, set_in, due, difference, better,
    goal_low, goal_high, goal_is_strict, yard, is_unchanged
    """

  /// A row of the view.
  struct Stored {
    var report: Int64
    var ordinal: Int
    var nextReport: Int64?
    var outcome: Int?
    var otherOutcome: Int?
    var verdict: Verdict
    var setIn: Int
    var due: Int
    var difference: ExactNumber?
    var goal: Goal
    var isUnchanged: Bool

    init(_ row: borrowing Statement) {
      report = row.integer(0)
      ordinal = row.int(1)
      nextReport = row.isNull(2) ? nil : row.integer(2)
      outcome = row.optionalInt(3)
      otherOutcome = row.optionalInt(4)
      verdict = Verdict(rawValue: row.text(5)) ?? .unclear
      setIn = row.int(6)
      due = row.int(7)
      difference = row.exactNumber(8)
      goal = Goal(
        low: row.exactNumber(10), high: row.exactNumber(11), isStrict: row.int(12) == 1, isMoreBetter: row.int(9) == 1,
        yardstick: row.exactNumber(13))
      isUnchanged = row.int(14) == 1
    }
  }

  fileprivate init(_ stored: Stored, _ reader: FigureReader, withSections: Bool) throws(SQLiteError) {
    func next(_ ordinal: Int?) throws(SQLiteError) -> FigureRow? {
      guard let report = stored.nextReport, let ordinal else { return nil }
      return try reader.figure(report, ordinal, withSection: withSections)
    }
    self.init(
      target: try reader.figure(stored.report, stored.ordinal, withSection: withSections),
      outcome: try next(stored.outcome), other: try next(stored.otherOutcome), setIn: stored.setIn, due: stored.due,
      verdict: stored.verdict, difference: stored.difference, goal: stored.goal, isUnchanged: stored.isUnchanged)
  }
}
