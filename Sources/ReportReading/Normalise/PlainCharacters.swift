/// The characters that stand in the text as they do in the source, whatever stands beside them.
enum PlainCharacters {
  /// Of three bytes and two columns.
  static let wide = made(of: CharacterTables.shared.plain, without: GlyphRepair.needsCare)

  /// The same, quotation marks and ``marks``, which only some characters before them change.
  static let text = ScalarSet(wide.members + marks.members + [Scalar.leftQuote, Scalar.rightQuote])
  static let marks = ScalarSet("，、。；：")
  /// What ends the sentences of a line.
  static let stops = ScalarSet("。；：！")

  /// Those of special readings that a simplified text keeps, but for some words.
  static let kept = ScalarSet(SpecialReadings.keptInSimplified)
  /// Pairs of characters within such words.
  static let changing = SpecialReadings.pairs(of: SpecialReadings.keptInSimplified)

  private static func made(of plain: ScalarSet, without care: ScalarSet) -> ScalarSet {
    ScalarSet(
      (0x2000..<0x10000).lazy.filter {
        plain.contains($0) && !care.contains($0) && !(0xD800...0xDFFF).contains($0)
      })
  }

  /// Letters, digits and signs of ASCII.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 0x40 ? low : high) & (1 << UInt64(byte & 0x3F)) != 0
  }

  /// A bit for each of `#$%'+/123456789=>`.
  private static let low: UInt64 = 0x63FE_88B8_0000_0000
  /// A bit for each of `@A…Z]^_` to `~` but `I`, `O`, `l` and `o`, which may stand for digits.
  private static let high: UInt64 = 0x7FFF_6FFF_E7FF_7DFF
}
