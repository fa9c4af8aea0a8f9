import ReportReading
import Testing

@testable import Archive

/// The rule of the view `target_outcomes`, case by case.
@Suite struct VerdictTests {
  /// `8`, `≥8`, `~8.5`, `15..18`; what stands before the number is the comparator.
  struct Amount: Sendable, CustomTestStringConvertible {
    var text: String
    var comparator: Comparator
    var low: ExactNumber?
    var high: ExactNumber?

    init(_ text: String) {
      self.text = text
      comparator = [.atLeast, .atMost, .moreThan, .lessThan, .about].first { text.hasPrefix($0.rawValue) } ?? .equal
      let digits = text.drop { "<>=~".contains($0) }
      let ends = digits.split(separator: "..").map(Self.number)
      if ends.count > 1 { comparator = .range }
      low = ends.first ?? nil
      high = ends.last ?? nil
      if text == "ref" { comparator = .reference }
    }

    private static func number(_ digits: Substring) -> ExactNumber? {
      guard let value = Double(digits) else { return nil }
      return ExactNumber(exactly: value)
    }

    var testDescription: String { text }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var indicator = "地区生产总值"
    var measure = Measure.change
    var unit = "%"
    var outcomeMeasure: Measure?
    var outcomeUnit: String?
    var target: String
    var outcome: String
    var verdict: Verdict
    var difference: String?

    var testDescription: String { "\(indicator) \(measure) \(target) \(outcome)\(unit)" }
  }

  private func judge(_ test: Case) throws -> OutcomeRow {
    let target = quantity(.target, test.indicator, test.target, "2020", test.measure, unit: test.unit)
    let outcome = quantity(
      .outcome, test.indicator, test.outcome, "2020", test.outcomeMeasure ?? test.measure,
      unit: test.outcomeUnit ?? test.unit)
    return try #require(try rows([(2020, [target]), (2021, [outcome])]).first)
  }

  private func check(_ test: Case) throws {
    let row = try judge(test)
    #expect(row.verdict == test.verdict)
    #expect(row.difference?.description == test.difference)
  }

  /// A number by itself: what is better than it exceeds it.
  @Test(arguments: [
    Case(target: "8", outcome: "8", verdict: .met, difference: "0"),
    Case(target: "8", outcome: "8.6", verdict: .exceeded, difference: "0.6"),
    Case(target: "8", outcome: "7.9", verdict: .missed, difference: "-0.1"),
    Case(indicator: "城镇登记失业率", measure: .level, target: "4", outcome: "3.5", verdict: .exceeded, difference: "-0.5"),
    Case(indicator: "城镇登记失业率", measure: .level, target: "4", outcome: "4.2", verdict: .missed, difference: "0.2"),
    Case(indicator: "单位生产总值能耗", target: "-3", outcome: "-3.5", verdict: .exceeded, difference: "-0.5"),
    Case(indicator: "单位生产总值能耗", target: "-3", outcome: "-2.9", verdict: .missed, difference: "0.1"),
    Case(indicator: "某项成本", target: "-3", outcome: "-4", verdict: .exceeded, difference: "-1"),
    Case(
      indicator: "地区生产总值", measure: .rank, unit: "位", target: "3", outcome: "2", verdict: .exceeded, difference: "-1"),
  ]) func numbers(test: Case) throws { try check(test) }

  /// A bound accepts all that lies on its side, whichever way is better.
  @Test(arguments: [
    Case(target: ">=8", outcome: "8", verdict: .met, difference: "0"),
    Case(target: ">=8", outcome: "12", verdict: .met, difference: "4"),
    Case(target: ">=8", outcome: "7.5", verdict: .missed, difference: "-0.5"),
    Case(target: ">8", outcome: "8", verdict: .missed, difference: "0"),
    Case(target: ">8", outcome: ">8", verdict: .met, difference: "0"),
    Case(indicator: "居民消费价格", target: "<=3", outcome: "2.1", verdict: .met, difference: "-0.9"),
    Case(indicator: "居民消费价格", target: "<=3", outcome: "3.1", verdict: .missed, difference: "0.1"),
    Case(indicator: "居民消费价格", target: "<3", outcome: "3", verdict: .missed, difference: "0"),
    Case(target: "<=10", outcome: "11", verdict: .missed, difference: "1"),
    Case(indicator: "单位生产总值能耗", target: ">=-3", outcome: "-3.2", verdict: .met, difference: "-0.2"),
    Case(indicator: "单位生产总值能耗", target: ">=-3", outcome: "-2.8", verdict: .missed, difference: "0.2"),
    Case(indicator: "位次", measure: .rank, unit: "位", target: "<=3", outcome: "2", verdict: .met, difference: "-1"),
  ]) func bounds(test: Case) throws { try check(test) }

