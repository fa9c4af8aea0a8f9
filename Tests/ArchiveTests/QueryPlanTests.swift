import Archive
import ReportReading
import SQLite
import Synchronization
import Testing

@testable import Archive

/// The query plans of what the commands really ask: statements are noted as they are prepared, then explained.
@Suite struct QueryPlanTests {
  let folder = TemporaryFolder()

  private final class Notes: Sendable {
    let statements = Mutex<[String]>([])
  }

  /// Every question of the reader and every statement of the writer, on an archive with something to find.
  private func statements() throws -> [String] {
    let notes = Notes()
    let note: @Sendable (String) -> Void = { sql in notes.statements.withLock { $0.append(sql) } }
    try Connection.$observer.withValue(note) {
      try store([Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")], in: folder.archive)
      try store([Draft.jinshan(2018).record("a.txt"), Draft.jinshan(2020).record("c.txt")], in: folder.archive)
      let reader = try ArchiveReader(path: folder.archive)
      guard case .found(let unit) = try reader.resolve(district: "上海市金山区") else { return }
      _ = try reader.resolve(district: "没有")
      let filter = Filter(districts: [unit], years: 2018...2021, indicators: ["gdp", "床位"])
      _ = try reader.reports(Filter(districts: [unit]))
      _ = try reader.report("b.txt")
      _ = try reader.history(of: unit, years: 2018...2020)
      _ = try reader.compare(districts: [unit], years: [2019, 2020])
      _ = try reader.track(unit)
      _ = try reader.outcomes(filter)
      _ = try reader.indicators()
      _ = try reader.rulesVersions(filter)
      for district in try reader.wideFrame(filter).districts { _ = try reader.wideRows(of: district, filter) }
      _ = try reader.search("养老")
      _ = try reader.search("养老 床位", filter: Filter(districts: [unit]))
      _ = try reader.search("长，新")
      _ = try reader.counts()
      for table in ExportTable.allCases {
        for filter in [filter, Filter()] { _ = try reader.export(table, filter) }
      }
    }
    return notes.statements.withLock { $0 }
  }

  /// Tables of which a report has many rows, under the names that the statements give them (`c` is a table of the question's own).
  private static let large = [
    "f", "s", "u", "p", "t", "x", "o", "g", "figure", "figure_row", "section", "text_piece", "evidence",
    "fingerprint", "fingerprint_band",
  ]

  @Test func noneScansFiguresOrText() throws {
    let all = try statements()
    #expect(all.count > 30)
    let db = try Connection(.file(folder.archive), access: .read)
    for sql in Set(all) where sql.contains("SELECT") && !sql.hasPrefix("CREATE") {
      guard let plan = try? db.prepare("EXPLAIN QUERY PLAN " + sql) else { continue }
      while try plan.step() {
        let words = plan.text(3).split(separator: " ")
        // A scan in the order of an index that LIMIT ends is told like any other: none is there.
        let isScan = words.first == "SCAN" && words.count > 1 && Self.large.contains(String(words[1]))
        #expect(!isScan, "\(plan.text(3)): \(sql)")
      }
    }
  }
}
