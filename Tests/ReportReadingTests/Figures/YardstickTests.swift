import Testing

@testable import ReportReading

@Suite struct YardstickTests {
  @Test(arguments: [
    ("居民人均可支配收入与经济增长基本同步", "~gdp"), ("城乡居民收入增长高于经济增长", ">gdp"),
    ("居民收入增速不低于地区生产总值增速", ">=gdp"), ("一般公共预算收入与GDP同步增长", "~gdp"), ("外贸进出口保持正增长", ">0"),
    ("单位生产总值能耗进一步下降", "<0"), ("实际利用外资与上年持平", "~0"), ("城乡居民收入稳步增长", ">0"),
    ("城镇居民人均可支配收入增速与经济增长基本同步", "~gdp"),
  ]) func areRead(clause: String, yardstick: String) {
    #expect(Yardstick(clause: Words(keeping: clause))?.description == yardstick)
  }

  @Test(arguments: [
    "居民消费价格涨幅控制在省下达指标以内", "出口增速高于全省平均水平", "城乡居民收入较快增长", "生态环境质量明显改善",
    "完成国家下达的节能减排任务", "固定资产投资实现两位数增长", "农村居民收入增幅超过城镇居民收入增幅", "单位生产总值能耗降幅完成省定目标",
  ]) func areNotGuessed(clause: String) {
    #expect(Yardstick(clause: Words(keeping: clause)) == nil)
  }

  @Test func belongsToTargetsOfTheMainStatement() throws {
    let text = """
      金山区2020年政府工作报告
      各位代表：现在，我代表区人民政府向大会报告工作，请予审议。
      一、2019年工作回顾
      全年地区生产总值增长6.7%，城镇化率达到60%，新增就业岗位1.9万个。
      二、2020年工作安排
      今年经济社会发展的主要预期目标是：地区生产总值增长6.5%左右，居民人均可支配收入与经济增长同步。
      新增养老床位700张，改造老旧小区30万平方米。
      """
    let report = try ReportReader().read(Array(text.utf8))
    let targets = report.figures.filter { $0.kind == .target }
    #expect(targets.filter(\.isHeadline).map(\.indicator) == ["地区生产总值", "居民人均可支配收入"])
    #expect(targets.compactMap(\.yardstick?.description) == ["~gdp"])
    #expect(report.figures.filter { $0.isState && $0.measure == .level }.map(\.indicator) == ["城镇化率"])
  }
}
