import Testing

@testable import ReportReading

/// Words read as the characters they are, wherever in a text they stand.
@Suite struct WordsTests {
  /// Calls back with a text as a stretch of a longer one.
  private func withWords(_ text: String, _ body: (Words) -> Void) {
    let bytes = Array("各位代表：\(text)。".utf8)
    let memory = WordMemory(bytes)
    defer { withExtendedLifetime(memory) {} }
    body(Words(memory, 15..<(bytes.count - 3)))
  }

  @Test(arguments: ["", "率", "GDP", "人均GDP", "居民消费价格总水平", "𠀀字"])
  func countAndEnds(text: String) {
    withWords(text) { words in
      #expect(words.count == text.count && words.isEmpty == text.isEmpty && words.description == text)
      #expect(words.first == text.unicodeScalars.first && words.last == text.unicodeScalars.last)
      for n in 0...12 {
        #expect(words.prefix(n).description == text.prefix(n) && words.suffix(n).description == text.suffix(n))
        #expect(words.dropFirst(n).description == text.dropFirst(n))
        #expect(words.dropLast(n).description == text.dropLast(n))
      }
    }
  }

  @Test func comparing() {
    withWords("城镇居民收入", comparing)
  }

  private func comparing(_ words: Words) {
    #expect(words == "城镇居民收入" && words != "居民收入" && words == Words("城镇居民收入"))
    #expect(words.hasPrefix("城镇") && !words.hasPrefix("镇") && words.hasSuffix("收入") && !words.hasSuffix("收"))
    #expect(words.contains("居民") && !words.contains("村民") && words.isOne(of: ["收入", "城镇居民收入"]))
    #expect(words.firstRange(of: Words("居民")) == words.firstRange(of: "居民"))
    #expect(words.hasSuffix(Words("收入")) && words.hasPrefix(Words("城镇")))
  }

  @Test func puttingTogether() {
    withWords("新增公园") { words in
      let parts = [words.prefix(2), words.suffix(2)]
      #expect((parts[1] + parts[0] + "个数").description == "公园新增个数")
      #expect(parts.joined(separator: "、").description == "新增、公园")
      // More than one piece of memory holds, and words that are longer than a piece.
      let long = (0..<14).reduce(words) { long, _ in long + long }
      #expect(long.byteCount == words.byteCount << 14 && long.hasPrefix("新增公园") && long.hasSuffix("公园"))
      #expect(parts[0].description == "新增")
    }
    #expect((Words("元/") + "人").description == "元/人")
  }

  /// Reading the lists ends the program where the table lacks one or has one that nothing reads.
  @Test func grammarListsAreWhole() {
    let lists = GrammarLists.standard
    #expect(
      [lists.funds, lists.rules, lists.papers, lists.counters, lists.areas, lists.vague].allSatisfy { !$0.isEmpty })
  }
}
