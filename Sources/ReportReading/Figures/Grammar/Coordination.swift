/// Takes apart the members of a list of names (`初中、小学毕业生合格率`).
struct Coordination {
  let phrase: PhraseBuilder

  /// The members of a subject, each completed by the words that the list shares.
  /// - Parameter isPaired: each member has a number of its own.
  func members(of tokens: ArraySlice<Token>, isPaired: Bool = false) -> [Words] {
    if !tokens.contains(where: { $0.kind == .enumeration || $0.classes.contains(.conj) }) {
      return tokens.isEmpty ? [] : [phrase.condensed(phrase.trimmed(tokens))]
    }
    let parts = tokens.split { $0.kind == .enumeration || $0.classes.contains(.conj) }
    guard let last = parts.last, parts.count > 1 else { return parts.map { phrase.condensed(phrase.trimmed($0)) } }
    // `甲、乙的到位率` is said of both together.
    if last.dropLast().contains(where: { $0.classes.contains(.of) }) { return [phrase.condensed(tokens)] }
    if let first = last.first, first.classes.contains(.act), last.count > 1 {
      let object = phrase.words(last.dropFirst())
      if parts.dropLast().allSatisfy({ $0.allSatisfy { $0.classes.contains(.act) } }) {
        return parts.dropLast().map { phrase.words($0) + object } + [phrase.words(last)]
      }
    }
    let names = parts.enumerated().map { i, part in phrase.condensed(i == 0 ? phrase.trimmed(part) : part) }
    return Self.completed(names.filter { !$0.isEmpty }, isPaired: isPaired, head: verbalHead(of: last))
  }

  /// Gives each member the head that only the last one has and the modifier that only the first one has.
  static func completed(_ parts: [Words], isPaired: Bool = false, head: Words? = nil) -> [Words] {
    guard parts.count > 1, let last = parts.last else { return parts }
    let isShort = parts.dropLast().allSatisfy { $0.count <= 3 && last.count >= $0.count + 3 }
    guard hasHead(last) || (isPaired && isShort) else { return parts }
    var parts = parts.map(withoutScope)
    for i in parts.indices.dropLast() where !hasHead(parts[i]) && parts[i].count < last.count {
      parts[i] += head ?? sharedHead(of: last, for: parts[i])
    }
    // `生产总值、人均GDP、劳动生产率增速均为7%`: growth of each.
    let measures: [StaticString] = ["增速", "增幅", "涨幅", "降幅"]
    if let measure = measures.first(where: { last.hasSuffix($0) }) {
      parts = parts.map { $0.hasSuffix(measure) || $0.hasSuffix("率") ? $0 : $0 + measure }
    }
    guard let first = parts.first else { return parts }
    for i in parts.indices.dropFirst() where parts[i].count <= 4 && first.count >= parts[i].count + 2 {
      parts[i] = first.prefix(first.count - parts[i].count) + parts[i]
    }
    return parts
  }

  /// The end of the last member from a verb in it on (`草牧场流转面积`): what all members share.
  private func verbalHead(of last: ArraySlice<Token>) -> Words? {
    guard
      let verb = last.indices.dropFirst().first(where: { last[$0].classes.contains(.act) && last[$0].range.count >= 6 }
      ),
      verb + 1 < last.endIndex
    else { return nil }
    let head = phrase.words(last[verb...])
    return head.count >= 3 && Self.hasHead(head) ? head : nil
  }

  /// The end of the last member that an earlier one lacks: after the words both have (`养老保险`, `失业保险覆盖面`),
  /// else what is left beyond an equal length.
  private static func sharedHead(of last: Words, for part: Words) -> Words {
    // `华为、OPPO手机出货量`: after the name in other letters.
    if let first = last.first, first.isASCII, let end = last.bytes.firstIndex(where: { $0 >= 0x80 }) {
      return last[end...]
    }
    if part.count >= 3, let common = last.firstRange(of: part.suffix(2)), common.upperBound < last.bytes.endIndex {
      return last[common.upperBound...]
    }
    // Words made alike (`供热`, `供水普及率`): after the word that begins like the part's last one.
    let lead = part.suffix(2).prefix(1)
    if last.count < part.count + 4, let common = last.firstRange(of: lead) {
      let rest = last[common.lowerBound...].dropFirst(2)
      if !rest.isEmpty { return rest }
    }
    let rest = last.suffix(last.count - min(part.count, last.count - 2))
    // Not from the middle of a word on (`处理能力`).
    let whole = (rest.count + 1..<max(last.count, rest.count + 1)).lazy.map { last.suffix($0) }
      .first { ClauseLexicon.standard.entry(of: $0)?.classes.contains(.noun) == true }
    return whole ?? rest
  }

  /// Words of scope before a list belong to all of it.
  private static func withoutScope(_ part: Words) -> Words {
    guard let first = part.first, first.isOne(of: "全我"), let second = part.dropFirst().first,
      second.isOne(of: "市省区县镇乡州旗村"), part.count > 3
    else { return part }
    return part.dropFirst(2)
  }

  /// Whether a phrase ends with a word that can be measured.
  static func hasHead(_ part: Words) -> Bool {
    guard let last = part.last else { return false }
    return last.isOne(of: "率额值量数入金度积比速幅价") || heads.contains { part.hasSuffix($0) }
  }

  private static let heads: [StaticString] = [
    "投资", "税收", "就业", "出口", "进口", "水平", "比重", "里程", "规模", "利润", "利税", "能力", "支出", "外资", "内资", "排放", "资产", "人口",
    "产出", "指标", "感", "GDP", "gdp", "标准", "补贴", "补助", "工资", "养老金", "待遇", "费用", "覆盖面", "电价", "存款", "贷款",
  ]
}
