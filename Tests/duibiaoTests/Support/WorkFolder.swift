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
    let files = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    let names = ["in", "out", "err"].map { files + "." + $0 }
    defer { for name in names { unsafe unlink(name) } }
    try Data(input.utf8).write(to: URL(fileURLWithPath: names[0]))
    // Closed on exec, so that programs started at the same time do not hold them open.
    let descriptors = names.map { unsafe open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
    defer { for descriptor in descriptors { close(descriptor) } }
    let child = try Child(
      program, arguments,
      environment: ["PATH": "/usr/bin:/bin", "duibiao": Self.program].merging(environment) { $1 },
      folder: path, descriptors: descriptors)
    let status = child.wait()
    let texts = try names[1...].map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
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
