import Testing

@testable import ReportReading

/// What sections are for.
struct OutlineKindTests {
  /// Chapters told by words, by years against each other, and by five-year plans against each other.
  @Test(arguments: [
    ("一、2019年工作回顾", "二、2020年主要任务"),
    ("一、过去五年工作", "二、今后五年的奋斗目标"),
    ("一、2008年的政府工作", "二、2009年的政府工作"),
    ("一、“十三五”时期经济社会发展", "二、“十四五”时期经济社会发展"),
    ("一、“十二五”发展取得显著成绩", "二、2035年远景目标和“十四五”主要任务"),
    ("一、较好完成2013年目标任务", "二、全力做好2014年工作"),
    ("2013年工作回顾", "2014年总体安排和重点工作"),
    ("一、经济社会发展势头良好", "二、推进三个强市建设"),
    ("一、本届政府的主要工作", "二、对下届政府工作的建议"),
  ])
  func reviewThenPlan(_ review: String, _ plan: String) throws {
    let found = try lines(of: "\(review)\n\(past)\n\(past)\n\(plan)\n\(future)\n\(future)\n")
    #expect(found == ["review \(review)", "plan \(plan)"])
  }

  @Test(arguments: [
    "附件：名词解释", "资料：《政府工作报告》名词解释（按首字汉语拼音音序排列。首字为数字和字母的排在其他名词之后）",
  ])
  func reviewFiveYearsAndYear(_ glossary: String) throws {
    let text = """
      一、过去五年工作回顾
      \(past)
      二、今后五年目标任务
      \(future)
      三、2013年重点工作
      \(future)
      四、建设人民满意的服务型政府
      \(future)
      \(glossary)
      1．三公经费：指出国费、车辆购置及运行费、公务接待费。
      2．四好农村路：是指建好、管好、护好、运营好农村公路。
      """
    #expect(
      try lines(of: text) == [
        "review 一、过去五年工作回顾", "plan 二、今后五年目标任务", "plan 三、2013年重点工作", "self 四、建设人民满意的服务型政府",
        "glossary \(glossary)",
      ])
  }

  @Test func chaptersAfterThePlanBeginsArePlan() throws {
    let text = """
      一、1999年经济社会发展取得了明显成绩
      \(past)
      二、2000年政府工作的总体要求
      \(future)
      三、推进开发开放取得新突破
      \(future)
      四、大力推进国有企业改革
      \(future)
      五、全面加强政府自身建设
      \(future)
      """
    #expect(try outline(text).outline.sections.map(\.kind) == [.review, .plan, .plan, .plan, .self])
  }

  @Test func problemsWithoutHeading() throws {
    let text = """
      一、2019年工作回顾
      \(past)
      （一）经济稳定增长
      \(past)
      在肯定成绩的同时，我们也清醒地看到，经济社会发展中还存在不少困难和问题：产业结构不够合理，民生短板仍然不少。
      对这些问题，我们将采取有力措施，认真加以解决。
      二、2020年工作安排
      \(future)
      """
    let (normalised, outline) = try outline(text)
    #expect(outline.sections.map(\.kind) == [.review, .review, .problems, .plan])
    #expect(outline.sections[2].parent == 0)
    #expect(outline.sectionOfParagraph == [0, 0, 1, 1, 2, 2, 3, 3])
    #expect(outline.kind(at: normalised.paragraphs[4].lowerBound) == .problems)
  }

  @Test(arguments: [
    "当前存在的困难：财政赤字1200万元。", "存在的不足：一是税收占比不足30%。", "但也应看到：财政自给率仅为7.1%。", "困难和问题主要表现在：企业亏损面达28%。",
  ])
  func problemsInFewWords(_ words: String) throws {
    let text = "一、2019年工作回顾\n\(past)\n\(words)\n二、2020年工作安排\n\(future)\n"
    #expect(try outline(text).outline.sections.map(\.kind) == [.review, .problems, .plan])
  }

  @Test func troubleMetIsNoProblem() throws {
    let text = "一、2019年工作回顾\n\(past)\n针对发展中的困难和问题，及时采取措施，办理建议86件。\n二、2020年工作安排\n\(future)\n"
    #expect(try outline(text).outline.sections.map(\.kind) == [.review, .plan])
  }

  @Test func problemsWithHeading() throws {
    let text = "一、2001年以来的工作情况\n\(past)\n二、当前主要存在的问题\n\(neutral)\n三、今后五年工作目标\n\(future)\n"
    #expect(try outline(text).outline.sections.map(\.kind) == [.review, .problems, .plan])
  }

  /// The government's reform is work done in a review, and a section of its own in a plan.
  @Test func reformInReviewAndPlan() throws {
    let text = """
      一、2019年工作回顾
      \(past)
      （一）政府自身建设不断加强
      \(past)
      二、2020年工作安排
      \(future)
      （一）全面加强政府自身建设
      \(future)
      """
    #expect(try outline(text).outline.sections.map(\.kind) == [.review, .review, .plan, .self])
  }

  /// A review ends where the coming year's targets are set, at the year's requirements before them, not where it recalls targets.
  @Test(arguments: [
    ("综合考虑各方面因素，今年全市经济社会发展的目标是：地区生产总值增长10%；城镇登记失业率控制在3%以内。", [SectionKind.review, .review, .plan, .plan]),
    ("综合来看，去年初确定的主要目标是：地区生产总值增长10%，各项目标顺利完成，取得明显成效。", [.review, .review, .plan]),
  ])
  func targetsUnderAHeadingOfTheReview(_ targets: String, _ kinds: [SectionKind]) throws {
    let text = """
      **2008年工作回顾**
      \(past)
      **总体形势与要求**
      \(past)
      今年政府工作的总体要求是：全面贯彻上级会议精神，确保经济平稳较快增长，力争各项事业再上新台阶。
      \(targets)
      **2009年工作安排**
      \(future)
      """
    let (_, outline) = try outline(text)
    #expect(outline.sections.map(\.kind) == kinds)
  }

  @Test func planOnly() throws {
    let text = """
      今年是我区加快建设现代化中心城区的关键一年。
      今年区政府工作的总体要求是：全面贯彻会议精神，坚持以改革促发展，努力完成全年目标任务，确保社会和谐稳定。
      今年我区经济社会发展的主要预期目标是：地区生产总值增长10%，财政收入增长8%。
      （一）加快转变经济发展方式
      \(future)
      （二）建设服务型政府
      \(future)
      """
    let (normalised, outline) = try outline(text)
    #expect(outline.sections.map(\.kind) == [.plan, .plan, .self])
    #expect(normalised.paragraphs.indices.filter(outline.isMainTargets) == [2])
  }

  @Test func planWithoutHeading() throws {
    let text = """
      2004年工作回顾
      \(past)
      \(past)
      综合各方面因素，2005年经济社会发展的主要预期目标为：生产总值增长9%，城镇登记失业率控制在4.6%以内。
      \(future)
      一、加强经济调节
      \(future)
      """
    let (normalised, outline) = try outline(text)
    #expect(outline.sections.first?.kind == .review)
    #expect(outline.kind(at: normalised.paragraphs[3].lowerBound) == .plan)
    #expect(outline.kind(at: normalised.paragraphs[6].lowerBound) == .plan)
    #expect(outline.isMainTargets(3))
  }

  @Test func newsOfAReport() throws {
    let text = """
      县长在大会上作政府工作报告，\(past)
      明年，\(future)
      """
    #expect(try outline(text).outline.sections.map(\.kind) == [.review, .plan])
  }

  @Test func mixedChapter() throws {
    let text = """
      一、“十二五”主要成就和“十三五”奋斗目标
      \(past)
      \(past)
      “十三五”时期发展的主要目标是：\(future)
      \(future)
      二、2016年的工作安排
      \(future)
      """
    #expect(try outline(text).outline.sections.map(\.kind) == [.review, .plan, .plan])
  }

  @Test func listOfGoodDeedsBelongsToThePlan() throws {
    let text = """
      二、2025年重点工作
      \(future)
      附件
      某市2025年20件民生实事清单
      1.新建公办托育机构14所。
      2.改造老旧小区49个。
      """
    #expect(try outline(text).outline.sections.allSatisfy { $0.kind == .plan })
  }

  @Test func reformToldBothWays() throws {
    let text = "一、2019年工作回顾\n\(past)\n二、2020年主要任务\n\(future)\n三、加强政府自身建设\n\(past)\n\(future)\n"
    let (normalised, outline) = try outline(text)
    #expect(
      normalised.paragraphs.map { outline.looksAhead(at: $0.lowerBound) } == [
        false, false, true, true, true, false, true,
      ])
  }

  @Test func pathOfHeadings() throws {
    let (normalised, outline) = try outline("一、今年工作安排\n（一）加快产业升级\n\(future)\n")
    #expect(outline.path(of: outline.section(at: normalised.paragraphs[2].lowerBound)) == ["一、今年工作安排", "（一）加快产业升级"])
  }
}
