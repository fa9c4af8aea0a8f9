/// JSON texts made in place, out of bytes just appended.
enum JSONText {
  /// Makes the text that was appended last a JSON string.
  /// - Parameter start: where it begins; it reaches to the end.
  static func finish(_ bytes: inout [UInt8], from start: Int) {
    if isPlain(bytes, from: start) {
      bytes.append(UInt8(ascii: "\""))
      bytes.insert(UInt8(ascii: "\""), at: start)
    } else {
      let text = String(decoding: bytes[start...], as: UTF8.self)
      bytes.replaceSubrange(start..., with: JSONValue.string(text).text.utf8)
    }
  }

  /// Makes names joined by `;` that were appended last an array of strings.
  static func finishList(_ bytes: inout [UInt8], from start: Int) {
    let names = String(decoding: bytes[start...], as: UTF8.self).split(separator: ";")
    bytes.replaceSubrange(start..., with: JSONValue.array(names.map { .string(String($0)) }).text.utf8)
  }

  /// Whether a string holds the text as it is: nothing that RFC 8259 has escaped, and no character that a terminal
  /// might obey (``SafeText/isHarmful(_:)``).
  private static func isPlain(_ bytes: [UInt8], from start: Int) -> Bool {
    for at in start..<bytes.count {
      switch bytes[at] {
      case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return false
      // U+0080 to U+009F, U+061C, and those of U+200E to U+2069.
      case 0xC2, 0xD8: return false
      case 0xE2:
        guard at + 2 < bytes.count else { return false }
        let (second, third) = (bytes[at + 1], bytes[at + 2])
        if second == 0x80, (0x8E...0x8F).contains(third) || (0xA8...0xAE).contains(third) { return false }
        if second == 0x81, (0xA6...0xA9).contains(third) { return false }
      default: break
      }
    }
    return true
  }
}
