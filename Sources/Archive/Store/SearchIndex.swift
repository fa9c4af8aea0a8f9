internal import ReportReading
internal import SQLite

/// Keeping the search index fresh.
extension ArchiveWriter {
  /// Makes the search index anew from the texts; also commits what was stored so far.
  public mutating func makeSearchIndexAnew() throws(ArchiveError) {
    try commit()
    do throws(SQLiteError) {
      try renewSearchIndex()
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Merges segments where many have come together, within a transaction: before each batch a little more leaves than the one before
  /// has written, so that a large archive takes as long for a batch as a small one and merging is done before as many have come again.
  /// - Returns: how many leaves FTS5 is to merge instead, in a transaction of its own, after this one is undone; nil for none.
  func mergeSegments() throws(SQLiteError) -> Int64? {
    let structure = try statements.search.structure()
    guard structure.isManifold else { return nil }
    let leaves = structure.newestLeaves
    do throws(SQLiteError) {
      var merger = try SegmentMerger(statements.search)
      try merger.run(leaves: leaves + leaves / 8 + 64)
      return nil
    } catch {
      guard error.primary == .corrupt else { throw error }
      return leaves
    }
  }

  /// Has FTS5 merge what another program has written (rows that are deleted, that come before others, leaves that belong to no
  /// segment), or tell the damage.
  ///
  /// It does so through a connection of its own, as it would not see what is written beside it.
  func mergeByFTS5(leaves: Int64) throws(SQLiteError) {
    do throws(SQLiteError) {
      let connection = try Connection(.file(path), access: .write, busyTimeout: 1000)
      try connection.execute("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384")
      try connection.run(
        "INSERT INTO section_search (section_search, rank) VALUES ('merge', ?)", [.integer(leaves + leaves / 4 + 300)])
    } catch {
      if error.primary != .busy { throw error }
    }
  }

  /// Enters the words of a report's sections.
  mutating func enter(_ postings: ReportPostings, firstRow: Int64) throws(SQLiteError) {
    for (ordinal, length) in postings.lengths.enumerated() {
      try statements.search.add(row: firstRow &+ Int64(ordinal), length: length)
    }
    batch.add(postings, firstRow: firstRow)
  }

  /// Makes the index anew when a third of its rows or more belong to replaced reports.
  ///
  /// They cannot be removed one by one: the index holds no text, and to remove a row one must give it the very words
  /// that older rules put in.
  mutating func renewSearchIndexIfStale() throws(SQLiteError) {
    let stale = try connection.int("SELECT stale FROM search_state")
    guard stale >= 1000 else { return }
    let live = try connection.int("SELECT sum(sections) FROM report")
    if stale * 2 >= live { try renewSearchIndex() }
  }

  /// Makes the index anew from the texts, in one transaction.
  mutating func renewSearchIndex() throws(SQLiteError) {
    do throws(SQLiteError) {
      try connection.begin()
      try statements.search.removeAll(connection)
      try enterAllWords()
      try connection.run("UPDATE search_state SET stale = 0")
      try connection.commit()
    } catch {
      batch.removeAll()
      connection.rollback()
      throw error
    }
  }

  private mutating func enterAllWords() throws(SQLiteError) {
    // Reports that took the place of others have later sections than their own number tells; rows are entered in their order.
    let reports = try connection.all(
      "SELECT report_id FROM section GROUP BY report_id ORDER BY min(section_id)", []
    ) { $0.integer(0) }
    let texts = try Prepared(connection, "SELECT text FROM texts WHERE report_id = ?")
    var bytes = 0
    for report in reports {
      try texts.row.bind([.integer(report)])
      guard try texts.row.step() else { continue }
      let text = SourceText(decoded: texts.row.bytes(0))
      texts.row.reset()
      let (ids, sections) = try connection.sections(of: report)
      let words = SectionWords(of: text, sections: sections).texts
      if let first = ids.first, ids.indices.allSatisfy({ ids[$0] == first &+ Int64($0) }) {
        try enter(ReportPostings(of: words), firstRow: first)
      } else {
        for (id, words) in zip(ids, words) { try enter(ReportPostings(of: [words]), firstRow: id) }
      }
      bytes += text.bytes.count
      if bytes >= Self.batchBytes {
        try batch.write(statements.search)
        bytes = 0
      }
    }
    try batch.write(statements.search)
  }
}

extension Connection {
  /// The sections of a report as the reader made them, with their row ids.
  func sections(of report: Int64) throws(SQLiteError) -> (ids: [Int64], sections: [Section]) {
    try prepare(Self.sectionsSQL).sections(of: report)
  }

  /// What ``Statement/sections(of:)`` runs.
  static let sectionsSQL = """
    SELECT section_id, parent, depth, kind, heading, heading_start, heading_end, start_byte, end_byte
    FROM section WHERE report_id = ? ORDER BY ordinal
    """

  /// How much the archive holds.
  func archiveCounts() throws(SQLiteError) -> ArchiveCounts {
    let row = try prepare(
      """
      SELECT (SELECT count(*) FROM district), (SELECT count(*) FROM report),
        (SELECT count(*) FROM report WHERE duplicate_of IS NOT NULL), (SELECT coalesce(sum(sections), 0) FROM report),
        (SELECT coalesce(sum(figures), 0) FROM report), (SELECT coalesce(sum(text_bytes), 0) FROM report)
      """)
    try row.bind([])
    _ = try row.step()
    return ArchiveCounts(
      districts: row.int(0), reports: row.int(1), duplicates: row.int(2), sections: row.int(3), figures: row.int(4),
      textBytes: row.int(5))
  }
}

extension Statement {
  /// The sections of a report, where this is ``Connection/sectionsSQL``.
  func sections(of report: Int64) throws(SQLiteError) -> (ids: [Int64], sections: [Section]) {
    try bind([.integer(report)])
    var ids: [Int64] = []
    var sections: [Section] = []
    while try step() {
      ids.append(integer(0))
      sections.append(
        Section(
          parent: optionalInt(1), depth: int(2), kind: SectionKind(rawValue: text(3)) ?? .other,
          heading: text(4), sourceHeading: range(5), source: range(7)))
    }
    reset()
    return (ids, sections)
  }

  /// Two neighbouring columns as a byte range; empty where they do not make one.
  func range(_ column: Int) -> Range<Int> {
    let start = int(column)
    return start..<max(start, int(column + 1))
  }
}
