/// A unit's name as printed that no gazetteer holds: a town's, or one that is blotted out (`××镇`, `某区`).
struct PrintedName: Sendable {
  var text: String
  /// Its last character (道 for a street).
  var generic: [UInt8]
  var rule: StaticString
  var scan: IdentityScan
  var range: Range<Int>
  /// The mention of a unit right before it.
  var parent: Int?
  var isMasked: Bool
  /// Blotted out by a word (某) rather than by signs.
  var isVague = false

  var isTown: Bool { UnitScope.level(generic) == .town }

  /// Whether it is a farm's or a zone's, which is no unit of the gazetteer although a unit's name may begin it
  /// (`昆山经济技术开发区`, `红星农场`).
  var isApart = false

  private static let generics = ["街道", "苏木", "农场", "林场", "牧场", "开发区", "高新区", "管理区", "镇", "乡", "区", "县", "市", "旗", "州"]
    .map { Array($0.utf8) }
  private static let some = Array("某".utf8)
  private static let street = Array("街道".utf8)
  private static let afterName = ["人民政府", "政府", "办事处", "19", "20", "近", "第", "年", "工作", "党"].map { Array($0.utf8) }

  /// The name in a title: `东河镇2020年政府工作报告`, `某镇…工作目标`.
  static func inTitle(_ scan: IdentityScan, _ range: Range<Int>) -> PrintedName? {
    let bytes = scan.text.bytes
    var at = range.lowerBound
    while at < range.upperBound {
      if let generic = generics.first(where: { Bytes.has(bytes, $0, at: at) }) {
        let end = at + generic.count
        if afterName.contains(where: { Bytes.has(bytes, $0, at: end) }) || end == range.upperBound,
          let name = name(scan, endingAt: end, generic: generic, from: range.lowerBound, rule: "title")
        {
          return name
        }
      }
      at += Bytes.width(bytes[at])
    }
    return nil
  }

  private static let assembly = ["届人民代表大会", "届人大"].map { Array($0.utf8) }

  /// The name in the session's line: `在东河镇第十八届人民代表大会第三次会议上`.
  static func inSession(_ scan: IdentityScan, until limit: Int) -> PrintedName? {
    let bytes = scan.text.bytes
    let end = min(limit, bytes.count)
    for words in assembly {
      guard let at = Bytes.find(bytes, words, in: 0..<end) else { continue }
      var start = at
      while start > 0 {
        let previous = Bytes.characterStart(bytes, endingAt: start)
        guard Bytes.digit(bytes, at: previous) != nil || Bytes.has(bytes, Array("十".utf8), at: previous) else { break }
        start = previous
      }
      if Bytes.has(bytes, Bytes.order, endingAt: start) { start -= 3 }
      guard let generic = generics.first(where: { Bytes.has(bytes, $0, endingAt: start) }) else { continue }
      return name(scan, endingAt: start, generic: generic, from: 0, rule: "session")
    }
    return nil
  }

  /// The blotted-out name that stands most often before a generic word.
  static func masked(_ scan: IdentityScan, generic: [UInt8]) -> PrintedName? {
    let bytes = scan.text.bytes
    let word = generic == UnitScope.street ? street : generic
    var found: [String: (count: Int, name: PrintedName)] = [:]
    var at = 0
    while let place = Bytes.find(bytes, word, in: at..<bytes.count) {
      at = place + word.count
      guard let name = name(scan, endingAt: at, generic: word, from: 0, rule: "masked"), name.isMasked else { continue }
      found[name.text, default: (0, name)].count += 1
    }
    return found.values.max {
      $0.name.isVague != $1.name.isVague
        ? $0.name.isVague
        : $0.count != $1.count ? $0.count < $1.count : $0.name.range.lowerBound > $1.name.range.lowerBound
    }?.name
  }

