/// Decides whether a figure is a target or an outcome, and for which years it holds.
struct Dating {
  let kind: FigureKind
  /// `2020`, `2001-2007` or empty.
  let period: String

  /// - Parameters:
  ///   - section: what the section around it is for.
  ///   - reportYear: the report's year, if known.
  init(draft: DraftFigure, section: SectionKind, reportYear: Int?) {
    let isAhead = Self.isAhead(draft, section: section, reportYear: reportYear)
    kind = isAhead ? .target : .outcome
    period = Self.period(draft, isAhead: isAhead, reportYear: reportYear)
  }

  private static func isAhead(_ draft: DraftFigure, section: SectionKind, reportYear: Int?) -> Bool {
    var ahead = section == .plan
    if section == .other || section == .`self` { ahead = draft.tense == .target }
    guard let mark = draft.period, let reportYear else { return ahead }
    switch mark.rule {
    case .year(let year):
      return year >= reportYear ? (section != .review || year > reportYear || mark.isDeadline) : false
    case .relative(_, let last): return last >= 0 && (ahead || section != .review)
    case .span(_, let last): return last >= reportYear && ahead
    case .since: return ahead
    }
  }

  private static func period(_ draft: DraftFigure, isAhead: Bool, reportYear: Int?) -> String {
    let present = reportYear.map { isAhead ? $0 : $0 - 1 }
    if let streak = draft.streak, let present { return span(present - streak + 1, present) }
    if let base = draft.baseYear, draft.measure == .change, let end = endYear(draft, reportYear: reportYear) ?? present
    {
      return span(base, end)
    }
    if draft.isStart { return present.map { String($0 - 1) } ?? "" }
    guard let mark = draft.period else { return present.map(String.init) ?? "" }
    switch mark.rule {
    case .year(let year): return String(year)
    case .span(let first, let last):
      return draft.isState && !isAhead && draft.measure == .level ? String(last) : span(first, last)
    case .since(let first): return present.map { span(first, $0) } ?? ""
    case .relative(let first, let last):
      guard let reportYear else { return "" }
      if draft.isState, !isAhead, draft.measure == .level, first != last { return String(reportYear + last) }
      return span(reportYear + first, reportYear + last)
    }
  }

  private static func endYear(_ draft: DraftFigure, reportYear: Int?) -> Int? {
    guard case .year(let year) = draft.period?.rule, year != draft.baseYear else { return nil }
    return year
  }

  private static func span(_ first: Int, _ last: Int) -> String { first >= last ? "\(last)" : "\(first)-\(last)" }
}
