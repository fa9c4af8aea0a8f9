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
  /// How many places of the file could not be decoded and stand as U+FFFD in ``bytes``.
  public let replacements: Int

  /// Decodes a file, finding its encoding by byte order mark, by validity, and by whether the characters that come
  /// out are the ones reports are written in.
  /// - Throws: ``ReadingError`` with `.empty` (no bytes or only white space), `.notText` (binary data, with the
  ///   offset of its first sign) or `.undecodable` (text that makes no sense in any supported encoding).
  public init(decoding data: [UInt8]) throws(ReadingError) {
    if data.isEmpty { throw ReadingError(.empty, detail: "no bytes") }
    if let format = BinarySignature.format(of: data) { throw ReadingError(.notText, offset: 0, detail: format) }
    let decoded = try EncodingDetector.decode(data)
    if !decoded.bytes.contains(where: { $0 > 0x20 }) || Self.isBlank(decoded.bytes) {
      throw ReadingError(.empty, detail: "nothing but white space")
    }
    bytes = decoded.bytes
    encoding = decoded.encoding
    replacements = decoded.replacements
  }

  /// The characters of a byte range.
  public func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether the text has no visible character. Looks at the text only as far as the first one.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    var position = 0
    while position < bytes.count {
      let scalar = UTF8Scanner.scalar(in: bytes, at: position)
      if !CharacterTables.shared.isBlank(scalar.value) { return false }
      position += scalar.length
    }
    return true
  }
}

/// A decoded file.
struct DecodedText {
  var bytes: [UInt8]
  var encoding: TextEncoding
  /// Places that could not be decoded.
  var replacements: Int
}

/// File formats that a person may take for a text.
enum BinarySignature {
  private static let signatures: [(bytes: [UInt8], format: String)] = [
    (Array("%PDF-".utf8), "a PDF file"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or Office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"), ([0x1F, 0x8B], "gzip data"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3\0".utf8), "an SQLite database"),
    (Array("{\\rtf".utf8), "an RTF document"),
  ]

  /// The name of the format that the first bytes tell, if they do.
  static func format(of data: [UInt8]) -> String? {
    signatures.first { data.starts(with: $0.bytes) }?.format
  }
}