  /// 左右 leaves half a point, or a twentieth of the number where that is more; of an outcome it widens nothing.
  @Test(arguments: [
    Case(target: "~6.5", outcome: "7", verdict: .met, difference: "0.5"),
    Case(target: "~6.5", outcome: "7.1", verdict: .exceeded, difference: "0.6"),
    Case(target: "~6.5", outcome: "6", verdict: .met, difference: "-0.5"),
    Case(target: "~6.5", outcome: "5.9", verdict: .missed, difference: "-0.6"),
    Case(target: "~20", outcome: "19", verdict: .met, difference: "-1"),
    Case(target: "8", outcome: "~7.5", verdict: .missed, difference: "-0.5"),
    Case(indicator: "居民消费价格", target: "~3", outcome: "1.5", verdict: .exceeded, difference: "-1.5"),
    Case(
      indicator: "人口自然增长率", measure: .level, unit: "‰", target: "~6", outcome: "6.6", verdict: .exceeded,
      difference: "0.6"),
    Case(
      indicator: "城镇新增就业", measure: .level, unit: "人", target: "~50000", outcome: "47500", verdict: .met,
      difference: "-2500"),
    Case(
      indicator: "城镇新增就业", measure: .level, unit: "人", target: "~50000", outcome: "47400", verdict: .missed,
      difference: "-2600"),
  ]) func about(test: Case) throws { try check(test) }

  /// A range accepts what lies between its ends.
  @Test(arguments: [
    Case(target: "15..18", outcome: "16", verdict: .met, difference: "0"),
    Case(target: "15..18", outcome: "18", verdict: .met, difference: "0"),
    Case(target: "15..18", outcome: "20", verdict: .exceeded, difference: "2"),
    Case(target: "15..18", outcome: "14", verdict: .missed, difference: "-1"),
    Case(indicator: "单位生产总值能耗", target: "-5..-3", outcome: "-6", verdict: .exceeded, difference: "-1"),
    Case(indicator: "单位生产总值能耗", target: "-5..-3", outcome: "-2", verdict: .missed, difference: "1"),
  ]) func ranges(test: Case) throws { try check(test) }

  /// An outcome that is a bound settles what it settles.
  @Test(arguments: [
    Case(measure: .level, unit: "元", target: "1000", outcome: ">1000", verdict: .exceeded, difference: "0"),
    Case(measure: .level, unit: "元", target: "1000", outcome: ">=1000", verdict: .met, difference: "0"),
    Case(measure: .level, unit: "元", target: "1000", outcome: ">900", verdict: .unclear, difference: "-100"),
    Case(indicator: "城镇登记失业率", measure: .level, target: "<=4.5", outcome: "<=4.5", verdict: .met, difference: "0"),
    Case(indicator: "城镇登记失业率", measure: .level, target: "<=4.5", outcome: "<=5", verdict: .unclear, difference: "0.5"),
    Case(indicator: "城镇登记失业率", measure: .level, target: "4.5", outcome: "<4", verdict: .exceeded, difference: "-0.5"),
  ]) func outcomesThatAreBounds(test: Case) throws { try check(test) }

