/// Numbers that name rules in force or the titles of papers.
extension ClauseParser {
  /// `落实国务院大气污染防治10条措施`, `执行50%节能标准`: rules in force, named by a number.
  func namesRule(_ member: Member, _ quantity: Quantity) -> Bool {
    if quantity.kind == .percent {
      guard !member.right.isEmpty, case let words = phrase.words(member.right) else { return false }
      return words.hasSuffix("标准") && words.count <= 8 && member.left.predicate == nil
        && phrase.words(member.leftTokens.suffix(1)).isOne(of: ["执行", "实施", "实行", "按", "按照"])
    }
    guard member.leftClasses.contains(.act), quantity.unit.isOne(of: ["条", "项"]) else { return false }
    let words = phrase.words(member.right)
    let verbs = member.leftTokens.filter { $0.classes.contains(.act) }.map { phrase.words($0) }
    let follows = verbs.contains { lists.obeying.contains($0) } && !verbs.contains { lists.enacting.contains($0) }
    // `落实关心企业家20条`, `落实二十条优化措施`
    if quantity.unit == "条", follows,
      words.isEmpty || words.count <= 4 && lists.rules.end(words)
    {
      return true
    }
    // `实施优化营商环境100条`: a paper.
    if quantity.unit == "条", words.isEmpty, member.left.predicate == nil, namesPaper(member, verbs) { return true }
    guard member.left.subject.last?.kind == .text,
      lists.rules.begin(words)
    else { return false }
    return follows
  }

  /// `实施优化营商环境100条`, `出台稳增长25条`: the title of a paper, not `出台政策25条`, `推出线路20条`.
  func namesPaper(_ member: Member, _ verbs: [Words]) -> Bool {
    guard let last = member.left.subject.last, last.kind == .text, case let name = phrase.words(last) else {
      return false
    }
    let isPursued = verbs.contains { lists.pursuing.contains($0) } && lists.concerns.end(name)
    let isMade = verbs.contains { lists.enacting.contains($0) && !lists.pursuing.contains($0) }
    return isPursued || isMade && !lists.papers.end(name)
  }
}
