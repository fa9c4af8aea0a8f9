internal import ReportReading
internal import SQLite

/// Reads the sections that the search index names, and weighs them.
struct HitReader {
  private let words: [[UInt8]]
  private let place: Prepared
  private let pieces: Prepared
  private let section: Prepared
  private let figures: Prepared
  private let text: Prepared
  private let sections: Prepared

  /// A section that the index names.
  struct Candidate {
    var id: Int64
    var report: Int64
    var ordinal: Int
    /// Its words as they are searched: its own part of the text, normalised, without white space.
    var words: [UInt8]
    /// How well it answers; 0 where its part of the text, read by itself, does not hold all the words.
    var weight: Double
  }

  init(_ db: borrowing Connection, words: [[UInt8]]) throws(SQLiteError) {
    self.words = words
    place = try Prepared(
      db,
      """
      SELECT s.report_id, s.ordinal, s.start_byte, coalesce((
        SELECT c.start_byte FROM section AS c
        WHERE c.report_id = s.report_id AND c.ordinal = s.ordinal + 1 AND c.parent = s.ordinal
      ), s.end_byte) FROM section AS s WHERE s.section_id = ?
      """)
    pieces = try Prepared(
      db,
      """
      SELECT start_byte, text FROM text_piece WHERE report_id = ?1 AND start_byte < ?3 AND start_byte >= (
        SELECT max(start_byte) FROM text_piece WHERE report_id = ?1 AND start_byte <= ?2
      ) ORDER BY start_byte
      """)
    section = try Prepared(db, "SELECT \(SectionRow.selection) FROM sections WHERE section_id = ?")
    figures = try Prepared(
      db,
      "SELECT \(FigureRow.selection) FROM figures WHERE report_id = ? AND section_ordinal = ? ORDER BY ordinal")
    text = try Prepared(db, "SELECT text FROM texts WHERE report_id = ?")
    sections = try Prepared(db, Connection.sectionsSQL)
  }

  /// A section's own part of the text, normalised by itself, and its weight.
  func candidate(_ id: Int64) throws(SQLiteError) -> Candidate {
    try place.row.bind([.integer(id)])
    guard try place.row.step() else { return Candidate(id: id, report: 0, ordinal: 0, words: [], weight: 0) }
    let (report, ordinal, range) = (place.row.integer(0), place.row.int(1), place.row.range(2))
    place.row.reset()
    let own = SearchWords.joined(SearchWords.text(ofPart: try bytes(range, of: report)))
    return Candidate(id: id, report: report, ordinal: ordinal, words: own, weight: weight(of: own))
  }

  /// Bytes of a report's text.
  private func bytes(_ range: Range<Int>, of report: Int64) throws(SQLiteError) -> [UInt8] {
    try pieces.row.bind([.integer(report), .integer(range.lowerBound), .integer(range.upperBound)])
    var first: Int?
    var bytes: [UInt8] = []
    while try pieces.row.step() {
      first = first ?? pieces.row.int(0)
      bytes += pieces.row.bytes(1)
    }
    pieces.row.reset()
    guard let first, (first...first + bytes.count).contains(range.lowerBound) else { return [] }
    return Array(bytes.dropFirst(range.lowerBound - first).prefix(range.count))
  }

  /// The formula of Okapi BM25 (Robertson and Zaragoza 2009, 3.15) without the rarity of the words, which is the same for all
  /// sections; its usual constants, and the length of an ordinary section.
  private func weight(of own: [UInt8]) -> Double {
    let (saturation, part, ordinary) = (1.2, 0.75, 800.0)
    var weight = 0.0
    for word in words {
      let count = Double(Snippet.count(word, in: own))
      if count == 0 { return 0 }
      weight += count / (count + saturation * (1 - part + part * Double(own.count) / ordinary))
    }
    return weight
  }

  /// The hit that a section is, or nil where its text does not hold the words after all. Where its part by itself does not (a
  /// part may be read differently from the whole), the whole text is read.
  func hit(_ candidate: Candidate) throws(SQLiteError) -> SearchHit? {
    guard let snippet = try snippet(candidate) else { return nil }
    try section.row.bind([.integer(candidate.id)])
    guard try section.row.step() else { return nil }
    let row = SectionRow(section.row)
    section.row.reset()
    try figures.row.bind([.integer(candidate.report), .integer(candidate.ordinal)])
    var holding: [FigureRow] = []
    while try figures.row.step() {
      let figure = FigureRow(figures.row)
      if holds(figure) { holding.append(figure) }
    }
    figures.row.reset()
    return SearchHit(section: row, snippet: snippet.text, matches: snippet.matches, figures: holding)
  }

  private func holds(_ figure: FigureRow) -> Bool {
    let quote = SearchWords.joined(SearchWords.text(ofPart: Array(figure.quote.utf8)))
    let indicator = SearchWords.joined(Array(figure.indicator.utf8))
    return words.allSatisfy { Snippet.find($0, in: quote) != nil || Snippet.find($0, in: indicator) != nil }
  }

  private func snippet(_ candidate: Candidate) throws(SQLiteError) -> Snippet? {
    if let snippet = Snippet(candidate.words, words: words) { return snippet }
    try text.row.bind([.integer(candidate.report)])
    guard try text.row.step() else { return nil }
    let source = SourceText(decoded: text.row.bytes(0))
    text.row.reset()
    let parts = try sections.row.sections(of: candidate.report).sections
    let texts = SectionWords(of: source, sections: parts).texts
    guard texts.indices.contains(candidate.ordinal) else { return nil }
    return Snippet(SearchWords.joined(texts[candidate.ordinal]), words: words)
  }
}
