import Testing

@testable import ReportReading

/// Numbers and units as old reports and those of villages and towns print them.
@Suite struct OldNumberTests {
  @Test(arguments: [
    ClauseCase(
      "植树十万株，修渠十公里，栽桑十亩，办厂十个。", "植树 level = 100000 株", "修渠 level = 10 公里", "栽桑 level = 10 亩",
      "办厂 level = 10 个"),
    ClauseCase("培训近百人，养猪上千头。", "培训 level ~ 100 人", "养猪 level >= 1000 头"),
    ClauseCase("人均占有粮食千斤，户均收入万元。", "人均占有粮食 level = 1000 斤", "户均收入 level = 10000 元"),
    ClauseCase("人均纯收入达到万元。", "人均纯收入 level = - 元 !masked"),
    ClauseCase("建设十里河、王十万黄辣椒基地，引进数十家网上百家店铺。"),
    ClauseCase("粮食总产3万5千吨，油料2千5百担。", "粮食总产 level = 35000 吨", "油料 level = 2500 担"),
    ClauseCase("税收8千5百万元。", "税收 level = 85000000 元"),
    ClauseCase("税收1千2百多万元。", "税收 level > 12000000 元"),
    ClauseCase("工业产值1亿2000万元。", "工业产值 level = 120000000 元"),
    ClauseCase("人均收入3百6十元。", "人均收入 level = 360 元"),
    ClauseCase("外资3千万元。", "外资 level = 30000000 元"),
    ClauseCase("粮食总产3万5000公斤，人口1万零50人。", "粮食总产 level = 35000 公斤", "人口 level = 10050 人"),
    ClauseCase(
      "百元产值占用资金由三十四元二角下降到三十一元五角，成本降低百分之一点八。", "百元产值占用资金 level = 34.2 元",
      "百元产值占用资金 level = 31.5 元", "成本 change = -1.8 %"),
    ClauseCase("人均工资12元5角。", "人均工资 level = 12.5 元"),
    ClauseCase("每公斤提价2分。", "每公斤提价 level = 0.02 元"),
    ClauseCase("扶持十来户专业户，投资20来万元。", "扶持专业户 level > 10 户", "扶持专业户投资 level > 200000 元"),
  ])
  func numerals(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase(
      "超千万元的乡镇六个，科技成果奖七项，仍有五户亏损。", "超千万元的乡镇 level = 6 个", "科技成果奖 level = 7 项",
      "科技成果奖亏损 level = 5 户"),
    ClauseCase("新建农贸市场一处，面积3000平方米。", "新建农贸市场 level = 1 处", "新建农贸市场面积 level = 3000 平方米"),
    ClauseCase("公路六条，小学一所。", "公路 level = 6 条", "小学 level = 1 所"),
    ClauseCase("坚持成熟一个、推进一个，发现一起、查处一起，不漏一户，干一件，成一件。"),
    ClauseCase("出台暖心十条，举办铁人三项，不发展是死路一条。"),
    ClauseCase("召开三个会议，抓好七项工作，扶持五户联保。"),
  ])
  func smallCounts(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }

  @Test(arguments: [
    ClauseCase("动土方42万方，天然气产量7亿方。", "动土方 level = 420000 方", "天然气产量 level = 700000000 方"),
    ClauseCase("出笼家禽35万羽，产鞋5000万双，蜂箱2600群。", "出笼家禽 level = 350000 羽", "产鞋 level = 50000000 双", "蜂箱 level = 2600 群"),
    ClauseCase("微课2万节，冷饮30万支。", "微课 level = 20000 节", "冷饮 level = 300000 支"),
    ClauseCase("深化万名干部进万企、改造万华、苏万宝等商圈，实现2.15万剩余贫困人口脱贫。", "剩余贫困人口脱贫 level = 21500 人"),
    ClauseCase("发电量1.2亿千瓦小时，投工20万工日。", "发电量 level = 120000000 千瓦小时", "投工 level = 200000 工日"),
    ClauseCase("抗旱浇地1100万亩次。", "抗旱浇地 level = 11000000 亩次"),
    ClauseCase("出生率下降1.2个千分点。", "出生率 change = -1.2 个千分点"),
    ClauseCase("解决2600口人、1800头（只）牲畜饮水问题。", "解决牲畜饮水问题 level = 2600 人", "解决牲畜饮水问题 level = 1800 头（只）"),
    ClauseCase("群众安全感测评得分98.2分。", "群众安全感测评得分 level = 98.2 分"),
    ClauseCase("环境质量综合指数保持85分以上。", "环境质量综合指数 level >= 85 分"),
    ClauseCase("召开15分钟会议，建立3方共管机制，十分重视。"),
    ClauseCase("出生人口性别比由129降至118。", "出生人口性别比 level = 129 ", "出生人口性别比 level = 118 "),
    ClauseCase("性别比控制在107以内，空气质量综合指数4.2。", "性别比 level <= 107 ", "空气质量综合指数 level = 4.2 "),
    ClauseCase("财政收入同比+12.4%，用电量同比-3.2%。", "财政收入 change = 12.4 %", "用电量 change = -3.2 %"),
  ])
  func units(_ sample: ClauseCase) { #expect(sample.found() == sample.figures) }
}
