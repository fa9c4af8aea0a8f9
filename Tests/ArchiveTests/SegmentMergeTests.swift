import ReportReading
import SQLite
import Testing

@testable import Archive

/// Segments of the search index that are made one, against the index that FTS5 makes of the same texts.
@Suite struct SegmentMergeTests {
  let folder = TemporaryFolder()

  /// Texts, and how they are merged.
  struct Course: Sendable, CustomTestStringConvertible {
    var material: SearchMaterial
    /// Leaves of a part of a merge.
    var leaves: Int64
    /// So many segments are merged.
    var many: Int

    var testDescription: String { "\(material.name), \(many) segments, \(leaves) leaves" }
  }

  static let courses: [Course] = SearchMaterial.all.flatMap { material in
    [(batch: 1, leaves: Int64(2), many: 2), (2, 1000, 3)].map { batch, leaves, many in
      var material = material
      material.batch = batch
      return Course(material: material, leaves: leaves, many: many)
    }
  }

  /// Reports of many lengths, of which some hold few words and some one word very often.
  static let mixed = SearchMaterial(
    name: "mixed", batch: 1,
    reports: (0..<24).map { report in
      (0..<(report * 7 % 31 + 1)).map { section in
        switch (report + section) % 5 {
        case 0: SearchMaterial.long("的", section * report * 3)
        case 1: "\(report)"
        default: SearchMaterial.prose(report * 100 + section, (section * 97 + report * 31) % 700)
        }
      }
    })

  @Test(arguments: courses + [(1, 2), (2, 3), (9, 4), (60, 2)].map { Course(material: mixed, leaves: $0, many: $1) })
  func aMergedIndexIsThatOfFTS5(_ course: Course) throws {
    try course.material.write(into: folder.archive) { statements in
      var merger = try SegmentMerger(statements, many: course.many)
      try merger.run(leaves: course.leaves)
    }
    try expectThatOfFTS5(course.material)
  }

  private func expectThatOfFTS5(_ material: SearchMaterial) throws {
    let db = try Connection(.file(folder.archive), access: .write)
    try material.writeBeside(db)
    try db.run("INSERT INTO section_search (section_search) VALUES ('integrity-check')")
    #expect(try SearchMaterial.words(of: "section_search", db) == SearchMaterial.words(of: "plain", db))
    try SearchMaterial.expectSameAnswers(db)
    #expect(try rowsOfNoSegment(db) == [])
    // FTS5 can go on with what is unfinished.
    try db.run("INSERT INTO section_search (section_search, rank) VALUES ('merge', 2)")
    try db.run("INSERT INTO section_search (section_search, rank) VALUES ('merge', -1000)")
    try db.run("INSERT INTO section_search (section_search) VALUES ('integrity-check')")
    #expect(try SearchMaterial.words(of: "section_search", db) == SearchMaterial.words(of: "plain", db))
  }