  /// The name that ends with a generic word: signs that blot it out, or the characters after a unit's name or a mark.
  private static func name(
    _ scan: IdentityScan, endingAt end: Int, generic: [UInt8], from limit: Int, rule: StaticString
  ) -> PrintedName? {
    let bytes = scan.text.bytes
    let stemEnd = end - generic.count
    var start = stemEnd
    while start > limit, isMask(bytes, endingAt: start) { start = Bytes.characterStart(bytes, endingAt: start) }
    let last = Array(generic.suffix(3))
    if start < stemEnd {
      guard stemEnd - start <= 12 else { return nil }
      let vague = Bytes.has(bytes, some, at: start)
      return PrintedName(
        text: scan.text.string(start..<end), generic: last, rule: rule, scan: scan, range: start..<end, parent: nil,
        isMasked: true, isVague: vague)
    }
    let isApart = apart.contains { $0 == generic }
    // `浦东新区`, `金凤区` end so, too.
    guard
      UnitScope.level(last) == .town
        || isApart && !scan.mentions.contains(where: { $0.range.upperBound == end && $0.range.lowerBound < stemEnd })
    else { return nil }
    return townName(scan, endingAt: end, stemEnd: stemEnd, generic: last, from: limit, rule: rule, isApart: isApart)
  }

  private static func isMask(_ bytes: [UInt8], endingAt end: Int) -> Bool {
    Bytes.isMask(bytes, at: Bytes.characterStart(bytes, endingAt: end))
  }

  /// Whether a mention ends with a generic word.
  private static func isWhole(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    generics.contains { Bytes.has(bytes, $0, endingAt: range.upperBound) }
  }

  private static let apart = ["苏木", "农场", "林场", "牧场", "开发区", "高新区", "管理区"].map { Array($0.utf8) }
  /// What no name begins with.
  private static let openers = ["关于", "中共", "致"].map { Array($0.utf8) }
  /// What alone is no name: `我镇`, `全乡`.
  private static let pronouns = ["我", "本", "全", "该", "各", "某"].map { Array($0.utf8) }
  private static let zone = Array("区".utf8)
  private static let people = Array("族".utf8)

  private static let stops = ["在", "，", "。", "—", "《", "“", "”", "、", "：", "（", "日", "年", "表"].map { Array($0.utf8) }

  private static func townName(
    _ scan: IdentityScan, endingAt end: Int, stemEnd: Int, generic: [UInt8], from limit: Int, rule: StaticString,
    isApart: Bool
  ) -> PrintedName? {
    let bytes = scan.text.bytes
    // A unit's short name right before 镇 is the town's own: 瑶海街道.
    let isZone = isApart && Bytes.has(bytes, zone, endingAt: end)
    let isFarm = isApart && !isZone
    let parent = scan.mentions.lastIndex {
      $0.range.upperBound < stemEnd || ($0.range.upperBound == stemEnd && (isApart || isWhole(bytes, $0.range)))
    }
    // A unit's short name belongs to the name itself before what is none alone: `永丰彝族乡`, `红星农场`.
    let takesShort = isApart || Bytes.has(bytes, people, endingAt: stemEnd)
    let floor =
      parent.map {
        let mention = scan.mentions[$0].range
        return max(
          limit,
          takesShort && (!isWhole(bytes, mention) || isFarm && mention.upperBound == stemEnd)
            ? mention.lowerBound : mention.upperBound)
      } ?? limit
    var start = stemEnd
    while start > floor {
      let previous = Bytes.characterStart(bytes, endingAt: start)
      if bytes[previous] < 0xE4 || stops.contains(where: { Bytes.has(bytes, $0, at: previous) }) { break }
      start = previous
    }
    if let opener = openers.first(where: { Bytes.has(bytes, $0, at: start) }) { start += opener.count }
    guard (3...(takesShort ? 36 : 15)).contains(stemEnd - start),
      stemEnd - start > 3 || !pronouns.contains(where: { Bytes.has(bytes, $0, at: start) })
    else {
      return nil
    }
    let adjacent = parent.flatMap { index -> Int? in
      let mention = scan.mentions[index].range
      if isFarm, mention.upperBound > start { return nil }
      return mention.upperBound == start || isZone && mention.lowerBound == start ? index : nil
    }
    return PrintedName(
      text: scan.text.string(start..<end), generic: generic, rule: rule, scan: scan, range: start..<end,
      parent: adjacent, isMasked: false, isApart: isApart)
  }
}
