import Foundation
import Testing

@testable import duibiao

/// Output kept in files, compared byte for byte.
///
/// `DUIBIAO_RECORD=1 swift test --filter Golden` writes them anew (never in CI); read the difference before you commit.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Golden")

  static func expect(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation, _ write: (Output) throws -> Void
  ) throws {
    let text = try captured(write)
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["DUIBIAO_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == kept, sourceLocation: sourceLocation)
  }

  /// What is written, as a file would get it.
  static func captured(_ write: (Output) throws -> Void) throws -> String {
    let work = try WorkFolder()
    try work.write("", to: "out")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: work.at("out")))
    let output = Output(descriptor: handle.fileDescriptor, name: "out")
    try write(output)
    try output.finish()
    try handle.close()
    return String(decoding: try work.bytes(of: "out"), as: UTF8.self)
  }
}
