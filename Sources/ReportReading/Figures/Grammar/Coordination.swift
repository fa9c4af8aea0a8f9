/// Takes apart the members of a list of names (`初中、小学毕业生合格率`).
struct Coordination: ~Copyable {
  let phrase: PhraseBuilder

  init(bytes: [UInt8], memory: WordMemory, lexicon: ClauseLexicon) {
    phrase = PhraseBuilder(bytes: bytes, memory: memory, lexicon: lexicon)
  }

  /// The members of a subject, each completed by the words that the list shares.
  /// - Parameters:
  ///   - isPaired: each member has a number of its own.
  ///   - keepsLevels: levels of government before one name stay together (`省、市优质园比例`).
  ///   - isShare: the numbers are shares: members that name an amount take the last one's rate.
  func members(
    of tokens: Tokens, isPaired: Bool = false, keepsLevels: Bool = true, isShare: Bool = false
  ) -> [Words] {
    if !Self.isList(tokens) {
      return tokens.isEmpty ? [] : [phrase.condensed(phrase.trimmed(tokens))]
    }
    let marks = tokens.indices.filter {
      (tokens[$0].kind == .enumeration || tokens[$0].classes.contains(.conj))
        && !(keepsLevels && phrase.joinsLevels($0, in: tokens))
    }
    if marks.isEmpty {
      return tokens.isEmpty ? [] : [phrase.condensed(phrase.trimmed(tokens))]
    }
    var parts: [Tokens] = []
    var start = tokens.startIndex
    for end in marks + [tokens.endIndex] {
      if start < end { parts.append(tokens[start..<end]) }
      start = end + 1
    }
    guard let last = parts.last, parts.count > 1 else { return parts.map { phrase.condensed(phrase.trimmed($0)) } }
    if parts.allSatisfy({ Self.isWholeShare(phrase.words($0)) }) {
      return parts.map { phrase.condensed(phrase.trimmed($0)) }
    }
    // `甲、乙的到位率` is said of both together, `甲、乙的到位率分别为90%、80%` of each.
    if let of = last.dropLast().lastIndex(where: { $0.classes.contains(.of) }) {
      let tail = phrase.words(last[of...])
      guard isPaired, of > last.startIndex, Self.hasHead(tail), tail.count <= 8,
        parts.dropLast().allSatisfy({ $0.allSatisfy { $0.classes.isDisjoint(with: [.of]) } })
      else { return [phrase.condensed(tokens)] }
      let owners = members(of: tokens[..<of], isPaired: true, keepsLevels: keepsLevels)
      // `装备制造、石油化工增加值占工业的比重`
      let share = owners.last.flatMap { $0.firstRange(of: "占") }.map { owners[owners.count - 1][$0.lowerBound...] }
      return owners.enumerated().map { i, owner in
        i + 1 < owners.count ? owner + (share ?? Words()) + tail : owner + tail
      }
    }
    if let first = last.first, first.classes.contains(.act), last.count > 1 {
      let object = phrase.words(last.dropFirst())
      if parts.dropLast().allSatisfy({ $0.allSatisfy { $0.classes.contains(.act) } }) {
        return parts.dropLast().map { phrase.words($0) + object } + [phrase.words(last)]
      }
    }
    let names = parts.enumerated().map { i, part in phrase.condensed(i == 0 ? phrase.trimmed(part) : part) }
    let members = Self.completed(names.filter { !$0.isEmpty }, isPaired: isPaired, head: verbalHead(of: last))
    return isShare ? Self.asShares(members) : members
  }

  /// `常住人口和户籍人口城镇化率分别达到55%、42%`, `甲产业、乙产业占GDP比重`: an amount has no share without its rate.
  private static func asShares(_ names: [Words]) -> [Words] {
    guard let last = names.last, ["率", "比重", "占比", "比例"].contains(where: { last.hasSuffix($0) }) else { return names }
    let of = last.firstRange(of: "占").flatMap { $0.lowerBound > last.range.lowerBound ? last[$0.lowerBound...] : nil }
    guard let tail = of ?? measureHead(of: last) else { return names }
    return names.map { name in
      let isAmount = ["人口", "增加值", "产值", "投资", "收入", "总额"].contains { name.hasSuffix($0) }
      return isAmount ? name + tail : name
    }
  }

  /// `高效作物占种植业的比重`: a share with what it is of and what it is a part of.
  private static func isWholeShare(_ words: Words) -> Bool {
    guard ["比重", "比例", "份额"].contains(where: { words.hasSuffix($0) }), let of = words.firstRange(of: "占") else {
      return false
    }
    return of.lowerBound > words.range.lowerBound
  }

