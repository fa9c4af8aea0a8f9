/// What kind of token a character can begin, for each of the basic multilingual plane, so that most are told at once.
struct TokenStarts: Sendable {
  enum Kind: UInt8, Sendable {
    /// Nothing begins here: a part of a name.
    case plain
    /// A word of the lexicon at most.
    case word
    /// Any token.
    case any
  }
  private(set) var kinds = [Kind](repeating: .plain, count: 0x10000)

  static let standard = TokenStarts(.standard)

  private init(_ lexicon: ClauseLexicon) {
    for scalar in lexicon.trie.firstCharacters { kinds[Int(scalar)] = .word }
    let others = "、，,；;：。！？\n|“”《〔[【（(0123456789〇零○一二两三四五六七八九十百千万亿第前首榜翻"
    for scalar in others.unicodeScalars { kinds[Int(scalar.value)] = .any }
  }
}
