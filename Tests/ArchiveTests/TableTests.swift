import ReportReading
import SQLite
import Testing

@testable import Archive

@Suite struct TableTests {
  let folder = TemporaryFolder()

  private func quantity(
    _ kind: FigureKind, _ indicator: String, _ low: Int64, unit: String = "%", measure: Measure = .change,
    period: String, quote: String, flags: Set<FigureFlag> = []
  ) -> Draft.Quantity {
    Draft.Quantity(
      kind: kind, indicator: indicator, measure: measure, low: ExactNumber(mantissa: low),
      high: ExactNumber(mantissa: low), unit: unit, period: period, quote: quote, flags: flags)
  }

  /// Two reports of 金山区, twenty years apart, with the names that growth had in each.
  private func archive() throws -> ArchiveReader {
    var early = Draft.jinshan(2001)
    early.sections[1].body = "国内生产总值增长10%，国内生产总值力争增长12%，绿地30亩。" + Draft.filler(2001, 1)
    early.quantities = [
      quantity(.target, "国内生产总值", 10, period: "2001", quote: "国内生产总值增长10%"),
      quantity(.target, "国内生产总值", 12, period: "2001", quote: "国内生产总值力争增长12%"),
      quantity(.target, "清理抛荒地", 30, unit: "亩", measure: .level, period: "2001", quote: "绿地30亩"),
    ]
    var late = Draft.jinshan(2020)
    late.sections[0].body = "地区生产总值增长5%，固定资产投资增长2023%。" + Draft.filler(2020, 0)
    late.sections[1].body = "地区生产总值增长6%，绿地2公顷，五年年均增长7%，造林1处。" + Draft.filler(2020, 1)
    late.quantities = [
      quantity(.outcome, "地区生产总值", 5, period: "2019", quote: "地区生产总值增长5%"),
      quantity(
        .outcome, "固定资产投资", 2023, period: "2019", quote: "固定资产投资增长2023%", flags: [.implausible]),
      quantity(.target, "地区生产总值", 6, period: "2020", quote: "地区生产总值增长6%"),
      quantity(.target, "清理抛荒地", 2, unit: "公顷", measure: .level, period: "2020", quote: "绿地2公顷"),
      quantity(.target, "地区生产总值", 7, period: "2016-2020", quote: "五年年均增长7%"),
      quantity(.target, "造林", 1, unit: "处", measure: .level, period: "", quote: "造林1处"),
    ]
    try store([early.record("2001.txt"), late.record("2020.txt")], in: folder.archive)
    return try ArchiveReader(path: folder.archive)
  }

  private func jinshan(_ reader: borrowing ArchiveReader) throws -> District {
    guard case .found(let district) = try reader.resolve(district: "金山区") else { fatalError("not found") }
    return district
  }

  @Test func historyHasYearsAcrossAndKnownIndicatorsFirst() throws {
    let reader = try archive()
    let district = try jinshan(reader)
    let history = try reader.history(of: district)
    #expect(history.years == [2001, 2019, 2020])
    #expect(history.rows.map(\.series.indicatorID) == ["gdp", "gdp", ""])
    #expect(history.rows.map(\.isSpan) == [false, true, false])
    let growth = history.rows[0]
    #expect(growth.targets[2001]?.chosen.low?.description == "10")
    // The headline stands first; the other stays within reach.
    #expect(growth.targets[2001]?.others.map(\.quote) == ["国内生产总值力争增长12%"])
    #expect(growth.targets[2020]?.chosen.low?.description == "6")
    #expect(growth.outcomes[2019]?.chosen.low?.description == "5")
    #expect(history.rows[1].targets[2020]?.chosen.period == "2016-2020")
    // 亩 and 公顷 are areas: one row.
    #expect(history.rows[2].series.dimension == "平方米")
    #expect(history.rows[2].targets.keys.sorted() == [2001, 2020])
    #expect(history.leftOut == leftOut(flagged: 1, undated: 1))
  }

  private func leftOut(flagged: Int = 0, undated: Int = 0, single: Int = 0) -> LeftOut {
    var leftOut = LeftOut()
    leftOut.flagged = flagged
    leftOut.undated = undated
    leftOut.single = single
    return leftOut
  }

