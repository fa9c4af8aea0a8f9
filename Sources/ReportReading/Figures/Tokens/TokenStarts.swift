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
  /// For each character one more than the kind of its token where it is a mark, ``otherSpecial`` for others of ``special``, else 0.
  private let leads: FixedTable<UInt8>
  private static let otherSpecial: UInt8 = 0xFF
  /// For each character the raw value of its role.
  private let roles: FixedTable<UInt8>

  /// What a token that begins with a character is.
  enum Lead {
    /// A word of the lexicon, if any.
    case word
    case mark(Token.Kind)
    /// A number, a rank, a bracket, or a word.
    case special
  }

  /// What a character that tokens may begin with says of its sentence.
  enum Role: UInt8 {
    /// Nothing: a mark within the sentence, or what begins words of no other role.
    case plain
    /// It ends.
    case stop
    /// A part of it ends.
    case semicolon
    /// It may hold a number or a bracket.
    case hard
    /// A numeral that is mostly a part of a word.
    case numeral
    /// What ranks begin with.
    case order
    /// What words for periods begin with.
    case period
    /// What words for bounds begin with.
    case bound
    /// What `届政府` begins with: a sentence may announce the years of a term.
    case term
    /// `“`, `《`: what stands within is a name.
    case quote, title
  }

  /// Words that a sentence is read for though it has no number.
  static let scopes: WordClass = [.period, .gap, .pre, .levelTo]

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
    var leads = [UInt8](repeating: 0, count: 1 << 16)
    for character in special.members { leads[Int(character)] = Self.otherSpecial }
    for mark in marks.unicodeScalars {
      if let kind = Tokenizer.mark(mark) { leads[Int(mark.value)] = kind.rawValue + 1 }
    }
    self.leads = FixedTable(leads)
    roles = FixedTable(Self.roles(lexicon, marks: marks, numerals: numerals, characters: characters))
  }

  /// The roles by character; of several the one that is told last.
  private static func roles(_ lexicon: ClauseLexicon, marks: String, numerals: String, characters: String) -> [UInt8] {
    var roles = [UInt8](repeating: Role.plain.rawValue, count: 1 << 16)
    func set(_ role: Role, _ characters: some Sequence<UInt32>) {
      for character in characters where character < 1 << 16 { roles[Int(character)] = role.rawValue }
    }
    func set(_ role: Role, _ characters: String) { set(role, characters.unicodeScalars.map(\.value)) }
    set(.bound, lexicon.firstCharacters(of: scopes))
    set(.period, lexicon.firstCharacters(of: .period))
    set(.hard, characters)
    set(.numeral, numerals)
    set(.hard, "万亿○")
    set(.order, "第前首榜翻")
    set(.term, "届")
    for mark in marks.unicodeScalars {
      let kind = Tokenizer.mark(mark)
      set(kind == .stop ? .stop : kind == .semicolon ? .semicolon : .plain, [mark.value])
    }
    set(.quote, "“")
    set(.title, "《")
    set(.plain, "”")
    return roles
  }

  @inline(__always)
  func role(_ character: UInt32) -> Role { Role(rawValue: roles[Int(character & 0xFFFF)]) ?? .hard }

  @inline(__always)
  func lead(_ character: UInt32) -> Lead {
    let lead = leads[Int(character & 0xFFFF)]
    if lead == 0 { return .word }
    return lead == Self.otherSpecial ? .special : Token.Kind(rawValue: lead - 1).map { .mark($0) } ?? .special
  }
}
