internal import ReportReading

/// What the archive keeps of a figure beyond the report's own finding.
struct FigureFacts: Sendable {
  /// The catalogue's answer to its indicator.
  var match: IndicatorCatalogue.Match?
  /// The place of that indicator in the catalogue; `Int.max` for none.
  var indicatorPlace = Int.max
  /// Which of ``ReportFigures/forms`` it has.
  var form: Int
  var years: PeriodYears
  /// Its place among the figures of its report that state one thing for one period, 1 for the best.
  var place = 1
}

/// The facts of each figure of a report.
struct ReportFigures: Sendable {
  /// In the report's order.
  private(set) var all: [FigureFacts] = []
  /// The forms that its figures have, each once.
  private(set) var forms: [FigureForm] = []

  init(of report: Report) {
    var texts = NumberedTexts()
    var keys = NumberedKeys<FormKey>()
    var statements = NumberedKeys<Statement>()
    // Of each form the number of its dimension; of each statement how many figures state it, and of each figure which.
    var dimensions: [Int] = []
    var counts: [Int] = []
    var stated: [Int] = []
    all.reserveCapacity(report.figures.count)
    stated.reserveCapacity(report.figures.count)
    let isOfZone = PlaceScope.isZone(report.district.name)
    for (index, figure) in report.figures.enumerated() {
      let placed = Catalogue.match(figure, in: report.text.bytes, isOfZone: isOfZone)
      let place = placed?.place ?? .max
      let countsPeople = place != .max && Catalogue.all[place].dimension == .persons
      let form = keys.number(of: FormKey(figure, countsPeople: countsPeople, &texts))
      if form == forms.count {
        forms.append(FigureForm(figure, countsPeople: countsPeople))
        dimensions.append(texts.number(of: forms[form].scale.dimension))
      }
      all.append(
        FigureFacts(match: placed?.match, indicatorPlace: place, form: form, years: PeriodYears(figure.period)))
      let number = statements.number(of: Statement(figure, all[index], dimension: dimensions[form], &texts))
      if number == counts.count { counts.append(0) }
      counts[number] += 1
      stated.append(number)
    }
    rank(report, by: stated, counts)
  }

  /// Gives the figures that state one thing their places.
  /// - Parameters:
  ///   - stated: what each figure states.
  ///   - counts: how many figures state each thing.
  private mutating func rank(_ report: Report, by stated: [Int], _ counts: [Int]) {
    let rivals = stated.indices.filter { counts[stated[$0]] > 1 }
      .map { (stated: stated[$0], doubt: Doubt(report.figures[$0], in: report), figure: $0) }
      .sorted { ($0.stated, $0.doubt, $0.figure) < ($1.stated, $1.doubt, $1.figure) }
    var place = 0
    for (rank, rival) in rivals.enumerated() {
      place = rank > 0 && rivals[rank - 1].stated == rival.stated ? place + 1 : 1
      all[rival.figure].place = place
    }
  }

  /// What makes a form, in numbers: the same for the same ``FigureForm``.
  private struct FormKey: NumberedKey {
    var unit: Int
    /// Kind, measure, comparator, flags, headline, state, yardstick, people.
    var rest: UInt64

    init(_ figure: Figure, countsPeople: Bool, _ texts: inout NumberedTexts) {
      unit = texts.number(of: figure.unit)
      var rest = UInt64(figure.kind == .target ? 1 : 0)
      rest = rest << 4 | figure.measure.number
      rest = rest << 4 | figure.comparator.number
      rest = rest << 4 | (figure.flags.isEmpty ? 0 : figure.flags.reduce(0) { $0 | $1.bit })
      rest = rest << 1 | (figure.isHeadline ? 1 : 0)
      rest = rest << 1 | (figure.isState ? 1 : 0)
      rest = rest << 4 | (figure.yardstick.map { $0.comparator.number } ?? 0)
      rest = rest << 2 | (figure.yardstick.map { $0.quantity == .zero ? 1 : 2 } ?? 0)
      self.rest = rest << 1 | (countsPeople ? 1 : 0)
    }

    var mixed: UInt64 { UInt64(unit) &* 0x9e37_79b9_7f4a_7c15 ^ rest }
  }

  /// What several figures of a report can state alike.
  private struct Statement: NumberedKey {
    /// Of the catalogue or, below 0, of the report's words for an indicator that it does not know.
    var indicator: Int
    var scope: Int
    /// Kind, definition, measure.
    var rest: UInt64
    var dimension: Int
    var years: PeriodYears

    init(_ figure: Figure, _ facts: FigureFacts, dimension: Int, _ texts: inout NumberedTexts) {
      indicator = facts.match == nil ? -1 - texts.number(of: figure.indicator) : facts.indicatorPlace
      scope = texts.number(of: facts.match?.scope ?? "")
      rest = figure.measure.number << 2 | (figure.kind == .target ? 1 : 0)
      if facts.match?.isFormerDefinition == true { rest |= 2 }
      self.dimension = dimension
      years = facts.years
    }

    var mixed: UInt64 {
      let place = UInt64(bitPattern: Int64(indicator)) << 24 ^ UInt64(scope) << 12 ^ UInt64(dimension) << 6 ^ rest
      let time = UInt64(truncatingIfNeeded: (years.last ?? 0) &* 64 &+ (years.first ?? 0))
      return place &* 0x9e37_79b9_7f4a_7c15 ^ time
    }
  }

  /// What speaks against a figure, the weightiest first.
  private struct Doubt: Comparable {
    private let weight: Int

    init(_ figure: Figure, in report: Report) {
      let isFlagged = !figure.flags.isEmpty
      let isOutOfPlace = report.sections[figure.section].kind != (figure.kind == .target ? .plan : .review)
      let isOrdinary = !figure.isHeadline
      let hasNoNumber = figure.low == nil
      weight = (isFlagged ? 8 : 0) + (isOutOfPlace ? 4 : 0) + (isOrdinary ? 2 : 0) + (hasNoNumber ? 1 : 0)
    }

    static func < (one: Doubt, other: Doubt) -> Bool { one.weight < other.weight }
  }
}

extension Measure {
  fileprivate var number: UInt64 {
    switch self {
    case .level: 1
    case .change: 2
    case .rank: 3
    }
  }
}

extension Comparator {
  fileprivate var number: UInt64 {
    switch self {
    case .equal: 1
    case .about: 2
    case .atLeast: 3
    case .moreThan: 4
    case .atMost: 5
    case .lessThan: 6
    case .range: 7
    case .reference: 8
    }
  }
}

extension FigureFlag {
  fileprivate var bit: UInt64 {
    switch self {
    case .implausible: 1
    case .masked: 2
    case .ambiguous: 4
    }
  }
}
