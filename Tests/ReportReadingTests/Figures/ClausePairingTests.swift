import Testing

@testable import ReportReading

/// As many things as numbers, and what one thing lends another.
@Suite struct ClausePairingTests {
  @Test(arguments: [
    ClauseCase("特困集中和分散供养标准分别达到5200元、4100元。", "特困集中供养标准 level = 5200 元", "特困分散供养标准 level = 4100 元"),
    ClauseCase("全区污水和垃圾日处理能力分别达到31万吨和1200吨。", "污水日处理能力 level = 310000 吨", "垃圾日处理能力 level = 1200 吨"),
    ClauseCase("优质初中和高中的比例分别达到30%和45%。", "优质初中的比例 level = 30 %", "高中的比例 level = 45 %"),
    ClauseCase(
      "制造业增加值、建筑业增加值占总产值的比重分别为20%、8%。", "制造业增加值占总产值的比重 level = 20 %", "建筑业增加值占总产值的比重 level = 8 %"),
    ClauseCase("事项“马上办”“就近办”占比分别达到80%、60%。", "事项“马上办”占比 level = 80 %", "事项“就近办”占比 level = 60 %"),
    ClauseCase("一二三产业分别增长3%、5%和7%。", "第一产业 change = 3 %", "第二产业 change = 5 %", "第三产业 change = 7 %"),
    ClauseCase("猪牛羊存栏量分别达到30万头、2万头、8万只。", "猪存栏量 level = 300000 头", "牛存栏量 level = 20000 头", "羊存栏量 level = 80000 只"),
    ClauseCase("广播电视人口覆盖率分别达到99%、98%。", "广播人口覆盖率 level = 99 %", "电视人口覆盖率 level = 98 %"),
    ClauseCase(
      "20个省重点项目、90个市重点项目分别完成投资60亿元、150亿元。", "省重点项目 level = 20 个", "市重点项目 level = 90 个",
      "省重点项目完成投资 level = 6000000000 元", "市重点项目完成投资 level = 15000000000 元"),
    ClauseCase(
      "养老、医疗保险参保人数分别达到9.5和21.4万人。", "养老保险参保人数 level = 95000 人", "医疗保险参保人数 level = 214000 人"),
    ClauseCase("城镇和农村居民收入分别增长7%和7%以上。", "城镇居民收入 change = 7 %", "农村居民收入 change >= 7 %"),
    ClauseCase("产值、税收分别增长7%和8%以上。", "产值 change >= 7 %", "税收 change >= 8 %"),
  ])
  func pairs(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("污水处理率县城达到95%、各乡镇70%以上。", "污水处理率县城 level = 95 %", "各乡镇污水处理率 level >= 70 %"),
    ClauseCase("市区垃圾分类覆盖率达80%，沿海达50%。", "市区垃圾分类覆盖率 level = 80 %", "沿海垃圾分类覆盖率 level = 50 %"),
    ClauseCase("出口占全国的2%、全省的19%。", "出口占全国 level = 2 %", "出口占全省 level = 19 %"),
    ClauseCase("中心城区80%小区推行垃圾分类。", "中心城区小区推行垃圾分类 level = 80 %"),
    ClauseCase("投资15亿元的6个水利项目开工建设。", "水利项目投资 level = 1500000000 元", "水利项目开工建设 level = 6 个"),
    ClauseCase("抓好年度投资90亿元的30个重点项目。", "重点项目年度投资 level = 9000000000 元", "重点项目 level = 30 个"),
    ClauseCase("新能源装机超过总装机的4成。", "新能源装机占总装机比重 level > 40 %"),
    ClauseCase("研发投入不低于营业收入的3%。", "研发投入占营业收入比重 level >= 3 %"),
    ClauseCase("服务业增加值占到生产总值的51%。", "服务业增加值占生产总值 level = 51 %"),
    ClauseCase("经营主体新增3万户，达到21万户。", "经营主体新增 level = 30000 户", "经营主体 level = 210000 户"),
    ClauseCase("低保标准提高到每月720元。", "低保标准 level = 720 元/人·月"),
    ClauseCase("每年安排专项资金300万元。", "安排专项资金 level = 3000000 元"),
    ClauseCase("国企改革三年行动24项任务全面完成。", "国企改革三年行动任务全面完成 level = 24 项"),
    ClauseCase("财政收入超10亿元的县（市）达到9个。", "财政收入超10亿元的县（市） level = 9 个"),
    ClauseCase("加快保障性住房建设，新开工1200套。", "保障性住房建设新开工 level = 1200 套"),
    ClauseCase("增加绿地面积12万平方米。", "绿地面积 change = 120000 平方米"),
    ClauseCase("累计增加高新技术企业40家。", "增加高新技术企业 level = 40 家"),
    ClauseCase("9万亩增发国债高标准农田项目完工。", "增发国债高标准农田项目完工 level = 90000 亩"),
    ClauseCase("实施优化营商环境80条，出台稳增长22条。"),
    ClauseCase("推出精品旅游线路12条。", "推出精品旅游线路 level = 12 条"),
    ClauseCase("沿河1公里范围内养殖场全部关闭。"),
    ClauseCase("全省9个设区市全部通高铁。"),
    ClauseCase("全市4个产业集聚区实现主营业务收入800亿元。", "产业集聚区主营业务收入 level = 80000000000 元"),
    ClauseCase("举办2019中国茶叶博览会等活动12场。", "举办2019中国茶叶博览会等活动 level = 12 场"),
    ClauseCase("旅游集团年营业额达亿元以上。", "旅游集团年营业额 level >= 100000000 元"),
    ClauseCase("超六成规上企业实施数字化改造。", "规上企业实施数字化改造 level > 60 %"),
    ClauseCase("七成五财力用于民生。"),
  ])
  func lends(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("企业开办时间压缩至1个工作日。", "企业开办时间 level = 1 个工作日"),
    ClauseCase("审批时限由58天压缩到36天以内。", "审批时限 level = 58 天", "审批时限 level <= 36 天"),
    ClauseCase(
      "政府投资项目和社会投资项目审批时间分别缩减至90个和70个工作日内。", "政府投资项目审批时间 level <= 90 个工作日",
      "社会投资项目审批时间 level <= 70 个工作日"),
    ClauseCase("企业开办时间由5个工作日压缩到1个。", "企业开办时间 level = 5 个工作日", "企业开办时间 level = 1 个工作日"),
    ClauseCase("项目落地时间缩短120天以上。", "项目落地时间 change >= -120 天"),
    ClauseCase("提前20天完成收购任务，仅用10天建成方舱。"),
  ])
  func timeLimits(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "优化营商环境，跻身中国城市营商环境评价第五位、政务服务能力评估第二位。", "中国城市营商环境评价 rank = 5 位", "政务服务能力评估 rank = 2 位"),
    ClauseCase("跻身2019中国城市营商环境评价第五位。", "2019中国城市营商环境评价 rank = 5 位"),
  ])
  func contests(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "销售额达到9亿元，总量和增幅分别居全区第二位、第一位。", "销售额 level = 900000000 元", "销售额总量 rank = 2 位", "销售额增幅 rank = 1 位"),
    ClauseCase("市容考评由全市第19名跃升至第8名。", "市容考评 rank = 19 位", "市容考评 rank = 8 位"),
    ClauseCase("财政收入4亿元，增长9%，连续十一年居全市首位。", "财政收入 level = 400000000 元", "财政收入 change = 9 %", "财政收入 rank = 1 位"),
    ClauseCase("生产总值58亿元，增幅比上年快0.9个百分点。", "生产总值 level = 5800000000 元", "生产总值增幅 change = 0.9 个百分点"),
    ClauseCase("总量小、水平低、财政自给率仅为10%。", "财政自给率 level = 10 %"),
    ClauseCase("年收入5万元以下的村还有9个。", "年收入5万元以下的村 level = 9 个"),
    ClauseCase("白酒产量5万千升、产值30亿元。", "白酒产量 level = 50000 千升", "白酒产值 level = 3000000000 元"),
  ])
  func rises(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("居民消费价格指数保持在省定目标以内。", "居民消费价格指数 change ref - ", statesTargets: true),
    ClauseCase("收入增长8%，基本达到全省平均水平。", "收入 change = 8 %", "收入 level ref - ", statesTargets: true),
    ClauseCase("经济增速和效益高于全国平均水平。", "经济增速 change ref - ", "效益 level ref - ", statesTargets: true),
    ClauseCase("思想道德、文化素质、健康水平明显提高。", "健康水平 change ref - ", statesTargets: true),
    ClauseCase("国际化程度和品牌影响力不断提升。", "国际化程度 change ref - ", statesTargets: true),
    ClauseCase("教育、医疗保健水平不断提高。", "教育水平 change ref - ", "医疗保健水平 change ref - ", statesTargets: true),
    ClauseCase("省定节能减排目标全面完成。", "省定节能减排目标 level ref - ", statesTargets: true),
  ])
  func withoutNumber(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }
}
