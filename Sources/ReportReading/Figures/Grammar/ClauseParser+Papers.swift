/// Numbers that name rules in force or the titles of papers.
extension ClauseParser {
  /// `落实国务院大气污染防治10条措施`, `执行50%节能标准`: rules in force, named by a number.
  func namesRule(_ member: Member, _ quantity: Quantity) -> Bool {
    if quantity.kind == .percent {
      let words = phrase.words(member.right)
      return words.hasSuffix("标准") && words.count <= 8 && member.left.predicate == nil
        && phrase.words(member.leftTokens.suffix(1)).isOne(of: ["执行", "实施", "实行", "按", "按照"])
    }
    guard member.leftClasses.contains(.act), quantity.unit.isOne(of: ["条", "项"]) else { return false }
    let words = phrase.words(member.right)
    let verbs = member.leftTokens.filter { $0.classes.contains(.act) }.map { phrase.words($0) }
    let follows =
      verbs.contains { $0.isOne(of: ["落实", "贯彻", "贯彻落实", "全面落实", "执行", "严格执行", "认真贯彻", "落实好", "落细", "落实落细"]) }
      && !verbs.contains { $0.isOne(of: ["制定", "制定落实", "出台", "推出", "印发"]) }
    // `落实关心企业家20条`, `落实二十条优化措施`
    if quantity.unit == "条", follows,
      words.isEmpty || words.count <= 4 && ["措施", "政策", "举措", "意见"].contains(where: { words.hasSuffix($0) })
    {
      return true
    }
    // `实施优化营商环境100条`: a paper.
    if quantity.unit == "条", words.isEmpty, member.left.predicate == nil, namesPaper(member, verbs) { return true }
    guard member.left.subject.last?.kind == .text,
      ["措施", "硬措施", "举措", "政策", "机制", "规定", "意见", "具体要求"].contains(where: { words.hasPrefix($0) })
    else { return false }
    return follows
  }

  /// `实施优化营商环境100条`, `出台稳增长25条`: the title of a paper, not `出台政策25条`, `推出线路20条`.
  func namesPaper(_ member: Member, _ verbs: [Words]) -> Bool {
    guard let last = member.left.subject.last, last.kind == .text, case let name = phrase.words(last) else {
      return false
    }
    if verbs.contains(where: { $0.isOne(of: ["出台", "制定出台", "印发", "制定"]) }) {
      return !["措施", "举措", "政策", "意见", "建议", "办法", "规定", "制度", "标准", "法规", "清单", "文件", "细则"].contains {
        name.hasSuffix($0)
      }
    }
    return verbs.contains { $0.isOne(of: ["实施", "全面实施", "推出", "推行", "深入实施"]) }
      && ["环境", "发展", "经济", "增长", "就业", "一体化", "改革", "新", "”"].contains { name.hasSuffix($0) }
  }
}