  /// Numbers of segments that have leaves or an index but are not in the structure.
  private func rowsOfNoSegment(_ db: borrowing Connection) throws -> [Int64] {
    let record = try db.all("SELECT block FROM section_search_data WHERE id = 10", []) { $0.bytes(0) }
    let known = Set(try #require(SearchStructure(record[0])).levels.flatMap { $0.segments.map(\.id) })
    return try db.all(
      "SELECT id >> 37 FROM section_search_data WHERE id > 10 UNION SELECT segid FROM section_search_idx", []
    ) { $0.integer(0) }.filter { !known.contains($0) }
  }

  @Test func eachPartLeavesASoundIndex() throws {
    try Self.mixed.write(into: folder.archive)
    let db = try Connection(.file(folder.archive), access: .write)
    try Self.mixed.writeBeside(db)
    let expected = try SearchMaterial.words(of: "plain", db)
    var parts = 0
    while true {
      let before = try SearchMaterial.rows("SELECT hex(block) FROM section_search_data WHERE id = 10", db)
      try mergeAPart()
      if try SearchMaterial.rows("SELECT hex(block) FROM section_search_data WHERE id = 10", db) == before { break }
      parts += 1
      try db.run("INSERT INTO section_search (section_search) VALUES ('integrity-check')")
      #expect(try SearchMaterial.words(of: "section_search", db) == expected)
      #expect(try rowsOfNoSegment(db) == [])
    }
    #expect(parts > 10)
    let record = try db.all("SELECT block FROM section_search_data WHERE id = 10", []) { $0.bytes(0) }
    let levels = try #require(SearchStructure(record[0])).levels
    #expect(levels.map(\.segments.count) == [0, 1] && levels.map(\.merging) == [0, 0])
  }

  private func mergeAPart() throws {
    let db = try Connection(.file(folder.archive), access: .write)
    try db.allowShadowTables()
    try db.begin()
    var merger = try SegmentMerger(try SearchStatements(db), many: 23)
    try merger.run(leaves: 3)
    try db.commit()
  }

  /// Rows so far apart and lists so long that the index of the rows of a word has pages on several levels.
  @Test func aWordOnVeryManyLeavesIsFound() throws {
    let db = try Connection(.file(folder.archive), access: .create)
    try Migration.standard.run(on: db)
    try db.allowShadowTables()
    let statements = try SearchStatements(db)
    let list = [0xbe, 0x40] + [UInt8](repeating: 3, count: 4000)
    let rows = (1...1600).map { Int64($0) << 50 }
    var structure = try statements.structure()
    try db.begin()
    for (index, part) in [rows[..<700], rows[700..<701], rows[701...]].enumerated() {
      var segment = SegmentWriter(id: Int64(index + 1), statements)
      try segment.begin(word: Array("0的".utf8))
      for row in part { try segment.add(list.span, firstRow: row, lastRow: row) }
      try segment.begin(word: Array("0龥".utf8))
      try segment.add([2, 2].span, firstRow: part[part.startIndex], lastRow: part[part.startIndex])
      try segment.finish()
      structure.add(SearchStructure.Segment(id: segment.id, firstLeaf: 1, lastLeaf: segment.lastLeaf))
    }
    try statements.setRecord.run([.blob(structure.record), .integer(SearchRow.structure)])
    try db.commit()
    for merges in 0..<2 {
      let asking = try Connection(.file(folder.archive), access: .write)
      try asking.run("INSERT INTO section_search (section_search) VALUES ('integrity-check')")
      let ask = { (rest: String) in "SELECT rowid FROM section_search WHERE section_search MATCH '的' \(rest)" }
      let found = try asking.all(ask("ORDER BY rowid DESC"), []) { $0.integer(0) }
      #expect(found == rows.reversed())
      #expect(try asking.all(ask("AND rowid >= \(rows[1333])"), []) { $0.integer(0) } == Array(rows[1333...]))
      #expect(
        try asking.all(ask("AND rowid <= \(rows[699]) ORDER BY rowid DESC LIMIT 1"), []) { $0.integer(0) } == [
          rows[699]
        ])
      let heights = try asking.all(
        "SELECT DISTINCT segid, (id >> 31) & 31 FROM section_search_data JOIN section_search_idx ON id >> 37 = segid "
          + "WHERE id & (1 << 36) ORDER BY 1, 2", []
      ) { [$0.integer(0), $0.integer(1)] }
      #expect(heights == (merges == 0 ? [[1, 0], [1, 1], [3, 0], [3, 1]] : [[4, 0], [4, 1]]))
      if merges == 0 {
        try db.begin()
        var merger = try SegmentMerger(statements, many: 3)
        try merger.run(leaves: 1)
        try db.commit()
        try db.begin()
        merger = try SegmentMerger(statements, many: 3)
        try merger.run(leaves: 1)
        try db.commit()
      }
    }
  }

  // MARK: What is not merged

