/// Finds the unit whose government speaks: what names it in the frame and in the text is weighed together.
struct DistrictFinder {
  let frame: IdentityFrame
  let gazetteer: Gazetteer
  let scope: UnitScope
  let year: Int?
  private var scores = NumberTable<Double>()
  private var clues: [(row: Int, weight: Double, clue: Clue)] = []
  /// The greatest weight that the frame (title, session, office) gave a unit.
  private var formal: [Int: Double] = [:]
  /// A name that no gazetteer holds, from the frame: a town's or a blotted-out one.
  private var named: PrintedName?
  private var places: PlaceVotes

  private var index: GazetteerIndex { gazetteer.index }
  private var scan: IdentityScan { frame.body }
  private var bytes: [UInt8] { frame.body.text.bytes }

  init(_ frame: IdentityFrame, scope: UnitScope, year: Int?, gazetteer: Gazetteer) {
    self.frame = frame
    self.gazetteer = gazetteer
    self.scope = scope
    self.year = year
    places = PlaceVotes(frame.body, gazetteer.index, year: year)
  }

  static func find(
    _ frame: IdentityFrame, scope: UnitScope, year: Int?, gazetteer: Gazetteer
  ) -> (DistrictFinding, Set<ReportFlag>) {
    var finder = DistrictFinder(frame, scope: scope, year: year, gazetteer: gazetteer)
    for title in frame.titles { finder.readTitle(title) }
    finder.readFormulas()
    finder.readText()
    return finder.conclude()
  }

  // MARK: Evidence

  private mutating func add(
    _ rows: [Int], _ weight: Double, _ rule: StaticString, _ scan: IdentityScan, _ range: Range<Int>,
    formal isFormal: Bool
  ) {
    for row in rows {
      scores.update(Int32(row), from: 0) { $0 += weight }
      if isFormal { formal[row] = max(formal[row] ?? 0, weight) }
      clues.append((row, weight, frame.clue(rule, scan, range)))
    }
  }

  /// The rows that a mention can mean, narrowed by the units named right before it (`日照市五莲县`).
  private func rows(_ scan: IdentityScan, _ mention: Int) -> (rows: [Int], start: Int) {
    let own = meanings(scan.mentions[mention].form)
    let start = scan.mentions[mention].range.lowerBound
    guard mention > 0, scan.mentions[mention - 1].range.upperBound == start else { return (own, start) }
    let above = rows(scan, mention - 1)
    let within = own.filter { row in above.rows.contains { index.contains($0, row) } }
    return within.isEmpty ? (own, start) : (within, above.start)
  }

  /// The rows of a form that existed in the year, full names before short ones.
  private func meanings(_ form: Int) -> [Int] {
    let all = index.rows(form: form)
    let full = all.filter { $0.kind != .short }
    let rows = (full.isEmpty ? all : full).map(\.row)
    guard let year else {
      let present = rows.filter { index.rows[$0].last == .max }
      return present.isEmpty ? rows : present
    }
    let valid = rows.filter { index.rows[$0].isValid(in: year) }
    return valid.isEmpty ? rows : valid
  }

  private static let afterTitleName = [
    "人民政府", "政府", "市政府", "19", "20", "二", "一九", "年", "工作", "经济", "第", "区政府", "县政府", "的", "(", "（",
  ].map { Array($0.utf8) }

  private mutating func readTitle(_ title: IdentityFrame.View) {
    let scan = title.scan
    let inside = scan.mentions.indices.filter { title.range.contains(scan.mentions[$0].range.lowerBound) }
    // The last of the first run of names: 金山区 of 上海市金山区.
    let last = inside.first { at in
      let end = scan.mentions[at].range.upperBound
      return at + 1 >= scan.mentions.count || scan.mentions[at + 1].range.lowerBound != end
    }
    if let own = PrintedName.inTitle(scan, title.range) {
      named = named ?? own
      return
    }
    guard let last else { return }
    let found = rows(scan, last)
    let end = scan.mentions[last].range.upperBound
    let plain = Self.afterTitleName.contains { Bytes.has(scan.text.bytes, $0, at: end) }
    add(found.rows, plain ? 80 : 40, "title", scan, found.start..<end, formal: true)
  }

  private static let session = ["届人民代表大会", "届人大", "次人民代表大会"].map { Array($0.utf8) }
  private static let offices = [
    "市长", "省长", "县长", "区长", "州长", "旗长", "盟长", "主席", "专员", "镇长", "乡长",
  ].map { Array($0.utf8) }
  private static let acting = ["代", "副", "常务副"].map { Array($0.utf8) }
  private static let government = Array("人民政府".utf8)
  private static let represent = Array("代表".utf8)
  /// What any of the formulas goes on with behind a name.
  private static let opensFormula = ScalarSet(
    (["第十〇一二三四五六七八九零○0123456789", "人民政府"]
      + (offices + acting).map { String(decoding: $0.prefix(3), as: UTF8.self) }).joined())

