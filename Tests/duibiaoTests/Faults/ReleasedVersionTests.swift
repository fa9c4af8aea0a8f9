import Archive
import Foundation
import Testing

@testable import duibiao

/// Archives that released versions made, kept by `Scripts/keep-version`, under this version.
@Suite struct ReleasedVersionTests {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = repository.appendingPathComponent("Tests/duibiaoTests/Releases")

  /// `v1` and so on.
  static let kept = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasPrefix("v") }.sorted()

  @Test func everyReleasedVersionIsKept() throws {
    let changes = try String(contentsOf: Self.repository.appendingPathComponent("CHANGELOG.md"), encoding: .utf8)
    let isReleased = changes.split(separator: "\n").contains { $0.hasPrefix("## ") && $0 != "## Unreleased" }
    // The newest version of the schema may not be released yet; all before it are.
    let released = 1..<Archive.schemaVersion + (isReleased ? 1 : 0)
    for version in released { #expect(Self.kept.contains("v\(version)"), "run Scripts/keep-version") }
  }

  @Test(arguments: kept)
  func isOpenedAndKeepsItsData(_ version: String) throws {
    let kept = Self.folder.appendingPathComponent(version)
    let work = try WorkFolder()
    try work.write(Array(try Data(contentsOf: kept.appendingPathComponent("archive.sqlite"))), to: "archive.sqlite")
    let check = try work.duibiao("check")
    #expect(check.status == 0, "\(check.output) \(check.errors)")
    for table in ["figures", "sections", "reports"] {
      let then = try String(contentsOf: kept.appendingPathComponent(table + ".csv"), encoding: .utf8)
      let before = try #require(CSVReader.records(then))
      let after = try #require(CSVReader.records(try work.duibiao("export", table).output))
      // Later versions may add columns and change none.
      #expect(after.map { row in row.filter { before[0][$0.key] != nil } } == before)
    }
    try work.write(Samples.report(), to: "a.txt")
    #expect(try work.duibiao("ingest", "a.txt").status == 0)
    #expect(try work.duibiao("check").status == 0)
  }
}
