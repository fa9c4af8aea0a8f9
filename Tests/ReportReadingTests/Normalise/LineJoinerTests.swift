import Testing

@testable import ReportReading

struct LineJoinerTests {
  /// Long lines that end sentences, so that a text is prose.
  static let prose = [
    "过去一年，面对复杂严峻的形势，我们坚持稳中求进，经济社会发展取得新的成绩。", "全年地区生产总值增长6.5%，财政收入增长5.2%，城乡居民收入稳步提高。",
    "坚持以人民为中心的发展思想，全力办好十件实事，群众获得感不断增强。",
  ]

  @Test func joinsALineBrokenByMishap() throws {
    let text = (Self.prose + ["11.“11157”工程:是指各街镇(金山工业区)建设1个市", "民健身中心,全区范围内统筹建设1个场馆。"]).joined(separator: "\n")
    #expect(try paragraphs(text).last == "11.“11157”工程：是指各街镇（金山工业区）建设1个市民健身中心，全区范围内统筹建设1个场馆。")
  }

  @Test(arguments: ["实行“以县为主”\n\n的管理体制。", "财政收入增长8\n%，高于计划。", "社会稳定。各级认真开展了“三讲”、“三个代表”学习\n\n教育，干部素质提高。"])
  func joinsWhatCannotStartAParagraph(text: String) throws {
    let expected = text.filter { $0 != "\n" }
    #expect(try paragraphs((Self.prose + [text]).joined(separator: "\n")).last == expected)
  }

  @Test(arguments: [
    "全县工业总产值达到\n21.5亿元，增长8%。", "粮食产量\n21.5万吨，增长8%。", "建成标准厂房\n15万平方米。", "（一）发展工业。财政收入力争\n3.2亿元，增长8%。",
    "新建道路达到\n8.5公里、新增\n5个项目。",
    "全年实际利用外资和进出口总额分别达到了2.\n1亿美元和3亿美元。",
  ])
  func joinsAmountsToWhatTheyAreOf(text: String) throws {
    #expect(try paragraphs("某县政府工作报告\n" + text).last == text.filter { $0 != "\n" })
  }

  @Test func countsMayOpenAParagraph() throws {
    #expect(try paragraphs("某县政府工作报告\n（一）项目建设\n5个项目开工。").suffix(2) == ["（一）项目建设", "5个项目开工。"])
  }

  @Test func joinsOverAPageNumber() throws {
    let text = "标题\n" + Self.prose.joined(separator: "\n") + "\n农业总产值完成10.1亿元，比上年增长4%，其中种植\n- 5 -\n业5.3亿元，增长6%。"
    #expect(try paragraphs(text).last == "农业总产值完成10.1亿元，比上年增长4%，其中种植业5.3亿元，增长6%。")
  }

