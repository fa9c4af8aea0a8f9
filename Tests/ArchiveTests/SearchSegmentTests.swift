import ReportReading
import SQLite
import Testing

@testable import Archive

/// What is written into the search index beside FTS5, against what FTS5 makes of the same texts.
@Suite struct SearchSegmentTests {
  let folder = TemporaryFolder()

  /// Sections of reports, and how many reports make a batch.
  struct Material: Sendable, CustomTestStringConvertible {
    var name: String
    var batch = 1000
    var reports: [[String]]

    var testDescription: String { name }
  }

  static let materials = [
    Material(name: "nothing", reports: []),
    Material(name: "empty sections", reports: [["", "，。", ""], [""]]),
    Material(name: "all kinds of characters", reports: [["aBZ09%‰℃ΑΩω𠀀𪛖㐀龥一", "９ａ，é한ς①", "𠀀𠀀a一"]]),
    Material(name: "words that come again", reports: [["的的的", "我的你的他的", "", "的"], ["你", "的"], ["的"]]),
    Material(name: "batches", batch: 2, reports: (0..<7).map { [prose($0, 40), prose($0 + 50, 3)] }),
    Material(name: "many words", reports: (0..<10).map { part in (0..<9).map { prose(part * 9 + $0, 400) } }),
    // Rows of one word on many leaves, which get an index of their own.
    Material(
      name: "one word in many sections", batch: 3,
      reports: (0..<5).map { part in (0..<6000).map { "的\(part)有\($0 % 7)的" } }),
    // A list of positions on many leaves, once with rows around it, once alone, with positions far apart too.
    Material(
      name: "one word many times",
      reports: [
        ["的", long("的", 30_000), "的"], [long("的", 9_000)], [long("的", 4_041), long("的", 4_042), long("的", 4_043)],
        [long("的" + long("是", 200), 300), long("𠀀" + long("是", 20_000), 3)],
      ]),
    // Leaves that end near the end of a word or of a row, wherever that is.
    Material(
      name: "every length",
      reports: [(0..<400).map { long("一", $0) + long("丁", 3 * $0) } + (0..<400).map { prose($0, $0 % 9) }]),
  ]

  static func long(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static func prose(_ seed: Int, _ length: Int) -> String {
    var state = UInt64(seed + 1) &* 0x9e37_79b9_7f4a_7c15
    return String(
      String.UnicodeScalarView(
        (0..<length).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          // Few words stand often, many seldom.
          let span = state >> 60 < 12 ? 40 : 6000
          return Unicode.Scalar(UInt32(0x4e00 + Int(state >> 33) % span)) ?? "一"
        }))
  }

  private func write(_ material: Material) throws {
    let db = try Connection(.file(folder.archive), access: .create)
    try Migration.standard.run(on: db)
    try db.allowShadowTables()
    let statements = try SearchStatements(db)
    var batch = SearchBatch()
    var row: Int64 = 5
    try db.begin()
    for (index, report) in material.reports.enumerated() {
      let postings = ReportPostings(of: report.map { Array($0.utf8) })
      for (section, length) in postings.lengths.enumerated() {
        try statements.add(row: row + Int64(section), length: length)
      }
      batch.add(postings, firstRow: row)
      row += Int64(report.count)
      if (index + 1) % material.batch == 0 { try batch.write(statements) }
    }
    try batch.write(statements)
    try db.commit()
  }

  /// Lets FTS5 take the same texts into a table of its own.
  private func writeBeside(_ material: Material, _ db: borrowing Connection) throws {
    try db.execute(
      """
      CREATE VIRTUAL TABLE plain USING fts5 (
        words, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '%‰℃'")
      """)
    let enter = try db.prepare("INSERT INTO plain (rowid, words) VALUES (?, ?)")
    var row: Int64 = 5
    try db.begin()
    for section in material.reports.joined() {
      try enter.run([.integer(row), .utf8(SearchWords.separated(Array(section.utf8)))])
      row += 1
    }
    try db.commit()
  }

  private func rows(_ sql: String, _ db: borrowing Connection) throws -> [String] {
    try db.all(sql, []) { row in (0..<row.columnCount).map { row.text($0) }.joined(separator: "|") }
  }

