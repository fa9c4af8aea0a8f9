/// Numbers in running text: quantities, or parts of names.
extension Tokenizer {
  func numeric(_ scalar: Unicode.Scalar, at: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    let isSigned = takeSign(before: at, in: &text)
    let plan = scalar.isDigit ? nil : periods.fiveYearPlan(at: at, limit: limit, isHeading: text.isHeading)
    if let (mark, end) = plan ?? periods.calendar(at: at, limit: limit) ?? periods.fewYears(at: at, limit: limit) {
      appendPeriod(mark, at..<end, to: &text)
      return end
    }
    if scalar == "两", bytes.hasText("两位数", at: at) { return nil }
    if let end = strongest(at: at, limit: limit, into: &text) { return end }
    if scalar.isDigit, let end = numbering(at: at, limit: limit, in: text) { return end }
    if !scalar.isDigit, beginsPart(text), case let end = skipSpelledNumbering(at..<limit, from: at, isOpen: false),
      end > at
    {
      return end
    }
    let isOrdinal = bytes.hasText("第", at: at - 3)
    if scalar == "十", bytes.hasText("数", at: at - 3) || bytes.hasText("几", at: at - 3) { return nil }  // 数十家
    if isOrdinal, !scalar.isDigit { return nil }
    if scalar == "一", bytes.hasText("唯", at: at - 3) { return nil }  // 唯一一家
    // A longer word of the grammar that begins with a numeral (`五年来`, `一举`, `三年行动`) is no number.
    if lexicon.trie.starts.firstCharacters.contains(scalar),
      let word = lexicon.trie.longestMatch(in: bytes, at: at, limit: limit),
      word.end - at >= 6 || lexicon.entries[word.value].classes.contains(.period)
    {
      return nil
    }
    if scalar.isDigit, isOrdinal || isGluedToLatin(at) && !isSigned {
      return skipDigits(at, limit: limit, into: &text)
    }
    // What stands before digits tells nothing.
    let context = scalar.isDigit ? CountContext() : countContext(at: at, in: text)
    if let found = scanner.quantity(at: at, limit: limit, context: context) {
      return accept(found, at: at, limit: limit, into: &text)
    }
    return scalar.isDigit ? skipDigits(at, limit: limit, into: &text) : nil
  }

  /// `新建`, `建成`, `引进`: things that are made are counted.
  func followsMaking(_ text: TokenizedText) -> Bool {
    guard let last = text.last, last.kind == .word, last.classes.contains(.act) else { return false }
    let words = Words(memory, last.range)
    return GrammarLists.standard.makings.begin(words)
  }

  private func accept(
    _ found: ScannedQuantity, at: Int, limit: Int, into text: inout TokenizedText
  ) -> Int? {
    var found = found
    var quantity = found.quantity
    let isForm = quantity.kind?.isCount == true && namesForm(at: found.end)
    let isLabel =
      isForm || quantity.unit.isEmpty && !quantity.isRatio && isLabelled(after: found.end, limit: limit)
    if quantity.kind == .time, !countsTime(text) {
      guard quantity.isChinese else { return skipDigits(at, limit: limit, into: &text) }
      // `连续十一年`: no `一年` in it.
      appendText(at..<found.end, to: &text)
      return found.end
    }
    if quantity.kind == .time, quantity.bound == nil, bytes.hasText("内", at: found.end) {
      quantity.bound = .atMost
      found.end += 3
    }
    if quantity.kind == .score, !takeScore(&quantity, in: text) { return skipDigits(at, limit: limit, into: &text) }
    if isLabel { return skipDigits(at, limit: limit, into: &text) }
    if namesDays(quantity, end: found.end, in: text) {
      guard limitsTime(text) else { return skipDigits(at, limit: limit, into: &text) }
      quantity.unit = Words("个工作日")
    }
    if namesInstitute(quantity, in: text) { return skipDigits(at, limit: limit, into: &text) }
    // `2019中国城市营商环境评价`: a year in a title.
    if quantity.unit.isEmpty, !quantity.hasMultiplier, found.end - at == 4, found.end < limit, bytes[found.end] >= 0xE4,
      case let year = quantity.low?.doubleValue ?? 0, (1990...2035).contains(year), !endsClause(found, limit: limit)
    {
      return skipDigits(at, limit: limit, into: &text)
    }
    // `12345热线`
    if quantity.unit.isEmpty, ["热线", "平台", "便民热线"].contains(where: { bytes.hasText($0, at: found.end) }) {
      return skipDigits(at, limit: limit, into: &text)
    }
    // `市十三次党代会`
    if quantity.unit == "次", ["党代会", "代表大会", "全会", "全委会"].contains(where: { bytes.hasText($0, at: found.end) }) {
      return skipDigits(at, limit: limit, into: &text)
    }
    // `连续8次被评为…`
    if quantity.unit == "次", let last = text.last, bytes.hasText("连续", at: last.range.upperBound - 6) {
      return skipDigits(at, limit: limit, into: &text)
    }
    if quantity.isChinese, quantity.unit.isEmpty, !quantity.hasMultiplier { return nil }
    let isReached =
      quantity.bound == .atLeast && text.last?.classes.contains(.levelTo) == true && endsClause(found, limit: limit)
      || found.isRound
        && (text.last?.classes.contains(.levelTo) == true || quantity.bound == .atLeast
          || bytes.hasText("台阶", at: found.end) && !["个", "、"].contains { bytes.hasText($0, at: at - 3) })
    if found.isBare, quantity.hasMultiplier || quantity.kind?.isCount == false, !followsBound(text), !isReached,
      !found.isTen || !endsClause(found, limit: limit)
    {
      guard endsClause(found, limit: limit), !quantity.unit.isEmpty, quantity.kind != .times else { return nil }
      if !isPerHead(text, at: at) {
        quantity.low = nil
        quantity.high = nil
      }
    }
    if namesSize(quantity, end: found.end, limit: limit, after: text) {
      if followsBound(text), let bound = text.tokens.popLast() { appendText(bound.range, to: &text) }
      joinSizes(in: &text)
      appendText(at..<found.end, to: &text)
      return found.end
    }
    appendQuantity(quantity, at..<found.end, to: &text)
    return found.end
  }

