/// Simplifies the characters whose reading depends on the word they stand in (`著力`, but `著名`).
enum SpecialReadings {
  static func resolve(_ glyphs: inout [Glyph], traits: TextTraits) {
    let tables = CharacterTables.shared
    for index in glyphs.indices {
      let scalar = glyphs[index].scalar
      guard scalar >= 0x3400, scalar < 0x10000 else { continue }
      guard tables.readings[Int(scalar)] == CharacterTables.Reading.special.rawValue else { continue }
      glyphs[index].scalar = reading(of: index, in: glyphs, tables, traits)
    }
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
