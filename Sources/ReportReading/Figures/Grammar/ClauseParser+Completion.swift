/// What a name lacks and the sentence has said: the thing that a measure, a level, a size or a part is of.
extension ClauseParser {
  /// Adds what the sentence shares: the thing spoken of before a relative phrase, the verb of a list.
  func completed(_ name: Words, subject: Tokens, carry: inout Carry, member: Member) -> Words {
    if let shared = sharedName(name, &carry.topics) { return shared }
    let quantity = amount(member.clause[member.run.first])
    if quantity.unit == carry.unit, quantity.kind?.isCount != true,
      let shared = Self.parallelName(name, with: topicBefore(&carry.topics))
    {
      return shared
    }
    if name.isOne(of: ["总数", "总量", "总规模", "总家数"]), let whole = Self.withoutGain(topicBefore(&carry.topics)) {
      return whole + name
    }
    if name.count == 1, subject.allSatisfy({ $0.kind == .text }), case let before = topicBefore(&carry.topics),
      !before.isEmpty
    {
      return before + name
    }  // 其中新争取38项
    if isRelative(name) || lists.means.contains(name) || isOrdinal(name) || isPlanned(name, member),
      case let before = topicBefore(&carry.topics), !before.isEmpty, !name.hasPrefix(before)
    {
      // `总资产13亿元，资产负债率60%，实现利润5亿元`: not of the rate.
      if before.hasSuffix("率"), quantity.kind == .money {
        return carry.topics.suffix(.max, self).last { !$0.hasSuffix("率") && !isRelative($0) }.map {
          Self.joined($0, name)
        } ?? name
      }
      return Self.joined(before, name)
    }
    if let thing = thingOfLevel(name, &carry.topics) ?? thingOfSize(name, &carry.topics) { return name + thing }
    if quantity.unit == carry.unit, let share = carry.share {
      // `出口占全国的2%、全省的20%`: the same share of another whole.
      if let of = share.firstRange(of: "占全"), of.lowerBound > share.range.lowerBound,
        share[of.lowerBound...].count <= 4,
        Self.isPlace(name)
      {
        return share[..<of.lowerBound] + "占" + name
      }
      if let measure = measureOfPlace(name, share, member) { return name + measure }
    }
    if quantity.unit == carry.unit, quantity.kind?.isRelative != true {
      if let whole = wholeOfPart(name, topicBefore(&carry.topics)) { return name + whole }
      if quantity.kind?.isCount != true, let measure = sharedMeasure(name, topicBefore(&carry.topics), member) {
        return name + measure
      }
    }
    if subject.count <= 2, subject.allSatisfy({ $0.classes.contains(.act) }),
      subject.count == 1 || !subject.contains(where: isPlainVerb),
      !lists.deeds.end(name), case let base = carry.topics.base(self), !base.isEmpty
    {
      return Self.joined(base, name)
    }
    if !member.isFirst, !carry.verb.isEmpty, let first = subject.first, !first.classes.contains(.act),
      isShared(carry.verb, with: quantity, member)
    {
      return carry.verb + name
    }
    return name
  }

  /// The thing last spoken of, nothing where there is none.
  private func topicBefore(_ topics: inout Topics) -> Words { topics.last(self) ?? Words() }

  /// `举办演出38场、…，旅游总花费突破1600亿元`: a verb of work is not meant for what reaches a number.
  private func isShared(_ verb: Words, with quantity: Quantity, _ member: Member) -> Bool {
    if verb == "投资" { return !counts(member.clause[member.run.first]) }
    guard member.left.bound == nil || quantity.kind?.isCount == true else { return false }
    guard let predicate = member.left.predicate else { return quantity.kind?.isRelative != true }
    return predicate.classes.contains(.act)
  }

  /// `龙头企业64家，其中国家级1家、省级10家`: the thing that a level alone is said of.
  private func thingOfLevel(_ name: Words, _ topics: inout Topics) -> Words? {
    let levels = lists.levels
    guard name.hasSuffix("级"), levels.end(name), name.count <= 6, case let before = topicBefore(&topics),
      !before.isEmpty
    else {
      return nil
    }
    // The thing itself, behind the level that it was said of before.
    for level in levels {
      if let at = before.firstRange(of: level), at.upperBound < before.range.upperBound {
        return before[at.upperBound...]
      }
    }
    return Coordination.hasHead(before) || before.hasSuffix("级") ? nil : before
  }

  /// `超200亿元的县77个、超500亿元的18个`: the thing that a size alone is said of.
  private func thingOfSize(_ name: Words, _ topics: inout Topics) -> Words? {
    guard name.hasSuffix("元"), name.hasPrefix("超") || name.hasPrefix("过"), case let before = topicBefore(&topics),
      let of = before.firstRange(of: "元的"),
      of.upperBound < before.range.upperBound
    else { return nil }
    return before[of.lowerBound...].dropFirst()
  }

