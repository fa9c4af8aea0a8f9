/// One thing to ingest.
struct InputFile: Sendable, Equatable {
  /// The name under which it is filed; `-` for standard input.
  var name: String
  /// How the file system spells it.
  var path: FilePath
  /// What the file system says about its size in bytes; 0 for a pipe.
  var size: Int

  init(path: FilePath, size: Int) {
    self.name = path.text
    self.path = path
    self.size = size
  }
}

/// A path as the file system holds it: any bytes, often in another encoding than UTF-8 where an archive from an older
/// system was unpacked.
struct FilePath: Sendable, Equatable {
  /// Without the closing zero.
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  init(_ text: String) { bytes = Array(text.utf8) }

  /// As C takes it.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// As people see it: bytes that are no UTF-8 as `\xB9`, so that two names never become one.
  var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.reduce(into: "") { text, byte in
      text += byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }
  }

  /// The path of an entry of this folder.
  func appending(_ name: [UInt8]) -> FilePath {
    if bytes == Array(".".utf8) { return FilePath(name) }
    return FilePath(bytes + (bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + name)
  }
}
