/// Subjects that begin with a verb of change, and words about the number that are no name of it.
extension ClauseParser {
  /// `减少能耗约2万吨`: a change of the object, unless it is an amount of work.
  func readDecrease(
    _ member: Member, _ quantities: [Quantity], subject: Tokens, carry: inout Carry, into drafts: inout [DraftFigure]
  ) {
    let first = drafts.count
    var member = member
    let verb = lexicon.entries[Int(subject[subject.startIndex].index)]
    // `减少融资成本2.3亿元`: a burden taken off.
    let object = phrase.words(subject.dropFirst())
    let isBurden =
      quantities.allSatisfy { $0.kind == .money } && ["成本", "负担", "税费", "费用", "税负"].contains { object.hasSuffix($0) }
    let isChange =
      !isBurden
      && (phrase.words(subject.prefix(1)).hasPrefix("减少")
        || phrase.words(subject.prefix(1)).hasPrefix("增加") && addsTo(quantities, member))
      || quantities.allSatisfy { $0.kind?.isRelative ?? false }
    let name = isChange ? phrase.condensed(subject.dropFirst()) : phrase.condensed(subject)
    if isChange { member.left.predicate = verb }
    carry.topics.append(phrase.condensed(subject.dropFirst()))
    // `减少文件、会议50%以上`
    if isChange, quantities.count == 1, quantities[0].kind?.isRelative == true, Coordination.isList(subject) {
      drafts += coordination.members(of: subject.dropFirst()).map { draft($0, quantities[0], member, flags: []) }
    } else {
      drafts += quantities.map { draft(name, $0, member, flags: []) }
    }
    accept(&drafts, from: first, member: member)
  }

  /// `增加财政收入3亿元`; `增加学位300个` makes things, as 新增 does, and 累计 adds them up.
  private func addsTo(_ quantities: [Quantity], _ member: Member) -> Bool {
    !member.isCumulative
      && quantities.allSatisfy {
        $0.kind?.isCount != true || $0.kind == .person || $0.unit.isOne(of: ["人", "人次", "户"])
      }
  }

  /// `接近10%的预期目标`: last year's target, recalled.
  func recallsTarget(_ member: Member) -> Bool {
    guard member.right.count > 1 else { return false }
    // 提出9%左右的经济增长目标
    let isSpokenOf =
      member.left.predicate == nil && member.right.first?.classes.contains(.of) == true
      && member.left.subject.allSatisfy { $0.classes.contains(.act) || bytes.hasText("提出", at: $0.range.lowerBound) }
    guard member.left.subject.isEmpty && member.left.bound != nil || isSpokenOf else { return false }
    return phrase.words(member.right).hasSuffix("目标")
  }

  /// `通过市场化方式放大至1000亿元`: how it was done, no thing.
  func namesManner(_ subject: Tokens) -> Bool {
    let words = phrase.words(subject)
    return ["通过", "采取", "按照", "以"].contains { words.hasPrefix($0) }
      && ["方式", "办法", "途径", "手段", "形式", "渠道"].contains { words.hasSuffix($0) }
  }

  /// `一般公共预算支出74.2%用于民生事业`: what the share goes to.
  func purpose(of member: Member, _ quantities: [Quantity]) -> Words {
    guard quantities.count == 1, quantities[0].kind == .percent, member.left.predicate == nil,
      case let words = phrase.words(member.right), words.count <= 14, words.hasPrefix("用于") || words.hasPrefix("投向")
    else { return Words() }
    return words
  }

  /// `其中工业投资占39.5%`: a share of the whole spoken of before.
  func takesUp(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard quantities.count == 1, quantities[0].kind == .percent, member.right.isEmpty,
      !member.left.subject.isEmpty,
      let verb = member.leftTokens.last(where: { $0.kind == .word && !$0.classes.contains(.pre) })
    else { return false }
    return phrase.words(verb).isOne(of: ["占", "占到"])
  }
}
