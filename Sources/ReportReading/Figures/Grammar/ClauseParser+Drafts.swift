/// Drafts of figures: measure, bound and unit from the words of a member.
extension ClauseParser {
  /// One figure of a member, with the measure and bound that its words give.
  func draft(_ name: Words, _ quantity: Quantity, _ member: Member, flags: DraftFlags) -> DraftFigure {
    let left = member.left
    let name = name.hasSuffix("在") && name.count > 2 ? name.dropLast() : name  // 涨幅在4%左右
    var figure = DraftFigure(
      indicator: name, measure: .level, comparator: .equal, low: quantity.low, high: quantity.high,
      unit: quantity.unit, quote: member.quote)
    figure.flags = flags
    figure.tense = left.tense
    figure.period = member.period(self)
    figure.isStart = left.isStart
    if left.isStart { figure.baseYear = left.baseYear }
    figure.hasBase = left.hasBase
    if member.mayHoldSign { figure.streak = streak(in: member.leftTokens) }
    figure.isAverage = left.isAverage || Self.namesAverage(name)
    applyMeasure(to: &figure, quantity: quantity, left: left)
    applyBaseOfYears(to: &figure, member: member)
    applyBound(to: &figure, quantity: quantity, member: member)
    applyPerHead(to: &figure, quantity: quantity, member: member)
    if left.isAverage, !figure.indicator.contains("年均") {
      figure.indicator += figure.measure == .change ? "年均增长" : "年均"
    }
    figure.isState = isState(member, name: name, quantity: quantity, period: figure.period)
    if quantity.bound == .reference {
      figure.comparator = .reference
      figure.measure = .change
      figure.flags.insert(.ambiguous)
    } else if quantity.isRounded {
      figure.flags.insert(.ambiguous)
    } else if quantity.low == nil, !quantity.isRatio {
      figure.flags.insert(.masked)
    }
    return figure
  }

  /// `年均增长`, `年均新增`: over years; a mean over the year is none.
  private static func namesAverage(_ name: Words) -> Bool {
    name.contains("年均") && !["年均浓度", "年均值", "年均气温"].contains { name.contains($0) }
  }

  /// A state at a time (`达到`, a rate, `货物吞吐量4.77亿吨`) rather than an amount of work (`新增…`, `完成…`).
  private func isState(_ member: Member, name: Words, quantity: Quantity, period: PeriodMark?) -> Bool {
    if lists.rates.end(name) { return false }
    if quantity.kind?.isRelative != true, let isStock = namesStock(member, name, quantity) { return isStock }
    let words = member.leftWords
    let mayTellWork = member.mayHoldSign
    if mayTellWork, words.contains("累计"), quantity.kind == .money || quantity.kind == .person { return false }
    if name.hasSuffix("就业"), quantity.kind == .person { return false }
    if mayTellWork, ["新增", "新建", "累计完成", "投入资金"].contains(where: { words.contains($0) }) { return false }
    if quantity.kind?.isRelative != true, case .years = period?.rule { return false }
    // `五年来汇报工作71次`
    if member.left.predicate == nil, quantity.kind?.isRelative != true, period?.isSpan == true {
      return false
    }
    if mayTellWork, words.contains("每年") { return false }
    // `为3.08万户家庭提供保障`
    if member.leftTokens.last.map({ phrase.words($0) == "为" }) == true,
      member.right.classes.contains(.act)
    {
      return false
    }
    if makes(member, quantity) { return false }
    if let predicate = member.left.predicate, predicate.classes.isDisjoint(with: [.act]) { return true }
    if quantity.kind?.isRelative == true { return true }
    if member.left.predicate == nil, member.left.bound == nil, isPhysical(quantity) {
      return name.contains("人均") || ["面积", "里程", "总量", "规模", "能力", "总数", "装机"].contains { name.hasSuffix($0) }
    }
    let isWork =
      member.leftClasses.contains(.act)
      && member.leftTokens.contains {
        $0.classes.contains(.act) && !phrase.words($0).isOne(of: ["覆盖", "拥有", "运营"])
      }
    if isWork, member.left.bound == nil { return false }
    if lexicon.begins(name, with: .act),
      member.owner.isEmpty || !member.isFirst
    {
      return false
    }
    return !standsBefore(member, [quantity])
  }

  private func isPhysical(_ quantity: Quantity) -> Bool {
    [.area, .length, .energy].contains(quantity.kind) || quantity.unit.isOne(of: ["台", "套", "座", "亩", "个", "件"])
  }

  /// `引进人才超1万人` adds up, `培育企业超过100家` tells how many there are.
  private func makes(_ member: Member, _ quantity: Quantity) -> Bool {
    guard quantity.kind?.isRelative != true, member.left.predicate?.classes.contains(.levelTo) != true else {
      return false
    }
    return member.leftClasses.contains(.act)
      && member.leftTokens.contains {
        $0.classes.contains(.act)
          && phrase.words($0).isOne(of: ["引进", "新引进", "培训", "新建", "改造", "投入", "发放", "减免"])
      }
  }

