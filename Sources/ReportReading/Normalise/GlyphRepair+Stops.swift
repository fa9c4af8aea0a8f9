/// Full stops typed as points.
extension GlyphRepair {
  /// Whether a point ends a sentence: at the end of a paragraph behind a word, and between words where they are clauses, the
  /// paragraph has no other full stop or a number with its unit stands before it (`单产达628公斤.完成…`, `增长17.3%.多项指标…`).
  /// The point of a number, of a heading (`一.`) and of a name (`PM2.5`) is none.
  mutating func isStop(_ index: Int) -> Bool {
    guard index > 3, isWord(index - 1) else { return false }
    if index + 1 == input.count { return true }
    guard kind(index + 1) == .ideograph || opensName(index + 1) || Scalar.isDigit(scalar(index + 1)) else {
      return false
    }
    if endsQuantity(index), !Scalar.isDigit(scalar(index + 1)) { return true }
    if followsNumbering(index) { return false }
    if standsBetweenClauses(index) { return true }
    return input[input.count - 1].scalar == Scalar.point && isWord(input.count - 2) && !hasFullStop()
  }

  /// Six ideographs or quotation marks on either side: no point of a name.
  private func standsBetweenClauses(_ index: Int) -> Bool {
    func isPart(_ index: Int) -> Bool {
      kind(index) == .ideograph || [Scalar.leftQuote, Scalar.rightQuote].contains(scalar(index))
    }
    return (1...6).allSatisfy { isPart(index - $0) && isPart(index + $0) }
  }

  /// An ideograph, `%`, or what closes a bracket behind one.
  private func isWord(_ index: Int) -> Bool {
    let scalar = scalar(index)
    if Self.signs.contains(scalar) { return true }
    return kind(index) == .ideograph || Scalar.isCloser(scalar) && kind(index - 1) != .latin
  }

  /// `%‰㎡㎢㎥`
  private static let signs: Set<UInt32> = [Scalar.percent, Scalar.perMille, 0x33A1, 0x33A2, 0x33A5]

  private func opensName(_ index: Int) -> Bool {
    [Scalar.leftQuote, Scalar.fullLeftParenthesis, 0x300A].contains(scalar(index))
  }

  /// Digits, then a unit of up to five characters (`3.2万吨以上`).
  private func endsQuantity(_ index: Int) -> Bool {
    var before = index - 1
    if Self.signs.contains(scalar(before)) { return true }
    while index - before <= 5, kind(before) == .ideograph { before -= 1 }
    return Scalar.isDigit(scalar(before)) && scalar(before + 1) != 0x5E74  // 2012年
  }

  /// The number of a heading: `一.`, `第一.`
  private func followsNumbering(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, Scalar.isNumeral(scalar(before)) { before -= 1 }
    return before < index - 1
      && (before < 0 || Scalar.isMark(scalar(before)) || scalar(before) == Scalar.comma || scalar(before) == 0x7B2C)
  }
}
