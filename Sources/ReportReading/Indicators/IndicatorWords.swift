/// A scope word before or after an indicator's name.
struct IndicatorScope: Sendable, Equatable {
  var word: String
  /// Whether it makes another series of the indicator (`在地`), or names the unit's own (`属地`, `全市`).
  var makesSeries: Bool
}

/// The words around an indicator's name, by the part they play.
final class IndicatorWords: Sendable {
  private let replacements: WordTrie
  /// What replaces each word of ``replacements``.
  private let replacing: [[UInt8]]
  private let before: IndicatorWordList
  private let after: IndicatorWordList
  /// Scope words that a name of the catalogue can begin with and that are kept all the same (`区级地方财政收入`).
  private let kept: IndicatorWordList

  /// - Parameter rows: word, role (`same`, `drop`, `own`, `tier`, `scope`, `qualifier`, `suffix`), value.
  init(rows: [[Substring]]) {
    var same: [(word: Substring, by: Substring)] = []
    var before: [IndicatorWordList.Entry] = []
    var after: [IndicatorWordList.Entry] = []
    var kept: [IndicatorWordList.Entry] = []
    for cells in rows {
      let word = cells[0]
      let value = cells.count > 2 ? cells[2] : ""
      let own = IndicatorScope(word: String(word), makesSeries: false)
      let series = IndicatorScope(word: String(value.isEmpty ? word : value), makesSeries: true)
      switch cells[1] {
      case "same": same.append((word, value))
      case "drop": before.append((word, nil))
      case "suffix": after.append((word, nil))
      case "own":
        before.append((word, own))
        kept.append((word, own))
      case "tier":
        before.append((word, series))
        kept.append((word, own))
      case "scope": before.append((word, series))
      case "qualifier":
        before.append((word, series))
        after.append((word, series))
      case "growth", "constant", "nominal": break  // of clauses: GrowthWords
      default: preconditionFailure("indicator-words.tsv: unknown role: \(cells)")
      }
    }
    replacements = WordTrie(same.enumerated().map { ($1.word, $0) })
    replacing = same.map { Array($0.by.utf8) }
    self.before = IndicatorWordList(before)
    self.after = IndicatorWordList(after)
    self.kept = IndicatorWordList(kept)
  }

  /// The characters with which words begin that have an equal.
  var replaced: ScalarSet { replacements.starts.firstCharacters }

  /// The text with each word that has an equal replaced by it, longest word first, from left to right.
  func normalised(_ text: [UInt8]) -> [UInt8] {
    let bytes = text.span
    var result: [UInt8] = []
    var position = 0
    var copied = 0
    while position < bytes.count {
      let (character, width) = bytes.character(at: position)
      guard replacements.starts.firstCharacters.contains(character),
        let found = replacements.longestMatch(in: bytes, at: position, limit: bytes.count)
      else {
        position += width
        continue
      }
      result += text[copied..<position]
      result += replacing[found.value]
      position = found.end
      copied = position
    }
    if copied == 0 { return text }
    result += text[copied...]
    return result
  }

  /// The scope words that stand before anything else in the text.
  func leadingScopes(of text: [UInt8]) -> [IndicatorScope] {
    var last = 0
    let starts = starts(of: text)
    starts.forEachPosition { last = $0 }
    return scopes(before: last, starts)
  }

  /// The scope word that a name begins with although it belongs to the name: it says whose the statistics are.
  func keptScope(of name: ArraySlice<UInt8>) -> IndicatorScope? {
    kept.words.longestMatch(in: name.span, at: 0, limit: name.count).flatMap { kept.scopes[$0.value] }
  }

  // MARK: - Where names begin and end

  /// The positions that scope words lead up to, from the text's beginning on.
  func starts(of text: [UInt8]) -> IndicatorEdges {
    let bytes = text.span
    var starts = IndicatorEdges(origin: 0, count: text.count)
    var position = 0
    while position < bytes.count {
      if starts.has(position) {
        before.words.forEachMatch(in: bytes, at: position, limit: bytes.count) { word, end in
          if !starts.has(end) { starts.add(end, from: position, word: word) }
        }
      }
      position = starts.next(after: position)
    }
    return starts
  }

  /// The positions from which only measure words follow to the text's end.
  func ends(of text: [UInt8]) -> IndicatorEdges {
    let bytes = text.span
    var ends = IndicatorEdges(origin: text.count, count: text.count)
    for position in bytes.indices.reversed() where bytes[position] & 0xC0 != 0x80 {
      // Of several the longest, which comes last.
      after.words.forEachMatch(in: bytes, at: position, limit: bytes.count) { word, end in
        if ends.has(end) { ends.add(position, from: end, word: word) }
      }
    }
    return ends
  }

  /// The scope words that lead up to a position, in the order of the text.
  func scopes(before position: Int, _ starts: IndicatorEdges) -> [IndicatorScope] {
    var scopes: [IndicatorScope] = []
    starts.forEachWord(from: position) { if let scope = before.scopes[$0] { scopes.append(scope) } }
    scopes.reverse()
    return scopes
  }

  /// The scope words that follow a position, in the order of the text.
  func scopes(after position: Int, _ ends: IndicatorEdges) -> [IndicatorScope] {
    var scopes: [IndicatorScope] = []
    ends.forEachWord(from: position) { if let scope = after.scopes[$0] { scopes.append(scope) } }
    return scopes
  }
}

/// Words with a meaning each, of which all that begin at a place are wanted, not the longest alone: scope words and
/// names are told apart by what parses as a whole.
struct IndicatorWordList: Sendable {
  typealias Entry = (word: Substring, scope: IndicatorScope?)

  let words: WordTrie
  /// By the values of ``words``.
  let scopes: [IndicatorScope?]

  init(_ entries: [Entry]) {
    words = WordTrie(entries.enumerated().map { ($1.word, $0) })
    scopes = entries.map(\.scope)
  }
}

/// Positions in an indicator's words that one end of them leads to, word by word.
struct IndicatorEdges {
  private struct Step {
    /// The position before, towards the end from which the steps lead; -1 where none leads here.
    var from: Int32 = -1
    var word: Int32 = -1
  }

  /// The end from which the steps lead.
  private let origin: Int
  /// By position; empty while there is only the origin, as mostly.
  private var steps: [Step] = []
  private let count: Int

  /// - Parameter count: of the text's bytes.
  init(origin: Int, count: Int) {
    self.origin = origin
    self.count = count
  }

  func has(_ position: Int) -> Bool { position == origin || !steps.isEmpty && steps[position].from >= 0 }

  mutating func add(_ position: Int, from: Int, word: Int) {
    if steps.isEmpty { steps = Array(repeating: Step(), count: count + 1) }
    steps[position] = Step(from: Int32(from), word: Int32(word))
  }

  /// The next position after one, of those there are; beyond the text where there is none.
  func next(after position: Int) -> Int {
    if steps.isEmpty { return position < origin ? origin : count + 1 }
    return (position + 1..<max(steps.count, position + 1)).first { has($0) } ?? count + 1
  }

  /// In ascending order.
  func forEachPosition(_ body: (Int) -> Void) {
    var position = has(0) ? 0 : next(after: 0)
    while position <= count {
      body(position)
      position = next(after: position)
    }
  }

  /// The words on the way from a position back to the origin.
  func forEachWord(from position: Int, _ body: (Int) -> Void) {
    var position = position
    while position != origin {
      body(Int(steps[position].word))
      position = Int(steps[position].from)
    }
  }
}
