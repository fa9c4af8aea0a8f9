/// Cuts normalised text into tokens: quantities, periods, ranks, words of the grammar, marks, and text between.
struct Tokenizer: ~Copyable {
  let bytes: [UInt8]
  /// Of the words of quantities.
  let memory: WordMemory
  let lexicon: ClauseLexicon
  let units: UnitTable
  let scanner: QuantityScanner
  let periods: PeriodScanner
  let places: WordPlaces.List
  let starts = TokenStarts.standard

  /// - Parameters:
  ///   - places: of the words of the text; found here where they are not given.
  ///   - memory: of the text; made here where it is not given.
  init(
    bytes: [UInt8], places: WordPlaces? = nil, memory: WordMemory? = nil, lexicon: ClauseLexicon = .standard,
    units: UnitTable = .standard
  ) {
    self.bytes = bytes
    let memory = memory ?? WordMemory(bytes)
    self.memory = memory
    self.places = (places ?? WordPlaces(bytes)).tokens
    self.lexicon = lexicon
    self.units = units
    scanner = QuantityScanner(bytes: bytes, memory: memory, units: units)
    periods = PeriodScanner(bytes: bytes)
  }

  /// The tokens of a stretch of text.
  /// - Parameter isHeading: whether it is a heading, where a five-year plan's name alone names its years.
  func tokenize(_ range: Range<Int>, isHeading: Bool = false, scope: Scope = .all) -> TokenizedText {
    var text = TokenizedText()
    tokenize(range, isHeading: isHeading, scope: scope, into: &text)
    return text
  }

  /// Adds the tokens of a paragraph.
  /// - Parameter scope: what is read of it; a sentence that is not becomes one token of text.
  func tokenize(
    _ range: Range<Int>, isHeading: Bool = false, scope: Scope = .all, into text: inout TokenizedText
  ) {
    text.beginParagraph(isHeading: isHeading)
    // Where the text begins that is no token yet, and where to look on.
    var at = skipNumbering(range)
    var from = at
    var place = places.index(from: at)
    var plain = PlainSearch(scope)
    // What begins no token is plain text, from `at` to the next place where one may begin.
    while place < places.all.count {
      if plain.takesPlace(at: at), let end = endOfPlain(from: at, &place, limit: range.upperBound, &plain, text) {
        text.appendPlainSentence(at..<end)
        (at, from) = (end, end)
        continue
      }
      let next = places.all[place]
      let start = Int(next.offset)
      if start >= range.upperBound { break }
      place += 1
      guard start >= from else { continue }
      switch starts.lead(UInt32(next.character)) {
      case .word:
        guard let word = word(at: next, limit: range.upperBound) else { continue }
        from = word.end
        if lexicon.kinds[word.value] == .text { continue }
        if start > at { text.appendText(at..<start) }
        append(word, at: start, limit: range.upperBound, to: &text)
        at = from
      case .mark(let mark):
        if start > at { text.appendText(at..<start) }
        // All marks are of three bytes or of one.
        at = start + (next.character < 0x80 ? 1 : 3)
        text.tokens.append(Token(kind: mark, range: start..<at))
        plain.note(mark)
        from = at
      case .special:
        if start > at { text.appendText(at..<start) }
        at = special(at: start, limit: range.upperBound, into: &text)
        from = at
      }
    }
    if at < range.upperBound { text.appendText(at..<range.upperBound) }
    text.endParagraph()
  }

  /// Whether a period may stand in a stretch of text; most headings hold nothing that one begins with.
  func mayNameYears(_ range: Range<Int>) -> Bool {
    var place = places.index(from: skipNumbering(range))
    while place < places.all.count, case let next = places.all[place], Int(next.offset) < range.upperBound {
      if next.readers.contains(.tokens), starts.periods.contains(UInt32(next.character)) { return true }
      place += 1
    }
    return false
  }

  /// Reads what begins with a mark, a numeral or the like; plain text where it is none.
  /// - Returns: its end.
  private func special(at start: Int, limit: Int, into text: inout TokenizedText) -> Int {
    guard let (scalar, width) = bytes.scalar(at: start) else { return limit }
    if let end = scan(scalar, width: width, at: start, limit: limit, into: &text) { return end }
    text.appendText(start..<start + width)
    return start + width
  }