  /// Units of one dimension are one; others are not held against each other.
  @Test(arguments: [
    Case(
      indicator: "造林面积", measure: .level, unit: "亩", outcomeUnit: "公顷", target: "3000", outcome: "200", verdict: .met,
      difference: "0"),
    Case(
      indicator: "城镇新增就业", measure: .level, unit: "人", outcomeUnit: "个", target: "50000", outcome: "51000",
      verdict: .exceeded, difference: "1000"),
    Case(
      indicator: "出口", measure: .level, unit: "元", outcomeUnit: "美元", target: "500", outcome: "90",
      verdict: .incomparable, difference: nil),
    Case(target: "ref", outcome: "8", verdict: .noNumber, difference: nil),
  ]) func units(test: Case) throws { try check(test) }

  /// A price index of 103 is a rise by three per cent, whichever of the two is stated.
  @Test(arguments: [
    Case(
      indicator: "居民消费价格指数", measure: .level, unit: "", outcomeMeasure: .change, outcomeUnit: "%", target: "~103",
      outcome: "2", verdict: .exceeded, difference: "-1"),
    Case(
      indicator: "居民消费价格", outcomeMeasure: .level, outcomeUnit: "", target: "<=3", outcome: "102.5", verdict: .met,
      difference: "-0.5"),
    Case(
      indicator: "居民消费价格", measure: .level, outcomeMeasure: .change, target: "<=3", outcome: "3.4", verdict: .missed,
      difference: "0.4"),
    Case(
      indicator: "商品住宅销售价格", measure: .level, unit: "元", outcomeMeasure: .change, outcomeUnit: "%", target: "9000",
      outcome: "3", verdict: .incomparable, difference: nil),
  ]) func priceIndices(test: Case) throws { try check(test) }

  // MARK: Which outcome belongs to a target

  /// What a report sets or states: indicator, number, period, measure, unit.
  private func quantity(
    _ kind: FigureKind, _ indicator: String, _ number: String, _ period: String, _ measure: Measure = .change,
    unit: String = "%"
  ) -> Draft.Quantity {
    let amount = Amount(number)
    return Draft.Quantity(
      kind: kind, indicator: indicator, measure: measure, comparator: amount.comparator, low: amount.low,
      high: amount.high, unit: unit, period: period, quote: kind == .target ? "安排" : "回顾")
  }

  private func rows(_ reports: [(year: Int, quantities: [Draft.Quantity])]) throws -> [OutcomeRow] {
    let folder = TemporaryFolder()
    let records = reports.map { year, quantities in
      var draft = Draft.jinshan(year)
      draft.quantities = quantities
      return draft.record("\(year).txt")
    }
    try store(records, in: folder.archive)
    return try ArchiveReader(path: folder.archive).outcomes()
  }

  @Test func onlyTheReportOfTheYearAfterCounts() throws {
    let rows = try rows([
      (2018, [quantity(.target, "地区生产总值", "7", "2018")]),
      (2019, [quantity(.target, "地区生产总值", "6", "2019"), quantity(.outcome, "财政总收入", "3", "2018")]),
      (2021, [quantity(.outcome, "地区生产总值", "5", "2019")]),
    ])
    #expect(rows.map(\.verdict) == [.notReported, .noReport])
  }

  /// Outcomes without a number are not kept, so of a target without one no report can be said to be silent.
  @Test func ofATargetThatNothingMeasuresNoReportIsSilent() throws {
    let target = quantity(.target, "节能减排", "ref", "2020", .level, unit: "")
    let rows = try rows([(2020, [target]), (2021, [quantity(.outcome, "财政总收入", "3", "2020")])])
    #expect(rows.map(\.verdict) == [.noNumber])
  }

  /// Of what is stated otherwise, rather the growth by another scope than the amount.
  @Test func whatIsStatedOtherwiseIsShownInTheSameMeasureIfItCanBe() throws {
    let rows = try rows([
      (2020, [quantity(.target, "在地地区生产总值", "6", "2020")]),
      (
        2021,
        [quantity(.outcome, "地区生产总值", "900", "2020", .level, unit: "元"), quantity(.outcome, "地区生产总值", "5", "2020")]
      ),
    ])
    #expect(rows.map(\.verdict) == [.incomparable])
    #expect(rows.map(\.outcome?.measure) == [.change])
  }

