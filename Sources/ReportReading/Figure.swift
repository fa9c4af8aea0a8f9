/// Whether a figure is to be reached or was reached.
public enum FigureKind: String, Sendable, CaseIterable {
  case target, outcome
}

/// What the number measures: a state or an amount, a change against an earlier period, a place in an order.
public enum Measure: String, Sendable, CaseIterable {
  case level, change, rank
}

/// How the stated number bounds the quantity.
public enum Comparator: String, Sendable, BitwiseCopyable, CaseIterable {
  case equal = "="
  case about = "~"
  case atLeast = ">="
  case moreThan = ">"
  case atMost = "<="
  case lessThan = "<"
  case range
  /// A bound by reference or a direction, without a number.
  case reference = "ref"
}

/// A reason to distrust a figure.
public enum FigureFlag: String, Sendable, CaseIterable {
  /// The number cannot be right as printed.
  case implausible
  /// The number is blotted out.
  case masked
  /// List members and numbers do not pair up, or the number is only hinted at.
  case ambiguous
}

/// A quantity that the report states about an indicator for a period (`spec: figures`).
public struct Figure: Sendable, Equatable {
  public var kind: FigureKind
  /// What is measured, in the report's words, simplified, without verb, number and period.
  public var indicator: String
  public var measure: Measure
  public var comparator: Comparator
  /// Lower end in ``unit``, multiplied out; nil for a reference or a masked number.
  public var low: ExactNumber?
  /// Upper end; equals ``low`` but for a range.
  public var high: ExactNumber?
  /// Simplified, without multiplier (`元`, `%`, `个百分点`, `平方米`).
  public var unit: String
  /// `2020`, `2001-2007`, or empty.
  public var period: String
  /// Where the clause that states it stands in the decoded text; its bytes there are the quote.
  public var source: Range<Int>
  /// Index of the innermost section.
  public var section: Int
  public var flags: Set<FigureFlag>
  /// Whether it stands in the statement of the report's main targets.
  public var isHeadline: Bool
  /// Whether it speaks of a state (`达到`, a rate) rather than of an amount of work: over several years a state is that of the
  /// last, an amount the sum of all.
  public var isState: Bool
  /// What a target without a number can be measured by; nil where it has a number or its words do not tell.
  public var yardstick: Yardstick?

  public init(
    kind: FigureKind, indicator: String, measure: Measure, comparator: Comparator, low: ExactNumber?,
    high: ExactNumber?, unit: String, period: String, source: Range<Int>, section: Int, flags: Set<FigureFlag>,
    isHeadline: Bool = false, isState: Bool = false, yardstick: Yardstick? = nil
  ) {
    self.kind = kind
    self.indicator = indicator
    self.measure = measure
    self.comparator = comparator
    self.low = low
    self.high = high
    self.unit = unit
    self.period = period
    self.source = source
    self.section = section
    self.flags = flags
    self.isHeadline = isHeadline
    self.isState = isState
    self.yardstick = yardstick
  }
}

/// A decimal number without rounding: `mantissa × 10^exponent`.
public struct ExactNumber: Sendable, Hashable {
  public var mantissa: Int64
  public var exponent: Int

  /// Normalised so that the mantissa does not end in a zero (0 is 0 × 10^0).
  public init(mantissa: Int64, exponent: Int = 0) {
    var mantissa = mantissa
    var exponent = mantissa == 0 ? 0 : exponent
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  public var negated: ExactNumber { ExactNumber(mantissa: -mantissa, exponent: exponent) }

  /// Shifted by a power of ten.
  public func scaled(byPowerOfTen power: Int) -> ExactNumber {
    var scaled = self
    if mantissa != 0 { scaled.exponent += power }
    return scaled
  }

  /// The nearest binary number. Exact enough to give back the same decimals: the reader takes at most 15 digits.
  public var doubleValue: Double {
    // Both numbers are exact, so that the one operation rounds to the nearest.
    guard mantissa.magnitude < 1 << 53, (-22...22).contains(exponent) else { return Double(description) ?? 0 }
    let power = Self.powersOfTen[abs(exponent)]
    return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
  }

  /// Those that a binary number of 64 bits holds exactly.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}

extension ExactNumber: CustomStringConvertible {
  /// Plain decimal notation: `48790000000`, `0.0381`, `-3`.
  public var description: String {
    let digits = String(mantissa.magnitude).utf8
    var text: [UInt8] = []
    text.reserveCapacity(plainLength)
    if mantissa < 0 { text.append(UInt8(ascii: "-")) }
    if exponent >= 0 {
      text.append(contentsOf: digits)
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent))
    } else {
      // A digit stands before the point.
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, 1 - exponent - digits.count)))
      text.append(contentsOf: digits)
      text.insert(UInt8(ascii: "."), at: text.count + exponent)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// How long ``description`` is.
  public var plainLength: Int {
    let digits = String(mantissa.magnitude).utf8.count
    return (mantissa < 0 ? 1 : 0) + (exponent < 0 ? max(digits, 1 - exponent) + 1 : digits + exponent)
  }
}