  /// Reads one token at a place, no mark; nil when it is plain text.
  func scan(
    _ scalar: Unicode.Scalar, width: Int, at: Int, limit: Int, into text: inout TokenizedText
  ) -> Int? {
    if scalar.isDigit {
      if let end = masked(scalar, at: at, limit: limit, into: &text) { return end }
      return numeric(scalar, at: at, limit: limit, into: &text) ?? word(at: at, limit: limit, into: &text)
    }
    // `①新建…②改造…` begins an item, `“四个一”③改造项目` refers to a note.
    if ("①"..."⑳").contains(scalar), text.last.map({ $0.kind != .text && $0.kind != .word }) ?? true {
      text.tokens.append(Token(kind: .semicolon, range: at..<(at + width)))
      return at + width
    }
    if let end = bracketed(scalar, width: width, at: at, limit: limit, into: &text) { return end }
    if let end = masked(scalar, at: at, limit: limit, into: &text) { return end }
    if starts.numerals.contains(scalar), mayCount(scalar, before: at + width) {
      if let end = numeric(scalar, at: at, limit: limit, into: &text) { return end }
    }
    if scalar == "扣" || scalar == "剔", let end = exclusion(at: at, limit: limit, into: &text) { return end }
    if scalar == "第" || scalar == "前" || scalar == "首" || scalar == "榜" {
      if let end = rank(scalar, at: at, limit: limit, into: &text) { return end }
    }
    return word(at: at, limit: limit, into: &text)
  }

  /// Whether a numeral may be more than a part of a word: most of them (`一批`, `统一`) are told by the next character.
  private func mayCount(_ numeral: Unicode.Scalar, before next: Int) -> Bool {
    guard numeral != "万", numeral != "亿", let (scalar, _) = bytes.scalar(at: next) else { return true }
    return starts.behindNumerals.contains(scalar)
  }

  static func mark(_ scalar: Unicode.Scalar) -> Token.Kind? {
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

  func bracketed(
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
      guard let end = closeInParagraph("》", for: scalar, after: at + width, limit: limit, &text) else { return nil }
      appendText(at..<end, to: &text)
      return end
    case "〔", "[", "【":
      let mark: StaticString = scalar == "〔" ? "〕" : scalar == "[" ? "]" : "】"
      guard let end = close(mark, after: at + width, limit: min(limit, at + 60)) else { return nil }
      appendText(at..<end, to: &text)
      return end
    case "（", "(":
      let mark: StaticString = scalar == "（" ? "）" : ")"
      guard let end = closeInParagraph(mark, for: scalar, after: at + width, limit: limit, &text) else { return nil }
      text.tokens.append(Token(kind: .parenthesis, range: at..<end))
      return end
    default:
      return nil
    }
  }

  /// The end of a closing mark that may be as far as the paragraph's end. Where there is none once, there is none further on
  /// either; a paragraph of opening marks would else be searched to its end at each.
  private func closeInParagraph(
    _ mark: StaticString, for opening: Unicode.Scalar, after start: Int, limit: Int, _ text: inout TokenizedText
  ) -> Int? {
    if text.unclosed.contains(opening) { return nil }
    let end = close(mark, after: start, limit: limit)
    if end == nil { text.unclosed.append(opening) }
    return end
  }

  /// The end of the closing mark, if it stands before the limit.
  func close(_ mark: StaticString, after start: Int, limit: Int) -> Int? {
    var at = start
    // Unsafe because a static string gives out a pointer; no mark is empty.
    let lead = unsafe mark.utf8Start[0]
    while at + mark.utf8CodeUnitCount <= limit {
      if bytes[at] == lead, bytes.hasText(mark, at: at) { return at + mark.utf8CodeUnitCount }
      at += 1
    }
    return nil
  }

  /// `扣除留抵退税因素后`, `剔除减税降费因素影响`: what a change is reckoned without says no more of it than `同比` does.
  private func exclusion(at start: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    guard bytes.hasText("扣除", at: start) || bytes.hasText("剔除", at: start),
      let base = lexicon.trie.longestMatch(in: Self.exclusionWord, at: 0, limit: Self.exclusionWord.count)
    else { return nil }
    var at = start + 6
    let last = min(limit, start + 60)
    while at < last, let (scalar, width) = bytes.scalar(at: at), Self.mark(scalar) == nil || scalar == "、",
      !scalar.isDigit
    {
      guard bytes.hasText("因素", at: at) else {
        at += width
        continue
      }
      at += 6
      for word: StaticString in ["的影响", "影响", "后"] where bytes.hasText(word, at: at) { at += word.utf8CodeUnitCount }
      text.tokens.append(
        Token(
          kind: .word, range: start..<at, classes: lexicon.entries[base.value].classes, index: Int32(base.value)))
      return at
    }
    return nil
  }

  /// The word of the lexicon that any exclusion is read as.
  private static let exclusionWord = Array("扣除不可比因素".utf8)

  // MARK: - Words

  /// The word of the lexicon that begins at a place.
  @inline(__always)
  func word(at place: WordPlaces.Place, limit: Int) -> (value: Int, end: Int)? {
    let width = place.character < 0x80 ? 1 : place.character < 0x800 ? 2 : 3
    return lexicon.trie.longestMatch(
      beginningWith: UInt32(place.character), in: bytes.span, from: Int(place.offset) + width, limit: limit)
  }

