/// Places in an order: `第二`, `前三`, `首位`.
extension Tokenizer {
  func rank(_ scalar: Unicode.Scalar, at: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    for (word, place) in [("首位", 1), ("榜首", 1)] where bytes.hasText(word, at: at) {
      appendRank(RankMark(place: place, comparator: .equal), at..<(at + word.utf8.count), to: &text)
      return at + word.utf8.count
    }
    for word in ["前列"] where bytes.hasText(word, at: at) {
      appendRank(RankMark(place: nil, comparator: .reference), at..<(at + word.utf8.count), to: &text)
      return at + word.utf8.count
    }
    guard scalar == "第" || scalar == "前" else { return nil }
    guard let number = scanner.numbers.number(at: at + 3, limit: limit), let place = Int(number.value.description)
    else {
      return nil
    }
    var end = number.end
    let isPlace = bytes.hasText("位", at: end) && !bytes.hasText("位数", at: end)
    for word in ["位", "名", "强"] where bytes.hasText(word, at: end) {
      end += word.utf8.count
      break
    }
    guard isPlace || isRankEnd(end, limit: limit), place > 0, place < 1000 else { return nil }
    appendRank(RankMark(place: place, comparator: scalar == "前" ? .atMost : .equal), at..<end, to: &text)
    return end
  }

  private func isRankEnd(_ end: Int, limit: Int) -> Bool {
    guard end < limit, let (next, _) = bytes.scalar(at: end) else { return true }
    return "，。；、！）的和及与".unicodeScalars.contains(next)
  }
}
