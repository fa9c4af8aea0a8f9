import Testing

@testable import ReportReading

/// Normalises a text and gives its paragraphs.
func normalised(_ text: String) throws -> NormalisedText {
  let source = try SourceText(decoding: Array(text.utf8))
  return NormalisedText(CleanedLines(source), of: source)
}

func paragraphs(_ text: String) throws -> [String] {
  let result = try normalised(text)
  return result.paragraphs.map { result.string($0) }
}

struct NormalisedTextTests {
  @Test(arguments: [
    // Traditional characters.
    ("與時俱進，著力發展經濟，取得顯著成績，創建著名品牌。圍繞著目標，乾部群眾在乾隆年間的古城", "与时俱进，着力发展经济，取得显著成绩，创建著名品牌。围绕着目标，干部群众在乾隆年间的古城"),
    ("瞭解群眾需要，計畫建設森林瞭望塔，憑藉優勢", "了解群众需要，计划建设森林瞭望塔，凭借优势"),
    ("說明產業鏈條裡的佔比於後年", "说明产业链条里的占比于后年"),
    ("著名景区、皇后镇、乾安县、什么、瞭望塔", "著名景区、皇后镇、乾安县、什么、瞭望塔"),
    ("⼀年来⾦融业增长，㈠经济、樂山", "一年来金融业增长，（一）经济、乐山"),
    // Width and punctuation.
    ("增长１０．５％以上，完成５０亿元", "增长10.5%以上，完成50亿元"),
    ("深化改革，各项工作落地见效.建成国家级示范学校两所。卡尔.马克思著", "深化改革，各项工作落地见效。建成国家级示范学校两所。卡尔.马克思著"),
    ("单产达628公斤.完成土地整理项目2个,增长17.3%.多项指标居前.", "单产达628公斤。完成土地整理项目2个，增长17.3%。多项指标居前。"),
    ("(一)工业迈出新步伐.新竣工项目4个.", "（一）工业迈出新步伐。新竣工项目4个。"),
    ("一.2011年工作回顾,二.工作安排.", "一.2011年工作回顾，二.工作安排。"),
    ("治理PM2.5,举办中国.成都展会。", "治理PM2.5，举办中国.成都展会。"),
    ("工作,包括:一是(略);二是好!", "工作，包括：一是（略）；二是好！"),
    ("就业18,954个,比例40:60,时间9:30", "就业18,954个，比例40:60，时间9:30"),
    ("调整为9.6：45.9∶44.5", "调整为9.6:45.9:44.5"),
    ("投资1～2亿元，西安－铜川，10〜12个", "投资1~2亿元，西安-铜川，10~12个"),
    ("实施“十三五〞规划和\"一带一路\"、「雙百」", "实施“十三五”规划和“一带一路”、“双百”"),
    ("增长30%,;外贸,、出口,,增长。。", "增长30%；外贸、出口，增长。"),
    ("控制在7.2%,。以内,;收入", "控制在7.2%以内；收入"),
    ("全年投资额62·8亿元，比例由19·6:44·3:36·1调整，“6·18”洪水", "全年投资额62.8亿元，比例由19.6:44.3:36.1调整，“6·18”洪水"),
    ("规上工业产值 8 8.5 亿元", "规上工业产值88.5亿元"),
    ("增长6。5%，投资1，200万元，完成3·2亿元，2019年。5月，“5·18”活动，居第1。88%的村", "增长6.5%，投资1,200万元，完成3.2亿元，2019年。5月，“5·18”活动，居第1。88%的村"),
    ("－－在某某区人民代表大会上--区长", "——在某某区人民代表大会上——区长"),
    // Space.
    ("产值 1.6 个百分点、签约 单位\u{3000}63 家、PM 2.5 与 T800 研发", "产值1.6个百分点、签约单位63家、PM2.5与T800研发"),
    ("办好 Smart City 展会\u{200B}，达到1 234 567元", "办好Smart City展会，达到1234567元"),
    ("解决问题1 100余条，零售总额110 8亿元，学位2.5 5万个，总投资1 0 68亿元，道路41 93公里", "解决问题1100余条，零售总额1108亿元，学位2.55万个，总投资1068亿元，道路4193公里"),
    ("新建社区2 1个，达到1 69.4亿元，由21 43 36调整为9.8 39.8 40.4。", "新建社区21个，达到169.4亿元，由21 43 36调整为9.8 39.8 40.4。"),
    // Notes and pinyin.
    ("属地地区生产总值增长6.7%1(注解1: 文中为预计数。)。第三产业", "属地地区生产总值增长6.7%。第三产业"),
    ("抓好“两个统筹”[1]，实施“135”工程【12】，加强治理³", "抓好“两个统筹”，实施“135”工程，加强治理"),
    ("绿地30万m²，〔2018〕3号文", "绿地30万m²，〔2018〕3号文"),
    ("鎮(zhèn)農(nóng)業(yè)(含林业)", "镇农业（含林业）"),
    // Markup.
    ("增长5&permil;，2&times;35万千瓦&nbsp;机组<b>投产</b>\\*", "增长5‰，2×35万千瓦机组投产*"),
    // Masks stay.
    ("20*年，党的**精神，××镇，“**”规划", "20*年，党的**精神，××镇，“**”规划"),
    // Damaged digits.
    ("增长7O.5%、3l.2%，投资I50万元，20O个，２０家，通过ISO14000和O2O、P2P平台", "增长70.5%、31.2%，投资150万元，200个，20家，通过ISO14000和O2O、P2P平台"),
    ("增长l5.l%，为IOl.2%，下降lO%，获奖Il项，l万平方米，lO0家，取缔摊点l0处", "增长15.1%，为101.2%，下降10%，获奖11项，1万平方米，100家，取缔摊点10处"),
    ("接近OO项，OK镇，I类水，Illinois大学", "接近OO项，OK镇，I类水，Illinois大学"),
    ("二○○五年、二O一二年、二0一九年", "二〇〇五年、二〇一二年、二〇一九年"),
    ("中国?延边，行不行?", "中国?延边，行不行？"),
  ])
  func givesOneForm(text: String, expected: String) throws {
    #expect(try paragraphs(text) == [expected])
    #expect(try paragraphs(expected) == [expected])
  }

