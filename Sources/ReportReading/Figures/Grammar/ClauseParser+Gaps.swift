/// Ratios, and gaps to another indicator.
extension ClauseParser {
  /// `三次产业比例…0.4:57.1:42.5`: one figure for each side.
  func readRatio(_ member: Member, _ quantity: Quantity, carry: inout Carry) -> [DraftFigure] {
    let subject = member.owner
    let name = subject.isEmpty ? carry.topics.last(self) ?? Words() : phrase.condensed(subject)
    guard ["比", "结构", "构成"].contains(where: { name.contains($0) }) else { return [] }
    carry.topics.turn(to: name, self)
    let sides = QuantityScanner.sides(of: member.clause[member.run.first].range, in: bytes)
    if sides.count == 2, sides[1] == ExactNumber(mantissa: 1) {
      // `1.95:1` is one number, not two shares.
      var number = quantity.side(sides[0])
      number.unit = Words()
      return [draft(name, number, member, flags: [])]
    }
    let industries: [StaticString] = ["第一产业", "第二产业", "第三产业"]
    return sides.enumerated().map { i, value in
      draft(sides.count == 3 ? name + industries[i] : name, quantity.side(value), member, flags: [])
    }
  }

  /// `增速快于属地规上产值1.6个百分点`: nil where the number is no gap.
  func readGap(_ member: Member, _ quantities: [Quantity], carry: inout Carry) -> [DraftFigure]? {
    // Nearly no number is one.
    if member.leftClasses.isDisjoint(with: [.gap, .than, .base, .pre]) { return nil }
    if let figures = readHigher(member, quantities, carry: &carry) { return figures }
    if let figures = readGaps(member, quantities, carry: &carry) { return figures }
    guard quantities.count == 1, let kind = quantities[0].kind, [.points, .percent, .times].contains(kind),
      member.left.predicate == nil,
      let gap = member.leftTokens.lastIndex(where: { $0.classes.contains(.gap) }) ?? boundOfShare(member),
      member.leftTokens[(gap + 1)...].contains(where: {
        $0.kind == .text || $0.kind == .word && lexicon.entries[Int($0.index)].isPlan
      })
    else { return nil }
    // Without the bound right before the number (`近10个百分点`).
    let words = isAbout(member) ? member.leftTokens.dropLast() : member.leftTokens
    if kind == .percent, words.last?.classes.contains(.of) == true {
      return readShare(member, quantities[0], gap: gap, carry: &carry)
    }
    let other = words[gap...].filter { !$0.classes.contains(.dist) || $0.range.count > 3 }
    let isCompound = other.dropFirst().contains {
      !$0.classes.isDisjoint(with: [.change, .level, .act]) && $0.kind == .word
    }
    guard !isCompound || kind == .points else { return nil }
    let subject = phrase.trimmed(member.leftTokens[member.leftTokens.startIndex..<gap])
    var name = phrase.condensed(phrase.shortened(subject))
    if name.isEmpty || isRelative(name), let before = carry.topics.last(self) { name = Self.joined(before, name) }
    guard !name.isEmpty else { return [] }
    if carry.topics.isEmpty(self) { carry.topics.turn(to: CollectionOfOne(name), base: name, self) }
    var figure = draft(name + phrase.words(memory.keep(other)), quantities[0], member, flags: [])
    figure.measure = .level
    // `年均增长11%，高于全国2.7个百分点`
    if subject.isEmpty, carry.isAverage { figure.isAverage = true }
    figure.comparator = quantities[0].bound ?? (isAbout(member) ? .about : .equal)
    figure.low = quantities[0].low
    figure.high = quantities[0].high
    return [figure]
  }

  /// Where the bound stands in `投入不低于财政支出的3%`.
  private func boundOfShare(_ member: Member) -> Int? {
    guard member.leftTokens.last?.classes.contains(.of) == true else { return nil }
    return member.leftTokens.lastIndex { $0.kind == .word && $0.classes.contains(.pre) && $0.range.count >= 9 }
  }