  @Test func aTargetOfSeveralYearsIsJudgedAtTheirEnd() throws {
    var state = quantity(.target, "城镇化率", "60", "2016-2020", .level)
    state.isState = true
    let rows = try rows([
      (
        2016,
        [
          quantity(.target, "地区生产总值年均增长", "7", "2016-2020"), state,
          quantity(.target, "新增养老床位", "500", "2016-2020", .level, unit: "张"),
        ]
      ),
      (2017, [quantity(.outcome, "城镇化率", "57", "2016", .level)]),
      (
        2021,
        [
          quantity(.outcome, "地区生产总值年均增长", "6.5", "2015-2020"), quantity(.outcome, "城镇化率", "61", "2020", .level),
          quantity(.outcome, "新增养老床位", "90", "2020", .level, unit: "张"),
        ]
      ),
    ])
    #expect(rows.map(\.due) == [2020, 2020, 2020])
    // Beds added in the last year are no sum of five.
    #expect(rows.map(\.verdict) == [.missed, .exceeded, .incomparable])
  }

  @Test func scopesAndDefinitionsAreNotMixed() throws {
    let rows = try rows([
      (
        2013,
        [
          quantity(.target, "在地地区生产总值", "6", "2013"), quantity(.target, "农民人均纯收入", "9", "2013"),
          quantity(.target, "全市一般公共预算收入", "8", "2013"),
        ]
      ),
      (
        2014,
        [
          quantity(.outcome, "属地地区生产总值", "7", "2013"), quantity(.outcome, "农村居民人均可支配收入", "9", "2013"),
          quantity(.outcome, "一般公共预算收入", "8", "2013"),
        ]
      ),
    ])
    #expect(rows.map(\.verdict) == [.incomparable, .incomparable, .met])
    #expect(rows.map(\.target.qualifier) == ["在地", "", "全市"])
    #expect(rows.allSatisfy { $0.outcome != nil })
  }

  /// A target for both incomes is held against both, where the next report states no common one.
  @Test(arguments: [
    (["8.2", "9.1"], Verdict.exceeded), (["7.5", "7.9"], .missed), (["7.5", "9.1"], .unclear), (["8", "8.3"], .met),
    (["8.2"], .notReported),
  ]) func aTargetForSeveralIndicatorsIsHeldAgainstAll(growth: [String], verdict: Verdict) throws {
    let parts = zip(["城镇居民人均可支配收入", "农村居民人均可支配收入"], growth).map { quantity(.outcome, $0, $1, "2020") }
    let rows = try rows([(2020, [quantity(.target, "城乡居民收入", "8", "2020")]), (2021, parts)])
    #expect(rows.map(\.verdict) == [verdict])
    #expect(rows[0].outcome?.indicatorID == (parts.count > 1 ? "urban_income" : nil))
    #expect(rows[0].other?.indicatorID == (parts.count > 1 ? "rural_income" : nil))
    let own = quantity(.outcome, "城乡居民收入", "8", "2020")
    let stated = try self.rows([(2020, [quantity(.target, "城乡居民收入", "8", "2020")]), (2021, parts + [own])])
    #expect(stated.map(\.verdict) == [.met])
    #expect(stated[0].other == nil)
  }

  /// Growth at constant prices is no series with growth as it is stated otherwise, but for what is so stated anyhow.
  @Test(arguments: [
    ("城镇居民人均可支配收入", "实际", Verdict.incomparable), ("一般公共预算收入", "同口径", .incomparable), ("地区生产总值", "", .met),
  ])
  func realGrowthIsTold(indicator: String, scope: String, verdict: Verdict) throws {
    let words = scope == "同口径" ? "按可比口径增长9%" : "实际增长9%"
    var draft = Draft.jinshan(2020)
    draft.sections[1].body = indicator + words
    var target = quantity(.target, indicator, "9", "2020")
    target.quote = indicator + words
    draft.quantities = [target]
    var next = Draft.jinshan(2021)
    next.quantities = [quantity(.outcome, indicator, "9", "2020")]
    let folder = TemporaryFolder()
    try store([draft.record("a.txt"), next.record("b.txt")], in: folder.archive)
    let rows = try ArchiveReader(path: folder.archive).outcomes()
    #expect(rows.map(\.verdict) == [verdict])
    #expect(rows.map(\.target.scope) == [scope])
  }

