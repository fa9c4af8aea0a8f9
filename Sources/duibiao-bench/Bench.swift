import ArgumentParser
import Glibc
import ReportReading

@main struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duibiao-bench",
    abstract: "Measure reading, ingest and questions against plain SQLite.",
    discussion: """
      Reports are generated from a seed; those of --corpus are measured too. Ratios are against references of the same run and the \
      smaller the better; those that are worse than the baseline's beyond noise are told, with exit status 1.

        swift build -c release --static-swift-stdlib && .build/release/duibiao-bench --baseline Scripts/bench-baseline.json
      """)

  @Option(help: "The program to measure.") var binary = ".build/release/duibiao"
  @Option(help: "How many reports to generate.") var reports = 400
  @Option(help: "Seed of the generated reports.") var seed: UInt64 = 1
  @Option(help: "A folder of real reports, measured too where it is there.") var corpus = "../shared/reports/corpus"
  @Option(help: "A district of the corpus that has reports of two years: name,year,year.") var corpusDistrict =
    "太原市,2010,2012"
  @Option(help: "A folder for the archives; by default one that is removed at the end.") var folder: String?
  @Option(help: "Write the results there as JSON.") var output: String?
  @Option(help: "Ratios to compare with.") var baseline: String?
  @Flag(help: "Write the ratios to the baseline instead.") var record = false
  @Option(help: "Only ingest this many generated reports in one run, and ask of them.") var growth: Int?
  @Option(help: "Only generate reports, into the folder.") var generate: Int?
  @Flag(help: "Only measure reading, by stage.") var reading = false

  func run() throws {
    let temporary = "/tmp/duibiao-bench-\(getpid())"
    let place = Workplace(path: folder ?? temporary, binary: binary)
    // Because the string is lent for the call.
    _ = unsafe mkdir(place.path, 0o755)
    defer { if folder == nil { _ = try? Child.run(["rm", "-rf", temporary]) } }
    if let generate {
      print(try place.generate(generate, seed: seed))
      return
    }
    var results = Results()
    if reading {
      try measureReading(&results)
    } else if let growth {
      try GrowthMeasurement(count: growth, seed: seed, place: place).run(&results)
      try questions("growth", place, &results)
    } else {
      try measureAll(place, &results)
    }
    if let output { try Workplace.write(Array(results.json.utf8), to: output) }
    try compare(results)
  }

  private func measureAll(_ place: Workplace, _ results: inout Results) throws {
    try measureReading(&results)
    let folder = try place.generate(reports, seed: seed)
    try IngestMeasurement(label: "generated", folder: folder, place: place).run(&results)
    try questions("generated", place, &results)
    guard hasCorpus else { return print("no \(corpus): only generated reports are measured") }
    try IngestMeasurement(label: "corpus", folder: corpus, place: place).run(&results)
    let parts = corpusDistrict.split(separator: ",")
    guard parts.count == 3, let one = Int(parts[1]), let other = Int(parts[2]) else { return }
    try QueryMeasurement(
      label: "corpus", archive: "corpus.sqlite", place: place, district: String(parts[0]), years: (one, other)
    ).run(&results)
  }

  // Because the string is lent for the call.
  private var hasCorpus: Bool { unsafe access(corpus, R_OK) == 0 }

  private func measureReading(_ results: inout Results) throws {
    let generator = ReportGenerator(seed: seed)
    try ReadingMeasurement(label: "generated", files: (0..<min(reports, 200)).map { generator.report($0) }).run(
      &results)
    if hasCorpus { try ReadingMeasurement(label: "corpus", files: try files(in: corpus)).run(&results) }
  }

  private func questions(_ label: String, _ place: Workplace, _ results: inout Results) throws {
    try QueryMeasurement(
      label: label, archive: "\(label).sqlite", place: place, district: ReportGenerator(seed: seed).district(of: 0),
      years: (2010, 2012)
    ).run(&results)
  }

  private func files(in folder: String) throws -> [[UInt8]] {
    var names: [String] = []
    // Because the folder's handle is used between opening and closing only, and names are copied.
    guard let directory = unsafe opendir(folder) else { return [] }
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(folder + "/" + String(decoding: name, as: UTF8.self)) }
    }
    unsafe closedir(directory)
    return try names.sorted().map { try Workplace.read($0) }
  }

  private func compare(_ results: Results) throws {
    guard let baseline else { return }
    if record { return try Workplace.write(Array(results.baseline.utf8), to: baseline) }
    let worse = results.worse(thanBaseline: String(decoding: try Workplace.read(baseline), as: UTF8.self))
    if worse.isEmpty { return print("no ratio is worse than the baseline's beyond noise") }
    print("worse than the baseline beyond noise:\n  " + worse.joined(separator: "\n  "))
    throw ExitCode.failure
  }
}
