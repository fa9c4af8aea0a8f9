import Testing

@testable import ReportReading

/// What the identification stage makes of a text.
func identify(_ text: String, _ hints: ReadingHints = ReadingHints()) throws -> Identity {
  let source = try SourceText(decoding: Array(text.utf8))
  let cleaned = CleanedLines(source)
  let normalised = NormalisedText(cleaned, of: source)
  return Identity(
    normalised, outline: Outline(normalised), cleaned: cleaned, source: source, hints: hints)
}

@Suite struct YearTests {
  @Test(arguments: [
    ("2020年政府工作报告\n各位代表：\n一、2019年工作回顾\n二、2020年主要任务\n", 2020, YearBasis.title),
    ("政府工作报告\n（2000年1月20日）\n各位代表：\n1999年工作的回顾\n", 2000, .text),
    ("政府工作报告\n（二〇〇五年一月十一日）\n各位代表：\n现在报告工作。\n", 2005, .text),
    ("---\ntitle: 某州政府工作报告 （2013年12月21日 张三）\n---\n各位代表：\n一、2013年工作回顾\n二、2014年工作安排\n", 2014, .title),
    ("某县政府工作报告\n——2006年12月28日在第十四届人民代表大会第一次会议上\n各位代表：\n", 2007, .text),
    ("2021年全镇经济和社会发展的主要目标是:财政收入突破6800万元。\n", 2021, .text),
    ("回顾2017年\n生产总值增长9.5%\n展望2018年\n生产总值增长9%左右\n", 2018, .text),
    ("某镇近几年工作情况汇报及2008年工作目标\n2007年，全镇预计完成财政收入3亿元。\n", 2008, .title),
  ])
  func stated(text: String, year: Int, basis: YearBasis) throws {
    let found = try identify(text)
    #expect(found.year.year == year)
    #expect(found.year.basis == basis)
    #expect(!found.flags.contains(.yearContradiction) && !found.flags.contains(.yearUnknown))
    #expect(!found.year.evidence.isEmpty)
  }

  @Test func aPlanThatRunsOutweighsAYearPrintedEverywhere() throws {
    let found = try identify(
      """
      2024年某县政府工作报告
      各位代表：
      一、2024年工作回顾
      过去的一年，我们认真学习党的十八大精神。
      二、2024年工作安排
      2024年是贯彻落实党的十八大精神的开局之年，是实施“十二五”规划承上启下的关键一年。
      """)
    #expect(found.year.year == 2013 && found.year.basis == .inferred && found.flags.contains(.yearContradiction))
  }

  @Test func halvesOfAYear() throws {
    let text = """
      某区东街街道办事处2018年上半年工作总结和下半年工作安排
      一、上半年工作情况
      上半年，街道党工委和办事处紧紧围绕区委、区政府工作部署，完成固定资产投资11亿元，新建学校3所。
      二、下半年工作安排
      下半年，我们要继续努力，新建公园2座。
      """
    let report = try ReportReader().read(Array(text.utf8))
    #expect(report.year.year == 2018)
    #expect(report.figures.map(\.period) == ["2018", "2018", "2018"])
  }

  /// A page names a report by the year that it reviews; the text's own heading and the plan that it opens say better.
  @Test func reviewedYearInThePagesTitle() throws {
    let found = try identify(
      """
      ---
      title: 2005年某省人民政府工作报告
      ---
      各位代表：
      一、“十五”工作回顾
      2005年全省生产总值达到7385亿元，比上年增长12.6%。
      二、“十一五”目标要求
      三、2006年工作
      今年是实施“十一五”规划的第一年，全省生产总值增长9%以上。
      """)
    #expect(found.year.year == 2006)
    #expect(found.flags.contains(.yearContradiction))
  }

