/// Finds the year whose work and targets a report sets out: everything that dates it is weighed together.
struct YearFinder {
  let frame: IdentityFrame
  /// The level of the unit, which tells when its governments begin their terms.
  let level: DistrictLevel?
  private var tally = YearTally()
  /// Years before which the words of the text cannot stand, and after which its plans are history.
  private var bounds = DatedBounds()
  private var maskedYears = 0
  private var maskedTitle = false
  private var titleYears: Set<Int> = []

  init(_ frame: IdentityFrame, level: DistrictLevel?) {
    self.frame = frame
    self.level = level
  }

  static func find(_ frame: IdentityFrame, level: DistrictLevel?) -> (YearFinding, Set<ReportFlag>) {
    var finder = YearFinder(frame, level: level)
    for title in frame.titles { finder.readTitle(title) }
    finder.readHead()
    finder.readBody()
    var dated = DatedEvidence(frame, level: level)
    dated.read(into: &finder.tally)
    finder.bounds = dated.bounds
    return finder.conclude()
  }

  // MARK: Title and head

  private mutating func readTitle(_ title: IdentityFrame.View) {
    let bytes = title.scan.text.bytes
    var undated: [(year: Int, range: Range<Int>)] = []
    for mention in title.scan.years where title.range.contains(mention.range.lowerBound) {
      guard let year = mention.year else {
        maskedTitle = true
        continue
      }
      if isSpan(bytes, mention.range) { continue }
      if let date = date(bytes, after: mention) {
        guard title.range.lowerBound == 0 || !isPosting(title.scan, before: mention.range, in: title.range) else {
          continue
        }
        let planned = Self.planned(year, date.month)
        tally.add(
          .title, planned, 55,
          frame.evidence("title-date", title.scan, mention.range.lowerBound..<date.end, String(planned)))
      } else {
        undated.append((year, mention.range))
      }
    }
    guard let latest = undated.max(by: { $0.year < $1.year }) else { return }
    let reviewed = undated.count == 1 && isReview(title.scan, latest.range)
    let year = reviewed ? latest.year + 1 : latest.year
    titleYears.insert(year)
    tally.add(.title, year, reviewed ? 30 : 50, frame.evidence("title", title.scan, latest.range, String(year)))
  }

  /// The session's date.
  private mutating func readHead() {
    let scan = frame.body
    for paragraph in frame.headParagraphs {
      if frame.titles.contains(where: { $0.range == paragraph && $0.scan.text.bytes.count == scan.text.bytes.count }) {
        continue
      }
      for mention in scan.years where paragraph.contains(mention.range.lowerBound) {
        guard let year = mention.year, let date = date(scan.text.bytes, after: mention),
          !isPosting(scan, before: mention.range, in: paragraph)
        else { continue }
        let planned = Self.planned(year, date.month)
        tally.add(
          .session, planned, 50,
          frame.evidence("session", scan, mention.range.lowerBound..<date.end, String(planned)))
      }
    }
  }

  /// A session in the last months of a year plans the next one.
  private static func planned(_ year: Int, _ month: Int) -> Int { month >= 10 ? year + 1 : year }

  private func date(_ bytes: [UInt8], after mention: IdentityScan.YearMention) -> (month: Int, end: Int)? {
    guard let month = Bytes.smallNumber(bytes, at: mention.range.upperBound), (1...12).contains(month.value),
      Bytes.has(bytes, Bytes.month, at: month.end),
      let day = Bytes.smallNumber(bytes, at: month.end + 3), (1...31).contains(day.value),
      Bytes.has(bytes, Bytes.day, at: day.end)
    else { return nil }
    return (month.value, day.end + 3)
  }

  private func isPosting(_ scan: IdentityScan, before range: Range<Int>, in paragraph: Range<Int>) -> Bool {
    let words = IdentityWords.standard.words
    return scan.hits(in: paragraph.lowerBound..<range.lowerBound).contains {
      words[scan.hits[$0].word].kind == .posting
    }
  }

  // MARK: Body

  private enum Use { case aim, plan, recalled, review, done, neutral, none }

