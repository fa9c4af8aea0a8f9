/// Makes text from reports and file names harmless to a terminal.
///
/// A report may hold anything, escape sequences too; a terminal would obey them. Control characters become
/// visible pictures, so that nothing disappears and nothing acts.
enum SafeText {
  /// The text with line breaks and tabs as spaces, and other control characters made visible.
  static func oneLine(_ text: String) -> String {
    // None of the characters below is written without one of these bytes.
    if isPlain(text.utf8.span) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D: result.append(" ")
      default: result.append(isHarmful(scalar) ? picture(of: scalar) : scalar)
      }
    }
    return String(result)
  }

  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for at in bytes.indices {
      let byte = bytes[at]
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 { return false }
    }
    return true
  }

  /// Whether a terminal might act on the character instead of showing it: control characters (C0, DEL, C1) and the
  /// marks that turn the direction of writing around (Unicode Standard Annex 9), which can disguise what stands there.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `␛` for the escape character and so on; `�` where Unicode has no picture.
  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