  /// Rows that FTS5 deleted, rows in another order, damage: none is merged here, and nothing is changed.
  @Test(arguments: [
    "INSERT INTO section_search (section_search, rowid, words) VALUES ('delete', 5, '的 有 0')",
    "INSERT INTO section_search (rowid, words) VALUES (1, '的 有 0')",
    "UPDATE section_search_data SET block = substr(block, 1, length(block) - 1) WHERE id = 3 << 37 | 1",
    "UPDATE section_search_data SET block = x'00000fff' WHERE id = 2 << 37 | 1",
    "UPDATE section_search_data SET block = x'00030004' WHERE id = 2 << 37 | 1",
    "UPDATE section_search_data SET block = x'' WHERE id = 1 << 37 | 1",
    "DELETE FROM section_search_data WHERE id = 2 << 37 | 2",
    "UPDATE section_search_data SET block = x'00000000020103010300010101010101020102010103' WHERE id = 10",
    "UPDATE section_search_data SET block = x'00000000010103030301010101010201020103010103' WHERE id = 10",
    "UPDATE section_search_data SET block = x'0000000001030300030101018fffffffff7f020102030103' WHERE id = 10",
  ])
  func whatIsNotKnownIsNotMerged(_ change: String) throws {
    let material = SearchMaterial(
      name: "", batch: 1, reports: (0..<3).map { part in (0..<900).map { "的\(part)有\($0 % 7)的" } })
    try material.write(into: folder.archive)
    do {
      let db = try Connection(.file(folder.archive), access: .write)
      try db.allowShadowTables()
      try db.execute(change)
    }
    let db = try Connection(.file(folder.archive), access: .write)
    try db.allowShadowTables()
    let statements = try SearchStatements(db)
    try db.begin()
    #expect {
      var merger = try SegmentMerger(statements, many: 2)
      try merger.run(leaves: 1000)
    } throws: {
      ($0 as? SQLiteError)?.primary == .corrupt
    }
    db.rollback()
  }

  /// A structure that does not tell of a segment whose leaves, or whose entries, are there.
  @Test(arguments: ["section_search_idx", "section_search_data"]) func leavesOfNoSegmentAreDamage(_ other: String)
    throws
  {
    var writer = try ArchiveWriter(path: folder.archive)
    _ = try writer.store(Draft.jinshan(2000).record("2000.txt"))
    try writer.commit()
    let db = try Connection(.file(folder.archive), access: .write)
    try db.allowShadowTables()
    try db.execute(
      "UPDATE section_search_data SET block = x'00000000000000' WHERE id = 10; DELETE FROM \(other) WHERE \(other == "section_search_idx" ? "segid > 0" : "id > 10")"
    )
    #expect {
      _ = try writer.store(Draft.jinshan(2001).record("2001.txt"))
      try writer.commit()
    } throws: {
      ($0 as? ArchiveError)?.code == .corrupt
    }
  }

  /// What another program has deleted from the index, with FTS5's own command, stays deleted when segments are merged.
  @Test func rowsThatAnotherProgramDeletedStayDeleted() throws {
    var writer = try ArchiveWriter(path: folder.archive)
    for year in 1950..<2020 {
      _ = try writer.store(Draft.jinshan(year).record("\(year).txt"))
      try writer.commit()
      if year == 1960 {
        let db = try Connection(.file(folder.archive), access: .write)
        try db.run("INSERT INTO section_search (rowid, words) VALUES (900000, '粮 食 播 种 面 积')")
        try db.run("INSERT INTO section_search (section_search, rowid, words) VALUES ('delete', 900000, '粮 食 播 种 面 积')")
      }
    }
    let db = try Connection(.file(folder.archive), access: .write)
    try db.run("INSERT INTO section_search (section_search) VALUES ('integrity-check')")
    #expect(try db.int("SELECT count(*) FROM section_search WHERE section_search MATCH '\"粮 食 播 种\"'") == 70)
    #expect(try db.int("SELECT count(DISTINCT segid) FROM section_search_idx") < 40)
  }
}
