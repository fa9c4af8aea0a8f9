/// Places in an order.
extension ClauseParser {
  /// `位列全国百强榜73位`: a place given as a number of places.
  func readPlace(_ member: Member, _ quantities: [Quantity], carry: inout Carry) -> [DraftFigure]? {
    guard quantities.count == 1, quantities[0].unit.lastIsOne(of: "位次名") else { return nil }
    if let risen = readRise(member, quantities, carry: &carry) { return risen }
    guard quantities[0].unit.isOne(of: ["位", "名"]),
      member.left.predicate?.classes.contains(.change) != true
    else { return nil }
    let verb = member.leftTokens.firstIndex { $0.kind == .word && $0.classes.contains(.rank) }
    // `位列创新百强榜75名、竞争力百强榜61名`: the verb is said once.
    guard verb != nil || carry.listsPlaces && !member.isFirst else { return nil }
    let subject = phrase.trimmed(member.leftTokens[..<(verb ?? member.leftTokens.endIndex)])
    let field = verb.map { phrase.words(member.leftTokens[($0 + 1)...]) } ?? Words()
    let own = subject.isEmpty ? Words() : phrase.condensed(phrase.shortened(subject))
    guard quantities[0].unit == "位" || !field.isEmpty || verb == nil else { return nil }
    let subjects = [own.isEmpty ? carry.topics.last(self) ?? Words() : own]
    let isNamed = quantities[0].unit == "名"
    let names = isNamed ? Self.ranked(subjects, in: field, isOwn: !own.isEmpty, isNamed: true) : subjects
    guard let name = names.first, !name.isEmpty else { return nil }
    carry.listsPlaces = true
    if quantities[0].unit == "位" || !carry.topics.isEmpty(self) { carry.topics.turn(to: name, self) }
    var figure = DraftFigure(
      indicator: name, measure: .rank, comparator: quantities[0].bound ?? .equal, low: quantities[0].low,
      high: quantities[0].high, unit: Words("位"), quote: member.quote)
    figure.period = member.period(self)
    figure.isStart = member.left.isStart
    figure.baseYear = figure.isStart ? member.left.baseYear : nil
    return [figure]
  }

  /// `总量在全省升2位`: places gained.
  private func readRise(_ member: Member, _ quantities: [Quantity], carry: inout Carry) -> [DraftFigure]? {
    guard quantities[0].unit.isOne(of: ["位", "位次", "个位次"]) else { return nil }
    let subject = phrase.condensed(phrase.shortened(member.owner))
    let verbs: [StaticString] = ["前移", "前进", "上移", "晋升", "跃升", "上升", "提升", "跃进", "晋位", "升", "进"]
    var name = subject
    if let verb = verbs.first(where: { subject.hasSuffix($0) }) {
      name = subject.dropLast(Words(verb).count)
    } else if member.left.predicate?.classes.contains(.change) != true {
      return nil
    }
    if let field = name.firstRange(of: "在全") { name = name[..<field.lowerBound] }
    if name.isEmpty || isRelative(name), let before = carry.topics.last(self) { name = Self.joined(before, name) }
    if name.hasSuffix("再"), name.count > 2 { name = name.dropLast() }
    guard !name.isEmpty else { return nil }
    carry.topics.turn(to: name, self)
    var figure = draft(name, quantities[0], member, flags: [])
    figure.measure = .change
    return [figure]
  }

  /// `在全国53个高新区中排第10位`, `位居74个城市前列`: how many the place is held among.
  func countsField(_ member: Member) -> Bool {
    guard counts(member.clause[member.run.first]), phrase.byteCount(member.right) <= 60,
      member.right.allSatisfy({
        $0.kind == .text || $0.kind == .parenthesis || $0.kind == .word && $0.classes.contains(.rank)
      })
    else { return false }
    if member.leftTokens.contains(where: { $0.kind == .word && $0.classes.contains(.rank) }) { return true }
    return member.leftTokens.last.map { phrase.words($0).contains("在") && $0.kind == .text } == true
  }

