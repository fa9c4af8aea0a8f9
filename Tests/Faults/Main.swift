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

  /// How an ingest fared at a place.
  enum Struck {
    /// It has fewer places.
    case passed
    /// What is wrong with the archive afterwards, nil for nothing.
    case struck(String?)
  }

  /// Strikes ingests into a new and into existing archives, in several ways, each at every n-th place until one passes.
  mutating func strikeAll<Way>(
    _ ways: [Way], on archives: [Scene.Kind], every: Int, name: (Way) -> String,
    at strike: (Way, Scene, Int) throws -> Struck
  ) throws {
    for kind in archives {
      let scene = try Scene(kind)
      for way in ways {
        let name = "\(name(way)), \(kind.rawValue) archive"
        let before = strikes
        var place = 1
        while true {
          try scene.reset()
          guard case .struck(let verdict) = try strike(way, scene, place) else { break }
          count("\(name), place \(place)", verdict)
          place += every
        }
        print("\(name): \(strikes - before) places")
      }
    }
  }

  /// Says how it went, and fails where anything is wrong.
  func finish(_ what: String) throws {
    print("\(what): \(strikes), \(wrong.count) with something lost, doubled, half written or faulted")
    if !wrong.isEmpty { throw ExitCode(1) }
  }
}
