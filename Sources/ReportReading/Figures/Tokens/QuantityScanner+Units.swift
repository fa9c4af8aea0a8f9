/// Sums with small change, classifiers that other words begin with, and units that no table lists.
extension QuantityScanner {
  /// `13元5角`, `三十四元二角`, `2元3角5分`
  func smallChange(after number: ScannedNumber, unit: FoundUnit?, limit: Int) -> ScannedQuantity? {
    guard var unit, unit.name == "元", unit.power == 0 else { return nil }
    var number = number
    for (name, power) in [("角", -1), ("分", -2)] as [(StaticString, Int)] {
      guard let part = numbers.number(at: unit.end, limit: limit), part.digitCount == 1,
        bytes.hasText(name, at: part.end)
      else { continue }
      number.value = number.value.adding(part.value.scaled(byPowerOfTen: power))
      unit.end = part.end + 3
    }
    guard unit.end > number.end + 3 else { return nil }
    return finish(number, last: number, unit: unit, isRange: false, limit: limit)
  }

  /// Whether nothing but a mark or a bound follows.
  func endsCount(at end: Int, limit: Int) -> Bool {
    guard end < limit, let (next, _) = bytes.scalar(at: end) else { return true }
    if next.isOne(of: "，。；、：）（和及与,;") { return true }
    return !next.isOne(of: "多余") && boundAfter(end, limit: limit).0 != nil
  }

  /// `20万梭，`: one character between 万 or 亿 and a mark is the unit, whatever it is.
  func unlistedUnit(behind number: ScannedNumber, limit: Int) -> FoundUnit? {
    // `万豪`, `悠悠万事`: names and sayings are in words.
    guard number.multiplier >= 4, !number.isChinese, let (scalar, width) = bytes.scalar(at: number.end),
      number.end < limit,
      (0x4E00...0x9FFF).contains(scalar.value), endsCount(at: number.end + width, limit: limit),
      !scalar.isOne(of: "的了等和与及或之以多余上下左右者内外里中后前起到至大小级式型各分每为是在由从其也均都又再约近达超过增减元")
    else { return nil }
    if units.trie.longestMatch(in: bytes, at: number.end, limit: limit) != nil { return nil }
    let end = number.end + width
    return FoundUnit(name: Words(memory, number.end..<end), kind: .count, power: 0, end: end)
  }
}

extension ExactNumber {
  /// The sum of two numbers of few digits.
  func adding(_ other: ExactNumber) -> ExactNumber {
    let low = min(exponent, other.exponent)
    return ExactNumber(
      mantissa: mantissa * Self.powerOfTen(exponent - low) + other.mantissa * Self.powerOfTen(other.exponent - low),
      exponent: low)
  }

  private static func powerOfTen(_ n: Int) -> Int64 { (0..<min(n, 18)).reduce(1) { product, _ in product * 10 } }
}
