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
  static func isNumeral(_ scalar: UInt32) -> Bool { numerals.contains(scalar) }
  private static let numerals = Set("一二三四五六七八九十百零〇两".unicodeScalars.map(\.value))
}
