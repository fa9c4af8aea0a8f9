/// Numbers that belong to names: size classes, capacities, existing groups.
extension ClauseParser {
  /// A sum that names a size (`1000万元以上企业`, `超亿元项目`).
  func isSizeClass(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard let quantity = quantities.last, let first = member.right.first ?? following(member) else { return false }
    guard first.kind == .text || first.classes.contains(.act) || first.classes.contains(.of) else { return false }
    let noun = lexicon.match(.sizeNoun, in: bytes, at: first.range.lowerBound, limit: bytes.count) != nil
    switch quantity.kind {
    case .money, nil:
      return noun && quantity.hasMultiplier
        && (quantity.bound != nil || !spends(member) && !countsPeople(member, quantity))
    case .energy, .ship, .data: return first.kind == .text
    case .area, .mass, .volume, .length:
      let isBound = quantity.bound == .atLeast || quantity.bound == .atMost
      return isBound && member.right.first != nil && (first.kind == .text || first.classes.contains(.of))
    default: return false
    }
  }

  func amount(_ token: Token) -> Quantity { text.quantities[Int(token.index)] }

  /// `拆除10蒸吨以下锅炉45台`, `500亩示范点100个`: a size in front of what is counted belongs to its name.
  func namingSizes(_ clause: Tokens, _ traits: Tokens.Traits) -> Tokens {
    var named = traits.classes.contains(.of) ? describing(clause) : []
    var size: Int?
    for i in clause.indices {
      let token = clause[i]
      if token.kind == .quantity {
        let quantity = text.quantities[Int(token.index)]
        if let at = size, let kind = quantity.kind, !kind.isRelative, kind.isCount || amount(clause[at]).isSize {
          named.append(at)
        }
        let isSize =
          (quantity.isSize || quantity.isUnitSize) && i + 1 < clause.endIndex && clause[i + 1].kind == .text
          && i > clause.startIndex
        size = isSize && clause[i - 1].kind != .quantity ? i : nil
      } else if token.kind != .text, !token.classes.contains(.act) {
        size = nil
      }
    }
    if named.isEmpty { return clause }
    return memory.keep(
      clause.indices.map { at in
        var token = clause[at]
        if named.contains(at) { token.kind = .text }
        return token
      })
  }

  /// `1073个空置率50%以上的“空心村”`: between a count and what is counted, a number that only describes it.
  private func describing(_ clause: Tokens) -> [Int] {
    clause.indices.filter { at in
      guard clause[at].kind == .quantity, at > clause.startIndex + 1, at + 2 < clause.endIndex,
        clause[at + 1].classes.contains(.of), clause[at + 2].kind == .text,
        case let quantity = amount(clause[at]), quantity.bound != nil, quantity.bound != .moreThan,
        clause[at - 1].kind == .text, Coordination.hasHead(phrase.words(clause[at - 1])),
        clause[at - 2].kind == .quantity, amount(clause[at - 2]).kind?.isCount == true
      else { return false }
      return true
    }
  }

  /// `102个20户以上自然村`: behind a count, a size of what is counted; alone, the size of a group (`25户100人以上自然村`).
  func dropSizes(_ quantities: inout [Quantity], _ member: Member) {
    // `3个10万头奶牛园区`
    if !member.run.isList, quantities.count == 2, quantities[1].hasMultiplier,
      quantities[1].unit.isOne(of: ["头", "只", "羽"]),
      quantities[0].kind == .count,
      lists.farms.contains(where: { phrase.words(member.right).firstRange(of: $0) != nil })
    {
      quantities.removeLast()
      return
    }
    guard !member.run.isList, quantities.count > 1, let next = member.right.first,
      next.kind == .text || next.classes.contains(.of)
    else { return }
    let areSizes = quantities.dropFirst().allSatisfy {
      ($0.bound == .atLeast || $0.bound == .atMost) && $0.kind?.isRelative != true
    }
    if areSizes { quantities.removeLast(quantities[0].kind == .count ? quantities.count - 1 : quantities.count) }
  }

  /// `向15万企业退休职工发放…`
  private func countsPeople(_ member: Member, _ quantity: Quantity) -> Bool {
    quantity.unit.isEmpty && namesPeople(member.right)
  }

  /// `安排1亿元项目经费`
  private func spends(_ member: Member) -> Bool {
    guard let last = member.leftTokens.last, last.kind == .word else { return false }
    return lists.spends(phrase.words(last))
  }

  func following(_ member: Member) -> Token? {
    member.run.end < member.clause.endIndex ? member.clause[member.run.end] : nil
  }

