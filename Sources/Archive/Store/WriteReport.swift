internal import ReportReading
internal import SQLite

/// Writing one report, within a transaction.
extension ArchiveWriter {
  mutating func write(_ record: ReportRecord) throws(SQLiteError) -> StoreResult {
    let old = try statements.existing(record.source)
    let district = try districtID(record)
    let id: Int64
    if let old {
      id = old.id
      try removeParts(of: id)
      try statements.changeReport.run(try reportValues(record, district: district, id: id) + [.integer(id)])
      if old.districtID != district {
        try statements.dropDistrict.run([.integer(old.districtID)])
        try statements.dropNamesOfNone.run([.integer(old.districtID)])
      }
    } else {
      try statements.addReport.run(try reportValues(record, district: district, id: nil) + [.text(record.source)])
      id = connection.lastInsertRowID
    }
    try writeText(record, id)
    try writeEvidence(record, id)
    try writeSections(record, id)
    try writeFigures(record, id)
    try statements.addFingerprint.run([.integer(id), .blob(record.fingerprint.stored)])
    try writeBands(record, id)
    try relinkCopies(after: id, isNew: old == nil)
    return StoreResult(
      change: old == nil ? .added : .replaced, duplicateOf: try statements.existing(record.source)?.duplicateOf,
      figures: record.report.figures.count)
  }

  /// Removes what hangs on a report, the report's row excepted. Its rows of the search index become stale.
  private mutating func removeParts(of id: Int64) throws(SQLiteError) {
    try connection.run(
      """
      UPDATE search_state
      SET stale = min(stale, ?2) + (SELECT max(0, min(sections, ?2)) FROM report WHERE report_id = ?1)
      """, [.integer(id), .integer(Statement.furthest)])
    let bands = Fingerprint(stored: try statements.bands.minima(of: id)).bands
    if id > recentBands?.entered ?? 0 {
      recentBands?.remove(bands, of: id)
    } else {
      for band in bands { try statements.bands.drop(band, of: id) }
    }
    for table in ["figure_row", "evidence", "fingerprint", "text_piece"] {
      try connection.run("DELETE FROM \(table) WHERE report_id = ?", [.integer(id)])
    }
    try connection.run("DELETE FROM section WHERE report_id = ?", [.integer(id)])
  }

  private func reportValues(_ record: ReportRecord, district: Int64, id: Int64?) throws(SQLiteError) -> [Value] {
    let report = record.report
    return [
      .text(try key(record, id: id)), .text(record.contentHash.description), .integer(record.byteCount),
      .text(report.text.encoding.rawValue), .integer(district), .optional(report.year.year),
      .text(report.year.basis.rawValue),
      .text(Self.flagText(report.flags.map(\.rawValue).filter { $0 != "duplicate" })),
      .optional(record.hints.district), .optional(record.hints.year), .integer(Rules.version),
      .integer(report.sections.count), .integer(report.figures.count), .integer(report.text.bytes.count),
      .integer(record.digest),
    ]
  }

  /// Names in alphabetical order joined by `;`.
  static func flagText(_ names: [String]) -> String { names.sorted().joined(separator: ";") }

  /// The report's key: from the content alone, unless another source brought the same bytes before.
  private func key(_ record: ReportRecord, id: Int64?) throws(SQLiteError) -> String {
    let key = ContentHash.hexadecimal(record.contentHash.bytes.prefix(8))
    try statements.findKey.row.bind([.text(key)])
    defer { statements.findKey.row.reset() }
    guard try statements.findKey.row.step(), statements.findKey.row.integer(0) != id else { return key }
    let both = ContentHash(of: Array((record.contentHash.description + "\n" + record.source).utf8))
    return ContentHash.hexadecimal(both.bytes.prefix(8))
  }

  // MARK: District

  private func districtID(_ record: ReportRecord) throws(SQLiteError) -> Int64 {
    let finding = record.report.district
    let facts = record.district
    let identity: [Value] = [
      .text(finding.name), .text(finding.code), .text(facts.parentCode), .text(finding.level?.rawValue ?? ""),
    ]
    let id: Int64
    if let known = try findDistrict(identity) {
      id = known.id
      if known.parents == facts.parents { return id }
      try statements.changeDistrict.run([.text(facts.parents), .integer(id)])
      try statements.dropDistrictNames.run([.integer(id)])
    } else {
      try statements.addDistrict.run(identity + [.text(facts.parents)])
      id = connection.lastInsertRowID
    }
    for name in facts.names {
      try statements.addDistrictName.run([
        .integer(id), .text(name.name), .text(name.code), .optional(name.firstYear), .optional(name.lastYear),
      ])
    }
    try joinUnit(of: id)
    return id
  }

  /// Gives the rows of one unit, under several names or codes, one number: that of the first of them.
  private func joinUnit(of district: Int64) throws(SQLiteError) {
    let known = try statements.sameUnits.integers([.integer(district)])
    let unit = known.min() ?? district
    try statements.joinUnit.run([.integer(unit), .integer(district), .null])
    for other in known where other != unit { try statements.joinUnit.run([.integer(unit), .null, .integer(other)]) }
  }

