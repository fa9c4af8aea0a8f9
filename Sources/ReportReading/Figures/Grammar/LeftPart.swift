/// What stands in a clause before a quantity, read from the quantity backwards: bound, adverbs, predicate, subject.
struct LeftPart {
  /// The bound in front of the number (`不低于`).
  var bound: Comparator?
  /// `分别`, `各`, `均`: the numbers belong to the members of the subject one by one.
  var isDistributed = false
  /// Held against an earlier period (`同比`, `比上年`).
  var hasBase = false
  var isAverage = false
  /// A predicate of growth stands before the mark in front of the predicate (`稳定增长、力争达到3%`).
  var hasGrowth = false
  var tense: Tense = .neither
  var predicate: ClauseWord?
  /// A word of change under a predicate of level (`增长达到`).
  var changeUnderLevel: ClauseWord?
  /// The quantity starts a movement (`由9000元`).
  var isStart = false
  var baseYear: Int?
  /// ``baseYear`` is the last one of a plan.
  private var endsPlan = false
  /// The bound stands before the verb (`至少建成1条、2座`) and governs what follows it.
  var governsList = false
  /// The first year behind the years of a plan in front of the predicate (`比“七五”时期`).
  private var yearBehindPlan: Int?
  private let counts: Bool
  /// The tokens of the subject, verbs of action included.
  var subject: Tokens

  /// - Parameters:
  ///   - tokens: what stands before the quantity in its member of the clause.
  ///   - counts: whether the quantity counts things: `改造提升200个` is no rise of 200.
  init(_ tokens: Tokens, _ parser: ClauseParser, counts: Bool = false) {
    self.counts = counts
    subject = tokens
    while let last = subject.last, consume(last, parser) { subject.removeLast() }
    // `县（市）达到52个`
    if subject.endIndex < tokens.endIndex, parser.phrase.endsUnits(at: subject.endIndex, of: tokens) {
      subject = tokens[...subject.endIndex]
    }
    cutEarlierPredicate()
    takeBoundBeforeVerb(parser)
    if predicate?.classes.contains(.change) == true || changeUnderLevel != nil { cutComparison(parser.text.periods) }
  }

  /// `固定资产投资保持稳定增长、力争达到3%`: a predicate before the mark is none of the subject's words.
  private mutating func cutEarlierPredicate() {
    guard let mark = subject.last, mark.kind == .enumeration, predicate != nil || tense != .neither else { return }
    let before = subject.dropLast()
    guard
      let verb = before.lastIndex(where: {
        $0.kind == .word && !$0.classes.isDisjoint(with: [.change, .level, .levelTo]) || $0.classes.contains(.act)
          || $0.classes.contains(.gap) && $0.range.count >= 6
      }), verb > before.startIndex
    else { return }
    let isChange = before[verb].classes.contains(.change)
    if isChange, predicate?.classes.contains(.change) != true, verb + 1 == before.endIndex { hasGrowth = true }
    subject = before[..<verb]
    while let last = subject.last, last.kind == .word, !last.classes.isDisjoint(with: [.aux, .level, .adj]),
      subject.count > 1
    {
      subject.removeLast()
    }
  }

  /// `至少建成1条`: the bound stands before the verb.
  private mutating func takeBoundBeforeVerb(_ parser: ClauseParser) {
    let (lexicon, memory) = (parser.lexicon, parser.memory)
    if bound == nil,
      let least = subject.lastIndex(where: { $0.kind == .word && lexicon.entries[Int($0.index)].isLeast })
    {
      bound = .atLeast
      governsList = true
      subject = memory.keep(Array(subject[..<least]) + Array(subject[(least + 1)...]))
    }
    takeBoundBeforeSum(parser)
    guard bound == nil, subject.count > 1, subject.last?.classes.contains(.act) == true else { return }
    let before = subject[subject.endIndex - 2]
    guard before.kind == .word, before.classes == .pre, before.range.count > 3 else { return }
    bound = lexicon.entries[Int(before.index)].bound
    subject = memory.keep(Array(subject.dropLast(2)) + [subject[subject.endIndex - 1]])
  }

  /// `产业可突破营收500亿元`: the bound stands before what is summed.
  private mutating func takeBoundBeforeSum(_ parser: ClauseParser) {
    guard bound == nil, predicate == nil, subject.count > 2, let sum = subject.last, sum.kind == .text,
      case let pre = subject[subject.endIndex - 2], pre.kind == .word, pre.classes.contains(.pre), pre.range.count == 6,
      parser.lexicon.entries[Int(pre.index)].bound == .moreThan, sum.range.count <= 18
    else { return }
    bound = .moreThan
    var before = subject.dropLast(2)
    while let last = before.last, last.kind == .word, last.classes.contains(.aux) { before.removeLast() }
    subject = parser.memory.keep(Array(before) + [sum])
  }

