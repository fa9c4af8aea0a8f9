/// Places in an order: `第二`, `前三`, `首位`.
extension Tokenizer {
  func rank(_ scalar: Unicode.Scalar, at: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    let isFirst = ["首位", "榜首"].contains { bytes.hasText($0, at: at) } && !namesLeader(at: at)
    if isFirst {
      appendRank(RankMark(place: 1, comparator: .equal), at..<(at + 6), to: &text)
      return at + 6
    }
    if scalar == "首", bytes.hasText("之", at: at - 3), isRankEnd(at + 3, limit: limit) {  // 居全省之首
      appendRank(RankMark(place: 1, comparator: .equal), at..<(at + 3), to: &text)
      return at + 3
    }
    if bytes.hasText("前列", at: at) {
      appendRank(RankMark(place: nil, comparator: .reference), at..<(at + 6), to: &text)
      return at + 6
    }
    if ["第一方阵", "第一梯队"].contains(where: { bytes.hasText($0, at: at) }) {
      appendRank(RankMark(place: nil, comparator: .reference), at..<(at + 12), to: &text)
      return at + 12
    }
    guard scalar == "第" || scalar == "前" else { return nil }
    guard let number = scanner.numbers.number(at: at + 3, limit: limit), let place = Int(number.value.description)
    else {
      return nil
    }
    var end = number.end
    let isPlace = bytes.hasText("位", at: end) && !bytes.hasText("位数", at: end)
    if ["位", "名", "强"].contains(where: { bytes.hasText($0, at: end) }) { end += 3 }
    // `由第19名跃升至第8名`
    let moves = ["跃", "提升", "上升", "前移", "前进", "晋升", "升", "下降", "降"].contains { bytes.hasText($0, at: end) }
    guard isPlace || isRankEnd(end, limit: limit) || moves && bytes.hasText("名", at: end - 3), place > 0, place < 1000
    else { return nil }
    appendRank(RankMark(place: place, comparator: scalar == "前" ? .atMost : .equal), at..<end, to: &text)
    return end
  }

  /// `稳居全国大中城市十强`, `跻身全国50强`: among the first so many, at the end of a clause; where things are counted, it is a name.
  func strongest(at: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    guard text.lastRankWord >= 0, text.tokens.count - text.lastRankWord <= 6, scanner.numbers.mayPrecede("强", at: at),
      let verb = text.ofSentence(last: 6).last(where: {
        text.tokens[$0].kind == .word && text.tokens[$0].classes.contains(.rank)
      }),
      text.tokens[verb].range.count >= 6,
      !text.ofSentence(last: 10).contains(where: { text.tokens[$0].kind == .quantity }),
      let number = scanner.numbers.number(at: at, limit: limit), bytes.hasText("强", at: number.end),
      isRankEnd(number.end + 3, limit: limit), !bytes.hasText("的", at: number.end + 3),
      let place = Int(number.value.description), (3...500).contains(place)
    else { return nil }
    appendRank(RankMark(place: place, comparator: .atMost), at..<(number.end + 3), to: &text)
    return number.end + 3
  }

  /// `首位度`, `首位产业`: how far a place or an industry leads.
  private func namesLeader(at: Int) -> Bool {
    ["首位度", "首位产业", "首位主导"].contains { bytes.hasText($0, at: at) }
  }

  private func isRankEnd(_ end: Int, limit: Int) -> Bool {
    guard end < limit, let (next, _) = bytes.scalar(at: end) else { return true }
    return next.isOne(of: "，。；、！）的和及与")
  }
}
