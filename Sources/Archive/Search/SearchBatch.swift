internal import SQLite

/// The words of the reports of one batch, until they are written into the search index as one segment.
///
/// FTS5 itself would take each section's text, cut it into words, look each up in a table in memory and lengthen the word's list:
/// two thirds of what storing a report took. Here the lists of a report come ready, made beside the writer, and are joined
/// word by word. Each report's rows being behind those of the reports before, nothing has to be sorted but the words.
struct SearchBatch {
  private var reports: [(firstRow: Int64, postings: ReportPostings)] = []
  private var words = 0

  /// Adds a report.
  /// - Parameter firstRow: the row of its first section; the rows of the others follow.
  mutating func add(_ postings: ReportPostings, firstRow: Int64) {
    reports.append((firstRow, postings))
    words += postings.words.count
  }

  mutating func removeAll() {
    reports.removeAll()
    words = 0
  }

  /// Writes the segment, within a transaction.
  /// - Returns: how many leaves it has.
  @discardableResult mutating func write(_ statements: SearchStatements) throws(SQLiteError) -> Int64 {
    guard !reports.isEmpty else { return 0 }
    defer { removeAll() }
    reports.sort { $0.firstRow < $1.firstRow }
    try statements.count(
      rows: reports.reduce(0) { $0 + $1.postings.lengths.count },
      words: reports.reduce(0) { $0 + $1.postings.lengths.reduce(0, +) })
    guard words > 0 else { return 0 }
    var structure = try statements.structure()
    guard let id = structure.freeSegment else {
      throw SearchStatements.damage("the search index has too many segments")
    }
    var segment = SegmentWriter(id: id, statements)
    try write(to: &segment)
    try segment.finish()
    structure.add(SearchStructure.Segment(id: id, firstLeaf: 1, lastLeaf: segment.lastLeaf))
    try statements.setRecord.run([.blob(structure.record), .integer(SearchRow.structure)])
    return segment.lastLeaf
  }

  private func write(to segment: inout SegmentWriter) throws(SQLiteError) {
    var slot = -1
    for entry in byWord() {
      let (firstRow, postings) = reports[entry.report]
      let word = postings.words[entry.word]
      let start = entry.word > 0 ? Int(postings.words[entry.word - 1].end) : 0
      if Int(word.slot) != slot {
        slot = Int(word.slot)
        try segment.begin(word: ReportPostings.term(of: slot))
      }
      try segment.add(
        postings.bytes.span.extracting(start..<Int(word.end)), firstRow: firstRow &+ Int64(word.first),
        lastRow: firstRow &+ Int64(word.last))
    }
  }

  /// A word of a report.
  private struct Entry {
    var report: Int
    var word: Int
  }

  /// The words of all reports: by word, those of one in the order of the reports (a counting sort).
  private func byWord() -> [Entry] {
    var next = [Int](repeating: 0, count: ReportPostings.slots)
    for report in reports {
      for word in report.postings.words { next[Int(word.slot)] += 1 }
    }
    var count = 0
    for slot in next.indices { (next[slot], count) = (count, count + next[slot]) }
    var entries = [Entry](repeating: Entry(report: 0, word: 0), count: count)
    for (report, postings) in reports.enumerated() {
      for (word, place) in postings.postings.words.enumerated() {
        entries[next[Int(place.slot)]] = Entry(report: report, word: word)
        next[Int(place.slot)] += 1
      }
    }
    return entries
  }
}