  @Test func historyOfSomeYearsAndIndicators() throws {
    let reader = try archive()
    let district = try jinshan(reader)
    #expect(try reader.history(of: district, years: 2020...2020).years == [2020])
    var options = TableOptions()
    options.indicators = ["抛荒"]
    #expect(try reader.history(of: district, options: options).rows.map(\.series.name) == ["清理抛荒地"])
    options.indicators = ["GDP"]
    #expect(try reader.history(of: district, options: options).rows.map(\.series.indicatorID) == ["gdp", "gdp"])
    options.indicators = nil
    options.includesFlagged = true
    #expect(try reader.history(of: district, options: options).leftOut.flagged == 0)
  }

  @Test func comparisonPutsReportsSideBySide() throws {
    let reader = try archive()
    let district = try jinshan(reader)
    let table = try reader.compare(districts: [district], years: [2001, 2020, 2024])
    #expect(table.columns.map(\.source) == ["2001.txt", "2020.txt", nil])
    let growth = try #require(table.rows.first { $0.series.indicatorID == "gdp" && $0.kind == .target })
    #expect(growth.cells.map { $0?.chosen.low?.description } == ["10", "6", nil])
    #expect(growth.periodOffset == 0)
    // The span is no year's target, and last year's outcome no target.
    #expect(table.rows.map(\.periodLength) == [1, 5, 1, 1])
    #expect(table.rows.map(\.periodOffset) == [0, 0, -1, 0])
    #expect(table.leftOut == leftOut(flagged: 1, undated: 1))
  }

  @Test func outcomesStandBesideTargets() throws {
    let targets = Draft.jinshan(2019, growth: 70)
    let outcomes = Draft.jinshan(2020, growth: 65)
    try store([targets.record("a.txt"), outcomes.record("b.txt")], in: folder.archive)
    let rows = try ArchiveReader(path: folder.archive).outcomes()
    #expect(rows.map(\.target.source) == ["a.txt", "b.txt"])
    #expect(rows.map { $0.outcome?.source } == ["b.txt", nil])
    #expect(rows[0].outcome?.period == "2019")
    #expect(rows.map(\.verdict) == [.met, .noReport])
    let exported = try ArchiveReader(path: folder.archive).exported(.outcomes)
    #expect(exported.map { $0["source"] } == ["a.txt", "b.txt"])
    #expect(exported.map { $0["outcome_source"] } == ["b.txt", ""])
    #expect(exported.map { $0["verdict"] } == ["met", "no_report"])
    #expect(exported.map { $0["difference"] } == ["0", ""])
  }

  @Test func exportsAreInOrderAndFiltered() throws {
    let reader = try archive()
    let district = try jinshan(reader)
    let figures = try reader.exported(.figures)
    #expect(
      figures.map { $0["source"] } == Array(repeating: "2001.txt", count: 3) + Array(repeating: "2020.txt", count: 6))
    let places = figures.compactMap { $0["figure_id"]?.split(separator: "-").last.map(String.init) }
    #expect(places == ["0", "1", "2", "0", "1", "2", "3", "4", "5"])
    #expect(try reader.exported(.figures, Filter(years: 2001...2010)).count == 3)
    #expect(try reader.exported(.figures, Filter(districts: [district], indicators: ["gdp"])).count == 5)
    #expect(try reader.exported(.figures, Filter(districts: [])).isEmpty)
    #expect(try reader.exported(.sections).map { $0["ordinal"] } == ["0", "1", "0", "1"])
    #expect(try reader.exported(.sections).map { $0["figures"] } == ["0", "3", "2", "4"])
    #expect(try reader.exported(.reports).map { $0["report_year"] } == ["2001", "2020"])
    let gdp = try #require(try reader.indicators().first { $0.id == "gdp" })
    #expect(gdp.targets == 4)
    #expect(gdp.outcomes == 1)
  }
}