  /// Names in set phrases: the session's, the speaker's office, `代表…人民政府`.
  private mutating func readFormulas() {
    for at in scan.mentions.indices {
      let range = scan.mentions[at].range
      // A line feed ends every text.
      guard Self.opensFormula.contains(bytes.span.character(at: range.upperBound).value) else { continue }
      let early = range.lowerBound < frame.head.upperBound + 600
      if isSession(after: range.upperBound) {
        let found = rows(scan, at)
        add(found.rows, early ? 100 : 8, "session", scan, found.start..<range.upperBound, formal: early)
      } else if let end = officeEnd(after: range.upperBound) {
        let found = rows(scan, at)
        add(found.rows, early ? 50 : 10, "office", scan, found.start..<end, formal: early)
      } else if early, Bytes.has(bytes, Self.government, at: range.upperBound),
        Bytes.has(bytes, Self.represent, endingAt: rows(scan, at).start)
      {
        let found = rows(scan, at)
        add(found.rows, 50, "speaker", scan, found.start..<range.upperBound + 12, formal: true)
      }
    }
    if named == nil { named = PrintedName.inSession(scan, until: frame.head.upperBound + 600) }
  }

  private func isSession(after offset: Int) -> Bool {
    var at = offset
    if Bytes.has(bytes, Bytes.order, at: at) { at += 3 }
    guard let number = Bytes.smallNumber(bytes, at: at) else { return false }
    return Self.session.contains { Bytes.has(bytes, $0, at: number.end) }
  }

  private func officeEnd(after offset: Int) -> Int? {
    var at = offset
    if Bytes.has(bytes, Self.government, at: at) { at += 12 }
    if let acting = Self.acting.first(where: { Bytes.has(bytes, $0, at: at) }) { at += acting.count }
    return Self.offices.first { Bytes.has(bytes, $0, at: at) }.map { at + $0.count }
  }

  /// How often the text names each unit, and whether it is of the kind that the text says it speaks for.
  private mutating func readText() {
    for (key, count) in places.mentions.entries {
      let row = Int(key)
      let fits =
        scope.generic.map { Bytes.has(index.bytes, $0, endingAt: Int(index.rows[row].name.upperBound)) } ?? false
      let named = places.weight(row)
      scores.update(key, from: 0) { $0 += min(120, fits ? named * 3 : named * 0.5) }
      if let first = count.first {
        clues.append((row, min(named, 9), frame.clue("mention", scan, first)))
      }
    }
    scores.update { $1 += min(25, places.support(Int($0))) }
  }

  // MARK: Conclusion

  private func conclude() -> (DistrictFinding, Set<ReportFlag>) {
    let best = ranked()
    if (best.first.map { formal[$0.row] ?? 0 } ?? 0) < 80, let nation = nation() { return nation }
    if let named, (best.first.map { formal[$0.row] ?? 0 } ?? 0) < 80 || named.isTown || named.isApart {
      return unlisted(named)
    }
    if let first = best.first, (formal[first.row] ?? 0) >= 40 { return listed(best) }
    if let generic = scope.generic, let mask = PrintedName.masked(scan, generic: generic) { return unlisted(mask) }
    let town = scope.generic.flatMap(UnitScope.level) == .town
    if !town, let first = best.first, first.score >= 6, fitsScope(first.row) {
      let (finding, found) = listed(best)
      // Named but once or twice, it may be a neighbour.
      return (finding, places.weight(first.row) < 3 ? found.union([.districtAmbiguous]) : found)
    }
    return unnamed()
  }

  private static let congress = ["届全国人民代表大会", "国务院总理"].map { Array($0.utf8) }

  /// The government of the nation, speaking to the National People's Congress.
  private func nation() -> (DistrictFinding, Set<ReportFlag>)? {
    for words in Self.congress {
      guard let at = Bytes.find(bytes, words, in: frame.head) else { continue }
      let name = "中华人民共和国"
      let evidence = frame.evidence("session", scan, at..<at + words.count, name)
      return (DistrictFinding(name: name, code: "", parentCode: "", level: .nation, evidence: [evidence]), [])
    }
    return nil
  }

  private func fitsScope(_ row: Int) -> Bool {
    guard let generic = scope.generic else { return true }
    let end = Int(index.rows[row].name.upperBound)
    return Bytes.has(index.bytes, generic, endingAt: end)
  }

