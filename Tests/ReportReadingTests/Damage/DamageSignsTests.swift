import Testing

@testable import ReportReading

struct DamageSignsTests {
  @Test(arguments: [
    "固定资产投资增长2023%左右；规模以上工业增加值增长2023%；收入增长7.5%。", "零售总额增长2023.7%，税收下降%。", "总值增长%；第三期（2023-2023年）。",
  ])
  func findsReplacedAndDeletedNumbers(text: String) throws {
    #expect(try DamageSigns(normalised(text)).isDamaged)
  }

  @Test(arguments: [
    "新签约亿元以上项目50个，产值突破千亿元，农民收入突破万元；实现亿吨大港目标。", "地区生产总值增长7.5%，高出全市2个百分点，完成投资50亿元。", "投资增长2023%。",
    "出口达到万美元，财政收入达到亿元，农民收入达到万元，产值完成亿元。",
    "20*年增长10%，党的**精神，××镇。",
  ])
  func trustsSoundText(text: String) throws {
    #expect(try !DamageSigns(normalised(text)).isDamaged)
  }

  @Test func flagsTheReport() throws {
    let text = "某某区政府工作报告\n2023年，某某区地区生产总值增长2023%，财政收入增长2023.7%，新建道路5公里。"
    #expect(try ReportReader().read(Array(text.utf8)).flags.contains(.damaged))
  }

  @Test func saysWhereTheSignsStand() throws {
    let text = try normalised("投资增长2023%，税收增长%。")
    let signs = DamageSigns(text).signs
    #expect(signs.map(\.rule) == [.yearAsPercentage, .missingPercentage])
    #expect(signs.map { text.string($0.range) } == ["2023%", "增长%"])
  }
}
