/// Simplifies the characters whose reading depends on the word they stand in (`著力`, but `著名`).
enum SpecialReadings {
  static func resolve(_ index: Int, in glyphs: inout [Glyph], traits: TextTraits) {
    glyphs[index].scalar = reading(of: index, in: glyphs, CharacterTables.shared, traits)
  }

  /// Special characters that keep their form in simplified text, but for words that say otherwise.
  static var keptInSimplified: Set<UInt32> {
    let tables = CharacterTables.shared
    let defaults = tables.words.keys.filter { (tables.specialDefaults[$0] ?? $0) == $0 }
    return tables.rightInSimplified.union(defaults)
  }

  /// Neighbouring characters of the words that change special characters in simplified text.
  static func pairs(of specials: Set<UInt32>) -> WordStarts {
    let tables = CharacterTables.shared
    var builder = WordTrieBuilder()
    for special in specials {
      for word in tables.words[special] ?? []
      where word.alsoInSimplifiedText || !tables.rightInSimplified.contains(special) {
        for (first, second) in zip(word.characters, word.characters.dropFirst()) {
          builder.insertStart([first, second])
        }
      }
    }
    return WordStarts(builder)
  }

  private static func reading(
    of index: Int, in glyphs: [Glyph], _ tables: CharacterTables, _ traits: TextTraits
  ) -> UInt32 {
    let scalar = glyphs[index].scalar
    let keepsForm = !traits.isTraditional && tables.rightInSimplified.contains(scalar)
    for word in tables.words[scalar] ?? [] where word.alsoInSimplifiedText || !keepsForm {
      let start = index - word.position
      guard start >= 0, start + word.characters.count <= glyphs.count else { continue }
      let matches = word.characters.indices.allSatisfy {
        $0 == word.position || glyphs[start + $0].scalar == word.characters[$0]
      }
      if matches { return word.reading }
    }
    return keepsForm ? scalar : tables.specialDefaults[scalar] ?? scalar
  }
}
