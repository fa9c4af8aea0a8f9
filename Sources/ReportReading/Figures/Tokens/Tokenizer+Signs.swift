/// What is told of a number by signs and by the words before it: `同比-3.2%`, `得分98.2分`.
extension Tokenizer {
  /// `同比+12.4%`, `较上年-3.2%`: the sign behind a base of comparison is a verb of change.
  /// - Returns: whether there is one.
  func takeSign(before at: Int, in text: inout TokenizedText) -> Bool {
    guard at > 0, bytes[at - 1] == 0x2B || bytes[at - 1] == 0x2D, let sign = text.last, sign.kind == .text,
      sign.range == at - 1..<at, let base = text.current.dropLast().last, base.classes.contains(.base),
      base.range.upperBound == at - 1
    else { return false }
    let verb = Array((bytes[at - 1] == 0x2B ? "增长" : "下降").utf8)
    guard let word = lexicon.trie.longestMatch(in: verb, at: 0, limit: verb.count) else { return false }
    text.tokens.removeLast()
    text.tokens.append(
      Token(
        kind: .word, range: sign.range, classes: lexicon.entries[word.value].classes, index: Int32(word.value)))
    return true
  }

  /// Makes minutes into the points of a score or the money of a price, where such is spoken of.
  /// - Returns: whether it is.
  func takeScore(_ quantity: inout Quantity, in text: TokenizedText) -> Bool {
    let clause = text.current.reversed().prefix { ![.comma, .stop, .semicolon].contains($0.kind) }
    func speaks(of words: [StaticString]) -> Bool {
      clause.contains { token in
        [.text, .word].contains(token.kind) && words.contains { Words(memory, token.range).contains($0) }
      }
    }
    if speaks(of: ["得分", "评分", "指数", "满意度", "测评", "考核", "总分", "平均分", "分值", "成绩"]) {
      quantity.kind = .mass
      return true
    }
    guard speaks(of: ["提价", "降价", "加价", "涨价", "价格", "单价", "电价", "水价", "粮价", "售价", "差价"]) else { return false }
    quantity.kind = .money
    quantity.unit = Words("元")
    quantity.low = quantity.low?.scaled(byPowerOfTen: -2)
    quantity.high = quantity.high?.scaled(byPowerOfTen: -2)
    return true
  }
}