  /// Takes one token in front of the quantity; false where the subject begins.
  private mutating func consume(_ token: Token, _ parser: ClauseParser) -> Bool {
    switch token.kind {
    case .parenthesis, .colon: return true
    case .period:
      note(parser.text.periods[Int(token.index)])
      return true
    case .word: break
    default: return false
    }
    let entry = parser.lexicon.entries[Int(token.index)]
    let classes = entry.classes
    if classes.contains(.from) {
      isStart = true
      return true
    }
    if hasBase, classes.contains(.than) { return true }
    if predicate == nil, classes.contains(.pre), bound == nil, !(classes.contains(.gap) && changeUnderLevel != nil) {
      bound = entry.bound
      if classes.contains(.level) { predicate = entry }
      return true
    }
    if classes.contains(.every), subject.count > 1 { return true }  // the unit says so: 元/人·月
    if !classes.isDisjoint(with: [.dist, .base, .avg, .adj]) || (classes.contains(.of) && predicate == nil) {
      isDistributed = isDistributed || classes.contains(.dist)
      hasBase = hasBase || classes.contains(.base)
      if classes.contains(.avg) {
        isAverage = true
        if classes.contains(.change) {
          if predicate == nil { predicate = entry } else if changeUnderLevel == nil { changeUnderLevel = entry }
        }
      }
      return true
    }
    // `整修提升500公里道路`: done to things, as the verb before.
    if predicate == nil, entry.isImprovement, let before = subject.dropLast().last, before.kind == .word,
      before.classes.contains(.act), before.range.upperBound == token.range.lowerBound
    {
      return false
    }
    if let taken = consumePredicate(entry) { return taken }
    if classes.contains(.aux) {
      // A plan before the number is a noun (`三年行动计划17项`), before a verb an auxiliary.
      if entry.isPlan, predicate == nil, bound == nil, subject.count > 1,
        subject.dropLast().last.map({ $0.kind == .text || $0.classes.contains(.act) }) == true
      {
        return false
      }
      if tense == .neither { tense = entry.tense }
      return true
    }
    return predicate != nil && classes.contains(.of)
  }

  /// Takes a predicate; nil when the word is none that can stand here.
  private mutating func consumePredicate(_ entry: ClauseWord) -> Bool? {
    let classes = entry.classes
    guard !classes.isDisjoint(with: [.change, .levelTo, .level]) else { return nil }
    if predicate == nil {
      if counts, classes.contains(.change), entry.isImprovement { return false }
      if classes.contains(.act), classes.isDisjoint(with: [.change, .levelTo]), entry.keepsVerb { return false }
      predicate = entry
      return true
    }
    if classes.contains(.change), predicate?.classes.contains(.change) == false, changeUnderLevel == nil {
      changeUnderLevel = entry
      return true
    }
    if classes.contains(.level), predicate?.classes.contains(.change) == true {
      return true  // 实现增长5%
    }
    return false
  }

  /// Takes a year, or the years of a plan.
  private mutating func note(_ mark: PeriodMark) {
    switch mark.rule {
    case .year(let year): (baseYear, endsPlan) = (year, false)
    case .span(_, let last): yearBehindPlan = last + 1
    default: break
    }
  }

  /// The year that a change begins with: the one compared with (`比2001年`, `比“十一五”末`), or the first behind the years
  /// of a plan (`比“七五”时期`).
  var changeBase: Int? { endsPlan ? baseYear.map { $0 + 1 } : baseYear }

  /// Leaves `比2001年` and the like out of the subject of a change.
  private mutating func cutComparison(_ periods: [PeriodMark]) {
    guard let than = subject.lastIndex(where: { $0.classes.contains(.than) }), subject.endIndex - than <= 5 else {
      return
    }
    hasBase = true
    if than + 1 == subject.endIndex, baseYear == nil, let behind = yearBehindPlan {
      (baseYear, endsPlan) = (behind - 1, true)
    }
    for token in subject[than...] where token.kind == .period {
      note(periods[Int(token.index)])
      if let behind = yearBehindPlan { (baseYear, endsPlan) = (behind - 1, true) }
    }
    subject = subject[subject.startIndex..<than]
    while let last = subject.last, last.kind == .word, last.classes.contains(.dist) {
      isDistributed = true
      subject.removeLast()
    }
  }

  /// Whether the predicate can take what follows the number as its object (`完成17项…整改`, `有90%以上的…`).
  var predicateTakesObject: Bool {
    guard let predicate else { return true }
    return predicate.classes.contains(.act) || predicate.levelBound == .equal && predicate.classes == .level
  }
}
