internal import ReportReading
internal import SQLite

/// The bands of reports that are not in `fingerprint_band` yet.
///
/// Bands are hashes: those of one batch fall on all pages of a large table, which would be written again for each batch. So those
/// of many batches are kept in memory and entered together. They can be told from the fingerprints, so that nothing is lost
/// where that does not come to pass; `band_state` tells up to which report they are entered.
struct RecentBands {
  /// So many reports' are entered together: some sixteen batches, 3 MB in memory.
  static let mostReports = 5000

  private struct Entry {
    var band: Int64
    var report: Int64
    /// Of the entry before of the same slot; -1 for none.
    var next: Int32
  }

  /// The last report whose bands are in the table; those behind it are here.
  private(set) var entered: Int64
  private(set) var reports = 0
  private var entries: [Entry] = []
  /// By the band's lowest bits: the last entry; -1 for none.
  private var slots = [Int32](repeating: -1, count: 1 << 17)

  /// Those that are in the table, where that was empty before; nil where it was not.
  private var filter: BandFilter?
  /// Of reports that were stored or compared.
  var sketches = FingerprintSketches()

  /// What the archive tells, with the bands of the reports behind.
  init(_ statements: BandStatements) throws(SQLiteError) {
    entered = try statements.entered()
    if entered == 0 { filter = BandFilter() }
    for id in try statements.reports.integers([.integer(entered)]) {
      add(Fingerprint(stored: try statements.minima(of: id)).bands, of: id)
    }
  }

  mutating func add(_ bands: [Int64], of report: Int64) {
    reports += 1
    for band in bands {
      let slot = slot(of: band)
      entries.append(Entry(band: band, report: report, next: slots[slot]))
      slots[slot] = Int32(entries.count - 1)
    }
  }

  /// Forgets the bands of a report.
  mutating func remove(_ bands: [Int64], of report: Int64) {
    reports -= 1
    for band in bands {
      var at = slots[slot(of: band)]
      while at >= 0 {
        // No report has this number.
        if entries[Int(at)].report == report, entries[Int(at)].band == band { entries[Int(at)].report = 0 }
        at = entries[Int(at)].next
      }
    }
  }

  /// The reports that have the band.
  func reports(with band: Int64, _ found: inout Set<Int64>) {
    var at = slots[slot(of: band)]
    while at >= 0 {
      let entry = entries[Int(at)]
      if entry.band == band, entry.report > 0 { found.insert(entry.report) }
      at = entry.next
    }
  }

  private func slot(of band: Int64) -> Int { Int(truncatingIfNeeded: band) & (slots.count - 1) }

  /// Whether a band may be in the table; false is certain.
  func mayBeEntered(_ band: Int64) -> Bool { filter?.mayHold(band) ?? true }

  /// Notes that a band was entered into the table by itself.
  mutating func wasEntered(_ band: Int64) { filter?.insert(band) }

  /// Enters all bands into the table, in its order, so that each of its pages is come to once.
  /// - Parameter last: the last report of the archive.
  mutating func enter(upTo last: Int64, _ statements: BandStatements) throws(SQLiteError) {
    guard last > entered else { return }
    entries.sort { ($0.band, $0.report) < ($1.band, $1.report) }
    for entry in entries where entry.report > 0 {
      try statements.add(entry.band, of: entry.report)
      filter?.insert(entry.band)
    }
    try statements.setEntered.run([.integer(last)])
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
    reports = 0
    entered = last
  }
}

/// The statements around `fingerprint_band`, prepared once.
struct BandStatements {
  let reports: Prepared
  let setEntered: Prepared
  private let state: Prepared
  private let fingerprint: Prepared
  private let addBand: Prepared
  private let dropBand: Prepared
  private let find: Prepared

  init(_ db: borrowing Connection) throws(SQLiteError) {
    reports = try Prepared(db, "SELECT report_id FROM fingerprint WHERE report_id > ? ORDER BY report_id")
    setEntered = try Prepared(db, "UPDATE band_state SET entered = ?")
    state = try Prepared(db, "SELECT entered FROM band_state")
    fingerprint = try Prepared(db, "SELECT minima FROM fingerprint WHERE report_id = ?")
    addBand = try Prepared(db, "INSERT OR IGNORE INTO fingerprint_band (band, report_id) VALUES (?, ?)")
    dropBand = try Prepared(db, "DELETE FROM fingerprint_band WHERE band = ? AND report_id = ?")
    // A band that many reports have is one of words that all print; what is alike shares others. Of many copies the first is found.
    find = try Prepared(db, "SELECT report_id FROM fingerprint_band WHERE band = ? ORDER BY report_id LIMIT 16")
  }

  func entered() throws(SQLiteError) -> Int64 { try state.integer([]) ?? 0 }

  /// A stored fingerprint; empty for none.
  func minima(of report: Int64) throws(SQLiteError) -> [UInt8] { try fingerprint.bytes([.integer(report)]) ?? [] }

  func add(_ band: Int64, of report: Int64) throws(SQLiteError) {
    try addBand.row.bind(band, at: 1)
    try addBand.row.bind(report, at: 2)
    try addBand.row.runBound()
  }

  func drop(_ band: Int64, of report: Int64) throws(SQLiteError) {
    try dropBand.run([.integer(band), .integer(report)])
  }

  /// The first reports that have the band, as far as the table tells.
  func reports(with band: Int64, _ found: inout Set<Int64>) throws(SQLiteError) {
    try find.row.bind(band, at: 1)
    defer { find.row.reset() }
    while try find.row.step() { found.insert(find.row.integer(0)) }
  }
}
