/// The years that a clause names, and those that are none of its figures.
extension ClauseParser {
  /// What the clause says of years, for it and for what follows.
  func notePeriod(of clause: Tokens, carry: inout Carry) {
    if let mark = clause.last(where: {
      $0.kind == .period && !isComparisonBase($0, in: clause) && !isWithinObject($0, of: clause)
    }) {
      let mark = text.periods[Int(mark.index)]
      // `预计` within a span of years does not change it where `到2025年` or the like was said.
      // `五年累计…` and `预计…` leave a deadline as it is.
      // `2013年，生产总值预计完成…` neither.
      let isNamed = mark.rule == .present && carry.period?.isNamedYear == true
      if !isNamed, !mark.isLoose || carry.period?.isDeadline != true { carry.period = mark }
    }
    if let year = comparedYear(in: clause) { carry.comparedYear = year }
  }

  /// `与2015年相比，`, `比2015年，`: what the changes of the sentence are held against.
  private func comparedYear(in clause: Tokens) -> Int? {
    for at in clause.indices.prefix(3).dropFirst() where clause[at].kind == .period {
      guard case .year(let year) = text.periods[Int(clause[at].index)].rule else { continue }
      let opens = clause[at - 1].classes.contains(.than) || clause[at - 1].classes.contains(.conj)
      let closes = at + 1 < clause.endIndex && bytes.hasText("相比", at: clause[at + 1].range.lowerBound)
      if opens, closes || at + 1 == clause.endIndex && clause[at - 1].classes.contains(.than) { return year }
    }
    return nil
  }

  /// `是“十一五”时期的1.9倍`, `是五年前的2.2倍`: years that a change is held against.
  func applyBaseOfYears(to figure: inout DraftFigure, member: Member) {
    guard figure.measure == .change, !figure.isStart else { return }
    for token in member.leftTokens.reversed() {
      if token.kind == .period, isComparisonBase(token, in: member.clause),
        case .span(let first, let last) = text.periods[Int(token.index)].rule
      {
        figure.period = PeriodMark(rule: .span(last + 1, last + (last - first + 1)))
        figure.followsSpan = true
        figure.hasBase = false
        return
      }
      if token.kind == .word, token.classes.contains(.base), bytes.hasText("五年前", at: token.range.lowerBound) {
        figure.baseDistance = 5
        return
      }
    }
  }

  /// `累计完成投资3743亿元，是“十一五”时期的1.9倍`: the sum is one of the same years.
  func spreadYears(over drafts: inout [DraftFigure], from start: Int, stated: [Words]) {
    for i in start..<drafts.count where drafts[i].followsSpan {
      let name = drafts[i].indicator
      guard
        let level = drafts[..<i].lastIndex(where: { $0.indicator == name }), level >= start || stated.contains(name),
        drafts[level].measure == .level, drafts[level].unit.isOne(of: ["元", "美元"]),
        !lists.standings.contains(where: { name.firstRange(of: $0) != nil })
      else { continue }
      // `五年累计完成投资31亿元，比“十二五”时期增加22亿元`
      if let own = drafts[level].period, own.isSpan {
        drafts[i].period = own
      } else {
        drafts[level].period = drafts[i].period
      }
      drafts[level].isState = false
    }
  }

  /// `顶住2019年投资调减的压力`: a year of the verb's object, in a clause without figures.
  private func isWithinObject(_ token: Token, of clause: Tokens) -> Bool {
    // `用好4年2.5亿元的资金`: the years of that sum.
    if case .years = text.periods[Int(token.index)].rule,
      let at = clause.firstIndex(where: { $0.range == token.range }),
      at + 1 < clause.endIndex, clause[at + 1].kind == .quantity
    {
      return true
    }
    if text.periods[Int(token.index)].isSpan { return isSpanOfObject(token, of: clause) }
    guard case .year = text.periods[Int(token.index)].rule, !text.periods[Int(token.index)].isDeadline,
      !clause.contains(where: { $0.kind == .quantity || $0.kind == .rank }),
      let at = clause.firstIndex(where: { $0.range == token.range }), at > clause.startIndex, at + 1 < clause.endIndex
    else { return false }
    let before = clause[at - 1]
    return clause[at + 1].kind == .text && (before.classes.contains(.act) || before.kind == .text)
  }

  /// `对全市近五年4.37万名学生…`, `2016年是本届政府最后一年`, `为近五年最高`: years of a thing, or of a record.
  private func isSpanOfObject(_ token: Token, of clause: Tokens) -> Bool {
    guard let at = clause.firstIndex(where: { $0.range == token.range }), at > clause.startIndex else { return false }
    let before = clause[at - 1]
    let isRecord = ["是", "为", "创", "居"].contains { bytes.hasText($0, at: before.range.upperBound - 3) }
    if isRecord { return at + 1 < clause.endIndex }
    return clause[..<at].suffix(2).contains { $0.range.count == 3 && bytes.hasText("对", at: $0.range.lowerBound) }
  }

  /// Whether a year is the base of a comparison (`比2001年`, `是2001年的8.1倍`).
  func isComparisonBase(_ token: Token, in clause: Tokens) -> Bool {
    guard let at = clause.firstIndex(where: { $0.range == token.range }), at > clause.startIndex else { return false }
    let before = clause[at - 1]
    if !before.classes.isDisjoint(with: [.than, .from, .gap, .pre]) { return true }
    // `比历史最高的1984年增产…`
    if before.classes.contains(.of), clause[..<at].suffix(4).contains(where: { $0.classes.contains(.than) }) {
      return true
    }
    if at + 1 < clause.endIndex, bytes.hasText("相比", at: clause[at + 1].range.lowerBound) { return true }
    if at + 1 < clause.endIndex, clause[at + 1].kind == .text,
      ["水平", "同期", "实际", "基础"].contains(where: { bytes.hasText($0, at: clause[at + 1].range.lowerBound) })
    {
      return true
    }
    if at + 2 < clause.endIndex, clause[at + 1].classes.contains(.of),
      ["基础", "水平", "同期"].contains(where: { bytes.hasText($0, at: clause[at + 2].range.lowerBound) })
    {
      return true
    }
    guard before.kind == .word, before.classes.contains(.level), at + 1 < clause.endIndex else { return false }
    return clause[at + 1].classes.contains(.of)
  }
}
