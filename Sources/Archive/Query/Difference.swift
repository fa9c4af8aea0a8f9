public import ReportReading

/// How one figure's number differs from another's of one dimension, in the unit of the first.
public struct Difference: Sendable, Equatable {
  /// Least and most that the difference can be; the same but where a figure is a range.
  public var low: ExactNumber
  public var high: ExactNumber
  public var unit: String

  /// - Returns: nil where one of them has no number.
  init?(from first: FigureRow, to other: FigureRow) {
    guard let low = first.low, let high = first.high, let otherLow = other.low, let otherHigh = other.high else {
      return nil
    }
    let factor = UnitScale.of(other.unit).factor / UnitScale.of(first.unit).factor
    guard let least = Self.subtract(high, from: otherLow, factor),
      let most = Self.subtract(low, from: otherHigh, factor)
    else { return nil }
    self.low = least
    self.high = most
    unit = first.unit
  }

  /// `number × factor − less`: exact where no unit is converted, else rounded to six decimals.
  private static func subtract(_ less: ExactNumber, from number: ExactNumber, _ factor: Double) -> ExactNumber? {
    guard factor == 1 else {
      let value = number.doubleValue * factor - less.doubleValue
      return ExactNumber(exactly: (value * 1e6).rounded() / 1e6)
    }
    let exponent = min(less.exponent, number.exponent)
    guard let one = number.digits(at: exponent), let other = less.digits(at: exponent) else { return nil }
    let (difference, overflows) = one.subtractingReportingOverflow(other)
    return overflows ? nil : ExactNumber(mantissa: difference, exponent: exponent)
  }
}

extension ExactNumber {
  /// The mantissa that the number has with a smaller exponent; nil where it does not fit.
  fileprivate func digits(at smaller: Int) -> Int64? {
    var digits = mantissa
    for _ in 0..<max(0, exponent - smaller) {
      let (product, overflows) = digits.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      digits = product
    }
    return digits
  }
}
