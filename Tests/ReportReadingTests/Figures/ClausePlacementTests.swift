import Testing

@testable import ReportReading

/// Where the thing measured stands, and what a list shares.
@Suite struct ClausePlacementTests {
  @Test(arguments: [
    ClauseCase(
      "新引进57个总投资983.6亿元的重大项目。", "新引进重大项目 level = 57 个", "重大项目总投资 level = 98360000000 元"),
    ClauseCase("设立总规模45亿元的产业发展基金。", "产业发展基金总规模 level = 4500000000 元"),
    ClauseCase("总投资50亿元的灌区（一期）工程全面开工。", "灌区总投资 level = 5000000000 元"),
    ClauseCase("建成占地2000亩动物园。", "动物园占地 level = 2000 亩"),
    ClauseCase(
      "实施总投资35亿元的80项城建重点工程。", "城建重点工程总投资 level = 3500000000 元", "城建重点工程 level = 80 项"),
    ClauseCase("引进总投资20亿元以上项目6个。", "引进总投资20亿元以上项目 level = 6 个"),
    ClauseCase("牢牢守住480万亩耕地红线。", "牢牢守住耕地红线 level = 4800000 亩"),
    ClauseCase("市县90%以上政务服务事项实现“一网通办”。", "政务服务事项实现“一网通办” level >= 90 %"),
    ClauseCase("带动全市30万人次参与健身活动。", "参与健身活动 level = 300000 人次"),
    ClauseCase("全省唯一一家受到通报表扬。"),
    ClauseCase("全市35个工业行业中有24个行业产值增长。", "工业行业行业产值增长 level = 24 个"),
    ClauseCase("草湖产业园首期30万锭棉纺项目即将投产。"),
    ClauseCase("销售收入超100亿元的达到5家。", "销售收入超100亿元 level = 5 家"),
    ClauseCase("实施外贸翻番行动计划。"),
    ClauseCase("完成102个20户以上自然村通广播电视。", "自然村通广播电视 level = 102 个"),
    ClauseCase("25户100人以上自然村通水泥路604公里。", "自然村通水泥路 level = 604 公里"),
    ClauseCase("出台“科技兴区”工程11项配套政策。", "配套政策 level = 11 项"),
    ClauseCase("为企业提供超过170亿元贷款。", "企业提供贷款 level > 17000000000 元"),
    ClauseCase("年度103项重点任务全部完成。", "重点任务全部完成 level = 103 项"),
    ClauseCase("再新增两个千亿级新兴产业。", "新增千亿级新兴产业 level = 2 个"),
    ClauseCase("加快4座垃圾处理厂建设。", "垃圾处理厂建设 level = 4 座"),
    ClauseCase("65%行政村集体经营性收入达10万元以上。", "行政村集体经营性收入 level = 65 %"),
    ClauseCase("是18个改革开放典型地区之一。"),
    ClauseCase("提出9%左右的经济增长目标。"),
    ClauseCase("45.17万农村学校师生受益。", "农村学校师生受益 level = 451700 人"),
    ClauseCase("加快五台山旅游城建设。"),
    ClauseCase("七里海湿地修复完成。"),
    ClauseCase("加大12个旅游景区建设力度。", "旅游景区建设力度 level = 12 个"),
    ClauseCase("组建银团，发放贷款18.6亿元。", "发放贷款 level = 1860000000 元"),
    ClauseCase("道路贯通。7、79个建制镇完成改造。", "建制镇完成改造 level = 79 个"),
    ClauseCase("推进资源共享、农村20户以上自然村通电视。"),
    ClauseCase("投资超过计划18.7个百分点。", "投资超过计划 level = 18.7 个百分点"),
    ClauseCase("以新能源等10个重点领域为主攻方向。"),
    ClauseCase("以扶持100家龙头企业创品牌为重点。", "扶持龙头企业创品牌为重点 level = 100 家"),
    ClauseCase("长江12.5米深水航道初通。"),
    ClauseCase("岱海150万千瓦、屋顶光伏等项目开工建设。"),
    ClauseCase("改善60万农村低收入人口的生产生活条件。", "改善农村低收入人口的生产生活条件 level = 600000 人"),
    ClauseCase("居民消费价格总水平涨幅在4%左右。", "居民消费价格总水平涨幅 change ~ 4 %"),
    ClauseCase(
      "工业投资增长12.1%，在固定资产投资中占比提高4.3个百分点。", "工业投资 change = 12.1 %", "工业投资在固定资产投资中占比 change = 4.3 个百分点"),
    ClauseCase("42个国省考断面水质优良比例保持100%。", "国省考断面水质优良比例 level = 100 %"),
    ClauseCase("全市23个监测断面水质优良率达到95%。", "监测断面水质优良率 level = 95 %"),
    ClauseCase("安排1亿元项目前期工作经费。", "安排项目前期工作经费 level = 100000000 元"),
    ClauseCase("淘汰35蒸吨以下燃煤锅炉45台。", "淘汰35蒸吨以下燃煤锅炉 level = 45 台"),
    ClauseCase("新建6米以上道路120公里。", "新建6米以上道路 level = 120 公里"),
    ClauseCase(
      "1、新建住房1200套；2、危房改造800户；3．2.5万亩农田改造；4、为老人体检1.8万人次。", "新建住房 level = 1200 套", "危房改造 level = 800 户",
      "农田改造 level = 25000 亩", "老人体检 level = 18000 人次"),
    ClauseCase("①新建住房1200套；②为老人体检3万人次。", "新建住房 level = 1200 套", "老人体检 level = 30000 人次"),
    ClauseCase("改造168个校园安防“四个一”③项目。", "改造校园安防“四个一”③项目 level = 168 个"),
    ClauseCase("新改扩建幼儿园6所、中小学4所。", "新改扩建幼儿园 level = 6 所", "新改扩建中小学 level = 4 所"),
    ClauseCase(
      "地区生产总值1200亿元，实现税收8亿元。", "地区生产总值 level = 120000000000 元", "税收 level = 800000000 元"),
    ClauseCase("建成500亩示范点100个。", "500亩示范点 level = 100 个"),
    ClauseCase("新建5公里道路3条。", "新建道路 level = 5 公里", "新建道路 level = 3 条"),
    ClauseCase("推动200家制造业企业数字化转型。", "推动制造业企业数字化转型 level = 200 家"),
    ClauseCase("建成10个以上百亿级首位产业集群。", "百亿级首位产业集群 level >= 10 个"),
    ClauseCase("42户企业已有38户实行承包。", "实行承包 level = 38 户"),
    ClauseCase("27个问题整改完成25个。", "问题整改 level = 25 个"),
    ClauseCase("发挥46个商会的独特优势。"),
    ClauseCase("95%的规模养殖场配建了粪污处理设施。", "规模养殖场配建了粪污处理设施 level = 95 %"),
    ClauseCase("96%政务服务事项进驻政务大厅。", "政务服务事项进驻政务大厅 level = 96 %"),
    ClauseCase("20%的薄弱村实现稳定收入达百万元以上。", "薄弱村 level = 20 %"),
    ClauseCase("四、计划生育率95%以上；五、小学入学率99%。", "计划生育率 level >= 95 %", "小学入学率 level = 99 %"),
    ClauseCase("第一，新建学校5所。", "新建学校 level = 5 所"),
    ClauseCase("到2017年压减6000万吨钢铁。", "压减钢铁 level = 60000000 吨"),
    ClauseCase("落实国务院安全生产十五条硬措施。"),
    ClauseCase("形成十二类50项候选项目提交大会。", "候选项目提交大会 level = 50 项"),
    ClauseCase("公司二期11亿元公司债券成功发行。", "公司债券成功发行 level = 1100000000 元"),
    ClauseCase("融资担保放大倍数3倍以上。", "融资担保放大倍数 level >= 3 倍"),
    ClauseCase("提前办结率达96.7%。", "提前办结率 level = 96.7 %"),
    ClauseCase("严格执行50%节能标准。"),
    ClauseCase("连续8次被评为双拥城。"),
    ClauseCase("干成一番新事业。"),
    ClauseCase("落实省核定12万吨储备粮规模。", "储备粮规模 level = 120000 吨"),
    ClauseCase(
      "营业收入超50亿元、超100亿元企业分别达到6家、4家。", "营业收入超50亿元企业 level = 6 家", "超100亿元企业 level = 4 家"),
    ClauseCase(
      "农业龙头企业64家，其中国家级1家、省级10家。", "农业龙头企业 level = 64 家", "国家级农业龙头企业 level = 1 家",
      "省级农业龙头企业 level = 10 家"),
    ClauseCase("水体比例达93%，开发利用雨洪水、中水等3亿立方米。", "水体比例 level = 93 %", "开发利用雨洪水、中水 level = 300000000 立方米"),
    ClauseCase("成功发行15亿元企业债券。", "发行企业债券 level = 1500000000 元"),
    ClauseCase("向15万企业退休职工发放补助。", "企业退休职工发放补助 level = 150000 人"),
    ClauseCase("减少融资成本2.3亿元。", "减少融资成本 level = 230000000 元"),
    ClauseCase("经济总量突破2000亿大关。", "经济总量 level > 200000000000 元"),
    ClauseCase("打造2万亿数字经济产业生态圈。", "打造数字经济产业生态圈 level = 2000000000000 元"),
    ClauseCase("加大20个重点乡镇扶持力度。"),
    ClauseCase("实施17项增收措施。", "增收措施 level = 17 项"),
    ClauseCase("出台外贸稳增长10条措施。", "出台外贸稳增长措施 level = 10 条"),
    ClauseCase("专门安排1万亩建设用地指标。", "安排建设用地指标 level = 10000 亩"),
    ClauseCase("340个市级在建重点项目完成投资225亿元。", "市级在建重点项目 level = 340 个", "市级在建重点项目完成投资 level = 22500000000 元"),
    ClauseCase("补助最高500万元。", "补助 level <= 5000000 元"),
  ])
  func objects(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "建成区供热、燃气普及率分别达到91.1%、98.3%。", "建成区供热普及率 level = 91.1 %", "燃气普及率 level = 98.3 %"),
    ClauseCase(
      "城镇职工、城镇居民医保支付限额分别提高到20万元、12万元。", "城镇职工医保支付限额 level = 200000 元",
      "城镇居民医保支付限额 level = 120000 元"),
    ClauseCase(
      "电子信息、先进桥隧工程装备制造产值分别增长12%、14%。", "电子信息产值 change = 12 %",
      "先进桥隧工程装备制造产值 change = 14 %"),
    ClauseCase(
      "承担74项国家级、94项省级改革试点任务。", "承担国家级改革试点任务 level = 74 项", "承担省级改革试点任务 level = 94 项"),
    ClauseCase(
      "粮食播种面积和总产量分别达到120万亩、45万吨。", "粮食播种面积 level = 1200000 亩", "粮食总产量 level = 450000 吨"),
    ClauseCase(
      "第二、三产业比重分别提高0.49和0.41个百分点。", "第二产业比重 change = 0.49 个百分点", "第三产业比重 change = 0.41 个百分点"),
    ClauseCase(
      "存、贷款余额分别为2470.3亿元和1546亿元。", "存款余额 level = 247030000000 元", "贷款余额 level = 154600000000 元"),
    ClauseCase(
      "办理人大代表建议431件、政协提案589件，满意率均达99%以上。", "办理人大代表建议 level = 431 件",
      "办理政协提案 level = 589 件", "办理人大代表建议满意率 level >= 99 %", "办理政协提案满意率 level >= 99 %"),
    ClauseCase("城乡居民收入倍差从1.77缩小至1.62。", "城乡居民收入倍差 level = 1.77 ", "城乡居民收入倍差 level = 1.62 "),
    ClauseCase("大规模国土绿化行动深入开展，完成造林44万亩。", "造林 level = 440000 亩"),
    ClauseCase(
      "新增国家级、省级龙头企业2家和6家。", "新增国家级龙头企业 level = 2 家", "省级龙头企业 level = 6 家"),
    ClauseCase(
      "办复551件省、市人大代表建议和577件省、市政协提案。", "办复省、市人大代表建议 level = 551 件", "办复省、市政协提案 level = 577 件"),
    ClauseCase(
      "参加养老、医疗、失业保险人数扩至71万、62万和46万人以上。", "参加养老保险人数 level >= 710000 人",
      "医疗保险人数 level >= 620000 人", "失业保险人数 level >= 460000 人"),
    ClauseCase(
      "货物和集装箱吞吐量分别增长8%和9%。", "货物吞吐量 change = 8 %", "集装箱吞吐量 change = 9 %"),
    ClauseCase("规模以上工业利税增长2.6倍，利润增长8.7倍。", "规模以上工业利税 change = 2.6 倍", "规模以上工业利润 change = 8.7 倍"),
    ClauseCase("固定资产投资保持稳定增长、力争达到3%。", "固定资产投资 change = 3 %"),
    ClauseCase("粮食产量实现“二十连增”、达253万吨。", "粮食产量 level = 2530000 吨"),
    ClauseCase("城乡居民收入增长5%和3%左右。", "城镇居民收入 change ~ 5 %", "农村居民收入 change ~ 3 %"),
    ClauseCase("第一产业、第二产业占比分别提高2个和1个百分点。", "第一产业占比 change = 2 个百分点", "第二产业占比 change = 1 个百分点"),
    ClauseCase("增速高于全区近10个百分点。", "增速高于全区 level ~ 10 个百分点"),
    ClauseCase("审批事项由205项减为95项。", "审批事项 level = 205 项", "审批事项 level = 95 项"),
    ClauseCase("至少新上亿元以上产业项目20个。", "新上亿元以上产业项目 level >= 20 个"),
    ClauseCase("服务业发展势头良好，预计实现增加值370亿元。", "服务业增加值 level = 37000000000 元"),
    ClauseCase("养老金由月人均1520元提高到2525元。", "养老金 level = 1520 元", "养老金 level = 2525 元"),
    ClauseCase("旅游人次和旅游总收入分别增长12%和15%。", "旅游人次 change = 12 %", "旅游总收入 change = 15 %"),
    ClauseCase("旅游及相关产业增加值增长9%。", "旅游及相关产业增加值 change = 9 %"),
    ClauseCase(
      "开工改造老旧小区99个，受理案件2234件，分别完成省定任务的180%、131.4%。", "开工改造老旧小区 level = 99 个",
      "受理案件 level = 2234 件", "开工改造老旧小区省定任务 level = 180 %", "受理案件省定任务 level = 131.4 %"),
    ClauseCase(
      "建成2所县级医院、14所乡镇卫生院和80所村卫生室。", "县级医院 level = 2 所", "乡镇卫生院 level = 14 所", "村卫生室 level = 80 所"),
    ClauseCase("新增省、市级农业龙头企业各2家。", "新增省级农业龙头企业 level = 2 家", "市级农业龙头企业 level = 2 家"),
    ClauseCase("形成市场主体172个、带动率80%。", "市场主体 level = 172 个", "带动率 level = 80 %"),
    ClauseCase("省、市优质园比例达到84%。", "省、市优质园比例 level = 84 %"),
    ClauseCase("二氧化硫、氮氧化物排放量分别下降2%、4%。", "二氧化硫排放量 change = -2 %", "氮氧化物排放量 change = -4 %"),
    ClauseCase("钢铁、平板玻璃产能分别达到10万吨、30万吨。", "钢铁产能 level = 100000 吨", "平板玻璃产能 level = 300000 吨"),
    ClauseCase("城乡居民人均收入比2010年翻一番。", "城乡居民人均收入 change = 2 倍"),
    ClauseCase("行政许可项目由274项精简至98项。", "行政许可项目 level = 274 项", "行政许可项目 level = 98 项"),
    ClauseCase("居民人均期望寿命达到80岁。", "居民人均期望寿命 level = 80 岁"),
  ])
  func sharedHeads(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("总量在全省升2位。", "总量 change = 2 位"),
    ClauseCase("高新区在全国排名由第50位升至第30位。", "高新区排名 rank = 50 位", "高新区排名 rank = 30 位"),
    ClauseCase("连续3年获省共同富裕示范区考核评价第1。", "省共同富裕示范区考核评价 rank = 1 位"),
    ClauseCase("外贸进出口总额居全省第3位、东五盟市首位。", "外贸进出口总额 rank = 3 位", "外贸进出口总额 rank = 1 位"),
    ClauseCase(
      "固定资产投资、社会消费品零售总额增速分别位居全区第4和第1位。", "固定资产投资增速 rank = 4 位",
      "社会消费品零售总额增速 rank = 1 位"),
    ClauseCase(
      "旅游人数和收入分别达到300万人次、20亿元，位列全区第2位和第1位。", "旅游人数 level = 3000000 人次",
      "旅游收入 level = 2000000000 元", "旅游人数 rank = 2 位", "旅游收入 rank = 1 位"),
    ClauseCase("发展速度在全国53个高新区中排第10位。", "发展速度 rank = 10 位"),
    ClauseCase("综合排名从第21位下降至第28位。", "综合排名 rank = 21 位", "综合排名 rank = 28 位"),
    ClauseCase("高新区在全国排名提升7位。", "高新区 change = 7 位"),
    ClauseCase(
      "人均GDP、人均财政收入、城乡居民人均收入、小康实现程度均居全省第二。", "人均GDP rank = 2 位", "人均财政收入 rank = 2 位",
      "城乡居民人均收入 rank = 2 位", "小康程度 rank = 2 位"),
    ClauseCase("上线率文科全省第一、理科全省第二。", "上线率文科 rank = 1 位", "理科 rank = 2 位"),
    ClauseCase("总量、增幅分列全省第3位和第2位。", "总量 rank = 3 位", "增幅 rank = 2 位"),
    ClauseCase("开发区跻身国家高新区综合排名前五位。", "开发区跻身国家高新区综合排名 rank <= 5 位"),
    ClauseCase("鲜花产量居全省之首。", "鲜花产量 rank = 1 位"),
    ClauseCase("综合科技进步水平继续保持全国前列。", "综合科技进步水平 rank ref - 位"),
    ClauseCase("招商任务进度连续9个月排全区第1位。", "招商任务进度 rank = 1 位"),
  ])
  func places(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "PM2.5平均浓度下降率、万元生产总值能耗下降率以及化学需氧量、二氧化硫减排完成省下达目标任务。",
      "PM2.5平均浓度下降率 level ref - ", "万元生产总值能耗下降率 level ref - ", "化学需氧量减排 level ref - ",
      "二氧化硫减排 level ref - ", statesTargets: true),
    ClauseCase(
      "人均收入稳步提高、与全国差距明显缩小。", "人均收入 change ref - ", "人均收入与全国差距 change ref - ", statesTargets: true),
    ClauseCase("居民收入与全国、全省差距持续缩小。", "居民收入与全国、全省差距 change ref - ", statesTargets: true),
    ClauseCase("实际利用外资（验资口径）持平。", "实际利用外资 change ref - ", statesTargets: true),
    ClauseCase("主要河流优良水质比例优于省考核要求。", "主要河流优良水质比例 level ref - ", statesTargets: true),
    ClauseCase("城镇调查失业率与全省一致。", "城镇调查失业率 level ref - ", statesTargets: true),
    ClauseCase("城市化率争取接近全国平均水平。", "城市化率 level ref - ", statesTargets: true),
    ClauseCase("生态环境质量大幅度改善。", "生态环境质量 change ref - ", statesTargets: true),
    ClauseCase("财政收入降幅继续收窄。", "财政收入降幅 change ref - ", statesTargets: true),
    ClauseCase("物价总水平保持基本稳定。", "物价总水平 level ref - ", statesTargets: true),
    ClauseCase("粮食产量保持稳定。", "粮食产量 level ref - ", statesTargets: true),
    ClauseCase("价格总水平涨幅略低于全省平均水平。", "价格总水平涨幅 change ref - ", statesTargets: true),
    ClauseCase("进出口总值保持平稳增长。", "进出口总值 change ref - ", statesTargets: true),
    ClauseCase("城乡居民收入倍差持续缩小。", "城乡居民收入倍差 change ref - ", statesTargets: true),
    ClauseCase(
      "人口自然增长率、节能减排等完成省定目标。", "人口自然增长率 level ref - ", "节能减排 level ref - ", statesTargets: true),
  ])
  func references(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }
}
