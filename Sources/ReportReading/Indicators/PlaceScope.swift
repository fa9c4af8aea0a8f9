/// The part of a unit whose statistics a sentence gives: what `松山湖实现生产总值630亿元；完成固投182.2亿元` states is not the city's.
public enum PlaceScope {
  /// The zone, new town or the like that a figure's sentence speaks of up to the figure; nil for none, or where the whole
  /// unit is named behind it.
  /// - Parameters:
  ///   - clause: where the figure's clause stands in the text.
  ///   - isProduct: whether it is the gross product, which nothing but a place has (`支持东湖在…争先，力争GDP超过140亿元`).
  public static func scope(of clause: Range<Int>, in text: [UInt8], isProduct: Bool = false) -> String? {
    let start = beginning(of: clause, in: text)
    guard mayNamePlace(text[start..<clause.upperBound]) else { return nil }
    var found: Range<Int>?
    // Whether a number was stated of the place: a name behind a comma then is rather another of its figures.
    var isStated = false
    var at = start
    while at <= clause.lowerBound {
      let end = endOfPart(at, in: text, limit: clause.upperBound)
      let isOwn = end > clause.lowerBound || end == clause.upperBound
      if let place = place(at: at, in: text, limit: end) ?? (isProduct ? supported(at: at, in: text, limit: end) : nil)
      {
        found = place
        isStated = holdsDigit(text, place.upperBound..<end)
      } else if found != nil {
        let follows = isOwn && endsWithComma(text, before: at) && (isStated || begins(text, at: at, with: products))
        let goesOn = follows || begins(text, at: at, with: continuations) && !namesKind(text, at..<end)
        if !goesOn { found = nil }
        isStated = isStated || holdsDigit(text, at..<end)
      }
      if isOwn { break }
      at = end + (text[end] == 0x2C || text[end] == 0x3B ? 1 : 3)
    }
    guard let found, !namesWhole(text, found.upperBound..<clause.upperBound) else { return nil }
    return String(decoding: text[found], as: UTF8.self)
  }

  /// Whether a unit is itself what this scope tells apart, so that its name is none.
  public static func isZone(_ name: String) -> Bool { ["新区", "开发区", "园区", "管理区"].contains { name.hasSuffix($0) } }

  // MARK: - The sentence

  /// Five or six clauses.
  private static let reach = 450

  private static func beginning(of clause: Range<Int>, in text: [UInt8]) -> Int {
    var start = clause.lowerBound
    let earliest = max(0, start - reach)
    while start > earliest, text[start - 1] != 0x0A {
      if text[start - 1] == 0x82, text.hasText("。", at: start - 3) { return start }
      start -= 1
    }
    return start
  }

  /// The mark that ends a part of the sentence, or the limit.
  private static func endOfPart(_ start: Int, in text: [UInt8], limit: Int) -> Int {
    var at = start
    while at < limit {
      if text[at] == 0x2C || text[at] == 0x3B { return at }
      if text[at] == 0xEF, text.hasText("，", at: at) || text.hasText("；", at: at) { return at }
      // No mark begins within a character.
      at += text[at] >= 0xE0 && text[at] < 0xF0 ? 3 : 1
    }
    return limit
  }

  private static func endsWithComma(_ text: [UInt8], before at: Int) -> Bool {
    text[at - 1] == 0x2C || text.hasText("，", at: at - 3)
  }

  /// A sentence without these characters names neither a zone nor whose gross product it gives.
  private static func mayNamePlace(_ sentence: ArraySlice<UInt8>) -> Bool {
    let last = sentence.endIndex - 2
    return sentence.indices.contains { at in
      guard at < last else { return false }
      switch sentence[at] {
      case 0xE5:  // 区, 园, 城
        return sentence[at + 1] == 0x8C && sentence[at + 2] == 0xBA
          || sentence[at + 1] == 0x9B && sentence[at + 2] == 0xAD
          || sentence[at + 1] == 0x9F && sentence[at + 2] == 0x8E
      case 0xE7: return sentence[at + 1] == 0x94 && sentence[at + 2] == 0x9F  // 生
      case 0x47: return sentence[at + 1] == 0x44  // GD
      default: return false
      }
    }
  }

  // MARK: - The place

  /// The place that a part of a sentence begins with.
  private static func place(at start: Int, in text: [UInt8], limit: Int) -> Range<Int>? {
    var start = start
    while let length = leader(text, at: start), start + length < limit { start += length }
    var at = start
    for _ in 0..<longestName {
      guard at < limit, case (let character, let width) = text.span.character(at: at), isIdeograph(character) else {
        return nil
      }
      if let (word, end) = word(text, at: at) {
        switch word {
        case .kind:
          let end = text.hasText("区", at: end) ? end + 3 : end
          return text.hasText("的", at: end) ? nil : start..<end
        case .owning where at > start + 3:
          let isOwner = begins(text, at: end, with: products) && !text.hasText("业", at: at - 3)
          return isOwner ? start..<at : nil
        case .owning, .other: return nil
        case .whole: if at == start { return nil }
        }
      }
      at += width
    }
    return nil
  }