  @Test func joinsOverTheJumpsOfNewspapers() throws {
    let text = Self.prose + ["城镇登记失业率控制在4%以内，（紧转03版）", "（紧接02版）居民消费价格涨幅控制在3.5%以内。", "工作取得成效。(下转第2版)", "（上接第1版）继续推进改革。"]
    #expect(
      try paragraphs(text.joined(separator: "\n\n")).suffix(3) == [
        "城镇登记失业率控制在4%以内，居民消费价格涨幅控制在3.5%以内。", "工作取得成效。", "继续推进改革。",
      ])
  }

  @Test func joinsWrappedLines() throws {
    let sentence = "坚持稳中求进工作总基调，贯彻新发展理念，按照高质量发展要求，着力稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期"
    let body = (0..<6).map { _ in sentence }.joined(separator: "，") + "。"
    let characters = Array(body)
    let lines = stride(from: 0, to: characters.count, by: 30).map {
      String(characters[$0..<min($0 + 30, characters.count)])
    }
    let text = "一、工作回顾\n" + lines.joined(separator: "\n") + "\n二、工作安排\n今年的目标是增长6%。"
    #expect(try paragraphs(text) == ["一、工作回顾", body, "二、工作安排", "今年的目标是增长6%。"])
  }

  @Test func joinsWrappedParagraphsThatStartIndented() throws {
    let sentence = "坚持稳中求进工作总基调，贯彻新发展理念，全面推进各项工作。"
    let body = String(repeating: sentence, count: 6)
    let characters = Array("\u{3000}\u{3000}" + body)
    let lines = stride(from: 0, to: characters.count, by: 29).map {
      String(characters[$0..<min($0 + 29, characters.count)])
    }
    let text = Array(repeating: lines, count: 3).joined().joined(separator: "\n")
    #expect(try paragraphs(text) == [body, body, body])
  }

  @Test func joinsWrappedParagraphsThatBlankLinesSeparate() throws {
    let body = String(repeating: "坚持稳中求进工作总基调，贯彻新发展理念，全面推进PM2.5治理。", count: 8)
    let characters = Array(body)
    let lines = stride(from: 0, to: characters.count, by: 23).map {
      String(characters[$0..<min($0 + 23, characters.count)])
    }
    let session = "（2020年1月9日在某市第十七届人大三次会议上）"
    let text = ["某市政府工作报告", session, "某市市长李四", ""] + lines + [""] + lines + [""] + lines
    #expect(
      try paragraphs(text.joined(separator: "\n")) == ["某市政府工作报告", session, "某市市长李四", body, body, body])
  }

  @Test func keepsListsApart() throws {
    let items = ["生产总值增长9.5%，规模以上工业增加值增长14.5%", "城乡居民收入分别增长8.6%和9.3%", "全社会固定资产投资增长23.6%，增速居全省第二"]
    #expect(try paragraphs(items.joined(separator: "\n")) == items)
  }

  @Test func keepsTitlesAndHeadingsApart() throws {
    let text =
      ["某市2020年政府工作报告", "——2020年1月9日在某市第十七届人民代表大会第三次会议上", "某市市长 李四", "各位代表："] + Self.prose
      + ["一、主要任务", "（一）推动高质量发展，建设现代产业体系", "（二）深化改革"] + Self.prose
    let expected = text.map { $0 == "某市市长 李四" ? "某市市长李四" : $0 }
    #expect(try paragraphs(text.joined(separator: "\n")) == expected)
    #expect(try paragraphs(text.joined(separator: "\n\n")) == expected)
  }

  @Test(arguments: [
    (
      "民生工作扎实推进，办成十件实事。（三）改革开放不断深化\n着力推进改革，取得成效。",
      ["民生工作扎实推进，办成十件实事。", "（三）改革开放不断深化", "着力推进改革，取得成效。"]
    ),
    (
      "我们一定能够实现振兴崛起！二、2019年工作安排 2019年是中华人民共和国成立70周年，是全面建成小康社会的关键之年，意义重大。",
      ["我们一定能够实现振兴崛起！", "二、2019年工作安排", "2019年是中华人民共和国成立70周年，是全面建成小康社会的关键之年，意义重大。"]
    ),
    ("经济增长6%。\u{3000}\u{3000}投资增长5%。<br>收入增长7%。", ["经济增长6%。", "投资增长5%。", "收入增长7%。"]),
    ("增加值增长6%。一、二、三产分别增长4%、10.7%和11%", ["增加值增长6%。一、二、三产分别增长4%、10.7%和11%"]),
    ("一、感恩前行 笃行实干的2022\n今年工作成效明显。", ["一、感恩前行笃行实干的2022", "今年工作成效明显。"]),
  ])
  func setsOffHeadingsWithinLines(text: String, expected: [String]) throws {
    #expect(try paragraphs(text) == expected)
  }

  @Test func joinsABrokenNumber() throws {
    #expect(try paragraphs((Self.prose + ["全年完成投资12", ".5亿元。"]).joined(separator: "\n")).last == "全年完成投资12.5亿元。")
    #expect(
      try paragraphs((Self.prose + ["全县今年新建垃圾处理场6", "5座、公园2座。"]).joined(separator: "\n")).last == "全县今年新建垃圾处理场65座、公园2座。"
    )
  }
}
