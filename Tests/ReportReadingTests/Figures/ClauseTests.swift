import Testing

@testable import ReportReading

@Suite struct ClauseTests {
  @Test(arguments: [
    ClauseCase("财政总收入完成312.4亿元，增长5.2%。", "财政总收入 level = 31240000000 元", "财政总收入 change = 5.2 %"),
    ClauseCase("空气质量优良率下降3%以上。", "空气质量优良率 change >= -3 %"),
    ClauseCase("单位生产总值能耗下降3~5%。", "单位生产总值能耗 change range -5..-3 %"),
    ClauseCase("城镇化率比上年提高1.6个百分点。", "城镇化率 change = 1.6 个百分点"),
    ClauseCase("税收增长达到10%以上。", "税收 change >= 10 %"),
    ClauseCase("生产总值年均增长9%。", "生产总值年均增长 change = 9 %"),
    ClauseCase("科技经费增幅达11.3%。", "科技经费 change = 11.3 %"),
    ClauseCase("居民消费价格涨幅控制在3%左右。", "居民消费价格涨幅 change ~ 3 %"),
    ClauseCase("审批时间提速66%。", "审批时间 change = 66 %"),
    ClauseCase("申办材料减少2660份。", "申办材料 change = -2660 份"),
    ClauseCase("减少能耗约2.4万吨。", "能耗 change ~ -24000 吨"),
    ClauseCase("农民人均纯收入翻一番。", "农民人均纯收入 change = 2 倍"),
    ClauseCase("出口总额五年翻了2.2番。", "出口总额 change = 4.59 倍"), ClauseCase("出口总额翻一番半。", "出口总额 change = 2.82 倍"),
    ClauseCase("企业利润是2001年的8.1倍。", "企业利润 change = 8.1 倍"),
  ])
  func levelsAndChanges(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("新增就业岗位不低于1.6万个。", "新增就业岗位 level >= 16000 个"),
    ClauseCase("失业率控制在4.5%以内。", "失业率 level <= 4.5 %"),
    ClauseCase("失业率控制在4.5%左右。", "失业率 level ~ 4.5 %"),
    ClauseCase("失业率控制在4.5%。", "失业率 level <= 4.5 %"),
    ClauseCase("旅游收入突破300亿元。", "旅游收入 level > 30000000000 元"),
    ClauseCase("接待游客近300万人次。", "接待游客 level ~ 3000000 人次"),
    ClauseCase("拆除民房1660余户。", "拆除民房 level > 1660 户"),
    ClauseCase("工业总产值增长15~18%。", "工业总产值 change range 15..18 %"),
    ClauseCase("合同利用外资1.5~2亿美元。", "合同利用外资 level range 150000000..200000000 美元"),
    ClauseCase("生产总值增长6%-6.5%。", "生产总值 change range 6..6.5 %"),
    ClauseCase("改造光缆8－10万户。", "改造光缆 level range 80000..100000 户"),
    ClauseCase("实现税收过亿元。", "税收 level > 100000000 元"),
    ClauseCase("财政收入增长百分之十二。", "财政收入 change = 12 %"),
    ClauseCase("财政收入增长百分之十。", "财政收入 change = 10 %"),
    ClauseCase("合格率达到百分之百。", "合格率 level = 100 %"),
    ClauseCase("社会总产值增长百分之十点三。", "社会总产值 change = 10.3 %"),
    ClauseCase("全镇预计完成生产总值5.2亿。", "全镇生产总值 level = 520000000 元"),
    ClauseCase("生产总值增长11%以上，力争12%。", "生产总值 change >= 11 %", "生产总值 change = 12 %"),
    ClauseCase(
      "财政收入1.02亿元，首次突破亿元大关，增长21.3%。", "财政收入 level = 102000000 元", "财政收入 level > 100000000 元",
      "财政收入 change = 21.3 %"),
    ClauseCase("财政收入增长百分之六至百分之七。", "财政收入 change range 6..7 %"),
    ClauseCase("完成固定资产投资5.6个亿。", "固定资产投资 level = 560000000 元"),
    ClauseCase("农民人均纯收入四百五十元。", "农民人均纯收入 level = 450 元"),
    ClauseCase("办结率达九成以上。", "办结率 level >= 90 %"),
  ])
  func bounds(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "新增养老床位700张、日间服务中心4个、睦邻点50个。", "新增养老床位 level = 700 张", "新增日间服务中心 level = 4 个",
      "新增睦邻点 level = 50 个"),
    ClauseCase(
      "培育15名全科人才、25名骨干人才。", "培育全科人才 level = 15 名", "培育骨干人才 level = 25 名"),
    ClauseCase(
      "新增、净增就业岗位1.8万个、5000个。", "新增就业岗位 level = 18000 个", "净增就业岗位 level = 5000 个"),
    ClauseCase(
      "一、二、三产业增加值分别增长4%、12%、9%。", "第一产业增加值 change = 4 %", "第二产业增加值 change = 12 %",
      "第三产业增加值 change = 9 %"),
    ClauseCase("城乡居民收入分别增长8%和9%。", "城镇居民收入 change = 8 %", "农村居民收入 change = 9 %"),
    ClauseCase(
      "存贷款余额分别达到1452亿元和1018亿元。", "存款余额 level = 145200000000 元", "贷款余额 level = 101800000000 元"),
    ClauseCase("低保金到位率和兑现率达到100%。", "低保金到位率 level = 100 %", "低保金兑现率 level = 100 %"),
    ClauseCase(
      "初中、小学毕业生合格率分别稳定在97%、98%以上。", "初中毕业生合格率 level >= 97 %", "小学毕业生合格率 level >= 98 %"),
    ClauseCase(
      "义务教育入学率、巩固率，分别达到100%、99%。", "义务教育入学率 level = 100 %", "义务教育巩固率 level = 99 %"),
    ClauseCase("盘活土地45宗、252.4公顷。", "盘活土地 level = 45 宗", "盘活土地 level = 252.4 公顷"),
    ClauseCase(
      "土地和草牧场流转面积分别达到410万亩和480万亩。", "土地流转面积 level = 4100000 亩", "草牧场流转面积 level = 4800000 亩"),
    ClauseCase(
      "生产总值、劳动生产率增速均为7%。", "生产总值增速 change = 7 %", "劳动生产率增速 change = 7 %"),
    ClauseCase("新建、转化租赁住房1750套。", "新建、转化租赁住房 level = 1750 套"),
    ClauseCase(
      "完成土地二次开发、盘活低效用地各1000亩以上。", "土地二次开发 level >= 1000 亩", "盘活低效用地 level >= 1000 亩"),
    ClauseCase(
      "新增2家省级和4家市级龙头企业。", "新增省级龙头企业 level = 2 家", "新增市级龙头企业 level = 4 家"),
  ])
  func lists(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("修建水泥（油）路270公里。", "修建水泥（油）路 level = 270 公里"),
    ClauseCase("国内生产总值（现价）360亿元。", "国内生产总值 level = 36000000000 元"),
    ClauseCase("实施46项重大工程。", "重大工程 level = 46 项"),
    ClauseCase("6个项目获市科学技术奖。", "项目获市科学技术奖 level = 6 个"),
    ClauseCase("某示范基地等4个项目通过评审。", "项目通过评审 level = 4 个"),
    ClauseCase("已有10户企业开展了清洁生产审计。", "企业开展了清洁生产审计 level = 10 户"),
    ClauseCase("覆盖35%的城镇家庭。", "覆盖城镇家庭 level = 35 %"),
    ClauseCase("为办好十件实事。", "办好实事 level = 10 件"),
    ClauseCase("45万农民迁入新居。", "农民迁入新居 level = 450000 人"),
    ClauseCase("提供每人1500元助学金。", "提供助学金 level = 1500 元/人"),
    ClauseCase("实施总投资35亿元的80项重点工程。", "重点工程总投资 level = 3500000000 元", "重点工程 level = 80 项"),
  ])
  func objectsAfterTheNumber(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "产值增长2%，增速快于全市规上产值1.6个百分点。", "产值 change = 2 %", "产值增速快于全市规上产值 level = 1.6 个百分点"),
    ClauseCase("财政收入增长1%，增速位居全市第五。", "财政收入 change = 1 %", "财政收入增速 rank = 5 位"),
    ClauseCase("环保满意率排名全市前三。", "环保满意率 rank <= 3 位"),
    ClauseCase("研发投入强度由全国第12位上升到第8位。", "研发投入强度 rank = 12 位", "研发投入强度 rank = 8 位"),
    ClauseCase("项目数量和投资额分别位居全省第4位和第3位。", "项目数量 rank = 4 位", "投资额 rank = 3 位"),
    ClauseCase("营商环境竞争力位列全国百强榜73位。", "营商环境竞争力 rank = 73 位"),
    ClauseCase(
      "三次产业结构由22.2：36.7：41.1调整为19.9：43.8：36.3。", "三次产业结构第一产业 level = 22.2 %",
      "三次产业结构第二产业 level = 36.7 %", "三次产业结构第三产业 level = 41.1 %", "三次产业结构第一产业 level = 19.9 %",
      "三次产业结构第二产业 level = 43.8 %", "三次产业结构第三产业 level = 36.3 %"),
    ClauseCase(
      "城区绿化率由30%提高到35%。", "城区绿化率 level = 30 %", "城区绿化率 level = 35 %"),
    ClauseCase(
      "民营经济增加值占生产总值比重达57%，提高1.2个百分点。", "民营经济增加值占生产总值比重 level = 57 %",
      "民营经济增加值占生产总值比重 change = 1.2 个百分点"),
  ])
  func comparisons(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("开工建设G320国道，建成5G基站500个。", "5G基站 level = 500 个"),
    ClauseCase("第9次荣获“双拥模范城”称号。"), ClauseCase("全州30户以上自然村通宽带。"), ClauseCase("超1000亿元的县达到3个。", "超1000亿元的县 level = 3 个"),
    ClauseCase("抓好八个方面工作。"), ClauseCase("完善“1+4+4+8”政策体系。"), ClauseCase("落实《意见》（市发〔2018〕3号）。"),
    ClauseCase("改变城乡二元结构。"), ClauseCase("扶持年销售1000万元以上企业发展。"), ClauseCase("深化第七轮环保三年行动计划。"),
    ClauseCase("培育一批5亿元企业。"), ClauseCase("推进200万吨铝板带箔项目建设。"), ClauseCase("提前20天完成。"),
    ClauseCase("12.改造户厕4508个。", "改造户厕 level = 4508 个"),
  ])
  func namesAndLabels(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "登记失业人数控制在市下达指标以内，居民人均可支配收入增速高于经济增长，主要污染物排放量进一步削减。", "登记失业人数 level ref - ",
      "居民人均可支配收入增速 change ref - ", "主要污染物排放量 change ref - ", statesTargets: true),
    ClauseCase("居民收入增长与经济增长基本同步。", "居民收入增长 change ref - ", statesTargets: true),
    ClauseCase("主要污染物排放量进一步削减。"),
  ])
  func targetsWithoutANumber(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("到位外资达到万美元。", "到位外资 level = - 美元 !masked"),
    ClauseCase("居民收入保持两位数增长。", "居民收入 change ref - % !ambiguous"),
  ])
  func blottedOutNumbers(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }
}