  /// `规模超过总装机的70%`, `投入不低于财政支出的3%`: a share with its bound.
  private func readShare(
    _ member: Member, _ quantity: Quantity, gap: Int, carry: inout Carry
  ) -> [DraftFigure] {
    let verb = member.leftTokens[gap]
    let whole = phrase.words(member.leftTokens[(gap + 1)...].dropLast())
    var name = phrase.condensed(phrase.shortened(phrase.trimmed(member.leftTokens[..<gap])))
    if name.isEmpty || isRelative(name), let before = carry.topics.last(self) { name = Self.joined(before, name) }
    guard !name.isEmpty, !whole.isEmpty else { return [] }
    name = name + "占" + whole + "比重"
    carry.share = name
    var figure = draft(name, quantity, member, flags: [])
    figure.measure = .level
    figure.comparator = quantity.bound ?? lexicon.entries[Int(verb.index)].bound ?? .equal
    return [figure]
  }

  /// `高出全国、全省23.2和28.9个百分点`: as many others as numbers.
  private func readGaps(_ member: Member, _ quantities: [Quantity], carry: inout Carry) -> [DraftFigure]? {
    guard quantities.count > 1, member.run.isList, member.left.predicate == nil,
      quantities.allSatisfy({ $0.kind?.isRelative ?? false }),
      let gap = member.leftTokens.firstIndex(where: { $0.classes.contains(.gap) })
    else { return nil }
    let others = member.leftTokens[(gap + 1)...].filter { !$0.classes.contains(.dist) }
    let names = memory.keep(others).split { $0.kind == .enumeration || $0.classes.contains(.conj) }
    guard names.count == quantities.count, names.allSatisfy({ $0.allSatisfy { $0.kind == .text } }) else { return nil }
    let subject = phrase.condensed(phrase.shortened(phrase.trimmed(member.leftTokens[..<gap])))
    let isWhole = !subject.isEmpty && !isRelative(subject)
    guard isWhole || !carry.topics.isEmpty(self) else { return [] }
    let name = isWhole ? subject : Self.joined(carry.topics.last(self) ?? Words(), subject)
    let verb = phrase.words(member.leftTokens[gap])
    return zip(names, quantities).map { other, quantity in
      var figure = draft(name + verb + phrase.words(other), quantity, member, flags: [])
      figure.measure = .level
      figure.comparator = quantity.bound ?? .equal
      return figure
    }
  }

  private func isAbout(_ member: Member) -> Bool {
    guard let last = member.leftTokens.last, last.kind == .word else { return false }
    return lexicon.entries[Int(last.index)].bound == .about
  }

  /// `增速分别比全国高0.2、0.9个百分点`
  private func readHigher(_ member: Member, _ quantities: [Quantity], carry: inout Carry) -> [DraftFigure]? {
    guard quantities.allSatisfy({ $0.kind?.isRelative ?? false }), let last = member.leftTokens.last,
      last.kind == .text,
      ["高", "低", "快", "慢"].contains(where: { bytes.hasText($0, at: last.range.upperBound - 3) }),
      let than = member.leftTokens.lastIndex(where: { $0.classes.contains(.than) || $0.classes.contains(.base) })
    else { return nil }
    let left = LeftPart(member.leftTokens[..<than], self)
    let subject = phrase.trimmed(left.subject)
    var names = coordination.members(of: subject, isPaired: quantities.count > 1)
    if names.count == 1, isRelative(names[0]), let before = carry.topics.last(self) {
      names = [Self.joined(before, names[0])]
    }
    if names.isEmpty { names = carry.topics.suffix(quantities.count, self) }
    guard names.count == quantities.count else { return nil }
    let other = phrase.words(member.leftTokens[than...])
    return zip(names, quantities).map { name, quantity in
      // `增幅比上年快0.9个百分点`
      let isOwn = ["比上年", "比去年", "较上年", "同比"].contains { other.hasPrefix($0) }
      var figure = draft(isOwn ? name : name + other, quantity, member, flags: [])
      figure.measure = isOwn ? .change : .level
      return figure
    }
  }
}
