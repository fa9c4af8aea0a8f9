/// Where the thing counted stands: before the number or after it.
extension ClauseParser {
  func read(_ member: Member, carry: inout Carry, into drafts: inout [DraftFigure]) {
    var quantities: [Quantity] = []
    swap(&quantities, &quantityRoom)
    defer { swap(&quantities, &quantityRoom) }
    takeQuantities(of: member, into: &quantities)
    let grows = growsBehind(member, quantities)
    dropSizes(&quantities, member)
    // Changed only where it must be: it is large.
    if grows {
      read(Self.withGrowthBehind(member), quantities, carry: &carry, into: &drafts)
    } else {
      read(member, quantities, carry: &carry, into: &drafts)
    }
  }

  /// The quantities of a run, each with the unit that they share.
  private func takeQuantities(of member: Member, into quantities: inout [Quantity]) {
    quantities.removeEach()
    for token in member.clause[member.run.first..<member.run.end] where token.kind == .quantity {
      quantities.append(text.quantities[Int(token.index)])
    }
    takeOwnHeads(&quantities, member)
    if member.run.isList, let last = quantities.last {
      for i in quantities.indices where quantities[i].unit.isEmpty && !quantities[i].isRatio {
        quantities[i].unit = last.unit
        quantities[i].kind = last.kind
        quantities[i].shareMultiplier(of: last)
      }
    }
    if quantities.last?.kind == .points {
      for i in quantities.indices where quantities[i].unit == "个" {  // 提高2个和1个百分点
        quantities[i].unit = Words("个百分点")
        quantities[i].kind = .points
      }
    }
  }

  private func read(
    _ member: Member, _ quantities: [Quantity], carry: inout Carry, into drafts: inout [DraftFigure]
  ) {
    if quantities.isEmpty { return }
    if member.mayHoldSign && member.leftWords.contains("原定") || isRecalledPlan(member) { return }
    if quantities.count == 1, quantities[0].isRatio {
      drafts += readRatio(member, quantities[0], carry: &carry)
      return
    }
    if let figures = readPlace(member, quantities, carry: &carry) ?? readGap(member, quantities, carry: &carry)
      ?? readAttribute(member, quantities, carry: &carry)
    {
      drafts += figures
      return
    }
    if isSizeClass(member, quantities) || isGroup(member, quantities) || isSelection(member)
      || isCapacity(member, quantities) || isPopulace(member)
    {
      return
    }
    if standsBefore(member, quantities) {
      readObject(member, quantities, carry: &carry, into: &drafts)
    } else {
      readSubject(member, quantities, carry: &carry, into: &drafts)
    }
  }

  /// `每人每月420元和每人每年2600元`: each by its own measure.
  private func takeOwnHeads(_ quantities: inout [Quantity], _ member: Member) {
    guard quantities.count > 1 else { return }
    var number = 0
    for at in member.run.first..<member.run.end where member.clause[at].kind == .quantity {
      let before = member.clause[max(at - 1, member.clause.startIndex)]
      if number > 0, before.classes.contains(.every), quantities[number].unit == "元",
        let unit = Self.unitPerHead(phrase.words(before))
      {
        quantities[number].unit = unit
      }
      number += 1
    }
  }

  /// `保持30%以上的增长`: the change stands behind the number.
  private func growsBehind(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard quantities.count == 1, quantities[0].kind == .percent, !member.hasNext,
      member.left.predicate?.classes.contains(.change) != true,
      case let behind = member.right.drop(while: { $0.classes.contains(.of) }), behind.count == 1,
      let word = behind.first, word.kind == .word || word.kind == .text,
      phrase.words(word).isOne(of: ["增长", "增幅", "增速", "增长速度", "增长率", "增长幅度"])
    else { return false }
    return true
  }

  private static func withGrowthBehind(_ member: Member) -> Member {
    var member = member
    member.left.predicate = ClauseWord()
    member.left.predicate?.classes = .change
    member.right = []
    return member
  }

  /// `比“十五”计划目标3000亿元超过1070亿元`: the plan's number is recalled, the amount beyond it stated.
  private func isRecalledPlan(_ member: Member) -> Bool {
    guard member.hasNext, member.leftClasses.contains(.than) else { return false }
    let words = member.leftWords
    return ["目标", "任务", "计划", "预算", "指标"].contains { words.hasSuffix($0) }
  }