  /// What is counted at a time or for a year (`地区生产总值`, `存款余额`) is a state, what adds up over years (`累计…`,
  /// `减税降费`, `总投资`) an amount of work; nil where the name does not tell.
  private func namesStock(_ member: Member, _ name: Words, _ quantity: Quantity) -> Bool? {
    let reaches = member.left.predicate?.classes.isDisjoint(with: [.act]) == true
    let isCumulative = member.isCumulative && quantity.kind?.isCount != true
    if !reaches, !lists.stocks.end(name) {
      if isCumulative { return false }
      let adds = quantity.kind == .money && member.left.bound == nil
      return adds && lists.flows.end(name) ? false : nil
    }
    let isYearly = !isCumulative && lists.yearly.end(name)
    return isYearly ? true : nil
  }

  private func applyMeasure(to figure: inout DraftFigure, quantity: Quantity, left: LeftPart) {
    var change = left.predicate.flatMap { $0.classes.contains(.change) ? $0 : nil } ?? left.changeUnderLevel
    if figure.indicator.hasPrefix("拉动"), quantity.kind == .points {
      if !figure.indicator.hasSuffix("增长") { figure.indicator += "增长" }
      return
    }
    if change == nil, left.isAverage || left.hasGrowth, quantity.kind == .percent { change = ClauseWord() }
    if change == nil, quantity.kind?.isRelative == true, Self.endsInChange(figure.indicator) {
      figure.measure = .change
      if Self.endsInDecrease(figure.indicator) {
        figure.low = quantity.high?.negated
        figure.high = quantity.low?.negated
      }
      return
    }
    if left.hasBase, change == nil, quantity.kind == .percent, left.predicate != nil { change = ClauseWord() }
    if quantity.kind == .times, figure.indicator.hasSuffix("倍数") { return }
    if quantity.kind == .times, change == nil {
      figure.measure = .change
      figure.baseYear = left.changeBase
      return
    }
    if quantity.kind == .percent, ["价格指数", "价格总水平", "CPI"].contains(where: { figure.indicator.hasSuffix($0) }),
      (quantity.high?.doubleValue ?? 100) < 50
    {
      figure.measure = .change
    }
    guard let change else { return }
    if change.isNetGain, quantity.kind?.isCount == true {
      if !figure.indicator.contains("净增") { figure.indicator += "净增" }
      return
    }
    figure.measure = .change
    figure.baseYear = left.changeBase
    // A concentration improves by what it falls.
    let isLess = change.isImprovement && ["浓度", "综合指数"].contains { figure.indicator.hasSuffix($0) }
    if change.changeSign < 0 || isLess {
      figure.low = quantity.high?.negated
      figure.high = quantity.low?.negated
    }
  }

  private static func endsInChange(_ name: Words) -> Bool {
    // The last characters of all these words.
    guard name.lastIsOne(of: "幅率速度长") else { return false }
    return endsInDecrease(name)
      || ["增速", "增幅", "涨幅", "发展速度", "上涨幅度", "上升幅度", "增长速度", "增长幅度", "年均增长", "增长"].contains {
        name.hasSuffix($0)
      }
  }

  private static func endsInDecrease(_ name: Words) -> Bool {
    ["降幅", "减幅", "跌幅", "下降幅度", "降低幅度", "减少幅度", "压减率", "精简率", "削减率"].contains { name.hasSuffix($0) }
  }

  private func applyBound(to figure: inout DraftFigure, quantity: Quantity, member: Member) {
    let left = member.left
    let implied = left.predicate.flatMap {
      $0.classes.contains(.level) && $0.levelBound != .equal ? $0.levelBound : nil
    }
    if quantity.bound == .range {
      figure.comparator = .range
    } else if let own = quantity.bound {
      figure.comparator = own
    } else if let before = left.bound ?? boundBeforeDoubling(quantity, member) {
      figure.comparator = before
    } else if let implied {
      figure.comparator = implied
    } else if let first = member.right.first, phrase.words(first).isOne(of: ["台阶", "新台阶"]) {
      figure.comparator = .atLeast  // 迈上产值800亿元新台阶
    } else if figure.indicator.contains("约占") {
      figure.comparator = .about
    }
  }

  /// `接近翻两番`: the bound stands before the verb.
  private func boundBeforeDoubling(_ quantity: Quantity, _ member: Member) -> Comparator? {
    guard quantity.kind == .times, member.leftTokens.count > 1, let verb = member.leftTokens.last,
      phrase.words(verb).isOne(of: ["翻", "翻了"]),
      case let before = member.leftTokens[member.leftTokens.endIndex - 2], before.kind == .word
    else { return nil }
    return before.classes.contains(.pre) ? lexicon.entries[Int(before.index)].bound : nil
  }

