/// Figures whose thing stands before the number, and the names that lists and sentences share.
extension ClauseParser {
  func readSubject(
    _ member: Member, _ quantities: [Quantity], carry: inout Carry, into drafts: inout [DraftFigure]
  ) {
    // A list of which each member has its number may be long.
    let isList = (member.run.isList || member.left.isDistributed) && Coordination.isList(member.left.subject)
    var subject = withoutReason(
      phrase.shortened(member.owner, limit: isList ? 240 : 66), in: member.clause)
    // `是“十一五”的5.4倍`: times of the thing spoken of before.
    if quantities.first?.kind == .times, let verb = member.leftTokens.first, verb.kind == .word,
      phrase.words(verb).isOne(of: ["是", "为", "相当于"]), !carry.topics.isEmpty(self)
    {
      subject = []
    }
    if namesManner(subject) { subject = [] }
    // `全市压减一般性支出9.7%`
    if subject.count > 2, isScope(subject[subject.startIndex]),
      subject[subject.startIndex + 1].classes.isSuperset(of: [.change, .act])
    {
      subject = subject.dropFirst()
    }
    if let first = subject.first, subject.count > 1, first.classes.isSuperset(of: [.change, .act]) {
      return readDecrease(member, quantities, subject: subject, carry: &carry, into: &drafts)
    }
    let name = subject.isEmpty ? Words() : phrase.condensed(subject)
    var names = subjectNames(subject, name, member: member, count: quantities.count, carry: &carry)
    guard !names.isEmpty, !recallsTarget(member) else { return }
    if case let purpose = purpose(of: member, quantities), !purpose.isEmpty { names.update { $0 += purpose } }
    if takesUp(member, quantities) {
      names.update { name in
        let isShare = name.contains("占") || ["率", "比", "比重", "比例"].contains { name.hasSuffix($0) }
        if !isShare { name += "占比" }
      }
    }
    names = split(names, member, count: quantities.count)
    let first = drafts.count
    if member.run.isList, quantities.count > 1 {
      pair(names, quantities, member, into: &drafts)
    } else {
      share(names, quantities, member, subject: subject, into: &drafts)
    }
    remember(names, of: member, subject: subject, name, carry: &carry)
    date(&drafts, from: first, member.left, carry: &carry)
    if carry.isGrowth, subject.isEmpty, member.left.predicate == nil || reaches(member), member.left.tense == .target {
      for i in first..<drafts.count where drafts[i].unit == "%" { drafts[i].measure = .change }
    }
    accept(&drafts, from: first, member: member)
    note(drafts, from: first, isStart: member.left.isStart, isSame: subject.isEmpty, carry: &carry)
  }

  /// Hands on what the figures of a member are.
  /// - Parameter isSame: whether they are of the thing spoken of before.
  private func note(_ drafts: [DraftFigure], from first: Int, isStart: Bool, isSame: Bool, carry: inout Carry) {
    carry.started = nil
    guard first < drafts.count else { return }
    let last = drafts.count - 1
    if isStart, first == last, Self.isShare(drafts[last].indicator) { carry.started = drafts[last].indicator }
    carry.isGrowth = drafts[last].measure == .change && drafts[last].unit == "%"
    if drafts[last].unit == "%" || drafts[last].unit == "‰" {
      carry.share = drafts[last].measure == .level ? drafts[last].indicator : isSame ? carry.share : nil
    }
  }

  private static func isShare(_ name: Words) -> Bool {
    ["比重", "占比", "比例"].contains { name.hasSuffix($0) }
  }

  /// Two things in one word, taken apart where there are two numbers or one for each.
  private func split(_ names: Few<Words>, _ member: Member, count: Int) -> Few<Words> {
    if names.count == 1, member.run.isList, count > 1 {
      return Coordination.divided(names[0], into: count).map { Few($0) } ?? names
    }
    let wantsTwo = member.left.isDistributed
    guard names.count == 1, wantsTwo else { return names }
    return Coordination.twins(names[0]).map { Few($0) } ?? names
  }

  /// One number for each name (`文件、会议分别精减7%和12%`).
  private func pair(
    _ names: Few<Words>, _ quantities: [Quantity], _ member: Member, into drafts: inout [DraftFigure]
  ) {
    var names = Array(names)
    var flags: DraftFlags = []
    if names.count != quantities.count {
      // `盘活土地45宗、252.4公顷`: one thing in several units; else numbers that do not pair up.
      let isOneThing = names.count == 1 && Set(quantities.map(\.unit)).count == quantities.count
      if !isOneThing { flags.insert(.ambiguous) }
      if names.count == 1 { names = Array(repeating: names[0], count: quantities.count) }
    }
    var quantities = quantities
    // `分别达到97%、98%以上`: the bound after the last number is meant for all.
    // But `8%和8%以上` tells them apart.
    if let bound = quantities.last?.bound, member.left.isDistributed || names.count == quantities.count,
      quantities.count != 2 || quantities[0].low != quantities[1].low || bound != .atLeast,
      quantities.dropLast().allSatisfy({ $0.bound == nil })
    {
      for i in quantities.indices { quantities[i].bound = bound }
    }
    for (name, quantity) in zip(names, quantities) { drafts.append(draft(name, quantity, member, flags: flags)) }
  }

