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
  private let values: [(value: Int, isLast: Bool)]

  /// - Parameter phrases: each with its value; a phrase may stand once for each value.
  init(_ phrases: [(phrase: Substring, value: Int)]) {
    var valuesOfPhrase: [Substring: [Int]] = [:]
    for (phrase, value) in phrases { valuesOfPhrase[phrase, default: []].append(value) }
    var values: [(value: Int, isLast: Bool)] = []
    var numbers: [(word: Substring, value: Int)] = []
    for (phrase, own) in valuesOfPhrase.sorted(by: { $0.key < $1.key }) {
      numbers.append((phrase, values.count))
      values += own.enumerated().map { ($1, $0 == own.count - 1) }
    }
    trie = WordTrie(numbers)
    self.values = values
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
    trie.forEachMatch(in: bytes, at: offset, limit: end) { number, matchEnd in
      var at = number
      while true {
        body(Match(value: values[at].value, count: matchEnd - offset))
        if values[at].isLast { break }
        at += 1
      }
    }
  }
}
