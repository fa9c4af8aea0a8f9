/// Takes out the spaces that typesetting and copying left within Chinese words and numbers.
enum SpaceRemover {
  /// Keeps one space between two Latin words and between two numerals; `1 234 567` becomes one numeral.
  /// - Parameter output: takes the glyphs that stay; what it held is gone.
  static func removeSpaces(_ glyphs: ArraySlice<Glyph>, into output: inout [Glyph]) {
    let tables = CharacterTables.shared
    output.removeAll(keepingCapacity: true)
    output.reserveCapacity(glyphs.count)
    var index = glyphs.startIndex
    while index < glyphs.endIndex {
      let glyph = glyphs[index]
      guard glyph.scalar == Scalar.space else {
        output.append(glyph)
        index += 1
        continue
      }
      var next = index
      while next < glyphs.endIndex, glyphs[next].scalar == Scalar.space { next += 1 }
      if let left = output.last, next < glyphs.endIndex {
        let kinds = (tables.kind(left.scalar), tables.kind(glyphs[next].scalar))
        let isBetweenWords = kinds == (.latin, .latin)
        let after = glyphs[next...]
        let isBetweenNumerals = kinds == (.digit, .digit) && !groups(output, after) && !splits(output, after)
        if isBetweenWords || isBetweenNumerals { output.append(glyph) }
      }
      index = next
    }
  }

  /// Whether a stray space stands within one numeral (`社区2 1个`, `1 69.4亿`): one or two digits behind a word, and
  /// digits with a word or sign behind them. More than two groups are a list (`21 43 36`).
  private static func splits(_ before: [Glyph], _ after: ArraySlice<Glyph>) -> Bool {
    if splitsAmount(before, after) { return true }
    let leading = before.suffix(3).reversed().prefix { Scalar.isDigit($0.scalar) }.count
    guard (1...2).contains(leading), before.count > leading else { return false }
    guard CharacterTables.shared.kind(before[before.count - leading - 1].scalar) == .ideograph else { return false }
    let number = after.prefix { Scalar.isDigit($0.scalar) || $0.scalar == Scalar.point }
    guard let next = after.dropFirst(number.count).first(where: { $0.scalar != Scalar.space }) else { return false }
    return next.scalar == Scalar.percent || CharacterTables.shared.kind(next.scalar) == .ideograph
  }

  /// `110 8亿元`, `2.5 5万个`, `1 0 68亿元`: digits behind a word with stray spaces among them, and a unit right behind the last.
  private static func splitsAmount(_ before: [Glyph], _ after: ArraySlice<Glyph>) -> Bool {
    let leading = before.suffix(8).reversed().prefix { Scalar.isDigit($0.scalar) || $0.scalar == Scalar.point }.count
    guard leading < 8, before.count > leading, case let word = before[before.count - leading - 1].scalar,
      CharacterTables.shared.kind(word) == .ideograph || Scalar.isCloser(word)
        || word == Scalar.ideographicComma || word == Scalar.fullComma
    else { return false }
    var digits = leading
    for glyph in after.prefix(10) {
      switch glyph.scalar {
      case Scalar.zero...Scalar.nine, Scalar.point: digits += 1
      case Scalar.space: continue
      default: return digits <= 7 && units.contains(glyph.scalar)
      }
    }
    return false
  }

  private static let units = Set("%‰亿万元个家户人公亩吨套名座处所件项条辆台场次头余多".unicodeScalars.map(\.value))

  /// More digits are no number.
  private static let longestNumeral = 32

  /// Whether a space sets off groups of exactly three digits: at most three digits before it, none behind a point.
  private static func groups(_ before: [Glyph], _ after: ArraySlice<Glyph>) -> Bool {
    var leading = 0
    while leading < min(before.count, longestNumeral), Scalar.isDigit(before[before.count - 1 - leading].scalar) {
      leading += 1
    }
    let isFraction = leading < before.count && before[before.count - 1 - leading].scalar == Scalar.point
    guard leading < longestNumeral else { return false }
    // Groups already joined leave more than three digits, always three more than a multiple of three behind the first.
    let isHead = leading <= 3 || (leading - 1) / 3 * 3 >= leading - 3 && joinedByGroups(before, leading)
    guard !isFraction, isHead else { return false }
    return after.prefix { Scalar.isDigit($0.scalar) }.count == 3
  }

  /// Whether the digits at the end were themselves joined over spaces: their source has gaps.
  private static func joinedByGroups(_ glyphs: [Glyph], _ count: Int) -> Bool {
    let last = glyphs.count - 3
    return last > 0 && count > 3 && glyphs[last - 1].end < glyphs[last].start
  }
}
