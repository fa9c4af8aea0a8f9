internal import ReportReading
internal import SQLite

/// Linking copies of a report to the first one.
///
/// Invariant: `duplicate_of` is smaller than `report_id` and names a report that is itself no copy.
extension ArchiveWriter {
  /// Reports with at least this much of their content in common are the same report.
  ///
  /// Of 430 reports of 58 places the two most alike have 0.15 in common by this measure. Copies of twelve of them in traditional
  /// characters had 1.0, with another site's words, line breaks and digits 0.98 and more, and with all numbers deleted
  /// 0.74 to 0.94.
  static let sameReport = 0.5

  /// Brings the links up to date after a report was written.
  ///
  /// Each report in question is linked to the first report before it that is alike and no copy. Whatever hangs on a
  /// report comes after it, so one pass in the order of ids settles all.
  mutating func relinkCopies(after id: Int64, isNew: Bool) throws(SQLiteError) {
    var pending: Set<Int64> = [id]
    if !isNew, let content = try content(of: id) {
      pending.formUnion(try copies(of: id))
      pending.formUnion(try alike(content, id).map(\.id).filter { $0 > id })
    }
    while let next = pending.min() {
      pending.remove(next)
      guard let content = try content(of: next) else { continue }
      let alike = try alike(content, next)
      let after = alike.first { $0.id < next && $0.original == nil }?.id
      guard content.original != after else { continue }
      try link(next, content, to: after)
      pending.formUnion(try copies(of: next))
      if after == nil { pending.formUnion(alike.map(\.id).filter { $0 > next }) }
    }
  }

  private func copies(of id: Int64) throws(SQLiteError) -> [Int64] {
    try statements.copies.row.bind([.integer(id)])
    defer { statements.copies.row.reset() }
    var ids: [Int64] = []
    while try statements.copies.row.step() { ids.append(statements.copies.row.integer(0)) }
    return ids
  }

  /// What a report is recognised by, with its link and its flags.
  private struct Content {
    var fingerprint: Fingerprint
    var sketch: FingerprintSketches.Sketch?
    var hash: String
    var original: Int64?
    var flags: String
  }

  private func content(of id: Int64) throws(SQLiteError) -> Content? {
    let row = statements.content
    try row.row.bind([.integer(id)])
    defer { row.row.reset() }
    guard try row.row.step() else { return nil }
    let stored = row.row.bytes(0)
    return Content(
      fingerprint: Fingerprint(stored: stored), sketch: FingerprintSketches.sketch(ofStored: stored),
      hash: row.row.text(1),
      original: row.row.optionalInteger(2), flags: row.row.text(3))
  }

  /// The other reports with the same content, by id.
  private mutating func alike(_ content: Content, _ id: Int64) throws(SQLiteError) -> [(id: Int64, original: Int64?)] {
    let same = try statements.sameBytes.integers([.text(content.hash)])
    var others: Set<Int64> = []
    for band in content.fingerprint.bands {
      recentBands?.reports(with: band, &others)
      if recentBands?.mayBeEntered(band) ?? true { try statements.bands.reports(with: band, &others) }
    }
    recentBands?.sketches.set(content.sketch, of: id)
    var alike = Set(same)
    for other in others where try similarity(of: other, to: content) >= Self.sameReport { alike.insert(other) }
    alike.remove(id)
    var found: [(id: Int64, original: Int64?)] = []
    for other in alike.sorted() {
      if let its = try self.content(of: other) { found.append((other, its.original)) }
    }
    return found
  }

  /// How much of their content a report and another have in common; 0 for less than makes them the same report, as far as
  /// that can be told without looking for its fingerprint.
  private mutating func similarity(of other: Int64, to content: Content) throws(SQLiteError) -> Double {
    if let sketch = content.sketch, let most = recentBands?.sketches.agreement(of: other, with: sketch),
      Double(most) < Self.sameReport * Double(Fingerprint.size)
    {
      return 0
    }
    let stored = try statements.bands.minima(of: other)
    recentBands?.sketches.set(FingerprintSketches.sketch(ofStored: stored), of: other)
    return content.fingerprint.similarity(toStored: stored.span)
  }

  private func link(_ id: Int64, _ content: Content, to original: Int64?) throws(SQLiteError) {
    var flags = content.flags.split(separator: ";").map(String.init).filter { $0 != "duplicate" }
    if original != nil { flags.append("duplicate") }
    try statements.relink.run([.optional(original), .text(Self.flagText(flags)), .integer(id)])
  }
}
