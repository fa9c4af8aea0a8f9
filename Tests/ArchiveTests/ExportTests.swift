import ReportReading
import Testing

@testable import Archive

@Suite struct ExportTests {
  let folder = TemporaryFolder()

  /// A county of Shanghai and one of Zhejiang, the latter with a copy, and a figure that cannot be trusted.
  private func archive() throws -> ArchiveReader {
    var other = Draft.jinshan(2030, growth: 71)
    other.year = 2020
    other.district = "嘉善县"
    other.code = "330421"
    other.quantities[0].flags = [.implausible]
    let copy = other
    try store(
      [
        Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt"), other.record("c.txt"),
        copy.record("d.txt"),
      ], in: folder.archive)
    return try ArchiveReader(path: folder.archive)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var sources: [String]
    var change: @Sendable (inout Filter) -> Void

    init(_ name: String, _ sources: String, _ change: @escaping @Sendable (inout Filter) -> Void) {
      testDescription = name
      self.sources = sources.map { "\($0).txt" }
      self.change = change
    }
  }

  @Test(arguments: [
    Case("all", "abcd") { _ in },
    Case("below a province", "cd") { $0.parents = ["浙江省"] },
    Case("below a prefecture by its code", "cd") { $0.parents = ["330400"] },
    Case("below itself", "") { $0.parents = ["330421"] },
    Case("of a level", "abcd") { $0.levels = [.county] },
    Case("of another level", "") { $0.levels = [.town, .prefecture] },
    Case("years", "bcd") { $0.years = 2020...2020 },
    Case("plans", "abcd") { $0.sectionKinds = [.plan] },
    Case("glossaries", "") { $0.sectionKinds = [.glossary] },
    Case("a known indicator", "abcd") { $0.indicators = ["gdp"] },
    Case("no known indicator", "") { $0.indicators = ["gnp"] },
    Case("ranks", "") { $0.measures = [.rank] },
    Case("for a year", "a") { $0.periods = 2018...2018 },
    Case("trusted", "abc") { $0.isTrustedOnly = true },
    Case("several at once", "b") {
      $0.parents = ["上海市"]
      $0.kind = .target
      $0.periods = 2020...2021
      $0.isTrustedOnly = true
    },
  ])
  func filtersNarrow(_ example: Case) throws {
    let reader = try archive()
    var filter = Filter()
    example.change(&filter)
    for table in [ExportTable.figures, .sections] {
      let sources = Set(try reader.exported(table, filter).compactMap { $0["source"] })
      #expect(sources.sorted() == example.sources, "\(table)")
    }
    if filter.sectionKinds == nil {
      #expect(try reader.exported(.reports, filter).compactMap { $0["source"] }.sorted() == example.sources)
    }
  }

  @Test func kindsOfFiguresAreKeptApart() throws {
    let reader = try archive()
    var filter = Filter()
    filter.kind = .outcome
    let outcomes = try reader.exported(.figures, filter)
    filter.kind = .target
    let targets = try reader.exported(.figures, filter)
    #expect(Set(outcomes.map { $0["kind"] }) == ["outcome"])
    #expect(outcomes.count + targets.count == (try reader.exported(.figures).count))
    filter.isTrustedOnly = true
    #expect(try reader.exported(.figures, filter).allSatisfy { $0["flags"] == "" })
  }

  @Test(arguments: ExportTable.allCases)
  func rowsAreAsTheColumnsSay(_ table: ExportTable) throws {
    let rows = try archive().exported(table)
    #expect(!rows.isEmpty)
    #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    #expect(Set(rows.map { row in table.primaryKey.map { row[$0] } }).count == rows.count)
    for column in table.columns {
      #expect(!column.description.isEmpty)
      for cell in rows.compactMap({ $0[column.name] }) {
        if column.isRequired { #expect(!cell.isEmpty, "\(column.name)") }
        if cell.isEmpty { continue }
        if !column.values.isEmpty { #expect(column.values.contains(cell), "\(column.name)") }
        switch column.kind {
        case .text, .list: break
        case .integer: #expect(Int(cell) != nil)
        case .year: #expect(cell.utf8.count == 4 && Int(cell) != nil)
        case .number: #expect(Double(cell) != nil && !cell.contains("e"))
        case .boolean: #expect(["true", "false"].contains(cell))
        }
      }
    }
    for reference in table.references {
      #expect(table.columns.contains { $0.name == reference.column })
      #expect(reference.table.columns.contains { $0.name == reference.key })
    }
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (6.5, "6.5"), (-3, "-3"), (0.0381, "0.0381"), (0.07, "0.07"),
    (48_790_000_000, "48790000000"),
    (0.1, "0.1"), (1.005, "1.005"), (-0.25, "-0.25"), (123_456_789_012_345, "123456789012345"),
    (1e16, "10000000000000000"),
    (1234567890.12345, "1234567890.12345"), (666.666666666667, "666.666666666667"), (7e-7, "0.0000007"),
    (.infinity, ""),
  ])
  func decimalsAreShortestAndPlain(_ value: Double, _ digits: String) {
    var bytes: [UInt8] = []
    Decimal.append(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == digits)
  }

  @Test func decimalsComeBack() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let value = (Double(random.next() % 1_000_000_000) / [1, 10, 100, 1000, 7].randomElement(using: &random)!)
      var bytes: [UInt8] = []
      Decimal.append(value, to: &bytes)
      if !bytes.isEmpty { #expect(Double(String(decoding: bytes, as: UTF8.self)) == value) }
    }
  }
}