  static func isList(_ tokens: Tokens) -> Bool {
    tokens.contains { $0.kind == .enumeration || $0.classes.contains(.conj) }
  }

  /// Gives each member the head that only the last one has and the modifier that only the first one has.
  static func completed(_ parts: [Words], isPaired: Bool = false, head: Words? = nil) -> [Words] {
    guard parts.count > 1, let last = parts.last else { return parts }
    if let industries = industries(parts, last) { return industries }
    if let emissions = emissions(parts, last) { return emissions }
    if parts.count == 2, let divided = dividedWord(parts[0], last) { return divided }
    if let levels = leveled(parts, last) { return levels }
    if isPaired, let sizes = sized(parts, last) { return sizes }
    let isShort = parts.dropLast().allSatisfy { $0.count <= 3 && last.count >= $0.count + 3 }
    guard hasHead(last) || (isPaired && isShort) else { return parts }
    var parts = parts.map(withoutScope)
    let short = parts.dropFirst().dropLast().first { !hasHead($0) && $0.count <= 3 }
    for i in parts.indices.dropLast() where !hasHead(parts[i]) {
      if parts[i].count < last.count {
        // `参加养老、医疗、失业保险人数`: what a short member lacks, a longer one does too.
        let model = parts[i].count > 3 ? short ?? parts[i] : parts[i]
        let rest = alikeHead(of: last, for: parts[i]) ?? head ?? wholeWords(sharedHead(of: last, for: model), of: last)
        parts[i] += isKnown(parts[i] + rest) ? rest : knownHead(of: last, for: parts[i]) ?? rest
      } else if isPaired || last.hasSuffix("率"),
        let head = measureHead(of: last) ?? (last.hasSuffix("率") ? last.suffix(3) : nil)
      {
        parts[i] += head  // 建成区供热、燃气普及率
      }
    }
    // `生产总值、人均GDP、劳动生产率增速均为7%`: growth of each.
    let measures: [StaticString] = ["增速", "增幅", "涨幅", "降幅", "下降幅度"]
    if let measure = measures.first(where: { last.hasSuffix($0) }) {
      parts = parts.map {
        $0.hasSuffix(measure) || $0.hasSuffix("率") || $0.isOne(of: ["总量", "增量", "总额", "规模"]) ? $0 : $0 + measure
      }
    }
    guard let first = parts.first else { return parts }
    let modifier = measureHead(of: first).map { first.dropLast($0.count) }
    for i in parts.indices.dropFirst() where parts[i].count <= 4 && first.count >= parts[i].count + 2 {
      // `网络收货量和发货量`
      let isAligned = measureHead(of: first).map { $0.count < parts[i].count && parts[i].hasSuffix($0) } == true
      let modified = ((isAligned ? nil : modifier) ?? first.prefix(first.count - parts[i].count)) + parts[i]
      if isKnown(modified) || !isKnown(first) {
        parts[i] = modified
      } else if let known = knownModifier(of: first, for: parts[i]) {
        parts[i] = known + parts[i]
      } else if parts[i].count <= 2 || !isKnown(parts[i]) {
        parts[i] = modified
      }
    }
    // `五保集中和分散供养标准`: one word in the place of the other, behind what both are of.
    for (one, other) in opposites where last.hasPrefix(other) {
      if let at = first.firstRange(of: one), at.lowerBound > first.range.lowerBound {
        parts[parts.count - 1] = first[..<at.lowerBound] + last
      }
    }
    // `单位GDP能耗和二氧化碳排放`: each by the same yardstick.
    if let yardstick = GrammarLists.standard.yardsticks.first(beginning: first) {
      for i in parts.indices.dropFirst() where GrammarLists.standard.intensities.contains(parts[i]) {
        parts[i] = yardstick + parts[i]
      }
    }
    return parts
  }

  // MARK: - By the catalogue

  private static func isKnown(_ name: Words) -> Bool { IndicatorCatalogue.standard.knows(name.utf8) }

  /// Whether a name is known without words that make another series of it.
  private static func isPlainName(_ name: Words) -> Bool {
    IndicatorCatalogue.standard.match(name.description)?.scope.isEmpty == true
  }

  /// The shortest end of the last member that makes a known name of an earlier one (`二氧化硫`, `化学需氧量排放`).
  private static func knownHead(of last: Words, for part: Words) -> Words? {
    guard last.count > 2, last.count <= 12 else { return nil }
    return (2..<last.count).lazy.map { last.suffix($0) }.first { isKnown(part + $0) }
  }