  private func findDistrict(_ identity: [Value]) throws(SQLiteError) -> (id: Int64, parents: String)? {
    try statements.findDistrict.row.bind(identity)
    defer { statements.findDistrict.row.reset() }
    guard try statements.findDistrict.row.step() else { return nil }
    return (statements.findDistrict.row.integer(0), statements.findDistrict.row.text(1))
  }

  // MARK: Parts

  private func writeEvidence(_ record: ReportRecord, _ id: Int64) throws(SQLiteError) {
    let report = record.report
    let all = report.district.evidence.map { ("district", $0) } + report.year.evidence.map { ("year", $0) }
    for (ordinal, (subject, evidence)) in all.enumerated() {
      try statements.addEvidence.run([
        .integer(id), .integer(ordinal), .text(subject), .text(evidence.rule), .text(evidence.value),
        .text(evidence.quote), .integer(evidence.source.lowerBound), .integer(evidence.source.upperBound),
      ])
    }
  }

  private func writeText(_ record: ReportRecord, _ id: Int64) throws(SQLiteError) {
    let text = record.report.text.bytes
    try statements.addPiece.row.bind(id, at: 1)
    for piece in record.pieces {
      try statements.addPiece.row.bind(piece.lowerBound, at: 2)
      let part = text.span.extracting(piece)
      try statements.addPiece.row.runBound(lending: part, at: 3)
    }
  }

  /// A report that takes the place of one whose bands are entered has its own entered at once.
  private mutating func writeBands(_ record: ReportRecord, _ id: Int64) throws(SQLiteError) {
    if id > recentBands?.entered ?? 0 {
      recentBands?.add(record.bands, of: id)
    } else {
      for band in record.bands {
        try statements.bands.add(band, of: id)
        recentBands?.wasEntered(band)
      }
    }
  }

  private mutating func writeSections(_ record: ReportRecord, _ id: Int64) throws(SQLiteError) {
    let sections = record.report.sections
    let paths = SectionPaths.stored(sections)
    var figures = [Int](repeating: 0, count: sections.count)
    for figure in record.report.figures { figures[figure.section] += 1 }
    var first: Int64?
    for (ordinal, section) in sections.enumerated() {
      // The rows of a report's sections follow one another.
      try statements.addSection.run([
        .optional(first.map { $0 &+ Int64(ordinal) }), .integer(id), .integer(ordinal), .optional(section.parent),
        .integer(section.depth),
        .text(section.kind.rawValue), .text(section.heading), .optional(paths[ordinal]),
        .integer(section.sourceHeading.lowerBound), .integer(section.sourceHeading.upperBound),
        .integer(section.source.lowerBound), .integer(section.source.upperBound), .integer(figures[ordinal]),
      ])
      first = first ?? connection.lastInsertRowID
    }
    if let first { try enter(record.postings, firstRow: first) }
  }

  private func writeFigures(_ record: ReportRecord, _ id: Int64) throws(SQLiteError) {
    let forms = try record.figures.forms.map { form throws(SQLiteError) in
      try statements.known.form(form, statements)
    }
    let row = statements.addFigure
    try row.row.bind(id, at: 1)
    // What is bound stays bound; of nearly all figures these two are empty.
    var (qualifier, scope) = ("", "")
    try row.row.bind(qualifier, at: 7)
    try row.row.bind(scope, at: 8)
    for (ordinal, figure) in record.report.figures.enumerated() {
      let facts = record.figures.all[ordinal]
      try row.row.bind(ordinal, at: 2)
      try row.row.bind(figure.section, at: 3)
      try row.row.bind(forms[facts.form], at: 4)
      try row.row.bind(figure.indicator, at: 5)
      try row.row.bind(try indicatorNumber(facts), at: 6)
      if facts.match?.qualifier ?? "" != qualifier {
        qualifier = facts.match?.qualifier ?? ""
        try row.row.bind(qualifier, at: 7)
      }
      if facts.match?.scope ?? "" != scope {
        scope = facts.match?.scope ?? ""
        try row.row.bind(scope, at: 8)
      }
      try row.row.bind(facts.match?.isFormerDefinition == true ? 1 : 0, at: 9)
      try row.row.bind(facts.place, at: 10)
      try row.row.bind(figure.low?.doubleValue, at: 11)
      try row.row.bind(figure.high == figure.low ? nil : figure.high?.doubleValue, at: 12)
      try row.row.bind(facts.years.last, at: 13)
      try row.row.bind(facts.years.first, at: 14)
      try row.row.bind(figure.source.lowerBound, at: 15)
      try row.row.bind(figure.source.upperBound, at: 16)
      try row.row.runBound()
    }
  }

  /// The number that the archive's catalogue gives a figure's indicator; nil where it does not have it.
  private func indicatorNumber(_ facts: FigureFacts) throws(SQLiteError) -> Int64? {
    guard let match = facts.match else { return nil }
    return try statements.known.indicator(match.id, facts.indicatorPlace, statements)
  }
}
