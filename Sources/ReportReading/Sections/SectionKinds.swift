/// Decides what each chapter of a report is for, and where the text turns without a heading.
///
/// A report looks back first and ahead then. Headings decide by their words and by their years against each other;
/// what they leave open is decided by the chapters around it, and last by the tense words of the paragraphs.
struct SectionKinds {
  /// A section of the top level.
  struct Chapter {
    var start: Int
    var paragraphs: Range<Int>
    var heading: Heading?
    var words: HeadingWords?
    var kind: SectionKind?
  }
  /// Turns of the text, by paragraph.
  private(set) var breaks: [Int: HeadingTree.Break] = [:]
  /// In document order.
  private(set) var chapters: [Chapter]

  private let features: [ParagraphFeatures]
  /// For each paragraph the style of the heading that it begins with.
  let headingStyles: [Numbering.Style?]

  /// Less text than this before the first heading (in characters) is only the address.
  static let shortestPreamble = 80
  /// Less weight of tense words than this does not decide that a text turns from past to future.
  static let turningWeight = 12
  /// More weight of tense words than this speaks against a heading whose words are weak.
  static let contradictingWeight = 60
  /// A year this far after the first is a horizon.
  static let horizon = 6

  init(
    _ bytes: [UInt8], _ places: WordPlaces, _ features: [ParagraphFeatures], _ headings: [Heading],
    _ events: [HeadingTree.Event]
  ) {
    self.features = features
    var styles: [Numbering.Style?] = Array(repeating: nil, count: features.count)
    for heading in headings where heading.end == nil { styles[heading.paragraph] = heading.style }
    headingStyles = styles
    chapters = Self.chapters(bytes, features, headings, events)
    decideByWords(bytes)
    decideByNeighbours()
    turnWithoutHeading()
    for chapter in chapters where chapter.kind == .review { endReview(chapter, bytes, places) }
    for chapter in chapters where chapter.kind != .glossary { breakOff(within: chapter) }
  }

  private static func chapters(
    _ bytes: [UInt8], _ features: [ParagraphFeatures], _ headings: [Heading], _ events: [HeadingTree.Event]
  ) -> [Chapter] {
    let top = events.filter { $0.depth == 1 && !$0.isReturn }
    var chapters: [Chapter] = []
    var paragraph = 0
    for (i, event) in top.enumerated() {
      let end = i + 1 < top.count ? top[i + 1].start : Int.max
      let first = paragraph
      while paragraph < features.count, features[paragraph].start < end { paragraph += 1 }
      let heading = event.heading.map { headings[$0] }
      chapters.append(
        Chapter(
          start: event.start, paragraphs: first..<paragraph, heading: heading,
          words: heading.map { HeadingWords(bytes, $0.range) }))
    }
    return chapters
  }

  /// The kind of the chapter that begins at an offset, nil where none does.
  func kind(ofChapterAt offset: Int, isHeaded: Bool) -> SectionKind? {
    let found = Ascending.first(of: chapters.indices, from: offset) { chapters[$0].start }
    guard found < chapters.count, chapters[found].start == offset, (chapters[found].heading != nil) == isHeaded else {
      return nil
    }
    return chapters[found].kind ?? .other
  }

  // MARK: - Chapters

  private mutating func decideByWords(_ bytes: [UInt8]) {
    let body = chapters.filter { $0.heading?.style != .attachment }.compactMap(\.words)
    // A distant year is a horizon (`2035年远景目标`), not the report's.
    let earliest = body.compactMap(\.year).min() ?? 0
    let years = Set(body.compactMap(\.year).filter { $0 < earliest + Self.horizon })
    let latestYear = years.max()
    let latestPlan = body.compactMap(\.fiveYearPlan).max()
    var isAfterPlan = false
    for i in chapters.indices {
      guard var words = chapters[i].words else { continue }
      if chapters[i].heading?.style == .attachment {
        chapters[i].kind = attachmentKind(chapters[i], words, bytes)
        continue
      }
      if let year = words.year, years.contains(year), let latest = latestYear {
        if year < latest { words.review += HeadingWords.overriding }
        if year == latest, years.count > 1 { words.plan += HeadingWords.decisive }
      } else if let plan = words.fiveYearPlan, let latestPlan, plan < latestPlan {
        words.review += HeadingWords.decisive
      }
      chapters[i].words = words
      chapters[i].kind = words.kind
      doubtWeakWords(i, isAfterPlan: isAfterPlan)
      if chapters[i].kind == .plan { isAfterPlan = true }
    }
  }

