/// The things that a sentence has spoken of, the last at the end.
///
/// A clause without figures names things too, of which hardly any is taken up: what it names is made out when somebody asks.
struct Topics {
  private enum Entry {
    case name(Words)
    case clause(Mention)

    var mention: Mention? {
      if case .clause(let mention) = self { mention } else { nil }
    }
  }

  /// A clause without figures.
  struct Mention {
    let clause: Tokens
    /// No figure was stated before it.
    let isFirst: Bool
    /// Counts the clauses noted.
    fileprivate let number: Int
  }

  private var entries: [Entry] = []
  /// Clauses noted so far.
  private var noted = 0
  /// How many the last list named, and the clauses noted before that was known.
  private var listCount = (value: 1, noted: 0)
  /// The thing last spoken of without what was done to it (`经济适用房` of `经济适用房开工`), known since as many clauses.
  private var base = (value: Words(), noted: 0)

  // MARK: - Noting

  /// Forgets all but the room.
  mutating func reset() {
    entries.removeEach()
    noted = 0
    listCount = (1, 0)
    base = (Words(), 0)
  }

  /// Speaks of what a clause without figures names, if anything.
  mutating func note(_ clause: Tokens, isFirst: Bool) {
    noted += 1
    add(.clause(Mention(clause: clause, isFirst: isFirst, number: noted)))
  }

  /// Speaks of one more thing.
  mutating func append(_ name: Words) { add(.name(name)) }

  /// Speaks of one more thing, by itself.
  mutating func append(_ name: Words, base: Words?) {
    add(.name(name))
    listCount = (1, noted)
    if let base { self.base = (base, noted) }
  }

  private mutating func add(_ entry: Entry) {
    if entries.count == Self.most { entries.removeFirst() }
    entries.append(entry)
  }

  /// Nobody refers to more than the last few, and a sentence of any length is to cost no more for each of its clauses.
  private static let most = 64

  /// Speaks of other things from here on.
  mutating func turn(to names: some Collection<Words>, base: Words?, _ parser: ClauseParser) {
    self.base = (base ?? self.base(parser), noted)
    replace(with: names)
    listCount = (names.count, noted)
  }

  /// Speaks of something else, said of as many things as before.
  mutating func turn(to name: Words, _ parser: ClauseParser) {
    base = (base(parser), noted)
    listCount = (listCount(parser), noted)
    replace(with: CollectionOfOne(name))
  }

  private mutating func replace(with names: some Collection<Words>) {
    entries.removeEach()
    for name in names { entries.append(.name(name)) }
  }

  // MARK: - Asking

  /// The thing last spoken of.
  mutating func last(_ parser: ClauseParser) -> Words? {
    while let entry = entries.last {
      if case .name(let name) = entry { return name }
      makeOut(entries.count - 1, parser)
    }
    return nil
  }

  /// Whether nothing was spoken of.
  mutating func isEmpty(_ parser: ClauseParser) -> Bool {
    while let entry = entries.first {
      if entry.mention == nil || entries.contains(where: { $0.mention == nil }) { return false }
      makeOut(0, parser)
    }
    return true
  }

  /// The last things spoken of, so many or fewer.
  mutating func suffix(_ count: Int, _ parser: ClauseParser) -> [Words] {
    while let at = entries.lastIndex(where: { $0.mention != nil }), entries.count - 1 - at < count {
      makeOut(at, parser)
    }
    return entries.suffix(count).compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// How many of them the last list named.
  mutating func listCount(_ parser: ClauseParser) -> Int {
    makeOut(behind: listCount.noted, parser)
    return listCount.value
  }

  /// The thing last spoken of without what was done to it.
  mutating func base(_ parser: ClauseParser) -> Words {
    makeOut(behind: base.noted, parser)
    return base.value
  }

  // MARK: - Making out

  /// Makes out the last clause that names something of those noted behind a number of others.
  private mutating func makeOut(behind number: Int, _ parser: ClauseParser) {
    if number == noted { return }
    while let at = entries.lastIndex(where: { $0.mention.map { $0.number > number } == true }) { makeOut(at, parser) }
  }

  /// Puts what a clause names in its place and in that of all before it, or takes it out.
  private mutating func makeOut(_ at: Int, _ parser: ClauseParser) {
    guard let mention = entries[at].mention else { return }
    let later = Array(entries[(at + 1)...])
    entries.removeSubrange(at...)
    let names = parser.topic(of: mention, behind: &self)
    if !names.isEmpty {
      entries.removeEach()
      for name in names { entries.append(.name(name)) }
      if mention.number > listCount.noted { listCount = (names.count, mention.number) }
      if mention.number > base.noted { base = (names.last ?? Words(), mention.number) }
    }
    entries.append(contentsOf: later)
  }
}
