internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// Reports of several years, several districts, or both, side by side, from the view `comparisons`.
  ///
  /// A column is what the reports of one district and year state. A row holds figures that can be compared: the same
  /// indicator, scope, measure and dimension, of the same kind, for a period that lies alike to the report's year.
  public func compare(
    districts: [District], years: [Int], options: TableOptions = TableOptions()
  ) throws(ArchiveError) -> ComparisonTable {
    try asking { db throws(SQLiteError) in
      var builder = ComparisonBuilder(options: options)
      let known = try FigureKnowledge(db)
      for district in districts {
        for year in years {
          builder.add(
            ComparisonTable.Column(district: district, year: year, source: try db.source(of: district, year: year)))
          let filter = Filter(districts: [district], years: year...year, indicators: options.indicators)
          let condition = Condition(filter, table: .stored)
          let figures = try db.prepare(StoredFigure.sql(condition, namesIndicators: options.indicators != nil))
          try figures.bind(condition.values)
          while try figures.step() { try builder.add(figures, known) }
        }
      }
      return try builder.table(CellReader(db, of: districts, known, options))
    }
  }
}

extension Connection {
  /// The first source of a district's report of a year that is no copy.
  func source(of district: District, year: Int) throws(SQLiteError) -> String? {
    let marks = Condition.marks(district.ids.count)
    return try all(
      """
      SELECT source FROM report WHERE district_id IN (\(marks)) AND year = ? AND duplicate_of IS NULL
      ORDER BY source LIMIT 1
      """, district.ids.map { .integer($0) } + [.integer(year)]
    ) { $0.text(0) }.first
  }
}

/// Puts figures into the rows of a comparison.
private struct ComparisonBuilder {
  struct Key: Hashable {
    var series: Series
    var kind: FigureKind
    var offset: Int
    var length: Int
  }
  var options: TableOptions
  var leftOut = LeftOut()
  private var columns: [ComparisonTable.Column] = []
  private var rows: [Key: [Int: [Contender]]] = [:]

  init(options: TableOptions) {
    self.options = options
  }

  /// Begins a column.
  mutating func add(_ column: ComparisonTable.Column) { columns.append(column) }

  /// Adds a figure to the last column.
  mutating func add(_ row: borrowing Statement, _ known: FigureKnowledge) throws(SQLiteError) {
    let index = columns.count - 1
    guard let held = StoredFigure.years(row) else {
      leftOut.undated += 1
      return
    }
    let form = try StoredFigure.form(row, known)
    guard options.includesFlagged || form.flags.isEmpty else {
      leftOut.flagged += 1
      return
    }
    let figure = StoredFigure(row, form, try StoredFigure.indicatorID(row, known))
    let key = Key(
      series: figure.series, kind: form.kind, offset: held.upperBound - columns[index].year, length: held.count)
    let kind = try known.sectionKind(figure.section, of: figure.report)
    rows[key, default: [:]][index, default: []].append(Contender(figure, sectionKind: kind))
  }

  mutating func table(_ reader: CellReader) throws(SQLiteError) -> ComparisonTable {
    var made: [(key: Key, row: ComparisonTable.Row)] = []
    for (key, contenders) in rows {
      let isSingle = contenders.count < 2 && columns.count > 1
      if key.series.indicatorID.isEmpty, isSingle, !options.includesSingle, options.indicators == nil {
        leftOut.single += contenders.values.reduce(0) { $0 + $1.count }
        continue
      }
      var cells: [Cell?] = []
      for column in columns.indices { cells.append(try reader.cell(ranked(contenders[column] ?? [], reader))) }
      let row = ComparisonTable.Row(
        series: key.series, kind: key.kind, periodOffset: key.offset, periodLength: key.length, cells: cells)
      made.append((key, row))
    }
    let rows = made.sorted { a, b in
      let (one, other) = (a.key.series.place, b.key.series.place)
      if one != other { return one < other }
      if a.key.kind != b.key.kind { return a.key.kind == .target }
      return (abs(a.key.offset), a.key.offset, a.key.length) < (abs(b.key.offset), b.key.offset, b.key.length)
    }.map(\.row)
    return ComparisonTable(columns: columns, rows: rows, leftOut: leftOut)
  }

  /// The figures of a place, the best first. What the rows of one unit state (金山县, 金山区) competes within each of them.
  private func ranked(_ contenders: [Contender], _ reader: CellReader) -> [Contender] {
    let best = reader.sorted(contenders)
    guard let first = best.first, best.contains(where: { $0.figure.district != first.figure.district }) else {
      return best
    }
    var choices: [Int64: Int] = [:]
    let ranked = best.map { contender in
      choices[contender.figure.district, default: 0] += 1
      return (choice: choices[contender.figure.district] ?? 0, contender: contender)
    }
    return ranked.sorted { one, other in
      one.choice != other.choice
        ? one.choice < other.choice : reader.sources.isBefore(one.contender.figure, other.contender.figure)
    }.map(\.contender)
  }
}