  private func word(at: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    if bytes.hasText("两位数", at: at), at + 9 <= limit {
      // The number is only hinted at.
      appendQuantity(Quantity(bound: .reference, unit: Words("%"), kind: .percent), at..<(at + 9), to: &text)
      return at + 9
    }
    if bytes.hasText("翻番", at: at), at + 6 <= limit,
      !["行动", "计划", "工程"].contains(where: { bytes.hasText($0, at: at + 6) })
    {
      let twice = ExactNumber(mantissa: 2)
      appendQuantity(Quantity(low: twice, high: twice, unit: Words("倍"), kind: .times), at..<(at + 6), to: &text)
      return at + 6
    }
    guard let match = lexicon.trie.longestMatch(in: bytes, at: at, limit: limit) else { return nil }
    append(match, at: at, limit: limit, to: &text)
    return match.end
  }

  /// Appends a word of the lexicon as what it is where it stands.
  private func append(_ match: (value: Int, end: Int), at: Int, limit: Int, to text: inout TokenizedText) {
    switch lexicon.kinds[match.value] {
    case .word:
      text.append(word: match.value, lexicon.classes[match.value], at..<match.end)
    case .text: appendText(at..<match.end, to: &text)
    case .byContext: appendByContext(match, at: at, limit: limit, to: &text)
    }
  }

  private func appendByContext(
    _ match: (value: Int, end: Int), at: Int, limit: Int, to text: inout TokenizedText
  ) {
    let classes = lexicon.entries[match.value].classes
    var isInsideWord = match.end - at == 3 && classes.isSubset(of: [.act, .aux]) && endsText(text, at: at)
    if match.end - at == 3, classes.isSubset(of: [.act, .rank]), endsText(text, at: at),
      let (next, _) = bytes.scalar(at: match.end), match.end < limit
    {
      // `建材家居`, `撤村建居`; but `数量居各市首位`
      let measured = text.last.map { Words(memory, $0.range).last?.isOne(of: "量额率值速数度幅") == true } ?? false
      isInsideWord = !measured && !next.isOne(of: "第全首前各世省市区县国郊同")
    }
    // `总产值要达到`
    if isInsideWord, bytes.hasText("要", at: at), let (next, _) = bytes.scalar(at: match.end), match.end < limit,
      next.isOne(of: "达增完实突控提超力比")
    {
      isInsideWord = false
    }
    let period = classes.contains(.period) ? lexicon.periods[match.value] : nil
    // `收入比2010年翻一番`: no 收入比.
    if classes.isSubset(of: .nominal), bytes.hasText("比", at: match.end - 3), match.end < limit,
      bytes[match.end] >= 0x30 && bytes[match.end] <= 0x39,
      let than = lexicon.trie.longestMatch(in: bytes, at: match.end - 3, limit: limit)
    {
      appendText(at..<(match.end - 3), to: &text)
      append(than, at: match.end - 3, limit: limit, to: &text)
      return
    }
    // `旅游及相关产业`: one name.
    let joinsName =
      bytes.hasText("及", at: at) && ["相关", "配套", "其他", "有关", "附属", "衍生"].contains { bytes.hasText($0, at: match.end) }
    if joinsName || classes.isSubset(of: .nominal) || isInsideWord || period == .years(5) && namesPlan(after: match.end)
    {
      appendText(at..<match.end, to: &text)
    } else if let rule = period {
      appendPeriod(PeriodMark(rule: rule), at..<match.end, to: &text)
    } else {
      text.append(word: match.value, classes, at..<match.end)
    }
  }

  /// `5年专项规划`: how long a plan runs, not when.
  private func namesPlan(after end: Int) -> Bool {
    (0...4).contains { skip in ["规划", "计划", "行动", "方案"].contains { bytes.hasText($0, at: end + 3 * skip) } }
  }

  /// A verb of one character after plain text is a part of a word (`基建`, `公共`).
  private func endsText(_ text: TokenizedText, at: Int) -> Bool {
    guard let last = text.last else { return false }
    return last.kind == .text && last.range.upperBound == at
  }

  // MARK: - Appending

  func appendText(_ range: Range<Int>, to text: inout TokenizedText) {
    text.appendText(range)
  }

  func appendQuantity(_ quantity: Quantity, _ range: Range<Int>, to text: inout TokenizedText) {
    text.tokens.append(Token(kind: .quantity, range: range, index: Int32(text.quantities.count)))
    text.quantities.append(quantity)
  }

  func appendPeriod(_ mark: PeriodMark, _ range: Range<Int>, to text: inout TokenizedText) {
    text.tokens.append(Token(kind: .period, range: range, index: Int32(text.periods.count)))
    text.periods.append(mark)
  }

  func appendRank(_ mark: RankMark, _ range: Range<Int>, to text: inout TokenizedText) {
    text.tokens.append(Token(kind: .rank, range: range, index: Int32(text.ranks.count)))
    text.ranks.append(mark)
  }
}
