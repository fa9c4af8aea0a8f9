import Testing

@testable import ReportReading

/// The tries find what a plain search finds.
@Suite struct WordTrieTests {
  private static let words = ["增", "增长", "增长了", "同比增长", "GDP", "年", "年均", "百分点"]
  private static let trie = WordTrie(words.enumerated().map { (Substring($0.element), $0.offset) })

  @Test(arguments: [
    "同比增长了5%", "年均增", "GDP增长", "增长率", "百分点", "百分", "同比", "𠀀增", "", "GD", "年年均", "é增",
    "各项增长率同比增长了百分点", "增长5%的百分比", "增长𠀀年均值同比增", "百分é点年增长了",
  ])
  func longestMatches(text: String) {
    let bytes = Array(text.utf8)
    for (start, limit) in (0...bytes.count).flatMap({ start in (start...bytes.count).map { (start, $0) } }) {
      guard start == bytes.count || bytes[start] & 0xC0 != 0x80 else { continue }
      let all = Self.words.enumerated().filter {
        bytes[start..<limit].starts(with: $0.element.utf8)
      }
      let longest = all.max { $0.element.utf8.count < $1.element.utf8.count }
      let found = Self.trie.longestMatch(in: bytes, at: start, limit: limit)
      #expect(found?.value == longest?.offset)
      #expect(found?.end == longest.map { start + $0.element.utf8.count })
      var each: [Int] = []
      Self.trie.forEachMatch(in: bytes.span, at: start, limit: limit) { value, _ in each.append(value) }
      #expect(each.sorted() == all.map(\.offset))
    }
  }

  @Test(arguments: [
    ("各项增长", true), ("项目建设", false), ("年", true), ("百分", false), ("人均GDP", true), ("", false),
  ])
  func standsAnywhere(text: String, stands: Bool) {
    let words = Words(keeping: text)
    #expect(Self.trie.stands(in: words) == stands)
    if stands { #expect(Self.trie.mayStand(in: words)) }
  }

  @Test func wholeWords() {
    #expect(Self.trie.value(of: Words("年均")) == 6 && Self.trie.value(of: Words("年均增")) == nil)
  }

  @Test func sets() {
    let set = ScalarSet("增长a")
    #expect(set.members == [0x61, 0x589E, 0x957F] && set.contains("a") && !set.contains("b"))
    #expect(!set.contains(0x1_0061) && !set.contains(0x10_589E))
  }
}