  /// The longest beginning of the first member that makes a known name of a later one (`发明专利申请量`, `授权量`).
  private static func knownModifier(of first: Words, for part: Words) -> Words? {
    guard first.count > 2, first.count <= 16 else { return nil }
    return stride(from: first.count - 1, through: 2, by: -1).lazy.map { first.prefix($0) }
      .first { isPlainName($0 + part) }
  }

  /// An end of a member, from the beginning of the word on that it would cut (`养量` of `生猪饲养量`).
  private static func wholeWords(_ end: Words, of last: Words) -> Words {
    let cut = last.count - end.count
    for word in GrammarLists.standard.wholes {
      guard let found = last.firstRange(of: word) else { continue }
      let start = last[..<found.lowerBound].count
      if start > 0, start < cut, cut < start + word.count { return last[found.lowerBound...] }
    }
    return end
  }

  /// `城镇职工、城镇居民医疗保险限额`: words that begin alike are of one length.
  private static func alikeHead(of last: Words, for part: Words) -> Words? {
    part.count >= 3 && part.first?.isASCII == false && last.hasPrefix(part.prefix(2)) && last.count >= part.count + 3
      ? last.dropFirst(part.count) : nil
  }

  /// The end of the last member from a verb in it on (`草牧场流转面积`): what all members share.
  private func verbalHead(of last: Tokens) -> Words? {
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
    // `肉牛、马铃薯等产业规模`
    if let examples = last.firstRange(of: "等"), examples.lowerBound > last.range.lowerBound {
      let head = last[examples.upperBound...]
      if head.count >= 2, !head.hasPrefix("级") { return head }
    }
    // `华为、OPPO手机出货量`: after the name in other letters.
    if let first = last.first, first.isASCII, let end = last.firstIndex(where: { $0 >= 0x80 }) {
      return last[end...]
    }
    if part.count >= 3, let common = last.firstRange(of: part.suffix(2)), common.upperBound < last.range.upperBound {
      return last[common.upperBound...]
    }
    // Words made alike (`供热`, `供水普及率`): after the word that begins like the part's last one.
    let lead = part.suffix(2).prefix(1)
    if last.count < part.count + 4, let common = last.firstRange(of: lead) {
      let rest = last[common.lowerBound...].dropFirst(2)
      if !rest.isEmpty { return rest }
    }
    if let head = measureHead(of: last), !alignsWords(part, last, before: head) { return head }
    let rest = last.suffix(last.count - min(part.count, last.count - 2))
    // Not from the middle of a word on (`处理能力`).
    let whole = (rest.count + 1..<max(last.count, rest.count + 1)).lazy.map { last.suffix($0) }
      .first { ClauseLexicon.standard.entry(of: $0)?.classes.contains(.noun) == true }
    return whole ?? rest
  }

  /// Whether the words in the place of a short part are likely of its length (`小学、初中毕业生合格率`): nothing between them
  /// and the head, or a word of two characters at least. `肉牛、马铃薯产业规模` leaves one.
  private static func alignsWords(_ part: Words, _ last: Words, before head: Words) -> Bool {
    let between = last.count - part.count - head.count
    guard part.count <= 3, between >= 0 else { return false }
    return between == 0 || GrammarLists.standard.modifiers.end(part)
      || GrammarLists.standard.innerWords.begin(last.dropFirst(part.count))
  }

  /// The longest word at the end of a name that says what is measured (`播种面积`, `总产值`).
  static func measureHead(of name: Words) -> Words? {
    for length in stride(from: min(6, name.count - 1), through: 2, by: -1) {
      let head = name.suffix(length)
      if ClauseLexicon.standard.heads.contains(head) { return head }
    }
    // Other words made of the same last characters: `用量`, `增量`.
    return name.count > 2 && name.lastIsOne(of: "量额值数") ? name.suffix(2) : nil
  }

  /// Words of scope before a list belong to all of it.
  static func withoutScope(_ part: Words) -> Words {
    guard let first = part.first, first.isOne(of: "全我"), let second = part.dropFirst().first,
      second.isOne(of: "市省区县镇乡州旗村"), part.count > 3
    else { return part }
    return part.dropFirst(2)
  }

  /// Whether a phrase ends with a word that can be measured.
  static func hasHead(_ part: Words) -> Bool {
    part.lastIsOne(of: "率额值量数入金度积比速幅价次") || GrammarLists.standard.endings.end(part)
  }

}
