internal import CTables

/// The words by which a target without a number can be measured, read from `references.tsv`.
struct YardstickWords: Sendable {
  /// What words say of the yardstick.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt8
    /// `全省`, `下达`: the number is another's.
    static let elsewhere = Roles(rawValue: 1 << 0)
    /// `较快`: no number settles it.
    static let vague = Roles(rawValue: 1 << 1)
    /// `经济增长`
    static let grossProduct = Roles(rawValue: 1 << 2)
    /// `持平`
    static let level = Roles(rawValue: 1 << 3)
    /// `正增长`
    static let rise = Roles(rawValue: 1 << 4)
    /// `下降`
    static let fall = Roles(rawValue: 1 << 5)

    static let names: [Substring: Roles] = [
      "elsewhere": .elsewhere, "vague": .vague, "gdp": .grossProduct, "level": .level, "rise": .rise, "fall": .fall,
    ]
  }

  /// What a clause says.
  struct Findings: BitwiseCopyable, Sendable {
    var roles: Roles = []
    /// `不低于`, `同步`: on which side the target lies, by the longest of such words.
    var side: Comparator?
  }

  /// Those of one word; of the longest words first, so that of several sides the first counts.
  private let meanings: FixedTable<Findings>
  private let trie: WordTrie

  static let standard = YardstickWords(rows: unsafe Table.rows(CTableReferences))

  private init(rows: [[Substring]]) {
    var meanings: [Substring: Findings] = [:]
    for row in rows where row.count == 3 && row[0] == "yardstick" {
      let side = Comparator(rawValue: String(row[1]))
      for word in Table.words(row[2]) {
        meanings[word, default: Findings()].roles.insert(Roles.names[row[1]] ?? [])
        if let side { meanings[word, default: Findings()].side = side }
      }
    }
    let entries = meanings.sorted { ($1.key.utf8.count, $0.key) < ($0.key.utf8.count, $1.key) }
    self.meanings = FixedTable(entries.map(\.value))
    trie = WordTrie(entries.enumerated().map { ($1.key, $0) })
  }

  /// What the words within a clause say, wherever they stand in it.
  func findings(in clause: Words) -> Findings {
    var found = Findings()
    var first = meanings.count
    clause.withText { text in
      var at = clause.range.lowerBound
      while at < clause.range.upperBound {
        trie.forEachMatch(in: text, at: at, limit: clause.range.upperBound) { index, _ in
          let meaning = meanings[index]
          found.roles.formUnion(meaning.roles)
          if let side = meaning.side, index < first {
            first = index
            found.side = side
          }
        }
        at += text.character(at: at).width
      }
    }
    return found
  }
}
