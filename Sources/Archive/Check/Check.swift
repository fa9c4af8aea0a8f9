internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// Everything that the archive promises, verified: SQLite's own integrity and foreign keys, every quote against the
  /// text, every figure inside its section, links of copies, counts, and the search index against the text.
  public func check() throws(ArchiveError) -> CheckResult {
    do throws(ArchiveError) {
      return try asking { db throws(SQLiteError) in
        var checker = Checker()
        try checker.checkFile(db)
        // A file that is damaged below would only repeat itself above.
        if checker.problems.isEmpty {
          try checker.checkReports(db)
          try checker.checkLinks(db)
          try checker.checkSearchIndex(db)
        }
        let counts = try db.archiveCounts()
        return CheckResult(counts: counts, quotes: checker.quotes, problems: checker.problems)
      }
    } catch {
      guard error.code == .corrupt else { throw error }
      let problem = CheckResult.Problem(kind: .integrity, source: "", detail: error.found)
      let none = ArchiveCounts(districts: 0, reports: 0, duplicates: 0, sections: 0, figures: 0, textBytes: 0)
      return CheckResult(counts: none, quotes: 0, problems: [problem])
    }
  }
}

/// Gathers what does not hold.
struct Checker {
  var problems: [CheckResult.Problem] = []
  /// Quotes compared with the text.
  var quotes = 0
  /// Per section, the sum of the hashes of its words and places, as the index should have it.
  var expectedWords: [Int64: UInt64] = [:]
  /// Sections of reports that other rules read: their words are not known here.
  var unknownWords: Set<Int64> = []

  mutating func add(_ kind: CheckResult.Problem.Kind, _ source: String, _ detail: String) {
    problems.append(CheckResult.Problem(kind: kind, source: source, detail: detail))
  }

  mutating func checkFile(_ db: borrowing Connection) throws(SQLiteError) {
    for line in try db.all("PRAGMA integrity_check", [], { $0.text(0) }) where line != "ok" {
      add(.integrity, "", line)
    }
    let broken = try db.all("PRAGMA foreign_key_check", []) { row in
      "row \(row.optionalInt(1).map(String.init) ?? "?") of \(row.text(0)) refers to a row of \(row.text(2)) that is not there"
    }
    for line in broken { add(.foreignKey, "", line) }
  }

  // MARK: Reports

  mutating func checkReports(_ db: borrowing Connection) throws(SQLiteError) {
    let reports = try db.prepare(
      """
      SELECT r.report_id, r.source, t.text, r.rules_version, r.fingerprint, r.key, r.sha256
      FROM report AS r LEFT JOIN report_text AS t ON t.report_id = r.report_id ORDER BY r.report_id
      """)
    let evidence = try db.prepare("SELECT quote, start_byte, end_byte FROM evidence WHERE report_id = ?")
    let figures = try db.prepare(
      "SELECT quote, start_byte, end_byte, ordinal, section, period FROM figure WHERE report_id = ? ORDER BY ordinal")
    try reports.bind([])
    while try reports.step() {
      let id = reports.integer(0)
      let source = reports.text(1)
      guard !reports.isNull(2) else {
        add(.count, source, "the report has no text")
        continue
      }
      let text = reports.bytes(2)
      let (ids, sections) = try db.sections(of: id)
      try evidence.bind([.integer(id)])
      // Evidence given by the person ingesting has no words.
      while try evidence.step() {
        if evidence.int(2) > evidence.int(1) { checkQuote(evidence, text, source, "evidence") }
      }
      checkSections(sections, text, source)
      try figures.bind([.integer(id)])
      try checkFigures(figures, sections, text, source)
      let hash = reports.text(6)
      if reports.text(5) != hash.prefix(16),
        reports.text(5) != ContentHash.hexadecimal(ContentHash(of: Array((hash + "\n" + source).utf8)).bytes.prefix(8))
      {
        add(.count, source, "the key \(reports.text(5)) does not follow from the content's hash")
      }
      if reports.int(3) == Rules.version {
        let words = SectionWords(of: SourceText(decoded: text), sections: sections).texts
        expectWords(words, ids)
        try checkFingerprint(Fingerprint(of: words), stored: reports.bytes(4), id, source, db)
      } else {
        unknownWords.formUnion(ids)
      }
    }
  }

  /// Columns quote, start, end.
  private mutating func checkQuote(_ row: borrowing Statement, _ text: [UInt8], _ source: String, _ what: String) {
    quotes += 1
    let (start, end) = (row.int(1), row.int(2))
    guard 0 <= start, start <= end, end <= text.count else {
      add(.quote, source, "\(what) stands at bytes \(start)..<\(end) of a text of \(text.count)")
      return
    }
    if row.bytes(0)[...] != text[start..<end] {
      add(.quote, source, "\(what) at bytes \(start)..<\(end) is not what the text holds there")
    }
  }

