import Testing

@testable import ReportReading

/// Names that a sentence completes from earlier words, and words around a name that are none of it.
@Suite struct ClauseResumptionTests {
  @Test(arguments: [
    ClauseCase("进出口总额逆势增长19.2%。", "进出口总额 change = 19.2 %"),
    ClauseCase("除外贸出口由于外需不足负增长14.1%外，其他指标如期完成。", "外贸出口 change = -14.1 %"),
    ClauseCase("零售总额超过疫情前水平、同比增长8.8%。", "零售总额 change = 8.8 %"),
    ClauseCase("生产总值150亿元，成为全省第十个超百亿元的县，比上年增长10.2%。", "生产总值 level = 15000000000 元", "生产总值 change = 10.2 %"),
    ClauseCase("初步监测统计空气优良率为70.4%。", "空气优良率 level = 70.4 %"),
    ClauseCase("即生产总值达到306亿元，增长5.8%。", "生产总值 level = 30600000000 元", "生产总值 change = 5.8 %"),
    ClauseCase("农民人均纯收入扣除物价因素影响实际增长9.7%。", "农民人均纯收入 change = 9.7 %"),
    ClauseCase("预算收入扣除留抵退税因素后增长3.3%。", "预算收入 change = 3.3 %"),
    ClauseCase("外贸出口19亿美元，比上年实际数增长6%。", "外贸出口 level = 1900000000 美元", "外贸出口 change = 6 %"),
    ClauseCase("生产总值208亿元，可比增长1%。", "生产总值 level = 20800000000 元", "生产总值 change = 1 %"),
    ClauseCase(
      "预算收入下降1.8%（剔除减税降费因素，同口径增长8.1%）。", "预算收入 change = -1.8 %", "预算收入 change = 8.1 %"),
    ClauseCase("500万元以上固定资产投资增长16%左右。", "500万元以上固定资产投资 change ~ 16 %"),
  ])
  func names(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("粮食生产实现“七连丰”，总产152.3亿斤。", "粮食总产 level = 15230000000 斤"),
    ClauseCase("粮食生产面积367万亩、总产156万吨。", "粮食生产面积 level = 3670000 亩", "粮食总产 level = 1560000 吨"),
    ClauseCase(
      "生产总值一季度受疫情影响下降8.5%，二季度迅速恢复到正增长，预计全年增长4%左右。", "生产总值一季度 change = -8.5 %", "生产总值 change ~ 4 %"),
    ClauseCase("生产总值由一季度下降10.3%到全年增长2.9%。", "生产总值一季度 change = -10.3 %", "生产总值 change = 2.9 %"),
    ClauseCase("生产总值512亿元，实际增速9.2%。", "生产总值 level = 51200000000 元", "生产总值实际增速 change = 9.2 %"),
    ClauseCase(
      "单位GDP能耗下降5%以上、二氧化碳排放下降5.8%。", "单位GDP能耗 change >= -5 %", "单位GDP二氧化碳排放 change = -5.8 %"),
  ])
  func goesOn(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("发明专利申请量、授权量分别增长15%和12%。", "发明专利申请量 change = 15 %", "发明专利授权量 change = 12 %"),
    ClauseCase("二氧化硫、化学需氧量排放分别下降2%和3%。", "二氧化硫排放 change = -2 %", "化学需氧量排放 change = -3 %"),
    ClauseCase("绿化覆盖率、绿地率分别达到42%和38%。", "绿化覆盖率 level = 42 %", "绿地率 level = 38 %"),
    ClauseCase("肉羊、生猪饲养量分别达到100万只、30万头。", "肉羊饲养量 level = 1000000 只", "生猪饲养量 level = 300000 头"),
    ClauseCase("新签约、开工亿元以上项目34个、21个。", "新签约亿元以上项目 level = 34 个", "开工亿元以上项目 level = 21 个"),
    ClauseCase("城镇居民、农村居民人均可支配收入分别增长7%和8%。", "城镇居民人均可支配收入 change = 7 %", "农村居民人均可支配收入 change = 8 %"),
    ClauseCase("实际利用外资和外贸出口分别增长15%和12%。", "实际利用外资 change = 15 %", "外贸出口 change = 12 %"),
    ClauseCase("能耗、水耗分别比上年下降2%和3%。", "能耗 change = -2 %", "水耗 change = -3 %"),
    ClauseCase(
      "生产总值9亿元，增加值8亿元，固定资产投资7亿元，零售额6亿元，进出口5亿元，出口4亿元，财政收入3亿元，城镇居民收入3万元，农民收入1万元，分别增长8%和9%。",
      "生产总值 level = 900000000 元", "增加值 level = 800000000 元", "固定资产投资 level = 700000000 元", "零售额 level = 600000000 元",
      "进出口 level = 500000000 元", "出口 level = 400000000 元", "财政收入 level = 300000000 元", "城镇居民收入 level = 30000 元",
      "农民收入 level = 10000 元", "城镇居民收入 change = 8 %", "农民收入 change = 9 %"),
  ])
  func lists(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }
}
