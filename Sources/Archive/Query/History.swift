internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// A district's figures over the years, as the view `histories` has them; the rule by which one of several figures of a
  /// year is chosen is written there.
  ///
  /// A figure stands in the year for which it holds: the target of a report in its own year, the outcome that the next
  /// report states in the same, a span in its last year and in a row of its own.
  public func history(
    of district: District, years: ClosedRange<Int>? = nil, options: TableOptions = TableOptions()
  ) throws(ArchiveError) -> HistoryTable {
    try asking { db throws(SQLiteError) in
      let condition = Condition(Filter(districts: [district], indicators: options.indicators), table: .stored)
      let figures = try db.prepare(StoredFigure.sql(condition, namesIndicators: options.indicators != nil))
      try figures.bind(condition.values)
      var builder = HistoryBuilder(options: options)
      let known = try FigureKnowledge(db)
      while try figures.step() {
        guard let held = StoredFigure.years(figures) else {
          builder.leftOut.undated += 1
          continue
        }
        guard years?.contains(held.upperBound) ?? true else { continue }
        // Most figures are of no known indicator; of those that are not shown, the words are not read.
        let form = try StoredFigure.form(figures, known)
        let id = try StoredFigure.indicatorID(figures, known)
        if options.isHeadlineOnly, id.isEmpty {
          builder.passOver(StoredFigure.report(figures), isFlagged: !form.flags.isEmpty)
        } else {
          let kind = try known.sectionKind(StoredFigure.section(figures), of: StoredFigure.report(figures))
          builder.add(StoredFigure(figures, form, id), sectionKind: kind, held)
        }
      }
      return try builder.table(district, db, known)
    }
  }
}

/// Puts figures into the rows of a history.
private struct HistoryBuilder {
  struct Key: Hashable {
    var series: Series
    var isSpan: Bool
  }
  /// What stands for the years of one kind.
  typealias Line = [Int: [Contender]]
  var options: TableOptions
  var leftOut = LeftOut()
  private var rows: [Key: (targets: Line, outcomes: Line)] = [:]
  /// The reports whose statement of main targets names an indicator, and all reports.
  private var headlines: [Heading: Set<Int64>] = [:]
  private var reports: Set<Int64> = []
  private var lastReport: Int64?

  /// An indicator in one scope.
  private struct Heading: Hashable {
    var indicatorID: String
    var scope: String
  }

  init(options: TableOptions) {
    self.options = options
  }

  mutating func add(_ figure: StoredFigure, sectionKind: String, _ years: ClosedRange<Int>) {
    guard options.includesFlagged || !figure.isFlagged else {
      leftOut.flagged += 1
      return
    }
    note(figure.report)
    let (form, id) = (figure.form, figure.indicatorID)
    if form.isHeadline, form.kind == .target {
      headlines[Heading(indicatorID: id, scope: figure.scope), default: []].insert(figure.report)
    }
    // Definitions over time are one row; the cells tell them apart.
    let series = Series(
      indicatorID: id, name: id.isEmpty ? figure.indicator : "", scope: figure.scope, measure: form.measure,
      dimension: form.dimension)
    let key = Key(series: series, isSpan: years.count > 1)
    // An outcome is to be stated by the report of the year after.
    let stating = years.upperBound + (form.kind == .outcome ? 1 : 0)
    let distance = figure.reportYear.map { abs($0 - stating) } ?? .max
    let contender = Contender(figure, sectionKind: sectionKind, distance: distance)
    if form.kind == .target {
      rows[key, default: ([:], [:])].targets[years.upperBound, default: []].append(contender)
    } else {
      rows[key, default: ([:], [:])].outcomes[years.upperBound, default: []].append(contender)
    }
  }

  /// Counts a figure of no known indicator where the statements of main targets decide what is shown.
  mutating func passOver(_ report: Int64, isFlagged: Bool) {
    guard options.includesFlagged || !isFlagged else {
      leftOut.flagged += 1
      return
    }
    note(report)
    leftOut.further += 1
  }

  /// Counts a report; its figures come one after another.
  private mutating func note(_ report: Int64) {
    if report == lastReport { return }
    lastReport = report
    reports.insert(report)
  }

  mutating func table(
    _ district: District, _ db: borrowing Connection, _ known: FigureKnowledge
  ) throws(SQLiteError) -> HistoryTable {
    let reader = try CellReader(db, of: [district], known, options)
    let main = MainIndicators(headlines.filter { $0.key.scope.isEmpty && isNamed($0.value) }.map(\.key.indicatorID))
    var made: [(key: Key, years: Int, row: HistoryTable.Row)] = []
    for (var key, lines) in rows {
      let years = Set(lines.targets.keys).union(lines.outcomes.keys).count
      if options.isHeadlineOnly, !main.hold(key.series), !isHeadline(key, years: years) {
        leftOut.further += Self.count(lines.targets) + Self.count(lines.outcomes)
        continue
      }
      if key.series.indicatorID.isEmpty, years < 2, !options.includesSingle, options.indicators == nil {
        leftOut.single += Self.count(lines.targets) + Self.count(lines.outcomes)
        continue
      }
      if let known = Catalogue.indicator(key.series.indicatorID) { key.series.name = known.chineseName }
      let row = HistoryTable.Row(
        series: key.series, isSpan: key.isSpan, targets: try reader.cells(lines.targets),
        outcomes: try reader.cells(lines.outcomes))
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

  private static func count(_ line: Line) -> Int { line.values.reduce(0) { $0 + $1.count } }

  /// Whether the statements of main targets name the indicator in a quarter of the reports at least; where several
  /// reports are there, a row of one year shows no history.
  private func isHeadline(_ key: Key, years: Int) -> Bool {
    guard !key.series.indicatorID.isEmpty, years > 1 || reports.count < 4 else { return false }
    return headlines[Heading(indicatorID: key.series.indicatorID, scope: key.series.scope)].map(isNamed) ?? false
  }

  private func isNamed(_ naming: Set<Int64>) -> Bool { naming.count * 4 >= reports.count }
}

/// What the statements of main targets name often, with what tells of the same matter.
private struct MainIndicators {
  private var ids: Set<String>

  init(_ named: [String]) {
    ids = Set(named)
    // Known under both of its parts, or as the next of kin of one of these: 城镇调查失业率 beside 城镇登记失业率.
    for _ in 0..<2 {
      let further = Catalogue.all.filter { indicator in
        ids.contains(indicator.kin) || !indicator.parts.isEmpty && ids.isSuperset(of: indicator.parts)
      }
      ids.formUnion(further.map(\.id) + ids.compactMap { Catalogue.indicator($0)?.kin })
    }
  }

  /// The unit's own figures of these, as they are usually stated and otherwise (`年均`, `实际`), if only for one year.
  func hold(_ series: Series) -> Bool {
    ids.contains(series.indicatorID) && series.measure != .rank
      && series.scope.split(separator: " ").allSatisfy { Self.ways.contains($0) }
  }

  private static let ways: Set<Substring> = ["年均", "实际", "同口径"]
}

extension CellReader {
  fileprivate func cells(_ line: HistoryBuilder.Line) throws(SQLiteError) -> [Int: Cell] {
    var cells: [Int: Cell] = [:]
    for (year, contenders) in line { cells[year] = try cell(sorted(contenders)) }
    return cells
  }
}
