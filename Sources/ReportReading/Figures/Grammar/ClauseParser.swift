/// Reads the figures of one clause (what stands between `，；。`).
///
/// A class, because closures would copy a value of so many arrays.
final class ClauseParser {
  let text: TokenizedText
  /// Those of the text, and who reads them.
  let tokens: Tokens
  let memory: WordMemory
  let bytes: [UInt8]
  let lexicon: ClauseLexicon
  let lists = GrammarLists.standard
  let phrase: PhraseBuilder
  let coordination: Coordination

  /// Room for the runs of a clause and the quantities of a member, kept from one to the next.
  private var runRoom: [Run] = []
  var quantityRoom: [Quantity] = []

  /// - Parameters:
  ///   - tokens: those of the text.
  ///   - memory: of the words of the text; it and the parser are held until what they find is done with.
  private init(
    text: TokenizedText, tokens: Tokens, bytes: [UInt8], memory: WordMemory, lexicon: ClauseLexicon = .standard
  ) {
    self.text = text
    self.tokens = tokens
    self.bytes = bytes
    self.memory = memory
    self.lexicon = lexicon
    phrase = PhraseBuilder(bytes: bytes, memory: memory, lexicon: lexicon)
    coordination = Coordination(bytes: bytes, memory: memory, lexicon: lexicon)
  }

  /// Calls back with a parser of a text, which ends with the call.
  static func withParser(
    of text: TokenizedText, bytes: [UInt8], memory: WordMemory, _ body: (ClauseParser) -> Void
  ) {
    // Unsafe because nothing counts who reads the tokens: they stay where they are until the call ends.
    unsafe text.tokens.withUnsafeBufferPointer { tokens in
      guard let first = tokens.baseAddress else { return }
      let tokens = unsafe Tokens(first, count: tokens.count)
      body(ClauseParser(text: text, tokens: tokens, bytes: bytes, memory: memory))
    }
  }

  /// Adds the figures of a clause.
  /// - Parameter carry: what earlier clauses of the sentence hand on; updated.
  func read(_ clause: Tokens, _ traits: Tokens.Traits, carry: inout Carry, into drafts: inout [DraftFigure]) {
    let hasQuantity = traits.kinds.contains(.quantity)
    let clause = traits.repeated.contains(.quantity) ? namingSizes(clause, traits) : clause
    carry.listsPlaces = false
    if traits.kinds.contains(.period) { notePeriod(of: clause, carry: &carry) }
    if !traits.kinds.isDisjoint(with: [.word, .period]) { noteCumulation(of: clause, carry: &carry) }
    let count = drafts.count
    let leftStart =
      hasQuantity ? readMembers(of: clause, carry: &carry, into: &drafts) : clause.startIndex
    if traits.kinds.contains(.rank) {
      drafts += ranks(in: clause, from: leftStart, carry: &carry)
    }
    if drafts.count == count {
      carry.topics.note(clause, isFirst: carry.stated.isEmpty && carry.statedBefore.isEmpty)
    }
    for i in count..<drafts.count where drafts[i].measure == .change {
      if drafts[i].baseYear == nil, !drafts[i].followsSpan { drafts[i].baseYear = carry.comparedYear }
      let quote = Words(memory, drafts[i].quote)
      carry.shareBase(with: &drafts[i], isYearly: quote.contains("同比"))
    }
    spreadYears(over: &drafts, from: count, stated: carry.stated)
  }

  /// `由月人均1520元提高到…`: the start of a movement, with words between that tell the unit.
  private func takeStart(_ member: inout Member) {
    guard !member.left.isStart, member.left.predicate == nil, member.hasNext,
      let first = member.right.first, first.classes.contains(.levelTo),
      let from = member.leftTokens.lastIndex(where: { $0.classes.contains(.from) }),
      from > member.leftTokens.startIndex, member.leftTokens.endIndex - from <= 3
    else { return }
    member.left.isStart = true
    member.left.subject = member.leftTokens[..<from]
  }

  /// `获得金牌12枚、银牌10枚`: members of a list are states or amounts of work alike.
  private func followState(_ drafts: inout [DraftFigure], from start: Int) {
    let first = drafts[start - 1]
    for i in start..<drafts.count where drafts[i].unit == first.unit && drafts[i].measure == .level {
      drafts[i].isState = first.isState
    }
  }

  /// `累计引进项目20个，落地12个，…`: what adds up over the years, to the end of the part.
  private func noteCumulation(of clause: Tokens, carry: inout Carry) {
    for token in clause where token.kind == .word || token.kind == .period {
      let isCumulative =
        token.kind == .word
        ? lexicon.entries[Int(token.index)].isCumulative
        : bytes.hasText("累计", at: token.range.lowerBound) || bytes.hasText("累计", at: token.range.upperBound - 6)
      if isCumulative {
        carry.isCumulative = true
      } else if token.kind == .period, case .year = text.periods[Int(token.index)].rule {
        carry.isCumulative = false
      }
    }
  }

