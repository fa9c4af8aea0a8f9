/// Figures whose thing stands after the number (`6个项目获奖`).
extension ClauseParser {
  func readObject(
    _ member: Member, _ quantities: [Quantity], carry: inout Carry, into drafts: inout [DraftFigure]
  ) {
    var right = member.right
    while let first = right.first, first.classes.contains(.of) || first.kind == .parenthesis { right.removeFirst() }
    guard !right.isEmpty else { return readSubject(member, quantities, carry: &carry, into: &drafts) }
    let subject = member.owner
    let verb = verbBefore(subject, member: member, carry: carry)
    var name = objectName(right)
    if member.hasNext, name.count <= 4, let last = name.last, last.isOne(of: "级型类定") {
      let ahead = phrase.words(objectAfterNext(member))
      // `74项国家级、94项省级改革试点任务`: what stands behind the same word there.
      let rest = ahead.firstRange(of: name.suffix(1)).map { ahead[$0.upperBound...] } ?? ahead.dropFirst(name.count)
      if !rest.isEmpty { name += rest }
    }
    if verb == "投资", quantities.last?.kind == .money {
      // `投资2亿元的化肥厂、1亿元的水泥厂`
      name = (name.hasSuffix("等") ? name.dropLast() : name) + verb
    } else if !verb.isEmpty, !name.hasPrefix(verb) {
      name = verb + name
    }
    let owner = subject.last?.classes.contains(.act) == true ? subject.dropLast() : subject
    if let last = owner.last, last.kind == .text || last.kind == .parenthesis, phrase.byteCount(owner) <= 45 {
      let isOwner =
        member.leftTokens.last?.classes.contains(.of) == true || name.count - verb.count <= 2
        || phrase.words(right).hasPrefix("任务")
        || member.left.predicate == nil && namesPlace(owner)
      if isOwner { name = phrase.condensed(owner) + name }
      if bytes.hasText("中", at: last.range.upperBound - 3), member.left.predicate != nil {
        name = phrase.condensed(owner).dropLast() + name
      }
    }
    let reduction = reduction(member, quantities)
    // `建成101所学校`: a thing by itself, where a verb governs it.
    let isThing = name.count == 2 && subject.last?.classes.contains(.act) == true && !isVague(name)
    let generic = name.count <= 2 && reduction == nil && !isThing || lexicon.relatives.contains(name)
    if quantities.count > 1, quantities[0].unit == "类" {
      return readObject(member, Array(quantities.dropFirst()), carry: &carry, into: &drafts)
    }
    if ["方面", "环节", "层面"].contains(where: { name.hasPrefix($0) || name.hasSuffix($0) }) { return }
    // `17个已交付使用`: of the things counted before.
    let isElliptic =
      subject.isEmpty && (right.first?.classes.contains(.aux) == true || countsOn(member, quantities, right, carry))
    if generic || isElliptic, member.isFirst, let before = carry.topics.last(self) { name = Self.joined(before, name) }
    if let reduction {
      var amount = member
      amount.left.predicate = nil
      addThings(reduction + name, quantities, amount, to: &drafts)
      name = reduction + name
    } else {
      addThings(name, quantities, member, to: &drafts)
    }
    carry.topics.append(name, base: name)
    if let last = subject.last, last.classes.contains(.act) {
      carry.verb = lexicon.entries[Int(last.index)].keepsVerb ? phrase.words(subject.suffix(1)) : Words()
    }
  }

  /// Adds a figure for each quantity: without a verb of change, an amount.
  private func addThings(_ name: Words, _ quantities: [Quantity], _ member: Member, to drafts: inout [DraftFigure]) {
    let first = drafts.count
    for quantity in quantities {
      drafts.append(draft(name, quantity, member, flags: []))
      let last = drafts.count - 1
      if drafts[last].measure == .change, member.left.predicate == nil { drafts[last].measure = .level }
    }
    accept(&drafts, from: first, member: member)
  }

  /// `项目`, `任务`: of the thing spoken of before.
  private func isVague(_ name: Words) -> Bool {
    lists.vague.contains(name)
  }

  /// `开工建设112个，38个达到入住条件`: some of the things counted before.
  private func countsOn(_ member: Member, _ quantities: [Quantity], _ right: Tokens, _ carry: Carry) -> Bool {
    guard member.isFirst, member.leftTokens.isEmpty, quantities.count == 1, quantities[0].kind?.isCount == true,
      quantities[0].unit == carry.unit, let first = right.first, first.kind == .word
    else { return false }
    return !first.classes.isDisjoint(with: [.level, .levelTo])
      || first.classes.contains(.act) && right.allSatisfy { $0.kind == .word }
  }

  /// `压减6000万吨钢铁`: an amount of work, not a fall of what was spoken of; nil where the verb means one.
  private func reduction(_ member: Member, _ quantities: [Quantity]) -> Words? {
    guard let verb = member.left.predicate, verb.classes.contains(.change), verb.changeSign < 0,
      quantities.allSatisfy({ $0.kind?.isRelative != true }), member.owner.isEmpty,
      let token = member.leftTokens.last(where: { $0.kind == .word && $0.classes.contains(.change) })
    else { return nil }
    let words = phrase.words(token)
    return words.isOne(of: ["压减", "削减", "淘汰", "化解", "退出", "取消", "精简"]) ? words : nil
  }

  /// The words after the next quantity of the clause, up to a mark.
  func objectAfterNext(_ member: Member) -> Tokens {
    guard let next = member.clause[member.right.endIndex...].firstIndex(where: { $0.kind == .quantity }) else {
      return []
    }
    return member.clause[(next + 1)...].prefix { $0.kind == .text || $0.kind == .word }
  }

  /// The verb in front of the number that belongs to the name.
  private func verbBefore(_ subject: Tokens, member: Member, carry: Carry) -> Words {
    if let last = subject.last, last.classes.contains(.act) {
      return lexicon.entries[Int(last.index)].keepsVerb ? phrase.words(subject.suffix(1)) : Words()
    }
    if subject.isEmpty, !member.isFirst {
      // `投资113亿元的12个重大项目`: invested in them, they are not invested.
      return carry.verb == "投资" && counts(member.clause[member.run.first]) ? Words() : carry.verb
    }
    return Words()
  }

  /// The name in the words after the number: all of them where they are a short statement.
  private func objectName(_ right: Tokens) -> Words {
    var tokens = right
    if right.contains(where: { $0.kind == .parenthesis || $0.kind == .period }) {
      tokens = memory.keep(right.filter { $0.kind != .parenthesis && $0.kind != .period })
    }
    if phrase.byteCount(tokens) > 60, let last = tokens.lastIndex(where: { $0.classes.contains(.of) }),
      last + 1 < tokens.endIndex
    {
      tokens = tokens[(last + 1)...]
    }
    if phrase.byteCount(tokens) > 60, let mark = tokens.firstIndex(where: { $0.kind == .enumeration }),
      mark > tokens.startIndex
    {
      tokens = tokens[..<mark]
    }
    while phrase.byteCount(tokens) > 60, tokens.count > 1 { tokens.removeLast() }
    while let last = tokens.last, !last.classes.isDisjoint(with: [.of, .conj]) || last.kind == .enumeration {
      tokens.removeLast()
    }
    return phrase.words(tokens)
  }
}
