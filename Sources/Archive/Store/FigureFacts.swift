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
    var numbers = TextNumbers()
    var known: [FormKey: Int] = [:]
    var rivals: [Statement: [Int]] = [:]
    all.reserveCapacity(report.figures.count)
    let isOfZone = PlaceScope.isZone(report.district.name)
    for (index, figure) in report.figures.enumerated() {
      let match = Catalogue.match(figure, in: report.text.bytes, isOfZone: isOfZone)
      let place = match.map { Catalogue.place(of: $0.id) } ?? .max
      let countsPeople = place != .max && Catalogue.all[place].dimension == .persons
      let key = FormKey(figure, countsPeople: countsPeople, &numbers)
      let form = known[key] ?? forms.count
      if form == forms.count {
        forms.append(FigureForm(figure, countsPeople: countsPeople))
        known[key] = form
      }
      let years = PeriodYears(figure.period)
      all.append(FigureFacts(match: match, indicatorPlace: place, form: form, years: years))
      rivals[Statement(figure, all[index], forms[form], &numbers), default: []].append(index)
    }
    for indices in rivals.values where indices.count > 1 {
      let ranked = indices.map { ($0, Doubt(report.figures[$0], in: report)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      for (place, (index, _)) in ranked.enumerated() { all[index].place = place + 1 }
    }
  }

  /// What makes a form, in numbers: the same for the same ``FigureForm``.
  private struct FormKey: Hashable {
    var unit: Int
    /// Kind, measure, comparator, flags, headline, state, yardstick, people.
    var rest: UInt64

    init(_ figure: Figure, countsPeople: Bool, _ numbers: inout TextNumbers) {
      unit = numbers[figure.unit]
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
  }

  /// What several figures of a report can state alike.
  private struct Statement: Hashable {
    var isTarget: Bool
    /// Of the catalogue's id or, for an indicator that it does not know, of the report's words.
    var indicator: Int
    var scope: Int
    var isFormer: Bool
    var measure: UInt64
    var dimension: Int
    var period: Int

    init(_ figure: Figure, _ facts: FigureFacts, _ form: FigureForm, _ numbers: inout TextNumbers) {
      isTarget = figure.kind == .target
      indicator = numbers[facts.match?.id ?? figure.indicator]
      scope = numbers[facts.match?.scope ?? ""]
      isFormer = facts.match?.isFormerDefinition == true
      measure = figure.measure.number
      dimension = numbers[form.scale.dimension]
      period = numbers[figure.period]
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

/// Numbers for the texts that recur within a report, so that what is made of them is compared as numbers. The text's bytes
/// count, so that no rule of Unicode is asked.
private struct TextNumbers {
  private struct Key: Hashable {
    var text: String

    static func == (one: Key, other: Key) -> Bool {
      one.text.utf8.count == other.text.utf8.count && one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      // Because the buffer is valid within this closure and only read.
      text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var numbers: [Key: Int] = [:]

  /// 0 for the empty text.
  subscript(text: String) -> Int {
    mutating get {
      if text.isEmpty { return 0 }
      let key = Key(text: text)
      if let number = numbers[key] { return number }
      numbers[key] = numbers.count + 1
      return numbers.count
    }
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
