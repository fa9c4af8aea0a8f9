import ReportReading
import Testing

@testable import Archive

@Suite struct DifferenceTests {
  let folder = TemporaryFolder()

  private func number(_ text: String) -> ExactNumber? { Double(text).flatMap { ExactNumber(exactly: $0) } }

  /// Two figures of one indicator in reports of two years.
  private func compare(_ first: (String, String, String), _ other: (String, String, String)) throws -> Difference? {
    let drafts = [(2019, first), (2020, other)].map { year, stated in
      var draft = Draft.jinshan(year)
      draft.quantities = [
        Draft.Quantity(
          indicator: "造林面积", measure: .level, comparator: stated.0 == stated.1 ? .equal : .range, low: number(stated.0),
          high: number(stated.1), unit: stated.2, period: String(year), quote: "安排")
      ]
      return draft.record("\(year).txt")
    }
    try store(drafts, in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    guard case .found(let district) = try reader.resolve(district: "金山区") else { return nil }
    return try reader.compare(districts: [district], years: [2019, 2020]).rows.first?.difference(1)
  }

  @Test(arguments: [
    (("100", "100", "亩"), ("130.5", "130.5", "亩"), "30.5", "30.5", "亩"),
    (("3000", "3000", "亩"), ("100", "100", "公顷"), "-1500", "-1500", "亩"),
    (("1", "1", "公顷"), ("15", "15", "亩"), "0", "0", "公顷"), (("10", "20", "亩"), ("25", "25", "亩"), "5", "15", "亩"),
    (("0.1", "0.1", "亩"), ("0.3", "0.3", "亩"), "0.2", "0.2", "亩"),
  ]) func isInTheFirstUnit(
    first: (String, String, String), other: (String, String, String), low: String, high: String, unit: String
  ) throws {
    let difference = try #require(try compare(first, other))
    #expect(difference.low.description == low)
    #expect(difference.high.description == high)
    #expect(difference.unit == unit)
  }

  @Test func historyShowsMainTargetsFirstAndMarksBreaks() throws {
    var records: [ReportRecord] = []
    for year in 2012...2017 {
      var draft = Draft.jinshan(year)
      let name = year < 2015 ? "农民人均纯收入" : "农村居民人均可支配收入"
      draft.quantities = [
        Draft.Quantity(indicator: name, period: String(year), quote: "安排", isHeadline: true),
        Draft.Quantity(indicator: "造林面积", measure: .level, unit: "亩", period: String(year), quote: "安排"),
      ]
      records.append(draft.record("\(year).txt"))
    }
    try store(records, in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    guard case .found(let district) = try reader.resolve(district: "金山区") else { fatalError("not found") }
    var options = TableOptions()
    options.isHeadlineOnly = true
    let history = try reader.history(of: district, options: options)
    #expect(history.rows.map(\.series.indicatorID) == ["rural_income"])
    #expect(history.rows[0].breaks(.target) == [2015])
    #expect(history.leftOut.further == 6)
    #expect(try reader.history(of: district).rows.count == 2)
  }
}