  /// `中电科41所`: which of many institutes.
  private func namesInstitute(_ quantity: Quantity, in text: TokenizedText) -> Bool {
    guard quantity.unit == "所", let last = text.last, last.kind == .text else { return false }
    return ["电科", "中船", "船舶", "兵器", "航天", "航空", "中国电子"].contains { Words(memory, last.range).hasSuffix($0) }
  }

  /// `三级制`, `四个型`; not `200家制造业企业`.
  private func namesForm(at: Int) -> Bool {
    guard ["制", "型", "式"].contains(where: { bytes.hasText($0, at: at) }) else { return false }
    let next = Words(memory, at..<bytes.count)
    return !GrammarLists.standard.notForms.begin(next)
  }

  /// `人均占有粮食千斤`, `户均收入万元`: a round number right behind what is counted for each.
  private func isPerHead(_ text: TokenizedText, at: Int) -> Bool {
    guard let last = text.last, last.kind == .text, last.range.upperBound == at else { return false }
    return text.current.suffix(4).reversed().prefix { Self.isWithinClause($0.kind) }.contains { token in
      ["人均", "户均", "亩均", "亩产", "单产"].contains { Words(memory, token.range).contains($0) }
    }
  }

  private static func isWithinClause(_ kind: Token.Kind) -> Bool {
    kind == .text || kind == .word || kind == .period
  }

  /// A sum that names a size class (`1000万元以上企业`, `超亿元项目`, `一批5亿元企业`).
  private func namesSize(_ quantity: Quantity, end: Int, limit: Int, after text: TokenizedText) -> Bool {
    guard quantity.kind == .money || quantity.kind == nil, quantity.hasMultiplier else { return false }
    let isBounded =
      quantity.bound == .atLeast || followsBound(text) || quantity.bound == .atMost && bytes.hasText("的村", at: end)
    if !isBounded, followsSpending(text) { return false }  // 安排1亿元项目前期经费
    if quantity.kind == .money || isBounded, lexicon.match(.sizeNoun, in: bytes, at: end, limit: limit) != nil {
      return true
    }
    guard isBounded else { return false }
    if listsSizes(from: end, limit: limit) { return true }
    if countsBefore(text) { return true }  // 14个过百亿、6个过50亿产业链
    // 超100亿元的达到5家
    if bytes.hasText("的", at: end),
      let word = lexicon.trie.longestMatch(in: bytes, at: end + 3, limit: limit),
      !lexicon.entries[word.value].classes.isDisjoint(with: [.level, .levelTo])
    {
      return true
    }
    if bytes.hasText("的", at: end), isBounded, lexicon.match(.territory, in: bytes, at: end + 3, limit: limit) != nil {
      return true  // 超1000亿元的县
    }
    var at = end
    if bytes.hasText("的", at: at) { at += 3 }
    if quantity.kind == .money, countsThings(at: at, limit: limit) { return true }  // 过500万元的两个
    for _ in 0..<8 {
      guard at < limit, let (scalar, width) = bytes.scalar(at: at), Self.mark(scalar) == nil, scalar != "的" else {
        return false
      }
      if at > end, ["企业", "项目", "产业", "集群", "园区", "开发区"].contains(where: { bytes.hasText($0, at: at) }) { return true }
      at += width
    }
    return false
  }

