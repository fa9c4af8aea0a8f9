internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// Targets beside outcomes, by source of the target and then in document order: the view `target_outcomes`.
  ///
  /// ``Filter/years`` are those for which the targets were set. Only trusted figures count, each the first choice of
  /// its district, series and year.
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
      for id in ids {
        var condition = Condition(Filter(indicators: filter.indicators), table: .figures)
        condition.add("district_id = ?", [.integer(id)])
        if let years = filter.years {
          condition.add("last_year BETWEEN ? AND ?", [.integer(years.lowerBound), .integer(years.upperBound)])
        }
        rows += pairs(try db.seriesFigures("histories", condition))
      }
      return rows.sorted { ($0.target.source, $0.target.ordinal) < ($1.target.source, $1.target.ordinal) }
    }
  }

  private struct Key: Hashable {
    var series: Series
    var period: String
  }

  private func pairs(_ figures: [SeriesFigure]) -> [OutcomeRow] {
    var outcomes: [Key: FigureRow] = [:]
    let trusted = figures.filter { $0.choice == 1 && $0.figure.flags.isEmpty }
    for figure in trusted where figure.figure.kind == .outcome {
      outcomes[Key(series: figure.series, period: figure.figure.period)] = figure.figure
    }
    return trusted.filter { $0.figure.kind == .target }.map { target in
      OutcomeRow(
        target: target.figure, outcome: outcomes[Key(series: target.series, period: target.figure.period)])
    }
  }
}