  /// The same number for each name, or one for all of them together.
  private func share(
    _ names: Few<Words>, _ quantities: [Quantity], _ member: Member, subject: Tokens, into drafts: inout [DraftFigure]
  ) {
    let isEach = member.left.isDistributed || names.count > 1 && (sharesNumber(subject) || growsTogether(member))
    for name in isEach ? names : .one(names.joined(separator: "、")) {
      for quantity in quantities { drafts.append(draft(name, quantity, member, flags: [])) }
    }
  }

  /// Hands on the years that a list shares: the base of an average, the year of a starting value.
  private func date(_ drafts: inout [DraftFigure], from first: Int, _ left: LeftPart, carry: inout Carry) {
    for i in first..<drafts.count {
      if left.isAverage, left.baseYear == nil, let base = carry.baseYear { drafts[i].baseYear = base }
      guard drafts[i].isStart else { continue }
      drafts[i].baseYear = drafts[i].baseYear ?? carry.startYear
      carry.startYear = drafts[i].baseYear
    }
    let last = drafts[first...].lastIndex { !$0.isStart && $0.unit != "倍" }
    carry.baseYear = last.flatMap { drafts[$0].baseYear } ?? carry.baseYear
  }

  /// Two rates joined by 和 have the same value each; amounts joined by 、 are one sum.
  private func sharesNumber(_ subject: Tokens) -> Bool {
    let words = phrase.words(subject)
    return words.hasSuffix("率") || words.hasSuffix("覆盖面") || words.hasSuffix("增长") || words.hasSuffix("比例")
  }

  /// A growth rate said of a list holds for each member.
  private func growsTogether(_ member: Member) -> Bool {
    let quantity = text.quantities[Int(member.clause[member.run.first].index)]
    if quantity.kind == .times { return true }
    return quantity.kind == .percent && member.left.predicate?.classes.contains(.change) == true
  }

  /// The names that the numbers belong to.
  /// - Parameter name: the subject's own.
  private func subjectNames(
    _ subject: Tokens, _ name: Words, member: Member, count: Int, carry: inout Carry
  ) -> Few<Words> {
    if subject.isEmpty { return namesBefore(member, count: count, carry: &carry) }
    let isPaired = member.run.isList && count > 1
    if subject.allSatisfy({ $0.classes.contains(.every) }), let last = carry.topics.last(self) { return .one(last) }
    // `开工99个，受理2234件，分别完成省定任务的180%、131.4%`
    if isPaired, ["任务", "目标", "目标数", "计划", "任务数"].contains(where: { name.hasSuffix($0) }), carry.stated.count >= count {
      return Few(carry.stated.suffix(count).map { Self.joined($0, name) })
    }
    if isPaired, isRelative(name), case let last = carry.topics.suffix(count, self), last.count >= count {
      return Few(last.map { Self.joined($0, name) })
    }
    if member.left.isDistributed, isRelative(name), carry.topics.listCount(self) > 1, !isPaired {
      return Few(carry.topics.suffix(carry.topics.listCount(self), self).map { Self.joined($0, name) })
    }
    if member.left.isDistributed, isRelative(name), !isPaired, carry.topics.listCount(self) <= 1,
      let both = carry.lastTwo
    {
      return Few(both.map { Self.joined($0, name) })
    }
    // `开发利用雨洪水、中水等3亿立方米` begins with a verb of its own.
    if subject.last?.classes.contains(.etc) == true, member.right.isEmpty, !reaches(member),
      let topic = carry.topics.last(self),
      !(subject.contains { $0.kind == .enumeration })
        || !member.leftTokens.contains(where: { $0.classes.contains(.act) && lexicon.entries[Int($0.index)].keepsVerb })
    {
      return .one(topic)
    }
    // `35个省重点项目、204个市重点项目分别完成投资…`: each of what was counted.
    if isPaired, !Coordination.isList(subject), let last = carry.topics.last(self),
      name.hasPrefix(last), name.count > last.count, case let all = carry.topics.suffix(count, self),
      all.count >= count,
      all.allSatisfy({ $0.hasSuffix(last.suffix(3)) })
    {
      return Few(all.map { $0 + name.dropFirst(last.count) })
    }
    // `高新技术、装备制造等优势产业投资增长12%`: told of them together.
    let isTogether = !member.left.isDistributed && !isPaired && namesTogether(subject)
    if !isTogether, member.left.isDistributed || isPaired || sharesNumber(subject) || growsTogether(member) {
      let members = coordination.members(
        of: subject, isPaired: isPaired, keepsLevels: !member.left.isDistributed && !isPaired, isShare: isShare(member))
      // `总量小、水平低、自给率仅为9.8%`: what is told without a number.
      if members.count > 1, !isPaired, !member.left.isDistributed, let last = members.last,
        members.dropLast().contains(where: { $0.last?.isOne(of: "小低弱慢差") == true })
          || phrase.words(subject).contains("低、")
          || phrase.words(subject).contains("全覆盖、")
      {
        return .one(completed(last, subject: subject, carry: &carry, member: member))
      }
      if members.count > 1 {
        // Only where the list begins with a word that needs the thing before (`总量、增幅`) does it belong to all.
        if !isRelative(members[0]), member.isFirst { return Few(members) }
        return Few(members.map { completed($0, subject: subject, carry: &carry, member: member) })
      }
    }
    return .one(completed(name, subject: subject, carry: &carry, member: member))
  }

