internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// Targets beside outcomes with their verdicts, by source of the target and then in document order: the view
  /// `target_outcomes`, where the rule of every verdict is written.
  ///
  /// ``Filter/years`` are those of the reports that set the targets.
  public func outcomes(_ filter: Filter = Filter()) throws(ArchiveError) -> [OutcomeRow] {
    try asking { db throws(SQLiteError) in
      // One district at a time: each is found by index, and only one is in memory.
      let ids: [Int64]
      if let districts = filter.districts {
        ids = districts.flatMap(\.ids)
      } else {
        ids = try db.all("SELECT district_id FROM district", []) { $0.integer(0) }
      }
      var rows: [OutcomeRow] = []
      for id in ids { rows += try db.outcomes(of: id, filter) }
      return rows.sorted { ($0.target.source, $0.target.ordinal) < ($1.target.source, $1.target.ordinal) }
    }
  }

  /// The targets of a district beside what was reported of them, in the order of years and within one as the report has them.
  public func track(_ district: District, options: TrackOptions = TrackOptions()) throws(ArchiveError) -> TrackTable {
    let filter = Filter(districts: [district], years: options.years, indicators: options.indicators)
    var rows = try outcomes(filter)
    let all = rows.count
    if options.isHeadlineOnly { rows.removeAll { !$0.target.isHeadline } }
    let ordinary = all - rows.count
    let totals = TrackTotals(of: rows)
    if let verdicts = options.verdicts { rows.removeAll { !verdicts.contains($0.verdict) } }
    rows.sort {
      ($0.due, $0.setIn, $0.target.source, $0.target.ordinal) < ($1.due, $1.setIn, $1.target.source, $1.target.ordinal)
    }
    return TrackTable(district: district, rows: rows, totals: totals, ordinary: ordinary)
  }
}

extension Connection {
  fileprivate func outcomes(of district: Int64, _ filter: Filter) throws(SQLiteError) -> [OutcomeRow] {
    var condition = Condition(Filter(indicators: filter.indicators), table: .figures)
    condition.add("district_id = ?", [.integer(district)])
    if let years = filter.years {
      condition.add("set_in BETWEEN ? AND ?", [.integer(years.lowerBound), .integer(years.upperBound)])
    }
    let found = try all("SELECT \(OutcomeRow.selection) FROM target_outcomes \(condition.sql)", condition.values) {
      row in
      OutcomeRow.Stored(row)
    }
    guard !found.isEmpty else { return [] }
    let figures = try all(
      "SELECT \(FigureRow.selection) FROM figures WHERE district_id = ?", [.integer(district)], FigureRow.init(_:))
    let byID = Dictionary(uniqueKeysWithValues: figures.map { ($0.figureID, $0) })
    return found.compactMap { stored in
      byID[stored.target].map { OutcomeRow(stored, target: $0, outcome: stored.outcome.flatMap { byID[$0] }) }
    }
  }
}

extension OutcomeRow {
  static let selection = """
    target_id, outcome_id, verdict, set_in, due, difference, better, goal_low, goal_high, goal_is_strict, yard, is_unchanged
    """

  /// A row of the view.
  struct Stored {
    var target: String
    var outcome: String?
    var verdict: Verdict
    var setIn: Int
    var due: Int
    var difference: ExactNumber?
    var goal: Goal
    var isUnchanged: Bool

    init(_ row: borrowing Statement) {
      target = row.text(0)
      outcome = row.optionalText(1)
      verdict = Verdict(rawValue: row.text(2)) ?? .unclear
      setIn = row.int(3)
      due = row.int(4)
      difference = row.exactNumber(5)
      goal = Goal(
        low: row.exactNumber(7), high: row.exactNumber(8), isStrict: row.int(9) == 1, isMoreBetter: row.int(6) == 1,
        yardstick: row.exactNumber(10))
      isUnchanged = row.int(11) == 1
    }
  }

  fileprivate init(_ stored: Stored, target: FigureRow, outcome: FigureRow?) {
    self.init(
      target: target, outcome: outcome, setIn: stored.setIn, due: stored.due, verdict: stored.verdict,
      difference: stored.difference, goal: stored.goal, isUnchanged: stored.isUnchanged)
  }
}
