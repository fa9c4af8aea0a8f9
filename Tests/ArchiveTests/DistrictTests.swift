import Archive
import ReportReading
import Testing

@Suite struct DistrictTests {
  let folder = TemporaryFolder()

  private func draft(_ name: String, _ code: String, _ year: Int, level: DistrictLevel? = .county) -> Draft {
    var draft = Draft.jinshan(year)
    draft.district = name
    draft.code = code
    draft.level = level
    return draft
  }

  private func archive() throws -> ArchiveReader {
    try store(
      [
        draft("金山区", "310116", 2020).record("a.txt"), draft("鼓楼区", "320106", 2001).record("b.txt"),
        draft("鼓楼区", "350102", 2002).record("c.txt"), draft("南汇区", "310119", 2003).record("d.txt"),
        draft("金山县", "310228", 1990).record("e.txt"), draft("××镇", "", 2005, level: .town).record("f.txt"),
      ], in: folder.archive)
    return try ArchiveReader(path: folder.archive)
  }

  @Test(arguments: [
    ("金山区", "310116"), ("上海市金山区", "310116"), ("310116", "310116"), (" 上海市 金山区 ", "310116"),
    ("南汇区", "310119"), ("江苏省南京市鼓楼区", "320106"), ("南京市鼓楼区", "320106"), ("福建省鼓楼区", "350102"),
    ("金山县", "310228"), ("××镇", ""), ("金山區", "310116"),
  ]) func aNamePathOrCodeIsOneUnit(words: String, code: String) throws {
    guard case .found(let district) = try archive().resolve(district: words) else {
      Issue.record("\(words) is not found")
      return
    }
    #expect(district.code == code)
    // 金山区 was 金山县 before: under either name the reports of both are its own.
    #expect(district.ids.count == (district.name.hasPrefix("金山") ? 2 : 1))
  }

  @Test func anAmbiguousNameListsItsCandidatesWithTheirParents() throws {
    guard case .ambiguous(let candidates) = try archive().resolve(district: "鼓楼区") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(candidates.map(\.path) == ["江苏省南京市鼓楼区", "福建省福州市鼓楼区"])
  }

  @Test func anUnknownNameHasNearOnes() throws {
    #expect(try archive().resolve(district: "金汕区") == .notFound(nearest: ["金山区"], below: []))
    #expect(try archive().resolve(district: "qq") == .notFound(nearest: [], below: []))
    // Units that there are, of which the archive has no report.
    #expect(try archive().resolve(district: "金水区") == .notFound(nearest: [], below: []))
    #expect(try archive().resolve(district: "南京市") == .notFound(nearest: [], below: ["鼓楼区"]))
  }

  @Test func unnamedUnitsKeepTheirOwnLevels() throws {
    try store(
      [draft("", "", 2010, level: .town).record("a.txt"), draft("", "", 2011, level: .prefecture).record("b.txt")],
      in: folder.archive)
    let reports = try ArchiveReader(path: folder.archive).reports()
    #expect(reports.map(\.district.level) == [.town, .prefecture])
  }

  @Test func aUnitUnderTwoNamesOfOneCodeIsOne() throws {
    try store(
      [draft("开县", "500234", 2010).record("a.txt"), draft("开县人民", "500234", 2012).record("b.txt")],
      in: folder.archive)
    guard case .found(let district) = try ArchiveReader(path: folder.archive).resolve(district: "开县") else {
      Issue.record("not found")
      return
    }
    #expect(district.ids.count == 2)
    #expect(try ArchiveReader(path: folder.archive).reports(Filter(districts: [district])).count == 2)
  }
}