  /// The next report counts also where the unit gave it under another name.
  @Test func theNextReportMayComeUnderALaterName() throws {
    var first = Draft.jinshan(2020)
    first.district = "金山县"
    first.code = "310228"
    first.quantities = [quantity(.target, "地区生产总值", "7", "2020")]
    var next = Draft.jinshan(2021)
    next.quantities = [quantity(.outcome, "地区生产总值", "7", "2020"), quantity(.target, "地区生产总值", "7", "2021")]
    for order in [[first, next], [next, first]] {
      let folder = TemporaryFolder()
      try store(order.map { $0.record("\($0.year ?? 0).txt") }, in: folder.archive)
      let reader = try ArchiveReader(path: folder.archive)
      #expect(try reader.outcomes().map(\.verdict) == [.met, .noReport])
      #expect(try reader.outcomes().map(\.isUnchanged) == [false, true])
      guard case .found(let unit) = try reader.resolve(district: "金山区") else { return }
      #expect(try reader.track(unit, options: TrackOptions()).ordinary == 2)
    }
  }

  @Test func aTargetThatRepeatsLastYearsIsUnchanged() throws {
    let rows = try rows([
      (2018, [quantity(.target, "地区生产总值", "~7", "2018")]), (2019, [quantity(.target, "地区生产总值", "~7", "2019")]),
      (2020, [quantity(.target, "地区生产总值", "7", "2020")]), (2022, [quantity(.target, "地区生产总值", "7", "2022")]),
    ])
    #expect(rows.map(\.isUnchanged) == [false, true, false, false])
  }

  @Test(arguments: [
    (Yardstick(.about, .grossProductGrowth), "6.3", Verdict.met), (.init(.about, .grossProductGrowth), "5", .missed),
    (.init(.moreThan, .grossProductGrowth), "6.7", .missed), (.init(.moreThan, .grossProductGrowth), "7", .met),
    (.init(.atLeast, .grossProductGrowth), "6.7", .met), (.init(.moreThan, .zero), "0.1", .met),
    (.init(.moreThan, .zero), "-2", .missed), (.init(.lessThan, .zero), "-2", .met),
  ]) func aTargetWithoutNumberIsMeasuredByItsYardstick(yardstick: Yardstick, outcome: String, verdict: Verdict) throws {
    var target = quantity(.target, "居民人均可支配收入", "ref", "2020", unit: "")
    target.yardstick = yardstick
    let rows = try rows([
      (2020, [target]),
      (2021, [quantity(.outcome, "地区生产总值", "6.7", "2020"), quantity(.outcome, "居民人均可支配收入", outcome, "2020")]),
    ])
    #expect(rows.map(\.verdict) == [verdict])
  }

  @Test func totalsCountEveryTargetOfTheMainStatements() throws {
    let folder = TemporaryFolder()
    var target = quantity(.target, "地区生产总值", "7", "2020")
    target.isHeadline = true
    var first = Draft.jinshan(2020)
    first.quantities = [target, quantity(.target, "财政总收入", "5", "2020")]
    var next = Draft.jinshan(2021)
    next.quantities = [quantity(.outcome, "地区生产总值", "8", "2020")]
    try store([first.record("a.txt"), next.record("b.txt")], in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    guard case .found(let district) = try reader.resolve(district: "金山区") else { fatalError("not found") }
    var options = TrackOptions()
    var table = try reader.track(district, options: options)
    #expect(table.rows.map(\.verdict) == [.exceeded])
    #expect(table.ordinary == 1)
    options.isHeadlineOnly = false
    options.verdicts = [.notReported]
    table = try reader.track(district, options: options)
    #expect(table.rows.map(\.target.indicator) == ["财政总收入"])
    #expect(table.totals.targets == 2)
    #expect(table.totals.verdicts == [.exceeded: 1, .notReported: 1])
  }
}
