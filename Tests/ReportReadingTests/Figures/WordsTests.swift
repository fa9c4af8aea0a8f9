import Testing

@testable import ReportReading

/// Words read as the characters they are, wherever in a text they stand.
@Suite struct WordsTests {
  /// `text` as a stretch of a longer text.
  private func words(_ text: String) -> Words {
    let bytes = Array("各位代表：\(text)。".utf8)
    return Words(bytes, 15..<(bytes.count - 3))
  }

  @Test(arguments: ["", "率", "GDP", "人均GDP", "居民消费价格总水平", "𠀀字"])
  func countAndEnds(text: String) {
    let words = words(text)
    #expect(words.count == text.count && words.isEmpty == text.isEmpty && words.description == text)
    #expect(words.first == text.unicodeScalars.first && words.last == text.unicodeScalars.last)
    for n in 0...12 {
      #expect(words.prefix(n).description == text.prefix(n) && words.suffix(n).description == text.suffix(n))
      #expect(words.dropFirst(n).description == text.dropFirst(n))
      #expect(words.dropLast(n).description == text.dropLast(n))
    }
  }

  @Test func comparing() {
    let words = words("城镇居民收入")
    #expect(words == "城镇居民收入" && words != "居民收入" && words == Words("城镇居民收入"))
    #expect(words.hasPrefix("城镇") && !words.hasPrefix("镇") && words.hasSuffix("收入") && !words.hasSuffix("收"))
    #expect(words.contains("居民") && !words.contains("村民") && words.isOne(of: ["收入", "城镇居民收入"]))
    #expect(words.firstRange(of: Words("居民")) == words.firstRange(of: "居民"))
    #expect(words.hasSuffix(Words("收入")) && words.hasPrefix(Words("城镇")))
  }

  @Test func puttingTogether() {
    #expect((words("新增") + words("公园") + "个数").description == "新增公园个数")
    #expect([words("初中"), words("小学")].joined(separator: "、").description == "初中、小学")
  }
}
