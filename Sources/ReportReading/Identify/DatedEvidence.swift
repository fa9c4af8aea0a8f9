/// Years that the text's dated facts allow.
struct DatedBounds: Sendable {
  /// For each fact that the text names the first year in whose report it can stand.
  var earliest: [Int] = []
  /// The last year after a five-year plan that the text speaks of as running, with no later plan named.
  var latest = Int.max

  /// Whether two facts or more are later than a report of the year.
  func isTooEarly(_ year: Int) -> Bool { earliest.count { $0 > year } > 1 }

  /// Whether a report of the year cannot have been written with these words.
  func contradicts(_ year: Int) -> Bool { isTooEarly(year) || year > latest }
}

/// Reads what dates a report without stating its year: five-year plans, terms of government, plenums, events.
struct DatedEvidence {
  let frame: IdentityFrame
  let level: DistrictLevel?
  private(set) var bounds = DatedBounds()
  private let words = IdentityWords.standard.words

  init(_ frame: IdentityFrame, level: DistrictLevel?) {
    self.frame = frame
    self.level = level
  }

  private var scan: IdentityScan { frame.body }
  private var bytes: [UInt8] { frame.body.text.bytes }

  mutating func read(into tally: inout YearTally) {
    var seen: Set<Int> = []
    var latestPlenum: (word: Int, range: Range<Int>)?
    var eras: [(number: Int, running: Bool)] = []
    for index in scan.hits.indices {
      let hit = scan.hits[index]
      if frame.isGlossary(hit.range.lowerBound) { continue }
      switch words[hit.word].kind {
      case .dated:
        if isPlenum(hit.word) {
          keepLatest(&latestPlenum, hit.word, hit.range)
        } else if seen.insert(hit.word).inserted {
          add(hit.word, hit.range, to: &tally)
        }
      case .congress:
        if let plenum = lastPlenum(after: hit) { keepLatest(&latestPlenum, plenum.word, plenum.range) }
      case .era:
        if let era = readEra(hit, into: &tally) { eras.append(era) }
      case .stage: readStage(hit, into: &tally)
      case .term: readTerm(hit, into: &tally)
      default: break
      }
    }
    if let latestPlenum {
      add(latestPlenum.word, latestPlenum.range, to: &tally)
    } else {
      readUnnumberedPlenum(into: &tally)
    }
    readEras(eras, into: &tally)
  }

  private mutating func add(_ word: Int, _ range: Range<Int>, to tally: inout YearTally) {
    bounds.earliest.append(words[word].value)
    for (year, weight) in words[word].years {
      tally.add(.inferred, year, Double(weight), frame.clue("dated", scan, range))
    }
  }

  // MARK: Plenums

  private static let plenum = Array("中全会".utf8)
  private static let middle = Array("中".utf8)
  private static let separators = ["、", "和", "及", ",", "，"].map { Array($0.utf8) }

  private func isPlenum(_ word: Int) -> Bool {
    Bytes.has(words[word].bytes, Self.plenum, endingAt: words[word].bytes.count)
  }

  private func keepLatest(_ latest: inout (word: Int, range: Range<Int>)?, _ word: Int, _ range: Range<Int>) {
    if let old = latest, words[old.word].value >= words[word].value { return }
    latest = (word, range)
  }

  /// The last of a list of plenums: 四中 in `十九届二中、三中、四中全会`.
  private func lastPlenum(after hit: IdentityScan.Hit) -> (word: Int, range: Range<Int>)? {
    var at = hit.range.upperBound
    var last: ArraySlice<UInt8>?
    while let number = Bytes.smallNumber(bytes, at: at), Bytes.has(bytes, Self.middle, at: number.end) {
      last = bytes[at..<number.end]
      at = number.end + 3
      if let separator = Self.separators.first(where: { Bytes.has(bytes, $0, at: at) }) { at += separator.count }
    }
    guard let last, Bytes.has(bytes, Array("全会".utf8), at: at) else { return nil }
    let name = words[hit.word].bytes + last + Self.plenum
    guard let (word, end) = IdentityWords.standard.longestWord(name.span, at: 0), end == name.count else { return nil }
    return (word, hit.range.lowerBound..<at + 6)
  }

  /// `五中全会` with its term blotted out: any of the plenums of that number.
  private func readUnnumberedPlenum(into tally: inout YearTally) {
    guard let at = scan.firstPlenum, at >= 3 else { return }
    let start = Bytes.characterStart(bytes, endingAt: at)
    let ending = Array(bytes[start..<at]) + Self.plenum
    for word in words where word.kind == .dated && Bytes.has(word.bytes, ending, endingAt: word.bytes.count) {
      for (year, weight) in word.years where weight > 2 {
        tally.add(.inferred, year, 4, frame.clue("plenum", scan, start..<at + 9))
      }
    }
  }

  // MARK: Five-year plans

  private static let afterEra = ["期", "时期", "计划", "规划", "末", "开局", "”", "\"", "〞", "’", "」", "』"].map { Array($0.utf8) }
  private static let beforeEra = ["“", "\"", "〝", "‘", "「", "『"].map { Array($0.utf8) }
  private static let planWords = ["规划", "计划"].map { Array($0.utf8) }

  /// First year of the n-th five-year plan (七五: 1986).
  static func firstYear(ofPlan number: Int) -> Int { 1986 + 5 * (number - 7) }

