/// The years that a stretch of text speaks of, from the headings above it and from the openings of its paragraphs
/// (`五年来，…`, `刚过去的2001年，…`), which hold until another opening or the next part of the report.
struct PeriodContext {
  private let outline: Outline
  /// Marks of the headings, handed down; parallel to the outline's sections.
  private let headings: [PeriodMark?]
  /// Top section of each section.
  private let tops: [Int]
  /// For top sections of the plan without years of their own: the span in the heading before them.
  private let inherited: [PeriodMark?]
  /// Sections whose heading names a year beside its span (`“十二五”时期及2015年回顾`): the text turns from one to the other.
  private let withYear: Set<Int>
  /// Whether the plan has turned to the report's own year.
  private var hasTurned = false
  private var running: (top: Int, section: Int, mark: PeriodMark, isLocal: Bool)?

  init(outline: Outline, tokenizer: borrowing Tokenizer) {
    self.outline = outline
    var headings: [PeriodMark?] = []
    var tops: [Int] = []
    var withYear: Set<Int> = []
    var tokens = TokenizedText()
    for (index, (section, node)) in zip(outline.sections, outline.nodes).enumerated() {
      let known = tokens.periods.count
      if tokenizer.mayNameYears(node.heading) { tokenizer.tokenize(node.heading, isHeading: true, into: &tokens) }
      let own = tokens.periods[known...]
      // A heading that names two periods leaves it to the text, but `过去五年和2021年工作回顾` begins with the years.
      if section.depth <= 2, let first = own.first, own.count == 1 || first.isSpan {
        headings.append(first)
        let namesYear = own.dropFirst().contains { !$0.isSpan }
        if namesYear { withYear.insert(index) }
      } else {
        headings.append(own.isEmpty ? section.parent.flatMap { headings[$0] } : nil)
      }
      tops.append(section.parent.map { tops[$0] } ?? index)
    }
    self.withYear = withYear
    inherited = Self.spansOfFollowing(outline, headings)
    self.headings = headings
    self.tops = tops
  }

  /// Notes how a paragraph opens: spans hold on, and so does the year in hand; another year is an episode.
  mutating func open(_ opening: Opening, section: Int, calendar: ReportCalendar) {
    let reportYear = calendar.reportYear
    let top = tops[section]
    if let current = running, current.top != top { running = nil }
    let mark = opening.mark
    let inHand: Bool
    switch mark.rule {
    // What lies behind is looked back on in passing where the text plans.
    case .span(_, let last): inHand = !isPlan(section) || reportYear.map { last >= $0 } ?? true
    // `2008年以来引进资金…`: within a review of several years, or behind other figures, a sentence's own.
    case .since:
      let isWithinSpan = headings[section]?.isSpan == true || running?.mark.isSpan == true
      inHand = opening.draftsBefore == 0 && !isWithinSpan
    // `过去一年` is looked back on in passing where the text plans.
    case .relative(let first, let last): inHand = first < last || !isPlan(section)
    // `明年` in a report read out in December is the year it plans; `去年` in a plan is looked back on in passing.
    case .calendar(let offset):
      inHand = offset <= 0 && !isPlan(section) || calendar.thisYear.map { $0 + offset == reportYear } == true
    case .year(let year):
      // In a review of several years, the last of them is a sentence's own.
      let endsSpan =
        !opening.isTopic && !withYear.contains(section) && !withYear.contains(top)
        && headings[section].map { Self.ends($0, in: year, reportYear: reportYear) } == true
      inHand =
        !mark.isDeadline && !endsSpan && reportYear.map { year == $0 || (year == $0 - 1 && !isPlan(section)) } == true
    case .present, .years: inHand = false
    }
    if inHand { running = (top, section, mark, opening.isLocal) }
    if inHand, isPlan(section), !mark.isSpan { hasTurned = true }
  }

  // MARK: - Years

  /// Whether a span of years ends with a year.
  private static func ends(_ mark: PeriodMark, in year: Int, reportYear: Int?) -> Bool {
    switch mark.rule {
    case .span(let first, let last): first < last && last == year
    case .since: reportYear == year + 1
    case .relative(let first, let last): first < last && reportYear.map { $0 + last } == year
    case .year, .calendar, .present, .years: false
    }
  }

  /// Whether the heading above a section's text names one year and no others.
  func isOfOneYear(_ section: Int) -> Bool {
    headings[section]?.isOneYear == true && !withYear.contains(section) && !withYear.contains(tops[section])
  }

  private func isPlan(_ section: Int) -> Bool { outline.sections[section].kind == .plan }

  /// The years that a section's heading names, or else those above it.
  func ofHeadings(above section: Int) -> PeriodMark? { headings[section] }

  /// The years of what says nothing of its own.
  func mark(in section: Int) -> PeriodMark? {
    // A heading's own years hold below it until a paragraph there opens with others.
    if let running, running.top == tops[section],
      running.section == section || running.isLocal && outline.sections[section].parent == running.section
        || !running.isLocal && headings[section] == headings[tops[section]]
    {
      return running.mark
    }
    return headings[section] ?? (hasTurned ? nil : inherited[tops[section]])
  }

  /// `二、“十一五”时期的奋斗目标`, `三、…`, `四、…`: the parts behind go on with its years until the text turns to one.
  private static func spansOfFollowing(_ outline: Outline, _ headings: [PeriodMark?]) -> [PeriodMark?] {
    var last: PeriodMark?
    return outline.sections.indices.map { index in
      let section = outline.sections[index]
      guard section.parent == nil, section.depth == 1 else { return nil }
      guard section.kind == .plan else {
        last = nil
        return nil
      }
      if let own = headings[index] {
        last = own.isSpan ? own : nil
        return nil
      }
      return last
    }
  }
}
