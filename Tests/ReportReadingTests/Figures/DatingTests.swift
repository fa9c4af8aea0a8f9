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
    ("五年来，引进高层次人才超1万人。", "outcome 2012-2016"),
    ("2005年到2010年，外资由7亿美元增加到53亿美元。", "outcome 2010"),
    ("五年来，累计引进项目20个，到位内资30亿元。", "outcome 2012-2016"), ("五年来，为市场主体减税降费21亿元。", "outcome 2012-2016"),
    ("五年来，一般公共预算收入完成274亿元。", "outcome 2016"), ("五年来，货物吞吐量完成2亿吨。", "outcome 2016"),
    ("五年来，财政收入年均增长9%。", "outcome 2012-2016"),
    ("七年来，新建学校20所。", "outcome 2010-2016"), ("生产总值五年内翻了一番。", "outcome 2012-2016"),
    ("“十二五”期间，新建学校20所。", "outcome 2011-2015"), ("企业利润是2011年的3倍。", "outcome 2011-2016"),
    ("空气优良率连续3年位居全省首位。", "outcome 2014-2016"), ("到2020年，财政收入达到30亿元。", "target 2020"),
    ("一年来，财政收入增长5%。", "outcome 2016"), ("今年以来，财政收入增长5%。", "outcome 2016"), ("当年新建学校20所。", "outcome 2016"),
    ("与2012年相比，优良天数增加72天。", "outcome 2012-2016"), ("财政收入增长5%，“十二五”以来首次低于税收。", "outcome 2016"),
    ("编制5年专项规划，启动改造地块174宗。", "outcome 2016"), ("五年来，为3万户家庭提供住房保障。", "outcome 2012-2016"),
    ("利润5亿元，比2011年增长70%；税收2亿元，增长90%。", "outcome 2011-2016"),
    ("利润5亿元，增长9%，比2011年增长70%；税收2亿元，增长10%。", "outcome 2016"),
    ("利润5亿元，比2011年增长70%；税收2亿元，同比增长10%。", "outcome 2016"),
    ("税收是五年前的2.2倍。", "outcome 2011-2016"), ("税收比“十一五”增长21.5%。", "outcome 2011-2015"),
    ("交通投资是“十一五”的4.8倍。", "outcome 2011-2015"),
    ("两年完成旧楼整修20万平方米。", "outcome 2015-2016"), ("五年来汇报工作71次。", "outcome 2012-2016"),
  ])
  func workDone(text: String, dated: String) throws { #expect(try self.dated(text, in: .review) == dated) }

  /// A session of December 2016 looks back on 2016 as `今年`, and plans 2017.
  @Test(arguments: [
    ("预计今年财政收入增长5%。", SectionKind.review, "outcome 2016"), ("今年仅发生3起。", .problems, "outcome 2016"),
    ("今年财政收入增长5%。", .plan, "target 2017"),
  ])
  func sessionBeforeTheYear(text: String, section: SectionKind, dated: String) throws {
    let date = Evidence(rule: "session", quote: "2016年12月28日", source: 0..<0, value: "2017")
    let calendar = ReportCalendar(YearFinding(year: 2017, basis: .text, evidence: [date]), ReportCalendar.Tally())
    try SentenceReader.withDrafts(of: text) { drafts in
      let dating = Dating(draft: try #require(drafts.last), section: section, calendar: calendar)
      #expect("\(dating.kind.rawValue) \(dating.period)" == dated)
    }
  }

  @Test(arguments: [
    ("财政收入增长5%。", "target 2017"), ("今后五年，新建学校20所。", "target 2017-2021"), ("到2021年，财政收入达到30亿元。", "target 2021"),
    ("“十三五”期间，财政收入年均增长9%。", "target 2016-2020"), ("“十五五”期间，财政收入年均增长9%。", "target 2026-2030"),
    ("去年，财政收入增长5%。", "outcome 2016"), ("生产总值年均增长9%。", "target 2017-2021"),
    ("PM2.5年均浓度控制在35微克/立方米以内。", "target 2017"), ("目前，还有5万群众没有脱贫。", "outcome 2016"),
    ("力争用三年时间完成旧楼整修20万平方米。", "target 2017-2019"),
    ("“十三五”的奋斗目标是：城镇化率达到60%。", "target 2016-2020"), ("能耗比2016年下降4%。", "target 2017"),
    ("能耗较2015年下降4%。", "target 2015-2017"), ("到2020年生产总值比2010年翻一番。", "target 2010-2020"),
  ])
  func workAhead(text: String, dated: String) throws { #expect(try self.dated(text, in: .plan) == dated) }

  @Test func aYearInTheMiddleEndsWithItsPart() throws {
    let span = PeriodMark(rule: .relative(first: -5, last: -1))
    let text = "空气质量逐年改善，2015年优良率达到98%；治理矿山261公顷。"
    #expect(try dated(text, in: .review, heading: span) == "outcome 2012-2016")
    #expect(try dated("2015年，财政收入增长5%；治理矿山261公顷。", in: .review) == "outcome 2015")
  }

  @Test(arguments: [
    ("2015年，税收50亿元，投资累计完成400亿元，是“十一五”时期的1.9倍。", "2011-2015"),
    ("2015年，存款余额400亿元，是“十一五”时期的1.9倍。", "2015"),
  ])
  func aSumHoldsForTheYearsThatItIsHeldAgainst(text: String, period: String) throws {
    try SentenceReader.withDrafts(of: text) { drafts in
      let sum = try #require(drafts.last { $0.measure == .level })
      let calendar = ReportCalendar(reportYear: 2017)
      #expect(Dating(draft: sum, section: .review, calendar: calendar).period == period)
    }
  }

  @Test func headingsNameYears() throws {
    let span = PeriodMark(rule: .relative(first: -5, last: -1))
    #expect(try dated("新建学校20所。", in: .review, heading: span) == "outcome 2012-2016")
    #expect(
      try dated("今年新建学校20所。", in: .plan, heading: PeriodMark(rule: .relative(first: 0, last: 4))) == "target 2017")
  }

  /// Indicators and periods of the figures of a paragraph in the review of a report of 2017.
  private func periods(_ text: String, heading: String) throws -> [String] {
    let report = """
      2017年滨江区政府工作报告
      一、\(heading)
      \(text)
      二、2017年工作安排
      新建学校3所。
      """
    return try ReportReader().read(Array(report.utf8)).figures.filter { $0.kind == .outcome }
      .map { "\($0.indicator) \($0.period)" }
  }

  @Test func goalsOfATermHoldBelowTheirAnnouncement() throws {
    let text = """
      2017年滨江区政府工作报告
      一、2016年工作回顾
      新建学校3所。
      二、对下届政府工作的建议
      新一届政府要全力实现以下奋斗目标：
      ——转型发展取得明显进展。结构调整取得突破，生产总值能耗下降16%。
      """
    let report = try ReportReader().read(Array(text.utf8))
    #expect(report.figures.last?.period == "2017-2021")
  }

  /// Goals for several years that end with a stop go on with dashes or headings run in.
  @Test(arguments: ["——人民生活明显改善。居民受教育程度明显提高。", "开放水平明显提高。以开放促发展，社会文明程度显著提升。"])
  func goalsGoOn(item: String) throws {
    let text = """
      2017年滨江区政府工作报告
      一、2016年工作回顾
      新建学校3所，各项工作取得了较好成绩。
      二、今后五年的目标和任务
      今后五年，全区经济社会发展的主要目标是：生产总值年均增长8%，财政收入年均增长9%。
      \(item)
      """
    let figures = try ReportReader().read(Array(text.utf8)).figures
    #expect(figures.last?.comparator == .reference && figures.last?.period == "2017-2021")
  }

  @Test func aYearNamedInThePlanIsLookedBackOn() throws {
    let text = """
      2017年滨江区政府工作报告
      一、2016年工作回顾
      新建学校3所，各项工作取得了较好成绩。
      二、2017年工作安排
      2016年，全区生产总值预计完成58亿元。2017年，生产总值增长8%。
      """
    let report = try ReportReader().read(Array(text.utf8))
    #expect(report.figures.map { "\($0.kind) \($0.period)" } == ["outcome 2016", "outcome 2016", "target 2017"])
  }

  @Test(arguments: [
    ("过去五年，成绩显著。刚刚过去的2016年，经济平稳。生产总值增长8%。", "工作回顾", ["生产总值 2016"]),
    ("各位代表！刚刚过去的一年，我们稳中求进。生产总值增长8%。", "过去五年工作回顾", ["生产总值 2016"]),
    ("特别要指出的是，刚刚过去的2016年，经济平稳。生产总值增长8%。", "“十二五”时期回顾", ["生产总值 2016"]),
    ("过去五年，成绩显著。2016年，我们坚持稳增长。生产总值增长8%。", "工作回顾", ["生产总值 2016"]),
    ("过去五年，成绩显著。2016年是本届政府最后一年，生产总值增长8%。", "工作回顾", ["生产总值 2016"]),
    ("8年来，我们坚持创新。生产总值增长5%。", "2016年工作回顾", ["生产总值 2016"]),
    ("五年来，我们坚持创新。生产总值增长50%。", "工作回顾", ["生产总值 2012-2016"]),
    ("生产总值增长7%。对全区近五年4300名学生建立档案。财政收入增长6%。", "2016年工作回顾", ["生产总值 2016", "财政收入 2016"]),
    ("财政收入增长6%。五年来，生产总值增长50%。", "工作回顾", ["财政收入 2016", "生产总值 2012-2016"]),
    ("五年来，生产总值增长50%。办理建议636件，办复率100%。", "工作回顾", ["生产总值 2012-2016", "办理建议 2012-2016", "办理建议办复率 2012-2016"]),
    ("本届政府任期的五年，我们坚持创新。生产总值增长50%。", "工作回顾", ["生产总值 2012-2016"]),
    ("市人民代表大会第一次会议以来的四年，我们坚持创新。生产总值增长50%。", "工作回顾", ["生产总值 2013-2016"]),
    ("五年来，生产总值增长50%。2014年以来引进资金20亿元。财政收入增长40%。", "工作回顾", ["生产总值 2012-2016", "引进资金 2014-2016", "财政收入 2012-2016"]),
    ("五年累计完成投资31亿元，比“十二五”时期增加22亿元。", "工作回顾", ["完成投资 2012-2016", "完成投资 2012-2016"]),
    ("五年来，生产总值增长50%。实际利用外资9亿美元，人均绿地8平方米。", "工作回顾", ["生产总值 2012-2016", "实际利用外资 2012-2016", "人均绿地 2016"]),
    ("用好4年2亿元的专项资金，生产总值增长8%，上市企业达到20家。", "2016年工作回顾", ["专项资金 2013-2016", "生产总值 2016", "上市企业 2016"]),
    ("生产总值增长8%。力争三年内规上企业达到200家。离校2年内毕业生就业3万人。", "2016年工作回顾", ["生产总值 2016", "规上企业 2014-2016", "离校2年内毕业生就业 2016"]),
    ("实施三年翻番计划，财政收入增长6%。", "2016年工作回顾", ["财政收入 2016"]),
    ("生产总值58亿元，比历史最高的2011年增长20%。", "2016年工作回顾", ["生产总值 2016", "生产总值 2011-2016"]),
    ("生产总值增长8%，固定资产投资两年平均增长5%。", "2016年工作回顾", ["生产总值 2016", "固定资产投资年均增长 2015-2016"]),
    ("增速为近五年最高，财政收入增长6%。", "2016年工作回顾", ["财政收入 2016"]),
  ])
  func framesOfAYear(text: String, heading: String, expected: [String]) throws {
    let found = try periods(text, heading: heading)
    #expect(found.filter { !$0.hasPrefix("学生") && !$0.hasPrefix("全区") } == expected)
  }
}