  /// The ranks of a clause (`增速位居郊区第二`).
  func ranks(in clause: Tokens, from start: Int, carry: inout Carry) -> [DraftFigure] {
    var drafts: [DraftFigure] = []
    var from = start
    var names: [Words] = []
    let marks = clause.indices.filter { clause[$0].kind == .rank && $0 >= start }
    if let listed = listedBefore(clause, carry) {
      let isPaired = marks.count == listed.count
      return listed.enumerated().flatMap { number, name in
        (isPaired ? [marks[number]] : marks.prefix(1)).map { rank(name, text.ranks[Int(clause[$0].index)], clause) }
      }
    }
    for (number, i) in marks.enumerated() {
      let mark = text.ranks[Int(clause[i].index)]
      let before = clause[from..<i]
      // `从第73位提高到第28位`
      let isEnd = drafts.last?.isStart == true && before.allSatisfy { $0.classes.contains(.levelTo) }
      let continues = from > start && (before.allSatisfy(isJoint) || namesField(before) || isEnd)
      let isStart = before.contains { $0.classes.contains(.from) }
      if let won = wonPlace(before) ?? (from > start ? nextContest(before) : nil) {
        names = [won]
      } else if !continues {
        guard let found = rankedNames(before, mark: mark, earlier: names, count: marks.count, carry: &carry) else {
          continue
        }
        names = found
      }
      from = i + 1
      // What is ranked is spoken of: `信用指数排名第33位，居全省第一`.
      if !continues, let name = names.last, !name.isEmpty, hasOwnSubject(before) { carry.topics.append(name) }
      // As many ranks as names: one each.
      let own = names.count > 1 && names.count == marks.count ? [names[number]] : names
      for name in own {
        var figure = rank(name, mark, clause)
        figure.isStart = isStart && i != marks.last
        figure.period = carry.period
        figure.streak = streak(in: before)
        drafts.append(figure)
      }
    }
    return drafts
  }

  /// What stands before a place is ranked; nil where no word says so.
  private func rankedNames(
    _ before: Tokens, mark: RankMark, earlier: [Words], count: Int, carry: inout Carry
  ) -> [Words]? {
    let isStart = before.contains { $0.classes.contains(.from) }
    guard let verb = rankVerb(before, mark: mark) ?? (isStart ? before.endIndex : nil) else { return nil }
    if let contest = contest(before[..<verb]) { return [contest] }
    guard
      let found = rankNames(
        before[before.startIndex..<verb], earlier: earlier, isEach: before.contains { $0.classes.contains(.dist) },
        count: count, carry: &carry)
    else { return nil }
    let field = phrase.words(before[min(verb + 1, before.endIndex)...])
    let names = Self.ranked(found, in: field, isOwn: hasSubject(before, verb))
    guard verb < before.endIndex else { return names }
    let noun = phrase.words(before[verb])
    // `增速走在前列`; of work in general it says nothing (`各项改革走在前列`).
    let isWeak =
      ["走在", "位于", "领跑"].contains { noun.hasPrefix($0) }
      || bytes.hasText("第一", at: before.span.upperBound)
        && mark.place == nil
    if isWeak, !names.allSatisfy({ Coordination.hasHead($0) && !$0.hasPrefix("以") }) { return nil }
    let isNamed = isStart || before[..<verb].contains { $0.kind == .word && $0.classes.contains(.rank) }
    guard isNamed, lists.places.contains(noun) else { return names }
    return names.isEmpty ? [noun] : names.map { $0 + noun }
  }

  private func isJoint(_ token: Token) -> Bool { token.kind == .enumeration || token.classes.contains(.conj) }

  /// `、东五盟市`: another field of comparison for the same thing.
  private func namesField(_ before: Tokens) -> Bool {
    guard before.count == 2, let joint = before.first, isJoint(joint), let field = before.last, field.kind == .text
    else { return false }
    let words = phrase.words(field)
    // `理科全省`: another thing in the same field.
    if Self.fields.contains(where: { words.hasSuffix($0) && words != $0 }) { return false }
    return words.count <= 6 && words.last?.isOne(of: "国省市区县州盟球界") == true
  }

  /// `获全省营商环境评价第1`: what the place was won in.
  private func wonPlace(_ before: Tokens) -> Words? {
    guard let verb = before.lastIndex(where: { $0.kind == .word && $0.classes.isSuperset(of: [.rank, .act]) }) else {
      return nil
    }
    let contest = phrase.trimmed(before[(verb + 1)...])
    let name = phrase.words(contest)
    guard contest.allSatisfy({ $0.kind == .text || $0.classes.contains(.act) }), (5...40).contains(name.count) else {
      return nil
    }
    return lists.contests.end(name) ? name : nil
  }

