/// Lengths of time: figures where they limit what something takes, else parts of what is said of it.
extension Tokenizer {
  /// `3个和1个工作日`, `由5个工作日压缩至1个`: lengths of time, counted in a word that the number lacks.
  func namesDays(_ quantity: Quantity, end: Int, in text: TokenizedText) -> Bool {
    guard quantity.unit == "个" else { return false }
    var at = end
    for _ in 0..<4 {
      guard ["和", "、", "或", "及"].contains(where: { bytes.hasText($0, at: at) }),
        let next = scanner.numbers.number(at: at + 3, limit: bytes.count), bytes.hasText("个", at: next.end)
      else { break }
      if bytes.hasText("个工作日", at: next.end) { return true }
      at = next.end + 3
    }
    let shortens = text.last?.kind == .word && text.last?.classes.contains(.levelTo) == true
    guard shortens, end >= bytes.count || bytes.scalar(at: end).map({ Self.mark($0.0) != nil }) ?? true else {
      return false
    }
    return text.current.reversed().prefix { $0.kind != .comma }
      .contains { $0.kind == .quantity && text.quantities[Int($0.index)].unit == "个工作日" }
  }

  /// Whether what is spoken of is counted in days or years of age.
  func countsTime(_ text: TokenizedText) -> Bool {
    if let last = text.last, Words(memory, last.range).hasSuffix("连续") { return false }
    if limitsTime(text) { return true }
    return text.ofSentence(last: 8).contains { index in
      text.tokens[index].kind == .text
        && ["寿命", "天数", "周期", "年限"].contains { Words(memory, text.tokens[index].range).contains($0) }
    }
  }

  /// `审批时限由58天压缩到36天`: how long something may take; not `提前20天`.
  func limitsTime(_ text: TokenizedText) -> Bool {
    var verb: Token.Kind?
    for token in text.current.reversed().prefix(9) {
      switch token.kind {
      case .comma, .semicolon, .stop: return false
      case .text:
        guard verb != nil else { return false }
        let words = Words(memory, token.range)
        if ["时限", "时间", "用时", "时长"].contains(where: { words.hasSuffix($0) }) { return true }
      case .word where !token.classes.isDisjoint(with: [.conj, .dist, .of, .avg]): continue
      case .word where verb == nil:
        let leads = !token.classes.isDisjoint(with: [.levelTo, .from, .pre, .level])
        let falls = token.classes.contains(.change) && lexicon.entries[Int(token.index)].changeSign < 0
        guard leads || falls else { return false }
        verb = .word
      case .quantity, .enumeration: verb = verb ?? .word
      default: continue
      }
    }
    return false
  }
}