/// What reports state in other terms stands side by side, without a claim that it can be compared.
@Suite struct ComparisonLineTests {
  /// The lines of a comparison of two or three reports, each given as what it sets: indicator, measure, unit.
  private func lines(_ reports: [[(String, Measure, String)]]) throws -> [String] {
    let folder = TemporaryFolder()
    var drafts: [Draft] = []
    for (place, facts) in reports.enumerated() {
      var draft = Draft.jinshan(2018 + place)
      draft.quantities = facts.map { indicator, measure, unit in
        Draft.Quantity(
          indicator: indicator, measure: measure, low: ExactNumber(mantissa: 8), high: ExactNumber(mantissa: 8),
          unit: unit,
          period: "\(2018 + place)", quote: "粮食播种面积稳定在3万亩")
      }
      drafts.append(draft)
    }
    try store(drafts.map { $0.record("\($0.year ?? 0).txt") }, in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    guard case .found(let unit) = try reader.resolve(district: "金山区") else { fatalError("not found") }
    let table = try reader.compare(districts: [unit], years: reports.indices.map { 2018 + $0 })
    return table.lines.map { line in
      line.rows.map { row in
        row.map { "\(table.rows[$0].series.name) \(table.rows[$0].series.measure)" } ?? "-"
      }.joined(separator: ", ")
    }
  }

  @Test func aRateStandsBesideAnAmount() throws {
    let found = try lines([[("固定资产投资", .change, "%")], [("固定资产投资", .level, "元")]])
    #expect(found == ["固定资产投资 change, 固定资产投资 level"])
  }

  @Test func theNextOfKinStandsInWhereTheIndicatorItselfIsNotStated() throws {
    let both = [("合同利用外资", Measure.level, "美元")]
    #expect(try lines([both, [("实际利用外资", .level, "美元")]]) == ["合同利用外资 level, 实际利用外资 level"])
    #expect(
      try lines([both, [("实际利用外资", .level, "美元"), ("合同利用外资", .change, "%")]])
        == ["-, 实际利用外资 level", "合同利用外资 level, 合同利用外资 change"])
  }

  @Test func whatCanBeComparedStaysTogether() throws {
    let found = try lines([
      [("出口", .change, "%")], [("出口", .change, "%"), ("出口", .level, "美元")], [("出口", .level, "元")],
    ])
    #expect(found == ["出口总额 change, 出口总额 change, 出口总额 level", "-, 出口总额 level, -"])
  }

  @Test func scopesStayApart() throws {
    let found = try lines([[("地区生产总值", .change, "%")], [("在地地区生产总值", .level, "元")]])
    #expect(found == ["地区生产总值 change, -", "-, 地区生产总值 level"])
  }
}

/// `突破4000亿元，达到4028亿元`: an outcome's own number goes before its bound.
@Test func choosesNumbersBeforeBounds() throws {
  let folder = TemporaryFolder()
  var draft = Draft.jinshan(2020)
  for (number, comparator) in [(4000, Comparator.moreThan), (4028, .equal)] {
    var quantity = Draft.Quantity(kind: .outcome, indicator: "地区生产总值", period: "2019", quote: "新增养老床位700张")
    (quantity.low, quantity.high) = (ExactNumber(mantissa: Int64(number)), ExactNumber(mantissa: Int64(number)))
    quantity.comparator = comparator
    draft.quantities.append(quantity)
  }
  try store([draft.record("a.txt")], in: folder.archive)
  let reader = try ArchiveReader(path: folder.archive)
  guard case .found(let unit) = try reader.resolve(district: "金山区") else { fatalError("not found") }
  let row = try #require(try reader.history(of: unit, options: TableOptions()).rows.first { !$0.outcomes.isEmpty })
  #expect(row.outcomes[2019]?.chosen.comparator == .equal)
  let view = try reader.asking { db throws(SQLiteError) in
    try db.all("SELECT comparator FROM histories WHERE choice = 1 AND kind = 'outcome' AND last_year = 2019", []) {
      $0.text(0)
    }
  }
  #expect(view.contains("="))
}

/// History and comparison make their choice by themselves, for speed; the rule is the views'.
@Suite struct ChoiceTests {
  let folder = TemporaryFolder()

  private static let kinds: [(FigureKind, String)] = [
    (.target, "粮食播种面积稳定在3万亩"), (.target, "新增养老床位700张"), (.outcome, "新增养老床位700张"), (.outcome, "粮食播种面积稳定在3万亩"),
  ]

