import Archive
import ArgumentParser
import Glibc

/// Two writers and eight readers on one archive.
struct Sharing: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "share")

  @Option(help: "How long.")
  var seconds = 60.0

  private static let readers = 8
  private static let reports = 30

  func run() throws {
    let folder = try TemporaryFolder()
    let archive = folder.path + "/archive"
    // The two texts that each report has in turn, each in an archive of its own: what a reader may see.
    for edition in [0, 1] {
      for writer in [0, 1] { try write(edition, of: writer, folder.path) }
      let reference = folder.path + "/edition\(edition)"
      guard try Child(Child.beside("duibiao"), ingest(folder.path, reference)).wait().status == 0 else {
        throw Problem("the reference cannot be made")
      }
    }
    guard try Child(Child.beside("duibiao"), ingest(folder.path, archive)).wait().status == 0 else {
      throw Problem("the archive cannot be made")
    }
    let end = ContinuousClock.now + .seconds(seconds)
    let readers = try (0..<Self.readers).map { number in
      try Child(
        Child.beside("duibiao-faults"), ["reader", folder.path, "--seconds", "\(seconds)"],
        output: folder.path + "/reader\(number).log")
    }
    var problems: [String] = []
    let rounds = try write(folder.path, archive, until: end, &problems)
    var looks = 0
    var busy = 0
    for (number, reader) in readers.enumerated() {
      let status = reader.wait().status
      let log = String(decoding: try Files.read(folder.path + "/reader\(number).log"), as: UTF8.self)
      if status != 0 { problems.append("reader \(number) ends with \(status): \(log)") }
      let counts = log.split(separator: "\n").last?.split(separator: " ").compactMap { Int($0) } ?? []
      if counts.count == 2 { (looks, busy) = (looks + counts[0], busy + counts[1]) }
    }
    // All is there in the end, whatever happened on the way.
    for writer in [0, 1] { try write(1, of: writer, folder.path) }
    let last = try Child(Child.beside("duibiao"), ingest(folder.path, archive)).wait().status
    if last != 0 { problems.append("the last ingest ends with \(last)") }
    if try Content(of: archive) != Content(of: folder.path + "/edition1") { problems.append("something is lost") }
    let found = try ArchiveReader(path: archive).check().problems
    if !found.isEmpty { problems.append("check: \(found)") }
    print(
      "two writers (\(rounds.done) ingests of \(Self.reports) reports, \(rounds.busy) told busy) and \(Self.readers) readers"
        + " (\(looks) looks at all reports, \(busy) told busy) for \(seconds) seconds: \(problems.count) problems")
    for problem in problems { print("WRONG " + problem) }
    if !problems.isEmpty { throw ExitCode(1) }
  }

  private func ingest(_ folder: String, _ archive: String) -> [String] {
    ["ingest", folder + "/in0", folder + "/in1", "--archive", archive]
  }

  private func write(_ edition: Int, of writer: Int, _ folder: String) throws {
    Files.makeFolder("\(folder)/in\(writer)")
    for number in 0..<Self.reports {
      let text = Material.text(number * 2 + writer, edition: edition)
      try Files.write(Array(text.utf8), to: "\(folder)/in\(writer)/\(number).txt")
    }
  }

  /// Keeps two ingests going, each of its own folder, whose reports change between two rounds.
  private func write(
    _ folder: String, _ archive: String, until end: ContinuousClock.Instant, _ problems: inout [String]
  ) throws -> (done: Int, busy: Int) {
    var rounds = (done: 0, busy: 0)
    var editions = [0, 0]
    var running: [(writer: Int, child: Child)] = []
    func start(_ writer: Int) throws {
      editions[writer] ^= 1
      try write(editions[writer], of: writer, folder)
      let arguments = ["ingest", "\(folder)/in\(writer)", "--archive", archive]
      running.append((writer, try Child(Child.beside("duibiao"), arguments, output: "\(folder)/writer\(writer).log")))
    }
    for writer in [0, 1] { try start(writer) }
    while !running.isEmpty {
      // Whichever has been started longer; the other goes on meanwhile.
      let (writer, child) = running.removeFirst()
      switch child.wait().status {
      case 0: rounds.done += 1
      case 75: rounds.busy += 1
      case let status:
        let log = String(decoding: try Files.read("\(folder)/writer\(writer).log"), as: UTF8.self)
        problems.append("a writer ends with \(status): \(log)")
      }
      if ContinuousClock.now < end { try start(writer) }
    }
    return rounds
  }
}

/// One reader: looks at every report again and again, and tells a report that is neither of the two it may be.
struct Reader: ParsableCommand {
  @Argument var folder: String
  @Option var seconds = 60.0

  func run() throws {
    let archive = folder + "/archive"
    let editions = try [0, 1].map { try Content(of: "\(folder)/edition\($0)") }
    let end = ContinuousClock.now + .seconds(seconds)
    var looks = 0
    var busy = 0
    while ContinuousClock.now < end {
      do throws(ArchiveError) {
        let now = try Content(of: archive)
        for (source, digest) in now.reports where !editions.contains(where: { $0.reports[source] == digest }) {
          print("\(source) is half written")
          Glibc.exit(1)
        }
        guard now.reports.count == editions[0].reports.count else {
          print("\(now.reports.count) reports of \(editions[0].reports.count)")
          Glibc.exit(1)
        }
        looks += 1
        if looks % 5 == 0 {
          let problems = try ArchiveReader(path: archive).check().problems
          guard problems.isEmpty else {
            print("check: \(problems)")
            Glibc.exit(1)
          }
        }
      } catch {
        guard error.code == .busy else {
          print("\(error)")
          Glibc.exit(1)
        }
        busy += 1
      }
    }
    print("\(looks) \(busy)")
  }
}