  private mutating func readEra(_ hit: IdentityScan.Hit, into tally: inout YearTally) -> (number: Int, running: Bool)? {
    let word = words[hit.word]
    let marked =
      Self.afterEra.contains { Bytes.has(bytes, $0, at: hit.range.upperBound) }
      && (word.text.isEmpty || Self.beforeEra.contains { Bytes.has(bytes, $0, endingAt: hit.range.lowerBound) })
    if !word.text.isEmpty, !marked { return nil }
    if word.text.isEmpty, hit.range.lowerBound > 0, Bytes.has(bytes, Array("第".utf8), endingAt: hit.range.lowerBound) {
      return nil
    }
    let first = Self.firstYear(ofPlan: word.value)
    let end = IdentityFrame.clauseEnd(bytes, from: hit.range.upperBound, limit: 60)
    let stage = scan.hits(in: hit.range.upperBound..<end).first { words[scan.hits[$0].word].kind == .stage }
    if let stage {
      let year = first + words[scan.hits[stage].word].value - 1
      weighStage(year, hit.range.lowerBound..<scan.hits[stage].range.upperBound, into: &tally)
    }
    // `2023年是实施“十二五”规划承上启下的一年`: the plan runs, whatever year the site printed.
    return (word.value, stage != nil || isRunning(hit.range))
  }

  /// Whether a sentence sets this year's work within a plan: `做好今年的工作，对实施“十三五”规划至关重要`.
  private func isRunning(_ range: Range<Int>) -> Bool {
    let after = range.upperBound..<min(bytes.count, range.upperBound + 12)
    guard Self.planWords.contains(where: { Bytes.find(bytes, $0, in: after) != nil }) else { return false }
    let start = IdentityFrame.sentenceStart(bytes, from: range.lowerBound, limit: 120)
    return scan.hits(in: start..<range.lowerBound).contains { words[scan.hits[$0].word].kind == .present }
  }

  /// A year told by its place in a plan: the report's own, or the reviewed one.
  private func weighStage(_ year: Int, _ range: Range<Int>, into tally: inout YearTally) {
    let start = IdentityFrame.sentenceStart(bytes, from: range.lowerBound, limit: 120)
    let before = scan.hits(in: start..<range.lowerBound).map { words[scan.hits[$0].word].kind }
    let reviewed = before.contains(.past) || before.contains(.behind)
    let sure = reviewed || before.contains(.present)
    let own = reviewed ? year + 1 : year
    tally.add(.inferred, own, sure ? 14 : 8, frame.clue("five-year-plan", scan, range))
    if !sure {
      tally.add(.inferred, year + 1, 4, frame.clue("five-year-plan", scan, range))
    }
  }

  private mutating func readEras(_ eras: [(number: Int, running: Bool)], into tally: inout YearTally) {
    guard let latest = eras.map(\.number).max() else { return }
    let first = Self.firstYear(ofPlan: latest)
    bounds.earliest.append(first - 3)
    if eras.contains(where: { $0.number == latest && $0.running }) { bounds.latest = first + 6 }
    guard let hit = scan.hits.first(where: { words[$0.word].kind == .era && words[$0.word].value == latest }) else {
      return
    }
    for year in first...first + 4 {
      tally.add(.inferred, year, 2, frame.clue("five-year-plan", scan, hit.range))
    }
  }

  /// The first (or last) year of a plan whose name is blotted out.
  private func readStage(_ hit: IdentityScan.Hit, into tally: inout YearTally) {
    var start = max(0, hit.range.lowerBound - 30)
    while start < hit.range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var masked = false
    for at in start..<hit.range.lowerBound where Bytes.isMask(bytes, at: at) { masked = true }
    guard masked, Bytes.find(bytes, "划", in: start..<hit.range.lowerBound) != nil else { return }
    for number in 7...15 {
      let year = Self.firstYear(ofPlan: number) + words[hit.word].value - 1
      tally.add(.inferred, year, 5, frame.clue("five-year-plan", scan, start..<hit.range.upperBound))
    }
  }

  // MARK: Terms of government

  /// Years in which new governments begin their work: after the elections of counties and towns at the turn of the
  /// year before, and of provinces with the National People's Congress; cities go with either.
  private var termYears: [Int] {
    let counties = [1987, 1990, 1993, 1996, 1999, 2003, 2007, 2012, 2017, 2022]
    let provinces = [1988, 1993, 1998, 2003, 2008, 2013, 2018, 2023]
    switch level {
    case .county, .town: return counties
    case .province, .nation: return provinces
    case .prefecture, nil: return Array(Set(counties + provinces)).sorted()
    }
  }

  private func readTerm(_ hit: IdentityScan.Hit, into tally: inout YearTally) {
    let end = IdentityFrame.clauseEnd(bytes, from: hit.range.upperBound, limit: 45)
    let first = scan.hits(in: hit.range.upperBound..<end).first {
      words[scan.hits[$0].word].kind == .stage && words[scan.hits[$0].word].value == 1
    }
    guard let first else { return }
    for year in termYears {
      let range = hit.range.lowerBound..<scan.hits[first].range.upperBound
      tally.add(.inferred, year, 10, frame.clue("term", scan, range))
    }
  }
}
