internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// A district's figures over the years, from the view `histories`; the rule by which one of several figures of a
  /// year is chosen is written there.
  ///
  /// A figure stands in the year for which it holds: the target of a report in its own year, the outcome that the next
  /// report states in the same, a span in its last year and in a row of its own.
  public func history(
    of district: District, years: ClosedRange<Int>? = nil, options: TableOptions = TableOptions()
  ) throws(ArchiveError) -> HistoryTable {
    try asking { db throws(SQLiteError) in
      var condition = Condition(Filter(districts: [district], indicators: options.indicators), table: .figures)
      let undated = try db.int(
        "SELECT count(*) FROM figures WHERE duplicate_of IS NULL AND last_year IS NULL \(condition.more)",
        condition.values)
      if let years {
        condition.add("last_year BETWEEN ? AND ?", [.integer(years.lowerBound), .integer(years.upperBound)])
      }
      var builder = HistoryBuilder(options: options)
      builder.leftOut.undated = undated
      for figure in try db.seriesFigures("histories", condition) { builder.add(figure) }
      return builder.table(district)
    }
  }
}

/// Puts figures into the rows of a history.
private struct HistoryBuilder {
  struct Key: Hashable {
    var series: Series
    var isSpan: Bool
  }
  var options: TableOptions
  var leftOut = LeftOut()
  private var rows: [Key: [FigureKind: [Int: CellBuilder]]] = [:]
  /// The reports whose statement of main targets names an indicator, and all reports.
  private var headlines: [Heading: Set<String>] = [:]
  private var reports: Set<String> = []

  /// An indicator in one scope.
  private struct Heading: Hashable {
    var indicatorID: String
    var scope: String
  }

  init(options: TableOptions) {
    self.options = options
  }

  mutating func add(_ figure: SeriesFigure) {
    guard options.includesFlagged || figure.figure.flags.isEmpty else {
      leftOut.flagged += 1
      return
    }
    // Definitions over time are one row; the cells tell them apart.
    var series = figure.series
    series.isFormer = false
    reports.insert(figure.figure.source)
    if figure.figure.isHeadline, figure.figure.kind == .target {
      headlines[Heading(indicatorID: series.indicatorID, scope: series.scope), default: []].insert(figure.figure.source)
    }
    let key = Key(series: series, isSpan: figure.first != figure.last)
    rows[key, default: [:]][figure.figure.kind, default: [:]][figure.last, default: CellBuilder()].add(figure.figure)
  }

  mutating func table(_ district: District) -> HistoryTable {
    var made: [(key: Key, years: Int, row: HistoryTable.Row)] = []
    for (key, kinds) in rows {
      let targets = kinds[.target, default: [:]].compactMapValues(\.cell)
      let outcomes = kinds[.outcome, default: [:]].compactMapValues(\.cell)
      let years = Set(targets.keys).union(outcomes.keys).count
      if options.isHeadlineOnly, !isHeadline(key, years: years) {
        leftOut.further += (Array(targets.values) + Array(outcomes.values)).reduce(0) { $0 + 1 + $1.others.count }
        continue
      }
      if key.series.indicatorID.isEmpty, years < 2, !options.includesSingle, options.indicators == nil {
        leftOut.single += (Array(targets.values) + Array(outcomes.values)).reduce(0) { $0 + 1 + $1.others.count }
        continue
      }
      let row = HistoryTable.Row(series: key.series, isSpan: key.isSpan, targets: targets, outcomes: outcomes)
      made.append((key, years, row))
    }
    let rows = made.sorted { a, b in
      let (one, other) = (a.key.series.place, b.key.series.place)
      if one.0 != other.0 { return one.0 < other.0 }
      // Indicators in the reports' own words: those that recur most come first.
      if one.0 == .max, a.years != b.years { return a.years > b.years }
      if one != other { return one < other }
      return !a.key.isSpan && b.key.isSpan
    }.map(\.row)
    let years = Set(rows.flatMap { Array($0.targets.keys) + Array($0.outcomes.keys) }).sorted()
    return HistoryTable(district: district, years: years, rows: rows, leftOut: leftOut)
  }

  /// Whether the statements of main targets name the indicator in a quarter of the reports at least; where several
  /// reports are there, a row of one year shows no history.
  private func isHeadline(_ key: Key, years: Int) -> Bool {
    guard !key.series.indicatorID.isEmpty, years > 1 || reports.count < 4 else { return false }
    let named = headlines[Heading(indicatorID: key.series.indicatorID, scope: key.series.scope)]?.count ?? 0
    return named > 0 && named * 4 >= reports.count
  }
}
