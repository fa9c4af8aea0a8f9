/// Signs and letters that stand for digits.
extension GlyphRepair {
  mutating func zero(_ index: Int) -> Int {
    emit(index, isBetweenNumerals(index) ? Scalar.chineseZero : Scalar.zero)
  }

  /// `二○○五`, `二OO五`: a round sign between Chinese numerals is their zero.
  private func isBetweenNumerals(_ index: Int) -> Bool {
    guard let last = output.last, Scalar.isNumeral(last.scalar) else { return false }
    var next = index + 1
    while next - index < Self.longestNumeral, Self.roundSigns.contains(scalar(next)) { next += 1 }
    return Scalar.isNumeral(scalar(next)) || scalar(next) == 0x5E74
  }

  private static let roundSigns = ScalarSet("0OoО○◯")

  /// `7O.5%`, `3l.2%`, `I50万`: a letter that optical reading took a digit for.
  mutating func digitLike(_ index: Int) -> Int {
    let scalar = input[index].scalar
    let isRound = scalar != 0x6C && scalar != 0x49
    if isRound, isBetweenNumerals(index) { return emit(index, Scalar.chineseZero) }
    guard scalar < 0x80, isDamagedNumeral(index) else { return emit(index, scalar) }
    return emit(index, isRound ? Scalar.zero : Scalar.one)
  }

  /// What is longer is no number.
  private static let longestNumeral = 40

  static let behindNumerals = Set("%‰亿万千百元年月日个倍人户吨亩公平项家名张座处所起件种条辆台场次头只栋套批".unicodeScalars.map(\.value))
  private static let multipliers = Set("万亿%‰".unicodeScalars.map(\.value))

  /// Whether the letters, digits and points around an index are a numeral: more digits than letters, none but those
  /// letters that look like digits, and a unit behind.
  private func isDamagedNumeral(_ index: Int) -> Bool {
    func isPart(_ index: Int) -> Bool {
      let kind = kind(index)
      return kind == .digit || kind == .latin || scalar(index) == Scalar.point
    }
    var start = index
    while isPart(start - 1), index - start < Self.longestNumeral { start -= 1 }
    var end = index
    while isPart(end), end - index < Self.longestNumeral { end += 1 }
    var digits = 0
    var letters = 0
    for position in start..<end {
      switch scalar(position) {
      case Scalar.zero...Scalar.nine: digits += 1
      case 0x4F, 0x6F, 0x6C, 0x49: letters += 1
      case Scalar.point: break
      default: return false
      }
    }
    guard letters <= 4, Self.behindNumerals.contains(scalar(end)) else { return false }
    if digits > 0 { return true }
    // `lO%`, `Il项`: not `OO项`, which blots a number out, and a lone letter before a multiplier only (`l万平方米`).
    let ones = (start..<end).count { scalar($0) == 0x6C || scalar($0) == 0x49 }
    return ones > 0 && ones < 3 && (letters > 1 || Self.multipliers.contains(scalar(end)))
  }
}
