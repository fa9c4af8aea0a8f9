import Testing

@testable import ReportReading

/// Kind and period of a figure, by the section around it and the words in front of it.
@Suite struct DatingTests {
  /// The kind and period of the last figure of a sentence in a report of 2017.
  private func dated(_ text: String, in section: SectionKind, heading: PeriodMark? = nil) throws -> String {
    try SentenceReader.withDrafts(of: text) { drafts in
      var draft = try #require(drafts.last)
      draft.ownPeriod = draft.period != nil
      draft.headingPeriod = heading
      draft.period = draft.period ?? heading
      let dating = Dating(draft: draft, section: section, calendar: ReportCalendar(reportYear: 2017))
      return "\(dating.kind.rawValue) \(dating.period)"
    }
  }

  @Test(arguments: [
    ("财政收入增长5%。", "outcome 2016"), ("2015年，财政收入增长5%。", "outcome 2015"), ("五年来，新建学校20所。", "outcome 2012-2016"),
    ("五年来，城镇化率达到60%。", "outcome 2016"),
    ("五年来，累计引进项目20个，到位内资30亿元。", "outcome 2012-2016"), ("五年来，为市场主体减税降费21亿元。", "outcome 2012-2016"),
    ("五年来，一般公共预算收入完成274亿元。", "outcome 2016"), ("五年来，货物吞吐量完成2亿吨。", "outcome 2016"),
    ("五年来，财政收入年均增长9%。", "outcome 2012-2016"),
    ("七年来，新建学校20所。", "outcome 2010-2016"), ("生产总值五年内翻了一番。", "outcome 2012-2016"),
    ("“十二五”期间，新建学校20所。", "outcome 2011-2015"), ("企业利润是2011年的3倍。", "outcome 2011-2016"),
    ("空气优良率连续3年位居全省首位。", "outcome 2014-2016"), ("到2020年，财政收入达到30亿元。", "target 2020"),
    ("一年来，财政收入增长5%。", "outcome 2016"), ("今年以来，财政收入增长5%。", "outcome 2016"), ("当年新建学校20所。", "outcome 2016"),
    ("与2012年相比，优良天数增加72天。", "outcome 2012-2016"), ("财政收入增长5%，“十二五”以来首次低于税收。", "outcome 2016"),
    ("编制5年专项规划，启动改造地块174宗。", "outcome 2016"), ("五年来，为3万户家庭提供住房保障。", "outcome 2012-2016"),
    ("两年完成旧楼整修20万平方米。", "outcome 2015-2016"), ("五年来汇报工作71次。", "outcome 2012-2016"),
  ])
  func workDone(text: String, dated: String) throws { #expect(try self.dated(text, in: .review) == dated) }

  @Test(arguments: [
    ("财政收入增长5%。", "target 2017"), ("今后五年，新建学校20所。", "target 2017-2021"), ("到2021年，财政收入达到30亿元。", "target 2021"),
    ("“十三五”期间，财政收入年均增长9%。", "target 2016-2020"), ("“十五五”期间，财政收入年均增长9%。", "target 2026-2030"),
    ("去年，财政收入增长5%。", "outcome 2016"), ("生产总值年均增长9%。", "target 2017-2021"),
    ("PM2.5年均浓度控制在35微克/立方米以内。", "target 2017"), ("目前，还有5万群众没有脱贫。", "outcome 2016"),
    ("力争用三年时间完成旧楼整修20万平方米。", "target 2017-2019"),
    ("“十三五”的奋斗目标是：城镇化率达到60%。", "target 2016-2020"), ("能耗比2016年下降4%。", "target 2017"),
    ("能耗较2015年下降4%。", "target 2015-2017"), ("到2020年生产总值比2010年翻一番。", "target 2020"),
  ])
  func workAhead(text: String, dated: String) throws { #expect(try self.dated(text, in: .plan) == dated) }

  @Test func aYearInTheMiddleEndsWithItsPart() throws {
    let span = PeriodMark(rule: .relative(first: -5, last: -1))
    let text = "空气质量逐年改善，2015年优良率达到98%；治理矿山261公顷。"
    #expect(try dated(text, in: .review, heading: span) == "outcome 2012-2016")
    #expect(try dated("2015年，财政收入增长5%；治理矿山261公顷。", in: .review) == "outcome 2015")
  }

  @Test func headingsNameYears() throws {
    let span = PeriodMark(rule: .relative(first: -5, last: -1))
    #expect(try dated("新建学校20所。", in: .review, heading: span) == "outcome 2012-2016")
    #expect(
      try dated("今年新建学校20所。", in: .plan, heading: PeriodMark(rule: .relative(first: 0, last: 4))) == "target 2017")
  }
}
