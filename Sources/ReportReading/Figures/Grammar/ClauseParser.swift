/// Reads the figures of one clause (what stands between `，；。`).
struct ClauseParser {
  let text: TokenizedText
  let bytes: [UInt8]
  let lexicon: ClauseLexicon
  let phrase: PhraseBuilder
  let coordination: Coordination

  init(text: TokenizedText, bytes: [UInt8], lexicon: ClauseLexicon = .standard) {
    self.text = text
    self.bytes = bytes
    self.lexicon = lexicon
    phrase = PhraseBuilder(bytes: bytes, lexicon: lexicon)
    coordination = Coordination(phrase: phrase)
  }

  /// Quantities that stand together without words between them.
  struct Run {
    /// Positions of its quantities in the clause.
    var positions: [Int]
    /// Set apart by `、` or `和`, not merely side by side.
    var isList: Bool
    var first: Int { positions[0] }
    var end: Int { positions[positions.count - 1] + 1 }
  }

  /// The figures of a clause.
  /// - Parameter carry: what earlier clauses of the sentence hand on; updated.
  func figures(in clause: ArraySlice<Token>, carry: inout Carry) -> [DraftFigure] {
    if let mark = clause.last(where: { $0.kind == .period && !isComparisonBase($0, in: clause) }) {
      let mark = text.periods[Int(mark.index)]
      // `预计` within a span of years does not change it where `到2025年` or the like was said.
      // `五年累计…` is said of its own clause only.
      if mark.rule != .five, mark.rule != .present || carry.period?.isDeadline != true { carry.period = mark }
    }
    var drafts: [DraftFigure] = []
    var leftStart = clause.startIndex
    let runs = runs(in: clause)
    for (number, run) in runs.enumerated() {
      let rank = clause[run.end...].firstIndex { $0.kind == .rank } ?? clause.endIndex
      let next = number + 1 < runs.count ? runs[number + 1].first : rank
      var member = Member(
        left: LeftPart(clause[leftStart..<run.first], text: text, lexicon: lexicon, counts: counts(clause[run.first])),
        run: run,
        leftTokens: clause[leftStart..<run.first], right: clause[run.end..<next], clause: clause,
        hasNext: next < clause.endIndex, isFirst: number == 0)
      leftStart = splitRight(&member)
      if member.right.isEmpty, member.hasNext, needsObject(member) {
        member.right = objectAhead(in: clause, runs: runs[(number + 1)...])
      }
      drafts += read(member, carry: &carry)
    }
    drafts += ranks(in: clause, from: leftStart, carry: &carry)
    if drafts.isEmpty { noteTopic(of: clause, carry: &carry) }
    return drafts
  }

  private func counts(_ token: Token) -> Bool { text.quantities[Int(token.index)].kind?.isCount ?? false }

  /// What a clause without figures speaks of: a following `增幅达到6.5%` is said of it.
  private func noteTopic(of clause: ArraySlice<Token>, carry: inout Carry) {
    var topic = phrase.trimmed(clause)
    let verb = topic.firstIndex {
      !$0.classes.isDisjoint(with: [.level, .levelTo, .gap, .rank, .change]) && $0.kind == .word
    }
    if let verb, verb > topic.startIndex { topic = topic[..<verb] } else if !carry.subjects.isEmpty { return }
    while let last = topic.last, last.kind == .word, last.classes.contains(.aux) { topic.removeLast() }
    if isRelative(phrase.condensed(topic)) { return }
    while let first = topic.first, !first.classes.isDisjoint(with: [.act, .change]), topic.count > 1 {
      topic.removeFirst()
    }
    let isPlain = topic.allSatisfy { [.text, .word, .enumeration].contains($0.kind) }
    guard !topic.isEmpty, phrase.byteCount(topic) <= 75, isPlain else { return }
    let names = coordination.members(of: topic)
    carry.subjects = names
    carry.listCount = names.count
    carry.base = names.last ?? ""
  }

  /// A stretch of the clause around one run of quantities.
  struct Member {
    var left: LeftPart
    var run: Run
    var leftTokens: ArraySlice<Token>
    /// The words after the quantities, up to the next member.
    var right: ArraySlice<Token>
    var clause: ArraySlice<Token>
    var hasNext: Bool
    var isFirst: Bool
  }

  // MARK: - Cutting the clause

