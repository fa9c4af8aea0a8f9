import ReportReading
import SQLite
import Testing

@testable import Archive

/// What is written into the search index beside FTS5, against what FTS5 makes of the same texts.
@Suite struct SearchSegmentTests {
  let folder = TemporaryFolder()

  @Test(arguments: SearchMaterial.all) func theIndexIsThatOfFTS5(_ material: SearchMaterial) throws {
    try material.write(into: folder.archive)
    let db = try Connection(.file(folder.archive), access: .write)
    try material.writeBeside(db)
    for merges in 0..<3 {
      for table in ["section_search", "plain"] {
        try db.run("INSERT INTO \(table) (\(table)) VALUES ('integrity-check')")
        if merges == 0 {
          try db.run("CREATE VIRTUAL TABLE temp.\(table)_terms USING fts5vocab('main', '\(table)', 'instance')")
        }
      }
      let all = { (table: String) in "SELECT term, doc, \"offset\" FROM temp.\(table)_terms ORDER BY 1, 2, 3" }
      let (own, other) = (try SearchMaterial.rows(all("section_search"), db), try SearchMaterial.rows(all("plain"), db))
      #expect(own == other)
      let sizes = { (table: String) in "SELECT id, hex(sz) FROM \(table)_docsize ORDER BY 1" }
      #expect(try SearchMaterial.rows(sizes("section_search"), db) == SearchMaterial.rows(sizes("plain"), db))
      #expect(
        try SearchMaterial.rows("SELECT hex(block) FROM section_search_data WHERE id = 1", db)
          == SearchMaterial.rows("SELECT hex(block) FROM plain_data WHERE id = 1", db))
      // What FTS5 makes of the segments is theirs too.
      try db.run("INSERT INTO section_search (section_search, rank) VALUES ('merge', ?)", [merges == 0 ? -3 : -1000])
    }
  }

  @Test(arguments: SearchMaterial.all) func questionsAreAnsweredAsByFTS5(_ material: SearchMaterial) throws {
    try material.write(into: folder.archive)
    let db = try Connection(.file(folder.archive), access: .write)
    try material.writeBeside(db)
    try SearchMaterial.expectSameAnswers(db)
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
