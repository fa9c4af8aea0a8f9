import Archive
import ArgumentParser
import CFaults
import Glibc

/// Ingests that are killed: at chosen operations, in the middle of writes, with the power going too, and at random times.
struct Kills: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "kill")

  @Option(help: "Try every n-th of the chosen places only.")
  var every = 1

  @Option(help: "How many real ingests to kill at a random time.")
  var random = 200

  @Option(help: "Decides the random times.")
  var seed: UInt64 = 1

  @Option(
    parsing: .upToNextOption, help: "What the ingests find: a new archive, an existing one, one whose index is merged.")
  var archives = Scene.Kind.allCases

  func run() throws {
    var tally = Tally()
    try tally.strikeAll(Strike.Effect.allCases, on: archives, every: every, name: \.rawValue) {
      effect, scene, place in
      let arguments = ["strike", scene.archive, "--effect", effect.rawValue, "--at", "\(place)"]
      let end = try Child(Child.beside("duibiao-faults"), arguments).wait()
      if end.status == 0 { return .passed }
      guard end.status == -SIGKILL else { throw Problem("the ingest to be killed ended with \(end.status)") }
      // What stands in memory beside the file is gone with the power.
      if effect == .power { unsafe unlink(scene.archive + "-shm") }
      return .struck(scene.verdict())
    }
    if random > 0 { try RandomKills(count: random, seed: seed).run(&tally) }
    try tally.finish("kills")
  }
}

/// The process that is killed: ingests into an archive and ends itself at an operation.
struct Strike: ParsableCommand {
  enum Effect: String, CaseIterable, ExpressibleByArgument {
    case before, torn, power
  }

  @Argument var archive: String
  @Option var effect: Effect
  @Option var at: Int

  func run() throws {
    guard faults_install() == 0 else { throw Problem("the shim cannot be installed") }
    let batches = try Scene.records()
    switch effect {
    case .before: faults_arm(Int32(fault_changes.rawValue), fault_kill, at, false, 0)
    case .torn: faults_arm(Int32(fault_write.rawValue), fault_kill_torn, at, false, 0)
    case .power: faults_arm(Int32(fault_changes.rawValue), fault_power_cut, at, false, UInt32(at))
    }
    try Scene.ingest(batches, into: archive)
  }
}

/// Real ingests of many files, killed after a random time.
struct RandomKills {
  var count: Int
  var seed: UInt64

  /// Enough for several batches of 64 reports.
  private static let reports = 150

  func run(_ tally: inout Tally) throws {
    let folder = try TemporaryFolder()
    let program = Child.beside("duibiao")
    Files.makeFolder(folder.path + "/in")
    for number in 0..<Self.reports {
      try Files.write(Array(Material.text(number).utf8), to: folder.path + "/in/\(1000 + number).txt")
    }
    let archive = folder.path + "/archive"
    let arguments = ["ingest", folder.path + "/in", "--archive", archive]
    let clock = ContinuousClock()
    var problem: (any Error)?
    let whole = clock.measure {
      do { if try Child(program, arguments).wait().status != 0 { problem = Problem("the ingest fails") } } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    let expected = try Content(of: archive)
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    for number in 0..<count {
      for end in ["", "-wal", "-shm", "-journal"] { unsafe unlink(archive + end) }
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let child = try Child(program, arguments)
      usleep(UInt32(Double(state % 10_000) / 10_000 * (whole / .microseconds(1))))
      child.send(SIGKILL)
      _ = child.wait()
      tally.count("random kill \(number)", try verdict(archive, expected, program, arguments))
    }
    print("random times within \(whole): \(count) kills")
  }

  private func verdict(_ archive: String, _ expected: Content, _ program: String, _ arguments: [String]) throws
    -> String?
  {
    do throws(ArchiveError) {
      let problems = try ArchiveReader(path: archive).check().problems
      if let problem = problems.first { return "check: \(problem)" }
      for (source, digest) in try Content(of: archive).reports where expected.reports[source] != digest {
        return "\(source) is not what it should be"
      }
    } catch {
      guard error.code == .notFound || error.found == "an empty file" else { return "after the kill: \(error)" }
    }
    guard try Child(program, arguments).wait().status == 0 else { return "ingesting again fails" }
    do throws(ArchiveError) {
      return try Content(of: archive) == expected ? nil : "ingested again, the archive holds something else"
    } catch {
      return "after ingesting again: \(error)"
    }
  }
}