  @Test(arguments: [
    ("今年我区要做好第29届奥运会期间的维稳工作。认真开展第一次全国污染源普查工作。\n", 2008),
    ("今年是“十四五”规划的开局之年，做好全年工作意义重大。\n", 2021),
    ("今年是“十三五”规划的收官之年。\n", 2020),
    ("今年我们将迎来新中国成立70周年，要做好第四次全国经济普查，确保社会稳定。\n", 2019),
    ("深入贯彻党的十七大和十七届二中、三中、四中、五中全会精神，全县上下要奋力开创新局面。今年是“十二五”规划的开局之年。\n", 2011),
    ("20*年，是跨入新世纪和实施“**”计划的起步年。认真贯彻**届五中全会精神。建议20*年我县的预期目标是增长10%。\n", 2001),
  ])
  func inferred(text: String, year: Int) throws {
    let found = try identify(text)
    #expect(found.year.year == year)
    #expect(found.year.basis == .inferred)
    #expect(found.flags.contains(.yearMasked) == text.contains("20*年"))
    #expect(!found.flags.contains(.yearUnknown))
  }

  @Test func datedEvidenceBeatsACopyingSitesYear() throws {
    let found = try identify(
      """
      区政府的年度工作方案
      2023年是新一届政府的开局之年，做好今年的政府工作对实施好“十三五”规划至关重要。
      2023年经济社会发展的主要预期目标为：地区生产总值增长7.5%左右。全面两孩政策稳妥实施。
      """)
    #expect(found.year.year == 2017)
    #expect(found.year.basis == .inferred)
    #expect(found.flags.contains(.yearContradiction))
  }

  @Test func bodyBeatsATitleThatNamesTheYearReviewed() throws {
    let found = try identify(
      """
      2007年某省人民政府工作报告
      （2008年1月22日在某省第十一届人民代表大会第一次会议上）
      各位代表：
      2007年经济社会发展情况回顾
      2008年政府工作建议
      """)
    #expect(found.year.year == 2008)
    #expect(found.year.basis == .text)
    #expect(found.flags.contains(.yearContradiction))
  }

  @Test(arguments: ["", "全县上下要再接再厉。\n", "发布时间：2022年3月4日\n全县上下要再接再厉。\n"])
  func unknown(text: String) throws {
    let found = try identify("政府工作报告\n" + text)
    #expect(found.year.year == nil && found.year.basis == .unknown && found.flags.contains(.yearUnknown))
  }

  @Test func aGoalFarAheadIsNotTheReportsYear() throws {
    let found = try identify(
      """
      政府工作报告
      ——1998年1月8日在某省第九届人民代表大会第一次会议上
      各位代表：
      到2000年的奋斗目标是：人均生产总值比1980年翻两番。2000年发展目标的实现要靠全省人民。2000年主要目标还有三项。
      2000年重点工作已经确定。2000年工作目标是增长。2000年主要任务有五项。1997年财政收入比上年增长。
      """)
    #expect(found.year.year == 1998)
  }

  @Test func anAutumnSessionAloneIsUnsure() throws {
    let found = try identify("政府工作报告\n——2021年10月28日在某县第十五届人民代表大会第一次会议上\n各位代表：\n")
    #expect(found.year.year == 2022 && found.flags.contains(.yearUnknown))
  }

  @Test func notesAndRecalledTargetsDoNotCount() throws {
    let found = try identify(
      """
      政府工作报告
      各位代表：
      一、2012年工作回顾
      过去一年，全县上下团结奋斗。2012年主要预期目标中，财政收入未完成。
      二、2013年工作安排
      生产总值增长12%。
      附：名词解释
      1.两化：2010年工作目标中提出的工业化和城镇化，2010年总体要求。
      """)
    #expect(found.year.year == 2013 && found.flags.isDisjoint(with: [.yearContradiction, .yearUnknown]))
  }

  @Test func givenYearOverrides() throws {
    let found = try identify("2020年政府工作报告\n", ReadingHints(year: 2019))
    #expect(found.year.year == 2019 && found.year.basis == .given && found.flags.contains(.yearContradiction))
    #expect(found.year.evidence.first?.rule == "given")
  }

  @Test func evidenceStandsInTheSource() throws {
    let text = "政府工作报告\n（二〇〇五年一月十一日）\n各位代表：\n"
    let found = try identify(text)
    let evidence = try #require(found.year.evidence.first)
    #expect(evidence.quote == "二〇〇五年一月十一日")
    #expect(Array(text.utf8)[evidence.source].elementsEqual(evidence.quote.utf8))
  }
}
