import Testing

@testable import duibiao

/// Files that are given as the archive and are none: told in one line, and left as they are.
@Suite struct NotAnArchiveTests {
  enum Kind: String, CaseIterable {
    case text, empty, otherDatabase, newerVersion, folder, missingFolder
  }

  @Test(arguments: Kind.allCases, [["ingest", "a.txt"], ["reports"], ["check"], ["export"], ["search", "x"]])
  func isTold(_ kind: Kind, _ command: [String]) throws {
    let work = try WorkFolder()
    try work.write(Samples.report(), to: "a.txt")
    let name = kind == .missingFolder ? "no/such/archive.sqlite" : "archive.sqlite"
    var before: [UInt8]?
    switch kind {
    case .text: try work.write("这不是数据库。\n", to: name)
    case .empty: try work.write("", to: name)
    case .otherDatabase, .newerVersion:
      var bytes = try Samples.archive.get().bytes(of: "archive.sqlite")
      // The header of the file format: user_version stands at byte 60, application_id at 68, big-endian.
      let at = kind == .newerVersion ? 60 : 68
      bytes.replaceSubrange(at..<at + 4, with: [0, 0, 0, 99])
      try work.write(bytes, to: name)
    case .folder: try work.write("x", to: name + "/x")
    case .missingFolder: break
    }
    if [.text, .otherDatabase, .newerVersion].contains(kind) { before = try work.bytes(of: name) }
    // An empty file is what a new archive begins as.
    if kind == .empty, command[0] == "ingest" { return }
    let run = try work.shell("\"$duibiao\" \(command.joined(separator: " ")) --archive \(name)")
    #expect(run.status == expected(kind, isIngest: command[0] == "ingest").rawValue, "\(run.errors)")
    #expect(run.errorLines.count == 1)
    #expect(run.errors.hasPrefix("duibiao: \(name): "))
    #expect(run.output.isEmpty)
    if let before { #expect(try work.bytes(of: name) == before) }
  }

  private func expected(_ kind: Kind, isIngest: Bool) -> ExitReason {
    switch kind {
    case .text, .empty, .otherDatabase, .newerVersion, .folder: .config
    case .missingFolder: isIngest ? .cannotCreate : .noInput
    }
  }
}