  private func runs(in clause: ArraySlice<Token>) -> [Run] {
    var runs: [Run] = []
    for i in clause.indices where clause[i].kind == .quantity {
      guard let last = runs.last else {
        runs.append(Run(positions: [i], isList: false))
        continue
      }
      let between = clause[last.end..<i].filter { $0.kind != .parenthesis }
      let joins = between.allSatisfy { $0.kind == .enumeration || $0.classes.contains(.conj) }
      if joins, between.count <= 1 {
        runs[runs.count - 1].positions.append(i)
        runs[runs.count - 1].isList = runs[runs.count - 1].isList || !between.isEmpty
      } else {
        runs.append(Run(positions: [i], isList: false))
      }
    }
    return runs
  }

  /// Cuts what follows a run at the next member of the list; gives where the next member begins.
  private func splitRight(_ member: inout Member) -> Int {
    let right = member.right
    guard member.hasNext else { return right.endIndex }
    if let separator = right.firstIndex(where: { $0.kind == .enumeration || $0.classes.contains(.conj) }) {
      member.right = right[right.startIndex..<separator]
      return separator + 1
    }
    // No separator: the words up to the next verb are the object here, all of them the subject there.
    let stop = right.firstIndex {
      $0.kind == .word && !$0.classes.isDisjoint(with: [.aux, .level, .levelTo, .change, .act, .gap, .dist])
    }
    member.right = right[right.startIndex..<(stop ?? right.endIndex)]
    if let first = right.first, first.classes.contains(.levelTo) { return right.startIndex }
    return right.startIndex
  }

  private func needsObject(_ member: Member) -> Bool {
    member.left.predicateTakesObject && phrase.trimmed(member.left.subject).allSatisfy { $0.classes.contains(.act) }
  }

  /// The words after a later quantity, for quantities that share one object (`34条共208公里公路`).
  private func objectAhead(in clause: ArraySlice<Token>, runs: ArraySlice<Run>) -> ArraySlice<Token> {
    guard let last = runs.first else { return [] }
    let end = runs.dropFirst().first?.first ?? clause.endIndex
    let object = clause[last.end..<end]
    guard let first = object.first, first.kind == .text || first.classes.contains(.of) else { return [] }
    return object
  }

  /// Whether a year is the base of a comparison (`比2001年`, `是2001年的8.1倍`).
  func isComparisonBase(_ token: Token, in clause: ArraySlice<Token>) -> Bool {
    guard let at = clause.firstIndex(where: { $0.range == token.range }), at > clause.startIndex else { return false }
    let before = clause[at - 1]
    if !before.classes.isDisjoint(with: [.than, .from, .gap, .pre]) { return true }
    if at + 1 < clause.endIndex, clause[at + 1].kind == .text,
      ["水平", "同期", "实际", "基础"].contains(where: { bytes.hasText($0, at: clause[at + 1].range.lowerBound) })
    {
      return true
    }
    if at + 2 < clause.endIndex, clause[at + 1].classes.contains(.of),
      ["基础", "水平", "同期"].contains(where: { bytes.hasText($0, at: clause[at + 2].range.lowerBound) })
    {
      return true
    }
    guard before.kind == .word, before.classes.contains(.level), at + 1 < clause.endIndex else { return false }
    return clause[at + 1].classes.contains(.of)
  }

  // MARK: - Reading a member

