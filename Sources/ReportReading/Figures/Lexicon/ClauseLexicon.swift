internal import CTables

/// What a word can be in a clause; one word can be several.
struct WordClass: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt32
  static let change = WordClass(rawValue: 1 << 0)
  static let levelTo = WordClass(rawValue: 1 << 1)
  static let level = WordClass(rawValue: 1 << 2)
  static let rank = WordClass(rawValue: 1 << 3)
  static let gap = WordClass(rawValue: 1 << 4)
  static let pre = WordClass(rawValue: 1 << 5)
  static let dist = WordClass(rawValue: 1 << 6)
  static let aux = WordClass(rawValue: 1 << 7)
  static let base = WordClass(rawValue: 1 << 8)
  static let avg = WordClass(rawValue: 1 << 9)
  static let among = WordClass(rawValue: 1 << 10)
  static let conj = WordClass(rawValue: 1 << 11)
  static let etc = WordClass(rawValue: 1 << 12)
  static let of = WordClass(rawValue: 1 << 13)
  static let from = WordClass(rawValue: 1 << 14)
  static let to = WordClass(rawValue: 1 << 15)
  static let every = WordClass(rawValue: 1 << 16)
  static let act = WordClass(rawValue: 1 << 17)
  static let adj = WordClass(rawValue: 1 << 18)
  static let place = WordClass(rawValue: 1 << 19)
  static let period = WordClass(rawValue: 1 << 20)
  static let noun = WordClass(rawValue: 1 << 21)
  static let than = WordClass(rawValue: 1 << 22)
  static let relative = WordClass(rawValue: 1 << 23)
  static let bare = WordClass(rawValue: 1 << 24)
  static let territory = WordClass(rawValue: 1 << 25)
  static let sizeNoun = WordClass(rawValue: 1 << 26)
  static let focus = WordClass(rawValue: 1 << 27)
  static let hollow = WordClass(rawValue: 1 << 28)
  static let populace = WordClass(rawValue: 1 << 29)
  static let attribute = WordClass(rawValue: 1 << 30)
  static let head = WordClass(rawValue: 1 << 31)
  /// Classes that only name things: in a clause such a word is plain text.
  static let nominal: WordClass = [
    .noun, .relative, .bare, .territory, .sizeNoun, .hollow, .populace, .attribute, .head,
  ]

  static let names: [Substring: WordClass] = [
    "change": .change, "levelTo": .levelTo, "level": .level, "rank": .rank, "gap": .gap, "pre": .pre, "dist": .dist,
    "aux": .aux, "base": .base, "avg": .avg, "among": .among, "conj": .conj, "etc": .etc, "of": .of, "from": .from,
    "to": .to, "every": .every, "act": .act, "adj": .adj, "place": .place, "period": .period, "noun": .noun,
    "than": .than, "relative": .relative, "bare": .bare, "territory": .territory, "sizeNoun": .sizeNoun,
    "focus": .focus, "hollow": .hollow, "populace": .populace, "attribute": .attribute, "head": .head,
  ]
}

/// Which way in time an auxiliary points.
enum Tense: Sendable { case target, outcome, state, neither }

/// A word of the grammar with what each of its classes says.
struct ClauseWord: BitwiseCopyable, Sendable {
  var classes: WordClass = []
  /// +1 or -1 for a word of change.
  var changeSign: Int8 = 1
  /// The bound that the word puts on a number after it.
  var bound: Comparator?
  /// The bound that a predicate of level implies (`控制在` is at most).
  var levelBound: Comparator = .equal
  /// A word of change that also says what is done to things (`改造提升`).
  var isImprovement = false
  /// `至少`, which may stand before the verb.
  var isLeast = false
  /// `计划`, `安排`: an auxiliary that is a noun as well.
  var isPlan = false
  /// `净增`: what came in addition, an amount where things are counted.
  var isNetGain = false
  /// Whether a verb belongs to the indicator (`新增`) or not (`完成`).
  var keepsVerb = false
  /// `累计`, `累计完成`: what adds up over years.
  var isCumulative = false
  var tense: Tense = .neither
  /// What it is in a text, where that is the same everywhere.
  var token: TokenKind = .byContext

  enum TokenKind: UInt8, BitwiseCopyable, Sendable {
    /// A word of the grammar.
    case word
    /// Plain text: it only names things.
    case text
    /// What stands around it tells.
    case byContext
  }
}

