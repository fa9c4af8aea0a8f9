/// What tokens begin with: all other characters are plain text, told at once.
struct TokenStarts: Sendable {
  /// Anything but plain text may begin so.
  let any: WordStarts
  /// The characters that begin more than words of the lexicon: marks, numbers, ranks.
  let special: ScalarSet

  static let standard = TokenStarts(.standard)

  private init(_ lexicon: ClauseLexicon) {
    let characters = "、，,；;：。！？\n|“”《〔[【（(0123456789〇零一二两三四五六七八九十百千万亿第前首榜翻xX×*○□●■①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    special = ScalarSet(characters)
    any = lexicon.trie.starts.union(lexicon.trie.starts, letting: characters)
  }
}