  @Test(arguments: materials) func theIndexIsThatOfFTS5(_ material: Material) throws {
    try write(material)
    let db = try Connection(.file(folder.archive), access: .write)
    try writeBeside(material, db)
    for merges in 0..<3 {
      for table in ["section_search", "plain"] {
        try db.run("INSERT INTO \(table) (\(table)) VALUES ('integrity-check')")
        if merges == 0 {
          try db.run("CREATE VIRTUAL TABLE temp.\(table)_terms USING fts5vocab('main', '\(table)', 'instance')")
        }
      }
      let all = { (table: String) in "SELECT term, doc, \"offset\" FROM temp.\(table)_terms ORDER BY 1, 2, 3" }
      let (own, other) = (try rows(all("section_search"), db), try rows(all("plain"), db))
      #expect(own == other)
      let sizes = { (table: String) in "SELECT id, hex(sz) FROM \(table)_docsize ORDER BY 1" }
      #expect(try rows(sizes("section_search"), db) == rows(sizes("plain"), db))
      #expect(
        try rows("SELECT hex(block) FROM section_search_data WHERE id = 1", db)
          == rows("SELECT hex(block) FROM plain_data WHERE id = 1", db))
      // What FTS5 makes of the segments is theirs too.
      try db.run("INSERT INTO section_search (section_search, rank) VALUES ('merge', ?)", [merges == 0 ? -3 : -1000])
    }
  }

  @Test(arguments: materials) func questionsAreAnsweredAsByFTS5(_ material: Material) throws {
    try write(material)
    let db = try Connection(.file(folder.archive), access: .write)
    try writeBeside(material, db)
    for words in ["的", "的 有", "的 的", "一 丁", "丁 丁", "是 的", "有 3", "𠀀 是", "℃", "w", "ω 𠀀"] {
      for rest in [
        "", "AND rowid > 4000", "AND rowid BETWEEN 900 AND 7003 ORDER BY rowid DESC", "ORDER BY rowid DESC LIMIT 3",
        "ORDER BY rank LIMIT 9",
      ] {
        let ask = { (table: String) in "SELECT rowid FROM \(table) WHERE \(table) MATCH '\"\(words)\"' \(rest)" }
        #expect(try rows(ask("section_search"), db) == rows(ask("plain"), db), "\(words) \(rest)")
      }
    }
  }

  @Test func manySegmentsAreMerged() throws {
    let years = 1950..<2020
    var writer = try ArchiveWriter(path: folder.archive)
    for year in years {
      _ = try writer.store(Draft.jinshan(year).record("\(year).txt"))
      try writer.commit()
    }
    let reader = try ArchiveReader(path: folder.archive)
    #expect(try reader.search("粮食播种面积", limit: 100).count == years.count)
    #expect(try reader.check().problems == [])
    let db = try Connection(.file(folder.archive), access: .read)
    #expect(try db.int("SELECT count(DISTINCT segid) FROM section_search_idx") < 16)
  }

  @Test(arguments: [
    [], [0, 0], [0, 0, 0, 1, 0xff, 0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 99, 0, 0],
  ])
  func aStructureThatIsNoneIsTold(_ record: [UInt8]) { #expect(SearchStructure(record) == nil) }

  @Test func aStructureIsWrittenAsItWasRead() throws {
    let record: [UInt8] = [0, 0, 0, 2, 2, 3, 0x87, 0x68, 1, 2, 4, 9, 0x81, 0, 2, 1, 1, 0, 1, 1, 1, 0x90, 0x20]
    var structure = try #require(SearchStructure(record))
    #expect(structure.record == record)
    #expect(structure.levels.map(\.merging) == [1, 0])
    #expect(structure.freeSegment == 3)
    structure.add(SearchStructure.Segment(id: 3, firstLeaf: 1, lastLeaf: 16))
    #expect(SearchStructure(structure.record) == structure)
    #expect(structure.record.prefix(8) == [0, 0, 0, 2, 2, 4, 0x87, 0x78])
  }
}
