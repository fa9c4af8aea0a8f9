/// What tokens begin with: all other characters are plain text, told at once.
struct TokenStarts: Sendable {
  /// Anything but plain text may begin so.
  let any: WordStarts
  /// The characters that begin more than words of the lexicon: marks, numbers, ranks.
  let special: ScalarSet
  /// Numerals in characters.
  let numerals: ScalarSet
  /// What follows a numeral below 万 that is more than a part of a word: a unit, another numeral, a mark of a ratio, a span or of numbering.
  let behindNumerals: ScalarSet
  /// What years begin with: digits and numerals, the quotation mark of a five-year plan, words of the lexicon.
  let periods: ScalarSet
  /// For each character the kind of its token where it is a mark, else 0.
  private let marks: FixedTable<UInt8>

  static let standard = TokenStarts(.standard, .standard)

  private init(_ lexicon: ClauseLexicon, _ units: UnitTable) {
    let numerals = "〇零○一二两三四五六七八九十百千万亿"
    let marks = "、，,；;：。！？\n|"
    let characters = "“”《〔[【（(0123456789第前首榜翻扣剔xX×*□●■①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    special = ScalarSet(marks + numerals + characters)
    any = lexicon.trie.starts.union(lexicon.trie.starts, letting: marks + numerals + characters)
    self.numerals = ScalarSet(numerals)
    let parts = numerals + "0123456789点余多几数来个位年半成分番~-—–－～至到:：∶︰/、．强"
    behindNumerals = ScalarSet(units.trie.starts.firstCharacters.members + parts.unicodeScalars.map(\.value))
    periods = ScalarSet(
      lexicon.firstCharacters(of: .period) + (numerals + "0123456789“").unicodeScalars.map(\.value))
    var kinds = [UInt8](repeating: 0, count: 1 << 16)
    for mark in marks.unicodeScalars { kinds[Int(mark.value)] = Tokenizer.mark(mark)?.rawValue ?? 0 }
    self.marks = FixedTable(kinds)
  }

  /// The token that a character is by itself.
  @inline(__always)
  func mark(_ character: UInt32) -> Token.Kind? {
    let kind = marks[Int(character & 0xFFFF)]
    return kind == 0 ? nil : Token.Kind(rawValue: kind)
  }
}
