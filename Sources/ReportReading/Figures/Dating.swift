/// Decides whether a figure is a target or an outcome, and for which years it holds.
struct Dating {
  let kind: FigureKind
  /// `2020`, `2001-2007` or empty.
  let period: String

  /// - Parameters:
  ///   - section: what the section around it is for.
  ///   - calendar: the report's years.
  ///   - followsPlan: whether the section stands after the plan: the government's own reform is ahead there.
  init(draft: DraftFigure, section: SectionKind, calendar: ReportCalendar, followsPlan: Bool = false) {
    let section = section == .`self` ? (followsPlan ? SectionKind.plan : .review) : section
    var calendar = calendar
    if section == .review || section == .problems { calendar.thisYear = calendar.thisYearInReview }
    var mark = draft.period.flatMap { Self.years($0.rule, calendar) }
    // What is looked back on does not lie ahead, whatever the heading says.
    if section == .review, draft.ownPeriod == false, let year = calendar.reportYear, let first = mark?.first,
      first >= year
    {
      mark = nil
    }
    var ahead = Self.isAhead(draft, mark: mark, section: section, calendar: calendar)
    if draft.isStart { ahead = false }
    kind = ahead ? .target : .outcome
    if case .years(let count) = draft.period?.rule, let year = calendar.reportYear {
      mark = ahead ? (year, year + count - 1) : (year - count, year - 1)
    }
    period = Self.period(draft, mark: mark, isAhead: ahead, section: section, calendar: calendar)
  }

  /// First and last year of a mark; nil where they depend on whether the figure looks back or ahead.
  private static func years(_ rule: PeriodMark.Rule, _ calendar: ReportCalendar) -> (first: Int, last: Int)? {
    switch rule {
    case .year(let year):
      return year == calendar.misprintedYear ? nil : (year, year)
    case .span(let first, let last): return (first, last)
    case .since(let first):
      guard let year = calendar.reportYear else { return nil }
      return first < year ? (first, year - 1) : (first, first)
    case .relative(let first, let last):
      return calendar.reportYear.map { ($0 + first, $0 + last) }
    case .calendar(let offset): return calendar.thisYear.map { ($0 + offset, $0 + offset) }
    case .present, .years: return nil
    }
  }

  private static func isAhead(
    _ draft: DraftFigure, mark: (first: Int, last: Int)?, section: SectionKind, calendar: ReportCalendar
  ) -> Bool {
    // A number only hinted at (`两位数增长`) is flagged, and may be looked back on.
    if draft.comparator == .reference, draft.measure != .rank, !draft.flags.contains(.ambiguous) { return true }
    var ahead = section == .plan && draft.tense != .state
    if section == .other { ahead = draft.tense == .target || draft.statesTargets }
    guard let mark, let year = calendar.reportYear else { return ahead }
    if mark.last < year { return draft.tense == .target && section == .plan && draft.baseYear != nil }
    if mark.last > year { return true }
    return ahead || section != .review && section != .problems
  }

  private static func period(
    _ draft: DraftFigure, mark: (first: Int, last: Int)?, isAhead: Bool, section: SectionKind, calendar: ReportCalendar
  ) -> String {
    let present = isAhead ? calendar.reportYear : calendar.reviewedYear
    if draft.isStart { return start(draft, mark: mark, section: section, calendar: calendar) }
    if let streak = draft.streak, let present, !isAhead { return span(present - streak + 1, present) }
    let last = mark?.last ?? present
    let baseYear = draft.baseYear ?? draft.baseDistance.flatMap { distance in last.map { $0 - distance } }
    if let base = baseYear, draft.measure == .change, let last, base < last - 1 {
      return span(base, last)
    }
    guard let mark = mark ?? (draft.isAverage ? present.map { ($0, $0) } : nil) else {
      return present.map(Self.number) ?? ""
    }
    if mark.first == mark.last {
      if draft.isAverage, let year = calendar.reportYear {
        // Averages ahead are over a term or a plan of five years where the text does not say.
        if isAhead { return span(year, mark.last > year ? mark.last : year + 4) }
        // `2017年达到…，年均增长…`: over the years that the text looks back on, five where it does not say.
        if !isAhead, mark.last == year - 1 {
          let heading = draft.headingPeriod.flatMap { Self.years($0.rule, calendar) }
          let first = heading.flatMap { $0.first < $0.last ? $0.first : nil } ?? year - 5
          return span(first, mark.last)
        }
      }
      return number(mark.last)
    }
    return holdsForSpan(draft, isAhead: isAhead) ? span(mark.first, mark.last) : number(mark.last)
  }

  /// Within several years: averages, changes and amounts of work hold for the span, states and ranks for its end.
  private static func holdsForSpan(_ draft: DraftFigure, isAhead: Bool) -> Bool {
    if draft.isAverage { return true }
    if isAhead { return true }
    if draft.measure == .rank || (draft.hasBase && draft.unit != "倍") { return false }
    if draft.measure == .change { return true }
    return !draft.isState
  }

  /// The year of the starting value of `由…到…`: the one named, the one before a span, else the year before.
  private static func start(
    _ draft: DraftFigure, mark: (first: Int, last: Int)?, section: SectionKind, calendar: ReportCalendar
  ) -> String {
    if let base = draft.baseYear { return String(base) }
    if section == .plan { return "" }
    // `2005年到2010年，由…增加到…` names the year it starts from, `2006-2010年` the five years since.
    if let mark, mark.first % 5 == 0, mark.last == mark.first + 5 { return String(mark.first) }
    if let mark, mark.first < mark.last { return String(mark.first - 1) }
    let heading = draft.headingPeriod.flatMap { Self.years($0.rule, calendar) }
    if let heading, heading.first < heading.last, (mark ?? heading).last == heading.last {
      return String(heading.first - 1)
    }
    return calendar.reportYear.map { String($0 - 2) } ?? ""
  }

  private static func span(_ first: Int, _ last: Int) -> String {
    first >= last ? number(last) : number(first) + "-" + number(last)
  }

  /// A year as text, made once for those that reports name.
  private static func number(_ year: Int) -> String {
    known.indices.contains(year - firstKnown) ? known[year - firstKnown] : String(year)
  }

  private static let firstKnown = 1949
  private static let known = (firstKnown...2060).map { String($0) }
}
