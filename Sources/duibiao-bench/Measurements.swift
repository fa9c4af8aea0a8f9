import Archive
import Glibc
import ReportReading

/// Reading in megabytes a second of one core, by stage and whole, beside a plain pass over the same bytes.
struct ReadingMeasurement {
  var label: String
  var files: [[UInt8]]

  func run(_ results: inout Results) throws {
    let bytes = files.reduce(0) { $0 + $1.count }
    let scan = best { _ = checksum() }
    results.add("\(label)/scan", megabytes(bytes * Self.scans, scan), "MB/s")
    // The first pass makes the tables and is not counted.
    try pass { _, _ in }
    var stages: [ReportReader.Stage: Double] = [:]
    try pass { stage, seconds in stages[stage, default: 0] += seconds }
    var whole = Double.infinity
    // The best of five: the speed of most machines goes up and down.
    for _ in 0..<5 {
      let start = threadSeconds()
      try pass { _, _ in }
      whole = min(whole, threadSeconds() - start)
    }
    for stage in ReportReader.Stage.allCases {
      results.add("\(label)/\(stage.rawValue)", megabytes(bytes, stages[stage, default: 0]), "MB/s")
    }
    let records = best {
      for bytes in files {
        if let report = try? ReportReader().read(bytes) { _ = ReportRecord(report, data: bytes, source: "x") }
      }
    }
    results.add("\(label)/read", megabytes(bytes, whole), "MB/s")
    results.add("\(label)/read and prepare", megabytes(bytes, records), "MB/s")
    results.addRatio("\(label): read against scan", whole / scan * Double(Self.scans))
  }

  private func pass(_ passed: (ReportReader.Stage, Double) -> Void) throws {
    for bytes in files {
      var last = threadSeconds()
      // What is no report is part of the load too.
      _ = try? ReportReader().read(bytes) { stage in
        let now = threadSeconds()
        passed(stage, now - last)
        last = now
      }
    }
  }

  private static let scans = 20

  /// Eight bytes at a time, as `memcpy` would touch them.
  private func checksum() -> UInt64 {
    var sum: UInt64 = 0
    for _ in 0..<Self.scans {
      for bytes in files {
        // Because the buffer is only read within the closure, as whole words.
        unsafe bytes.withUnsafeBytes { buffer in
          let words = unsafe buffer.bindMemory(to: UInt64.self)
          for i in 0..<words.count { unsafe sum = sum &* 31 &+ words[i] }
        }
      }
    }
    return sum
  }

  private func best(_ body: () -> Void) -> Double {
    (0..<3).map { _ in
      let start = threadSeconds()
      body()
      return threadSeconds() - start
    }.min() ?? .infinity
  }

  private func megabytes(_ bytes: Int, _ seconds: Double) -> Double { Double(bytes) / 1e6 / max(seconds, 1e-9) }
}

/// Ingest of a folder, and the size of the archive, beside the `sqlite3` shell that enters the rows which result.
struct IngestMeasurement {
  var label: String
  var folder: String
  var place: Workplace

  /// Leaves the archive as `LABEL.sqlite`.
  func run(_ results: inout Results) throws {
    let archive = "\(label).sqlite"
    var best: Child?
    for _ in 0..<3 {
      place.remove(archive)
      let run = try Child.run(
        [place.binary, "ingest", folder, "--archive", place.file(archive), "--quiet"], quiet: true)
      if best.map({ run.wall < $0.wall }) ?? true { best = run }
    }
    guard let ingest = best else { return }
    let counts = try ArchiveReader(path: place.file(archive)).counts()
    results.add("\(label)/reports", Double(counts.reports), "")
    results.add("\(label)/text", Double(counts.textBytes) / 1e6, "MB")
    results.add("\(label)/figures", Double(counts.figures), "")
    results.add("\(label)/ingest", ingest.wall, "s")
    results.add("\(label)/ingest rate", Double(counts.textBytes) / 1e6 / ingest.wall, "MB/s")
    results.add("\(label)/ingest memory", Double(ingest.peakMemory) / 1e6, "MB")
    results.addRatio("\(label): size against text", Double(place.size(archive)) / Double(counts.textBytes))
    try place.stage(archive)
    let indexed = try place.shellEnters(withIndex: true)
    let plain = try place.shellEnters(withIndex: false)
    results.add("\(label)/shell enters the rows", indexed.wall, "s")
    results.add("\(label)/shell enters all but the index", plain.wall, "s")
    results.add("\(label)/ingest, processor", ingest.cpu, "s")
    results.add("\(label)/shell, processor", indexed.cpu, "s")
    results.addRatio("\(label): ingest against shell", ingest.wall / indexed.wall)
    // Where others use the machine too, this one is the steadier.
    results.addRatio("\(label): ingest against shell, processor", ingest.cpu / indexed.cpu)
  }
}