  @Test func keepsCleanTextAsItIs() throws {
    let text = "一、2019年工作回顾\n过去一年，增长6.5%左右，财政收入487.9亿元；新增“四好农村路”10公里，PM2.5浓度37微克/立方米。\n"
    #expect(try String(decoding: normalised(text).bytes, as: UTF8.self) == text)
  }

  @Test func readsMarkdown() throws {
    let text = try normalised(
      "---\ntitle: x\n---\n# 报告\n**一、回顾**\n**经济平稳。**增长5%。**投资加快。**增长6%。\n　　普通段落，没有强调。")
    #expect(text.paragraphs.map { text.string($0) } == ["报告", "一、回顾", "经济平稳。增长5%。", "投资加快。增长6%。", "普通段落，没有强调。"])
    #expect(text.attributes.map(\.headingLevel) == [1, 0, 0, 0, 0])
    #expect(text.attributes.map(\.isBold) == [false, true, false, false, false])
    let bold = zip(text.attributes, text.paragraphs).map { $0.leadingBold(from: $1.lowerBound) }
    #expect(bold.map { $0.map(text.string) } == [nil, nil, "经济平稳。", "投资加快。", nil])
    #expect(text.attributes.map(\.isIndented) == [false, false, false, false, true])
  }

  @Test func mapsBackToTheSource() throws {
    let text = "鎮(zhèn)農(nóng)業(yè)總產值 １０．５ 亿元"
    let result = try normalised(text)
    let range = result.paragraphs[0]
    #expect(result.string(range) == "镇农业总产值10.5亿元")
    let source = try SourceText(decoding: Array(text.utf8))
    #expect(source.string(result.source(range)) == text)
    let number = range.upperBound - 10..<range.upperBound - 6
    #expect(result.string(number) == "10.5")
    #expect(source.string(result.source(number)) == "１０．５")
  }