  private func read(_ member: Member, carry: inout Carry) -> [DraftFigure] {
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
    if let figures = readGap(member, quantities, carry: carry) { return figures }
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
  private func isScope(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count == 1, let token = tokens.first, token.kind == .text, token.range.count == 6 else { return false }
    guard let (first, width) = bytes.scalar(at: token.range.lowerBound), "全我".unicodeScalars.contains(first) else {
      return false
    }
    return bytes.scalar(at: token.range.lowerBound + width).map { "市省区县镇乡州旗村".unicodeScalars.contains($0.0) } ?? false
  }

  /// `覆盖全市`: what follows the share is covered.
  private func covers(_ subject: ArraySlice<Token>) -> Bool {
    var subject = subject
    if isScope(subject.suffix(1)) { subject.removeLast() }
    return subject.last.map { ["覆盖", "惠及", "带动"].contains(phrase.words([$0])) } ?? false
  }

  /// Whether words begin with a name: plain text, or a verb used in one (`配套管网`).
  private func startsNoun(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first else { return false }
    if first.kind == .text { return true }
    if first.classes.contains(.aux), tokens.count > 1 { return true }  // 5人新当选院士
    return first.classes.contains(.act) && !isPlainVerb(first) && tokens.dropFirst().first?.kind == .text
  }

  private func isPlainVerb(_ token: Token) -> Bool {
    token.classes.contains(.act) && !lexicon.entries[Int(token.index)].keepsVerb
  }

  /// A sum that names a size (`1000万元以上企业`, `超亿元项目`).
  private func isSizeClass(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard let quantity = quantities.last, let first = member.right.first ?? following(member) else { return false }
    guard first.kind == .text || first.classes.contains(.act) || first.classes.contains(.of) else { return false }
    let noun = lexicon.match(.sizeNoun, in: bytes, at: first.range.lowerBound, limit: bytes.count) != nil
    switch quantity.kind {
    case .money, nil: return noun && quantity.hasMultiplier
    case .energy, .ship, .data: return first.kind == .text
    case .area, .mass, .volume, .length:
      let isBound = quantity.bound == .atLeast || quantity.bound == .atMost
      return isBound && member.right.first != nil && (first.kind == .text || first.classes.contains(.of))
    default: return false
    }
  }

  private func following(_ member: Member) -> Token? {
    member.run.end < member.clause.endIndex ? member.clause[member.run.end] : nil
  }

  /// A count that only names an existing group of places, of which something else is said (`32个镇街…总额159亿元`).
  private func isGroup(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard quantities.count == 1, quantities[0].kind == .count, let first = member.right.first, first.kind == .text
    else {
      return false
    }
    let opens = phrase.trimmed(member.left.subject).isEmpty && member.left.predicate == nil
    guard opens, lexicon.match(.territory, in: bytes, at: first.range.lowerBound, limit: bytes.count) != nil else {
      return false
    }
    if let (next, _) = bytes.scalar(at: first.range.lowerBound + 3), "级直属政场民内委本重域".unicodeScalars.contains(next) {
      return false
    }
    return member.hasNext && member.clause[member.run.end...].allSatisfy { $0.kind != .enumeration }
  }

  /// `30户以上自然村`, `以上6项指标`: a size or a count that names a group.
  private func namesGroup(_ member: Member, _ quantity: Quantity) -> Bool {
    if let first = member.leftTokens.first, member.leftTokens.count == 1,
      bytes.hasText("以上", at: first.range.lowerBound)
    {
      return true
    }
    guard quantity.bound == .atLeast, ["户", "人", "头"].contains(quantity.unit), member.right.first?.kind == .text else {
      return false
    }
    return member.leftTokens.allSatisfy { $0.kind == .text }
  }

  /// A capacity within the name of a project (`推进200万吨铝板带箔等项目`).
  private func isCapacity(_ member: Member, _ quantities: [Quantity]) -> Bool {
    guard let quantity = quantities.last, let kind = quantity.kind, let first = member.right.first, first.kind == .text
    else { return false }
    let yearly =
      member.leftTokens.last.map { String(decoding: bytes[$0.range], as: UTF8.self).hasSuffix("年产") } ?? false
    let isLivestock = ["头", "只", "羽", "尾"].contains(quantity.unit)
    guard [.mass, .energy, .volume, .ship].contains(kind) || yearly || isLivestock else { return false }
    let words = phrase.words(member.clause[member.run.end...])
    return yearly || ["项目", "工程", "生产线", "装置", "技改", "级"].contains { words.contains($0) }
  }

  /// `入选全国首批20个…`: the number of those chosen elsewhere.
  private func isSelection(_ member: Member) -> Bool {
    let quantity = text.quantities[Int(member.clause[member.run.first].index)]
    if namesGroup(member, quantity) { return true }
    if quantity.kind?.isRelative == true, let last = member.left.subject.last,
      bytes.hasText("按", at: last.range.upperBound - 3)
    {
      return true  // 按13%组织
    }
    if quantity.kind?.isRelative != true, !member.right.isEmpty,
      member.leftTokens.suffix(4).contains(where: { $0.classes.contains(.focus) })
    {
      return true
    }
    if member.leftTokens.contains(where: { $0.kind == .enumeration }), member.leftTokens.last?.kind == .text,
      ["产业", "领域", "环节"].contains(where: { phrase.words(member.right).hasSuffix($0) })
    {
      return true  // 发展食品、工艺、印刷3个特色产业
    }
    if let last = member.right.last, last.kind == .text, bytes.hasText("中", at: last.range.upperBound - 3),
      member.leftTokens.contains(where: { $0.kind == .text && bytes.hasText("在", at: $0.range.lowerBound) })
    {
      return true  // 在…16项指标中
    }
    if let first = member.right.first, bytes.hasText("“", at: first.range.lowerBound), first.kind == .text,
      bytes.scalar(at: first.range.lowerBound + 3)?.0.isDigit == true
    {
      return true  // 3个“3”服务
    }
    guard let last = member.leftTokens.last, last.kind == .text else { return false }
    let words = String(decoding: bytes[last.range], as: UTF8.self)
    return ["国首批", "省首批", "国第一批", "省第一批"].contains { words.hasSuffix($0) }
  }

  // MARK: - Subject before the number

  private func readSubject(_ member: Member, _ quantities: [Quantity], carry: inout Carry) -> [DraftFigure] {
    let left = member.left
    let subject = phrase.shortened(phrase.trimmed(left.subject))
    if let first = subject.first, subject.count > 1, first.classes.isSuperset(of: [.change, .act]) {
      return readDecrease(member, quantities, subject: subject, carry: &carry)
    }
    var names = subjectNames(subject, member: member, count: quantities.count, carry: carry)
    guard !names.isEmpty, !recallsTarget(member) else { return [] }
    var flags: Set<FigureFlag> = []
    let isPaired = member.run.isList && quantities.count > 1
    if names.count == 1, isPaired ? quantities.count == 2 : left.isDistributed,
      let split = Self.twins(names[0])
    {
      names = split
    }
    if isPaired, names.count != quantities.count {
      if names.count == 1 {
        names = Array(repeating: names[0], count: quantities.count)
        flags.insert(.ambiguous)
      } else {
        flags.insert(.ambiguous)
      }
    }
    var drafts: [DraftFigure] = []
    if isPaired {
      // `分别达到97%、98%以上`: the bound after the last number is meant for all.
      var quantities = quantities
      if let bound = quantities.last?.bound, left.isDistributed, quantities.dropLast().allSatisfy({ $0.bound == nil }) {
        for i in quantities.indices { quantities[i].bound = bound }
      }
      for (name, quantity) in zip(names, quantities) { drafts.append(draft(name, quantity, member, flags: flags)) }
    } else {
      let isEach = left.isDistributed || names.count > 1 && (sharesNumber(subject) || growsTogether(member))
      let each = isEach ? names : [names.joined(separator: "、")]
      for name in each { for quantity in quantities { drafts.append(draft(name, quantity, member, flags: flags)) } }
    }
    remember(names, subject: subject, carry: &carry)
    if left.isAverage, left.baseYear == nil, let base = carry.baseYear {
      for i in drafts.indices { drafts[i].baseYear = base }
    }
    for i in drafts.indices where drafts[i].isStart {
      drafts[i].baseYear = drafts[i].baseYear ?? carry.startYear
      carry.startYear = drafts[i].baseYear
    }
    carry.baseYear = drafts.last(where: { !$0.isStart })?.baseYear ?? carry.baseYear
    let figures = drafts.compactMap { accepted($0, member: member) }
    if let last = figures.last, last.unit == "%" || last.unit == "‰" {
      carry.share = last.measure == .level ? last.indicator : subject.isEmpty ? carry.share : nil
    }
    return figures
  }

  /// `减少能耗约2万吨`: a change of the object, unless it is an amount of work.
  private func readDecrease(
    _ member: Member, _ quantities: [Quantity], subject: ArraySlice<Token>, carry: inout Carry
  ) -> [DraftFigure] {
    var member = member
    let verb = lexicon.entries[Int(subject[subject.startIndex].index)]
    let isChange =
      phrase.words(subject.prefix(1)).hasPrefix("减少") || quantities.allSatisfy { $0.kind?.isRelative ?? false }
    let name = isChange ? phrase.condensed(subject.dropFirst()) : phrase.condensed(subject)
    if isChange { member.left.predicate = verb }
    carry.subjects.append(phrase.condensed(subject.dropFirst()))
    return quantities.compactMap { accepted(draft(name, $0, member, flags: []), member: member) }
  }

  /// `接近10%的预期目标`: last year's target, recalled.
  private func recallsTarget(_ member: Member) -> Bool {
    guard member.left.subject.isEmpty, member.left.bound != nil, member.right.count > 1 else { return false }
    return phrase.words(member.right).hasSuffix("目标")
  }

  /// Two rates joined by 和 have the same value each; amounts joined by 、 are one sum.
  private func sharesNumber(_ subject: ArraySlice<Token>) -> Bool {
    let words = phrase.words(subject)
    return words.hasSuffix("率") || words.hasSuffix("覆盖面") || words.hasSuffix("增长") || words.hasSuffix("比例")
  }

  /// A growth rate said of a list holds for each member.
  private func growsTogether(_ member: Member) -> Bool {
    let quantity = text.quantities[Int(member.clause[member.run.first].index)]
    if quantity.kind == .times { return true }
    return quantity.kind == .percent && member.left.predicate?.classes.contains(.change) == true
  }

  /// The names that the numbers belong to.
  private func subjectNames(
    _ subject: ArraySlice<Token>, member: Member, count: Int, carry: Carry
  ) -> [String] {
    let isPaired = member.run.isList && count > 1
    if subject.isEmpty {
      if isPaired { return Array(carry.subjects.suffix(count)) }
      if let share = carry.share, text.quantities[Int(member.clause[member.run.first].index)].kind == .points {
        return [share]
      }
      return Array(carry.subjects.suffix(member.left.isDistributed ? max(carry.listCount, 1) : 1))
    }
    let name = phrase.condensed(subject)
    if subject.allSatisfy({ $0.classes.contains(.every) }), let last = carry.subjects.last { return [last] }
    if isPaired, isRelative(name), carry.subjects.count >= count {
      return carry.subjects.suffix(count).map { Self.joined($0, name) }
    }
    if member.left.isDistributed, isRelative(name), carry.listCount > 1, !isPaired {
      return carry.subjects.suffix(carry.listCount).map { Self.joined($0, name) }
    }
    if subject.last?.classes.contains(.etc) == true, member.right.isEmpty, let topic = carry.subjects.last {
      return [topic]
    }
    if member.left.isDistributed || isPaired || sharesNumber(subject) || growsTogether(member) {
      let members = coordination.members(of: subject, isPaired: isPaired)
      if members.count > 1 { return members.map { completed($0, subject: subject, carry: carry, member: member) } }
    }
    return [completed(name, subject: subject, carry: carry, member: member)]
  }

  /// Adds what the sentence shares: the thing spoken of before a relative phrase, the verb of a list.
  private func completed(_ name: String, subject: ArraySlice<Token>, carry: Carry, member: Member) -> String {
    let before = carry.subjects.last ?? ""
    if isRelative(name) || isOrdinal(name), !before.isEmpty, !name.hasPrefix(before) {
      return Self.joined(before, name)
    }
    if subject.count <= 2, subject.allSatisfy({ $0.classes.contains(.act) }), !carry.base.isEmpty {
      return Self.joined(carry.base, name)
    }
    if !member.isFirst, !carry.verb.isEmpty, let first = subject.first, !first.classes.contains(.act) {
      return carry.verb + name
    }
    return name
  }

  /// `第二批`, `一期`: a part of the thing spoken of before.
  private func isOrdinal(_ name: String) -> Bool {
    guard let last = name.last, "批期".contains(last) else { return false }
    return name.dropLast().allSatisfy { "第首一二三四五六七八九十".contains($0) }
  }

  func isRelative(_ name: String) -> Bool {
    if ["占", "约占", "增速", "增幅", "涨幅", "降幅"].contains(where: { name.hasPrefix($0) }) {
      return !["占地"].contains { name.hasPrefix($0) }
    }
    return lexicon.entry(of: name)?.classes.contains(.relative) ?? false
  }

  static func joined(_ before: String, _ name: String) -> String {
    before.count > 16 ? String(before.suffix(16)) + name : before + name
  }

  /// A relative phrase that speaks of the thing (`增速`, `占比`), not of a part of it (`计划总投资`).
  private func isAttribute(_ name: String) -> Bool {
    guard isRelative(name) else { return false }
    return name.hasPrefix("占") || ["速", "幅", "比", "重", "名", "次", "率", "度"].contains { name.hasSuffix($0) }
  }

  /// Two things in one word, taken apart where two numbers follow (`城乡居民收入` → `城镇居民收入`, `农村居民收入`).
  static func twins(_ name: String) -> [String]? {
    for (joint, first, second) in [("城乡", "城镇", "农村"), ("存贷款", "存款", "贷款"), ("进出口", "进口", "出口"), ("水陆", "水路", "陆路")] {
      guard let at = name.firstRange(of: joint) else { continue }
      let head = name[..<at.lowerBound]
      let tail = name[at.upperBound...]
      return ["\(head)\(first)\(tail)", "\(head)\(second)\(tail)"]
    }
    return nil
  }

  private func remember(_ names: [String], subject: ArraySlice<Token>, carry: inout Carry) {
    guard !subject.isEmpty else { return }
    // What is said of the thing, not another thing.
    if isAttribute(phrase.condensed(subject)), !carry.subjects.isEmpty { return }
    carry.listCount = names.count
    if names.count == 1, carry.subjects.count < 8 {
      carry.subjects.append(names[0])
    } else {
      carry.subjects = names
    }
    if subject.count > 1 || subject.first?.classes.contains(.act) == false { carry.base = baseName(names, subject) }
    if let first = subject.first, first.classes.contains(.act), lexicon.entries[Int(first.index)].keepsVerb {
      carry.verb = phrase.words(subject.prefix(1))
    }
  }

  /// The last name without the verb at its end.
  private func baseName(_ names: [String], _ subject: ArraySlice<Token>) -> String {
    let name = names.last ?? ""
    guard let last = subject.last, last.classes.contains(.act) else { return name }
    let act = phrase.words(subject.suffix(1))
    return name.hasSuffix(act) ? String(name.dropLast(act.count)) : name
  }

  // MARK: - Object after the number

  private func readObject(_ member: Member, _ quantities: [Quantity], carry: inout Carry) -> [DraftFigure] {
    var right = member.right
    while let first = right.first, first.classes.contains(.of) || first.kind == .parenthesis { right.removeFirst() }
    guard !right.isEmpty else { return readSubject(member, quantities, carry: &carry) }
    let subject = phrase.trimmed(member.left.subject)
    let verb = verbBefore(subject, member: member, carry: carry)
    var name = objectName(right)
    if member.hasNext, name.count <= 4, let last = name.last, "级型类".contains(last) {
      let ahead = phrase.words(objectAfterNext(member))
      if ahead.count > name.count + 1 { name += ahead.dropFirst(name.count) }
    }
    if !verb.isEmpty, !name.hasPrefix(verb) { name = verb + name }
    let owner = subject.last?.classes.contains(.act) == true ? subject.dropLast() : subject
    if let last = owner.last, last.kind == .text, phrase.byteCount(owner) <= 45 {
      let isOwner = member.leftTokens.last?.classes.contains(.of) == true || name.count - verb.count <= 2
      if isOwner { name = phrase.condensed(owner) + name }
      if bytes.hasText("中", at: last.range.upperBound - 3), member.left.predicate != nil {
        name = String(phrase.condensed(owner).dropLast()) + name
      }
    }
    let generic = name.count <= 2 || lexicon.entry(of: name)?.classes.contains(.relative) ?? false
    if ["方面", "环节", "层面"].contains(where: { name.hasPrefix($0) || name.hasSuffix($0) }) { return [] }
    if generic, let before = carry.subjects.last, member.isFirst { name = Self.joined(before, name) }
    var drafts = quantities.map { draft(name, $0, member, flags: []) }
    for i in drafts.indices where drafts[i].measure == .change && member.left.predicate == nil {
      drafts[i].measure = .level
    }
    carry.subjects.append(name)
    carry.base = name
    carry.listCount = 1
    if let last = subject.last, last.classes.contains(.act) {
      carry.verb = lexicon.entries[Int(last.index)].keepsVerb ? phrase.words(subject.suffix(1)) : ""
    }
    return drafts.compactMap { accepted($0, member: member) }
  }

  /// The words after the next quantity of the clause, up to a mark.
  private func objectAfterNext(_ member: Member) -> ArraySlice<Token> {
    guard let next = member.clause[member.right.endIndex...].firstIndex(where: { $0.kind == .quantity }) else {
      return []
    }
    return member.clause[(next + 1)...].prefix { $0.kind == .text || $0.kind == .word }
  }

  /// The verb in front of the number that belongs to the name.
  private func verbBefore(_ subject: ArraySlice<Token>, member: Member, carry: Carry) -> String {
    if let last = subject.last, last.classes.contains(.act) {
      return lexicon.entries[Int(last.index)].keepsVerb ? phrase.words(subject.suffix(1)) : ""
    }
    if subject.isEmpty, !member.isFirst { return carry.verb }
    return ""
  }

  /// The name in the words after the number: all of them where they are a short statement.
  private func objectName(_ right: ArraySlice<Token>) -> String {
    var tokens = right.filter { $0.kind != .parenthesis && $0.kind != .period }[...]
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
