import ReportReading

@testable import Archive

/// Rows as the archive would give them, for tests of what is printed.
enum Rows {
  static let jinshan = District(
    ids: [1], name: "金山区", code: "310116", parentCode: "310000", level: .county, parents: "上海市")
  static let panyu = District(
    ids: [2], name: "番禺区", code: "440113", parentCode: "440100", level: .county, parents: "广东省广州市")

  static func figure(
    _ indicator: String, _ kind: FigureKind, _ low: ExactNumber?, to high: ExactNumber? = nil,
    _ comparator: Comparator = .equal, unit: String, _ measure: Measure = .change, period: String,
    quote: String, flags: [String] = [], year: Int = 2020
  ) -> FigureRow {
    FigureRow(
      figureID: "0123456789abcdef-\(indicator.utf8.count)", district: jinshan, reportYear: year, yearBasis: .title,
      sectionKind: kind == .target ? "plan" : "review", section: "一、工作 > (一)“经济”", kind: kind, indicator: indicator,
      indicatorID: "", qualifier: "", scope: "", isHeadline: false, isFormer: false, measure: measure,
      comparator: comparator, low: low, high: high ?? low, unit: unit,
      period: period, quote: quote, source: "reports/jinshan-\(year).txt", range: 100..<100 + quote.utf8.count,
      flags: flags, reportFlags: [], ordinal: 0, sectionOrdinal: 1)
  }

  static func number(_ mantissa: Int64, e exponent: Int = 0) -> ExactNumber {
    ExactNumber(mantissa: mantissa, exponent: exponent)
  }

  static let growthTarget = figure(
    "地区生产总值", .target, number(65, e: -1), .about, unit: "%", period: "2020", quote: "地区生产总值增长6.5%左右")
  static let growthOutcome = figure(
    "地区生产总值", .outcome, number(7), unit: "%", period: "2019", quote: "地区生产总值增长7%")
  static let otherOutcome = figure(
    "地区生产总值", .outcome, number(71, e: -1), unit: "%", period: "2019", quote: "地区生产总值增长7.1%", year: 2021)
  static let jobs = figure(
    "新增就业岗位", .target, number(16000), .atLeast, unit: "个", .level, period: "2020", quote: "新增就业岗位1.6万个以上")
  static let unemployment = figure(
    "城镇登记失业人数", .target, nil, .reference, unit: "", .level, period: "2020",
    quote: "城镇登记失业人数控制在市政府下达指标以内")
  static let damaged = figure(
    "固定资产投资", .outcome, number(2023), unit: "%", period: "2016-2020", quote: "固定资产投资增长2023%\u{1B}[31m",
    flags: ["implausible"])

  static let report = ReportRow(
    id: 1, key: "0123456789abcdef", source: "reports/jinshan-2020.txt", contentHash: String(repeating: "0f", count: 32),
    byteCount: 40_000, encoding: "utf-8", district: jinshan, year: 2020, yearBasis: .title, flags: ["damaged"],
    duplicateOf: nil, rulesVersion: 1, sectionCount: 2, figureCount: 3)

  static func section(_ ordinal: Int, parent: Int?, depth: Int, _ kind: String, _ heading: String, _ path: String)
    -> SectionRow
  {
    SectionRow(
      source: report.source, district: jinshan, reportYear: 2020, yearBasis: .title, ordinal: ordinal, parent: parent,
      depth: depth, kind: kind, heading: heading, path: path, range: 10..<400, figureCount: ordinal * 3,
      reportFlags: [])
  }

  static func tracked(
    _ target: FigureRow, _ outcome: FigureRow?, _ verdict: Verdict, difference: ExactNumber? = nil,
    low: ExactNumber? = nil, high: ExactNumber? = nil, isUnchanged: Bool = false
  ) -> OutcomeRow {
    OutcomeRow(
      target: target, outcome: outcome, setIn: 2020, due: 2020, verdict: verdict, difference: difference,
      goal: Goal(low: low, high: high, isStrict: false, isMoreBetter: true, yardstick: nil), isUnchanged: isUnchanged)
  }

  static func series(_ name: String, id: String = "", _ measure: Measure, _ dimension: String, scope: String = "")
    -> Series
  {
    Series(indicatorID: id, name: name, scope: scope, measure: measure, dimension: dimension)
  }
}