  /// `每人每月400元` is 元/人·月.
  private func applyPerHead(to figure: inout DraftFigure, quantity: Quantity, member: Member) {
    guard member.mayHoldSign else { return }
    let words = member.leftWords
    if figure.unit.isOne(of: ["微克", "毫克"]), words.contains("每立方米") { figure.unit = figure.unit + Words("/立方米") }
    guard figure.unit == "元" else { return }
    if let unit = Self.unitPerHead(words) {
      figure.unit = unit
    } else if words.contains("每月"), !quantity.hasMultiplier {
      // `低保标准提高到每月860元`: what one person gets.
      figure.unit = Words("元/人·月")
    }
  }

  /// `每人每月`, `每户每年`; nil where nobody is named.
  static func unitPerHead(_ words: Words) -> Words? {
    let head: StaticString? =
      words.contains("每人") || words.contains("人均每") ? "人" : words.contains("每户") ? "户" : nil
    let time: StaticString =
      words.contains("每月") ? "·月" : words.contains("每年") ? "·年" : words.contains("每天") ? "·日" : ""
    return head.map { Words("元/") + $0 + time }
  }

  // MARK: - Accepting

  /// Completes bare numbers and turns down what is no figure.
  /// - Parameter first: index of the member's first draft.
  func accept(_ drafts: inout [DraftFigure], from first: Int, member: Member) {
    if drafts[first...].allSatisfy({ !$0.unit.isEmpty && !$0.indicator.isEmpty }) { return }
    for i in (first..<drafts.count).reversed() {
      if drafts[i].unit.isEmpty {
        guard let unit = impliedUnit(drafts[i], member: member) else {
          drafts.remove(at: i)
          continue
        }
        drafts[i].unit = unit
      }
      if drafts[i].indicator.isEmpty { drafts.remove(at: i) }
    }
  }

  /// Whether words speak of people (`城镇低保对象`).
  func namesPeople(_ tokens: Tokens) -> Bool {
    guard let first = tokens.first else { return false }
    if lexicon.match(.bare, in: bytes, at: first.range.lowerBound, limit: bytes.count) != nil { return true }
    let words = phrase.words(tokens.prefix(3))
    return words.prefix(4).contains("人") || lists.people.contains { words.firstRange(of: $0) != nil }
  }

  /// The unit of a number that has none: `45万农民` are people, an index has none.
  private func impliedUnit(_ draft: DraftFigure, member: Member) -> Words? {
    if let first = member.right.first, first.kind == .text, phrase.words(first).prefix(5).contains("户") {
      return Words("户")
    }
    if namesPeople(member.right) { return Words("人") }
    let quantity = text.quantities[Int(member.clause[member.run.first].index)]
    // `实现财政收入3.2亿`: a sum whose 元 goes without saying.
    let endsHere = member.right.isEmpty || phrase.words(member.right).isOne(of: Self.landmarks)
    if quantity.hasMultiplier, endsHere,
      lists.sums.end(Self.withoutPlan(draft.indicator))
    {
      return Words("元")
    }
    // `经济总量突破2000亿大关`
    let isLandmark = phrase.words(member.right).isOne(of: Self.landmarks)
    let isStep = isLandmark && phrase.words(member.right).hasSuffix("台阶")
    if isLandmark, member.left.bound != nil || isStep, quantity.hasMultiplier, (quantity.low?.doubleValue ?? 0) >= 1e8 {
      return Words("元")
    }
    if quantity.hasMultiplier, (quantity.low?.doubleValue ?? 0) >= 1e12 { return Words("元") }  // 2万亿
    let counted: [(StaticString, StaticString)] = [
      ("人次", "人次"), ("人数", "人"), ("人口", "人"), ("户数", "户"), ("家数", "家"),
      ("用户", "户"), ("市场主体", "户"), ("经营主体", "户"), ("工商户", "户"), ("主体总数", "户"), ("人才", "人"), ("从业人员", "人"),
    ]
    for (suffix, unit) in counted where draft.indicator.hasSuffix(suffix) { return Words(unit) }
    if ["指数", "效益指标", "倍差", "系数", "收入比", "性别比", "弹性"].contains(where: { draft.indicator.hasSuffix($0) }),
      member.left.predicate != nil || member.left.isStart || member.left.bound != nil || member.right.isEmpty
    {
      return Words()
    }
    return quantity.hasMultiplier && member.right.first?.kind == .text && !endsHere ? Words("个") : nil
  }

  /// What a sum breaks through.
  static let landmarks: [StaticString] = ["大关", "台阶", "新台阶", "关口"]
}

extension ClauseParser {
  /// `财政收入任务`, `支出预算`: the sum itself, as planned.
  fileprivate static func withoutPlan(_ name: Words) -> Words {
    ["任务", "预算", "计划"].contains { name.hasSuffix($0) } ? name.dropLast(2) : name
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
