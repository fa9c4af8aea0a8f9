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
  func relinkCopies(after id: Int64, isNew: Bool) throws(SQLiteError) {
    var pending: Set<Int64> = [id]
    if !isNew {
      pending.formUnion(try copies(of: id))
      pending.formUnion(try alike(id).map(\.id).filter { $0 > id })
    }
    while let next = pending.min() {
      pending.remove(next)
      let before = try original(of: next)
      let alike = try alike(next)
      let after = alike.first { $0.id < next && $0.original == nil }?.id
      guard before != after else { continue }
      try link(next, to: after)
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

  private func original(of id: Int64) throws(SQLiteError) -> Int64? {
    let id = try connection.int("SELECT duplicate_of FROM report WHERE report_id = ?", [.integer(id)])
    return id == 0 ? nil : Int64(id)
  }

  /// The other reports with the same content, by id.
  private func alike(_ id: Int64) throws(SQLiteError) -> [(id: Int64, original: Int64?)] {
    let own = try connection.prepare(
      """
      SELECT p.minima, r.sha256 FROM report AS r JOIN fingerprint AS p ON p.report_id = r.report_id WHERE r.report_id = ?
      """)
    try own.bind([.integer(id)])
    guard try own.step() else { return [] }
    let fingerprint = Fingerprint(stored: own.bytes(0))
    let hash = own.text(1)
    own.reset()
    let bands = "[" + fingerprint.bands.map(String.init).joined(separator: ",") + "]"
    try statements.similar.row.bind([.text(bands), .text(hash)])
    defer { statements.similar.row.reset() }
    var found: [(id: Int64, original: Int64?)] = []
    while try statements.similar.row.step() {
      let other = statements.similar.row.integer(0)
      let isSame =
        statements.similar.row.text(2) == hash
        || fingerprint.similarity(to: Fingerprint(stored: statements.similar.row.bytes(1))) >= Self.sameReport
      if other != id, isSame { found.append((other, statements.similar.row.optionalInt(3).map(Int64.init))) }
    }
    return found
  }

  private func link(_ id: Int64, to original: Int64?) throws(SQLiteError) {
    let read = try connection.prepare("SELECT flags FROM report WHERE report_id = ?")
    try read.bind([.integer(id)])
    guard try read.step() else { return }
    var flags = read.text(0).split(separator: ";").map(String.init).filter { $0 != "duplicate" }
    read.reset()
    if original != nil { flags.append("duplicate") }
    try statements.relink.run([.optional(original), .text(Self.flagText(flags)), .integer(id)])
  }
}