  /// Whether what is counted stands after the number (`6个项目获奖`) rather than before it.
  func standsBefore(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard let first = member.right.first, let quantity = quantities.last else { return false }
    if quantities.count == 1, quantity.kind == .percent, tellsOfGroup(member) { return true }
    if first.classes.contains(.of) { return ownsObject(member, quantity) }
    // 突破亿元大关
    if first.kind == .text, Self.landmarks.contains(where: { phrase.words(first).hasPrefix($0) }) { return false }
    let isName = first.kind == .text || first.classes.contains(.act)
    if isName, member.leftTokens.last?.classes.contains(.every) == true { return true }
    // `500强企业已有11家在坪山投资`
    if member.left.predicate != nil, !member.left.subject.isEmpty, bytes.hasText("在", at: first.range.lowerBound) {
      return false
    }
    let subject = member.owner
    let opens = subject.allSatisfy { $0.classes.contains(.act) || isScope($0) }
    if quantity.kind == .money, spendsOn(member, first) { return true }
    if quantity.kind == .percent, sharesOf(member, quantities, opens: opens) { return true }
    guard first.kind == .text || first.kind == .word else { return false }
    let counts = quantities.contains { $0.kind?.isCount ?? $0.hasMultiplier }
    let leads = !first.classes.isDisjoint(with: [.level, .levelTo])
    if counts, opens, leads, !member.hasNext, member.right.count > 1, member.left.predicate == nil {
      return true  // 其中20项达到国际先进水平
    }
    // `实施17项增收措施`
    let isNamed =
      counts && !subject.isEmpty && opens && !member.hasNext && member.right.count > 1
      && member.right.last?.kind == .text && first.classes.contains(.act)
    if !isNamed, first.classes.contains(.change) || first.classes.contains(.levelTo) { return false }
    return counts
      ? countsObject(member, quantity, opens: opens)
      : measuresObject(member, quantity, opens: opens, isAlone: subject.isEmpty)
  }

  /// `95%的规模养殖场配建了处理设施`, `90%政务服务事项实现在线办理`: the share of a group that something is said of.
  private func tellsOfGroup(_ member: Member) -> Bool {
    guard member.left.predicate == nil, !member.hasNext,
      case let owner = member.owner,
      owner.allSatisfy({ isScope($0) }) || owner.count == 1 && namesPlace(owner)
    else { return false }
    let group = member.right.drop { $0.classes.contains(.of) }
    guard let first = group.first, first.kind == .text, first.range.count >= 6 else { return false }
    let saysWhat = group.dropFirst().dropLast().contains {
      $0.kind == .word && !$0.classes.isDisjoint(with: [.act, .level, .levelTo])
    }
    // Long words right behind the number hold a verb that the lexicon does not know (`96%政务服务事项进驻大厅`).
    return saysWhat || group.startIndex == member.right.startIndex && first.range.count >= 21
  }

  /// `35%的城镇家庭`, `10亿元的专项资金`; not where the number is the subject's own (`外资到位6000万美元的目标`).
  private func ownsObject(_ member: Member, _ quantity: Quantity) -> Bool {
    let object = phrase.words(member.right)
    if let second = member.right.dropFirst().first,
      lexicon.match(.hollow, in: bytes, at: second.range.lowerBound, limit: bytes.count) != nil
    {
      return false
    }
    if ["目标", "水平", "要求", "标准"].contains(where: { object.hasSuffix($0) }) { return false }
    let owner = member.owner.last
    // `解决旱区21万人的饮水困难`
    let solves = quantity.kind == .person && member.leftClasses.contains(.act)
    if let owner, owner.kind == .text, quantity.kind?.isRelative != true, !solves { return false }
    let changes = member.left.predicate?.classes.contains(.change) ?? false
    return quantity.kind != .points && !changes && member.right.count > 1
  }

  /// `安排65亿元支持镇村建设`, `补助10万元办公经费`
  private func spendsOn(_ member: Member, _ first: Token) -> Bool {
    let isSpent = member.left.subject.last?.classes.contains(.act) == true
    if first.classes.contains(.act), member.right.count > 1, !member.hasNext, isSpent { return true }
    if isSpent, member.right.count == 1, phrase.words(first).isOne(of: ["贷款", "担保", "补助", "补贴", "融资", "授信"]) {
      return true
    }
    if first.kind == .text, isFund(phrase.words(first)) { return true }
    return first.kind == .text && (isSpent || phrase.words(member.right.prefix(1)).contains("资金"))
  }

  /// `设立园区20亿元成果转化基金`, `11亿元公司债券成功发行`: sums that are things.
  private func isFund(_ words: Words) -> Bool {
    words.count >= 4 && lists.funds.end(words)
  }

  /// `覆盖全市51.4%农村人口`, `50%以上公交企业成立内保机构`
  private func sharesOf(_ member: Member, _ quantities: [Quantity], opens: Bool) -> Bool {
    guard let first = member.right.first, let quantity = quantities.last else { return false }
    if first.kind == .text, quantities.count == 1, covers(member.left.subject) || setsThreshold(member) { return true }
    return quantity.bound == .atLeast && (opens || namesUnit(member.left.subject)) && member.left.predicateTakesObject
      && member.right.count > 1
      && (first.kind == .text || first.classes.contains(.aux)) && !member.hasNext
  }

