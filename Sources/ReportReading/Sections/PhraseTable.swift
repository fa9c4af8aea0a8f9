/// Finds the phrases of a table in UTF-8 text, the longest first, in time linear in the text.
struct PhraseTable: Sendable {
  /// One phrase that stands at a place of the text.
  struct Match {
    /// What the table says of the phrase.
    var value: Int
    /// Bytes of the phrase.
    var count: Int
  }
  /// Each phrase with the number of its first value.
  private let trie: WordTrie
  /// The values of all phrases, those of one phrase side by side, the last of them marked.
  private let values: FixedTable<PhraseValue>

  /// - Parameter phrases: each with its value; a phrase may stand once for each value.
  init(_ phrases: [(phrase: Substring, value: Int)]) {
    var valuesOfPhrase: [Substring: [Int]] = [:]
    for (phrase, value) in phrases { valuesOfPhrase[phrase, default: []].append(value) }
    var values: [PhraseValue] = []
    var numbers: [(word: Substring, value: Int)] = []
    for (phrase, own) in valuesOfPhrase.sorted(by: { $0.key < $1.key }) {
      numbers.append((phrase, values.count))
      values += own.enumerated().map { PhraseValue(value: $1, isLast: $0 == own.count - 1) }
    }
    trie = WordTrie(numbers)
    self.values = FixedTable(values)
  }

  /// What the phrases begin with.
  var starts: WordStarts { trie.starts }

  /// The longest phrase that starts at `offset` and ends before `end`.
  @inline(__always)
  func longestMatch(in bytes: Span<UInt8>, at offset: Int, before end: Int) -> Match? {
    trie.longestMatch(in: bytes, at: offset, limit: end).map {
      Match(value: values[$0.value].value, count: $0.end - offset)
    }
  }

  /// The same where ``starts`` has been asked, as at a place of ``WordPlaces``.
  @inline(__always)
  func longestMatchUnfiltered(in bytes: Span<UInt8>, at offset: Int, before end: Int) -> Match? {
    trie.longestMatchUnfiltered(in: bytes, at: offset, limit: end).map {
      Match(value: values[$0.value].value, count: $0.end - offset)
    }
  }

  /// Every phrase that starts at `offset` and ends before `end`, with each of its values.
  @inline(__always)
  func forEachMatch(in bytes: Span<UInt8>, at offset: Int, before end: Int, _ body: (Match) -> Void) {
    trie.forEachMatch(in: bytes, at: offset, limit: end) { forEachValue($0, $1 - offset, body) }
  }

  /// The same where ``starts`` has been asked, as at a place of ``WordPlaces``.
  @inline(__always)
  func forEachMatchUnfiltered(in bytes: Span<UInt8>, at offset: Int, before end: Int, _ body: (Match) -> Void) {
    trie.forEachMatchUnfiltered(in: bytes, at: offset, limit: end) { forEachValue($0, $1 - offset, body) }
  }

  @inline(__always)
  private func forEachValue(_ number: Int, _ count: Int, _ body: (Match) -> Void) {
    var at = number
    while true {
      body(Match(value: values[at].value, count: count))
      if values[at].isLast { break }
      at += 1
    }
  }
}

/// What a table says of a phrase, once.
private struct PhraseValue: BitwiseCopyable, Sendable {
  var value: Int
  /// No other value of the phrase follows.
  var isLast: Bool
}
