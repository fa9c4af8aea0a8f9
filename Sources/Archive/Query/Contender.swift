internal import ReportReading
internal import SQLite

/// A figure that competes with others for a place in a table. It has no words of its text yet: a district has thousands of figures,
/// and a table shows some hundreds.
struct Contender {
  var figure: StoredFigure
  /// Whether it stands where it does not belong: a target outside a plan, an outcome outside a review.
  private var isOutOfPlace: Bool
  /// Years between the report that states it and the one that should, where that decides.
  private var distance: Int

  init(_ figure: StoredFigure, sectionKind: String, distance: Int = 0) {
    self.figure = figure
    self.distance = distance
    isOutOfPlace = sectionKind != (figure.form.kind == .target ? "plan" : "review")
  }

  /// Whether it is the better one of two: the rule of `choice` in the views `histories` and `comparisons`.
  func isBetter(than other: Contender, _ sources: SourceOrder) -> Bool {
    if figure.isFlagged != other.figure.isFlagged { return other.figure.isFlagged }
    if isOutOfPlace != other.isOutOfPlace { return other.isOutOfPlace }
    if distance != other.distance { return distance < other.distance }
    if figure.vagueness != other.figure.vagueness { return figure.vagueness < other.figure.vagueness }
    return sources.isBefore(figure, other.figure)
  }
}

/// The order of a unit's figures: by source of their report, then as the report has them.
struct SourceOrder {
  /// Of each report its place by source.
  private let places: [Int64: Int]

  init(_ db: borrowing Connection, of districts: [District]) throws(SQLiteError) {
    let ids = districts.flatMap(\.ids)
    let reports = try db.all(
      "SELECT report_id FROM report WHERE district_id IN (\(Condition.marks(ids.count))) ORDER BY source",
      ids.map { .integer($0) }
    ) { $0.integer(0) }
    places = Dictionary(uniqueKeysWithValues: reports.enumerated().map { ($1, $0) })
  }

  func isBefore(_ one: StoredFigure, _ other: StoredFigure) -> Bool {
    (places[one.report] ?? 0, one.ordinal) < (places[other.report] ?? 0, other.ordinal)
  }
}

/// Reads the cells that are shown.
struct CellReader {
  private let reader: FigureReader
  let sources: SourceOrder
  private let options: TableOptions

  init(
    _ db: borrowing Connection, of districts: [District], _ known: FigureKnowledge, _ options: TableOptions
  ) throws(SQLiteError) {
    reader = try FigureReader(db, known)
    sources = try SourceOrder(db, of: districts)
    self.options = options
  }

  /// The figures that compete for a place, the best first.
  func sorted(_ contenders: [Contender]) -> [Contender] {
    contenders.count < 2 ? contenders : contenders.sorted { $0.isBetter(than: $1, sources) }
  }

  /// The cell of the figures that compete for a place, the best first; nil for none. Today's definition comes before the former one.
  func cell(_ contenders: [Contender]) throws(SQLiteError) -> Cell? {
    var figures: [FigureRow] = []
    figures.reserveCapacity(contenders.count)
    for isFormer in [false, true] {
      for contender in contenders where contender.figure.isFormer == isFormer {
        figures.append(
          try reader.figure(
            contender.figure, withSection: options.includesPassages, withQuote: options.includesPassages))
      }
    }
    return figures.first.map { Cell(chosen: $0, others: Array(figures.dropFirst())) }
  }
}