/// The commands on an archive: as new processes, again within one, and beside the same question asked of the shell.
struct QueryMeasurement {
  var label: String
  var archive: String
  var place: Workplace
  /// A district of the archive and two years of its reports.
  var district: String
  var years: (Int, Int)

  func run(_ results: inout Results) throws {
    let path = place.file(archive)
    let reader = try ArchiveReader(path: path)
    guard case .found(let unit) = try reader.resolve(district: district) else {
      throw Child.Failure(description: "\(district) is not in \(archive)")
    }
    let ids = unit.ids.map(String.init).joined(separator: ", ")
    let start = try Child.best(of: 9, [place.binary, "--help"])
    results.add("\(label)/start", start.wall * 1000, "ms")
    try ask("history", ["history", district], "SELECT * FROM histories WHERE district_id IN (\(ids))", &results) {
      _ = try reader.history(of: unit)
    }
    try ask(
      "compare", ["compare", district, "--years", "\(years.0),\(years.1)"],
      "SELECT * FROM comparisons WHERE district_id IN (\(ids)) AND report_year IN (\(years.0), \(years.1))", &results
    ) { _ = try reader.compare(districts: [unit], years: [years.0, years.1]) }
    try ask(
      "track", ["track", district],
      "SELECT * FROM target_outcomes WHERE district_id IN (\(ids)) AND is_headline", &results
    ) { _ = try reader.track(unit) }
    try ask(
      "search", ["search", "养老"],
      """
      SELECT * FROM sections WHERE section_id IN
        (SELECT rowid FROM section_search WHERE section_search MATCH '"养 老"' ORDER BY rank LIMIT 50)
      """, &results
    ) { _ = try reader.search("养老", limit: 50) }
    try ask(
      "reports", ["reports", "--district", district], "SELECT * FROM reports WHERE district_id IN (\(ids))", &results
    ) { _ = try reader.reports(Filter(districts: [unit])) }
    try export(&results)
  }

  private func ask(
    _ name: String, _ arguments: [String], _ sql: String, _ results: inout Results, warm: () throws -> Void
  ) throws {
    let path = place.file(archive)
    let cold = try Child.best(of: 7, [place.binary] + arguments + ["--archive", path])
    let shell = try Child.best(of: 7, ["sqlite3", path, sql])
    try warm()
    var again = Double.infinity
    for _ in 0..<5 {
      let start = ContinuousClock.now
      try warm()
      again = min(again, (ContinuousClock.now - start) / .milliseconds(1))
    }
    results.add("\(label)/\(name)", cold.wall * 1000, "ms")
    results.add("\(label)/\(name), warm", again, "ms")
    results.add("\(label)/\(name), shell", shell.wall * 1000, "ms")
    results.addRatio("\(label): \(name) against shell", cold.wall / shell.wall)
  }

  private func export(_ results: inout Results) throws {
    let path = place.file(archive)
    let output = place.file("export.csv")
    let times = label == "growth" ? 1 : 2
    let own = try Child.best(of: times, [place.binary, "export", "--archive", path], output: output)
    let shell = try Child.best(
      of: times, ["sqlite3", "-csv", path, "SELECT * FROM figures ORDER BY source, ordinal"], output: output)
    results.add("\(label)/export", own.wall, "s")
    results.add("\(label)/export, shell", shell.wall, "s")
    results.addRatio("\(label): export against shell", own.wall / shell.wall)
  }
}
