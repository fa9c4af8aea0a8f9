/// A paragraph as tokens, with the numbers, periods and ranks that they refer to.
struct TokenizedText: Sendable {
  var isHeading = false
  var tokens: [Token] = []
  var quantities: [Quantity] = []
  var periods: [PeriodMark] = []
  var ranks: [RankMark] = []
}

/// Cuts normalised text into tokens: quantities, periods, ranks, words of the grammar, marks, and text between.
struct Tokenizer {
  let bytes: [UInt8]
  let lexicon: ClauseLexicon
  let units: UnitTable
  let scanner: QuantityScanner
  let periods: PeriodScanner

  init(bytes: [UInt8], lexicon: ClauseLexicon = .standard, units: UnitTable = .standard) {
    self.bytes = bytes
    self.lexicon = lexicon
    self.units = units
    scanner = QuantityScanner(bytes: bytes, units: units)
    periods = PeriodScanner(bytes: bytes, numbers: scanner.numbers)
  }

  /// The tokens of a stretch of text.
  /// - Parameter isHeading: whether it is a heading, where a five-year plan's name alone names its years.
  func tokenize(_ range: Range<Int>, isHeading: Bool = false) -> TokenizedText {
    var text = TokenizedText(isHeading: isHeading)
    var at = skipNumbering(range)
    while at < range.upperBound {
      guard let (scalar, width) = bytes.scalar(at: at) else { break }
      if let end = scan(scalar, width: width, at: at, limit: range.upperBound, into: &text) {
        at = end
      } else {
        appendText(at..<(at + width), to: &text)
        at += width
      }
    }
    return text
  }

  /// Numbering at the start of a paragraph (`12.`, `(3)`, `④`) is no number of the text.
  private func skipNumbering(_ range: Range<Int>) -> Int {
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
    guard at > digits, at - digits <= 2, let (scalar, width) = bytes.scalar(at: at) else { return range.lowerBound }
    let closes = open ? "）)" : ".．、）)"
    guard closes.unicodeScalars.contains(scalar) else { return range.lowerBound }
    if scalar == ".", let (next, _) = bytes.scalar(at: at + width), next.isDigit, !open { return range.lowerBound }
    return at + width
  }

