import Foundation
import ReportReading
import Testing

/// The samples read from bytes to figures: what each is there to show (`Tests/Samples/README.md`).
@Suite struct SampleReportsTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    var file: String
    var district: String
    var code: String
    var year: Int
    var basis: YearBasis
    var flags: Set<ReportFlag> = []
    var testDescription: String { file }
  }

  static let samples = [
    Expected(file: "daye-2012-gb18030", district: "大冶市", code: "420281", year: 2012, basis: .text),
    Expected(
      file: "haimen-masked-year", district: "海门市", code: "320684", year: 2008, basis: .inferred,
      flags: [.yearMasked]),
    Expected(file: "jiashan-2019", district: "嘉善县", code: "330421", year: 2019, basis: .title),
    Expected(file: "jiashan-2020", district: "嘉善县", code: "330421", year: 2020, basis: .title),
    Expected(file: "jiashan-2020-library-copy", district: "嘉善县", code: "330421", year: 2020, basis: .title),
    Expected(file: "jiashan-2021", district: "嘉善县", code: "330421", year: 2021, basis: .text),
    Expected(file: "jinjiang-2012-five-years", district: "晋江市", code: "350582", year: 2012, basis: .title),
    Expected(
      file: "masked-town-2016", district: "××镇", code: "", year: 2017, basis: .title, flags: [.districtMasked]),
    Expected(file: "nanhui-2007", district: "南汇区", code: "310119", year: 2007, basis: .title),
    Expected(file: "nanhui-2008", district: "南汇区", code: "310119", year: 2008, basis: .title),
    Expected(file: "panyu-2013-traditional", district: "番禺区", code: "440113", year: 2013, basis: .title),
  ]

  static func report(_ name: String) throws -> Report {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Samples/reports/\(name).txt"))
    return try ReportReader().read([UInt8](data))
  }

  @Test(arguments: samples) func knowsItsDistrictAndYear(expected: Expected) throws {
    let report = try Self.report(expected.file)
    #expect(report.district.name == expected.district)
    #expect(report.district.code == expected.code)
    #expect(report.year.year == expected.year)
    #expect(report.year.basis == expected.basis)
    #expect(report.flags == expected.flags)
  }

  /// Figures from the site's own text would be found in both copies or break the order of the text.
  @Test(arguments: samples) func findsFiguresInTheirPlaces(expected: Expected) throws {
    let report = try Self.report(expected.file)
    #expect(report.figures.count > 30)
    #expect(report.figures.contains { $0.kind == .target && $0.period == String(expected.year) })
    for figure in report.figures {
      #expect(report.sections.indices.contains(figure.section))
      #expect(figure.source.upperBound <= report.text.bytes.count && !figure.source.isEmpty)
    }
  }

  /// File, and what a figure of it says: kind, indicator, comparator, low, unit, period.
  static let headlines = [
    ("jiashan-2020", "target 地区生产总值 ~ 6.5 % 2020"),
    ("jiashan-2020", "outcome 地区生产总值 = 7.3 % 2019"),
    ("jiashan-2020-library-copy", "target 城镇登记失业率 <= 3 % 2020"),
    ("jiashan-2021", "outcome 地区生产总值 = 65580000000 元 2020"),
    ("jiashan-2021", "outcome 一般公共预算收入 = 5.9 % 2020"),
    ("nanhui-2008", "target 农村合作医疗参保率 >= 99 % 2008"),
    ("haimen-masked-year", "target 全社会固定资产投资 range 18 % 2008"),
    ("panyu-2013-traditional", "outcome 社会消费品零售总额 = 71800000000 元 2012"),
    ("daye-2012-gb18030", "outcome 农民人均纯收入 = 18.9 % 2011"),
    ("jinjiang-2012-five-years", "target 城镇化率 = 66 % 2012-2016"),
  ]

  @Test(arguments: headlines) func takesHeadlineFiguresApart(file: String, expected: String) throws {
    let said = try Self.report(file).figures.map { figure in
      let low = figure.low.map(\.description) ?? ""
      return [
        figure.kind.rawValue, figure.indicator, figure.comparator.rawValue, low, figure.unit, figure.period,
      ].joined(separator: " ")
    }
    #expect(said.contains(expected))
  }
}
