import ReportReading

/// Figures as people write them: `≥1.6万个`, `6.5%左右`, `15–18%`, `487.9亿元`.
enum FigureText {
  /// The value with comparator and unit.
  /// - Parameters:
  ///   - low: lower end, multiplied out; nil for a reference or a masked number.
  ///   - high: upper end, equal to `low` but for a range.
  ///   - words: what to show for a bound without a number (the quote).
  static func value(
    low: ExactNumber?, high: ExactNumber?, comparator: Comparator, unit: String, measure: Measure,
    words: @autoclosure () -> String = ""
  ) -> String {
    guard let low, let high = high ?? low as ExactNumber? else {
      return comparator == .reference ? words() : "?" + unit
    }
    if measure == .rank { return rank(low, comparator) }
    // A decrease carries its sign in the number, and its bound in words about the size: -3 with ≥ is 下降3%以上.
    let falls = measure == .change && low.mantissa < 0 && high.mantissa <= 0
    let (first, last) = falls ? (high.negated, low.negated) : (low, high)
    let power = multiplier(first, last, unit: unit)
    let number = first == last ? digits(first, power) : digits(first, power) + "–" + digits(last, power)
    let quantity = number + name(ofPower: power) + unit
    let sign = falls ? "降" : ""
    switch comparator {
    case .equal, .range, .reference: return sign + quantity
    case .about: return sign + quantity + "左右"
    case .atLeast: return sign + "≥" + quantity
    case .moreThan: return sign + ">" + quantity
    case .atMost: return sign + "≤" + quantity
    case .lessThan: return sign + "<" + quantity
    }
  }

  /// `第2`, `前3` for a place not worse than the third.
  private static func rank(_ place: ExactNumber, _ comparator: Comparator) -> String {
    switch comparator {
    case .atMost, .lessThan: "前" + place.description
    default: "第" + place.description
    }
  }

  /// The power of ten that makes the number shortest: `1.6万`, but `18954`. A tie goes to the larger one (`1.234亿`).
  private static func multiplier(_ low: ExactNumber, _ high: ExactNumber, unit: String) -> Int {
    if unitsWithoutMultiplier.contains(unit) { return 0 }
    var best = 0
    var shortest = length(low, high, 0)
    for power in [4, 8, 12] where isAtLeastOne(high, power) {
      let length = length(low, high, power)
      if length <= shortest { (best, shortest) = (power, length) }
    }
    return best
  }

  private static let unitsWithoutMultiplier: Set<String> = ["", "%", "‰", "个百分点", "倍", "位", "年", "天", "小时"]

  private static func length(_ low: ExactNumber, _ high: ExactNumber, _ power: Int) -> Int {
    low.scaled(byPowerOfTen: -power).plainLength + high.scaled(byPowerOfTen: -power).plainLength
  }

  private static func isAtLeastOne(_ number: ExactNumber, _ power: Int) -> Bool {
    let scaled = number.scaled(byPowerOfTen: -power)
    return scaled.exponent >= 0 ? scaled.mantissa != 0 : scaled.doubleValue.magnitude >= 1
  }

  private static func digits(_ number: ExactNumber, _ power: Int) -> String {
    number.scaled(byPowerOfTen: -power).description
  }

  private static func name(ofPower power: Int) -> String {
    switch power {
    case 4: "万"
    case 8: "亿"
    case 12: "万亿"
    default: ""
    }
  }
}