  private mutating func checkSections(_ sections: [Section], _ text: [UInt8], _ source: String) {
    for (ordinal, section) in sections.enumerated() {
      let range = section.source
      if range.upperBound > text.count || section.sourceHeading.upperBound > text.count {
        add(.section, source, "section \(ordinal) ends behind the text")
      } else if !Self.isBoundary(range.lowerBound, text) || !Self.isBoundary(range.upperBound, text) {
        add(.section, source, "section \(ordinal) begins or ends within a character")
      }
      guard let parent = section.parent else { continue }
      guard parent < ordinal else {
        add(.section, source, "section \(ordinal) stands before its parent")
        continue
      }
      if range.lowerBound < sections[parent].source.lowerBound || range.upperBound > sections[parent].source.upperBound
      {
        add(.section, source, "section \(ordinal) stands outside its parent")
      }
    }
  }

  private mutating func checkFigures(
    _ figures: borrowing Statement, _ sections: [Section], _ text: [UInt8], _ source: String
  ) throws(SQLiteError) {
    var expected = 0
    while try figures.step() {
      let ordinal = figures.int(3)
      if ordinal != expected { add(.count, source, "figure \(expected) is missing") }
      expected = ordinal + 1
      checkQuote(figures, text, source, "figure \(ordinal)")
      let section = figures.int(4)
      if section < sections.count {
        let range = sections[section].source
        if figures.int(1) < range.lowerBound || figures.int(2) > range.upperBound {
          add(.section, source, "figure \(ordinal) stands outside section \(section)")
        }
      } else {
        add(.section, source, "figure \(ordinal) is in section \(section), which is not there")
      }
      if !Self.isPeriod(figures.text(5)) {
        add(.count, source, "figure \(ordinal) has the period “\(figures.text(5))”")
      }
    }
  }

  /// Whether a place in valid UTF-8 is not within a character.
  private static func isBoundary(_ at: Int, _ text: [UInt8]) -> Bool { at == text.count || text[at] & 0xc0 != 0x80 }

  /// `2020`, `2001-2007`, or nothing.
  private static func isPeriod(_ period: String) -> Bool {
    let years = period.split(separator: "-", omittingEmptySubsequences: false)
    let areYears = years.allSatisfy { $0.utf8.count == 4 && Int($0) != nil }
    return period.isEmpty || (areYears && (years.count == 1 || (years.count == 2 && years[0] <= years[1])))
  }

  private mutating func checkFingerprint(
    _ fingerprint: Fingerprint, stored: [UInt8], _ id: Int64, _ source: String, _ db: borrowing Connection
  ) throws(SQLiteError) {
    if fingerprint.stored != stored { add(.count, source, "the fingerprint is not that of the text") }
    let bands = try db.all("SELECT band FROM fingerprint_band WHERE report_id = ?", [.integer(id)]) { $0.integer(0) }
    if Set(bands) != Set(fingerprint.bands) { add(.count, source, "the fingerprint's bands are not those of the text") }
  }

  // MARK: Links

  mutating func checkLinks(_ db: borrowing Connection) throws(SQLiteError) {
    let chains = try db.all(
      """
      SELECT c.source FROM report AS c JOIN report AS o ON o.report_id = c.duplicate_of
      WHERE o.duplicate_of IS NOT NULL OR o.report_id > c.report_id
      """, []
    ) { $0.text(0) }
    for source in chains { add(.count, source, "the report is linked as a copy to one that is no original") }
    let gaps = try db.all(
      """
      SELECT r.source FROM report AS r WHERE (SELECT count(*) FROM section AS s WHERE s.report_id = r.report_id)
        <> (SELECT coalesce(max(s.ordinal) + 1, 0) FROM section AS s WHERE s.report_id = r.report_id)
      """, []
    ) { $0.text(0) }
    for source in gaps { add(.count, source, "a section is missing") }
    let unused = try db.all(
      """
      SELECT d.parents || d.name FROM district AS d
      WHERE NOT EXISTS (SELECT 1 FROM report AS r WHERE r.district_id = d.district_id)
      """, []
    ) { $0.text(0) }
    for path in unused { add(.count, "", "no report speaks for the district \(path)") }
    if try db.int("SELECT count(*) FROM search_state") != 1 {
      add(.count, "", "the state of the search index is missing")
    }
  }
}
