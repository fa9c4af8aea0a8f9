/// Where the thing counted stands: before the number or after it.
extension ClauseParser {
  func read(_ member: Member, carry: inout Carry) -> [DraftFigure] {
    var quantities = member.run.positions.map { text.quantities[Int(member.clause[$0].index)] }
    if member.run.isList, let last = quantities.last {
      for i in quantities.indices where quantities[i].unit.isEmpty && quantities[i].ratio.isEmpty {
        quantities[i].unit = last.unit
        quantities[i].kind = last.kind
      }
    }
    if phrase.words(member.leftTokens).contains("原定") { return [] }
    if quantities.count == 1, !quantities[0].ratio.isEmpty { return readRatio(member, quantities[0], carry: &carry) }
    if let figures = readPlace(member, quantities, carry: carry) { return figures }
    if let figures = readGap(member, quantities, carry: &carry) { return figures }
    if isSizeClass(member, quantities) || isGroup(member, quantities) || isSelection(member)
      || isCapacity(member, quantities)
    {
      return []
    }
    if standsBefore(member, quantities) { return readObject(member, quantities, carry: &carry) }
    return readSubject(member, quantities, carry: &carry)
  }

  /// Whether what is counted stands after the number (`6个项目获奖`) rather than before it.
  func standsBefore(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard let first = member.right.first else { return false }
    let quantity = quantities[quantities.count - 1]
    let left = member.left
    if first.classes.contains(.of) {
      let second = member.right.dropFirst().first
      if let second, lexicon.match(.hollow, in: bytes, at: second.range.lowerBound, limit: bytes.count) != nil {
        return false
      }
      let owner = phrase.trimmed(left.subject).last
      let solves = quantity.kind == .person && member.leftTokens.contains { $0.classes.contains(.act) }
      if let owner, owner.kind == .text, quantity.kind?.isRelative != true, !solves { return false }
      return quantity.kind != .points && !(left.predicate?.classes.contains(.change) ?? false)
        && member.right.count > 1
    }
    if first.kind == .text || first.classes.contains(.act), member.leftTokens.last?.classes.contains(.every) == true {
      return true
    }
    if quantity.kind == .money, first.classes.contains(.act), member.right.count > 1, !member.hasNext,
      left.subject.last?.classes.contains(.act) == true
    {
      return true  // 安排65亿元支持镇村建设
    }
    if quantity.kind == .money, first.kind == .text,
      left.subject.last?.classes.contains(.act) == true || phrase.words(member.right.prefix(1)).contains("资金")
    {
      return true
    }
    let counts = quantities.contains { $0.kind?.isCount ?? $0.hasMultiplier }
    if quantity.kind == .percent, first.kind == .text, quantities.count == 1, covers(left.subject) { return true }
    let subject = phrase.trimmed(left.subject)
    let opens = subject.allSatisfy { $0.classes.contains(.act) } || isScope(subject)
    if quantity.kind == .percent, quantity.bound == .atLeast, opens, left.predicateTakesObject, member.right.count > 1,
      first.kind == .text || first.classes.contains(.aux), !member.hasNext
    {
      return true  // 50%以上公交企业成立内保机构
    }
    guard first.kind == .text || first.kind == .word else { return false }
    if counts, opens, !member.hasNext, member.right.count > 1, left.predicate == nil,
      !first.classes.isDisjoint(with: [.level, .levelTo])
    {
      return true  // 其中20项达到国际先进水平
    }
    if first.classes.contains(.change) || first.classes.contains(.levelTo) { return false }
    if !counts, quantity.kind != .money, quantity.kind?.isRelative == false, quantity.kind != .times,
      first.kind == .text,
      left.predicate?.classes.contains(.act) == true
    {
      return true
    }
    if !counts {
      return opens && left.predicateTakesObject && startsNoun(member.right) && quantity.kind != .points
        && !(quantity.kind == .percent && subject.isEmpty)
    }
    if let predicate = left.predicate, predicate.classes.contains(.change), predicate.changeSign > 0, opens {
      return first.kind == .text  // 提升10个示范园区
    }
    if let predicate = left.predicate, predicate.classes.isDisjoint(with: [.act]) {
      return left.predicateTakesObject && startsNoun(member.right)
    }
    if opens { return true }
    guard let last = left.subject.last else { return true }
    if last.classes.contains(.act) || last.classes.contains(.etc) || last.classes.contains(.aux) { return true }
    if member.leftTokens.last?.classes.contains(.aux) == true || left.predicate != nil { return true }
    guard quantity.kind?.isCount ?? quantity.hasMultiplier else { return false }
    let words = phrase.words(left.subject)
    if ["批", "阶段", "期", "轮"].contains(where: { words.hasSuffix($0) }) {
      return first.kind == .text
        || member.right.count > 1 && first.classes.isDisjoint(with: [.level]) && !isPlainVerb(first)
    }
    return first.kind == .text && !Coordination.hasHead(words)
  }

  /// `全市`, `我省`: the whole unit, no subject of its own.
  func isScope(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count == 1, let token = tokens.first, token.kind == .text, token.range.count == 6 else { return false }
    guard let (first, width) = bytes.scalar(at: token.range.lowerBound), "全我".unicodeScalars.contains(first) else {
      return false
    }
    return bytes.scalar(at: token.range.lowerBound + width).map { "市省区县镇乡州旗村".unicodeScalars.contains($0.0) } ?? false
  }

  /// `覆盖全市`: what follows the share is covered.
  func covers(_ subject: ArraySlice<Token>) -> Bool {
    var subject = subject
    if isScope(subject.suffix(1)) { subject.removeLast() }
    return subject.last.map { ["覆盖", "惠及", "带动"].contains(phrase.words([$0])) } ?? false
  }

  /// Whether words begin with a name: plain text, or a verb used in one (`配套管网`).
  func startsNoun(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first else { return false }
    if first.kind == .text { return true }
    if first.classes.contains(.aux), tokens.count > 1 { return true }  // 5人新当选院士
    return first.classes.contains(.act) && !isPlainVerb(first) && tokens.dropFirst().first?.kind == .text
  }

  func isPlainVerb(_ token: Token) -> Bool {
    token.classes.contains(.act) && !lexicon.entries[Int(token.index)].keepsVerb
  }
}
