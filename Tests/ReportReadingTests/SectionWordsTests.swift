import Testing

@testable import ReportReading

@Suite struct SectionWordsTests {
  /// Sections by where their headings stand in the text: each ends where the next of its depth or above begins.
  private func sections(_ text: String, _ headings: [(String, depth: Int)]) -> [Section] {
    let bytes = Array(text.utf8)
    let starts = headings.map { heading in
      (0..<bytes.count).first { bytes[$0...].starts(with: heading.0.utf8) } ?? 0
    }
    return headings.indices.map { i in
      let end = headings.indices.first { $0 > i && headings[$0].depth <= headings[i].depth }
      let parent = headings.indices.last { $0 < i && headings[$0].depth < headings[i].depth }
      let range = starts[i]..<(end.map { starts[$0] } ?? bytes.count)
      return Section(
        parent: parent, depth: headings[i].depth, kind: .other, heading: headings[i].0,
        sourceHeading: starts[i]..<starts[i] + headings[i].0.utf8.count, source: range)
    }
  }

  private let text = "一、工作回顾\n开头的话。\n（一）经济增长。全年增长6.5%。\n（二）民生改善。新增床位７００张。\n二、工作安排\n繼續努力。\n"
  private let headings = [("一、工作回顾", depth: 1), ("（一）经济增长", depth: 2), ("（二）民生改善", depth: 2), ("二、工作安排", depth: 1)]

  @Test func eachSectionHasItsOwnWordsOnly() {
    let words = SectionWords(of: SourceText(decoded: Array(text.utf8)), sections: sections(text, headings))
    let texts = words.texts.map { String(decoding: $0, as: UTF8.self) }
    #expect(texts[0] == "一、工作回顾\n开头的话。\n")
    #expect(texts[1] == "（一）经济增长。全年增长6.5%。\n")
    #expect(texts[2] == "（二）民生改善。新增床位700张。\n")
    #expect(texts[3].hasPrefix("二、工作安排\n"))
  }

  @Test func readingGivesTheSameWordsAsTheStoredTextDoes() throws {
    let report = try ReportReader().read(Array("2020年金山区政府工作报告\n\(text)".utf8))
    #expect(report.words == SectionWords(of: report.text, sections: report.sections))
  }

  @Test(arguments: [
    ("增长6.5%，GDP", "增 长 6 5 % g d p "), ("PM2.5 μg／Ω", "p m 2 5 μ g ω "), ("", ""), ("。，、", ""),
    ("𠀀㐀℃‰", "𠀀 㐀 ℃ ‰ "),
  ]) func charactersAreSetApart(text: String, separated: String) {
    #expect(String(decoding: SearchWords.separated(Array(text.utf8)), as: UTF8.self) == separated)
  }

  @Test(arguments: [("養老床位", "养老床位"), ("ＧＤＰ", "gdp"), (" 7 00 ", "700"), ("6.5％", "6.5%")])
  func aPersonsWordsTakeTheFormOfTheText(words: String, normalised: String) {
    #expect(String(decoding: SearchWords.normalised(words), as: UTF8.self) == normalised)
  }
}
