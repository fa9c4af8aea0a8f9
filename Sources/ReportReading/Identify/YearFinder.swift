/// Finds the year whose work and targets a report sets out: everything that dates it is weighed together.
struct YearFinder {
  let frame: IdentityFrame
  /// The level of the unit, which tells when its governments begin their terms.
  let level: DistrictLevel?
  private var tally = YearTally()
  private var maskedYears = 0
  private var maskedTitle = false
  private var titleYears: Set<Int> = []
  /// The session was in autumn, when some plan the next year and some the rest of this one.
  private var isAutumnSession = false

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
    finder.readReviewedTitles()

    if finder.tally.ranked(0...3).isEmpty { finder.readLoneOutcomes() }
    let conclusion = YearConclusion(
      frame: frame, tally: finder.tally, bounds: dated.bounds, titleYears: finder.titleYears,
      isMasked: finder.maskedTitle || finder.maskedYears >= 2, isAutumnSession: finder.isAutumnSession)
    return conclusion.conclude()
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
          frame.clue("title-date", title.scan, mention.range.lowerBound..<date.end))
      } else {
        undated.append((year, mention.range))
      }
    }
    guard let latest = undated.max(by: { $0.year < $1.year }) else { return }
    // `2018年上半年工作总结和下半年安排` is of that year.
    let isHalf = Bytes.has(bytes, Self.firstHalf, at: latest.range.upperBound)
    let reviewed = undated.count == 1 && !isHalf && isReview(title.scan, latest.range)
    let year = reviewed ? latest.year + 1 : latest.year
    titleYears.insert(year)
    tally.add(.title, year, reviewed ? 30 : 50, frame.clue("title", title.scan, latest.range))
  }

  private static let firstHalf = Array("上半年".utf8)

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
        isAutumnSession = (9...11).contains(date.month)
        tally.add(
          .session, planned, date.isFull ? 50 : 40,
          frame.clue("session", scan, mention.range.lowerBound..<date.end))
      }
    }
  }

  /// A session in the last months of a year plans the next one.
  private static func planned(_ year: Int, _ month: Int) -> Int { month >= 10 ? year + 1 : year }

  /// The rest of a date, with or without its day.
  private func date(_ bytes: [UInt8], after mention: IdentityScan.YearMention) -> (month: Int, end: Int, isFull: Bool)?
  {
    guard let month = Bytes.smallNumber(bytes, at: mention.range.upperBound), (1...12).contains(month.value),
      Bytes.has(bytes, Bytes.month, at: month.end)
    else { return nil }
    let end = month.end + 3
    guard let day = Bytes.smallNumber(bytes, at: end), (1...31).contains(day.value),
      Bytes.has(bytes, Bytes.day, at: day.end)
    else { return (month.value, end, false) }
    return (month.value, day.end + 3, true)
  }

  private func isPosting(_ scan: IdentityScan, before range: Range<Int>, in paragraph: Range<Int>) -> Bool {
    let words = IdentityWords.standard.words
    return scan.hits(in: paragraph.lowerBound..<range.lowerBound).contains {
      words[scan.hits[$0].word].kind == .posting
    }
  }

  /// A page title that names the year reviewed (`2004年…政府工作报告` over a text whose heading reviews 2004 and whose
  /// targets are those of 2005): heading and targets, or the first year of a plan, together outweigh it.
  private mutating func readReviewedTitles() {
    for year in titleYears where tally.weight(year, .session) == 0 {
      let body = tally.clues(for: year + 1, limit: 20)
      let headings = ["review-heading", "plan-heading", "heading"]
      guard let heading = body.first(where: { headings.contains($0.rule.description) }) else { continue }
      // Its targets, or `今年是“十一五”规划的第一年`.
      let setsTargets =
        body.contains { $0.rule.description == "plan" } && tally.weight(year + 1, .statement) >= 15
      let opensPlan = body.contains { $0.rule.description == "five-year-plan" }
      guard setsTargets || opensPlan, tally.weight(year + 1, 2...3) > 2 * tally.weight(year, 2...3) else { continue }
      tally.add(.session, year + 1, 40, Clue(rule: "reviewed-title", range: heading.range, origin: heading.origin))
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
      .statement, most.key + 1, 15, frame.clue("outcomes", frame.body, most.value.first))
  }

  /// An excerpt may report outcomes of one year and say nothing else: its report is the next year's.
  private mutating func readLoneOutcomes() {
    let scan = frame.body
    let done = scan.years.filter { mention in
      mention.year.map { use(of: mention, year: $0) == .done } == true && !frame.isGlossary(mention.range.lowerBound)
    }
    guard let latest = done.max(by: { ($0.year ?? 0) < ($1.year ?? 0) }), let year = latest.year else { return }
    tally.add(.statement, year + 1, 10, frame.clue("outcomes", scan, latest.range))
  }

  private mutating func count(_ year: Int, _ use: Use, _ range: Range<Int>, heading: Bool) {
    let scan = frame.body
    switch use {
    case .aim, .plan:
      tally.add(
        heading ? .heading : .statement, year, heading ? 30 : use == .aim ? 20 : 10,
        frame.clue(heading ? "plan-heading" : "plan", scan, range))
    case .review:
      tally.add(
        heading ? .heading : .statement, year + 1, heading ? 25 : 6,
        frame.clue(heading ? "review-heading" : "review", scan, range))
    case .done where !heading: break
    case .neutral, .done:
      guard heading else { return }
      if endsWithWork(range.upperBound) {
        tally.add(.heading, year, 20, frame.clue("plan-heading", scan, range))
        return
      }
      guard let kind = sectionKind(at: range.lowerBound) else { return }
      let planned = kind == .plan ? year : year + 1
      tally.add(.heading, planned, 10, frame.clue("heading", scan, range))
    case .recalled: tally.add(.statement, year, 4, frame.clue("plan", scan, range))
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
    if let next = scan.startOfYear(from: range.upperBound) { end = min(end, next) }
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
}
