import ReportReading
import SQLite
import Testing

@testable import Archive

@Suite struct StoreTests {
  let folder = TemporaryFolder()

  @Test func whatIsStoredComesBack() throws {
    try store([Draft.jinshan(2020).record("a/2020.txt")], in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    let stored = try #require(try reader.report("a/2020.txt"))
    #expect(stored.report.district.path == "上海市金山区")
    #expect(stored.report.year == 2020)
    #expect(stored.report.yearBasis == .title)
    #expect(stored.report.encoding == "utf-8")
    #expect(stored.evidence.map(\.value) == ["金山区"])
    #expect(stored.sections.map(\.heading) == ["一、2019年工作回顾", "二、2020年工作安排"])
    #expect(stored.sections.map(\.figureCount) == [2, 1])
    #expect(stored.figures.map(\.quote) == ["地区生产总值增长6.5%", "新增养老床位700张", "地区生产总值增长6.5%左右"])
    let target = stored.figures[2]
    #expect(target.figureID == stored.report.key + "-2")
    #expect(target.low?.description == "6.5")
    #expect(target.comparator == .about)
    #expect(target.sectionKind == "plan")
    #expect(target.section == "二、2020年工作安排")
    #expect(try reader.report("2020.txt") == stored)
    #expect(try reader.report(stored.report.key) == stored)
    #expect(try reader.report("nothing") == nil)
  }

  @Test func theSameAgainChangesNothing() throws {
    let record = Draft.jinshan(2020).record("a.txt")
    let first = try store([record], in: folder.archive)
    #expect(first.map(\.change) == [.added])
    #expect(first.map(\.figures) == [3])
    let before = try ArchiveReader(path: folder.archive).allFigures()
    #expect(try store([record], in: folder.archive).map(\.change) == [.unchanged])
    let writer = try ArchiveWriter(path: folder.archive)
    #expect(try writer.stored("b.txt") == nil)
    let stored = try #require(try writer.stored("a.txt"))
    #expect(stored.unchanged(record.contentHash, ReadingHints())?.figures == 3)
    #expect(stored.unchanged(record.contentHash, ReadingHints(year: 2021)) == nil)
    #expect(stored.unchanged(ContentHash(of: []), ReadingHints()) == nil)
    #expect(try ArchiveReader(path: folder.archive).allFigures() == before)
  }

  @Test func aChangedFileReplacesItsReportWhole() throws {
    try store([Draft.jinshan(2020).record("a.txt"), Draft.jinshan(2019).record("b.txt")], in: folder.archive)
    let results = try store([Draft.jinshan(2021, growth: 70).record("a.txt")], in: folder.archive)
    #expect(results.map(\.change) == [.replaced])
    let reader = try ArchiveReader(path: folder.archive)
    #expect(try reader.reports().map(\.year) == [2019, 2021])
    #expect(try reader.counts().figures == 6)
    #expect(try reader.allFigures().filter { $0.source == "a.txt" }.map(\.quote).last == "地区生产总值增长7.0%左右")
    #expect(try reader.check().problems == [])
  }

  @Test func aReportOfAnotherDistrictLeavesNoOldDistrictBehind() throws {
    var other = Draft.jinshan(2020)
    other.district = "奉贤区"
    other.code = "310120"
    try store([Draft.jinshan(2020).record("a.txt")], in: folder.archive)
    try store([other.record("a.txt", hints: ReadingHints(district: "奉贤区"))], in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    #expect(try reader.counts().districts == 1)
    #expect(try reader.reports().map(\.district.name) == ["奉贤区"])
  }

  @Test func figureIDsAreTheSameInEveryArchive() throws {
    let records = [Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")]
    try store(records, in: folder.archive)
    try store(records.reversed(), in: folder.path + "/b.sqlite")
    let one = try ArchiveReader(path: folder.archive).allFigures().map(\.figureID)
    let other = try ArchiveReader(path: folder.path + "/b.sqlite").allFigures().map(\.figureID)
    #expect(one == other)
    #expect(Set(one).count == 6)
  }

  @Test func whatIsNotCommittedIsNotThere() throws {
    try store([Draft.jinshan(2019).record("a.txt")], in: folder.archive)
    do {
      var writer = try ArchiveWriter(path: folder.archive)
      _ = try writer.store(Draft.jinshan(2020).record("b.txt"))
    }
    #expect(try ArchiveReader(path: folder.archive).reports().map(\.source) == ["a.txt"])
  }

  @Test func aReportThatCannotBeStoredLeavesTheOthers() throws {
    var bad = Draft.jinshan(2020).report
    bad.figures[0].section = 7
    var writer = try ArchiveWriter(path: folder.archive)
    _ = try writer.store(Draft.jinshan(2019).record("a.txt"))
    let error = #expect(throws: ArchiveError.self) {
      try writer.store(ReportRecord(bad, data: [1], source: "b.txt"))
    }
    #expect(error?.code == .internal)
    _ = try writer.store(Draft.jinshan(2021).record("c.txt"))
    try writer.commit()
    let reader = try ArchiveReader(path: folder.archive)
    #expect(try reader.reports().map(\.source) == ["a.txt", "c.txt"])
    #expect(try reader.check().problems == [])
  }

  @Test func atRestThereIsOnePlainFile() throws {
    try store([Draft.jinshan(2019).record("a.txt")], in: folder.archive)
    #expect(folder.contents == ["a.sqlite"])
    let db = try Connection(.file(folder.archive), access: .read)
    let mode = try db.prepare("PRAGMA journal_mode")
    #expect(try mode.step() == true)
    #expect(mode.text(0) == "delete")
  }

  @Test func aReaderSeesOnlyWhatIsCommitted() throws {
    var writer = try ArchiveWriter(path: folder.archive)
    _ = try writer.store(Draft.jinshan(2019).record("a.txt"))
    let reader = try ArchiveReader(path: folder.archive)
    #expect(try reader.counts().reports == 0)
    try writer.commit()
    #expect(try reader.counts().reports == 1)
  }

  @Test func aReaderThatOutlivesTheWriterLeavesOneFileToo() throws {
    do {
      var writer = try ArchiveWriter(path: folder.archive)
      _ = try writer.store(Draft.jinshan(2019).record("a.txt"))
      let reader = try ArchiveReader(path: folder.archive)
      try writer.commit()
      #expect(try reader.counts().reports == 1)
      discard(writer)
      #expect(try reader.check().problems == [])
    }
    #expect(folder.contents == ["a.sqlite"])
  }

  private func discard<T: ~Copyable>(_ value: consuming T) {}

  @Test func aQuestionMayBeAskedWhileACursorRuns() throws {
    try store([Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")], in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    var figures = try reader.export(.figures)
    var count = 0
    while try figures.next() {
      #expect(try reader.counts().figures == 6)
      count += 1
    }
    #expect(count == 6)
  }

  @Test func aReaderCannotWrite() throws {
    try store([Draft.jinshan(2019).record("a.txt")], in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    #expect(throws: SQLiteError.self) { try reader.connection.run("DELETE FROM figure_row") }
  }

  @Test func numbersAreExact() throws {
    let numbers = [
      ExactNumber(mantissa: 4879, exponent: 7), ExactNumber(mantissa: 381, exponent: -4), ExactNumber(mantissa: -3),
      ExactNumber(mantissa: 0), ExactNumber(mantissa: 123_456_789_012_345), ExactNumber(mantissa: 1, exponent: 16),
      ExactNumber(mantissa: 7, exponent: -7), ExactNumber(mantissa: 123_456_789_012_345, exponent: 4),
    ]
    var draft = Draft.jinshan(2020)
    draft.quantities = numbers.map {
      Draft.Quantity(indicator: "地区生产总值", low: $0, high: $0, period: "2020", quote: "地区生产总值增长6.5%")
    }
    try store([draft.record("a.txt")], in: folder.archive)
    #expect(try ArchiveReader(path: folder.archive).allFigures().map(\.low) == numbers)
  }
}
