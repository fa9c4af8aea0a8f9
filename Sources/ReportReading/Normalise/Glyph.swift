/// One character of the text on its way to its normal form, with the place it comes from.
struct Glyph: Sendable, Equatable {
  struct Style: OptionSet, Sendable {
    let rawValue: UInt8
    /// Between markdown's `**`.
    static let bold = Style(rawValue: 1)
    /// The first one after a break that the markup makes within a line.
    static let afterBreak = Style(rawValue: 2)
  }
  /// Unicode code point.
  var scalar: UInt32
  /// Byte range in the source of the character (or entity) that it stands for.
  var start: UInt32
  var end: UInt32
  var style: Style = []

  init(_ scalar: UInt32, start: Int, end: Int, style: Style = []) {
    self.scalar = scalar
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.style = style
  }
}

/// Code points by the name that the rules use.
enum Scalar {
  static let space: UInt32 = 0x20
  static let quote: UInt32 = 0x22
  static let percent: UInt32 = 0x25
  static let leftParenthesis: UInt32 = 0x28
  static let rightParenthesis: UInt32 = 0x29
  static let asterisk: UInt32 = 0x2A
  static let comma: UInt32 = 0x2C
  static let point: UInt32 = 0x2E
  static let zero: UInt32 = 0x30
  static let one: UInt32 = 0x31
  static let nine: UInt32 = 0x39
  static let colon: UInt32 = 0x3A
  static let leftBracket: UInt32 = 0x5B
  static let rightBracket: UInt32 = 0x5D
  static let dash: UInt32 = 0x2014
  static let leftQuote: UInt32 = 0x201C
  static let rightQuote: UInt32 = 0x201D
  static let perMille: UInt32 = 0x2030
  static let ideographicSpace: UInt32 = 0x3000
  static let ideographicComma: UInt32 = 0x3001
  static let fullStop: UInt32 = 0x3002
  static let chineseZero: UInt32 = 0x3007
  static let leftLenticular: UInt32 = 0x3010
  static let rightLenticular: UInt32 = 0x3011
  static let fullExclamation: UInt32 = 0xFF01
  static let fullLeftParenthesis: UInt32 = 0xFF08
  static let fullRightParenthesis: UInt32 = 0xFF09
  static let fullComma: UInt32 = 0xFF0C
  static let fullColon: UInt32 = 0xFF1A
  static let fullSemicolon: UInt32 = 0xFF1B
  static let fullQuestion: UInt32 = 0xFF1F

  @inline(__always)
  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- zero <= 9 }

  /// `一二三四五六七八九十百零〇两`.
  static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x96F6, 0x3007, 0x4E24:
      true
    default: false
    }
  }

  /// `，、；。：！？`.
  @inline(__always)
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case fullComma, ideographicComma, fullSemicolon, fullStop, fullColon, fullExclamation, fullQuestion: true
    default: false
    }
  }

  /// What ends a sentence or announces the next: `。！？；：…` and their half-width forms.
  static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case fullStop, fullExclamation, fullQuestion, fullSemicolon, fullColon, 0x2026, 0x21, 0x3F, 0x3B, colon: true
    default: false
    }
  }

  /// A closing bracket or quotation mark.
  static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case rightQuote, 0x2019, fullRightParenthesis, rightParenthesis, 0x300B, rightLenticular, 0x3009, quote: true
    default: false
    }
  }
}
