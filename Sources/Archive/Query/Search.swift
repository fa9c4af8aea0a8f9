internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// The sections that hold all the words, best first. Words are separated by spaces; each is found as written, of
  /// any length; traditional and full-width characters find simplified and half-width ones.
  ///
  /// A section is the better the more often it holds the words for its length. Where more than a few hundred hold them,
  /// those that were stored last are weighed against one another: in a large archive a common word stands in a million
  /// sections, which no one reads. Copies of a report are left out.
  public func search(
    _ words: String, filter: Filter = Filter(), limit: Int = 50
  ) throws(ArchiveError) -> [SearchHit] {
    let words = words.split(whereSeparator: \.isWhitespace).map { SearchWords.normalised(String($0)) }
    let phrases = words.map { SearchWords.separated($0) }
    guard !phrases.isEmpty, phrases.allSatisfy({ !$0.isEmpty }), limit > 0 else { return [] }
    return try asking { db throws(SQLiteError) in
      let reader = try HitReader(db, words: words)
      let condition = Condition(filter, table: .search)
      let sections = try db.prepare(Self.searchSQL(condition, withinReports: filter.districts != nil))
      try sections.bind([.text(Self.query(phrases))] + condition.values + [.integer(max(limit, Self.weighed))])
      var candidates: [HitReader.Candidate] = []
      while try sections.step() { candidates.append(try reader.candidate(sections.integer(0))) }
      candidates.sort { ($1.weight, $0.id) < ($0.weight, $1.id) }
      var hits: [SearchHit] = []
      for candidate in candidates where hits.count < limit {
        // The index knows no punctuation: a phrase may run across it and is no hit then.
        if let hit = try reader.hit(candidate) { hits.append(hit) }
      }
      return hits
    }
  }

  /// How many sections are weighed against one another, where the caller does not want more.
  private static let weighed = 200

  /// The sections that the index finds, those stored last first; the index gives them in this order by itself and goes on
  /// only as far as it is asked.
  /// - Parameter withinReports: whether few reports are meant: then each is looked through, whose sections follow one
  ///   another, instead of all that hold the words.
  static func searchSQL(_ condition: Condition, withinReports: Bool) -> String {
    let found =
      withinReports
      ? """
      report AS r
      CROSS JOIN section_search ON section_search.rowid
        BETWEEN (SELECT min(section_id) FROM section WHERE report_id = r.report_id)
        AND (SELECT max(section_id) FROM section WHERE report_id = r.report_id)
      CROSS JOIN section AS s ON s.section_id = section_search.rowid
      """
      : """
      section_search
      CROSS JOIN section AS s ON s.section_id = section_search.rowid
      CROSS JOIN report AS r ON r.report_id = s.report_id
      """
    return """
      SELECT s.section_id FROM \(found)
      WHERE section_search MATCH ? AND r.duplicate_of IS NULL
      \(condition.more)
      ORDER BY section_search.rowid DESC LIMIT ?
      """
  }

  /// The full-text query: every word as a phrase. The words are letters, digits, characters and spaces only, so no quote
  /// can end the phrase.
  private static func query(_ phrases: [[UInt8]]) -> String {
    phrases.map { "\"" + String(decoding: $0, as: UTF8.self) + "\"" }.joined(separator: " ")
  }
}
