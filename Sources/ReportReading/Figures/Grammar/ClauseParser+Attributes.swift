/// Numbers that describe a thing named after them (`总投资35亿元的80项城建重点工程`).
extension ClauseParser {
  /// `设立总规模45亿元的产业发展基金`: the size of the thing behind the number; nil where the words are no such description.
  func readAttribute(_ member: Member, _ quantities: [Quantity], carry: inout Carry) -> [DraftFigure]? {
    guard quantities.count == 1, member.left.predicate == nil, let first = member.right.first,
      first.classes.contains(.of) || first.kind == .text && !bytes.hasText("在", at: first.range.lowerBound),
      let attribute = attribute(before: member)
    else { return nil }
    let object = described(by: member)
    let name = phrase.words(object)
    guard !name.isEmpty, !name.isOne(of: Self.landmarks),
      lexicon.match(.hollow, in: bytes, at: object.span.lowerBound, limit: bytes.count) == nil
    else { return nil }
    carry.topics.append(name, base: name)
    if attribute == "投资" { carry.verb = attribute }
    var drafts = [draft(name + attribute, quantities[0], member, flags: [])]
    accept(&drafts, from: 0, member: member)
    return drafts
  }

  /// The description that a number follows (`总投资`), where it is all that stands before it but verbs.
  private func attribute(before member: Member) -> Words? {
    let subject = member.owner
    let isDescription = member.right.first?.classes.contains(.of) == true && member.hasNext
    guard let last = subject.last,
      last.kind == .text || isDescription && phrase.words(last) == "投资",
      subject.dropLast().allSatisfy({ !$0.classes.isDisjoint(with: [.act, .aux]) })
    else {
      return nil
    }
    let words = phrase.words(last)
    if isAttribute(words) { return words }
    // `国内第一只总规模200亿元的…`
    for length in 2..<min(max(words.count, 2), 6) where isAttribute(words.suffix(length)) {
      return words.dropLast(length).last?.isOne(of: "只支个家座条项好") == true ? words.suffix(length) : nil
    }
    return nil
  }

  private func isAttribute(_ words: Words) -> Bool {
    lexicon.attributes.contains(words)
  }

  /// The thing described: the words behind the number, or behind the count that follows it.
  private func described(by member: Member) -> Tokens {
    var object = member.right
    if object.first?.classes.contains(.of) == true { object.removeFirst() }
    if object.isEmpty, member.hasNext { object = objectAfterNext(member) }
    // `总投资1017亿元的8大类、247项城建工程`
    if object.isEmpty, let last = member.clause[member.run.end...].lastIndex(where: { $0.kind == .quantity }) {
      let between = member.clause[member.run.end..<last]
      if between.allSatisfy({ $0.kind == .quantity || $0.kind == .enumeration || $0.classes.contains(.of) }) {
        object = member.clause[(last + 1)...].prefix { $0.kind == .text || $0.kind == .word }
      }
    }
    // Up to a verb that is no part of a name.
    let end = object.dropFirst().firstIndex {
      $0.kind != .text && !($0.kind == .word && lexicon.entries[Int($0.index)].keepsVerb)
    }
    object = object[..<(end ?? object.endIndex)]
    while let last = object.last, last.kind != .text { object.removeLast() }
    return object.first?.kind == .text ? object : []
  }

  /// Whether a count shares its object with a description of the thing behind it (`57个总投资983.6亿元的重大项目`).
  func sharesDescribedObject(_ member: Member, next: Run?) -> Bool {
    guard let next, counts(member.clause[member.run.first]), next.end < member.clause.endIndex else { return false }
    let between = member.clause[member.run.end..<next.first].drop { $0.kind == .enumeration }
    guard let first = between.first, first.kind == .text,
      between.dropFirst().allSatisfy({ $0.classes.contains(.pre) }),
      lexicon.attributes.contains(phrase.words(first))
    else { return false }
    let object = member.clause[next.end]
    return object.classes.contains(.of) || object.kind == .text
  }
}
