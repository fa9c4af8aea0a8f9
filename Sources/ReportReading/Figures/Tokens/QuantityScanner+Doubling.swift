/// How often a thing doubled.
extension QuantityScanner {
  /// `翻一番`: twice, `翻两番`: four times, `翻了2.2番`: 4.59 times.
  func doubling(_ number: ScannedNumber, limit: Int) -> ScannedQuantity? {
    guard bytes.hasText("番", at: number.end), !namesDeed(at: number.end + 3), var tenths = number.tenths else {
      return nil
    }
    var end = number.end + 3
    if bytes.hasText("半", at: end), tenths % 10 == 0 {
      tenths += 5
      end += 3
    }
    guard (1...59).contains(tenths) else { return nil }
    let value =
      tenths % 10 == 0
      ? ExactNumber(mantissa: Int64(1 << (tenths / 10)))
      : ExactNumber(mantissa: Int64(Self.hundredths[tenths % 10] << (tenths / 10)) / 100, exponent: -2)
    let bound: Comparator?
    (bound, end) = boundAfter(end, limit: limit)
    let quantity = Quantity(low: value, high: value, bound: bound, unit: Words("倍"), kind: .times)
    return ScannedQuantity(quantity: quantity, end: end)
  }

  /// Two to the power of so many tenths, in ten-thousandths.
  private static let hundredths = [10_000, 10_718, 11_487, 12_311, 13_195, 14_142, 15_157, 16_245, 17_411, 18_661]

  /// `一番新事业`, `一番作为`: no doubling.
  private func namesDeed(at: Int) -> Bool {
    let next = bytes.hasText("新", at: at) ? at + 3 : at
    return ["事业", "业绩", "天地", "作为", "功夫", "气象", "景象", "成就"].contains { bytes.hasText($0, at: next) }
  }
}

extension ScannedNumber {
  /// The number in tenths; nil where it has smaller parts.
  fileprivate var tenths: Int? {
    if let integer { return integer < 10 ? integer * 10 : nil }
    return value.exponent == -1 && value.mantissa < 100 ? Int(value.mantissa) : nil
  }
}
