internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// The sections that hold all the words, best first. Words are separated by spaces; each is found as written, of
  /// any length; traditional and full-width characters find simplified and half-width ones.
  ///
  /// Copies of a report are left out.
  public func search(
    _ words: String, filter: Filter = Filter(), limit: Int = 50
  ) throws(ArchiveError) -> [SearchHit] {
    let words = words.split(whereSeparator: \.isWhitespace).map { SearchWords.normalised(String($0)) }
    let phrases = words.map { SearchWords.separated($0) }
    guard !phrases.isEmpty, phrases.allSatisfy({ !$0.isEmpty }), limit > 0 else { return [] }
    return try asking { db throws(SQLiteError) in
      var hits: [SearchHit] = []
      let condition = Condition(filter, table: .search)
      let sections = try db.prepare(Self.searchSQL(condition))
      try sections.bind([.text(Self.query(phrases))] + condition.values)
      while hits.count < limit, try sections.step() {
        // The index knows no punctuation: a phrase may run across it and is no hit then.
        if let hit = try db.hit(section: sections.integer(0), words: words) { hits.append(hit) }
      }
      return hits
    }
  }

  static func searchSQL(_ condition: Condition) -> String {
    """
    SELECT s.section_id FROM section_search
    JOIN section AS s ON s.section_id = section_search.rowid
    JOIN report AS r ON r.report_id = s.report_id
    WHERE section_search MATCH ? AND r.duplicate_of IS NULL
    \(condition.more)
    ORDER BY section_search.rank, section_search.rowid
    """
  }

  /// The full-text query: every word as a phrase. The words are letters, digits, characters and spaces only, so no quote
  /// can end the phrase.
  private static func query(_ phrases: [[UInt8]]) -> String {
    phrases.map { "\"" + String(decoding: $0, as: UTF8.self) + "\"" }.joined(separator: " ")
  }
}

extension Connection {
  /// A section as a hit, or nil where its text does not hold the words after all.
  fileprivate func hit(section id: Int64, words: [[UInt8]]) throws(SQLiteError) -> SearchHit? {
    let place = try all(
      "SELECT report_id, ordinal, \(SectionRow.selection) FROM sections WHERE section_id = ?", [.integer(id)]
    ) { row in (report: row.integer(0), ordinal: row.int(1), section: SectionRow(row, from: 2)) }
    guard let place = place.first,
      let snippet = try snippet(report: place.report, section: place.ordinal, words: words)
    else { return nil }
    let figures = try all(
      "SELECT \(FigureRow.selection) FROM figures WHERE report_id = ? AND section_ordinal = ? ORDER BY ordinal",
      [.integer(place.report), .integer(place.ordinal)], FigureRow.init(_:))
    let holding = figures.filter { figure in
      let quote = SearchWords.joined(SearchWords.text(ofPart: Array(figure.quote.utf8)))
      let indicator = SearchWords.joined(Array(figure.indicator.utf8))
      return words.allSatisfy { Snippet.find($0, in: quote) != nil || Snippet.find($0, in: indicator) != nil }
    }
    return SearchHit(section: place.section, snippet: snippet.text, matches: snippet.matches, figures: holding)
  }

  /// The words in their context. The section's own part of the text is normalised by itself, which is quick; where it
  /// does not hold the words then (a part may be read differently from the whole), the whole is.
  private func snippet(report: Int64, section: Int, words: [[UInt8]]) throws(SQLiteError) -> Snippet? {
    let parts = try all(
      """
      SELECT substr(CAST(t.text AS BLOB), s.start_byte + 1, coalesce(
        (SELECT min(c.start_byte) FROM section AS c WHERE c.report_id = s.report_id AND c.parent = s.ordinal),
        s.end_byte) - s.start_byte)
      FROM section AS s JOIN texts AS t ON t.report_id = s.report_id WHERE s.report_id = ? AND s.ordinal = ?
      """, [.integer(report), .integer(section)]
    ) { $0.bytes(0) }
    let part = SearchWords.joined(SearchWords.text(ofPart: parts.first ?? []))
    if let snippet = Snippet(part, words: words) { return snippet }
    let texts = try all("SELECT text FROM texts WHERE report_id = ?", [.integer(report)]) { $0.bytes(0) }
    guard let text = texts.first else { return nil }
    let whole = SectionWords(of: SourceText(decoded: text), sections: try sections(of: report).sections).texts
    return Snippet(SearchWords.joined(whole[section]), words: words)
  }
}

/// A stretch of text around the words searched for.
struct Snippet {
  let text: String
  /// UTF-8 byte ranges of the words in ``text``.
  let matches: [Range<Int>]

  /// Characters before the first word, and in all.
  private static let before = 20
  private static let length = 60

  /// - Returns: nil where the text does not hold all the words.
  init?(_ bytes: [UInt8], words: [[UInt8]]) {
    let found = words.compactMap { Self.find($0, in: bytes) }
    guard found.count == words.count, let first = found.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    let start = Self.offset(first.lowerBound, by: -Self.before, in: bytes)
    let end = max(first.upperBound, Self.offset(start, by: Self.length, in: bytes))
    let stretch = Array(bytes[start..<end])
    var matches: [Range<Int>] = []
    for word in words {
      var at = 0
      while let next = Self.find(word, in: stretch, from: at) {
        matches.append(next)
        at = next.upperBound
      }
    }
    text = String(decoding: stretch, as: UTF8.self)
    self.matches = matches.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// A byte offset moved by a number of characters, as far as the text goes.
  private static func offset(_ at: Int, by count: Int, in bytes: [UInt8]) -> Int {
    var at = at
    for _ in 0..<abs(count) {
      if count < 0 {
        guard at > 0 else { break }
        repeat { at -= 1 } while at > 0 && bytes[at] & 0xc0 == 0x80
      } else {
        guard at < bytes.count else { break }
        repeat { at += 1 } while at < bytes.count && bytes[at] & 0xc0 == 0x80
      }
    }
    return at
  }

  /// The first place of a word (in lower case) without regard to the case of ASCII letters.
  static func find(_ word: [UInt8], in bytes: [UInt8], from: Int = 0) -> Range<Int>? {
    guard !word.isEmpty, bytes.count - from >= word.count else { return nil }
    for start in from...(bytes.count - word.count) where SearchWords.lowered(bytes[start]) == word[0] {
      var length = 1
      while length < word.count, SearchWords.lowered(bytes[start + length]) == word[length] { length += 1 }
      if length == word.count { return start..<start + length }
    }
    return nil
  }
}
