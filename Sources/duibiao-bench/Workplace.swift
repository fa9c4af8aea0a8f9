import Archive
import Glibc
import ReportReading
import SQLite
import Schema

/// The folder of a measurement and the files in it.
struct Workplace {
  let path: String
  /// The program that is measured.
  let binary: String

  func file(_ name: String) -> String { path + "/" + name }

  /// Removes an archive with what may stand beside it.
  func remove(_ name: String) {
    // Because the strings are lent for the calls.
    for suffix in ["", "-wal", "-shm", "-journal"] { _ = unsafe unlink(file(name) + suffix) }
  }

  func size(_ name: String) -> Int {
    var info = stat()
    // Because the out parameter lives on this frame.
    return unsafe stat(file(name), &info) == 0 ? Int(info.st_size) : 0
  }

  /// Writes generated reports into a folder of files, a thousand to a subfolder.
  func generate(_ count: Int, seed: UInt64) throws -> String {
    let folder = file("generated-\(seed)-\(count)")
    // Because the strings are lent for the calls.
    _ = unsafe mkdir(folder, 0o755)
    let generator = ReportGenerator(seed: seed)
    for index in 0..<count {
      let part = folder + "/" + padded(index / 1000, 3)
      if index % 1000 == 0 { _ = unsafe mkdir(part, 0o755) }
      try Self.write(generator.report(index), to: part + "/" + padded(index % 1000, 3) + ".txt")
    }
    return folder
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    // Because the buffer is valid during the call and the stream is closed here.
    guard let file = unsafe fopen(path, "w") else { throw Child.Failure(description: "\(path) cannot be written") }
    defer { unsafe fclose(file) }
    let written = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    guard written == bytes.count else { throw Child.Failure(description: "\(path) cannot be written") }
  }

  static func read(_ path: String) throws -> [UInt8] {
    // Because the buffer is valid during the call and the stream is closed here.
    guard let file = unsafe fopen(path, "r") else { throw Child.Failure(description: "\(path) cannot be read") }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe chunk.withUnsafeMutableBytes({ unsafe fread($0.baseAddress, 1, $0.count, file) }),
      count > 0
    {
      bytes += chunk[..<count]
    }
    return bytes
  }

  // MARK: The reference

  /// Makes a file that holds the very rows of an archive in plain tables, the words of its search index too.
  func stage(_ archive: String) throws {
    remove("staged.sqlite")
    let db = try Connection(.file(file("staged.sqlite")), access: .create)
    try db.execute(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ATTACH '\(file(archive))' AS a; BEGIN; "
        + Self.tables.map { "CREATE TABLE \($0) AS SELECT * FROM a.\($0);" }.joined()
        + "CREATE TABLE words (section_id INTEGER PRIMARY KEY, words TEXT)")
    let enter = try db.prepare("INSERT INTO words VALUES (?, ?)")
    let reports = try db.prepare("SELECT report_id, text FROM a.texts ORDER BY report_id")
    let sections = try db.prepare(
      "SELECT section_id, parent, depth, heading_start, heading_end, start_byte, end_byte FROM section "
        + "WHERE report_id = ? ORDER BY ordinal")
    try db.execute("CREATE INDEX section_of ON section (report_id, ordinal)")
    while try reports.step() {
      var ids: [Int64] = []
      var parts: [Section] = []
      try sections.bind([.integer(reports.integer(0))])
      while try sections.step() {
        ids.append(sections.integer(0))
        parts.append(
          Section(
            parent: sections.optionalInt(1), depth: sections.int(2), kind: .other, heading: "",
            sourceHeading: sections.int(3)..<sections.int(4), source: sections.int(5)..<sections.int(6)))
      }
      let texts = SectionWords(of: SourceText(decoded: reports.bytes(1)), sections: parts).texts
      for (id, text) in zip(ids, texts) { try enter.run([.integer(id), .utf8(SearchWords.separated(text))]) }
    }
    try db.execute("DROP INDEX section_of; COMMIT")
  }

  /// Has the `sqlite3` shell enter the staged rows into an empty archive in one transaction.
  func shellEnters(withIndex: Bool) throws -> Child {
    var script = "PRAGMA cache_size = -32768;\nBEGIN;\n"
    script += Self.tables.map { "INSERT INTO main.\($0) SELECT * FROM s.\($0);\n" }.joined()
    if withIndex { script += "INSERT INTO section_search (rowid, words) SELECT section_id, words FROM s.words;\n" }
    script = "ATTACH '\(file("staged.sqlite"))' AS s;\n" + script + "COMMIT;\n"
    try Self.write(Array(script.utf8), to: file("enter.sql"))
    var best: Child?
    for _ in 0..<3 {
      remove("entered.sqlite")
      try Connection(.file(file("entered.sqlite")), access: .create).execute(Schema.migrations.joined())
      let run = try Child.run(["sqlite3", "-bail", file("entered.sqlite"), ".read \(file("enter.sql"))"])
      guard run.status == 0 else { throw Child.Failure(description: "the shell could not enter the rows") }
      if best.map({ run.wall < $0.wall }) ?? true { best = run }
    }
    guard let best else { throw Child.Failure(description: "nothing was run") }
    return best
  }

  /// Tables of an archive, the search index and the single rows of its state apart.
  private static let tables = [
    "district", "district_name", "report", "text_piece", "fingerprint", "fingerprint_band", "evidence", "section",
    "indicator", "figure_form", "figure_row",
  ]
}
