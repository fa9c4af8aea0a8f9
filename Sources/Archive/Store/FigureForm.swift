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
  var scale: UnitScale

  /// - Parameter countsPeople: whether its indicator counts people, in whatever unit.
  init(_ figure: Figure, countsPeople: Bool = false) {
    kind = figure.kind
    measure = figure.measure
    comparator = figure.comparator
    unit = figure.unit
    flags = figure.flags.isEmpty ? "" : ArchiveWriter.flagText(figure.flags.map(\.rawValue))
    isHeadline = figure.isHeadline
    isState = figure.isState
    yardstick = figure.yardstick
    scale = UnitScale.of(unit, countingPeople: countsPeople)
  }

  /// Columns kind, measure, comparator, unit, dimension, factor, flags, is_headline, is_state, yardstick.
  var values: [Value] {
    [
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
    var years = (0, 0)
    var digits = 0
    var hasDash = false
    for byte in period.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 9:
        years.1 = years.1 * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      case UInt8(ascii: "-") where digits > 0 && !hasDash:
        (years, digits, hasDash) = ((years.1, 0), 0, true)
      default: return
      }
    }
    guard digits > 0 else { return }
    last = years.1
    if hasDash, years.0 < years.1 { first = years.0 }
  }
}

/// Row numbers that the writer has looked up, so that a report's many figures ask once.
final class KnownRows {
  private var forms: [FigureForm: Int64] = [:]
  /// By the place in the catalogue; 0 for one not looked up yet.
  private var indicators = [Int64](repeating: 0, count: Catalogue.all.count)

  /// What was entered since may be undone.
  func forget() {
    forms.removeAll()
    indicators = [Int64](repeating: 0, count: indicators.count)
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

  /// - Parameter place: that of the indicator in the catalogue.
  /// - Returns: nil for an id that the archive's catalogue does not have.
  func indicator(_ id: String, _ place: Int, _ statements: WriterStatements) throws(SQLiteError) -> Int64? {
    guard indicators.indices.contains(place) else { return try statements.findIndicator.integer([.text(id)]) }
    if indicators[place] > 0 { return indicators[place] }
    let number = try statements.findIndicator.integer([.text(id)])
    indicators[place] = number ?? 0
    return number
  }
}
