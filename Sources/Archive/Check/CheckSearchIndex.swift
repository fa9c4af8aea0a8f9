internal import ReportReading
internal import SQLite

/// The search index against the text.
///
/// The index holds no text; what it holds is every word with the section and place where it stands. The sum of a hash of
/// all of them, per section, must be that of the words of the section's text.
extension Checker {
  mutating func expectWords(_ words: [[UInt8]], _ ids: [Int64]) {
    for (id, text) in zip(ids, words) {
      var sum: UInt64 = 0
      var place: UInt64 = 0
      var hash = Self.seed
      var isInside = false
      for byte in SearchWords.separated(text) {
        if byte == 0x20 {
          if isInside { sum &+= Self.finished(hash, place) }
          if isInside { place += 1 }
          (hash, isInside) = (Self.seed, false)
        } else {
          hash = Self.step(hash, byte)
          isInside = true
        }
      }
      expectedWords[id] = sum
    }
  }

  mutating func checkSearchIndex(_ db: borrowing Connection) throws(SQLiteError) {
    // A temporary table over the index; the archive itself is not written to.
    try db.execute(
      """
      PRAGMA query_only = OFF;
      CREATE VIRTUAL TABLE temp.section_search_words USING fts5vocab('main', 'section_search', 'instance');
      PRAGMA query_only = ON
      """)
    defer { try? db.execute("PRAGMA query_only = OFF; DROP TABLE temp.section_search_words; PRAGMA query_only = ON") }
    let words = try db.prepare("SELECT term, doc, \"offset\" FROM temp.section_search_words")
    try words.bind([])
    var found: [Int64: UInt64] = [:]
    while try words.step() {
      let hash = words.withBytes(0) { bytes in
        var hash = Self.seed
        for i in bytes.indices { hash = Self.step(hash, bytes[i]) }
        return hash
      }
      found[words.integer(1), default: 0] &+= Self.finished(hash, UInt64(bitPattern: words.integer(2)))
    }
    words.reset()
    for (id, sum) in expectedWords.sorted(by: { $0.key < $1.key }) where found[id, default: 0] != sum {
      let source = try db.all(
        "SELECT source FROM sections WHERE section_id = ?", [.integer(id)]
      ) { $0.text(0) }
      add(.searchIndex, source.first ?? "", "the index of section_id \(id) is not that of its text")
    }
    let gone = found.keys.count { expectedWords[$0] == nil && !unknownWords.contains($0) }
    let stale = try db.int("SELECT stale FROM search_state")
    if gone > stale { add(.searchIndex, "", "the index has \(gone) sections that are gone; \(stale) are known to be") }
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// FNV-1a.
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  private static func finished(_ hash: UInt64, _ place: UInt64) -> UInt64 {
    let mixed = (hash ^ place &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
    return mixed ^ mixed >> 31
  }
}
