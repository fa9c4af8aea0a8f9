internal import ReportReading
internal import SQLite

/// What a figure is apart from its number: a row of `figure_form`.
struct FigureForm: Sendable, Hashable {
  var kind: FigureKind
  var measure: Measure
  var comparator: Comparator
  var unit: String
  /// Names in alphabetical order joined by `;`.
  var flags: String
  var isHeadline: Bool
  var isState: Bool
  var yardstick: Yardstick?
  /// Whether the indicator counts people, in whatever unit.
  var countsPeople: Bool

  /// - Parameter indicator: what the figure speaks of, nil where the catalogue does not know it.
  init(_ figure: Figure, speakingOf indicator: Indicator? = nil) {
    kind = figure.kind
    measure = figure.measure
    comparator = figure.comparator
    unit = figure.unit
    flags = figure.flags.isEmpty ? "" : ArchiveWriter.flagText(figure.flags.map(\.rawValue))
    isHeadline = figure.isHeadline
    isState = figure.isState
    yardstick = figure.yardstick
    countsPeople = indicator?.dimension == .persons
  }

  var scale: UnitScale { UnitScale.of(unit, countingPeople: countsPeople) }

  /// Columns kind, measure, comparator, unit, dimension, factor, flags, is_headline, is_state, yardstick.
  var values: [Value] {
    let scale = scale
    return [
      .text(kind.rawValue), .text(measure.rawValue), .text(comparator.rawValue), .text(unit), .text(scale.dimension),
      .real(scale.factor), .text(flags), .integer(isHeadline ? 1 : 0), .integer(isState ? 1 : 0),
      .text(yardstick?.description ?? ""),
    ]
  }
}

/// The years of a figure's period as the archive has them.
struct PeriodYears: Sendable, Equatable {
  /// Nil for a single year.
  var first: Int?
  /// Nil where the period is not told.
  var last: Int?

  /// - Parameter period: `2020`, `2001-2007`, or empty.
  init(_ period: String) {
    let years = period.split(separator: "-").map { Int($0) }
    guard let last = years.last ?? nil, years.count <= 2 else { return }
    self.last = last
    if years.count == 2, let first = years[0], first < last { self.first = first }
  }
}

/// Row numbers that the writer has looked up, so that a report's many figures ask once.
final class KnownRows {
  private var forms: [FigureForm: Int64] = [:]
  private var indicators: [String: Int64] = [:]

  /// What was entered since may be undone.
  func forget() {
    forms.removeAll()
    indicators.removeAll()
  }

  func form(_ form: FigureForm, _ statements: WriterStatements) throws(SQLiteError) -> Int64 {
    if let id = forms[form] { return id }
    let values = form.values
    var id = try statements.findForm.integer(values)
    if id == nil {
      try statements.addForm.run(values)
      id = try statements.findForm.integer(values)
    }
    guard let id else { throw SQLiteError(code: 1, message: "the form just entered is not there", context: "store") }
    forms[form] = id
    return id
  }

  /// - Returns: nil for an id that the archive's catalogue does not have.
  func indicator(_ id: String, _ statements: WriterStatements) throws(SQLiteError) -> Int64? {
    if let number = indicators[id] { return number }
    let number = try statements.findIndicator.integer([.text(id)])
    indicators[id] = number
    return number
  }
}