  /// Fragments whose combinations make trouble.
  static let fragments = [
    "增长", "7O.5%", "１０", " ", "\u{3000}", "\n", "\n\n", "，", ",", "。", "“", "\"", "(zhèn)", "[1]", "**", "&nbsp;",
    "<br>", "著",
    "乾", "報告", "（", ")", "1", "注解1：", "①", "²", "一、", "# ", "\\", "\u{200B}", "A", "㈠", "𠮷", "𝟙", "- 3 -", "---", "l",
    "二○",
    ":", "?", "\r", "é", "e\u{301}", "\u{FFFD}", "&#x4E00;", "<!-- -->", "以内",
  ]

  @Test(arguments: 0..<40)
  func holdsItsPropertiesOnAnyText(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let text = (0..<120).map { _ in Self.fragments.randomElement(using: &generator) ?? "" }.joined() + "完"
    let source = try SourceText(decoding: Array(text.utf8))
    let result = NormalisedText(CleanedLines(source), of: source)
    #expect(result == NormalisedText(CleanedLines(source), of: source))
    #expect(String(validating: result.bytes, as: UTF8.self) != nil)
    #expect(result.map.count == result.bytes.count)
    #expect(result.attributes.count == result.paragraphs.count)
    expectMap(of: result, source: source)
    // Read in many batches, it is the same.
    let limits = GlyphLimits(batch: 1)
    #expect(result == NormalisedText(CleanedLines(source), of: source, limits: limits))
  }

  /// What is too long for any report is read in parts, which end where nothing goes over.
  @Test(arguments: [GlyphLimits(batch: 20), GlyphLimits(line: 40), GlyphLimits(batch: 30, line: 100, paragraph: 12)])
  func readsLongTextInParts(limits: GlyphLimits) throws {
    let sentence = "推进產業发展和城市建设工作，投资增长１２．５%（其中工业增长6%），乾隆年间的“古城”改造完成二○一二年的任务。"
    let text = "标题\n" + String(repeating: sentence, count: 8) + "\n" + sentence + "\n二、计划\n"
    let source = try SourceText(decoding: Array(text.utf8))
    let lines = CleanedLines(source)
    let result = NormalisedText(lines, of: source, limits: limits)
    let whole = NormalisedText(lines, of: source)
    #expect(joined(result) == joined(whole))
    #expect(limits.paragraph < 100 ? result.paragraphs.count > whole.paragraphs.count : result == whole)
    expectMap(of: result, source: source)
  }

  private func joined(_ text: NormalisedText) -> String { text.paragraphs.map { text.string($0) }.joined() }

  private func expectMap(of text: NormalisedText, source: SourceText) {
    var previous = 0
    for index in text.bytes.indices where text.bytes[index] & 0xC0 != 0x80 {
      let range = text.source(index..<index + Bytes.width(text.bytes[index]))
      #expect(range.lowerBound >= previous && range.upperBound <= source.bytes.count)
      #expect(range.isEmpty == (text.bytes[index] == 0x0A))
      let isBoundary = [range.lowerBound, range.upperBound].allSatisfy {
        $0 == source.bytes.count || source.bytes[$0] & 0xC0 != 0x80
      }
      #expect(isBoundary)
      if !range.isEmpty {
        let first = text.map.offset(ofSource: range.lowerBound)
        #expect(first <= index && text.source(first..<index + 1).lowerBound == range.lowerBound)
      }
      previous = range.lowerBound
    }
    #expect(text.paragraphs.allSatisfy { !$0.isEmpty && text.bytes[$0.upperBound] == 0x0A })
  }
}
