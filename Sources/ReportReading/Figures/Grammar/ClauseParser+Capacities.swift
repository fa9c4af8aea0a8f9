/// Sizes and capacities in the names of plants and projects.
extension ClauseParser {
  /// A capacity within the name of a project (`推进200万吨铝板带箔等项目`).
  func isCapacity(_ member: Member, _ quantities: [Quantity]) -> Bool {
    if namesListedProject(member, quantities) || namesPlant(member, quantities) { return true }
    guard let quantity = quantities.last, let kind = quantity.kind, let first = member.right.first, first.kind == .text
    else { return false }
    let yearly =
      member.leftTokens.last.map { phrase.words($0).hasSuffix("年产") } ?? false
    let isLivestock = quantity.unit.isOne(of: ["头", "只", "羽", "尾"])
    if isLivestock, quantity.hasMultiplier,
      lists.farms.end(phrase.words(member.right))
    {
      return true
    }
    if quantity.hasMultiplier, kind == .count, listsProjects(behind: member) { return true }
    // `12.5米深水航道`: how deep or high a plant is.
    if quantity.unit == "米", case let words = phrase.words(member.right),
      lists.plants.contains(where: { words.firstRange(of: $0) != nil })
    {
      return true
    }
    guard kind.isBulk || yearly || isLivestock else { return false }
    let words = phrase.words(member.clause[member.run.end...])
    return yearly || ["项目", "工程", "生产线", "装置", "技改", "级"].contains { words.contains($0) }
  }

  /// `新庄800万吨/年矿井加快建设`, `新港区10万吨级等一批深水泊位`: the size of a plant that is named by its place.
  private func namesPlant(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard quantities.count == 1, quantities[0].kind?.isBulk == true,
      quantities[0].bound == nil, member.left.predicate == nil, member.left.bound == nil
    else { return false }
    // What follows is a name, or another plant.
    let next = member.right.first ?? following(member)
    guard next?.kind == .text || next?.kind == .enumeration || next?.classes.contains(.etc) == true else {
      return false
    }
    let subject = member.owner.filter { !$0.classes.contains(.act) }
    guard let last = subject.last, last.kind == .text, !Coordination.hasHead(phrase.words(last)) else { return false }
    let words = phrase.words(member.clause[member.run.end...])
    return lists.plants.contains { words.firstRange(of: $0) != nil }
  }

  /// `3000万片触控模组等110个项目`: what one of the projects is to make.
  private func listsProjects(behind member: Member) -> Bool {
    let rest = member.clause[member.run.end...]
    guard let etc = rest.firstIndex(where: { $0.classes.contains(.etc) }) else { return false }
    let listed = rest[(etc + 1)...].drop { $0.kind == .quantity || phrase.words($0).isOne(of: ["一批", "重点", "重大"]) }
    let words = phrase.words(listed)
    return ["项目", "工程", "重点项目", "重大项目", "产业项目"].contains { words.hasPrefix($0) }
  }

  /// `岱海150万千瓦、屋顶光伏等项目`: which of several projects.
  private func namesListedProject(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard let kind = quantities.first?.kind, kind.isBulk, kind != .ship,
      member.left.predicate == nil, member.left.bound == nil,
      quantities.allSatisfy({ $0.kind == kind && $0.bound == nil })
    else { return false }
    let subject = member.owner
    let rest = member.clause[member.run.end...]
    guard !subject.isEmpty, subject.allSatisfy({ $0.kind == .text }), !Coordination.hasHead(phrase.words(subject)),
      let etc = rest.firstIndex(where: { $0.classes.contains(.etc) }), etc + 1 < rest.endIndex
    else { return false }
    let listed = phrase.words(rest[(etc + 1)...])
    return ["项目", "工程"].contains { listed.contains($0) }
  }
}