  /// Reads one token at a place; nil when it is plain text.
  private func scan(
    _ scalar: Unicode.Scalar, width: Int, at: Int, limit: Int, into text: inout TokenizedText
  ) -> Int? {
    if let kind = Self.mark(scalar) {
      text.tokens.append(Token(kind: kind, range: at..<(at + width)))
      return at + width
    }
    if let end = bracketed(scalar, width: width, at: at, limit: limit, into: &text) { return end }
    if scalar.isDigit || scalar.chineseDigit != nil || scalar.chinesePower != nil {
      if let end = numeric(scalar, at: at, limit: limit, into: &text) { return end }
    }
    if scalar == "第" || scalar == "前" || scalar == "首" || scalar == "榜" {
      if let end = rank(scalar, at: at, limit: limit, into: &text) { return end }
    }
    return word(at: at, limit: limit, into: &text)
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Token.Kind? {
    switch scalar {
    case "、": .enumeration
    case "，", ",": .comma
    case "；", ";": .semicolon
    case "：": .colon
    case "。", "！", "？", "\n", "|": .stop
    default: nil
    }
  }

  // MARK: - Brackets and quotation marks

  private func bracketed(
    _ scalar: Unicode.Scalar, width: Int, at: Int, limit: Int, into text: inout TokenizedText
  ) -> Int? {
    switch scalar {
    case "“":
      if let (mark, end) = periods.fiveYearPlan(at: at, limit: limit, isHeading: text.isHeading) {
        appendPeriod(mark, at..<end, to: &text)
        return end
      }
      guard let end = close("”", after: at + width, limit: min(limit, at + 75)) else { return at + width }
      appendText(at..<end, to: &text)
      return end
    case "”":
      return at + width
    case "《":
      guard let end = close("》", after: at + width, limit: limit) else { return nil }
      appendText(at..<end, to: &text)
      return end
    case "〔", "[", "【":
      let mark = scalar == "〔" ? "〕" : scalar == "[" ? "]" : "】"
      guard let end = close(mark, after: at + width, limit: min(limit, at + 60)) else { return nil }
      appendText(at..<end, to: &text)
      return end
    case "（", "(":
      guard let end = close(scalar == "（" ? "）" : ")", after: at + width, limit: limit) else { return nil }
      text.tokens.append(Token(kind: .parenthesis, range: at..<end))
      return end
    default:
      return nil
    }
  }

  /// The end of the closing mark, if it stands before the limit and the end of the sentence.
  private func close(_ mark: String, after start: Int, limit: Int) -> Int? {
    let closing = Array(mark.utf8)
    var at = start
    while at + closing.count <= limit {
      if bytes[at] == closing[0], bytes.hasText(mark, at: at) { return at + closing.count }
      at += 1
    }
    return nil
  }

  // MARK: - Numbers

  private func numeric(_ scalar: Unicode.Scalar, at: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    if let (mark, end) = periods.fiveYearPlan(at: at, limit: limit, isHeading: text.isHeading)
      ?? periods.calendar(at: at, limit: limit)
    {
      appendPeriod(mark, at..<end, to: &text)
      return end
    }
    // A longer word of the grammar that begins with a numeral (`五年来`, `一举`, `三年行动`) is no number.
    if bytes.hasText("两位数", at: at) { return nil }
    if !scalar.isDigit, bytes.hasText("第", at: at - 3) { return nil }
    if let word = lexicon.trie.longestMatch(in: bytes, at: at, limit: limit),
      word.end - at >= 6 || lexicon.entries[Int(word.value)].classes.contains(.period)
    {
      return nil
    }
    if scalar.isDigit, isGluedToLatin(at) || bytes.hasText("第", at: at - 3) {
      return skipDigits(at, limit: limit, into: &text)
    }
    if let found = scanner.quantity(at: at, limit: limit) {
      return accept(found, at: at, limit: limit, into: &text)
    }
    return scalar.isDigit ? skipDigits(at, limit: limit, into: &text) : nil
  }

  private func accept(
    _ found: ScannedQuantity, at: Int, limit: Int, into text: inout TokenizedText
  ) -> Int? {
    var quantity = found.quantity
    let isForm = quantity.kind?.isCount == true && ["制", "型", "式"].contains { bytes.hasText($0, at: found.end) }
    let isLabel =
      isForm || quantity.unit.isEmpty && quantity.ratio.isEmpty && isLabelled(after: found.end, limit: limit)
    if quantity.kind == .time, !countsTime(text) { return skipDigits(at, limit: limit, into: &text) }
    if isLabel { return skipDigits(at, limit: limit, into: &text) }
    if quantity.isChinese, quantity.unit.isEmpty, !quantity.hasMultiplier { return nil }
    if found.isBare, quantity.hasMultiplier || quantity.kind?.isCount == false, !followsBound(text) {
      guard isBlottedOut(found, limit: limit), !quantity.unit.isEmpty, quantity.kind != .times else { return nil }
      quantity.low = nil
      quantity.high = nil
    }
    if namesSize(quantity, end: found.end, limit: limit, after: text) {
      if followsBound(text), let bound = text.tokens.popLast() { appendText(bound.range, to: &text) }
      appendText(at..<found.end, to: &text)
      return found.end
    }
    appendQuantity(quantity, at..<found.end, to: &text)
    return found.end
  }

  /// Whether what is spoken of is counted in days or years of age.
  private func countsTime(_ text: TokenizedText) -> Bool {
    text.tokens.suffix(8).contains { token in
      token.kind == .text
        && ["寿命", "天数", "周期", "年限"].contains { bytes.hasText($0, at: token.range.upperBound - $0.utf8.count) }
    }
  }

  /// A sum that names a size class (`1000万元以上企业`, `超亿元项目`, `一批5亿元企业`).
  private func namesSize(_ quantity: Quantity, end: Int, limit: Int, after text: TokenizedText) -> Bool {
    guard quantity.kind == .money || quantity.kind == nil, quantity.hasMultiplier else { return false }
    let isBounded = quantity.bound == .atLeast || followsBound(text)
    if quantity.kind == .money || isBounded, lexicon.match(.sizeNoun, in: bytes, at: end, limit: limit) != nil {
      return true
    }
    guard isBounded else { return false }
    if bytes.hasText("的", at: end), lexicon.match(.territory, in: bytes, at: end + 3, limit: limit) != nil {
      return true  // 超1000亿元的县
    }
    if quantity.kind == .money, scanner.quantity(at: end, limit: limit)?.quantity.kind?.isCount == true { return true }
    var at = end
    for _ in 0..<8 {
      guard at < limit, let (scalar, width) = bytes.scalar(at: at), Self.mark(scalar) == nil, scalar != "的" else {
        return false
      }
      if at > end, ["企业", "项目", "产业", "集群", "园区"].contains(where: { bytes.hasText($0, at: at) }) { return true }
      at += width
    }
    return false
  }

  /// A letter before the digits makes them part of a name (`G320`, `PM2.5`).
  private func isGluedToLatin(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    let before = bytes[at - 1]
    if ["GDP", "gdp"].contains(where: { bytes.hasText($0, at: at - 3) }) { return false }
    if before == 0x2B || before == 0x2A || before == 0x78 || before == 0x58 { return true }
    return (before >= 0x41 && before <= 0x5A) || (before >= 0x61 && before <= 0x7A)
  }

  /// A letter, sign or dash after the digits makes them part of a name (`5G`, `4A级`, `1+4`, `2×35`).
  private func isLabelled(after end: Int, limit: Int) -> Bool {
    guard end < limit, let (scalar, _) = bytes.scalar(at: end) else { return false }
    return "+×*·/-—~".unicodeScalars.contains(scalar) || (scalar.value < 0x80 && scalar.properties.isAlphabetic)
  }

  private func skipDigits(_ start: Int, limit: Int, into text: inout TokenizedText) -> Int {
    var at = start
    while at < limit, let (scalar, width) = bytes.scalar(at: at) {
      guard scalar.isDigit || (scalar == "." && at + 1 < limit && bytes[at + 1] >= 0x30 && bytes[at + 1] <= 0x39)
      else { break }
      at += width
    }
    // The unit that made it no figure (年, 月, 号, 强 …) belongs to the name.
    if let unit = units.trie.longestMatch(in: bytes, at: at, limit: limit),
      [.skip, .time].contains(units.units[Int(unit.value)].kind)
    {
      at = unit.end
    }
    if at == start { at += bytes.scalar(at: start)?.1 ?? 1 }
    appendText(start..<at, to: &text)
    return at
  }

  /// Whether the token before is a bound (`超`亿元, `上`万名).
  private func followsBound(_ text: TokenizedText) -> Bool {
    guard let last = text.tokens.last, last.kind == .word else { return false }
    return last.classes.contains(.pre)
  }

  /// A multiplier and unit without a number, at the end of a clause.
  private func isBlottedOut(_ found: ScannedQuantity, limit: Int) -> Bool {
    guard found.end < limit, let (next, _) = bytes.scalar(at: found.end) else { return true }
    return Self.mark(next) != nil
  }

  // MARK: - Ranks

  private func rank(_ scalar: Unicode.Scalar, at: Int, limit: Int, into text: inout TokenizedText) -> Int? {
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

  // MARK: - Words

  private func word(at: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    if bytes.hasText("两位数", at: at), at + 9 <= limit {
      // The number is only hinted at.
      appendQuantity(Quantity(bound: .reference, unit: "%", kind: .percent), at..<(at + 9), to: &text)
      return at + 9
    }
    if bytes.hasText("翻番", at: at), at + 6 <= limit {
      let twice = ExactNumber(mantissa: 2)
      appendQuantity(Quantity(low: twice, high: twice, unit: "倍", kind: .times), at..<(at + 6), to: &text)
      return at + 6
    }
    guard let match = lexicon.trie.longestMatch(in: bytes, at: at, limit: limit) else { return nil }
    let entry = lexicon.entries[Int(match.value)]
    var isInsideWord = match.end - at == 3 && entry.classes.isSubset(of: [.act, .aux]) && endsText(text, at: at)
    if match.end - at == 3, entry.classes.isSubset(of: [.act, .rank]), endsText(text, at: at),
      let (next, _) = bytes.scalar(at: match.end), match.end < limit
    {
      isInsideWord = !"第全首前各世省市区县国郊同".unicodeScalars.contains(next)  // 建材家居, 撤村建居
    }
    if entry.classes.isSubset(of: .nominal) || isInsideWord {
      appendText(at..<match.end, to: &text)
    } else if entry.classes.contains(.period), let rule = PeriodScanner.rule(named: entry.period) {
      appendPeriod(PeriodMark(rule: rule), at..<match.end, to: &text)
    } else {
      text.tokens.append(
        Token(kind: .word, range: at..<match.end, classes: entry.classes, index: match.value))
    }
    return match.end
  }

  /// A verb of one character after plain text is a part of a word (`基建`, `公共`).
  private func endsText(_ text: TokenizedText, at: Int) -> Bool {
    guard let last = text.tokens.last else { return false }
    return last.kind == .text && last.range.upperBound == at
  }

  // MARK: - Appending

  private func appendText(_ range: Range<Int>, to text: inout TokenizedText) {
    if let last = text.tokens.indices.last, text.tokens[last].kind == .text,
      text.tokens[last].range.upperBound == range.lowerBound
    {
      text.tokens[last].range = text.tokens[last].range.lowerBound..<range.upperBound
    } else {
      text.tokens.append(Token(kind: .text, range: range))
    }
  }

  private func appendQuantity(_ quantity: Quantity, _ range: Range<Int>, to text: inout TokenizedText) {
    text.tokens.append(Token(kind: .quantity, range: range, index: Int32(text.quantities.count)))
    text.quantities.append(quantity)
  }

  private func appendPeriod(_ mark: PeriodMark, _ range: Range<Int>, to text: inout TokenizedText) {
    text.tokens.append(Token(kind: .period, range: range, index: Int32(text.periods.count)))
    text.periods.append(mark)
  }

  private func appendRank(_ mark: RankMark, _ range: Range<Int>, to text: inout TokenizedText) {
    text.tokens.append(Token(kind: .rank, range: range, index: Int32(text.ranks.count)))
    text.ranks.append(mark)
  }
}