  /// `超100亿元、超50亿元、超10亿元企业`: sums of one list, the last of which names a size.
  private func listsSizes(from end: Int, limit: Int) -> Bool {
    var at = end
    for _ in 0..<6 {
      guard bytes.hasText("、", at: at), at + 3 < limit,
        let bound = lexicon.match(.pre, in: bytes, at: at + 3, limit: limit),
        let sum = scanner.quantity(at: bound, limit: limit), sum.quantity.kind == .money
      else { break }
      at = sum.end
    }
    return at > end && lexicon.match(.sizeNoun, in: bytes, at: at, limit: limit) != nil
  }

  private func followsSpending(_ text: TokenizedText) -> Bool {
    guard let last = text.last, last.kind == .word else { return false }
    return GrammarLists.standard.spends(Words(memory, last.range))
  }

  /// `5亿元、3亿元以上的企业`: the sums before are sizes too.
  private func joinSizes(in text: inout TokenizedText) {
    while text.current.count > 1, let mark = text.last, mark.kind == .enumeration {
      let sum = text.tokens[text.tokens.count - 2]
      guard sum.kind == .quantity, text.quantities[Int(sum.index)].kind == .money else { return }
      text.tokens.removeLast(2)
      appendText(sum.range.lowerBound..<mark.range.upperBound, to: &text)
    }
  }

  /// Whether a count stands right before the bound at the end.
  private func countsBefore(_ text: TokenizedText) -> Bool {
    guard followsBound(text), let before = text.current.dropLast().last, before.kind == .quantity else { return false }
    return text.quantities[Int(before.index)].kind?.isCount == true
      && before.range.upperBound == text.last?.range.lowerBound
  }

  /// Whether a count begins at a place, in digits of either kind.
  private func countsThings(at start: Int, limit: Int) -> Bool {
    guard let number = scanner.numbers.number(at: start, limit: limit) else { return false }
    return scanner.unit(at: number.end, limit: limit)?.kind.isCount == true
  }

  /// A letter before the digits makes them part of a name (`G320`, `PM2.5`).
  private func isGluedToLatin(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    let before = bytes[at - 1]
    if before >= 0x80 { return false }
    if before == 0x20 { return ["PM ", "pm "].contains { bytes.hasText($0, at: at - 3) } }
    if ["GDP", "gdp"].contains(where: { bytes.hasText($0, at: at - 3) }) { return false }
    if before == 0x2B || before == 0x2A || before == 0x78 || before == 0x58 { return true }
    return (before >= 0x41 && before <= 0x5A) || (before >= 0x61 && before <= 0x7A)
  }

  /// A letter, sign or dash after the digits makes them part of a name (`5G`, `4A级`, `1+4`, `2×35`).
  private func isLabelled(after end: Int, limit: Int) -> Bool {
    guard end < limit, let (scalar, _) = bytes.scalar(at: end) else { return false }
    return scalar.isOne(of: "+×*·/-—~") || (scalar.value < 0x80 && scalar.properties.isAlphabetic)
  }

  func skipDigits(_ start: Int, limit: Int, into text: inout TokenizedText) -> Int {
    var at = start
    while at < limit, let (scalar, width) = bytes.scalar(at: at) {
      guard scalar.isDigit || (scalar == "." && at + 1 < limit && bytes[at + 1] >= 0x30 && bytes[at + 1] <= 0x39)
      else { break }
      at += width
    }
    // The unit that made it no figure (年, 月, 号, 强 …) belongs to the name.
    if let unit = units.trie.longestMatch(in: bytes, at: at, limit: limit),
      [.skip, .time, .score].contains(units.units[unit.value].kind)
    {
      at = unit.end
    }
    if at == start { at += bytes.scalar(at: start)?.1 ?? 1 }
    appendText(start..<at, to: &text)
    return at
  }

  /// Whether the token before is a bound (`超`亿元, `上`万名).
  private func followsBound(_ text: TokenizedText) -> Bool {
    guard let last = text.last, last.kind == .word else { return false }
    return last.classes.contains(.pre)
  }

  /// Nothing stands behind it: a multiplier and unit without a number there are blotted out.
  private func endsClause(_ found: ScannedQuantity, limit: Int) -> Bool {
    guard found.end < limit, let (next, _) = bytes.scalar(at: found.end) else { return true }
    return Self.mark(next) != nil
  }
}
