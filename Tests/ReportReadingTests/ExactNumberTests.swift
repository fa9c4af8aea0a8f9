import Testing

@testable import ReportReading

@Test(arguments: [
  (ExactNumber(mantissa: 4879, exponent: 7), "48790000000"), (ExactNumber(mantissa: 381, exponent: -4), "0.0381"),
  (ExactNumber(mantissa: -3), "-3"), (ExactNumber(mantissa: 1200, exponent: -2), "12"), (ExactNumber(mantissa: 0), "0"),
  (ExactNumber(mantissa: -25, exponent: -1), "-2.5"),
])
func exactNumbersPrintPlainly(number: ExactNumber, text: String) {
  #expect(number.description == text)
}

@Test func exactNumbersAreTheNearestDoubles() throws {
  var generator = SystemRandomNumberGenerator()
  for _ in 0..<1000 {
    let digits = Int64.random(in: -999_999_999_999_999...999_999_999_999_999, using: &generator)
    let number = ExactNumber(mantissa: digits, exponent: Int.random(in: -25...25, using: &generator))
    #expect(number.doubleValue == Double(number.description))
  }
}