  /// The names of what was spoken of before, where a member has none of its own.
  private func namesBefore(_ member: Member, count: Int, carry: inout Carry) -> Few<Words> {
    if member.run.isList, count > 1 { return Few(carry.topics.suffix(count, self)) }
    if !member.isFirst, let started = carry.started { return .one(started) }
    if let whole = wholeYear(member, &carry.topics) { return .one(whole) }
    let quantity = amount(member.clause[member.run.first])
    if let share = carry.share, quantity.kind == .points { return .one(share) }
    // `外资9.2亿美元，内资554亿元，均增长15%`
    if member.left.isDistributed, carry.topics.listCount(self) <= 1 {
      if meansAll(member), carry.stated.count > 1 { return Few(carry.stated) }
      if let both = carry.lastTwo { return Few(both) }
    }
    // `新增市级龙头企业13家，累计31家`
    let isTotal =
      quantity.kind?.isRelative != true
      && (member.left.predicate?.classes.contains(.levelTo) == true
        || member.mayHoldSign && member.leftWords.contains("累计"))
    var names = Few<Words>.none
    let spokenOf =
      member.left.isDistributed
      ? Few(carry.topics.suffix(max(carry.topics.listCount(self), 1), self))
      : carry.topics.last(self).map { .one($0) } ?? .none
    for name in spokenOf {
      names.append((isTotal ? Self.withoutGain(name) : nil) ?? amounting(name, member))
    }
    return names
  }

  private func isShare(_ member: Member) -> Bool {
    amount(member.clause[member.run.first]).kind == .percent && member.left.predicate?.classes.contains(.change) != true
  }

  /// `均比2006年翻了一番`: said of all that was stated.
  private func meansAll(_ member: Member) -> Bool {
    member.leftClasses.contains(.dist)
      && member.leftTokens.contains {
        $0.kind == .word && $0.classes.contains(.dist) && phrase.words($0).hasPrefix("均")
      }
  }

  /// `生产总值年均增速高于全省，到2018年突破2000亿元`: the thing itself, where a rate cannot be so much.
  private func amounting(_ name: Words, _ member: Member) -> Words {
    guard amount(member.clause[member.run.first]).kind == .money,
      let rate = ["年均增速", "年均增幅", "增速", "增幅", "年均增长"].first(where: { name.hasSuffix($0) }),
      name.count > Words(rate).count + 1
    else { return name }
    return name.dropLast(Words(rate).count)
  }

  /// Whether a list ends with the name for all its members (`…、农产品加工等优势产业投资`).
  private func namesTogether(_ subject: Tokens) -> Bool {
    guard let etc = subject.lastIndex(where: { $0.classes.contains(.etc) }), Coordination.isList(subject[..<etc]) else {
      return false
    }
    let name = subject[(etc + 1)...]
    return phrase.byteCount(name) >= 12 && !Coordination.isList(name)
  }

  /// `森林公园、湿地公园等达到14个`
  private func reaches(_ member: Member) -> Bool {
    member.left.predicate.map { !$0.classes.isDisjoint(with: [.level, .levelTo]) } ?? false
  }

  /// A relative phrase that speaks of the thing (`增速`, `占比`), not of a part of it (`计划总投资`).
  private func isAttribute(_ name: Words) -> Bool {
    guard isRelative(name) else { return false }
    return name.hasPrefix("占") || ["速", "幅", "比", "重", "名", "次", "率", "度", "超收", "短收"].contains { name.hasSuffix($0) }
  }

  private func remember(
    _ names: Few<Words>, of member: Member, subject: Tokens, _ name: Words, carry: inout Carry
  ) {
    guard !subject.isEmpty else { return }
    // What is said of the thing, not another thing.
    if isAttribute(name) || isPlanned(name, member), !carry.topics.isEmpty(self) { return }
    let hasBase = subject.count > 1 || subject.first?.classes.contains(.act) == false
    let base = hasBase ? baseName(names, subject) : nil
    if names.count == 1 {
      carry.topics.append(names[0], base: base)
    } else {
      carry.topics.turn(to: names, base: base, self)
    }
    if let first = subject.first, first.classes.contains(.act), lexicon.entries[Int(first.index)].keepsVerb {
      carry.verb = phrase.words(subject.prefix(1))
    }
  }

  /// The last name without the verb at its end.
  private func baseName(_ names: Few<Words>, _ subject: Tokens) -> Words {
    let name = names.last ?? Words()
    guard let last = subject.last, last.classes.contains(.act) else { return name }
    let act = phrase.words(subject.suffix(1))
    return name.hasSuffix(act) ? name.dropLast(act.count) : name
  }
}
