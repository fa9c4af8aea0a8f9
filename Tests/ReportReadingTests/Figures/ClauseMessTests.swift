import Testing

@testable import ReportReading

/// Numbers as copies print them, and names that are no figures.
@Suite struct ClauseMessTests {
  @Test(arguments: [
    ClauseCase("农民人均纯收入xx458元，增长*.5%。", "农民人均纯收入 level = - 元 !masked", "农民人均纯收入 change = - % !masked"),
    ClauseCase("预计实现GDPxx.46亿元。", "GDP level = - 元 !masked"),
    ClauseCase(
      "财政总收入由20**年的2.6亿元增加到20**年的4.5亿元。", "财政总收入 level = 260000000 元", "财政总收入 level = 450000000 元"),
    ClauseCase("推进2×35万千瓦热电项目。"),
    ClauseCase("完成xx镇xx村道路2条。", "xx镇xx村道路 level = 2 条"),
  ])
  func blottedOut(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("300万元以上的已竣工项目3个，其中过500万元的两个。", "300万元以上的已竣工项目 level = 3 个"),
    ClauseCase("争取引进一批5亿元、3亿元以上的较大型企业。"),
    ClauseCase("不少于25个亿元项目开工。", "亿元项目开工 level >= 25 个"),
    ClauseCase("团结带领全镇4万人民奋勇前进。"),
    ClauseCase("依靠全市300万各族人民。"),
    ClauseCase("培训300名人民调解员。", "培训人民调解员 level = 300 名"),
    ClauseCase("推动14个过百亿、6个过50亿产业链项目建设。", "推动过百亿 level = 14 个", "推动过50亿产业链项目建设 level = 6 个"),
    ClauseCase("把温暖送进千家万户。"),
    ClauseCase("总产值达万亿元。", "总产值 level = 1000000000000 元"),
    ClauseCase("把每一件民生实事都办到群众心坎上。"),
    ClauseCase("683个省市县重点项目完成投资50亿元。", "省市县重点项目 level = 683 个", "省市县重点项目完成投资 level = 5000000000 元"),
  ])
  func groupsAndSizes(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("工业总产值突破百亿大关，增长5%。", "工业总产值 level > 10000000000 元", "工业总产值 change = 5 %"),
    ClauseCase("生产总值比2010年翻一番以上。", "生产总值 change >= 2 倍"),
    ClauseCase("专利申请量占全市四分之一以上。", "专利申请量占全市 level >= 25 %"),
    ClauseCase("新增设施农业30处（个）以上。", "新增设施农业 level >= 30 处（个）"),
    ClauseCase("综合压减率5%。", "综合压减率 change = -5 %"),
    ClauseCase("每县至少建成1条夜市街。", "夜市街 level >= 1 条"),
    ClauseCase(
      "城镇登记失业率、居民消费价格涨幅分别控制在3%以内和4%左右。", "城镇登记失业率 level <= 3 %", "居民消费价格涨幅 change ~ 4 %"),
    ClauseCase("审批时限缩短1/3。", "审批时限 change = -33.3333 % !ambiguous"),
    ClauseCase("全镇地方财政收入年均达3.35亿元。", "全镇地方财政收入年均 level = 335000000 元"),
    ClauseCase("粮食总产量1360万吨，减产45万吨。", "粮食总产量 level = 13600000 吨", "粮食总产量 change = -450000 吨"),
    ClauseCase("吞吐量1306万标箱，微跌0.7%。", "吞吐量 level = 13060000 标箱", "吞吐量 change = -0.7 %"),
    ClauseCase(
      "财政收入任务152万，完成167万。", "财政收入任务 level = 1520000 元", "财政收入任务 level = 1670000 元"),
    ClauseCase(
      "资产总额、销售收入分别增长29%和38%。", "资产总额 change = 29 %", "销售收入 change = 38 %"),
    ClauseCase(
      "实现利润715万元，完成税金268万元。分别增长12.4%和19.8%。", "利润 level = 7150000 元", "税金 level = 2680000 元",
      "利润 change = 12.4 %", "税金 change = 19.8 %"),
    ClauseCase(
      "财政总收入由2000年的171亿元增加到425亿元，比“十五”计划目标275亿元超过150亿元。", "财政总收入 level = 17100000000 元",
      "财政总收入 level = 42500000000 元", "财政总收入 level > 15000000000 元"),
    ClauseCase(
      "财政收入3.86亿元，完成调整预算的100.8%，增长11.6%。", "财政收入 level = 386000000 元", "财政收入调整预算 level = 100.8 %",
      "财政收入 change = 11.6 %"),
    ClauseCase(
      "财政收入1.62亿元，超收860万元，增长9.5%。", "财政收入 level = 162000000 元", "财政收入超收 level = 8600000 元",
      "财政收入 change = 9.5 %"),
    ClauseCase("一般公共收入预算增长10%。", "一般公共收入预算 change = 10 %"),
    ClauseCase(
      "播种面积214万亩，粮食产量再创新高，达到13.6亿斤。", "播种面积 level = 2140000 亩", "粮食产量 level = 1360000000 斤"),
    ClauseCase(
      "工业产值2亿元，占总产值的比重由31%上升到38%。", "工业产值 level = 200000000 元", "工业产值占总产值的比重 level = 31 %",
      "工业产值占总产值的比重 level = 38 %"),
    ClauseCase(
      "PM10、PM2.5平均浓度分别下降5%、6%。", "PM10平均浓度 change = -5 %", "PM2.5平均浓度 change = -6 %"),
    ClauseCase("高端纺织产业迈上千亿台阶。", "高端纺织产业 level >= 100000000000 元"),
    ClauseCase("PM2.5浓度由每立方米70微克下降到48微克。", "PM2.5浓度 level = 70 微克/立方米", "PM2.5浓度 level = 48 微克"),
    ClauseCase("二氧化硫、化学需氧量分别下降2.7%和3.7%。", "二氧化硫 change = -2.7 %", "化学需氧量 change = -3.7 %"),
    ClauseCase("广播、电视综合覆盖率分别达96%、97.1%。", "广播综合覆盖率 level = 96 %", "电视综合覆盖率 level = 97.1 %"),
    ClauseCase("调解成功率96%。", "调解成功率 level = 96 %"),
    ClauseCase("日污水、垃圾处理能力分别达62万吨和540吨。", "日污水处理能力 level = 620000 吨", "垃圾处理能力 level = 540 吨"),
  ])
  func wordings(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "固定资产投资增长9.7%、工业增加值增长5%，均居全省第一。", "固定资产投资 change = 9.7 %", "工业增加值 change = 5 %",
      "固定资产投资 rank = 1 位", "工业增加值 rank = 1 位"),
    ClauseCase(
      "企业工作站增至59个，数量居各市首位。", "企业工作站 level = 59 个", "企业工作站数量 rank = 1 位"),
    ClauseCase("百强城市排名由2015年的83位上升到2020年的71位。", "百强城市 rank = 83 位", "百强城市 rank = 71 位"),
    ClauseCase(
      "生产总值增长9%，财政收入增长8%。以上两项增幅在全省分别排第二、第三位。", "生产总值 change = 9 %", "财政收入 change = 8 %",
      "生产总值 rank = 2 位", "财政收入 rank = 3 位"),
    ClauseCase("在全省目标责任制考核中名列第一。", "全省目标责任制考核 rank = 1 位"),
    ClauseCase("在全省104个县科学发展考核中排第12位。", "科学发展考核 rank = 12 位"),
    ClauseCase("企业达到10家，苏北第一。", "企业 level = 10 家", "企业 rank = 1 位"),
    ClauseCase("居民收入增速走在全省前列，各项改革走在全省前列。", "居民收入增速 rank ref - 位"),
    ClauseCase("位列先进制造业百强榜75名、城市创新百强榜61名。", "先进制造业百强榜 rank = 75 位", "城市创新百强榜 rank = 61 位"),
    ClauseCase("便利度排名从全球第73位提高到第28位。", "便利度排名 rank = 73 位", "便利度排名 rank = 28 位"),
    ClauseCase("综合实力稳居全国大中城市十强。", "综合实力 rank <= 10 位"),
    ClauseCase("3家企业入围中国500强。", "企业入围中国500强 level = 3 家"),
    ClauseCase("集团跃居世界500强第172位。", "集团世界500强 rank = 172 位"),
    ClauseCase("专利申请量5件，跻身中国创新百强区前五。", "专利申请量 level = 5 件", "中国创新百强区 rank <= 5 位"),
  ])
  func ranks(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }
}
