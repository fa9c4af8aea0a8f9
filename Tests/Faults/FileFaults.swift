import Archive
import ArgumentParser
import CFaults

/// The n-th operation of SQLite's file layer fails, for every n until an ingest passes without a fault.
struct FileFaults: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "io")

  @Option(help: "Try every n-th place only.")
  var every = 1

  @Option(
    parsing: .upToNextOption, help: "What the ingests find: a new archive, an existing one, one whose index is merged.")
  var archives = Scene.Kind.allCases

  private struct Fault {
    var name: String
    var operation: fault_operation
    var effect: fault_effect
  }

  private static let faults = [
    Fault(name: "open fails", operation: fault_open, effect: fault_error),
    Fault(name: "read fails", operation: fault_read, effect: fault_error),
    Fault(name: "write fails", operation: fault_write, effect: fault_error),
    Fault(name: "disk full", operation: fault_write, effect: fault_full),
    Fault(name: "short write", operation: fault_write, effect: fault_short),
    Fault(name: "sync fails", operation: fault_sync, effect: fault_error),
    Fault(name: "truncate fails", operation: fault_truncate, effect: fault_error),
    Fault(name: "delete fails", operation: fault_delete, effect: fault_error),
    Fault(name: "lock fails", operation: fault_lock, effect: fault_error),
    Fault(name: "shared memory fails", operation: fault_shared_memory, effect: fault_error),
  ]

  func run() throws {
    guard faults_install() == 0 else { throw Problem("the shim cannot be installed") }
    var tally = Tally()
    let ways = Self.faults.flatMap { fault in [false, true].map { (fault: fault, lasting: $0) } }
    try tally.strikeAll(
      ways, on: archives, every: every, name: { "\($0.fault.name), \($0.lasting ? "from then on" : "once")" },
      at: { way, scene, place in
        faults_arm(Int32(way.fault.operation.rawValue), way.fault.effect, place, way.lasting, 0)
        return scene.ingestStruck {
          faults_disarm()
          return faults_fired()
        }
      })
    try tally.finish("file faults")
  }
}

extension Scene {
  /// Ingests while something is to fail.
  /// - Parameter disarm: ends that and says whether it failed.
  fileprivate func ingestStruck(_ disarm: () -> Bool) -> Tally.Struck {
    var told: ArchiveError?
    do throws(ArchiveError) {
      try ingest()
    } catch {
      told = error
    }
    guard disarm() else { return .passed }
    if let wrong = verdict() { return .struck(wrong) }
    return .struck(told.flatMap { $0.code == .internal ? "told as a mistake of the program: \($0)" : nil })
  }
}

/// The n-th allocation of SQLite fails.
struct MemoryFaults: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "memory")

  @Option(help: "Try every n-th allocation only.")
  var every = 1

  @Option(help: "How many allocations to try; an ingest may have more.")
  var upTo = 2000

  @Option(
    parsing: .upToNextOption, help: "What the ingests find: a new archive, an existing one, one whose index is merged.")
  var archives = Scene.Kind.allCases

  func run() throws {
    guard faults_install_allocator() == 0 else { throw Problem("the allocator cannot be installed") }
    var tally = Tally()
    for kind in archives {
      let scene = try Scene(kind)
      try scene.reset()
      faults_arm_allocator(0, false)
      try scene.ingest()
      print("an ingest, \(kind.rawValue) archive, allocates \(faults_disarm_allocator()) times")
      for lasting in [false, true] {
        for place in stride(from: 1, through: upTo, by: every) {
          try scene.reset()
          faults_arm_allocator(place, lasting)
          guard case .struck(let verdict) = scene.ingestStruck({ faults_disarm_allocator() >= place }) else { break }
          tally.count("allocation \(place) fails\(lasting ? " and all after it" : "")", verdict)
        }
      }
    }
    try tally.finish("allocation faults")
  }
}