  /// Adds the figures around each run of quantities.
  /// - Returns: where the words behind the last one begin.
  private func readMembers(
    of clause: Tokens, carry: inout Carry, into drafts: inout [DraftFigure]
  ) -> Int {
    let count = drafts.count
    var leftStart = clause.startIndex
    var runs: [Run] = []
    swap(&runs, &runRoom)
    defer { swap(&runs, &runRoom) }
    findRuns(in: clause, into: &runs)
    var governsList = false
    for number in runs.indices {
      let run = runs[number]
      let rank = clause[run.end...].firstIndex { $0.kind == .rank } ?? clause.endIndex
      let next = number + 1 < runs.count ? runs[number + 1].first : rank
      let before = clause[leftStart..<run.first]
      var member = Member(
        left: LeftPart(before, self, counts: counts(clause[run.first])), run: run, leftTokens: before,
        right: clause[run.end..<next], clause: clause)
      member.hasNext = next < clause.endIndex
      member.isFirst = number == 0
      member.isCumulative = carry.isCumulative
      if next == rank, rank < clause.endIndex, countsField(member) { continue }
      takeStart(&member)
      if number > 0, governsList, member.leftTokens.isEmpty { member.left.bound = member.left.bound ?? .atLeast }
      governsList = member.left.governsList || governsList && member.leftTokens.isEmpty
      leftStart = splitRight(&member)
      let isShared = sharesDescribedObject(member, next: number + 1 < runs.count ? runs[number + 1] : nil)
      if isShared || member.right.isEmpty && member.hasNext && needsObject(member) {
        member.right = objectAhead(in: clause, runs: runs, from: number + 1)
      }
      member.complete(phrase)
      let first = drafts.count
      read(member, carry: &carry, into: &drafts)
      if drafts.count > first, let last = drafts.last { carry.unit = last.unit }
      if number > 0, first > count, member.left.predicate == nil { followState(&drafts, from: first) }
      if member.hasNext, setsThreshold(member) { break }
    }
    return leftStart
  }

  func counts(_ token: Token) -> Bool {
    let quantity = text.quantities[Int(token.index)]
    return quantity.kind?.isCount ?? quantity.hasMultiplier  // 60万人口
  }

  /// What a clause without figures speaks of: a following `增幅达到6.5%` is said of it.
  /// - Parameter topics: what was spoken of before the clause.
  func topic(of mention: Topics.Mention, behind topics: inout Topics) -> Few<Words> {
    let clause = mention.clause
    var topic = beforeComparison(phrase.trimmed(clause))
    let verb = topic.firstIndex {
      !$0.classes.isDisjoint(with: [.level, .levelTo, .gap, .rank, .change]) && $0.kind == .word
    }
    if let verb, verb > topic.startIndex {
      topic = topic[..<verb]
    } else if !topics.isEmpty(self), !tellsCourse(topic), !isDeed(mention) {
      return .none
    }
    while let last = topic.last, last.kind == .word, last.classes.contains(.aux) { topic.removeLast() }
    // `高品质、低成本、快供给的产业空间`
    if let of = topic.lastIndex(where: { $0.classes.contains(.of) }), of + 1 < topic.endIndex,
      topic[..<of].contains(where: { $0.kind == .enumeration }), phrase.byteCount(topic[(of + 1)...]) >= 12
    {
      topic = topic[(of + 1)...]
    }
    let name = phrase.condensed(topic)
    if isRelative(name) || isAside(topic, name) || namesManner(topic) { return .none }
    let start = topic.startIndex
    while let first = topic.first, !first.classes.isDisjoint(with: [.act, .change]), topic.count > 1 {
      topic.removeFirst()
    }
    let isPlain = topic.allSatisfy { $0.kind == .text || $0.kind == .word || $0.kind == .enumeration }
    guard !topic.isEmpty, phrase.byteCount(topic) <= 75, isPlain else { return .none }
    let isWhole = topic.startIndex == start && !Coordination.isList(topic)
    var names: Few<Words> = isWhole ? .one(name) : Few(coordination.members(of: topic))
    names.update { $0 = Self.withoutCourse($0) }
    // Neither the address nor the heading of a list is spoken of.
    if names.contains(where: { name in
      name.hasPrefix("各位代表") || lists.headings.end(name)
    }) {
      return .none
    }
    return names
  }

  /// `深化简政放权，完成审批事项清理，压减55%`: of two clauses without figures the last one tells what was done.
  private func isDeed(_ mention: Topics.Mention) -> Bool {
    guard mention.isFirst, let first = mention.clause.first, mention.clause.count > 1 else { return false }
    return first.classes.contains(.act) && phrase.words(first).hasPrefix("完成")
  }

