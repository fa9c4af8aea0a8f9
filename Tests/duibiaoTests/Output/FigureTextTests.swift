import ReportReading
import Testing

@testable import duibiao

@Suite struct FigureTextTests {
  struct Case: CustomTestStringConvertible {
    var low: ExactNumber?
    var high: ExactNumber?
    var comparator: Comparator = .equal
    var unit: String
    var measure: Measure = .level
    var expected: String
    var testDescription: String { expected }

    init(
      _ expected: String, _ low: Int64?, e exponent: Int = 0, to high: Int64? = nil, _ comparator: Comparator = .equal,
      unit: String, _ measure: Measure = .level
    ) {
      self.low = low.map { ExactNumber(mantissa: $0, exponent: exponent) }
      self.high = (high ?? low).map { ExactNumber(mantissa: $0, exponent: exponent) }
      self.comparator = comparator
      self.unit = unit
      self.measure = measure
      self.expected = expected
    }
  }

  @Test(arguments: [
    Case("≥1.6万个", 16000, .atLeast, unit: "个"),
    Case("6.5%左右", 65, e: -1, .about, unit: "%", .change),
    Case("15–18%", 15, to: 18, .range, unit: "%", .change),
    Case("487.9亿元", 4879, e: 7, unit: "元"),
    Case("18954个", 18954, unit: "个"),
    Case("700张", 700, unit: "张"),
    Case("1.5–2亿美元", 15, e: 7, to: 20, .range, unit: "美元"),
    Case("12–15亿元", 12, e: 8, to: 15, .range, unit: "元"),
    Case("3.5万亿元", 35, e: 11, unit: "元"),
    Case("1.234亿元", 1234, e: 5, unit: "元"),
    Case("0.95–1.2亿亩", 9500, e: 4, to: 12000, .range, unit: "亩"),
    Case("52134元", 52134, unit: "元"),
    Case("1万亩", 10000, unit: "亩"),
    Case("9999亩", 9999, unit: "亩"),
    Case("20000%", 20000, unit: "%"),
    Case("0.0381", 381, e: -4, unit: ""),
    Case("降3%", -3, unit: "%", .change),
    Case("降≥3%", -3, .atLeast, unit: "%", .change),
    Case("降3%左右", -3, .about, unit: "%", .change),
    Case("降660份", -660, unit: "份", .change),
    Case("降3–5%", -5, to: -3, .range, unit: "%", .change),
    Case("-2℃", -2, unit: "℃", .level),
    Case("0起", 0, unit: "起"),
    Case("前3", 3, .atMost, unit: "位", .rank),
    Case("第2", 2, unit: "位", .rank),
    Case(">2000家", 2000, .moreThan, unit: "家"),
    Case("<3%", 3, .lessThan, unit: "%"),
    Case("高于经济发展", nil, .reference, unit: ""),
    Case("?美元", nil, .equal, unit: "美元"),
  ]) func writesAsPeopleDo(_ example: Case) {
    let text = FigureText.value(
      low: example.low, high: example.high, comparator: example.comparator, unit: example.unit,
      measure: example.measure, words: "高于经济发展")
    #expect(text == example.expected)
  }
}