  /// `跻身全国营商环境评价第五位、政务能力评估第二位`: what another place was won in.
  private func nextContest(_ before: Tokens) -> Words? {
    guard let joint = before.first, isJoint(joint), case let contest = before.dropFirst(), !contest.isEmpty,
      contest.allSatisfy({ $0.kind == .text || $0.classes.contains(.act) }),
      case let name = phrase.words(contest), (5...40).contains(name.count)
    else { return nil }
    return lists.contests.end(name) ? name : nil
  }

  /// `在全省104个县（市、区）目标责任考核中`: what the place is held in, where nothing else is ranked.
  private func contest(_ before: Tokens) -> Words? {
    guard let last = before.last, last.kind == .text, bytes.hasText("中", at: last.range.upperBound - 3),
      case let subject = phrase.words(rankSubject(before)), subject.isEmpty || subject.hasPrefix("在全")
    else { return nil }
    var name = phrase.words(last).dropLast()
    if name.hasPrefix("在") { name = name.dropFirst() }
    // The units that take part are counted before.
    if before.dropLast().contains(where: { $0.kind == .quantity }), let first = name.first, first.isOne(of: "县市区") {
      name = name.dropFirst()
    }
    return name.count > 4 && lists.contests.end(name) ? name : nil
  }

  /// `以上6项指标…均居首位`: the last six indicators of the paragraph.
  private func listedBefore(_ clause: Tokens, _ carry: Carry) -> [Words]? {
    guard let first = clause.first, first.kind == .text,
      phrase.words(first).hasPrefix("以上") || phrase.words(first).hasPrefix("上述"),
      let number = NumberScanner(bytes: bytes, units: .standard).number(
        at: first.range.lowerBound + 6, limit: bytes.count),
      bytes.hasText("项", at: number.end) || bytes.hasText("个", at: number.end)
    else { return nil }
    guard number.value.doubleValue <= 12 else { return nil }
    let count = Int(number.value.doubleValue)
    let all = carry.history + carry.stated
    guard (2...12).contains(count), all.count >= count else { return nil }
    return all.suffix(count)
  }

  /// A named list (`全国百强县`, `竞争力排行榜`) is what the place is held in: it belongs to the indicator.
  /// - Parameter isNamed: whether the field is one by itself (`位列国考71名`).
  private static func ranked(_ names: [Words], in field: Words, isOwn: Bool, isNamed: Bool = false) -> [Words] {
    guard (isNamed ? 2...24 : 3...24).contains(field.count),
      isNamed || ["百强", "十强", "千强", "00强", "榜", "竞争力"].contains(where: { field.contains($0) })
        || !isOwn && field.count > 5 && GrammarLists.standard.contests.end(field)
    else { return names }
    return isOwn ? names.map { $0 + field } : [field]
  }

  private func hasOwnSubject(_ before: Tokens) -> Bool {
    before.firstIndex { $0.kind == .word && $0.classes.contains(.rank) }.map { hasSubject(before, $0) } ?? false
  }

  private func hasSubject(_ before: Tokens, _ verb: Int) -> Bool {
    !rankSubject(before[before.startIndex..<verb]).isEmpty
  }

  func rank(_ name: Words, _ mark: RankMark, _ clause: Tokens) -> DraftFigure {
    let place = mark.place.map { ExactNumber(mantissa: Int64($0)) }
    return DraftFigure(
      indicator: name, measure: .rank, comparator: mark.comparator, low: place, high: place, unit: Words("位"),
      quote: clause.span)
  }

