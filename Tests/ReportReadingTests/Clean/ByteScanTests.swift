import Testing

@testable import ReportReading

/// What takes several bytes at once finds what a look at each of them does.
struct ByteScanTests {
  /// Numbers that follow from a seed.
  private struct Random {
    var state: UInt64

    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  private static func text(_ random: inout Random, of parts: [String], count: Int) -> String {
    (0..<random.next(count)).map { _ in parts[random.next(parts.count)] }.joined()
  }

  private static let characters = [
    "增长", "市", "，", "。", "“", "”", "—", "7", "2020", "abc", "·", "é", "𠮷", "\u{E000}", "가", "ࠀ", "\u{2028}", "\u{2029}",
    "\u{2010}", "\n", "\r\n", "\t", "\u{1}", " ", "　",
  ]

  @Test(arguments: 0..<40) func countsCharacters(seed: UInt64) {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let text = Self.text(&random, of: Self.characters, count: 3000)
    let bytes = Array(text.utf8)
    #expect(bytes.span.characterCount == text.unicodeScalars.count)
    let survey = UTF8Scanner.survey(bytes, from: 0)
    #expect(survey.invalid == 0)
    #expect(survey.multibyte == text.unicodeScalars.count { $0.value >= 0x80 })
    #expect(survey.controls == text.unicodeScalars.count { $0.value == 1 })
  }

  @Test(arguments: 0..<200) func findsDamage(seed: UInt64) {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var bytes = Array(Self.text(&random, of: ["增", "长", "，", "市", "0", "가"], count: 60).utf8)
    for _ in 0..<random.next(4) where !bytes.isEmpty {
      bytes[random.next(bytes.count)] = [0x80, 0xBF, 0xE0, 0xED, 0xE4, 0xF0, 0x30, 0xC0][random.next(8)]
    }
    var first: Int?
    var position = 0
    while position < bytes.count, first == nil {
      let length = UTF8Scanner.validLength(in: bytes, at: position)
      if length == 0 { first = position }
      position += length
    }
    #expect(UTF8Scanner.survey(bytes, from: 0).firstInvalid == first)
  }

  @Test(arguments: 0..<40) func findsTheEndsOfLines(seed: UInt64) {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let bytes = Array(Self.text(&random, of: Self.characters, count: 60).utf8)
    for start in bytes.indices {
      let end = bytes.indices[start...].first {
        bytes[$0] < 0x10 || [[0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]].contains(Array(bytes[$0...].prefix(3)))
      }
      #expect(LineEnds.skip(bytes.span, from: start) == end ?? bytes.count)
    }
  }

  /// Words of the rules and such as are near them, cut and put together.
  private static let words = [
    "来源于", "网友", "上传", "不代表", "本站", "观点", "（", "(zhèn)", "時間", "時間：", "时间:", "责任编辑", "記者攝", "报道", " ", "　", "政府",
    "工作", "增长8%", "，", "。", "第3页", "12", "Powered", "by", "首页", ">", "[图片]", "为你", "推荐", "阅读", "市长", "一", "全面", "版权",
    "归作者",
    String(repeating: "推动经济高质量发展", count: 3), String(repeating: "改善民生", count: 40),
  ]

  @Test(arguments: 0..<400) func passesNoChrome(seed: UInt64) {
    var random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let rules = ChromeRules.shared
    let line = Array(Self.text(&random, of: Self.words, count: 12).utf8)
    guard !rules.mayFind(line.span, line.indices) else { return }
    var key = LineKey()
    key.read(line, line.indices, longest: rules.longest)
    #expect(rules.finding(key) == nil && !ChromeRules.isPageNumber(key))
    #expect(!key.isWhole || key.length > 16, "it may stand between other lines of a site")
  }
}
