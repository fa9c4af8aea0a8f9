import Archive
import ReportReading
import Testing

@Suite struct SearchTests {
  let folder = TemporaryFolder()

  private func archive() throws -> ArchiveReader {
    var other = Draft.jinshan(2021)
    other.district = "奉贤区"
    other.code = "310120"
    other.sections[1].body += "万亩良田。5G基站加快建设。"
    try store([Draft.jinshan(2020).record("a.txt"), other.record("b.txt")], in: folder.archive)
    return try ArchiveReader(path: folder.archive)
  }

  @Test(arguments: ["亩", "养老", "养老床位", "生产总值", "700", "7", "6.5%", "%", "養老", "７００", "养老 床位"])
  func wordsOfAnyLengthAreFound(words: String) throws {
    let hits = try archive().search(words)
    #expect(hits.contains { $0.section.source == "a.txt" })
    for hit in hits {
      #expect(!hit.matches.isEmpty)
      #expect(hit.snippet.count <= 80)
    }
  }

  @Test(arguments: ["良", "5g", "5G基站"]) func onlyWhereTheyStand(words: String) throws {
    let hits = try archive().search(words)
    #expect(hits.map(\.section.source) == ["b.txt"])
    #expect(hits.map(\.section.ordinal) == [1])
  }

  @Test(arguments: ["", " ", "，", "没有这些字", "长新增", "\"", "养老\" OR \"亩"]) func nothingElseIs(words: String) throws {
    // 增长6.5%，新增: a phrase does not run across punctuation or other words.
    #expect(try archive().search(words) == [])
  }

  @Test func theWordsAreMarkedInTheirContext() throws {
    let hit = try #require(try archive().search("养老床位", limit: 1).first)
    let bytes = Array(hit.snippet.utf8)
    #expect(hit.matches.map { String(decoding: bytes[$0], as: UTF8.self) } == ["养老床位"])
    #expect(hit.figures.map(\.indicator) == ["新增养老床位"])
  }

  @Test func filtersAndLimit() throws {
    let reader = try archive()
    #expect(try reader.search("亩", filter: Filter(years: 2021...2021)).map(\.section.source) == ["b.txt"])
    guard case .found(let district) = try reader.resolve(district: "金山区") else { return }
    #expect(try reader.search("亩", filter: Filter(districts: [district])).map(\.section.source) == ["a.txt"])
    #expect(try reader.search("亩", limit: 1).count == 1)
  }

  @Test func replacedReportsAreNotFound() throws {
    _ = try archive()
    try store([Draft.jinshan(2022).record("b.txt")], in: folder.archive)
    let reader = try ArchiveReader(path: folder.archive)
    #expect(try reader.search("良") == [])
    #expect(try reader.check().problems == [])
  }
}