  /// An area, length or mass of something named after it (`建成300万平方米绿色建筑`).
  private func measuresObject(_ member: Member, _ quantity: Quantity, opens: Bool, isAlone: Bool) -> Bool {
    let left = member.left
    let isMeasure = quantity.kind != .money && quantity.kind != .times && quantity.kind?.isRelative == false
    let takes =
      left.predicate?.classes.contains(.act) == true || left.subject.last?.classes.contains(.act) == true
      || left.subject.last.map { $0.kind == .word && lexicon.entries[Int($0.index)].isImprovement } == true
      || isOrdinal(phrase.words(left.subject)) || isGiven(left.subject)
    if isMeasure, takes || left.predicate == nil && namesPlace(left.subject), member.right.first?.kind == .text {
      return true
    }
    let isShareAlone = quantity.kind == .percent && isAlone
    return opens && left.predicateTakesObject && startsNoun(member.right) && quantity.kind != .points && !isShareAlone
  }

  /// `省核定12万吨储备粮规模`: who gave the number, not what it is of.
  private func isGiven(_ subject: Tokens) -> Bool {
    let words = phrase.words(subject)
    return ["核定", "下达", "确定", "安排", "分配"].contains { words.hasSuffix($0) }
  }

  /// `65%行政村集体收入达10万元以上`: a share of a group, and the threshold that makes the group.
  func setsThreshold(_ member: Member) -> Bool {
    guard member.run.first + 1 == member.run.end,
      let first = member.right.first(where: { !$0.classes.contains(.of) }), first.kind == .text,
      text.quantities[Int(member.clause[member.run.first].index)].kind == .percent,
      member.left.predicate == nil,
      member.owner.allSatisfy({ $0.classes.contains(.act) || isScope($0) }),
      let next = member.clause[member.right.endIndex...].first(where: { $0.kind == .quantity })
    else { return false }
    let threshold = text.quantities[Int(next.index)]
    return threshold.bound == .atLeast && threshold.kind?.isRelative != true
  }

  /// `市县90%以上政务服务事项`: units of government, no thing that has a share.
  private func namesUnit(_ subject: Tokens) -> Bool {
    let words = phrase.words(subject)
    return (1...4).contains(words.count) && words.last?.isOne(of: "省市县区乡镇村旗州") == true
  }

  /// `启动区1平方公里土地空间`: where the thing measured lies.
  func namesPlace(_ subject: Tokens) -> Bool {
    guard let last = subject.last, last.kind == .text, last.range.count >= 6 else { return false }
    return ["区", "块", "园", "村", "镇", "街"].contains { bytes.hasText($0, at: last.range.upperBound - 3) }
      && !isScope(subject)
  }

  /// Things counted: named after the number unless a name ready to be measured stands before it.
  private func countsObject(_ member: Member, _ quantity: Quantity, opens: Bool) -> Bool {
    let left = member.left
    let startsText = member.right.first?.kind == .text
    if let predicate = left.predicate {
      if predicate.classes.contains(.change), predicate.changeSign > 0, opens { return startsText }  // 提升10个示范园区
      if predicate.classes.isDisjoint(with: [.act]) { return left.predicateTakesObject && startsNoun(member.right) }
    }
    guard !opens, let last = left.subject.last else { return true }
    if !last.classes.isDisjoint(with: [.act, .etc, .aux]) { return true }
    if member.leftTokens.last?.classes.contains(.aux) == true || left.predicate != nil { return true }
    guard quantity.kind?.isCount ?? quantity.hasMultiplier else { return false }
    let words = phrase.words(left.subject)
    guard ["批", "阶段", "期", "轮"].contains(where: { words.hasSuffix($0) }) else {
      return startsNoun(member.right) && !Coordination.hasHead(words)
    }
    // `第一批11项配套政策`
    guard let first = member.right.first, !startsText else { return true }
    return member.right.count > 1 && first.classes.isDisjoint(with: [.level]) && !isPlainVerb(first)
  }

  /// `全市`, `我省`: the whole unit, no subject of its own.
  private func isScope(_ tokens: Tokens) -> Bool {
    tokens.count == 1 && tokens.allSatisfy { isScope($0) }
  }

  func isScope(_ token: Token) -> Bool {
    guard token.kind == .text, token.range.count == 6 else { return false }
    guard let (first, width) = bytes.scalar(at: token.range.lowerBound), first.isOne(of: "全我") else {
      return false
    }
    return bytes.scalar(at: token.range.lowerBound + width).map { $0.0.isOne(of: "市省区县镇乡州旗村") } ?? false
  }

  /// `覆盖全市`: what follows the share is covered.
  private func covers(_ subject: Tokens) -> Bool {
    var subject = subject
    if isScope(subject.suffix(1)) { subject.removeLast() }
    return subject.last.map { phrase.words($0).isOne(of: ["覆盖", "惠及", "带动"]) } ?? false
  }

  /// Whether words begin with a name: plain text, or a verb used in one (`配套管网`).
  private func startsNoun(_ tokens: Tokens) -> Bool {
    guard let first = tokens.first else { return false }
    if first.kind == .text { return true }
    if first.classes.contains(.aux), tokens.count > 1 { return true }  // 5人新当选院士
    return first.classes.contains(.act) && !isPlainVerb(first) && tokens.dropFirst().first?.kind == .text
  }

  func isPlainVerb(_ token: Token) -> Bool {
    token.classes.contains(.act) && !lexicon.entries[Int(token.index)].keepsVerb
  }
}
