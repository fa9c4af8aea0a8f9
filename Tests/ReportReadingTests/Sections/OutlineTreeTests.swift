import Testing

@testable import ReportReading

/// The shape of the tree: which lines are headings, and how they nest.
struct OutlineTreeTests {
  @Test func nestsByTheOrderOfUse() throws {
    let text = """
      一、2019年工作回顾
      \(past)
      （一）农业
      \(neutral)
      1、粮食生产稳定。\(neutral)
      2、畜牧业发展。\(neutral)
      （二）工业
      \(neutral)
      二、2020年工作安排
      \(future)
      （一）农业
      \(neutral)
      """
    #expect(
      try lines(of: text) == [
        "review 一、2019年工作回顾", "  review （一）农业", "    review 1、粮食生产稳定", "    review 2、畜牧业发展",
        "  review （二）工业", "plan 二、2020年工作安排", "  plan （一）农业",
      ])
  }

  /// Each style opens below a chapter, whatever it is.
  @Test(arguments: ["（一）", "(一)", "1、", "1.", "1．", "（1）", "①", "第一，", "一是"])
  func everyNumberingNests(_ number: String) throws {
    let text = "一、今后五年工作安排\n\(future)\n\(number)加快产业发展。\(neutral)\n"
    let found = try lines(of: text)
    try #require(found.count == 2)
    #expect(found[1].hasPrefix("  plan "))
    #expect(found[1].hasSuffix("加快产业发展"))
  }

  @Test func parts() throws {
    let text = """
      第一部分 过去五年工作回顾
      一、经济
      \(past)
      二、社会
      \(past)
      第二部分 今后五年目标任务
      一、经济
      \(future)
      """
    let found = try lines(of: text)
    #expect(found.map { $0.prefix { $0 == " " }.count } == [0, 2, 2, 0, 2])
    #expect(found[0].hasPrefix("review") && found[3].hasPrefix("plan"))
  }

  @Test func unnumberedChaptersHoldNumberedOnes() throws {
    let text = """
      2021年工作回顾
      \(past)
      一、经济稳定增长
      \(past)
      2022年工作安排
      \(future)
      一、稳定经济增长
      \(future)
      加强政府自身建设
      \(future)
      """
    #expect(
      try lines(of: text) == [
        "review 2021年工作回顾", "  review 一、经济稳定增长", "plan 2022年工作安排", "  plan 一、稳定经济增长", "self 加强政府自身建设",
      ])
  }

  @Test func restartedNumberingInsideItself() throws {
    let text = """
      一、过去五年工作回顾
      \(past)
      二、今年主要任务
      \(future)
      一、推进结构调整，发展特色经济
      \(neutral)
      二、深化改革开放，增强发展活力
      \(neutral)
      三、切实加强政府自身建设
      \(future)
      """
    let found = try lines(of: text)
    #expect(
      found.map { String($0.drop { $0 == " " }.prefix { $0 != " " }) } == ["review", "plan", "plan", "plan", "self"])
  }

  /// After `1、2、` within `（一）` the numbering `（二）` goes on outside.
  @Test func innerListsEndWithTheOuterNumber() throws {
    let text = """
      一、今年工作安排
      （一）加快产业升级
      1、发展工业。\(neutral)
      2、发展农业。\(neutral)
      （二）改善民生
      1、发展教育。\(neutral)
      """
    #expect(try outline(text).outline.sections.map(\.depth) == [1, 2, 3, 3, 2, 3])
  }

  @Test func runInHeadings() throws {
    let text = """
      一、2019年工作回顾
      经济总量平稳增长。\(neutral)
      特色产业加速集聚。\(neutral)
      我们做了以下工作。\(neutral)
      """
    #expect(
      try lines(of: text) == ["review 一、2019年工作回顾", "  review 经济总量平稳增长", "  review 特色产业加速集聚"])
  }

  @Test func itemsOfOneSentenceEndWithTheirParagraph() throws {
    let text = """
      一、今年工作安排
      （一）打好攻坚战。一是推进脱贫攻坚。\(neutral)二是防治环境污染。\(neutral)
      \(neutral)
      """
    let (normalised, outline) = try outline(text)
    #expect(outline.sections.map(\.heading) == ["一、今年工作安排", "（一）打好攻坚战", "一是推进脱贫攻坚", "二是防治环境污染"])
    #expect(outline.sections.map(\.depth) == [1, 2, 3, 3])
    let last = try #require(normalised.paragraphs.last)
    #expect(outline.sections[outline.section(at: last.lowerBound)].heading == "（一）打好攻坚战")
  }

  /// Items that state quantities are content: their numbers must stay readable.
  @Test func quantitiesAreNoHeadings() throws {
    let text = """
      今年我区经济发展的主要预期目标是：
      （1）国内生产总值增长10%；
      （2）工业总产值增长15%；
      （3）地方财政收入增长20%。
      （一）以招商引资为抓手，增强经济发展后劲
      \(future)
      1、建设农村公路200公里。
      2、完成危桥改造60座。
      """
    let (normalised, outline) = try outline(text)
    #expect(outline.sections.map(\.heading) == ["", "（一）以招商引资为抓手，增强经济发展后劲"])
    #expect(outline.sections.map(\.kind) == [.plan, .plan])
    #expect(
      normalised.paragraphs.indices.map(outline.isMainTargets) == [true, true, true, true, false, false, false, false])
  }

  /// Markup sets headings off: bold openings stand alone, bold lines may end as sentences, `#` counts levels.
  @Test func markup() throws {
    let text = """
      # 政府工作报告

      ## 2019年工作回顾

      \(past)

      ### 经济建设

      **产业升级：**\(neutral)

      ### 社会建设

      **教育发展。**\(neutral)

      ## 2020年工作安排

      \(future)
      """
    let found = try lines(of: text).filter { $0 != "other" }
    #expect(
      found == [
        "review 2019年工作回顾", "  review 经济建设", "    review 产业升级", "  review 社会建设",
        "    review 教育发展", "plan 2020年工作安排",
      ])
  }

  /// Run-in headings open below the section that they stand in, whichever they stood in before.
  @Test func runInHeadingsBelowLaterSections() throws {
    let text = """
      一、今年工作安排
      坚持稳中求进。\(neutral)
      坚持改革开放。\(neutral)
      （一）推动产业升级
      打造产业集群。\(neutral)
      提升创新能力。\(neutral)
      （二）改善民生
      \(neutral)
      """
    #expect(try outline(text).outline.sections.map(\.depth) == [1, 2, 2, 2, 3, 3, 2])
  }

  /// Items of a list that announces main targets are marked whatever they begin with.
  @Test(arguments: ["——", "1．", "（1）", ""])
  func listOfMainTargets(_ bullet: String) throws {
    let text = """
      一、今后五年工作安排
      今后五年经济社会发展的主要目标是：
      \(bullet)经济实力显著增强。地区生产总值年均增长7%，财政收入年均增长6%，工业增加值年均增长8%。
      \(bullet)人民生活显著改善。居民人均可支配收入年均增长7%，城镇登记失业率控制在4%以内，新增就业5万人。
      （一）推动产业升级
      \(future)
      """
    let (normalised, outline) = try outline(text)
    #expect(normalised.paragraphs.indices.map(outline.isMainTargets) == [false, true, true, true, false, false])
  }

  @Test func tableOfContentsIsNoTree() throws {
    let text = """
      政府工作报告
      目 录
      一、2019年工作回顾
      二、2020年工作安排
      各位代表：
      现在，我代表区人民政府向大会报告工作，请予审议，并请各位政协委员和列席人员提出意见。
      一、2019年工作回顾
      \(past)
      二、2020年工作安排
      \(future)
      """
    #expect(try lines(of: text) == ["other", "review 一、2019年工作回顾", "plan 二、2020年工作安排"])
  }

  @Test func aReportInOneParagraph() throws {
    let body = String(repeating: neutral, count: 12)
    let text = "各位代表：一、2018年工作回顾\(past)\(body)（一）经济稳定增长。\(past)二、2019年工作安排\(future)\(body)\n"
    let found = try outline(text).outline.sections
    #expect(found.suffix(3).map(\.kind) == [.review, .review, .plan])
    #expect(found.suffix(3).map(\.depth) == [1, 2, 1])
  }

  /// A section's heading that the site left in the middle of a paragraph is one; an item of a list is none.
  @Test func sectionWithinAParagraph() throws {
    let body = String(repeating: neutral, count: 5)
    let text = """
      一、今年工作安排
      （一）推动产业升级。\(body)（二）改善人民生活。\(body)
      我们要办好以下实事：\(body)（一）培训农民工500万人次。（二）新建农村公路200公里。
      """
    #expect(try outline(text).outline.sections.map(\.heading) == ["一、今年工作安排", "（一）推动产业升级", "（二）改善人民生活"])
  }

  @Test func emptyText() throws {
    let outline = Outline(try outline("各位代表").text)
    #expect(outline.sections.count == 1)
    #expect(outline.section(at: 0) == 0)
  }
}
