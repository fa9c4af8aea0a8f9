/// Words that names end with; nearly always told by the last character.
struct WordEndings: Sendable {
  let words: [Words]
  private let lastCharacters: ScalarSet

  init(_ words: [Words]) {
    self.words = words
    lastCharacters = ScalarSet(words.compactMap { $0.last?.value })
  }

  /// Whether a name ends with one of the words.
  func end(_ name: Words) -> Bool {
    guard let last = name.last, lastCharacters.contains(last) else { return false }
    return words.contains { name.hasSuffix($0) }
  }
}
