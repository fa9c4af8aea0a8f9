/// The words around an indicator's name, by the part they play.
struct IndicatorWords: Sendable {
  private var replacements = IndicatorWordList()
  private var before = IndicatorWordList()
  private var after = IndicatorWordList()

  /// - Parameter rows: word, role (`same`, `drop`, `own`, `scope`, `qualifier`, `suffix`), value.
  init(rows: [[Substring]]) {
    for cells in rows {
      let word = String(cells[0])
      let value = cells.count > 2 ? String(cells[2]) : ""
      switch cells[1] {
      case "same": replacements.insert(word, value)
      case "drop", "own": before.insert(word, "")
      case "suffix": after.insert(word, "")
      case "scope": before.insert(word, value.isEmpty ? word : value)
      case "qualifier":
        before.insert(word, value.isEmpty ? word : value)
        after.insert(word, value.isEmpty ? word : value)
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
        result += Array(entry.value.utf8)
        position += entry.word.count
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// The qualifiers that stand before anything else in the text.
  func leadingQualifiers(of text: [UInt8]) -> [String] {
    let starts = edges(of: text).starts
    return starts.keys.max().flatMap { starts[$0] } ?? []
  }

  /// Where a name can begin and end in the text: positions that scope words lead up to, and positions from
  /// which only measure words follow, each with the qualifiers on the way.
  func edges(of text: [UInt8]) -> (starts: [Int: [String]], ends: [Int: [String]]) {
    var starts: [Int: [String]] = [0: []]
    for position in text.indices {
      guard let qualifiers = starts[position] else { continue }
      for entry in before.words(in: text, at: position) where starts[position + entry.word.count] == nil {
        starts[position + entry.word.count] = entry.value.isEmpty ? qualifiers : qualifiers + [entry.value]
      }
    }
    var ends: [Int: [String]] = [text.count: []]
    for position in text.indices.reversed() {
      for entry in after.words(in: text, at: position) {
        guard let qualifiers = ends[position + entry.word.count] else { continue }
        ends[position] = entry.value.isEmpty ? qualifiers : [entry.value] + qualifiers
        break
      }
    }
    return (starts, ends)
  }
}

/// Words with a value each, of which all that begin at a place are wanted, not the longest alone: scope words and
/// names are told apart by what parses as a whole.
struct IndicatorWordList: Sendable {
  struct Entry: Sendable {
    var word: [UInt8]
    var value: String
  }

  private var byLead: [UInt32: [Entry]] = [:]

  /// Adds a word; of words with the same first character the longest stands first.
  mutating func insert(_ word: String, _ value: String) {
    let entry = Entry(word: Array(word.utf8), value: value)
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