  /// `收储土地1.3万亩，其中市区5000亩`, `项目132项，其中亿元以上81项`: what a part of it is told of.
  private func wholeOfPart(_ name: Words, _ before: Words) -> Words? {
    if name.hasSuffix("元以上") {
      guard let size = before.firstRange(of: "元以上") else { return before }
      return size.upperBound < before.range.upperBound ? before[size.upperBound...] : nil
    }
    guard lists.parts.contains(name), !before.hasPrefix(name) else { return nil }
    // `民间20亿元` behind `工业30亿元`
    if let part = lists.parts.first(beginning: before), before.count > part.count + 2 {
      return before.dropFirst(part.count)
    }
    return before.hasPrefix("完成") || before.hasPrefix("实现") ? before.dropFirst(2) : before
  }

  /// `污水处理率市区达到95%、各县市85%`: what is measured of one place is measured of the other.
  private func measureOfPlace(_ name: Words, _ share: Words, _ member: Member) -> Words? {
    guard Self.isPlace(name), member.left.predicate?.classes.contains(.change) != true,
      amount(member.clause[member.run.first]).kind == .percent,
      member.left.subject.allSatisfy({ $0.kind == .text || $0.kind != .word || $0.classes.contains(.conj) })
    else { return nil }
    for length in 2...6 where length + 2 < share.count {
      if Self.isPlace(share.suffix(length)), Coordination.hasHead(share.dropLast(length)) {
        return share.dropLast(length)
      }
      if Self.isPlace(share.prefix(length)) { return share.dropFirst(length) }
    }
    return share
  }

  /// `市区`, `各县市`, `沿海`: where something is measured, and nothing that is.
  private static func isPlace(_ name: Words) -> Bool {
    if GrammarLists.standard.parts.contains(name) || GrammarLists.standard.areas.contains(name) { return true }
    guard (2...12).contains(name.count), name.lastIsOne(of: "市区县镇乡旗州盟）") else { return false }
    return !["园区", "开发区", "示范区", "社区", "小区", "城市", "超市", "景区", "集镇"].contains { name.hasSuffix($0) }
  }

  /// `压减炼铁产能247万吨、炼钢135万吨`: what is measured of the member before is measured of this one.
  private func sharedMeasure(_ name: Words, _ before: Words, _ member: Member) -> Words? {
    guard !member.isFirst, member.left.predicate == nil, (2...6).contains(name.count), !Coordination.hasHead(name),
      member.left.subject.allSatisfy({ $0.kind == .text }),
      ["产能", "产量", "面积", "存栏", "出栏", "产值", "投资"].contains(where: { before.hasSuffix($0) })
    else { return nil }
    return name.hasSuffix(before.suffix(2)) ? nil : before.suffix(2)
  }

  /// `新增市场主体2万户，总量突破17万户`: all there are, not only the new ones; nil where nothing tells them apart.
  static func withoutGain(_ name: Words) -> Words? {
    for gain: StaticString in ["新增", "净增"] where name.hasSuffix(gain) && name.count > 3 { return name.dropLast(2) }
    return GrammarLists.standard.gains.first { name.hasPrefix($0) && name.count > $0.count + 1 }.map {
      name.dropFirst($0.count)
    }
  }

  /// `完成调整预算的100.8%`, `完成区下达任务的101%`: how far the plan for the thing spoken of was fulfilled.
  func isPlanned(_ name: Words, _ member: Member) -> Bool {
    guard amount(member.clause[member.run.first]).kind == .percent, name.count <= 8,
      member.left.predicate?.classes.contains(.change) != true
    else { return false }
    return ["预算", "任务", "任务数", "计划", "目标任务", "定购任务"].contains { name.hasSuffix($0) }
  }

  /// `第二批`, `推出首批`: a part of the thing spoken of before.
  func isOrdinal(_ name: Words) -> Bool {
    guard name.lastIsOne(of: "批期") else { return false }
    let begun = lists.enacting.first(beginning: name)
    return name.dropFirst(begun?.count ?? 0).dropLast().allSatisfy { $0.isOne(of: "第首一二三四五六七八九十") }
  }

  func isRelative(_ name: Words) -> Bool {
    // 在固定资产投资中占比
    if name.hasPrefix("在"), name.hasSuffix("占比") || name.hasSuffix("比重") { return true }
    if Self.relativeBeginnings.begin(name) { return !name.hasPrefix("占地") }
    return lexicon.relatives.contains(name)
  }

  /// What begins with these is said of a thing named before.
  private static let relativeBeginnings = WordList(
    ["占", "约占", "总量占", "规模占", "增速", "实际增速", "同比增速", "增幅", "涨幅", "降幅"].map { Words(keeping: $0) })

  static func joined(_ before: Words, _ name: Words) -> Words {
    // A new measure takes the place of the last one (`粮食播种面积`, `产量`).
    if GrammarLists.standard.measures.contains(name), let head = Coordination.measureHead(of: before), head != name {
      // A region's product is nobody's product: `地区生产总值…，实现税收…`
      let owner = before.dropLast(head.count)
      return owner.hasSuffix("生产") ? name : owner + name
    }
    return before.count > 16 ? before.suffix(16) + name : before + name
  }
}
