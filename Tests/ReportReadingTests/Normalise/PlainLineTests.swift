import Testing

@testable import ReportReading

/// Lines that are copied are what they would be if they were read character by character.
struct PlainLineTests {
  /// What lines are made of: characters that may stand as they do, and such as their neighbours change.
  private static let parts = [
    "增长", "产值", "在", "十", "一", "二〇", "年", "以内", "注", "版", "下转", "各位代表", "附件", "第", "5", "12", "0", "20", "300", "7.2%",
    "O", "l", "GDP", "ISO", "a", "，", "。", "、", "；", "：", "？", "！", ",", ".", ":", ";", "?", "!", "%", "·", "-", "--",
    "—",
    "“", "”", "\"", "（", "）", "(", ")", "【", "】", "[", "]", "*", "**", "①", "③", "²", "×", "某", " ", "　", "\u{A0}",
    "\t", "&", "<", "#",
    "－", "５", "個", "著", "着力", "覆", "反覆", "覆盖", "乾", "成效显著。**", "** ", "zhèn", "𠮷", "\u{301}", "\u{200B}", "~", "+", "/",
    "\\",
  ]

  @Test(arguments: 0..<8) func areWhatTheirGlyphsSay(seed: UInt64) throws {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    for _ in 0..<60 {
      // With two lines in bold type asterisks are markup.
      var text = seed % 2 == 0 ? "二、全年工作\n" : "**二、全年工作**\n**三、**\n"
      for _ in 0..<30 {
        // Most lines of most parts that need no care, so that all sorts of lines occur.
        let most = next(3) == 0 ? Self.parts.count : 24
        if next(6) == 0 { text += "**" }
        for _ in 0...next(12) { text += Self.parts[next(next(4) == 0 ? Self.parts.count : most)] }
        text += next(5) == 0 ? "\n\n" : "\n"
      }
      let source = SourceText(decoded: Array(text.utf8))
      let lines = CleanedLines(source)
      var limits = GlyphLimits()
      let copied = NormalisedText(lines, of: source, limits: limits)
      limits.copiesPlainLines = false
      let read = NormalisedText(lines, of: source, limits: limits)
      #expect(copied.string(0..<copied.bytes.count) == read.string(0..<read.bytes.count))
      #expect(copied == read)
    }
  }
}
