import Testing

@testable import ReportReading

/// Sentences that need no tokens.
@Suite struct PlainSentenceTests {
  private func kinds(_ text: String, _ scope: Tokenizer.Scope) -> [Token.Kind] {
    let bytes = Array(text.utf8)
    return Tokenizer(bytes: bytes).tokenize(0..<bytes.count, scope: scope).tokens.map(\.kind)
  }

  @Test(arguments: [
    "坚持稳中求进，统一思想，推进一体化发展。", "大力弘扬“敢想。敢干”的精神，认真落实《一次分配方案》。", "前景广阔，首先要加快转型，扩大开放。",
    "坚决打赢攻坚战",
  ])
  func plain(text: String) {
    let mark: [Token.Kind] = text.hasSuffix("。") ? [.stop] : []
    #expect(kinds(text, .numbers) == [.text] + mark)
    #expect(kinds(text + "新建学校8所。", .numbers).contains(.quantity) == true)
  }

  @Test(arguments: [
    "新建学校8所。", "五年来，我们坚持发展。", "去年，我们坚持发展。", "总量居全省第三，质量提高。", "跻身全省前列，影响扩大。", "规模翻番，效益提高。",
    "质量提高（含民营企业），效益提高。", "培育企业两家，效益提高。", "“十四五”期间，我们坚持发展。", "增速保持两位数，效益提高。",
  ])
  func notPlain(text: String) {
    let marks: [Token.Kind] = [.text, .word, .comma, .stop]
    #expect(kinds(text, .numbers).filter { !marks.contains($0) } == kinds(text, .all).filter { !marks.contains($0) })
    #expect(kinds(text, .numbers).contains { !marks.contains($0) })
  }

  @Test func clausesBehindTheLastNumber() {
    let text = "新建学校8所，办学条件改善，坚持内涵发展。"
    #expect(kinds(text, .numbers).suffix(3) == [.comma, .text, .stop])
    #expect(kinds(text, .numbers).prefix { $0 != .comma } == kinds(text, .all).prefix { $0 != .comma })
    // Each part begins anew what adds up.
    #expect(kinds("新建学校8所；办学条件改善；质量提高。", .numbers).count { $0 == .semicolon } == 2)
  }

  @Test func boundsCountWhereTheyAreRead() {
    let text = "居民收入增速高于全省平均水平，环境改善。"
    #expect(kinds(text, .numbers) == [.text, .stop])
    #expect(kinds(text, .numbersAndBounds).contains(.word))
    let term = "下届政府的主要目标是，经济发展。"
    #expect(kinds(term, .numbers) == [.text, .stop])
    #expect(kinds(term, .numbersAndBounds).contains(.comma))
  }

  /// What is told of a number by the words before it, these in its own sentence.
  @Test(arguments: [
    ("人均期望寿命提高。经过改革开放20多年的建设，面貌一新。", 0), ("人均期望寿命提高20多岁，面貌一新。", 1),
  ])
  func contextEndsWithTheSentence(text: String, quantities: Int) {
    #expect(kinds(text, .all).count { $0 == .quantity } == quantities)
  }
}

@Suite struct CharacterCountTests {
  @Test(arguments: ["", "a", "增长8%", "县區鄉鎮é𠀀ab", "一二三四五六七八九十"])
  func characters(text: String) {
    #expect(Array(text.utf8).span.characterCount == text.unicodeScalars.count)
  }
}
