/// Digits with several multipliers: `3万5千`, `1亿2000万`, `1千2百多万`.
extension NumberScanner {
  /// A mixed numeral, which old reports print; nil where there is one multiplier only.
  /// - Parameter first: the digits it begins with.
  func mixed(_ first: ScannedNumber, at start: Int, limit: Int) -> ScannedNumber? {
    guard first.integer != nil, let (power, width) = bytes.scalar(at: first.end), power.chinesePower != nil,
      let (next, _) = bytes.scalar(at: first.end + width), next.isDigit || next == "零"
    else { return nil }
    var numeral = MixedNumeral()
    var at = start
    while at < limit, let (scalar, width) = bytes.scalar(at: at) {
      if scalar.isDigit {
        guard let digits = plainDigits(at: at, limit: limit), numeral.take(digits.value, count: digits.end - at) else {
          return nil
        }
        at = digits.end
      } else if let power = scalar.chinesePower {
        if let unit = units.trie.longestMatch(in: bytes, at: at, limit: limit), unit.end > at + width { break }
        guard numeral.multiply(power) else { break }
        at += width
      } else if numeral.takesMark(scalar) {
        at += width
      } else {
        break
      }
    }
    guard let value = numeral.value else { return nil }
    return ScannedNumber(
      value: ExactNumber(mantissa: value), end: at, multiplier: numeral.multiplier, isMore: numeral.isMore,
      digitCount: at - start)
  }

  /// Up to eight digits without a fraction.
  private func plainDigits(at start: Int, limit: Int) -> (value: Int64, end: Int)? {
    var at = start
    var value: Int64 = 0
    while at < limit, at - start <= 8, bytes[at] >= 0x30, bytes[at] <= 0x39 {
      value = value * 10 + Int64(bytes[at] - 0x30)
      at += 1
    }
    let isFraction = at + 1 < limit && bytes[at] == 0x2E && bytes[at + 1] >= 0x30 && bytes[at + 1] <= 0x39
    return at - start <= 8 && !isFraction ? (value, at) : nil
  }
}

/// The running value of digits with multipliers that fall.
private struct MixedNumeral {
  private var total: Int64 = 0
  /// What stands before 万 or 亿.
  private var section: Int64 = 0
  private var digits: Int64?
  private var digitCount = 0
  private var groups = 0
  private var small = 4
  private var large = 12
  private var skipsPlaces = false
  private(set) var isMore = false
  private(set) var multiplier = 0

  /// Nil where it is no such numeral.
  var value: Int64? {
    guard groups > 1 else { return nil }
    // `3万5000`, `2千500`, `1万零50`; not `1亿2000`
    if digits != nil, !skipsPlaces, digitCount != (small < 4 ? small : large) { return nil }
    return total + section + (digits ?? 0)
  }

  mutating func take(_ value: Int64, count: Int) -> Bool {
    guard digits == nil, !isMore, groups == 0 || value < Self.powerOfTen(small < 4 ? small : large) else {
      return false
    }
    digits = value
    digitCount = count
    groups += 1
    return true
  }

  mutating func multiply(_ power: Int) -> Bool {
    if power < 4 {
      guard let value = digits, value < 10, power < small else { return false }
      section += value * Self.powerOfTen(power)
      small = power
    } else {
      guard power < large, digits != nil || section > 0 else { return false }
      total += (section + (digits ?? 0)) * Self.powerOfTen(power)
      section = 0
      small = 4
      large = power
    }
    multiplier = max(multiplier, power)
    digits = nil
    skipsPlaces = false
    return true
  }

  /// `零` within it, `多` and `余` behind a multiplier.
  mutating func takesMark(_ scalar: Unicode.Scalar) -> Bool {
    guard digits == nil, multiplier > 0 else { return false }
    if scalar == "零", !skipsPlaces {
      skipsPlaces = true
      return true
    }
    guard scalar == "多" || scalar == "余" || scalar == "几", !isMore else { return false }
    isMore = true
    return true
  }

  private static func powerOfTen(_ power: Int) -> Int64 { (0..<power).reduce(1) { product, _ in product * 10 } }
}
