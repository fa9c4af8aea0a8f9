/// How text stands in a CSV row: RFC 4180, and what spreadsheet programs and terminals need besides.
struct CSVField {
  /// For spreadsheet programs: text that they would run as a formula is guarded by an apostrophe, and so are names in digits
  /// that they would round as numbers.
  var spreadsheet = false
  /// For a person's terminal: control characters are made visible instead of obeyed. A file or a program gets exactly what
  /// the source printed.
  var isTerminal = false

  /// Guards and quotes the text that was appended last.
  /// - Parameter start: where it begins; it reaches to the end.
  func finish(_ bytes: inout [UInt8], from start: Int) {
    guard start < bytes.count else { return }
    if isTerminal {
      let text = SafeText.oneLine(String(decoding: bytes[start...], as: UTF8.self))
      bytes.replaceSubrange(start..., with: text.utf8)
    }
    let isGuarded = spreadsheet && (Self.looksLikeFormula(bytes[start...]) || Self.looksLikeNumber(bytes[start...]))
    if isGuarded { bytes.insert(UInt8(ascii: "'"), at: start) }
    if Self.needsQuotes(bytes, from: start) { Self.quote(&bytes, from: start) }
  }

  private static func needsQuotes(_ bytes: [UInt8], from start: Int) -> Bool {
    for at in start..<bytes.count {
      // All four are below `-`, as few bytes of these texts are.
      let byte = bytes[at]
      if byte < 0x2D, byte == 0x2C || byte == 0x22 || byte == 0x0D || byte == 0x0A { return true }
    }
    return false
  }

  private static func quote(_ bytes: inout [UInt8], from start: Int) {
    let text = Array(bytes[start...])
    bytes.removeSubrange(start...)
    bytes.append(0x22)
    for byte in text {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Whether a spreadsheet would take the text for a formula (OWASP, "CSV Injection"), full-width forms too.
  private static func looksLikeFormula(_ text: ArraySlice<UInt8>) -> Bool {
    switch text[text.startIndex] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
    // ＝ ＋ － ＠ are U+FF1D, U+FF0B, U+FF0D, U+FF20.
    case 0xEF:
      return text.starts(with: [0xEF, 0xBC]) && text.count > 2
        && [0x9D, 0x8B, 0x8D, 0xA0].contains(text[text.startIndex + 2])
    case let first: return first < 0x20 || first == 0x7F
    }
  }

  /// Whether text would come back as another number: sixteen digits and more (spreadsheets keep fifteen), or digits around
  /// an `e`, as a key in hexadecimal can have.
  private static func looksLikeNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 1, text.count < 64 else { return false }
    var exponents = 0
    for byte in text {
      if byte | 0x20 == UInt8(ascii: "e") { exponents += 1 } else if !(0x30...0x39).contains(byte) { return false }
    }
    return exponents == 1 || exponents == 0 && text.count > 15
  }
}