  /// The place that a part of a sentence is about to help.
  private static func supported(at start: Int, in text: [UInt8], limit: Int) -> Range<Int>? {
    guard let verb = helping.first(where: { text.hasText($0, at: start) }) else { return nil }
    let start = start + verb.utf8CodeUnitCount
    if word(text, at: start)?.word == .whole { return nil }
    var at = start
    for _ in 0..<4 {
      guard at < limit, case (let character, let width) = text.span.character(at: at), isIdeograph(character) else {
        return nil
      }
      at += width
      if at >= start + 6, begins(text, at: at, with: ["在", "围绕", "打造"]) { return start..<at }
      if let word = word(text, at: at)?.word, word == .other || word == .owning { return nil }
    }
    return nil
  }

  private static func isIdeograph(_ character: UInt32) -> Bool { character >= 0x4E00 && character < 0xA000 }

  private static let helping: [StaticString] = ["支持", "推动"]

  /// In characters.
  private static let longestName = 9

  /// The length of a word of time or numbering in front of a name; nil for none.
  private static func leader(_ text: [UInt8], at start: Int) -> Int? {
    if let word = leaders.first(where: { text.hasText($0, at: start) }) { return word.utf8CodeUnitCount }
    return (0..<4).allSatisfy { start + $0 < text.count && (0x30...0x39).contains(text[start + $0]) }
      && text.hasText("年", at: start + 4) ? 7 : nil
  }

  private static func begins(_ text: [UInt8], at start: Int, with words: [StaticString]) -> Bool {
    words.contains { text.hasText($0, at: start) }
  }

  private static func holdsDigit(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.contains { (0x30...0x39).contains(text[$0]) }
  }

  private static func namesKind(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.contains { text[$0] >= 0xE4 && word(text, at: $0)?.word == .kind }
  }

  private static func namesWhole(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.contains { at in text[at] >= 0xE5 && text[at] <= 0xE6 && word(text, at: at)?.word == .whole }
  }

  // MARK: - Words

  /// What a word tells of the part in which it stands.
  private enum Word: Int, CaseIterable {
    /// What a place is, at the end of its name.
    case kind
    /// The whole unit.
    case whole
    /// Between a place and its product: nothing but a place has one.
    case owning
    /// Words that are in no name: the part speaks of what is done with a place, or of something else.
    case other

    var all: String {
      switch self {
      case .kind:
        """
        开发区 高新区 经开区 新区 园区 工业区 示范区 保税区 保税港区 试验区 实验区 经济区 民营区 集聚区 产业区 合作区 自贸区 功能区 旅游区 度假区 加工区 \
        新城 片区 产业园 工业园 科技园 物流园
        """
      case .whole: "全市 全省 全区 全县 全州 全旗 全盟 我市 我省 我区 我县 我州 本市 本省 全社会 全国"
      case .owning: "实现 完成"
      case .other:
        """
        建设 推进 加快 支持 推动 促进 设立 深化 实施 完善 强化 发挥 打造 加强 创建 成立 引导 鼓励 启动 规划 统筹 带动 通过 依托 围绕 主要 包括 新增 \
        新建 新设 形成 壮大 抓好 力争 努力 确保 培育 获批 建成 盘活 开展 粮食 划定 认定 累计 突破 提前 人均 企业 项目 做 在 对 向 以 将 把 与 和 及 从 \
        由 为 到 被 使 让 于 各 的 是
        """
      }
    }
  }

  /// None of them begins with another.
  private static let words = WordTrie(
    Word.allCases.flatMap { kind in kind.all.split(separator: " ").map { (word: $0, value: kind.rawValue) } })

  /// The word that begins at an offset, with its end.
  private static func word(_ text: [UInt8], at start: Int) -> (word: Word, end: Int)? {
    words.longestMatch(in: text, at: start, limit: text.count).flatMap { found in
      Word(rawValue: found.value).map { ($0, found.end) }
    }
  }

  private static let leaders: [StaticString] = ["去年", "今年", "全年", "目前", "预计", "其中", " "]
  private static let products: [StaticString] = ["生产总值", "地区生产总值", "国内生产总值", "GDP"]
  /// How a part begins that says more of the same.
  private static let continuations: [StaticString] = [
    "增长", "下降", "同比", "比上年", "完成", "实现", "累计完成", "力争", "确保", "协议", "合同", "引进", "新引进", "新上", "占", "年均", "提高", "新增",
    "新落户", "投资", "入驻",
  ]
}