  /// Reports with many figures for each place.
  private func archive() throws -> ArchiveReader {
    var drafts: [Draft] = []
    for year in 2018...2021 {
      var draft = Draft.jinshan(year)
      for (place, (kind, quote)) in Self.kinds.enumerated() {
        for period in year - 2...year + 1 {
          var quantity = Draft.Quantity(kind: kind, indicator: "地区生产总值", period: "\(period)", quote: quote)
          let number = ExactNumber(mantissa: Int64(year * 100 + place * 10 + period % 10), exponent: -4)
          (quantity.low, quantity.high) = (number, number)
          if (year + place + period) % 3 == 0 {
            (quantity.low, quantity.high, quantity.comparator) = (nil, nil, .reference)
          }
          if (year * place + period) % 5 == 0 { quantity.comparator = .moreThan }
          if (year + place) % 4 == 0 { quantity.flags = [.implausible] }
          draft.quantities.append(quantity)
        }
      }
      drafts.append(draft)
    }
    try store(drafts.map { $0.record("\($0.year ?? 0).txt") }, in: folder.archive)
    return try ArchiveReader(path: folder.archive)
  }

  private func jinshan(_ reader: borrowing ArchiveReader) throws -> District {
    guard case .found(let district) = try reader.resolve(district: "金山区") else { fatalError("not found") }
    return district
  }

  /// All figures.
  private var options: TableOptions {
    var options = TableOptions()
    options.includesFlagged = true
    return options
  }

  private func ids(_ reader: borrowing ArchiveReader, _ sql: String) throws -> [String] {
    try reader.asking { db throws(SQLiteError) in try db.all(sql, []) { $0.text(0) } }
  }

  @Test func historyChoosesAsTheViewDoes() throws {
    let reader = try archive()
    let unit = try jinshan(reader)
    let table = try reader.history(of: unit, options: options)
    let chosen = table.rows.flatMap { Array($0.targets.values) + Array($0.outcomes.values) }.map(\.chosen.figureID)
    let view = try ids(reader, "SELECT figure_id FROM histories WHERE choice = 1")
    #expect(Set(chosen) == Set(view))
    #expect(chosen.count == view.count)
    #expect(table.rows.contains { row in row.targets.values.contains { !$0.others.isEmpty } })
  }

  @Test func comparisonOrdersAsTheViewDoes() throws {
    let reader = try archive()
    let unit = try jinshan(reader)
    let table = try reader.compare(districts: [unit], years: Array(2018...2021), options: options)
    let cells = table.rows.flatMap { $0.cells.compactMap(\.self) }
    let view = "SELECT figure_id FROM comparisons"
    #expect(Set(cells.map(\.chosen.figureID)) == Set(try ids(reader, view + " WHERE choice = 1")))
    #expect(Set(cells.compactMap(\.others.first?.figureID)) == Set(try ids(reader, view + " WHERE choice = 2")))
    #expect(cells.reduce(0) { $0 + 1 + $1.others.count } == (try ids(reader, view).count))
    #expect(cells.contains { $0.others.count > 1 })
  }

  /// Quotes and sections can be left unread; nothing else changes, and who has no number has its quote.
  @Test func tablesOfNumbersDoWithoutPassages() throws {
    let reader = try archive()
    let unit = try jinshan(reader)
    func figures(_ options: TableOptions) throws -> [FigureRow] {
      let history = try reader.history(of: unit, options: options).rows.flatMap { row in
        [row.targets, row.outcomes].flatMap { $0.sorted { $0.key < $1.key }.map(\.value) }
      }
      let compared = try reader.compare(districts: [unit], years: [2019, 2020], options: options).rows.flatMap {
        $0.cells.compactMap(\.self)
      }
      return (history + compared).flatMap { [$0.chosen] + $0.others }
    }
    var full = try figures(options)
    #expect(full.allSatisfy { !$0.quote.isEmpty && !$0.section.isEmpty })
    for place in full.indices {
      (full[place].section, full[place].sectionKind) = ("", "")
      if full[place].low != nil { full[place].quote = "" }
    }
    var brief = options
    brief.includesPassages = false
    #expect(try figures(brief) == full)
    #expect(full.contains { $0.low == nil } && full.contains { $0.low != nil })
  }
}
