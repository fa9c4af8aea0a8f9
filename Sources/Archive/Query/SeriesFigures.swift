internal import ReportReading
internal import SQLite

/// A figure with what the views behind tables say of it.
struct SeriesFigure {
  var figure: FigureRow
  var series: Series
  /// Years of its period.
  var first: Int
  var last: Int
  /// How it fares among those that compete with it, 1 for the best.
  var choice: Int

  static let selection = FigureRow.selection + ", dimension, first_year, last_year, choice"
  /// How many columns ``selection`` names.
  static let selectionCount = FigureRow.selectionCount + 4

  init(_ row: borrowing Statement) {
    figure = FigureRow(row)
    let next = FigureRow.selectionCount
    series = Series(of: figure, dimension: row.text(next))
    first = row.int(next + 1)
    last = row.int(next + 2)
    choice = row.int(next + 3)
  }
}

extension Series {
  /// The series of a figure.
  init(of figure: FigureRow, dimension: String) {
    self.init(
      indicatorID: figure.indicatorID, name: Catalogue.indicator(figure.indicatorID)?.chineseName ?? figure.indicator,
      scope: figure.scope, isFormer: figure.isFormer, measure: figure.measure, dimension: dimension)
  }

  /// Known indicators in the catalogue's order, then others; within one, the whole before its parts, today's
  /// definition before the former, amounts before changes.
  var place: (Int, String, String, Int, String) {
    let measures: [Measure] = [.level, .change, .rank]
    let measure = (isFormer ? measures.count : 0) + (measures.firstIndex(of: measure) ?? 0)
    return (Catalogue.place(of: indicatorID), indicatorID.isEmpty ? name : "", scope, measure, dimension)
  }
}
