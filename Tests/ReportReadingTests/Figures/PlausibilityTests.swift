import Testing

@testable import ReportReading

@Test(arguments: [
  ("固定资产投资增长2023%。", true), ("社会消费品零售总额增长2023.7%。", true), ("城镇化率达到158.6%。", true), ("能耗下降120%。", true),
  ("固定资产投资增长120%。", false), ("城镇化率达到58.6%。", false), ("完成年度计划123.8%。", false), ("能耗下降20%。", false),
  ("人口自然增长率控制在6.5%以内。", true), ("人口自然增长率控制在6.5‰以内。", false), ("人口自然增长率1.6%。", false),
])
func plainSense(text: String, isImplausible: Bool) throws {
  try SentenceReader.withDrafts(of: "全市投资10亿元，" + text) { drafts in
    let draft = try #require(drafts.last)
    #expect(Plausibility.flags(draft).contains(.implausible) == isImplausible)
  }
}
