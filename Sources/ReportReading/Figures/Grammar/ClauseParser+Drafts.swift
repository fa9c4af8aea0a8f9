extension ClauseParser {
  // MARK: - Ratios and gaps

  /// `三次产业比例…0.4:57.1:42.5`: one figure for each side.
  func readRatio(_ member: Member, _ quantity: Quantity, carry: inout Carry) -> [DraftFigure] {
    let subject = phrase.trimmed(member.left.subject)
    let name = subject.isEmpty ? carry.subjects.last ?? "" : phrase.condensed(subject)
    guard ["比", "结构", "构成"].contains(where: { name.contains($0) }) else { return [] }
    carry.subjects = [name]
    if quantity.ratio.count == 2, quantity.ratio[1] == ExactNumber(mantissa: 1) {
      var side = quantity
      side.low = quantity.ratio[0]
      side.high = side.low
      side.unit = ""
      side.ratio = []
      return [draft(name, side, member, flags: [])]
    }
    let industries = ["第一产业", "第二产业", "第三产业"]
    return quantity.ratio.enumerated().map { i, value in
      var side = quantity
      side.low = value
      side.high = value
      side.ratio = []
      return draft(quantity.ratio.count == 3 ? name + industries[i] : name, side, member, flags: [])
    }
  }

  /// `增速快于属地规上产值1.6个百分点`: nil where the number is no gap.
  func readGap(_ member: Member, _ quantities: [Quantity], carry: Carry) -> [DraftFigure]? {
    if let figures = readHigher(member, quantities, carry: carry) { return figures }
    guard quantities.count == 1, let kind = quantities[0].kind, [.points, .percent, .times].contains(kind),
      member.left.predicate == nil,
      let gap = member.leftTokens.lastIndex(where: { $0.classes.contains(.gap) }),
      member.leftTokens[(gap + 1)...].contains(where: { $0.kind == .text })
    else { return nil }
    let other = member.leftTokens[gap...].filter { !$0.classes.contains(.dist) || $0.range.count > 3 }
    let isCompound = other.dropFirst().contains {
      !$0.classes.isDisjoint(with: [.change, .level, .act]) && $0.kind == .word
    }
    guard !isCompound || kind == .points else { return nil }
    let subject = phrase.trimmed(member.leftTokens[member.leftTokens.startIndex..<gap])
    var name = phrase.condensed(phrase.shortened(subject))
    if name.isEmpty || isRelative(name), let before = carry.subjects.last { name = Self.joined(before, name) }
    guard !name.isEmpty else { return [] }
    var figure = draft(name + phrase.words(other[...]), quantities[0], member, flags: [])
    figure.measure = .level
    if let bound = quantities[0].bound { figure.comparator = bound } else { figure.comparator = .equal }
    figure.low = quantities[0].low
    figure.high = quantities[0].high
    return [figure]
  }

  /// `增速分别比全国高0.2、0.9个百分点`
  private func readHigher(_ member: Member, _ quantities: [Quantity], carry: Carry) -> [DraftFigure]? {
    guard quantities.allSatisfy({ $0.kind?.isRelative ?? false }), let last = member.leftTokens.last,
      last.kind == .text,
      ["高", "低", "快", "慢"].contains(where: { bytes.hasText($0, at: last.range.upperBound - 3) }),
      let than = member.leftTokens.lastIndex(where: { $0.classes.contains(.than) })
    else { return nil }
    let left = LeftPart(member.leftTokens[..<than], text: text, lexicon: lexicon)
    let subject = phrase.trimmed(left.subject)
    var names = coordination.members(of: subject, isPaired: quantities.count > 1)
    if names.count == 1, isRelative(names[0]), let before = carry.subjects.last {
      names = [Self.joined(before, names[0])]
    }
    if names.isEmpty { names = carry.subjects.suffix(quantities.count) }
    guard names.count == quantities.count else { return nil }
    let other = phrase.words(member.leftTokens[than...])
    return zip(names, quantities).map { name, quantity in
      var figure = draft(name + other, quantity, member, flags: [])
      figure.measure = .level
      return figure
    }
  }

  // MARK: - Ranks

  /// `位列全国百强榜73位`: a place given as a number of places.
  func readPlace(_ member: Member, _ quantities: [Quantity], carry: Carry) -> [DraftFigure]? {
    guard quantities.count == 1, quantities[0].unit == "位", member.left.predicate?.classes.contains(.change) != true,
      let verb = member.leftTokens.lastIndex(where: { $0.kind == .word && $0.classes.contains(.rank) })
    else { return nil }
    let subject = phrase.trimmed(member.leftTokens[..<verb])
    let name = subject.isEmpty ? carry.subjects.last ?? "" : phrase.condensed(phrase.shortened(subject))
    guard !name.isEmpty else { return nil }
    return [
      DraftFigure(
        indicator: name, measure: .rank, comparator: quantities[0].bound ?? .equal, low: quantities[0].low,
        high: quantities[0].high, unit: "位", quote: member.quote)
    ]
  }

  /// The ranks of a clause (`增速位居郊区第二`).
  func ranks(in clause: ArraySlice<Token>, from start: Int, carry: inout Carry) -> [DraftFigure] {
    var drafts: [DraftFigure] = []
    var from = start
    var names: [String] = []
    let marks = clause.indices.filter { clause[$0].kind == .rank && $0 >= start }
    for (number, i) in marks.enumerated() {
      let mark = text.ranks[Int(clause[i].index)]
      let before = clause[from..<i]
      let continues = from > start && before.allSatisfy { $0.kind == .enumeration || $0.classes.contains(.conj) }
      let isStart = before.contains { $0.classes.contains(.from) }
      if !continues {
        guard let verb = rankVerb(before, mark: mark) ?? (isStart ? before.endIndex : nil) else { continue }
        guard let found = rankNames(before[before.startIndex..<verb], earlier: names, carry: carry) else { continue }
        names = found
      }
      from = i + 1
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

  private func rank(_ name: String, _ mark: RankMark, _ clause: ArraySlice<Token>) -> DraftFigure {
    let place = mark.place.map { ExactNumber(mantissa: Int64($0)) }
    return DraftFigure(
      indicator: name, measure: .rank, comparator: mark.comparator, low: place, high: place, unit: "位",
      quote: clause.span)
  }

  /// What is ranked; nil where the text refers to things listed before (`以上6项指标`).
  private func rankNames(_ tokens: ArraySlice<Token>, earlier: [String], carry: Carry) -> [String]? {
    let subject = rankSubject(tokens)
    if phrase.words(subject).hasPrefix("以上") { return nil }
    let names = coordination.members(of: phrase.shortened(subject)).map(Self.withoutField).filter { !$0.isEmpty }
    if names.isEmpty { return earlier.isEmpty ? carry.subjects.suffix(1) : earlier }
    if names.count == 1, isRelative(names[0]), !carry.subjects.isEmpty {
      return carry.subjects.suffix(carry.listCount).map { Self.joined($0, names[0]) }
    }
    return names
  }

  /// A name without the field of comparison at its end (`增速全省`).
  private static func withoutField(_ name: String) -> String {
    for field in ["全国", "全省", "全市", "全区", "世界", "全球", "全州", "全疆"] where name.hasSuffix(field) {
      return String(name.dropLast(field.count))
    }
    return name
  }

  /// What is ranked: without the field of comparison (`在全省…中`) and the years (`连续7年`).
  private func rankSubject(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    var subject = LeftPart(tokens, text: text, lexicon: lexicon).subject
    if let last = subject.last, last.kind == .text {
      if bytes[last.range].first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true,
        bytes.hasText("年", at: last.range.upperBound - 3)
      {
        subject = LeftPart(subject.dropLast(), text: text, lexicon: lexicon).subject
      } else if bytes.hasText("在", at: last.range.lowerBound), bytes.hasText("中", at: last.range.upperBound - 3) {
        subject.removeLast()
      }
    }
    return phrase.trimmed(subject)
  }

  /// Where the verb of a rank stands; the words between are the field of comparison.
  private func rankVerb(_ before: ArraySlice<Token>, mark: RankMark) -> Int? {
    if let verb = before.lastIndex(where: { $0.kind == .word && $0.classes.contains(.rank) }) {
      let between = before[(verb + 1)...]
      guard phrase.byteCount(between) <= 48,
        !between.contains(where: { $0.classes.contains(.act) && $0.range.count > 6 })
      else { return nil }
      let isDistributed = verb > before.startIndex && before[verb - 1].classes.contains(.dist)
      return isDistributed ? verb - 1 : verb
    }
    guard let last = before.last, last.kind == .text, mark.place != nil else { return nil }
    let words = String(decoding: bytes[last.range], as: UTF8.self)
    let fields = ["全国", "全省", "全市", "全区", "世界", "全球", "全州", "全疆"]
    guard let field = fields.first(where: { words.hasSuffix($0) }) else { return nil }
    // `增速全省第8` is one stretch of text: the subject is what stands before the field.
    return words == field ? before.endIndex - 1 : before.endIndex
  }

  /// `连续7年`: how many years.
  private func streak(in tokens: ArraySlice<Token>) -> Int? {
    let numbers = NumberScanner(bytes: bytes, units: .standard)
    for token in tokens where token.kind == .word && bytes.hasText("连续", at: token.range.lowerBound) {
      guard let number = numbers.number(at: token.range.upperBound, limit: bytes.count),
        bytes.hasText("年", at: number.end), let years = Int(number.value.description), (2..<50).contains(years)
      else { continue }
      return years
    }
    return nil
  }

  // MARK: - Drafting

  /// One figure of a member, with the measure and bound that its words give.
  func draft(_ name: String, _ quantity: Quantity, _ member: Member, flags: Set<FigureFlag>) -> DraftFigure {
    let left = member.left
    var figure = DraftFigure(
      indicator: name, measure: .level, comparator: .equal, low: quantity.low, high: quantity.high,
      unit: quantity.unit, quote: member.quote)
    figure.flags = flags
    figure.tense = left.tense
    figure.period = member.period(self)
    figure.isStart = left.isStart
    if left.isStart { figure.baseYear = left.baseYear }
    figure.hasBase = left.hasBase
    figure.streak = streak(in: member.leftTokens)
    figure.isAverage = left.isAverage || name.contains("年均")
    applyMeasure(to: &figure, quantity: quantity, left: left)
    applyBound(to: &figure, quantity: quantity, left: left)
    applyPerHead(to: &figure, member: member)
    if left.isAverage, !figure.indicator.contains("年均") { figure.indicator += "年均增长" }
    figure.isState = isState(member, name: name, quantity: quantity)
    if quantity.low == nil, quantity.ratio.isEmpty { figure.flags.insert(.masked) }
    return figure
  }

  /// A state at a time (`达到`, a rate, `货物吞吐量4.77亿吨`) rather than an amount of work (`新增…`, `完成…`).
  private func isState(_ member: Member, name: String, quantity: Quantity) -> Bool {
    let words = phrase.words(member.leftTokens)
    if words.contains("累计"), quantity.kind == .money || quantity.kind == .person { return false }
    if ["新增", "新建", "累计完成", "五年"].contains(where: { words.contains($0) }) { return false }
    if let predicate = member.left.predicate, predicate.classes.isDisjoint(with: [.act]) { return true }
    if quantity.kind?.isRelative == true { return true }
    let subject = phrase.trimmed(member.left.subject)
    let isPhysical =
      [.area, .length, .energy].contains(quantity.kind) || ["台", "套", "座", "亩", "个", "件"].contains(quantity.unit)
    if isPhysical, member.left.predicate == nil, member.left.bound == nil {
      return ["面积", "里程", "总量", "规模", "能力", "总数", "装机"].contains { name.hasSuffix($0) }
    }
    let verbs = member.leftTokens.filter {
      $0.classes.contains(.act) && !["覆盖", "拥有", "运营"].contains(phrase.words([$0]))
    }
    if !verbs.isEmpty, member.left.bound == nil { return false }
    if lexicon.match(.act, in: Array(name.utf8), at: 0, limit: name.utf8.count) != nil,
      subject.isEmpty || !member.isFirst
    {
      return false
    }
    return !standsBefore(member, [quantity])
  }

  private func applyMeasure(to figure: inout DraftFigure, quantity: Quantity, left: LeftPart) {
    var change = left.predicate.flatMap { $0.classes.contains(.change) ? $0 : nil } ?? left.changeUnderLevel
    if figure.indicator.hasPrefix("拉动"), quantity.kind == .points {
      if !figure.indicator.hasSuffix("增长") { figure.indicator += "增长" }
      return
    }
    if change == nil, left.isAverage, quantity.kind == .percent { change = ClauseWord() }
    if change == nil, let word = Self.changeSuffix(figure.indicator), quantity.kind?.isRelative == true {
      figure.measure = .change
      if word == "降幅" {
        figure.low = quantity.high?.negated
        figure.high = quantity.low?.negated
      }
      return
    }
    if left.hasBase, change == nil, quantity.kind == .percent, left.predicate != nil { change = ClauseWord() }
    if quantity.kind == .times, change == nil {
      figure.measure = .change
      figure.baseYear = left.baseYear
      return
    }
    if quantity.kind == .percent, figure.indicator.hasSuffix("价格指数") || figure.indicator.hasSuffix("价格总水平"),
      (quantity.high?.doubleValue ?? 100) < 50
    {
      figure.measure = .change
    }
    guard let change else { return }
    if change.isNetGain, quantity.kind?.isCount == true { return }
    figure.measure = .change
    figure.baseYear = left.baseYear
    if change.changeSign < 0 {
      figure.low = quantity.high?.negated
      figure.high = quantity.low?.negated
    }
  }

  static func changeSuffix(_ name: String) -> String? {
    ["增速", "增幅", "涨幅", "降幅", "减幅", "跌幅", "发展速度", "上涨幅度", "上升幅度", "增长速度", "增长幅度", "年均增长", "增长"].first {
      name.hasSuffix($0)
    }
  }

  private func applyBound(to figure: inout DraftFigure, quantity: Quantity, left: LeftPart) {
    let implied = left.predicate.flatMap {
      $0.classes.contains(.level) && $0.levelBound != .equal ? $0.levelBound : nil
    }
    if quantity.bound == .range {
      figure.comparator = .range
    } else if let own = quantity.bound {
      figure.comparator = own
    } else if let before = left.bound {
      figure.comparator = before
    } else if let implied {
      figure.comparator = implied
    }
  }

  /// `每人每月400元` is 元/人·月.
  private func applyPerHead(to figure: inout DraftFigure, member: Member) {
    guard figure.unit == "元" else { return }
    let words = phrase.words(member.leftTokens)
    let head = words.contains("每人") || words.contains("人均每") ? "人" : words.contains("每户") ? "户" : nil
    guard let head else { return }
    let time = words.contains("每月") ? "·月" : words.contains("每年") ? "·年" : words.contains("每天") ? "·日" : ""
    figure.unit = "元/\(head)\(time)"
  }

  // MARK: - Accepting

  /// Completes bare numbers and turns down what is no figure.
  func accepted(_ draft: DraftFigure, member: Member) -> DraftFigure? {
    var draft = draft
    if draft.unit.isEmpty {
      guard let unit = impliedUnit(draft, member: member) else { return nil }
      draft.unit = unit
    }
    guard !draft.indicator.isEmpty else { return nil }
    return draft
  }

  /// Whether words speak of people (`城镇低保对象`).
  private func namesPeople(_ tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first else { return false }
    if lexicon.match(.bare, in: bytes, at: first.range.lowerBound, limit: bytes.count) != nil { return true }
    let words = phrase.words(tokens.prefix(3))
    let people = ["对象", "人员", "人口", "农民", "居民", "群众", "学生", "老人", "职工", "妇女", "儿童", "劳动力", "毕业生", "群体"]
    return words.prefix(4).contains("人") || people.contains { words.contains($0) }
  }

  /// The unit of a number that has none: `45万农民` are people, an index has none.
  private func impliedUnit(_ draft: DraftFigure, member: Member) -> String? {
    if let first = member.right.first, first.kind == .text, phrase.words([first]).prefix(5).contains("户") { return "户" }
    if namesPeople(member.right) { return "人" }
    let quantity = text.quantities[Int(member.clause[member.run.first].index)]
    for (suffix, unit) in [("人次", "人次"), ("人数", "人"), ("人口", "人"), ("户数", "户"), ("家数", "家")]
    where draft.indicator.hasSuffix(suffix) { return unit }
    if ["指数", "倍差", "系数", "收入比"].contains(where: { draft.indicator.hasSuffix($0) }), member.left.predicate != nil {
      return ""
    }
    return quantity.hasMultiplier && member.right.first?.kind == .text ? "个" : nil
  }
}

extension UnitClass {
  /// Units that only compare.
  var isRelative: Bool { self == .percent || self == .points || self == .permille }
}

extension ClauseParser.Member {
  /// The stretch of text that states the figure.
  var quote: Range<Int> {
    let start = leftTokens.first?.range.lowerBound ?? clause[run.first].range.lowerBound
    let end = right.last?.range.upperBound ?? clause[run.end - 1].range.upperBound
    return start..<max(end, clause[run.end - 1].range.upperBound)
  }

  /// The last period word before the number that is no base of a comparison.
  func period(_ parser: ClauseParser) -> PeriodMark? {
    leftTokens.last { $0.kind == .period && !parser.isComparisonBase($0, in: clause) }
      .map { parser.text.periods[Int($0.index)] }
  }
}

extension ArraySlice<Token> {
  /// From the first token's start to the last one's end.
  var span: Range<Int> { (first?.range.lowerBound ?? 0)..<(last?.range.upperBound ?? 0) }
}