  /// Weak words of a heading give way to the tense of its text where that plainly says otherwise.
  private mutating func doubtWeakWords(_ i: Int, isAfterPlan: Bool) {
    guard let words = chapters[i].words, max(words.review, words.plan) < HeadingWords.overriding else { return }
    let weight = weight(chapters[i].paragraphs)
    switch chapters[i].kind {
    case .review:
      if weight > (isAfterPlan ? -Self.contradictingWeight : Self.contradictingWeight) { chapters[i].kind = nil }
    case .plan: if weight < -Self.contradictingWeight { chapters[i].kind = nil }
    default: break
    }
  }

  /// An attachment explains terms, or lists what is to be done.
  private func attachmentKind(_ chapter: Chapter, _ words: HeadingWords, _ bytes: [UInt8]) -> SectionKind {
    if let kind = words.kind, kind == .glossary || kind == .plan { return kind }
    if bytes[chapter.start..<features[chapter.paragraphs.lowerBound].range.upperBound].starts(with: "注：".utf8) {
      return .glossary
    }
    let next = chapter.paragraphs.lowerBound + 1
    guard next < chapter.paragraphs.upperBound else { return .other }
    let nextWords = HeadingWords(bytes, features[next].range)
    if let kind = nextWords.kind, kind == .glossary || kind == .plan { return kind }
    return .other
  }

  private mutating func decideByNeighbours() {
    // The next decided chapter of the report proper, gathered from the end so that it is found once for all.
    var next: [SectionKind?] = Array(repeating: nil, count: chapters.count + 1)
    for i in chapters.indices.reversed() {
      let kind = chapters[i].kind
      next[i] = kind == nil || kind == .glossary || kind == .other ? next[i + 1] : kind
    }
    if let first = chapters.first, first.heading == nil { decidePreamble() }
    var before: SectionKind?
    var i = 0
    while i < chapters.count {
      if let kind = chapters[i].kind {
        if kind != .other, kind != .problems { before = kind }
        i += 1
        continue
      }
      var end = i
      while end < chapters.count, chapters[end].kind == nil { end += 1 }
      decide(i..<end, before: before, after: next[end])
      before = chapters[end - 1].kind
      i = end
    }
  }

  /// Decides a run of chapters whose headings leave their kind open.
  private mutating func decide(_ run: Range<Int>, before: SectionKind?, after: SectionKind?) {
    let turn: Int
    if before == .plan || before == .self {
      turn = run.lowerBound
    } else if after == .review || after == .problems {
      turn = run.upperBound
    } else {
      turn = Self.turn(run.map { weight(chapters[$0].paragraphs) }) + run.lowerBound
    }
    for i in run { chapters[i].kind = i < turn ? .review : .plan }
  }

  /// Text before the first heading: the address to the assembly, or a part of the report, or both of its parts.
  private mutating func decidePreamble() {
    let isAlone = chapters.count == 1
    let paragraphs = chapters[0].paragraphs
    let text = paragraphs.filter { features[$0].characters > HeadingFinder.longestLine }
    let length = text.reduce(0) { $0 + features[$1].characters }
    let weight = paragraphs.reduce(0) { $0 + weightOfTurn(features[$1]) }
    let saysPlan = paragraphs.contains { features[$0].all.contains(.plan) }
    let beforeReview = !isAlone && chapters[1].kind == .review
    if !isAlone, !saysPlan, length < Self.shortestPreamble || abs(weight) < Self.turningWeight {
      chapters[0].kind = .other
    } else if beforeReview {
      chapters[0].kind = weight < -Self.turningWeight ? .review : .other
    } else if turns(chapters[0]) {
      chapters[0].kind = .review
    } else {
      chapters[0].kind = weight < 0 ? .review : .plan
    }
  }

  /// The tense words of paragraphs: positive looks ahead.
  private func weight(_ paragraphs: Range<Int>) -> Int {
    paragraphs.reduce(0) { $0 + features[$1].tense }
  }

  /// Where a sequence of weights is best cut into past (before) and future (from there on).
  private static func turn(_ weights: [Int]) -> Int {
    var best = 0
    var bestSum = 0
    var sum = 0
    for (i, weight) in weights.enumerated() {
      sum -= weight
      if sum >= bestSum { (best, bestSum) = (i + 1, sum) }
    }
    return best
  }

  // MARK: - Turns within a chapter

