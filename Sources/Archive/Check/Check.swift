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
  /// Bands of the fingerprints.
  var expectedBands = 0
  /// The last report whose bands are entered.
  var entered: Int64 = 0
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
      SELECT r.report_id, r.source, t.text, r.rules_version, p.minima, r.key, r.sha256, r.text_bytes, r.sections, r.figures,
        r.digest
      FROM report AS r JOIN texts AS t ON t.report_id = r.report_id
      LEFT JOIN fingerprint AS p ON p.report_id = r.report_id ORDER BY r.report_id
      """)
    let evidence = try db.prepare("SELECT quote, start_byte, end_byte FROM evidence WHERE report_id = ?")
    let figures = try db.prepare(
      "SELECT quote, start, \"end\", ordinal, section_ordinal FROM figures WHERE report_id = ? ORDER BY ordinal")
    let states = try db.all("SELECT entered FROM band_state", []) { $0.integer(0) }
    if states.count != 1 { add(.count, "", "the state of the fingerprints' bands is missing") }
    entered = states.first ?? 0
    try reports.bind([])
    while try reports.step() {
      let id = reports.integer(0)
      let source = reports.text(1)
      let text = reports.bytes(2)
      if text.count != reports.int(7) { add(.count, source, "the text is not whole") }
      let (ids, sections) = try db.sections(of: id)
      try evidence.bind([.integer(id)])
      // Evidence given by the person ingesting has no words.
      while try evidence.step() {
        if evidence.int(2) > evidence.int(1) { checkQuote(evidence, text, source, "evidence") }
      }
      checkSections(sections, text, source)
      try figures.bind([.integer(id)])
      var digest = Digest(of: text)
      let perSection = try checkFigures(figures, sections, text, source, &digest)
      if digest.value != reports.integer(10) {
        add(.quote, source, "the text, or the place of a figure in it, is not what was stored")
      }
      try checkCounts(reports, sections.count, perSection, db)
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
      guard (0..<ordinal).contains(parent) else {
        add(.section, source, "section \(ordinal) stands before its parent")
        continue
      }
      if range.lowerBound < sections[parent].source.lowerBound || range.upperBound > sections[parent].source.upperBound
      {
        add(.section, source, "section \(ordinal) stands outside its parent")
      }
    }
  }

  /// - Returns: how many figures each section has.
  private mutating func checkFigures(
    _ figures: borrowing Statement, _ sections: [Section], _ text: [UInt8], _ source: String, _ digest: inout Digest
  ) throws(SQLiteError) -> [Int] {
    var expected = 0
    var perSection = [Int](repeating: 0, count: sections.count)
    while try figures.step() {
      let ordinal = figures.int(3)
      if ordinal != expected { add(.count, source, "figure \(expected) is missing") }
      expected = ordinal + 1
      checkQuote(figures, text, source, "figure \(ordinal)")
      digest.add(figures.range(1))
      let section = figures.int(4)
      if sections.indices.contains(section) {
        perSection[section] += 1
        let range = sections[section].source
        if figures.int(1) < range.lowerBound || figures.int(2) > range.upperBound {
          add(.section, source, "figure \(ordinal) stands outside section \(section)")
        }
      } else {
        add(.section, source, "figure \(ordinal) is in section \(section), which is not there")
      }
    }
    return perSection
  }

  /// Columns as in `checkReports`.
  private mutating func checkCounts(
    _ report: borrowing Statement, _ sections: Int, _ figures: [Int], _ db: borrowing Connection
  ) throws(SQLiteError) {
    let source = report.text(1)
    if report.int(8) != sections { add(.count, source, "\(sections) sections, but \(report.int(8)) are counted") }
    let total = figures.reduce(0, +)
    if report.int(9) != total { add(.count, source, "\(total) figures, but \(report.int(9)) are counted") }
    let stored = try db.all(
      "SELECT figures FROM section WHERE report_id = ? ORDER BY ordinal", [.integer(report.integer(0))]
    ) { $0.int(0) }
    if stored != figures { add(.count, source, "the figures of a section are not as many as are counted") }
  }

  /// Whether a place in valid UTF-8 is not within a character.
  private static func isBoundary(_ at: Int, _ text: [UInt8]) -> Bool { at == text.count || text[at] & 0xc0 != 0x80 }

  private mutating func checkFingerprint(
    _ fingerprint: Fingerprint, stored: [UInt8], _ id: Int64, _ source: String, _ db: borrowing Connection
  ) throws(SQLiteError) {
    if fingerprint.stored != stored { add(.count, source, "the fingerprint is not that of the text") }
    if id > entered { return }
    // Each band by itself: there is no index of bands by report. Those of the whole archive are counted at the end.
    let bands = Set(fingerprint.bands)
    var found = 0
    for band in bands {
      found += try db.int(
        "SELECT count(*) FROM fingerprint_band WHERE band = ? AND report_id = ?", [.integer(band), .integer(id)])
    }
    expectedBands += bands.count
    if found != bands.count { add(.count, source, "the fingerprint's bands are not those of the text") }
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
    let bands = try db.int("SELECT count(*) FROM fingerprint_band")
    if unknownWords.isEmpty, bands != expectedBands {
      add(.count, "", "\(bands) bands of fingerprints; expected \(expectedBands)")
    }
    if try db.int("SELECT count(*) FROM search_state") != 1 {
      add(.count, "", "the state of the search index is missing")
    }
  }
}
