/// Takes apart the members of a list of names (`初中、小学毕业生合格率`).
struct Coordination {
  let phrase: PhraseBuilder

  /// The members of a subject, each completed by the words that the list shares.
  func members(of tokens: ArraySlice<Token>) -> [String] {
    let parts = tokens.split { $0.kind == .enumeration || $0.classes.contains(.conj) }
      .map { phrase.condensed(phrase.trimmed($0)) }.filter { !$0.isEmpty }
    return Self.completed(parts)
  }

  /// Gives each member the head that only the last one has and the modifier that only the first one has.
  static func completed(_ parts: [String]) -> [String] {
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return parts }
    var parts = parts
    let lastCount = last.count
    for i in parts.indices.dropLast() where !hasHead(parts[i]) && hasHead(last) {
      let own = parts[i].count
      if own < lastCount { parts[i] += String(last.suffix(lastCount - min(own, lastCount - 2))) }
    }
    let firstCount = first.count
    for i in parts.indices.dropFirst() where i > 0 {
      let own = parts[i].count
      if hasHead(first), hasHead(parts[i]), own <= 4, firstCount >= own + 2 {
        parts[i] = String(first.prefix(firstCount - own)) + parts[i]
      }
    }
    return parts
  }

  /// Whether a phrase ends with a word that can be measured.
  static func hasHead(_ part: String) -> Bool {
    guard let last = part.last else { return false }
    if "率额值量数入资金度积比占速幅用价口房地亩厂站园点心位员业品".contains(last) { return true }
    return heads.contains { part.hasSuffix($0) }
  }

  private static let heads = [
    "投资", "指数", "税收", "就业", "出口", "进口", "水平", "比重", "里程", "规模", "利润", "利税", "能力", "床位", "岗位", "工程", "项目", "企业",
    "感", "税金", "支出", "负债", "外资", "内资", "排放", "浓度", "面积", "道路", "公路", "学校", "医院", "住房", "农民", "居民", "学生",
    "提案", "建议", "案件", "会议", "文件", "事项", "改造", "建设",
  ]
}