  /// A report whose plan has no heading of its own, or shares one with the review (`“十二五”成就和“十三五”目标`): the plan
  /// begins where the words turn.
  private mutating func turnWithoutHeading() {
    let body = chapters.indices.filter { chapters[$0].heading?.style != .attachment && chapters[$0].kind != .glossary }
    for i in body {
      guard let words = chapters[i].words, words.review >= HeadingWords.decisive, words.plan >= HeadingWords.decisive,
        words.fiveYearPlan != nil, chapters[i].kind == .plan || chapters[i].kind == .review
      else { continue }
      if turns(chapters[i]) { chapters[i].kind = .review }
    }
    let hasPlan = body.contains { chapters[$0].kind == .plan }
    guard !hasPlan, let last = body.last(where: { chapters[$0].kind != .self && chapters[$0].heading != nil }) else {
      return
    }
    let saysPlan = chapters[last].paragraphs.contains { features[$0].opening.contains(.plan) }
    if saysPlan { _ = turns(chapters[last]) }
  }

  /// Breaks a chapter in two where its paragraphs turn from past to future, if they plainly do.
  private mutating func turns(_ chapter: Chapter) -> Bool {
    let weights = chapter.paragraphs.map { weightOfTurn(features[$0]) }
    let cut = Self.turn(weights)
    guard cut > 0, cut < weights.count else { return false }
    let past = weights[..<cut].reduce(0, -)
    let future = weights[cut...].reduce(0, +)
    guard past >= Self.turningWeight, future >= Self.turningWeight else { return false }
    breaks[chapter.paragraphs.lowerBound + cut] = .chapter(.plan)
    return true
  }

  /// A review ends where the main targets of the coming year are set, whatever heading it stands under
  /// (`总体形势与工作要求` before the plan's own): there, or at the year's requirements just before.
  private mutating func endReview(_ chapter: Chapter, _ bytes: [UInt8], _ places: WordPlaces) {
    guard !chapter.paragraphs.contains(where: { breaks[$0] != nil }) else { return }
    var requirements: Int?
    for paragraph in chapter.paragraphs {
      if headingStyles[paragraph] != nil { requirements = nil }
      let feature = features[paragraph]
      let looksAhead = feature.tense > 0 && feature.opening.contains(.plan)
      if requirements == nil, looksAhead { requirements = paragraph }
      let announces =
        (looksAhead || feature.first.contains(.weigh)) && MainTargets.announces(bytes, places, feature)
        // `未来五年，要…`: what is ahead of a heading that was lost.
        || feature.opening.contains(.term)
      guard feature.tense > 0, announces,
        weight(paragraph..<chapter.paragraphs.upperBound) >= Self.turningWeight
      else { continue }
      breaks[requirements ?? paragraph] = .chapter(.plan)
      return
    }
  }

  private func weightOfTurn(_ feature: ParagraphFeatures) -> Int {
    if feature.statesProblems { return 0 }
    var weight = feature.tense
    if feature.opening.contains(.plan) { weight += 8 }
    if feature.opening.contains(.review) { weight -= 8 }
    if feature.opening.contains(.target), !feature.opening.contains(.review) { weight += Self.turningWeight }
    return weight
  }

  /// Problems, addresses and closing paragraphs within a chapter.
  private mutating func breakOff(within chapter: Chapter) {
    var inProblems = false
    for paragraph in chapter.paragraphs {
      let feature = features[paragraph]
      if headingStyles[paragraph] != nil {
        inProblems = false
      } else if case .chapter(let kind) = breaks[paragraph] {
        inProblems = false
        if kind == .plan { return }
      } else if paragraph > 0, mayStateProblems(feature, in: chapter) {
        breaks[paragraph] = inProblems ? nil : .problems
        inProblems = true
      } else if inProblems {
        if goesOn(paragraph) { continue }
        breaks[paragraph] = .chapterText
        inProblems = false
      } else if feature.first.contains(.salutation) {
        breaks[paragraph] = .chapterText
      } else if feature.first.contains(.closer) {
        breaks[paragraph] = .plainText
      }
    }
  }

  /// Problems are stated in reviews and beside the government's reform, there not in the closing address.
  private func mayStateProblems(_ feature: ParagraphFeatures, in chapter: Chapter) -> Bool {
    guard feature.statesProblems, chapter.kind != .plan, chapter.kind != .problems else { return false }
    return chapter.kind != .self || !feature.first.contains(.salutation)
  }

  /// Whether a paragraph goes on with the problems that the one before states.
  private func goesOn(_ paragraph: Int) -> Bool {
    let before = features[paragraph - 1].last
    return features[paragraph].first.contains(.continues) || Scalars.isColon(before) || Scalars.isSemicolon(before)
  }
}
