internal import ReportReading

/// Numbers as digits, without a string between.
enum Decimal {
  /// Appends an integer.
  static func append(_ value: Int64, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(value.magnitude, to: &bytes)
  }

  /// Appends the shortest decimal number that a binary one stands for, in plain notation; nothing for what is no number.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    // Nearly all figures are integers or have one or two decimals. The quotient of two integers that a binary number holds
    // exactly is correctly rounded: where it gives the value back, the decimal number is the value's, and the first such
    // is the shortest.
    var scaled = value.magnitude
    var power: UInt64 = 1
    for places in 0...3 {
      if scaled < 1e15, scaled.rounded() / Double(power) == value.magnitude {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let number = UInt64(scaled.rounded())
        append(number / power, to: &bytes)
        if places > 0 {
          bytes.append(UInt8(ascii: "."))
          appendDigits(number % power, count: places, to: &bytes)
        }
        return
      }
      power *= 10
      scaled = value.magnitude * Double(power)
    }
    bytes.append(contentsOf: (ExactNumber(exactly: value)?.description ?? "").utf8)
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var count = 1
    var rest = value / 10
    while rest > 0 {
      rest /= 10
      count += 1
    }
    appendDigits(value, count: count, to: &bytes)
  }

  /// Appends the last digits of a number.
  private static func appendDigits(_ value: UInt64, count: Int, to bytes: inout [UInt8]) {
    let end = bytes.count + count
    for _ in 0..<count { bytes.append(UInt8(ascii: "0")) }
    var rest = value
    var at = end
    while rest > 0, at > end - count {
      at -= 1
      bytes[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
