/// What a report's own calendar says: its year, which year `今年` is, and which printed year cannot be believed.
struct ReportCalendar: Sendable {
  /// The year whose work the report sets out, if known.
  var reportYear: Int?
  /// The year the speaker calls `今年`: the one before where the session is held in December.
  var thisYear: Int?
  /// A year that a copying site printed in place of others: where it stands, the report's own year is meant.
  var misprintedYear: Int?

  init(reportYear: Int? = nil) {
    self.reportYear = reportYear
    thisYear = reportYear
  }

  /// - Parameters:
  ///   - year: the report's year and how it is known.
  ///   - tokens: the tokens of the paragraphs.
  ///   - outline: tells the plan, where `明年` against `今年` tells a session held in December.
  init(_ year: YearFinding, tokens: TokenizedText, outline: Outline) {
    self.init(reportYear: year.year)
    guard let reportYear else { return }
    var this = 0
    var next = 0
    var years: [Int: Int] = [:]
    for (number, paragraph) in tokens.paragraphs.enumerated() {
      let isPlan = outline.sections[Int(outline.sectionOfParagraph[number])].kind == .plan
      for mark in tokens.periods[paragraph.periods] {
        switch mark.rule {
        case .calendar(0) where isPlan: this += 1
        case .calendar(1) where isPlan: next += 1
        case .year(let year): years[year, default: 0] += 1
        default: break
        }
      }
    }
    if next > this { thisYear = reportYear - 1 }
    // The stated year lost against dated evidence: the year printed most is the site's.
    if year.basis == .inferred, let most = years.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      most.value >= 3, most.key > reportYear + 1, most.value * 2 > years.values.reduce(0, +)
    {
      misprintedYear = most.key
    }
  }
}