  /// `进出口总额与去年基本持平`: what is held against another time.
  private func beforeComparison(_ topic: Tokens) -> Tokens {
    guard let time = topic.firstIndex(where: { $0.kind == .period }), time > topic.startIndex + 1,
      phrase.words(topic[time - 1]).isOne(of: ["与", "同", "和", "较", "比"])
        || phrase.words(topic[time - 1]).hasSuffix("与")
    else { return topic }
    return topic[..<(time - 1)]
  }

  /// `粮食产量再创新高`: how a measure goes, of which a number may follow.
  private func tellsCourse(_ topic: Tokens) -> Bool {
    let words = phrase.words(topic)
    let courses = lists.courses
    return courses.end(words)
      && courses.contains { words.hasSuffix($0) && Coordination.hasHead(words.dropLast($0.count)) }
  }

  /// `成为全国第十个…城市`, `二季度恢复到正增长`: said of the thing before.
  private func isAside(_ topic: Tokens, _ name: Words) -> Bool {
    if let first = topic.first, first.classes.contains(.focus), bytes.hasText("成为", at: first.range.lowerBound) {
      return true
    }
    return lists.seasons.begin(name)
  }

  /// `服务业发展势头良好`: what goes well, without how it goes.
  private static func withoutCourse(_ name: Words) -> Words {
    guard GrammarLists.standard.courseWords.stands(in: name) else { return name }
    for course in GrammarLists.standard.courses {
      if let at = name.firstRange(of: course), at.lowerBound > 0 { return name[..<at.lowerBound] }
    }
    return name
  }

  // MARK: - Cutting the clause

  private func findRuns(in clause: Tokens, into runs: inout [Run]) {
    runs.removeEach()
    for i in clause.indices where clause[i].kind == .quantity {
      guard let last = runs.last else {
        runs.append(Run(first: i, end: i + 1))
        continue
      }
      var between = 0
      var joins = true
      for token in clause[last.end..<i] where token.kind != .parenthesis {
        if token.classes.contains(.every), between == 1 { continue }
        between += 1
        joins = joins && (token.kind == .enumeration || token.classes.contains(.conj))
      }
      if joins, between <= 1 {
        runs[runs.count - 1].end = i + 1
        runs[runs.count - 1].isList = runs[runs.count - 1].isList || between > 0
      } else {
        runs.append(Run(first: i, end: i + 1))
      }
    }
  }

  /// Cuts what follows a run at the next member of the list; gives where the next member begins.
  private func splitRight(_ member: inout Member) -> Int {
    let right = member.right
    guard member.hasNext else { return right.endIndex }
    let marks = right.indices.filter { right[$0].kind == .enumeration || right[$0].classes.contains(.conj) }
    if let separator = marks.first(where: { !phrase.joinsLevels($0, in: right) }) {
      member.right = right[right.startIndex..<separator]
      return separator + 1
    }
    // No separator: the words up to the next verb are the object here, all of them the subject there.
    // `为11万参加城保人员增发…`: a verb right behind a bare number belongs to those counted.
    let isBare = text.quantities[Int(member.clause[member.run.first].index)].unit.isEmpty
    let skipped = isBare && right.first?.classes.contains(.act) == true ? right.dropFirst() : right
    let stop = skipped.indices.first { at in
      let token = skipped[at]
      // `340个市级在建重点项目`
      let isInName =
        at > skipped.startIndex && token.classes.contains(.act) && phrase.words(skipped[at - 1]).last == "级"
      // `460个在建重点项目完成投资…`
      let isInFront =
        at == skipped.startIndex && at + 1 < skipped.endIndex
        && lists.statuses.contains(phrase.words(token))
      return token.kind == .word && !isInName && !isInFront
        && !token.classes.isDisjoint(with: [.aux, .level, .levelTo, .change, .act, .gap, .dist])
    }
    member.right = right[right.startIndex..<(stop ?? right.endIndex)]
    if let first = right.first, first.classes.contains(.levelTo) { return right.startIndex }
    return right.startIndex
  }

  private func needsObject(_ member: Member) -> Bool {
    if let last = member.left.subject.last, last.kind == .text, phrase.words(last).last == "级" { return true }
    return member.left.predicateTakesObject
      && phrase.trimmed(member.left.subject).allSatisfy { $0.classes.contains(.act) }
  }

  /// The words after a later quantity, for quantities that share one object (`34条共208公里公路`).
  private func objectAhead(in clause: Tokens, runs: [Run], from next: Int) -> Tokens {
    guard next < runs.count, case let last = runs[next] else { return [] }
    let end = next + 1 < runs.count ? runs[next + 1].first : clause.endIndex
    let object = clause[last.end..<end]
    guard let first = object.first, first.kind == .text || first.classes.contains(.of) else { return [] }
    return object
  }

}
