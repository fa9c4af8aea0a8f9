import Foundation
import Testing

@testable import duibiao

/// What a terminal gets.
@Suite struct TerminalTests {
  /// Runs the program with a terminal as its standard output.
  private func onTerminal(
    _ work: WorkFolder, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> String {
    var master: Int32 = 0
    var slave: Int32 = 0
    var size = winsize(ws_row: 24, ws_col: 60, ws_xpixel: 0, ws_ypixel: 0)
    #expect(unsafe openpty(&master, &slave, nil, nil, &size) == 0)
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let input = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    let child = try Child(
      WorkFolder.program, arguments, environment: ["TERM": "xterm"].merging(environment) { $1 }, folder: work.path,
      descriptors: [input, slave, slave])
    close(input)
    close(slave)
    defer { close(master) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      // At the end of the program, reading its terminal fails.
      let count = unsafe read(master, &chunk, chunk.count)
      if count <= 0 { break }
      bytes += chunk.prefix(count)
    }
    _ = child.wait()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func escapeSequencesOfReportsAreMadeVisible() throws {
    let work = try WorkFolder()
    let hostile = Samples.report().replacingOccurrences(of: "民生", with: "民\u{1B}]0;own\u{7}\u{1B}[2J\u{202E}生")
      .replacingOccurrences(of: "床位400张", with: "床\u{1B}[31m位400张")
    try work.write(hostile, to: "a\u{1B}[1m.txt")
    _ = try work.duibiao("ingest", "a\u{1B}[1m.txt")
    for arguments in [
      ["reports"], ["show", "a\u{1B}[1m.txt"], ["search", "床位"], ["export"],
      ["export", "sections", "--format", "json"],
      ["history", "嘉善县", "--all"], ["show", "\u{1B}[2J"], ["ingest", "\u{1B}[2J"],
    ] {
      let text = try onTerminal(work, arguments, environment: ["NO_COLOR": "1"])
      let harmful = text.unicodeScalars.filter { SafeText.isHarmful($0) && $0 != "\r" && $0 != "\n" }
      #expect(harmful.isEmpty, "\(arguments): \(text.debugDescription)")
    }
  }

  @Test func headersAreMarkedUnlessColourIsUnwanted() throws {
    let work = try Samples.archive.get()
    #expect(try onTerminal(work, ["reports"]).hasPrefix("\u{1B}[1mdistrict"))
    #expect(try onTerminal(work, ["reports"], environment: ["NO_COLOR": "1"]).hasPrefix("district"))
    #expect(try onTerminal(work, ["reports"], environment: ["TERM": "dumb"]).hasPrefix("district"))
  }

  @Test func aWideHistoryIsBrokenToFit() throws {
    let text = try onTerminal(
      try Samples.archive.get(), ["history", "嘉善县", "--quiet"], environment: ["NO_COLOR": "1"])
    let lines = text.split(whereSeparator: \.isNewline)
    #expect(lines.filter { $0.hasPrefix("indicator") }.count > 1)
  }

  @Test func progressIsDrawnOnATerminalOnly() throws {
    let work = try WorkFolder()
    try work.write(Samples.report(), to: "a.txt")
    #expect(try onTerminal(work, ["ingest", "a.txt"]).contains("1/1 reports"))
    #expect(try !onTerminal(work, ["ingest", "a.txt", "--quiet"]).contains("1/1 reports"))
    #expect(try !work.duibiao("ingest", "a.txt").errors.contains("1/1"))
  }
}
