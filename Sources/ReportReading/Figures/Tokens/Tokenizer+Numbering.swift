/// The numbers of items and paragraphs (`12.`, `（三）`, `④`, `★`): no numbers of the text.
extension Tokenizer {
  /// Numbering at the start of a paragraph (`12.`, `(3)`, `④`) is no number of the text.
  func skipNumbering(_ range: Range<Int>) -> Int {
    var at = range.lowerBound
    var open = false
    if bytes.hasText("（", at: at) {
      open = true
      at += 3
    } else if at < range.upperBound, bytes[at] == 0x28 {
      open = true
      at += 1
    }
    let digits = at
    while at < range.upperBound, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    if at == digits { return skipSpelledNumbering(range, from: at, isOpen: open) }
    guard at - digits <= 2, let (scalar, width) = bytes.scalar(at: at) else { return range.lowerBound }
    let closes = open ? "）)" : ".．、）)"
    guard closes.unicodeScalars.contains(scalar) else { return range.lowerBound }
    if scalar == ".", let (next, _) = bytes.scalar(at: at + width), next.isDigit, !open { return range.lowerBound }
    return at + width
  }

  /// `四、计划生育率…`, `（三）…`, `第一，…`, `★…`: numbering in words, and bullets.
  func skipSpelledNumbering(_ range: Range<Int>, from start: Int, isOpen: Bool) -> Int {
    var at = start
    while at < range.upperBound, let (scalar, width) = bytes.scalar(at: at), Self.bullets.contains(scalar) {
      at += width
    }
    if at > start { return at }
    let isOrdinal = bytes.hasText("第", at: at)
    if isOrdinal { at += 3 }
    let numeral = at
    while at < range.upperBound, let (scalar, width) = bytes.scalar(at: at),
      scalar == "十" || scalar.chineseDigit != nil
    {
      at += width
    }
    guard at > numeral, at - numeral <= 9, at < range.upperBound, let (mark, width) = bytes.scalar(at: at) else {
      return range.lowerBound
    }
    guard mark.isOne(of: isOpen ? "）)" : isOrdinal ? "，、：" : "、．."), let (next, _) = bytes.scalar(at: at + width),
      next != "第", next.chineseDigit == nil
    else { return range.lowerBound }
    return at + width
  }

  private static let bullets = ScalarSet("★☆●◆■▲◇□○•·▪※")

  /// `；7、新建…`, `；3．79个建制镇…`: the number of an item at the head of a part of a sentence.
  func numbering(at start: Int, limit: Int, in text: TokenizedText) -> Int? {
    guard beginsPart(text) else { return nil }
    var at = start
    while at < limit, at - start < 3, isDigit(at) { at += 1 }
    guard at - start <= 2, let (mark, width) = bytes.scalar(at: at), mark.isOne(of: "、.．)）"),
      at + width < limit
    else { return nil }
    let next = at + width
    guard mark != "、", isDigit(next) else { return next }
    // `2.5万亩` is a number, `3.2.5万亩` is one with its numbering.
    var end = next
    while end < limit, isDigit(end) { end += 1 }
    return end + 1 < limit && bytes[end] == 0x2E && isDigit(end + 1) ? next : nil
  }

  /// At the head of a part of a sentence.
  func beginsPart(_ text: TokenizedText) -> Bool {
    text.last.map { !$0.kind.asSet.isDisjoint(with: [.stop, .semicolon, .colon]) } ?? true
  }

  private func isDigit(_ at: Int) -> Bool { bytes[at] >= 0x30 && bytes[at] <= 0x39 }
}
