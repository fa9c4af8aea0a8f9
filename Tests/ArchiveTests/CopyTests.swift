import ReportReading
import SQLite
import Testing

@testable import Archive

@Suite struct CopyTests {
  let folder = TemporaryFolder()

  @Test func theSameBytesFromAnotherSourceAreACopy() throws {
    let draft = Draft.jinshan(2020)
    let results = try store([draft.record("a.txt"), draft.record("b.txt")], in: folder.archive)
    #expect(results.map(\.change) == [.added, .added])
    #expect(results.map(\.duplicateOf) == [nil, "a.txt"])
    let reader = try ArchiveReader(path: folder.archive)
    #expect(try reader.reports().map(\.flags) == [[], ["duplicate"]])
    #expect(try reader.reports().map(\.duplicateOf) == [nil, "a.txt"])
    #expect(Set(try reader.allFigures().map(\.figureID)).count == 6)
    #expect(try reader.counts().duplicates == 1)
  }

  /// The same report with another site's words around it, other spaces and punctuation.
  @Test func nearlyTheSameIsACopy() throws {
    var copy = Draft.jinshan(2020)
    for i in copy.sections.indices {
      copy.sections[i].body = copy.sections[i].body.replacing("，", with: ", ").replacing("。", with: "。 ")
    }
    copy.sections.append(("附：本站说明", .other, "本文由某网站收集整理，供读者参考，转载请注明出处。"))
    let results = try store(
      [Draft.jinshan(2020).record("a.txt"), copy.record("b.txt")], in: folder.archive)
    #expect(results.map(\.duplicateOf) == [nil, "a.txt"])
  }

  /// As a process leaves them that is killed between two batches: bands are entered many reports at a time.
  @Test(arguments: [0, 1, 2]) func bandsThatWereNotEnteredAreNotForgotten(entered: Int) throws {
    try store((2018...2020).map { Draft.jinshan($0).record("\($0).txt") }, in: folder.archive)
    do {
      let db = try Connection(.file(folder.archive), access: .write)
      try db.execute(
        "UPDATE band_state SET entered = \(entered); DELETE FROM fingerprint_band WHERE report_id > \(entered)")
    }
    #expect(try ArchiveReader(path: folder.archive).check().problems == [])
    // The one that is not entered goes, another comes in its place, and copies of each.
    var copies = [Draft.jinshan(2018), Draft.jinshan(2021), Draft.jinshan(2019)]
    for i in copies.indices { copies[i].sections[0].body += "另一处。" }
    let results = try store(
      [Draft.jinshan(2021).record("2020.txt")] + copies.map { $0.record("copy of \($0.year ?? 0).txt") },
      in: folder.archive)
    #expect(results.map(\.duplicateOf) == [nil, "2018.txt", "2020.txt", "2019.txt"])
    #expect(try ArchiveReader(path: folder.archive).check().problems == [])
    let db = try Connection(.file(folder.archive), access: .read)
    #expect(try db.int("SELECT entered FROM band_state") == 6)
    #expect(try db.int("SELECT count(DISTINCT report_id) FROM fingerprint_band") == 6)
  }

  @Test(arguments: [2019, 2021]) func anotherYearOfTheDistrictIsNoCopy(year: Int) throws {
    let results = try store(
      [Draft.jinshan(2020).record("a.txt"), Draft.jinshan(year).record("b.txt")], in: folder.archive)
    #expect(results.map(\.duplicateOf) == [nil, nil])
  }

  @Test func copiesCountOnceInHistory() throws {
    let draft = Draft.jinshan(2020)
    try store([draft.record("a.txt"), draft.record("b.txt")], in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    guard case .found(let district) = try reader.resolve(district: "金山区") else {
      Issue.record("not found")
      return
    }
    let history = try reader.history(of: district)
    let growth = try #require(history.rows.first { $0.series.measure == .change })
    #expect(growth.targets[2020]?.chosen.source == "a.txt")
    #expect(growth.targets[2020]?.others == [])
  }

  @Test func whenTheFirstChangesItsCopyStandsForItself() throws {
    let draft = Draft.jinshan(2020)
    try store([draft.record("a.txt"), draft.record("b.txt"), draft.record("c.txt")], in: folder.archive)
    try store([Draft.jinshan(2021).record("a.txt")], in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    var reports = try reader.reports().sorted { $0.source < $1.source }
    #expect(reports.map(\.duplicateOf) == [nil, nil, "b.txt"])
    #expect(reports.map(\.flags) == [[], [], ["duplicate"]])
    try store([draft.record("a.txt")], in: folder.archive)
    reports = try reader.reports().sorted { $0.source < $1.source }
    #expect(reports.map(\.duplicateOf) == [nil, "a.txt", "a.txt"])
    #expect(try reader.check().problems == [])
  }

  @Test func aReportsOwnFlagsStayBesideDuplicate() throws {
    var draft = Draft.jinshan(2020)
    draft.flags = [.yearMasked, .damaged]
    try store([draft.record("a.txt"), draft.record("b.txt")], in: folder.archive)
    let reports = try ArchiveReader(path: folder.archive).reports()
    #expect(reports.map(\.flags) == [["damaged", "year_masked"], ["damaged", "duplicate", "year_masked"]])
  }
}