  /// A count that only names an existing group of places, of which something else is said (`32个镇街…总额159亿元`).
  func isGroup(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard quantities.count == 1, quantities[0].unit == "个", let first = member.right.first, first.kind == .text
    else {
      return false
    }
    let opens =
      member.owner.allSatisfy({ isScope($0) }) && member.left.predicate == nil
      && !member.leftClasses.contains(.act)  // 全面完成193个乡镇…
    guard opens, lexicon.match(.territory, in: bytes, at: first.range.lowerBound, limit: bytes.count) != nil else {
      return false
    }
    if let (next, _) = bytes.scalar(at: first.range.lowerBound + 3), next.isOne(of: "级直属政场民内委本重域") {
      return false
    }
    if ["项目", "工程", "企业"].contains(where: { phrase.words(first).hasSuffix($0) }) { return false }
    // `全省11个设区市全部纳入…`: all there are.
    if let last = member.left.subject.last, isScope(last), isWholeGroup(member) { return true }
    return member.hasNext && member.clause[member.run.end...].allSatisfy { $0.kind != .enumeration }
  }

  /// `11个设区市全部…`: nothing but the places is named, and all of them are meant.
  private func isWholeGroup(_ member: Member) -> Bool {
    guard let first = member.right.first, let place = lexicon.entry(of: phrase.words(first)),
      place.classes.contains(.territory), !bytes.hasText("贫困", at: first.range.lowerBound),
      let next = member.right.dropFirst().first
    else { return false }
    return next.classes.contains(.dist) || next.classes.contains(.aux)
  }

  /// `全镇4万人民`, `300万各族干部群众`: all who live there, named and not counted.
  func isPopulace(_ member: Member) -> Bool {
    guard let first = member.right.first, first.kind == .text,
      text.quantities[Int(member.clause[member.run.first].index)].unit.isEmpty
    else { return false }
    // `530万港城人民`
    let people = phrase.words(first).prefix(6)
    for word: StaticString in ["人民", "儿女"] {
      if let at = people.firstRange(of: word),
        !bytes.hasText("人民币", at: first.range.lowerBound + at.lowerBound - people.range.lowerBound)
      {
        return true
      }
    }
    return lexicon.match(.populace, in: bytes, at: first.range.lowerBound, limit: bytes.count) != nil
  }

  /// `30户以上自然村`, `以上6项指标`: a size or a count that names a group.
  private func namesGroup(_ member: Member, _ quantity: Quantity) -> Bool {
    if let first = member.leftTokens.first, member.leftTokens.count == 1,
      bytes.hasText("以上", at: first.range.lowerBound)
    {
      return true
    }
    guard quantity.bound == .atLeast, quantity.unit.isOne(of: ["户", "人", "头"]), member.right.first?.kind == .text else {
      return false
    }
    return member.left.predicate == nil && (member.leftTokens.last?.kind ?? .text) == .text
  }

  /// `以10个重点领域为主攻方向`: what the work goes by.
  private func isMeans(_ member: Member) -> Bool {
    guard !member.leftClasses.contains(.act), counts(member.clause[member.run.first]),
      member.leftWords.contains("以")
    else { return false }
    let words = phrase.words(member.clause[member.run.end...])
    return lists.roles.end(words)
  }

  /// `加大20个重点乡镇扶持力度`, `发挥11个开发区主阵地作用`: what there is already.
  private func servesPurpose(_ member: Member) -> Bool {
    guard !member.hasNext, !member.right.isEmpty, counts(member.clause[member.run.first]) else { return false }
    let words = phrase.words(member.right)
    return words.hasSuffix("力度") && !words.hasSuffix("建设力度") || words.hasSuffix("作用") || words.hasSuffix("优势")
  }

  /// The next quantity of the clause, and what stands before it.
  private func ahead(of member: Member) -> (between: Tokens, next: Quantity)? {
    guard member.hasNext, let next = member.clause[member.run.end...].firstIndex(where: { $0.kind == .quantity }) else {
      return nil
    }
    return (member.clause[member.run.end..<next], amount(member.clause[next]))
  }

  /// `42个断面水质优良比例达100%`: those whose rate is told.
  private func namesRateOwner(_ member: Member) -> Bool {
    guard member.left.predicate == nil, counts(member.clause[member.run.first]),
      let (between, next) = ahead(of: member),
      between.first?.kind != .enumeration, between.first?.kind != .comma,
      let last = between.last(where: { $0.kind == .text }),
      ["率", "比例", "比重", "占比"].contains(where: { phrase.words(last).hasSuffix($0) }),
      // `新增286个自然村通硬化路、占比达64.7%` counts and goes on.
      !phrase.words(last).isOne(of: ["占比", "比例", "比重", "覆盖率"])
    else { return false }
    return next.kind?.isRelative == true
  }

  /// `42户企业已有38户实行承包`, `27个问题整改完成25个`: those of which some are counted.
  private func namesWhole(_ member: Member) -> Bool {
    let whole = amount(member.clause[member.run.first])
    guard whole.bound == nil, let all = whole.high, whole.kind?.isCount == true,
      member.left.predicate == nil, member.owner.isEmpty,
      let (between, part) = ahead(of: member), part.unit == whole.unit, let some = part.high
    else { return false }
    guard between.allSatisfy({ $0.kind == .text || $0.kind == .word && !$0.classes.contains(.conj) }),
      between.contains(where: { $0.kind == .text })
    else {
      return false
    }
    return some.doubleValue <= all.doubleValue
  }

