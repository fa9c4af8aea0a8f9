import ArgumentParser

/// Faults, kills and hostile input on purpose, with the verdict on what they leave. `Scripts/faults` runs all of it.
@main struct Faults: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duibiao-faults", abstract: "Strikes ingests and verifies what is left.",
    subcommands: [
      FileFaults.self, MemoryFaults.self, Kills.self, Strike.self, Sharing.self, Reader.self, Hostile.self,
    ])
}

/// Counts strikes and what they left.
struct Tally {
  private(set) var strikes = 0
  private(set) var wrong: [String] = []

  mutating func count(_ name: @autoclosure () -> String, _ verdict: String?) {
    strikes += 1
    if let verdict {
      wrong.append("\(name()): \(verdict)")
      print("WRONG \(name()): \(verdict)")
    }
  }

  /// Says how it went, and fails where anything is wrong.
  func finish(_ what: String) throws {
    print("\(what): \(strikes), \(wrong.count) with something lost, doubled, half written or faulted")
    if !wrong.isEmpty { throw ExitCode(1) }
  }
}