  private mutating func readBody() {
    let scan = frame.body
    var headings = frame.outline.nodes.map(\.heading).filter { !$0.isEmpty }.makeIterator()
    var heading = headings.next()
    var outcomes: [Int: (count: Int, first: Range<Int>)] = [:]
    for mention in scan.years {
      guard let year = mention.year else {
        maskedYears += 1
        continue
      }
      while let current = heading, current.upperBound <= mention.range.lowerBound { heading = headings.next() }
      let inHeading = heading?.contains(mention.range.lowerBound) ?? false
      if frame.isTitle(mention.range) || frame.isGlossary(mention.range.lowerBound) { continue }
      let inHead = mention.range.lowerBound < frame.head.upperBound
      if inHead, !inHeading, date(scan.text.bytes, after: mention) != nil { continue }
      let use = use(of: mention, year: year)
      if use == .done, sectionKind(at: mention.range.lowerBound) != .plan {
        outcomes[year, default: (0, mention.range)].count += 1
      }
      let short = inHeading || isHeadingLike(mention.range)
      count(year, short ? use : inSection(use, mention.range), mention.range, heading: short)
    }
    readOutcomes(outcomes)
  }

  /// The year whose outcomes the text reports most often is the one before the report's.
  private mutating func readOutcomes(_ outcomes: [Int: (count: Int, first: Range<Int>)]) {
    guard let most = outcomes.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }), most.value.count >= 3
    else {
      return
    }
    tally.add(
      .statement, most.key + 1, 15, frame.evidence("outcomes", frame.body, most.value.first, String(most.key + 1)))
  }

  private mutating func count(_ year: Int, _ use: Use, _ range: Range<Int>, heading: Bool) {
    let scan = frame.body
    switch use {
    case .aim, .plan:
      tally.add(
        heading ? .heading : .statement, year, heading ? 30 : use == .aim ? 20 : 10,
        frame.evidence(heading ? "plan-heading" : "plan", scan, range, String(year)))
    case .review:
      tally.add(
        heading ? .heading : .statement, year + 1, heading ? 25 : 6,
        frame.evidence(heading ? "review-heading" : "review", scan, range, String(year + 1)))
    case .done where !heading: break
    case .neutral, .done:
      guard heading else { return }
      if endsWithWork(range.upperBound) {
        tally.add(.heading, year, 20, frame.evidence("plan-heading", scan, range, String(year)))
        return
      }
      guard let kind = sectionKind(at: range.lowerBound) else { return }
      let planned = kind == .plan ? year : year + 1
      tally.add(.heading, planned, 10, frame.evidence("heading", scan, range, String(planned)))
    case .recalled: tally.add(.statement, year, 4, frame.evidence("plan", scan, range, String(year)))
    case .none: break
    }
  }

  /// Whether a heading ends with 工作 right after its year: `三、2006年工作`.
  private func endsWithWork(_ offset: Int) -> Bool {
    let bytes = frame.body.text.bytes
    return Self.work.contains {
      Bytes.has(bytes, $0, at: offset) && offset + $0.count < bytes.count && bytes[offset + $0.count] == 10
    }
  }

  private static let work = ["工作", "的工作", "政府工作"].map { Array($0.utf8) }

  /// A review recalls the targets that were set for it; what a plan says is a plan.
  private func inSection(_ use: Use, _ range: Range<Int>) -> Use {
    let kind = sectionKind(at: range.lowerBound)
    if use == .aim || use == .plan { return kind == .review ? .recalled : use }
    guard use == .neutral, Bytes.has(frame.body.text.bytes, Self.equals, at: range.upperBound) else { return use }
    return kind == .plan ? .plan : kind == .review ? .review : use
  }

  private static let equals = Array("是".utf8)

  private func sectionKind(at offset: Int) -> SectionKind? {
    let kind = frame.outline.sections[frame.outline.section(at: offset)].kind
    return kind == .plan || kind == .review ? kind : nil
  }

  /// Whether a year stands in a short paragraph without full stop.
  private func isHeadingLike(_ range: Range<Int>) -> Bool {
    let bytes = frame.body.text.bytes
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 10, range.lowerBound - start < 100 { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] != 10, end - start < 130 { end += 1 }
    guard end - start < 120, start == 0 || bytes[start - 1] == 10 else { return false }
    return Bytes.find(bytes, Self.fullStop, in: start..<end) == nil
  }

  private static let fullStop = Array("。".utf8)

  /// What the clause around a year says of it.
  private func use(of mention: IdentityScan.YearMention, year: Int) -> Use {
    let scan = frame.body
    let bytes = scan.text.bytes
    if isSpan(bytes, mention.range) || isMonth(bytes, mention.range.upperBound) { return .none }
    let words = IdentityWords.standard.words
    for i in scan.hits(in: max(0, mention.range.lowerBound - 15)..<mention.range.lowerBound) {
      let hit = scan.hits[i]
      let kind = words[hit.word].kind
      let gap = mention.range.lowerBound - hit.range.upperBound
      if kind == .mark, gap == 0 { return .none }
      if kind == .ahead, gap <= 3 { return .plan }
      if kind == .behind, gap <= 3 { return .review }
    }
    return clauseUse(scan, mention.range)
  }

  private func clauseUse(_ scan: IdentityScan, _ range: Range<Int>) -> Use {
    let words = IdentityWords.standard.words
    var end = IdentityFrame.clauseEnd(scan.text.bytes, from: range.upperBound, limit: 75)
    for other in scan.years where other.range.lowerBound >= range.upperBound && other.range.lowerBound < end {
      end = other.range.lowerBound
      break
    }
    var use = Use.neutral
    var isGoal = false
    for i in scan.hits(in: range.upperBound..<end) {
      switch words[scan.hits[i].word].kind {
      case .aim: use = .aim
      case .plan where use != .aim: use = .plan
      case .review: return .review
      case .done where use == .neutral && !isGoal: use = .done
      case .goal: isGoal = true
      default: break
      }
    }
    return use == .done && isGoal ? .neutral : use
  }

  private func isReview(_ scan: IdentityScan, _ range: Range<Int>) -> Bool { clauseUse(scan, range) == .review }

  /// Whether a year opens or closes a span, or is a date's or a deadline's year.
  private func isSpan(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    if range.lowerBound > 0 {
      let start = Bytes.characterStart(bytes, endingAt: range.lowerBound)
      if Self.dashes.contains(where: { Bytes.has(bytes, $0, at: start) }) {
        // A dash at the beginning of a line introduces the session's line.
        let before = start > 0 ? Bytes.characterStart(bytes, endingAt: start) : 0
        if start > 0, Bytes.digit(bytes, at: before) != nil || Bytes.has(bytes, Bytes.yearSign, at: before) {
          return true
        }
      }
    }
    return Self.afterSpan.contains { Bytes.has(bytes, $0, at: range.upperBound) }
  }

  /// Whether a year is that of a date: `2017年12月`.
  private func isMonth(_ bytes: [UInt8], _ offset: Int) -> Bool {
    Bytes.smallNumber(bytes, at: offset).map { Bytes.has(bytes, Bytes.month, at: $0.end) } ?? false
  }

  private static let dashes = ["—", "-", "~", "～", "–", "－", "至", "到"].map { Array($0.utf8) }
  private static let afterSpan = ["—", "-", "~", "～", "–", "－", "至", "到", "以来", "以前", "之前", "底", "末", "起", "前", "远景"]
    .map {
      Array($0.utf8)
    }

  // MARK: Conclusion

  private func conclude() -> (YearFinding, Set<ReportFlag>) {
    var flags: Set<ReportFlag> = []
    let masked = maskedTitle || maskedYears >= 2
    let stated = tally.ranked(0...3)
    guard let best = stated.first, best.weight >= 8 else {
      if masked { flags.insert(.yearMasked) }
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
    if masked, tally.weight(year, 0...2) == 0 { flags.insert(.yearMasked) }
    if isContradicted(year) { flags.insert(.yearContradiction) }
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

  private func finding(_ year: Int, _ flags: inout Set<ReportFlag>) -> YearFinding {
    let basis: YearBasis = tally.weight(year, .title) > 0 ? .title : .text
    // One weak statement that the dated evidence does not bear out is no more than a guess.
    let inferred = tally.ranked(4...4)
    if tally.weight(year, 0...3) < 18, let other = inferred.first, other.year != year,
      other.weight > tally.weight(year, .inferred) * 1.3 + 3
    {
      flags.insert(.yearUnknown)
    }
    return YearFinding(year: year, basis: basis, evidence: tally.evidence(for: year, limit: 6))
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
    return YearFinding(year: best.year, basis: .inferred, evidence: tally.evidence(for: best.year, limit: 6))
  }
}
