/// Simplifies the characters whose reading depends on the word they stand in (`著力`, but `著名`).
enum SpecialReadings {
  static func resolve(_ index: Int, in glyphs: inout [Glyph], traits: TextTraits) {
    glyphs[index].scalar = reading(of: index, in: glyphs, CharacterTables.shared, traits)
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
