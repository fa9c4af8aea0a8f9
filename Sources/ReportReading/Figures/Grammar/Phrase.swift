/// Names made of tokens.
struct PhraseBuilder: ~Copyable {
  let bytes: [UInt8]
  let memory: WordMemory
  let lexicon: ClauseLexicon

  /// The words of tokens, without periods, and without brackets but short ones within a name (`水泥（油）路`).
  func words(_ tokens: Tokens) -> Words {
    // As nearly always.
    if tokens.isUnbroken(of: Self.plain) { return Words(memory, tokens.span) }
    return gathered(tokens)
  }

  /// Tokens that words are taken from as they stand.
  private static let plain: Token.Kinds = [.text, .word, .quantity, .rank, .enumeration, .comma, .semicolon, .stop]

  private func gathered(_ tokens: Tokens) -> Words {
    var words = Words()
    // What stands together in the text is taken together.
    var stretch = 0..<0
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind == .period || token.kind == .colon { continue }
      if token.kind == .parenthesis, !isWithinName(index, of: tokens) { continue }
      if token.range.lowerBound == stretch.upperBound {
        stretch = stretch.lowerBound..<token.range.upperBound
      } else {
        if !stretch.isEmpty { words += Words(memory, stretch) }
        stretch = token.range
      }
    }
    return words.isEmpty ? Words(memory, stretch) : words + Words(memory, stretch)
  }

  /// The words of one token.
  func words(_ token: Token) -> Words {
    token.kind == .period || token.kind == .colon || token.kind == .parenthesis ? Words() : Words(memory, token.range)
  }

  /// Whether a bracket of one to three characters stands between two parts of a name.
  private func isWithinName(_ index: Int, of tokens: Tokens) -> Bool {
    guard tokens[index].range.count <= 15, index > tokens.startIndex else { return false }
    let before = tokens[index - 1]
    if endsUnits(at: index, of: tokens) { return true }
    guard index + 1 < tokens.endIndex else { return false }
    let after = tokens[index + 1]
    return before.kind == .text && after.kind == .text && before.range.upperBound == tokens[index].range.lowerBound
      && !bytes[tokens[index].range].contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether a bracket names further kinds of units of government (`县（市、区）`).
  func endsUnits(at index: Int, of tokens: Tokens) -> Bool {
    guard index > tokens.startIndex, tokens[index].kind == .parenthesis, tokens[index].range.count <= 15,
      case let before = tokens[index - 1], before.kind == .text,
      before.range.upperBound == tokens[index].range.lowerBound
    else { return false }
    return ["县", "市", "乡", "区", "旗"].contains { bytes.hasText($0, at: before.range.upperBound - 3) }
      && ["市", "区", "镇", "县", "旗"].contains { bytes.hasText($0, at: tokens[index].range.lowerBound + 3) }
  }

  /// Leaves out the words in front that are no part of a name: auxiliaries, conjunctions, plain verbs.
  func trimmed(_ tokens: Tokens) -> Tokens {
    let start = tokens.indices.first { !isInFront(tokens[$0], before: $0 + 1 < tokens.endIndex ? tokens[$0 + 1] : nil) }
    return tokens[(start ?? tokens.endIndex)...]
  }

  /// Whether a token is no part of a name that begins with or behind it.
  /// - Parameter next: the token behind it, if there is one.
  private func isInFront(_ token: Token, before next: Token?) -> Bool {
    switch token.kind {
    case .period, .parenthesis, .colon, .enumeration, .comma: true
    case .word: isLeader(token, before: next)
    case .text where next == nil && words(token).isOne(of: ["年度", "其余"]): true
    case .text where token.range.count == 3:
      // `年减少燃煤…`: a year's amount; `按增长7%安排`.
      bytes.hasText("年", at: token.range.lowerBound) && next != nil || bytes.hasText("按", at: token.range.lowerBound)
    default: false
    }
  }

  private func isLeader(_ token: Token, before next: Token?) -> Bool {
    if token.range.count == 3, next != nil, bytes.hasText("为", at: token.range.lowerBound) { return true }
    let classes = token.classes
    let entry = lexicon.entries[Int(token.index)]
    if classes.contains(.act) {
      let isInWord = token.range.count == 3 && next?.kind == .text
      return !entry.keepsVerb && next != nil && !isInWord
    }
    // One character before plain text is rather the first of a name (`应届毕业生`, `新能源`).
    if classes == .aux, token.range.count == 3, next?.kind == .text, entry.tense == .neither {
      return ["将", "把", "向", "给", "令", "由", "对", "使", "让", "又", "也", "还", "并", "则", "就", "其", "即"].contains {
        bytes.hasText($0, at: token.range.lowerBound)
      }
    }
    return !classes.isDisjoint(with: [.aux, .conj, .dist, .base, .among, .adj, .of, .to, .etc])
      && classes.isDisjoint(with: [.nominal])
  }

  /// Cuts a long stretch of sentence down to the phrase nearest to its end.
  func shortened(_ tokens: Tokens, limit: Int = 66) -> Tokens {
    var tokens = tokens
    while byteCount(tokens) > limit {
      guard
        let cut = tokens.indices.dropFirst().first(where: {
          tokens[$0].classes.contains(.act) && tokens.endIndex - $0 > 1
        })
      else { break }
      tokens = trimmed(tokens[cut...])
    }
    return tokens
  }

  /// `省、市人大代表建议`, `中央和省生态环境保护督察`: levels of government before one name.
  func joinsLevels(_ mark: Int, in tokens: Tokens) -> Bool {
    guard mark > tokens.startIndex, mark + 1 < tokens.endIndex, tokens[mark + 1].kind == .text else { return false }
    return words(tokens[mark - 1]).isOne(of: ["国家", "中央", "部", "省", "市", "州", "县", "区", "盟", "旗", "乡", "镇"])
  }

  func byteCount(_ tokens: Tokens) -> Int { tokens.reduce(0) { $0 + $1.range.count } }

  /// Auxiliaries of time and plain verbs; of one character they are too often parts of words.
  private func isDropped(_ token: Token) -> Bool {
    // `家禽分别出栏`
    if token.classes.contains(.dist), token.range.count > 3 { return true }
    guard token.range.count > 3, !token.classes.isDisjoint(with: [.aux, .act]) else { return false }
    let word = lexicon.entries[Int(token.index)]
    if token.classes.contains(.aux), word.tense != .neither { return true }
    let end = token.range.upperBound - 6
    return token.classes.contains(.act) && !word.keepsVerb
      && (bytes.hasText("完成", at: end) || bytes.hasText("实现", at: end))
  }

  /// Leaves out auxiliaries and plain verbs within a subject (`企业预计完成纳税销售` → `企业纳税销售`).
  func condensed(_ tokens: Tokens) -> Words {
    var tokens = tokens
    let classes = tokens.reduce(into: WordClass()) { $0.formUnion($1.classes) }
    // `甲、乙等新兴产业占比`: the name stands after the examples.
    if classes.contains(.etc), let examples = tokens.lastIndex(where: { $0.classes.contains(.etc) }),
      byteCount(tokens[(examples + 1)...]) >= 12,
      tokens[..<examples].contains(where: { $0.kind == .enumeration })
    {
      tokens = tokens[(examples + 1)...]
    }
    if tokens.contains(where: { $0.kind == .period || $0.kind == .word && isDropped($0) }) {
      tokens = withoutDropped(tokens)
    }
    // `服务业增加值占到生产总值`: 占 is the word of the name.
    if classes.contains(.level), let share = tokens.firstIndex(where: { bytes.hasText("占到", at: $0.range.lowerBound) })
    {
      var whole = Array(tokens)
      let start = whole[share - tokens.startIndex].range.lowerBound
      whole[share - tokens.startIndex].range = start..<start + 3
      tokens = memory.keep(whole)
    }
    let end = tokens.lastIndex { $0.classes.isDisjoint(with: [.etc, .of]) }.map { $0 + 1 } ?? tokens.startIndex
    return words(tokens[..<end]).trimmingName()
  }

  private func withoutDropped(_ tokens: Tokens) -> Tokens {
    let tokens = tokens.filter { $0.kind != .period }
    var kept: [Token] = []
    for (offset, token) in tokens.enumerated() {
      let isInside = offset > 0 && offset + 1 < tokens.count
      if isInside, token.kind == .word, isDropped(token), kept.last?.kind == .text { continue }
      kept.append(token)
    }
    return memory.keep(kept)
  }
}

extension Words {
  /// Without the dashes in front (`——福州新区`) and the preposition at the end (`投资以`年均…) that belong to the sentence.
  fileprivate func trimmingName() -> Words {
    var name = self
    // Those of Chinese characters are greater.
    while !name.isEmpty, name.byte(at: 0) < 0xE4, let first = name.first, first == "—" || first == "-" || first == "·" {
      name = name.dropFirst()
    }
    // Last bytes of 以, 的, 在 and 分别: most names end in none of them.
    guard let last = name.lastByte, last == 0xA5 || last == 0x84 || last == 0xA8 || last == 0xAB else { return name }
    if name.hasSuffix("分别"), name.count > 2 { name = name.dropLast(2) }
    while let last = name.last, last.isOne(of: "以的"), name.count > 2 { name = name.dropLast() }
    if name.hasSuffix("都在") || name.hasSuffix("均在"), name.count > 4 { name = name.dropLast(2) }
    return name
  }
}
