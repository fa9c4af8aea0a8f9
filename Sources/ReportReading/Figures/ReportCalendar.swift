/// What a report's own calendar says: its year, which year `今年` is, and which printed year cannot be believed.
struct ReportCalendar: Sendable {
  /// The year whose work the report sets out, if known.
  var reportYear: Int?
  /// The year the speaker calls `今年`: the one before where the session is held in December.
  var thisYear: Int?
  /// The year called `今年` where the report looks back: the one before where its session was held before the turn of the year.
  var thisYearInReview: Int?
  /// The year looked back on where the text does not say: the one before, or its own halfway through it.
  var reviewedYear: Int?
  /// A year that a copying site printed in place of others: where it stands, the report's own year is meant.
  var misprintedYear: Int?

  init(reportYear: Int? = nil) {
    self.reportYear = reportYear
    thisYear = reportYear
    thisYearInReview = reportYear
    reviewedYear = reportYear.map { $0 - 1 }
  }

  /// What the period words of a text tell of its calendar.
  struct Tally: Sendable {
    /// How often the plan says `今年`.
    fileprivate var this = 0
    /// How often it says `明年`: more than that where the session is held in December.
    fileprivate var next = 0
    /// How often each year stands.
    fileprivate var years: [Int: Int] = [:]

    /// - Parameters:
    ///   - tokens: those of some paragraphs.
    ///   - first: the number of the first of these.
    mutating func add(_ tokens: TokenizedText, from first: Int, _ outline: Outline) {
      for (number, paragraph) in tokens.paragraphs.enumerated() {
        let isPlan = outline.sections[Int(outline.sectionOfParagraph[first + number])].kind == .plan
        for mark in tokens.periods[paragraph.periods] {
          switch mark.rule {
          case .calendar(0) where isPlan: this += 1
          case .calendar(1) where isPlan: next += 1
          case .year(let year): years[year, default: 0] += 1
          default: break
          }
        }
      }
    }
  }

  /// - Parameters:
  ///   - year: the report's year and how it is known.
  ///   - tally: of all paragraphs.
  ///   - isOfHalves: whether the report looks back on the first half of its year and ahead to the second.
  init(_ year: YearFinding, _ tally: Tally, isOfHalves: Bool = false) {
    self.init(reportYear: year.year)
    guard let reportYear else { return }
    if isOfHalves { reviewedYear = reportYear }
    if tally.next > tally.this { thisYear = reportYear - 1 }
    thisYearInReview = Self.isHeldBefore(reportYear, year) ? reportYear - 1 : thisYear
    // The stated year lost against dated evidence: the year printed most is the site's.
    if year.basis == .inferred, let most = tally.years.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      most.value >= 3, most.key > reportYear + 1, most.value * 2 > tally.years.values.reduce(0, +)
    {
      misprintedYear = most.key
    }
  }

  /// Whether the date of the session lies in the year before the report's.
  private static func isHeldBefore(_ reportYear: Int, _ year: YearFinding) -> Bool {
    let digits = Array("〇一二三四五六七八九")
    let before = String(reportYear - 1)
    let inWords = String(before.compactMap(\.wholeNumberValue).map { digits[$0] })
    let dates = year.evidence.filter { $0.rule == "session" || $0.rule == "title-date" }
    return !dates.isEmpty && dates.allSatisfy { $0.quote.hasPrefix(before) || $0.quote.hasPrefix(inWords) }
  }
}