  /// `18个重点镇每个完成投资3000万元`, `50家重点企业同比减排13.1%`, `29个单项中我市有16项…`: of whom a number is told.
  private func isDivided(_ member: Member) -> Bool {
    guard member.hasNext, counts(member.clause[member.run.first]), member.left.predicate == nil,
      let first = member.right.first, first.kind == .text
    else { return false }
    if phrase.words(first).suffix(3).hasPrefix("中我") { return true }
    guard let next = member.clause[member.run.end...].dropFirst().first, next.kind == .word,
      member.clause[member.run.end...].prefix(while: { $0.kind != .quantity }).allSatisfy({ $0.kind != .enumeration })
    else { return false }
    return bytes.hasText("每个", at: next.range.lowerBound) || next.classes.contains(.base)
  }

  /// `43个产业集群增加值增长13%`: those whose growth is told.
  private func namesAmountOwner(_ member: Member) -> Bool {
    guard member.left.predicate == nil, counts(member.clause[member.run.first]), !member.leftClasses.contains(.act),
      case let subject = member.owner,
      subject.allSatisfy({ isScope($0) }) || subject.last?.classes.contains(.etc) == true,
      let (between, next) = ahead(of: member),
      between.allSatisfy({ $0.kind != .enumeration && $0.classes.isDisjoint(with: [.dist, .every, .of]) }),
      let last = between.last(where: { $0.kind == .text || $0.classes.contains(.noun) }),
      case let words = phrase.words(between.prefix { $0.range.upperBound <= last.range.upperBound })
    else { return false }
    let isAmount = ["产值", "增加值", "营业收入", "主营业务收入", "销售收入", "营收", "增幅", "增速"].contains { words.hasSuffix($0) }
    // `6个集聚区实现主营业务收入1500亿元`: where it was made.
    if isAmount, next.kind == .money {
      return ["集聚区", "园区", "开发区", "高新区"].contains { words.firstRange(of: $0) != nil }
    }
    return isAmount && next.kind == .percent
      && ["企业", "集群", "产业"].contains { words.firstRange(of: $0) != nil }
  }

  /// `入选全国首批20个…`: the number of those chosen elsewhere.
  func isSelection(_ member: Member) -> Bool {
    let isOwner =
      member.hasNext
      && (isDivided(member) || namesAmountOwner(member) || namesRateOwner(member) || namesWhole(member))
    if isOwner || servesPurpose(member) || isMeans(member) { return true }
    if bytes.hasText("之一", at: member.clause[member.run.end - 1].range.upperBound) { return true }
    // `时速300公里的城际铁路`
    if let last = member.leftTokens.last, last.kind == .text, bytes.hasText("时速", at: last.range.upperBound - 6) {
      return true
    }
    // `沿江1公里范围内`
    if bytes.hasText("范围", at: member.clause[member.run.end - 1].range.upperBound) { return true }
    if let last = member.right.last, last.kind == .text, bytes.hasText("之一", at: last.range.upperBound - 6) {
      return true
    }
    let quantity = text.quantities[Int(member.clause[member.run.first].index)]
    if namesGroup(member, quantity) || namesRule(member, quantity) { return true }
    if quantity.kind?.isRelative == true, member.left.predicate == nil, let last = member.left.subject.last,
      bytes.hasText("按", at: last.range.upperBound - 3)
    {
      return true  // 按13%组织
    }
    if quantity.kind?.isRelative != true, !member.right.isEmpty,
      member.leftClasses.contains(.focus), member.leftTokens.suffix(4).contains(where: { $0.classes.contains(.focus) })
    {
      return true
    }
    if member.leftTokens.contains(where: { $0.kind == .enumeration }), member.leftTokens.last?.kind == .text,
      ["产业", "领域", "环节"].contains(where: { phrase.words(member.right).hasSuffix($0) })
    {
      return true  // 发展食品、工艺、印刷3个特色产业
    }
    if let last = member.right.last, last.kind == .text, bytes.hasText("中", at: last.range.upperBound - 3),
      member.hasNext
        || member.leftTokens.contains(where: { $0.kind == .text && bytes.hasText("在", at: $0.range.lowerBound) })
    {
      return true  // 在…16项指标中
    }
    if let first = member.right.first, bytes.hasText("“", at: first.range.lowerBound), first.kind == .text,
      bytes.scalar(at: first.range.lowerBound + 3)?.0.isDigit == true
    {
      return true  // 3个“3”服务
    }
    guard let last = member.leftTokens.last, last.kind == .text else { return false }
    let words = phrase.words(last)
    return ["国首批", "省首批", "国第一批", "省第一批"].contains { words.hasSuffix($0) }
  }
}
