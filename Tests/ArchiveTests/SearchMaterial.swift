import ReportReading
import SQLite
import Testing

@testable import Archive

/// Texts for a search index: sections of reports, and how many reports make a batch.
struct SearchMaterial: Sendable, CustomTestStringConvertible {
  var name: String
  var batch = 1000
  var reports: [[String]]

  var testDescription: String { name }

  static let all = [
    SearchMaterial(name: "nothing", reports: []),
    SearchMaterial(name: "empty sections", reports: [["", "，。", ""], [""]]),
    SearchMaterial(name: "all kinds of characters", reports: [["aBZ09%‰℃ΑΩω𠀀𪛖㐀龥一", "９ａ，é한ς①", "𠀀𠀀a一"]]),
    SearchMaterial(name: "words that come again", reports: [["的的的", "我的你的他的", "", "的"], ["你", "的"], ["的"]]),
    SearchMaterial(name: "batches", batch: 2, reports: (0..<7).map { [prose($0, 40), prose($0 + 50, 3)] }),
    SearchMaterial(name: "many words", reports: (0..<10).map { part in (0..<9).map { prose(part * 9 + $0, 400) } }),
    // Rows of one word on many leaves, which get an index of their own.
    SearchMaterial(
      name: "one word in many sections", batch: 3,
      reports: (0..<5).map { part in (0..<6000).map { "的\(part)有\($0 % 7)的" } }),
    // A list of positions on many leaves, once with rows around it, once alone, with positions far apart too.
    SearchMaterial(
      name: "one word many times",
      reports: [
        ["的", long("的", 30_000), "的"], [long("的", 9_000)], [long("的", 4_041), long("的", 4_042), long("的", 4_043)],
        [long("的" + long("是", 200), 300), long("𠀀" + long("是", 20_000), 3)],
      ]),
    // Leaves that end near the end of a word or of a row, wherever that is.
    SearchMaterial(
      name: "every length",
      reports: [(0..<400).map { long("一", $0) + long("丁", 3 * $0) } + (0..<400).map { prose($0, $0 % 9) }]),
  ]

  static func long(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static func prose(_ seed: Int, _ length: Int) -> String {
    var state = UInt64(seed + 1) &* 0x9e37_79b9_7f4a_7c15
    return String(
      String.UnicodeScalarView(
        (0..<length).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          // Few words stand often, many seldom.
          let span = state >> 60 < 12 ? 40 : 6000
          return Unicode.Scalar(UInt32(0x4e00 + Int(state >> 33) % span)) ?? "一"
        }))
  }

  /// Writes the texts into the index of a new archive.
  /// - Parameter merge: called after each batch, in its transaction.
  func write(
    into path: String, merging merge: (SearchStatements) throws -> Void = { _ in }
  ) throws {
    let db = try Connection(.file(path), access: .create)
    try Migration.standard.run(on: db)
    try db.allowShadowTables()
    let statements = try SearchStatements(db)
    var words = SearchBatch()
    var row: Int64 = 5
    try db.begin()
    for (index, report) in reports.enumerated() {
      let postings = ReportPostings(of: report.map { Array($0.utf8) })
      for (section, length) in postings.lengths.enumerated() {
        try statements.add(row: row + Int64(section), length: length)
      }
      words.add(postings, firstRow: row)
      row += Int64(report.count)
      if (index + 1) % batch == 0 {
        try words.write(statements)
        try merge(statements)
      }
    }
    try words.write(statements)
    try merge(statements)
    try db.commit()
  }

  /// Lets FTS5 take the same texts into a table of its own.
  func writeBeside(_ db: borrowing Connection) throws {
    try db.execute(
      """
      CREATE VIRTUAL TABLE plain USING fts5 (
        words, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '%‰℃'")
      """)
    let enter = try db.prepare("INSERT INTO plain (rowid, words) VALUES (?, ?)")
    var row: Int64 = 5
    try db.begin()
    for section in reports.joined() {
      try enter.run([.integer(row), .utf8(SearchWords.separated(Array(section.utf8)))])
      row += 1
    }
    try db.commit()
  }

  // MARK: Comparison

  static func rows(_ sql: String, _ db: borrowing Connection) throws -> [String] {
    try db.all(sql, []) { row in (0..<row.columnCount).map { row.text($0) }.joined(separator: "|") }
  }

  /// Every word with its places, as FTS5 reads them.
  static func words(of table: String, _ db: borrowing Connection) throws -> [String] {
    try db.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.\(table)_terms USING fts5vocab('main', '\(table)', 'instance')")
    return try rows("SELECT term, doc, \"offset\" FROM temp.\(table)_terms ORDER BY 1, 2, 3", db)
  }

  /// Expects that the index answers as the one beside it.
  static func expectSameAnswers(_ db: borrowing Connection) throws {
    for words in ["的", "的 有", "的 的", "一 丁", "丁 丁", "是 的", "有 3", "𠀀 是", "℃", "w", "ω 𠀀"] {
      for rest in [
        "", "AND rowid > 4000", "AND rowid BETWEEN 900 AND 7003 ORDER BY rowid DESC", "ORDER BY rowid DESC LIMIT 3",
        "ORDER BY rank LIMIT 9",
      ] {
        let ask = { (table: String) in "SELECT rowid FROM \(table) WHERE \(table) MATCH '\"\(words)\"' \(rest)" }
        let (own, other) = (try rows(ask("section_search"), db), try rows(ask("plain"), db))
        #expect(own == other, "\(words) \(rest)")
      }
    }
  }
}
