import Testing

@testable import ReportReading

/// Numbers that belong to names or to other things, and names that stand elsewhere in the sentence.
@Suite struct ClauseNamesTests {
  @Test(arguments: [
    ClauseCase("新庄800万吨/年矿井加快建设。"),
    ClauseCase("甲村600万吨/年、乙村200万吨/年矿井进入联合试运转。"),
    ClauseCase("毛岭二期20万千瓦、6万千瓦等风电项目建成。"),
    ClauseCase("新港区10万吨级等一批深水泊位开工。"),
    ClauseCase("建成10万头奶牛养殖园区。"),
    ClauseCase("推进2000万片触控模组等项目。"),
    ClauseCase("中电科50所发布标准。"),
    ClauseCase("供应10个点状供地项目，增速提高2个点。", "供应点状供地项目 level = 10 个", "供应点状供地项目增速 change = 2 个百分点"),
    ClauseCase("企业开办提前3个和1个工作日。"),
    ClauseCase("全面贯彻市十三次党代会精神。"),
    ClauseCase("努力办好十个方面的民生实事。"),
    ClauseCase("落实二十条优化措施，落细关心企业家25条。"),
    ClauseCase("是全国第二批24个之一、全省唯一入选的城市。"),
    ClauseCase("530万港城人民守望相助。"),
    ClauseCase("加强与12345热线、人大代表监测点信息共享。"),
    ClauseCase("重点抓好五倍子、杜仲等资源开发。"),
    ClauseCase("1073个空置率50%以上的“空心村”全部整治。", "空置率50%以上的“空心村”全部整治 level = 1073 个"),
    ClauseCase("18个重点镇每个完成投资3000万元。", "重点镇每个完成投资 level = 30000000 元"),
    ClauseCase("50家重点企业同比减排13%。", "重点企业 change = -13 %"),
    ClauseCase("43个特色产业集群增加值增长13.2%。", "特色产业集群增加值 change = 13.2 %"),
    ClauseCase("在46个产业集群中优选25条产业链。", "优选产业链 level = 25 条"),
  ])
  func belongToNames(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("继续抓好十件市定重点民生实事。", "抓好市定重点民生实事 level = 10 件"),
    ClauseCase("至少启动1个500亩以上的连片改造片区。", "连片改造片区 level >= 1 个"),
    ClauseCase("至少争创1个电商示范镇、3个电商示范村。", "电商示范镇 level >= 1 个", "电商示范村 level >= 3 个"),
    ClauseCase("全面完成193个乡镇文化站及2767个文化中心建设。", "乡镇文化站 level = 193 个", "文化中心建设 level = 2767 个"),
    ClauseCase("市场主体180万户，个体工商户突破百万大关。", "市场主体 level = 1800000 户", "个体工商户 level > 1000000 户"),
    ClauseCase("创建5条（段）生态示范河道。", "创建生态示范河道 level = 5 条（段）"),
    ClauseCase("整修提升500公里乡村公路。", "乡村公路 level = 500 公里"),
    ClauseCase("注册用户达1100万，市场主体突破38万。", "注册用户 level = 11000000 户", "市场主体 level > 380000 户"),
    ClauseCase("与邻市筹建两个市级产业转移园。", "市级产业转移园 level = 2 个"),
    ClauseCase("新增286个较大自然村通硬化路、占比达64%。", "新增较大自然村通硬化路 level = 286 个", "新增较大自然村通硬化路占比 level = 64 %"),
    ClauseCase("一般公共预算支出74%用于民生事业。", "一般公共预算支出用于民生事业 level = 74 %"),
  ])
  func countedAllTheSame(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("高新技术、装备制造和农产品加工等优势产业投资增长44%。", "优势产业投资 change = 44 %"),
    ClauseCase("刑事和治安案件分别下降12%和8%。", "刑事案件 change = -12 %", "治安案件 change = -8 %"),
    ClauseCase("科技、教育、环境保护支出分别增长12%、13%、15%。", "科技支出 change = 12 %", "教育支出 change = 13 %", "环境保护支出 change = 15 %"),
    ClauseCase("机场旅客、货物吞吐量分别增长10%、5%。", "机场旅客吞吐量 change = 10 %", "货物吞吐量 change = 5 %"),
    ClauseCase("生猪、肉牛、家禽分别出栏40万头、5万头、50万羽。", "生猪出栏 level = 400000 头", "肉牛出栏 level = 50000 头", "家禽出栏 level = 500000 羽"),
    ClauseCase("安全生产事故、死亡人数分别下降3%、4%。", "安全生产事故 change = -3 %", "安全生产死亡人数 change = -4 %"),
    ClauseCase(
      "重点项目建设、新增长区域发展、城市建设、小城镇改革发展、民生工程战役分别完成投资750亿元、1780亿元、280亿元、466亿元和97亿元。",
      "重点项目建设完成投资 level = 75000000000 元", "新增长区域发展完成投资 level = 178000000000 元",
      "城市建设完成投资 level = 28000000000 元", "小城镇改革发展完成投资 level = 46600000000 元", "民生工程战役完成投资 level = 9700000000 元"),
    ClauseCase("常住人口和户籍人口城镇化率分别达到55%、41%。", "常住人口城镇化率 level = 55 %", "户籍人口城镇化率 level = 41 %"),
    ClauseCase("实际利用内、外资分别增长10%、20%。", "实际利用内资 change = 10 %", "实际利用外资 change = 20 %"),
    ClauseCase("高效作物占种植业的比重和养殖业占农业产值的比重均达55%。", "高效作物占种植业的比重 level = 55 %", "养殖业占农业产值的比重 level = 55 %"),
    ClauseCase("压减炼铁产能247万吨、炼钢135万吨。", "压减炼铁产能 level = 2470000 吨", "炼钢产能 level = 1350000 吨"),
    ClauseCase("全市软件与信息产业增长18%。", "全市软件与信息产业 change = 18 %"),
    ClauseCase("PM10、PM2.5年均浓度下降幅度均超30%。", "PM10年均浓度下降幅度 change > -30 %", "PM2.5年均浓度下降幅度 change > -30 %"),
    ClauseCase("实现应税销售收入200亿元。", "应税销售收入 level = 20000000000 元"),
    ClauseCase("建成和美乡村170个。", "和美乡村 level = 170 个"),
  ])
  func lists(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("超200亿元的县达77个、超500亿元的18个。", "超200亿元的县 level = 77 个", "超500亿元的县 level = 18 个"),
    ClauseCase("国家级园区亩均税收达到25万元以上、省级园区15万元以上。", "国家级园区亩均税收 level >= 250000 元", "省级园区亩均税收 level >= 150000 元"),
    ClauseCase("新型社区建设扎实推进，开工建设112个，38个达到入住条件。", "新型社区建设开工建设 level = 112 个", "新型社区建设开工建设达到入住条件 level = 38 个"),
    ClauseCase("新建高标准农田5万亩、改造提升4万亩。", "新建高标准农田 level = 50000 亩", "新建高标准农田改造提升 level = 40000 亩"),
    ClauseCase("加快建设高品质、低成本的产业空间，年内推出不少于1000万平方米。", "产业空间推出 level >= 10000000 平方米"),
    ClauseCase("设立50亿元专项资金，通过市场化方式放大至100亿元。", "设立专项资金 level = 5000000000 元", "设立专项资金 level = 10000000000 元"),
    ClauseCase(
      "外资9亿美元，内资554亿元，均增长15%。", "外资 level = 900000000 美元", "内资 level = 55400000000 元", "外资 change = 15 %",
      "内资 change = 15 %"),
    ClauseCase("进出口总额与去年基本持平，保持全省首位。", "进出口总额 rank = 1 位"),
    ClauseCase(
      "财政总收入500亿元，出口230亿美元，均比2006年翻了一番以上。", "财政总收入 level = 50000000000 元", "出口 level = 23000000000 美元",
      "财政总收入 change >= 2 倍", "出口 change >= 2 倍"),
    ClauseCase("收储土地1.35万亩，其中市区5000亩。", "收储土地 level = 13500 亩", "市区收储土地 level = 5000 亩"),
    ClauseCase("千万元以上项目132项，其中亿元以上81项。", "千万元以上项目 level = 132 项", "亿元以上项目 level = 81 项"),
    ClauseCase(
      "固定资产投资50亿元，其中工业30亿元，民间20亿元。", "固定资产投资 level = 5000000000 元", "工业固定资产投资 level = 3000000000 元",
      "民间固定资产投资 level = 2000000000 元"),
    ClauseCase(
      "进出口总额增长30%，高出全国、全省23.2和28.9个百分点。", "进出口总额 change = 30 %", "进出口总额高出全国 level = 23.2 个百分点",
      "进出口总额高出全省 level = 28.9 个百分点"),
    ClauseCase("村集体收益1.3亿元、村均达5万元。", "村集体收益 level = 130000000 元", "村集体收益村均 level = 50000 元"),
    ClauseCase("实施95项改革试点，其中新争取38项。", "改革试点 level = 95 项", "改革试点新 level = 38 项"),
    ClauseCase("投资突破2300亿元，接近翻两番。", "投资 level > 230000000000 元", "投资 change ~ 4 倍"),
    ClauseCase("城市信用指数全国排名第33位，居全省第一。", "城市信用指数 rank = 33 位", "城市信用指数 rank = 1 位"),
    ClauseCase("新增市级龙头企业13家，累计31家。", "新增市级龙头企业 level = 13 家", "市级龙头企业 level = 31 家"),
    ClauseCase("新登记市场主体2万户，总量突破17万户。", "新登记市场主体 level = 20000 户", "市场主体总量 level > 170000 户"),
    ClauseCase("PM2.5、PM10平均浓度分别改善7.5%、10%。", "PM2.5平均浓度 change = -7.5 %", "PM10平均浓度 change = -10 %"),
    ClauseCase("CPI控制在2.5%以内。", "CPI change <= 2.5 %"),
    ClauseCase("423个在建重点项目完成投资1579亿元。", "在建重点项目 level = 423 个", "重点项目完成投资 level = 157900000000 元"),
    ClauseCase("办理提案343件，满意和基本满意率达99.8%。", "办理提案 level = 343 件", "办理提案满意和基本满意率 level = 99.8 %"),
    ClauseCase("减少文件、会议50%以上。", "文件 change >= -50 %", "会议 change >= -50 %"),
    ClauseCase("市场主体净增36万户。", "市场主体净增 level = 360000 户"),
    ClauseCase("实施重点项目400个，完成年度投资500亿元。", "重点项目 level = 400 个", "重点项目年度投资 level = 50000000000 元"),
    ClauseCase("固定资产投资4160亿元，其中工业投资占39.5%。", "固定资产投资 level = 416000000000 元", "工业投资占比 level = 39.5 %"),
    ClauseCase("税收连续七年保持30%以上增长。", "税收七年 change >= 30 %"),
    ClauseCase("全市压减一般性支出9.7%。", "一般性支出 change = -9.7 %"),
    ClauseCase("生产总值增长5.5%以上，争取达到6%。", "生产总值 change >= 5.5 %", "生产总值 change = 6 %"),
    ClauseCase("煤矿数量由130座减到53座。", "煤矿数量 level = 130 座", "煤矿数量 level = 53 座"),
  ])
  func namesElsewhere(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("居民综合阅读率苏北第一。", "居民综合阅读率 rank = 1 位"),
    ClauseCase("空气质量优良天数比例皖北第1。", "空气质量优良天数比例 rank = 1 位"),
    ClauseCase("利用外资总量位居全省第一方阵。", "利用外资总量 rank ref - 位"),
    ClauseCase("各项工作进入全省第一方阵。"),
  ])
  func places(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }
}