  /// What is ranked; nil where the text refers to things listed before (`以上6项指标`).
  private func rankNames(
    _ tokens: Tokens, earlier: [Words], isEach: Bool, count: Int, carry: inout Carry
  ) -> [Words]? {
    let subject = rankSubject(tokens)
    if phrase.words(subject).hasPrefix("以上") { return nil }
    let isList = subject.contains { $0.kind == .enumeration }
    let names = coordination.members(of: phrase.shortened(subject, limit: isList ? 240 : 66)).map(Self.withoutField)
      .filter { !$0.isEmpty }
    let stated = carry.stated.isEmpty ? carry.statedBefore : carry.stated
    if names.isEmpty, earlier.isEmpty, count > 1 {
      // `人数和收入分别达到…，位列第2位和第1位`: as many things as places.
      if carry.topics.listCount(self) == count { return carry.topics.suffix(count, self) }
      if stated.count >= count { return stated.suffix(count) }
    }
    let spokenOf =
      isEach && carry.topics.listCount(self) <= 1 && stated.count > 1
      ? stated : carry.topics.suffix(isEach ? max(carry.topics.listCount(self), 1) : 1, self)
    if names.isEmpty { return earlier.isEmpty ? spokenOf : earlier }
    // `…等10项指标增速位居前三`: of which, the text does not say.
    if names.allSatisfy({ $0.hasPrefix("指标") }) { return nil }
    // `总量和增幅分别居第二位、第一位`
    if names.count > 1, names.allSatisfy({ isRelative($0) }), let before = carry.topics.last(self) {
      return names.map { Self.joined(before, $0) }
    }
    if names.count == 1, isRelative(names[0]), !carry.topics.isEmpty(self) {
      return (isEach ? spokenOf : carry.topics.suffix(carry.topics.listCount(self), self)).map {
        Self.joined($0, names[0])
      }
    }
    return names
  }

  /// The fields of comparison that may stand right before a place (`增速全省第8`).
  private static let fields = GrammarLists.standard.fields

  /// A name without the field of comparison at its end (`增速全省`).
  private static func withoutField(_ name: Words) -> Words {
    guard let field = fields.first(where: { name.hasSuffix($0) }), field.count < name.count else { return name }
    let name = name.dropLast(field.count)
    return name.last == "在" ? name.dropLast() : name
  }

  /// What is ranked: without the field of comparison (`在全省…中`) and the years (`连续7年`).
  private func rankSubject(_ tokens: Tokens) -> Tokens {
    var tokens = tokens
    if let count = tokens.firstIndex(where: { $0.kind == .quantity }) { tokens = tokens[..<count] }
    var subject = LeftPart(tokens, self).subject
    if let last = subject.last, last.kind == .text {
      if bytes.hasText("连续", at: last.range.lowerBound - 6),
        ["年", "月", "季度"].contains(where: { bytes.hasText($0, at: last.range.upperBound - $0.utf8CodeUnitCount) })
      {
        subject = LeftPart(subject.dropLast(), self).subject
      } else if bytes.hasText("在", at: last.range.lowerBound), bytes.hasText("中", at: last.range.upperBound - 3) {
        subject.removeLast()
      }
    }
    return phrase.trimmed(subject)
  }

  /// Where the verb of a rank stands; the words between are the field of comparison.
  private func rankVerb(_ before: Tokens, mark: RankMark) -> Int? {
    if let verb = before.lastIndex(where: { $0.kind == .word && $0.classes.contains(.rank) }) {
      let between = before[(verb + 1)...]
      guard phrase.byteCount(between) <= 48,
        !between.contains(where: { $0.classes.contains(.act) && $0.range.count > 6 })
      else { return nil }
      let isDistributed = verb > before.startIndex && before[verb - 1].classes.contains(.dist)
      return isDistributed ? verb - 1 : verb
    }
    guard let last = before.last, last.kind == .text, mark.place != nil else { return nil }
    let words = phrase.words(last)
    guard let field = Self.fields.first(where: { words.hasSuffix($0) }) else {
      // `企业达到10家，苏北第一`
      let isField = before.count == 1 && (2...3).contains(words.count) && !words.hasPrefix("以")
      return isField && words.last?.isOne(of: "省市州盟北南东西部") == true ? before.startIndex : nil
    }
    // `增速全省第8` is one stretch of text: the subject is what stands before the field.
    return words == field ? before.endIndex - 1 : before.endIndex
  }

  /// `连续7年`: how many years.
  func streak(in tokens: Tokens) -> Int? {
    for token in tokens where token.kind == .word && bytes.hasText("连续", at: token.range.lowerBound) {
      let numbers = NumberScanner(bytes: bytes, units: .standard)
      guard let number = numbers.number(at: token.range.upperBound, limit: bytes.count),
        bytes.hasText("年", at: number.end), let years = Int(number.value.description), (2..<50).contains(years)
      else { continue }
      return years
    }
    return nil
  }
}
