/// The encodings a report may come in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gb18030
  case big5
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
}

/// The decoded text of a file: valid UTF-8 without byte order mark, otherwise exactly as printed.
public struct SourceText: Sendable, Equatable {
  public let bytes: [UInt8]
  /// What the file was encoded in.
  public let encoding: TextEncoding

  public init(decoding data: [UInt8]) throws(ReadingError) {
    bytes = data
    encoding = .utf8
  }

  /// The characters of a byte range.
  public func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
