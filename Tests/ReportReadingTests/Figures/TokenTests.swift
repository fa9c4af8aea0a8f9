import Testing

@testable import ReportReading

@Suite struct QuantityScannerTests {
  @Test(arguments: [
    ("487.9亿元", "48790000000", "元"), ("1.6万个", "16000", "个"), ("1,234.5公里", "1234.5", "公里"), ("0.0381人", "0.0381", "人"),
    ("三百二十五亿元", "32500000000", "元"), ("一万亿元", "1000000000000", "元"), ("三十二亿五千万元", "3250000000", "元"),
    ("百分之十二", "12", "%"), ("千分之六点五", "6.5", "‰"), ("37微克/立方米", "37", "微克/立方米"), ("0.6吨标准煤/万元", "0.6", "吨标准煤/万元"),
    ("406万千伏安", "4060000", "千伏安"), ("2513.8万千瓦", "25138000", "千瓦"), ("1.3个百分点", "1.3", "个百分点"),
    ("五成", "50", "%"), ("四百五十元", "450", "元"), ("百分之五十二点五", "52.5", "%"), ("三点五亿元", "350000000", "元"),
    ("8个点", "8", "个百分点"), ("两番", "4", "倍"), ("2000万千瓦时", "20000000", "千瓦时"),
  ])
  func quantities(text: String, value: String, unit: String) throws {
    let bytes = Array((text + "，").utf8)
    let memory = WordMemory(bytes)
    defer { withExtendedLifetime(memory) {} }
    let quantity = QuantityScanner(bytes: bytes, memory: memory, units: .standard).quantity(at: 0, limit: bytes.count)
    let found = try #require(quantity)
    #expect(found.quantity.low?.description == value)
    #expect(found.quantity.unit.description == unit)
    #expect(found.end == text.utf8.count)
  }

  @Test(arguments: ["20周年", "3号线", "500强", "八个方面", "一家"])
  func nothingCounted(text: String) {
    let bytes = Array(text.utf8)
    let memory = WordMemory(bytes)
    let quantity = QuantityScanner(bytes: bytes, memory: memory, units: .standard).quantity(at: 0, limit: bytes.count)
    #expect(quantity == nil)
  }

  @Test(arguments: [
    ("2019年", PeriodMark.Rule.year(2019)), ("2001年以来", .since(2001)), ("2021-2025年", .span(2021, 2025)),
    ("“十四五”期间", .span(2021, 2025)), ("“十三五”末", .year(2020)), ("十五期间", .span(2001, 2005)), ("一九九八年", .year(1998)),
    ("今后五年", .relative(first: 0, last: 4)), ("去年", .calendar(-1)),
  ])
  func periods(text: String, rule: PeriodMark.Rule) {
    let bytes = Array(text.utf8)
    let tokenized = Tokenizer(bytes: bytes).tokenize(0..<bytes.count)
    #expect(tokenized.periods.map(\.rule) == [rule])
  }

  /// Numerals beyond any sum.
  @Test(arguments: ["总产值三.千亿亿十33中", "九千九百亿亿万万亿元", "一万亿亿亿亿项", "以上9亿亿亿亿项均居首位", "九千亿亿点一二三四五六七八九一二元"])
  func endlessNumeralsAreRead(text: String) {
    SentenceReader.withDrafts(of: text, statesTargets: true) { _ in }
  }

  /// What is described ends where anything but its words stands.
  @Test(arguments: ["引进总投资10亿元的项目（含续建）5个", "实施57个总投资983.6亿元的项目第一", "建设投资5亿元的园区、6亿元的基地2025年"])
  func marksBehindADescriptionAreRead(text: String) {
    SentenceReader.withDrafts(of: text) { #expect(!$0.isEmpty) }
  }

  @Test func anyBytesAreRead() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("增长达到分别由到、，。（）“”《》第前百千万亿十一二三0123456789.%~-:：年个元其中各占比以上均居位项x*·/成番点余多几两半亩连续来起".unicodeScalars)
    for _ in 0..<300 {
      let count = Int.random(in: 0..<60, using: &generator)
      let text = String(String.UnicodeScalarView((0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] }))
      SentenceReader.withDrafts(of: text, statesTargets: true) { drafts in
        for draft in drafts { #expect(draft.quote.lowerBound >= 0 && draft.quote.upperBound <= text.utf8.count) }
      }
    }
  }
}

/// A list longer than any clause is read in pieces, and nothing of it is lost.
@Test func endlessListsAreReadInPieces() {
  let text = "新增" + String(repeating: "公园5个、", count: 3000) + "广场6个。"
  SentenceReader.withDrafts(of: text) { #expect($0.count == 3001) }
}
