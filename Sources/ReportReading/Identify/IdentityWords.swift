internal import CTables

/// The vocabulary of identification, hashed by the first four bytes of each word.
struct IdentityWords: Sendable {
  static let standard = IdentityWords()

  enum Kind: String, Sendable {
    /// The unit's own generic word (`全市`, `我区`).
    case scope
    /// A longer word that holds another and means something else.
    case none
    /// What the clause after a year is about.
    case aim, plan, review
    /// Words of outcomes, and words that set a goal.
    case done, goal
    /// Words before a year.
    case ahead, behind
    /// Words before a year that make it no evidence (`比2015年`).
    case mark
    /// Which year of a five-year plan or a term is spoken of.
    case stage
    /// A government's term.
    case term
    case present, past
    /// A five-year plan.
    case era
    /// Words before the date on which a site published the text.
    case posting
    /// A term of the central committee, before its plenums.
    case congress
    /// A fact of the calendar.
    case dated
  }

  struct Word: Sendable {
    var bytes: [UInt8]
    var kind: Kind
    /// `scope`: weight in tenths; `stage`: the year; `era`: the plan's number; `dated`: the earliest report year.
    var value = 0
    /// `scope`: the last character of the unit's name; `era`: non-empty when it needs marks or a following word.
    var text: [UInt8] = []
    /// `dated`: report years with their weights.
    var years: [(year: Int, weight: Int)] = []
  }

  let words: [Word]
  private let trie: WordTrie

  init() {
    var words: [Word] = []
    func add(_ word: Word) {
      if word.bytes.count >= 3 { words.append(word) }
    }
    // `unsafe` because a C table is a pointer; both are static data.
    for row in unsafe Table.rows(CTableIdentityWords) {
      guard row.count >= 2, let kind = Kind(rawValue: String(row[0])) else { continue }
      var word = Word(bytes: Array(row[1].utf8), kind: kind)
      if kind == .scope {
        word.text = Array(row[2].utf8)
        word.value = Int(row[3]) ?? 0
      } else if row.count > 2 {
        word.value = Int(row[2]) ?? 0
        word.text = row.count > 3 ? Array(row[3].utf8) : []
      }
      add(word)
    }
    for row in unsafe Table.rows(CTableDatedEvidence) where row.count >= 3 {
      var word = Word(bytes: Array(row[0].utf8), kind: .dated, value: Int(row[1]) ?? 0)
      word.years = row[2].split(separator: ",").compactMap {
        let pair = $0.split(separator: ":")
        guard pair.count == 2, let year = Int(pair[0]), let weight = Int(pair[1]) else { return nil }
        return (year, weight)
      }
      add(word)
    }
    // A word that stands twice has its last meaning; a trie keeps the first.
    trie = WordTrie(
      words.enumerated().reversed().map { (Substring(decoding: $0.element.bytes, as: UTF8.self), $0.offset) })
    self.words = words
  }

  /// What the words begin with.
  var starts: WordStarts { trie.starts }

  /// The same where ``starts`` has been asked, as at a place of ``WordPlaces``.
  func longestWordUnfiltered(_ text: Span<UInt8>, at offset: Int) -> (word: Int, end: Int)? {
    trie.longestMatchUnfiltered(in: text, at: offset, limit: text.count).map { ($0.value, $0.end) }
  }

  /// The longest word at an offset, with its end.
  func longestWord(_ text: Span<UInt8>, at offset: Int) -> (word: Int, end: Int)? {
    trie.longestMatch(in: text, at: offset, limit: text.count).map { ($0.value, $0.end) }
  }
}
