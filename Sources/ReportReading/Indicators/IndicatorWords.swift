/// A scope word before or after an indicator's name.
struct IndicatorScope: Sendable, Equatable {
  var word: String
  /// Whether it makes another series of the indicator (`在地`), or names the unit's own (`属地`, `全市`).
  var makesSeries: Bool
}

/// The words around an indicator's name, by the part they play.
struct IndicatorWords: Sendable {
  private var replacements = IndicatorWordList()
  private var before = IndicatorWordList()
  private var after = IndicatorWordList()

  /// Scope words that a name of the catalogue can begin with and that are kept all the same (`区级地方财政收入`).
  private var kept: [[UInt8]] = []

  /// - Parameter rows: word, role (`same`, `drop`, `own`, `tier`, `scope`, `qualifier`, `suffix`), value.
  init(rows: [[Substring]]) {
    for cells in rows {
      let word = String(cells[0])
      let value = cells.count > 2 ? String(cells[2]) : ""
      switch cells[1] {
      case "same": replacements.insert(word, IndicatorScope(word: value, makesSeries: false))
      case "drop": before.insert(word, nil)
      case "suffix": after.insert(word, nil)
      case "own":
        before.insert(word, IndicatorScope(word: word, makesSeries: false))
        kept.append(Array(word.utf8))
      case "tier", "scope":
        before.insert(word, IndicatorScope(word: value.isEmpty ? word : value, makesSeries: true))
        if cells[1] == "tier" { kept.append(Array(word.utf8)) }
      case "qualifier":
        let scope = IndicatorScope(word: value.isEmpty ? word : value, makesSeries: true)
        before.insert(word, scope)
        after.insert(word, scope)
      default: preconditionFailure("indicator-words.tsv: unknown role: \(cells)")
      }
    }
  }

  /// The text with each word that has an equal replaced by it, longest word first, from left to right.
  func normalised(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if let entry = replacements.words(in: text, at: position).first {
        result += Array((entry.scope?.word ?? "").utf8)
        position += entry.word.count
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// The scope words that stand before anything else in the text.
  func leadingScopes(of text: [UInt8]) -> [IndicatorScope] {
    let starts = edges(of: text).starts
    return starts.keys.max().flatMap { starts[$0] } ?? []
  }

  /// The scope word that a name begins with although it belongs to the name: it says whose the statistics are.
  func keptScope(of name: [UInt8]) -> [IndicatorScope] {
    guard let word = kept.filter({ name.starts(with: $0) }).max(by: { $0.count < $1.count }) else { return [] }
    return [IndicatorScope(word: String(decoding: word, as: UTF8.self), makesSeries: false)]
  }

  /// Where a name can begin and end in the text: positions that scope words lead up to, and positions from
  /// which only measure words follow, each with the scope words on the way.
  func edges(of text: [UInt8]) -> (starts: [Int: [IndicatorScope]], ends: [Int: [IndicatorScope]]) {
    var starts: [Int: [IndicatorScope]] = [0: []]
    for position in text.indices {
      guard let scopes = starts[position] else { continue }
      for entry in before.words(in: text, at: position) where starts[position + entry.word.count] == nil {
        starts[position + entry.word.count] = scopes + (entry.scope.map { [$0] } ?? [])
      }
    }
    var ends: [Int: [IndicatorScope]] = [text.count: []]
    for position in text.indices.reversed() {
      for entry in after.words(in: text, at: position) {
        guard let scopes = ends[position + entry.word.count] else { continue }
        ends[position] = (entry.scope.map { [$0] } ?? []) + scopes
        break
      }
    }
    return (starts, ends)
  }
}

/// Words with a meaning each, of which all that begin at a place are wanted, not the longest alone: scope words and
/// names are told apart by what parses as a whole.
struct IndicatorWordList: Sendable {
  struct Entry: Sendable {
    var word: [UInt8]
    var scope: IndicatorScope?
  }

  private var byLead: [UInt32: [Entry]] = [:]

  /// Adds a word; of words with the same first character the longest stands first.
  mutating func insert(_ word: String, _ scope: IndicatorScope?) {
    let entry = Entry(word: Array(word.utf8), scope: scope)
    let lead = Self.lead(of: entry.word, at: 0)
    var entries = byLead[lead] ?? []
    entries.insert(entry, at: entries.firstIndex { $0.word.count < entry.word.count } ?? entries.count)
    byLead[lead] = entries
  }

  /// The words that stand at the position, longest first.
  func words(in text: [UInt8], at position: Int) -> [Entry] {
    guard let entries = byLead[Self.lead(of: text, at: position)] else { return [] }
    return entries.filter { text[position...].starts(with: $0.word) }
  }

  /// The first character's bytes: three for a Chinese character, else one.
  private static func lead(of text: [UInt8], at position: Int) -> UInt32 {
    guard text[position] >= 0xE0, position + 2 < text.count else { return UInt32(text[position]) }
    return UInt32(text[position]) << 16 | UInt32(text[position + 1]) << 8 | UInt32(text[position + 2])
  }
}