/// The words of the grammar, read from `lexicon.tsv`.
///
/// A class, here and for the other tables: whoever holds one would be copied with it at each use.
final class ClauseLexicon: Sendable {
  let entries: FixedTable<ClauseWord>
  /// Of ``entries`` what the tokenizer asks of each word: by themselves they stay in the first cache.
  let kinds: FixedTable<ClauseWord.TokenKind>
  let classes: FixedTable<WordClass>
  let trie: WordTrie
  /// Rules of period words, by their index.
  let periods: [Int: PeriodMark.Rule]
  /// `增速`, `占比`: said of a thing named before.
  let relatives: WordList
  /// `总投资`: what describes a thing named after it.
  let attributes: WordList
  /// `面积`, `产值`: ends of names that tell what is measured.
  let heads: WordList
  /// Characters that words of each class begin with.
  private let firsts: [(classes: WordClass, character: UInt32)]

  static let standard = ClauseLexicon()

  private init() {
    var places: [Substring: Int] = [:]
    var words: [(word: Substring, entry: ClauseWord)] = []
    var periods: [Int: PeriodMark.Rule] = [:]
    for row in unsafe Table.rows(CTableLexicon) where row.count == 3 {
      guard let wordClass = WordClass.names[row[0]] else { continue }
      for word in Table.words(row[2]) {
        let place = places[word] ?? words.count
        if place == words.count {
          places[word] = place
          words.append((word, ClauseWord()))
          words[place].entry.isLeast = word == "至少"
          words[place].entry.isPlan = ["计划", "安排", "预期", "拟"].contains(word)
          let kept = Words(keeping: word)
          words[place].entry.isCumulative = kept.hasPrefix("累计") || kept.hasSuffix("累计")
          words[place].entry.isNetGain = kept.hasPrefix("净增")
          words[place].entry.isImprovement = ["提升", "扩大", "增强", "延长", "加快", "加大", "加强", "改善"].contains {
            kept.hasPrefix($0)
          }
        }
        Self.add(wordClass, attribute: row[1], to: &words[place].entry)
        if wordClass == .period { periods[place] = PeriodScanner.rule(named: row[1]) }
      }
    }
    for i in words.indices { words[i].entry.token = Self.token(words[i].word, words[i].entry.classes) }
    self.periods = periods
    firsts = words.compactMap { word in word.word.unicodeScalars.first.map { (word.entry.classes, $0.value) } }
    entries = FixedTable(words.map(\.entry))
    kinds = FixedTable(words.map(\.entry.token))
    classes = FixedTable(words.map(\.entry.classes))
    trie = WordTrie(words.enumerated().map { ($1.word, $0) })
    func list(_ wordClass: WordClass) -> WordList {
      WordList(words.filter { $0.entry.classes.contains(wordClass) }.map { Words(keeping: $0.word) })
    }
    relatives = list(.relative)
    attributes = list(.attribute)
    heads = list(.head)
  }

  /// The characters that words of any of some classes begin with.
  func firstCharacters(of classes: WordClass) -> [UInt32] {
    firsts.filter { !$0.classes.isDisjoint(with: classes) }.map(\.character)
  }

  /// The entry of a whole word.
  func entry(of word: Words) -> ClauseWord? { trie.value(of: word).map { entries[$0] } }

  /// Whether words begin with one of a class.
  func begins(_ words: Words, with wordClass: WordClass) -> Bool {
    guard let found = trie.longestMatch(at: words) else { return false }
    return entries[found.value].classes.contains(wordClass)
  }

  /// Whether a word of a class begins at a place; gives its end.
  func match(_ wordClass: WordClass, in bytes: [UInt8], at start: Int, limit: Int) -> Int? {
    guard let found = trie.longestMatch(in: bytes, at: start, limit: limit),
      entries[found.value].classes.contains(wordClass)
    else { return nil }
    return found.end
  }

  /// What the tokenizer need not look around a word for.
  private static func token(_ word: Substring, _ classes: WordClass) -> ClauseWord.TokenKind {
    // `及相关产业`, `收入比2010年`
    if word.hasPrefix("及") || classes.isSubset(of: .nominal) && word.hasSuffix("比") { return .byContext }
    if classes.isSubset(of: .nominal) { return .text }
    let isInWords =
      word.unicodeScalars.count == 1 && (classes.isSubset(of: [.act, .aux]) || classes.isSubset(of: [.act, .rank]))
    return isInWords || classes.contains(.period) ? .byContext : .word
  }

  private static func add(_ wordClass: WordClass, attribute: Substring, to entry: inout ClauseWord) {
    entry.classes.insert(wordClass)
    switch wordClass {
    case .change: entry.changeSign = attribute == "-" ? -1 : 1
    case .pre: entry.bound = Comparator(rawValue: String(attribute))
    case .level: entry.levelBound = Comparator(rawValue: String(attribute)) ?? .equal
    case .act: entry.keepsVerb = attribute == "keep"
    case .aux:
      entry.tense = attribute == "t" ? .target : attribute == "o" ? .outcome : attribute == "s" ? .state : .neither
    default: break
    }
  }
}
