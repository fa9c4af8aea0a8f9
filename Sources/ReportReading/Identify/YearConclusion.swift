/// What the weights come to: the year, its basis, and what must be distrusted.
struct YearConclusion {
  let frame: IdentityFrame
  let tally: YearTally
  let bounds: DatedBounds
  /// Years that the titles state.
  let titleYears: Set<Int>
  /// Years are blotted out in the title, or more than once in the text.
  let isMasked: Bool
  /// The session was in autumn, when some plan the next year and some the rest of this one.
  let isAutumnSession: Bool

  /// The year with its basis, and the flags that tell what to distrust.
  func conclude() -> (YearFinding, Set<ReportFlag>) {
    var flags: Set<ReportFlag> = []
    let stated = tally.ranked(0...3)
    guard let best = stated.first, best.weight >= 8 else {
      if isMasked { flags.insert(.yearMasked) }
      return (inferred(&flags, excluding: []), flags)
    }
    // A session's date was not copied over from another report; years in running text may have been.
    if bounds.contradicts(best.year), bounds.isTooEarly(best.year) || tally.dated != best.year {
      flags.insert(.yearContradiction)
      let other = stated.dropFirst().first { !bounds.contradicts($0.year) && $0.weight >= 30 }
      guard let other else { return (inferred(&flags, excluding: Set(stated.map(\.year))), flags) }
      return (finding(other.year, &flags), flags)
    }
    let year = decide(stated)
    if isMasked, tally.weight(year, 0...2) == 0 { flags.insert(.yearMasked) }
    if isContradicted(year) { flags.insert(.yearContradiction) }
    if isAutumnSession, tally.weight(year, 1...1) > 0, tally.weight(year, 2...3) + tally.weight(year, .title) < 8 {
      flags.insert(.yearUnknown)
    }
    return (finding(year, &flags), flags)
  }

  /// The stated year with the most weight, dated evidence included where two stand close together. Goals may be set for
  /// years far ahead: next to a date or a title only its year and its neighbours count.
  private func decide(_ stated: [(year: Int, weight: Double)]) -> Int {
    let anchor = tally.dated ?? (titleYears.count == 1 ? titleYears.first : nil)
    var near = stated.filter { abs($0.year - (anchor ?? $0.year)) <= 1 && !bounds.contradicts($0.year) }
    if near.isEmpty { near = stated }
    let close = near.filter { $0.weight >= near[0].weight * 0.7 }
    let best = close.max { tally.weight($0.year) < tally.weight($1.year) }
    return best?.year ?? stated[0].year
  }

  private func isContradicted(_ year: Int) -> Bool {
    if titleYears.contains(where: { $0 != year }) { return true }
    let own = tally.weight(year, 1...3)
    return tally.ranked(1...3).contains { $0.year != year && $0.weight >= 10 && $0.weight >= own * 0.6 }
  }

  private func evidence(for year: Int) -> [Evidence] {
    tally.clues(for: year, limit: 6).map { frame.evidence($0, for: String(year)) }
  }

  private func finding(_ year: Int, _ flags: inout Set<ReportFlag>) -> YearFinding {
    let basis: YearBasis = tally.weight(year, .title) > 0 ? .title : .text
    // One weak statement that the dated evidence does not bear out is no more than a guess.
    let inferred = tally.ranked(4...4)
    if tally.weight(year, 0...3) < 18, let other = inferred.first, other.year != year,
      other.weight > tally.weight(year, .inferred) * 1.3 + 3
    {
      flags.insert(.yearUnknown)
    }
    return YearFinding(year: year, basis: basis, evidence: evidence(for: year))
  }

  private func inferred(_ flags: inout Set<ReportFlag>, excluding: Set<Int>) -> YearFinding {
    let ranked = tally.ranked(4...4).filter { !excluding.contains($0.year) && !bounds.contradicts($0.year) }
    guard let best = ranked.first else {
      flags.insert(.yearUnknown)
      return YearFinding(year: nil, basis: .unknown, evidence: [])
    }
    // A guess among years that are about as likely is flagged.
    let second = ranked.dropFirst().first?.weight ?? 0
    if best.weight < 10 || second > best.weight * 0.62 { flags.insert(.yearUnknown) }
    return YearFinding(year: best.year, basis: .inferred, evidence: evidence(for: best.year))
  }
}
