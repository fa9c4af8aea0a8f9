import Foundation

/// A fresh folder for one test, and the real program run in it.
final class WorkFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("duibiao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The full path of a name in the folder.
  func at(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Writes a file, and the folders that it stands in.
  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: at(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: at(name)))) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: at(name)) }

  /// Names of what the folder holds, sorted.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  /// What a run of the program gave.
  struct Run {
    var status: Int32
    var output: String
    var errors: String
    /// The lines of standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// Runs the program in the folder.
  func duibiao(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Run {
    try run(Self.program, arguments, input: input, environment: environment)
  }

  /// Runs a shell line in the folder, in which `$duibiao` is the program.
  func shell(_ line: String, environment: [String: String] = [:]) throws -> Run {
    try run("/bin/sh", ["-c", line], input: "", environment: environment)
  }

  private func run(
    _ program: String, _ arguments: [String], input: String, environment: [String: String]
  ) throws -> Run {
    let name = UUID().uuidString
    let files = FileManager.default.temporaryDirectory
    let ends = ["in", "out", "err"].map { files.appendingPathComponent("\(name).\($0)") }
    defer { for end in ends { try? FileManager.default.removeItem(at: end) } }
    for end in ends { try Data(input.utf8).write(to: end) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = ["PATH": "/usr/bin:/bin", "duibiao": Self.program].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: ends[0])
    let handles = try ends[1...].map { try FileHandle(forWritingTo: $0) }
    for handle in handles { try handle.truncate(atOffset: 0) }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    let texts = try ends[1...].map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Run(status: status, output: texts[0], errors: texts[1])
  }

  /// The program that was built with these tests: it stands beside them.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("duibiao").path

  /// The sample reports of the repository.
  static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Samples/reports").path

  static var isRoot: Bool { getuid() == 0 }
}
