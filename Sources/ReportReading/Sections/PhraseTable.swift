/// Finds the phrases of a table in UTF-8 text, the longest first, in time linear in the text.
struct PhraseTable: Sendable {
  /// One phrase that stands at a place of the text.
  struct Match {
    /// What the table says of the phrase.
    var value: Int
    /// Bytes of the phrase.
    var count: Int
  }
  private struct Entry: Sendable {
    var bytes: [UInt8]
    var value: Int
  }
  /// For each first character up to U+9FFF, which list of ``lists`` holds its phrases (0: none).
  private var listOfScalar: [UInt16]
  private var lists: [[Entry]]

  /// - Parameter phrases: each with its value; a phrase may stand once for each value.
  init(_ phrases: [(phrase: Substring, value: Int)]) {
    listOfScalar = Array(repeating: 0, count: 0xA000)
    lists = [[]]
    for (phrase, value) in phrases {
      guard let first = phrase.unicodeScalars.first, first.value < 0xA000 else { continue }
      if listOfScalar[Int(first.value)] == 0 {
        listOfScalar[Int(first.value)] = UInt16(lists.count)
        lists.append([])
      }
      lists[Int(listOfScalar[Int(first.value)])].append(Entry(bytes: Array(phrase.utf8), value: value))
    }
    for i in lists.indices { lists[i].sort { $0.bytes.count > $1.bytes.count } }
  }

  /// The longest phrase that starts at `offset` and ends before `end`.
  /// - Parameter scalar: the character at `offset`.
  func longestMatch(_ scalar: UInt32, in bytes: [UInt8], at offset: Int, before end: Int) -> Match? {
    guard scalar < 0xA000 else { return nil }
    let list = listOfScalar[Int(scalar)]
    guard list != 0 else { return nil }
    for entry in lists[Int(list)] where Self.stands(entry.bytes, in: bytes, at: offset, before: end) {
      return Match(value: entry.value, count: entry.bytes.count)
    }
    return nil
  }

  /// Every phrase that starts at `offset` and ends before `end`, the longest first.
  func forEachMatch(_ scalar: UInt32, in bytes: [UInt8], at offset: Int, before end: Int, _ body: (Match) -> Void) {
    guard scalar < 0xA000 else { return }
    let list = listOfScalar[Int(scalar)]
    guard list != 0 else { return }
    for entry in lists[Int(list)] where Self.stands(entry.bytes, in: bytes, at: offset, before: end) {
      body(Match(value: entry.value, count: entry.bytes.count))
    }
  }

  private static func stands(_ phrase: [UInt8], in bytes: [UInt8], at offset: Int, before end: Int) -> Bool {
    guard offset + phrase.count <= end else { return false }
    for i in phrase.indices where bytes[offset + i] != phrase[i] { return false }
    return true
  }
}
