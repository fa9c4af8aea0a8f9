/// Small tools for UTF-8 bytes.
enum Bytes {
  static let yearSign = Array("年".utf8)
  static let month = Array("月".utf8)
  static let day = Array("日".utf8)
  static let order = Array("第".utf8)

  /// Length of the character that begins with a byte.
  @inline(__always)
  static func width(_ lead: UInt8) -> Int {
    if lead < 0xC0 { return 1 }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// Whether a pattern stands at an offset.
  @inline(__always)
  static func has(_ text: [UInt8], _ pattern: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + pattern.count <= text.count else { return false }
    for i in 0..<pattern.count where text[offset + i] != pattern[i] { return false }
    return true
  }

  /// Whether 年 stands at an offset.
  @inline(__always)
  static func isYearSign(_ text: [UInt8], at offset: Int) -> Bool {
    text[offset] == 0xE5 && offset + 2 < text.count && text[offset + 1] == 0xB9 && text[offset + 2] == 0xB4
  }

  /// Whether a pattern ends at an offset.
  static func has(_ text: [UInt8], _ pattern: [UInt8], endingAt end: Int) -> Bool {
    has(text, pattern, at: end - pattern.count)
  }

  /// The first place of a pattern in a range.
  static func find(_ text: [UInt8], _ pattern: [UInt8], in range: Range<Int>) -> Int? {
    let text = text.span
    let pattern = pattern.span
    let last = range.upperBound - pattern.count
    var at = range.lowerBound
    while at <= last {
      var matched = 0
      while matched < pattern.count, text[at + matched] == pattern[matched] { matched += 1 }
      if matched == pattern.count { return at }
      // No pattern begins within a character.
      at += text[at] >= 0xE0 && text[at] < 0xF0 ? 3 : 1
    }
    return nil
  }

  static func find(_ text: [UInt8], _ pattern: String, in range: Range<Int>) -> Int? {
    find(text, Array(pattern.utf8), in: range)
  }

  /// Start of the character that ends at an offset.
  @inline(__always)
  static func characterStart(_ text: [UInt8], endingAt end: Int) -> Int {
    var at = end - 1
    while at > 0, text[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  /// The value of the digit character at an offset (`7`, `七`, `〇`); nil for another.
  static func digit(_ text: [UInt8], at offset: Int) -> Int? {
    switch text.span.character(at: offset).value {
    case let digit where Scalar.isDigit(digit): Int(digit - Scalar.zero)
    case Scalar.chineseZero, 0x96F6, 0x25CB: 0  // 〇零○
    case let other: chineseDigit(other)
    }
  }

  /// The value of 一 to 九; nil for another character.
  static func chineseDigit(_ character: UInt32) -> Int? {
    switch character {
    case 0x4E00: 1  // 一
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static let zeroes = ScalarSet("○Ｏ０Oo")
  private static let masks = ScalarSet("*＊×Xx某_█■□")

  /// Whether the character at an offset blots something out.
  static func isMask(_ text: [UInt8], at offset: Int) -> Bool {
    masks.contains(text.span.character(at: offset).value)
  }

  /// The number of a year that ends at an offset: four digits 1949 to 2099, or a blotted-out one (nil).
  static func yearNumber(_ text: [UInt8], before end: Int) -> (year: Int?, start: Int)? {
    var year = 0
    var (digits, masked) = (0, 0)
    var place = 1
    var at = end
    while at > 0, digits + masked < 5 {
      let start = characterStart(text, endingAt: at)
      if let digit = digit(text, at: start) {
        year += digit * place
      } else if isMask(text, at: start), digits < 2 {
        masked += 1
        at = start
        continue
      } else if digits == 0 || !zeroes.contains(text.span.character(at: start).value) {
        break
      }
      digits += 1
      place *= 10
      at = start
    }
    if masked > 0 { return remainOfYear(digits, year) ? (nil, at) : nil }
    return digits == 4 && (1949...2099).contains(year) ? (year, at) : nil
  }

  /// Whether digits can be those that are left of a year: `20*`, `200*`, `201*`, `202*`, `19*`.
  private static func remainOfYear(_ digits: Int, _ year: Int) -> Bool {
    digits == 2 ? year == 19 || year == 20 : digits == 3 && (200...202).contains(year)
  }

  /// A number of one or two digits at an offset (`12`, `十二`), with its end.
  static func smallNumber(_ text: [UInt8], at offset: Int) -> (value: Int, end: Int)? {
    var at = offset
    var value = 0
    var seen = false
    while at < text.count, at < offset + 12 {
      if has(text, ten, at: at) {
        value = seen ? value * 10 : 10
        seen = true
        at += 3
        if at < text.count, let digit = digit(text, at: at) {
          value += digit
          at += width(text[at])
        }
        break
      }
      guard let digit = digit(text, at: at) else { break }
      value = value * 10 + digit
      seen = true
      at += width(text[at])
    }
    return seen ? (value, at) : nil
  }

  private static let ten = Array("十".utf8)
}