  private func ranked() -> [(row: Int, score: Double)] {
    scores.entries.map { (Int($0.key), $0.value) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  /// A unit of the gazetteer. Ambiguous when another place comes near.
  private func listed(_ best: [(row: Int, score: Double)]) -> (DistrictFinding, Set<ReportFlag>) {
    let first = best[0]
    let name = index.string(index.rows[first.row].name)
    let same = best.filter { samePlace($0.row, first.row) }.map { gazetteer.unit(at: $0.row) }
      .sorted { $0.firstYear < $1.firstYear }
    let unit = year.flatMap { Gazetteer.best(of: same, in: $0) } ?? same.last ?? gazetteer.unit(at: first.row)
    var flags: Set<ReportFlag> = []
    let others = best.dropFirst().filter { !samePlace($0.row, first.row) && !isWithin(first.row, $0.row) }
    if let namesake = others.first(where: { index.haveSameName($0.row, first.row) }),
      namesake.score > 0, !isToldApart(first.row, namesake.row)
    {
      flags.insert(.districtAmbiguous)
      if namesake.score > first.score - 1 {
        return (
          DistrictFinding(name: name, code: "", parentCode: "", level: unit.level, evidence: words(for: first.row)),
          flags
        )
      }
    } else if let rival = others.first(where: {
      !index.haveSameName($0.row, first.row) && !isSuccessor($0.row, of: first.row)
    }),
      rival.score >= first.score * 0.55
    {
      flags.insert(.districtAmbiguous)
    }
    return (
      DistrictFinding(
        name: unit.name, code: unit.code, parentCode: unit.parentCode, level: unit.level,
        evidence: words(for: first.row)), flags
    )
  }

  /// Rows of one unit under different codes: same name, same province, lying in the same place.
  private func samePlace(_ a: Int, _ b: Int) -> Bool {
    let x = index.rows[a]
    let y = index.rows[b]
    return a == b
      || (x.code / 10000 == y.code / 10000
        && (x.parent == y.parent || x.last <= y.first || y.last <= x.first)
        && index.haveSameName(a, b))
  }

  /// Whether a unit is what another, named in full, was made into: 衡水市 of 衡水地区.
  private func isSuccessor(_ other: Int, of first: Int) -> Bool {
    let stem = Array("地区".utf8)
    let name = index.rows[first].name
    guard (formal[first] ?? 0) >= 40, Bytes.has(index.bytes, stem, endingAt: Int(name.upperBound)) else { return false }
    let own = index.bytes[Int(name.lowerBound)..<Int(name.upperBound) - stem.count]
    let rival = index.rows[other].name
    return index.bytes[Int(rival.lowerBound)..<Int(rival.upperBound) - 3].elementsEqual(own)
  }

  /// Whether the places around two units of one name speak for the first. A unit named with its parent needs no more.
  private func isToldApart(_ first: Int, _ namesake: Int) -> Bool {
    if (formal[first] ?? 0) >= 40, formal[namesake] == nil { return true }
    return places.support(first) >= 1.5 && places.support(first) >= places.support(namesake) * 2.5
  }

  private func isWithin(_ inner: Int, _ outer: Int) -> Bool { index.contains(outer, inner) }

  private func words(for row: Int) -> [Evidence] {
    let name = index.string(index.rows[row].name)
    return clues.filter { $0.row == row }.sorted { $0.weight > $1.weight }.prefix(6).map {
      frame.evidence($0.clue, for: name)
    }
  }

  /// A name that the gazetteer does not hold: a town, or a blotted-out name.
  private func unlisted(_ name: PrintedName) -> (DistrictFinding, Set<ReportFlag>) {
    let level = name.isApart ? apartLevel(name) : UnitScope.level(name.generic) ?? .county
    var printed = name.text
    if name.isMasked, let other = PrintedName.masked(scan, generic: name.generic), other.text != printed, name.isVague {
      printed = other.text
    }
    let parent = name.parent.flatMap { rows(name.scan, $0).rows.first } ?? places.lead(below: level)
    let finding = DistrictFinding(
      name: printed, code: "", parentCode: parent.map { GazetteerIndex.digits(index.rows[$0].code) } ?? "",
      level: level,
      evidence: [frame.evidence(name.rule, name.scan, name.range, printed)])
    if name.isMasked { return (finding, [.districtMasked]) }
    return (finding, level == .town || name.isApart ? [] : [.districtUnknown])
  }

  /// A zone of a county stands beside its towns, one of a prefecture beside its counties; a farm beside towns.
  private func apartLevel(_ name: PrintedName) -> DistrictLevel {
    guard Bytes.has(name.generic, Array("区".utf8), at: 0) else { return .town }
    let parent = name.parent.flatMap { rows(name.scan, $0).rows.first }
    return parent.map { index.rows[$0].level == .county } == true ? .town : .county
  }

  /// No name at all: the scope tells the level, the places that the text names tell what lies above.
  private func unnamed() -> (DistrictFinding, Set<ReportFlag>) {
    let level = scope.generic.flatMap(UnitScope.level)
    let parent = level.flatMap { places.lead(below: $0) }
    let finding = DistrictFinding(
      name: "", code: "", parentCode: parent.map { GazetteerIndex.digits(index.rows[$0].code) } ?? "", level: level,
      evidence: [])
    // An excerpt need not name its unit; a long text does.
    let isExcerpt = bytes.count < 4000 || (bytes.count < 12000 && frame.titles.isEmpty)
    // Words for the province stand in the reports of all its units.
    let isClear = level != nil && level != .province
    return (finding, isClear && isExcerpt ? [] : [.districtUnknown])
  }
}
