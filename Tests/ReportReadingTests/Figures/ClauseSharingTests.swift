import Testing

@testable import ReportReading

/// What a verb, a rate or a plan lends to what stands behind it, and what it does not.
@Suite struct ClauseSharingTests {
  @Test(arguments: [
    ClauseCase(
      "举办演出8场、展览9场，旅游人数超1亿人次、旅游总花费突破90亿元。", "举办演出 level = 8 场", "举办展览 level = 9 场", "旅游人数 level > 100000000 人次",
      "旅游总花费 level > 9000000000 元"),
    ClauseCase("9万居民喝上自来水，建成11所学校。", "居民喝上自来水 level = 90000 人", "学校 level = 11 所"),
    ClauseCase("实施重点工程，完成12个项目。", "重点工程项目 level = 12 个"),
    ClauseCase(
      "总资产13亿元，资产负债率60%，实现利润5亿元。", "总资产 level = 1300000000 元", "资产负债率 level = 60 %", "总资产利润 level = 500000000 元"),
    ClauseCase("实现管网全覆盖、污水处理设施覆盖率达75%以上。", "污水处理设施覆盖率 level >= 75 %"),
    ClauseCase("建设3个10万头奶牛园区。", "奶牛园区 level = 3 个"),
    ClauseCase("培育10头以上养牛大户20户。", "培育10头以上养牛大户 level = 20 户"),
    ClauseCase("时速350公里的高铁开通。"),
    ClauseCase("不良贷款率3%，下降幅度居全省第5位。", "不良贷款率 level = 3 %", "不良贷款率下降幅度 rank = 5 位"),
    ClauseCase("网络收货量和发货量分别居全国第七和第二。", "网络收货量 rank = 7 位", "网络发货量 rank = 2 位"),
    ClauseCase(
      "城乡低保标准分别提高到每人每月420元和每人每年2600元。", "城镇低保标准 level = 420 元/人·月", "农村低保标准 level = 2600 元/人·年"),
    ClauseCase(
      "投资2亿元的化肥厂、1亿元的水泥厂等8个项目竣工。", "化肥厂投资 level = 200000000 元", "水泥厂投资 level = 100000000 元", "项目竣工 level = 8 个"),
    ClauseCase("新增企业48户、达到339户。", "新增企业 level = 48 户", "企业 level = 339 户"),
    ClauseCase("节能减排实现省定目标。", "节能减排 level ref - ", statesTargets: true),
    ClauseCase("新发展茶叶1200亩，累计达8600亩。", "新发展茶叶 level = 1200 亩", "茶叶 level = 8600 亩"),
    ClauseCase("采取货币化安置等方式，实施35个片区改造工程。", "片区改造工程 level = 35 个"),
    ClauseCase("总产值要达到3亿元。", "总产值 level = 300000000 元"),
    ClauseCase("PM2.5浓度逐年下降。", "PM2.5浓度 change ref - ", statesTargets: true),
  ])
  func shares(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }
}
