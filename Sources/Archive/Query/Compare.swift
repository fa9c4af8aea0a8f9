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
      for district in districts {
        for year in years {
          let filter = Filter(districts: [district], years: year...year, indicators: options.indicators)
          let condition = Condition(filter, table: .figures)
          builder.leftOut.undated += try db.int(
            "SELECT count(*) FROM figures WHERE duplicate_of IS NULL AND last_year IS NULL \(condition.more)",
            condition.values)
          let column = ComparisonTable.Column(
            district: district, year: year, source: try db.source(of: district, year: year))
          builder.add(column, try db.seriesFigures("comparisons", condition))
        }
      }
      return builder.table()
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
  private var rows: [Key: [Int: CellBuilder]] = [:]

  init(options: TableOptions) {
    self.options = options
  }

  mutating func add(_ column: ComparisonTable.Column, _ figures: [SeriesFigure]) {
    let index = columns.count
    columns.append(column)
    for figure in figures {
      guard options.includesFlagged || figure.figure.flags.isEmpty else {
        leftOut.flagged += 1
        continue
      }
      let key = Key(
        series: figure.series, kind: figure.figure.kind, offset: figure.last - column.year,
        length: figure.last - figure.first + 1)
      rows[key, default: [:]][index, default: CellBuilder()].add(figure.figure)
    }
  }

  mutating func table() -> ComparisonTable {
    var made: [(key: Key, row: ComparisonTable.Row)] = []
    for (key, builders) in rows {
      let isSingle = builders.count < 2 && columns.count > 1
      if key.series.indicatorID.isEmpty, isSingle, !options.includesSingle, options.indicators == nil {
        leftOut.single += builders.values.compactMap(\.cell).reduce(0) { $0 + 1 + $1.others.count }
        continue
      }
      let row = ComparisonTable.Row(
        series: key.series, kind: key.kind, periodOffset: key.offset, periodLength: key.length,
        cells: columns.indices.map { builders[$0]?.cell })
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
}
