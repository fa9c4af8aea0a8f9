/// A line that stands in the text as it does in the source, byte for byte: most lines of most reports.
///
/// It is told in one pass over its bytes that neither the scanner nor the repair would change a character of it where
/// it makes a paragraph by itself; whatever is in doubt is left to them.
struct PlainLine {
  /// Its bytes in the source, without the white space at its end.
  private(set) var text: Range<Int>
  private(set) var characters = 0
  /// Of them those of one column.
  private var narrow = 0
  /// Two columns for an ideograph or a mark of its width, one for a letter or digit.
  var columns: Int { 2 * characters - narrow }

  private let hasMarkdown: Bool
  /// Behind the last mark within it that ends a sentence.
  private var sentence: Int
  private var previous: UInt32 = 0

  /// - Parameters:
  ///   - line: behind indentation and the markup at its start.
  ///   - hasMarkdown: whether asterisks may be markup.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>, hasMarkdown: Bool) {
    self.hasMarkdown = hasMarkdown
    text = line
    sentence = line.lowerBound
    guard let end = read(bytes, line) else { return nil }
    text = line.lowerBound..<end
    if text.isEmpty || bytes[end - 1] == UInt8(ascii: ".") || mayHoldJump(bytes) || mayHoldHeading(bytes) { return nil }
  }

  /// - Returns: where the text ends; nil where a character may not stand as it does.
  private mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let wide = PlainCharacters.wide
    var at = line.lowerBound
    let end = line.upperBound
    precondition(at >= 0 && end <= bytes.count)
    while at < end {
      // Unsafe because these are unchecked: the range is within the bytes, and so is a character that begins in it.
      let first = unsafe bytes[unchecked: at]
      if first >= 0xE2, first < 0xF0, end - at > 2 {
        let middle = unsafe UInt32(bytes[unchecked: at &+ 1] & 0x3F)
        let value = unsafe UInt32(first & 0x0F) << 12 | middle << 6 | UInt32(bytes[unchecked: at &+ 2] & 0x3F)
        if !wide.contains(value) {
          guard isPlainMark(value, bytes, at, line) else { return isBlank(bytes, at..<end) ? at : nil }
        }
        previous = value
        at &+= 3
      } else {
        guard let width = narrowWidth(first, bytes, at, line) else { return isBlank(bytes, at..<end) ? at : nil }
        previous = width == 1 ? UInt32(first) : 0xB7
        narrow &+= 1
        at &+= width
      }
      characters &+= 1
    }
    return end
  }

  /// Whether nothing but white space follows.
  private func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, width) = bytes.character(at: at)
      guard CharacterTables.shared.isBlank(value) else { return false }
      at += width
    }
    return true
  }

  // MARK: Characters that their neighbours may change

  /// A mark of punctuation, opening bracket or quotation mark that stays what it is.
  private mutating func isPlainMark(_ value: UInt32, _ bytes: Span<UInt8>, _ at: Int, _ line: Range<Int>) -> Bool {
    let next = at + 3 < line.upperBound ? bytes.character(at: at + 3).value : 0
    switch value {
    case Scalar.leftQuote, Scalar.rightQuote: return true
    // `（注1：…）` is taken out.
    case Scalar.fullLeftParenthesis: return next != 0x6CE8
    // At other places it may be the mark of a note.
    case 0x2460...0x2473: return at == line.lowerBound
    default: break
    }
    guard Scalar.isMark(value), !Scalar.isMark(previous) else { return false }
    if value != Scalar.fullComma, value != Scalar.ideographicComma, value != Scalar.fullQuestion { sentence = at + 3 }
    // Between digits it may be a point, behind `%` a stray one (`7.2%，。以内`).
    if Scalar.isDigit(previous) { return !Scalar.isDigit(next) }
    return previous != Scalar.percent || !Scalar.isMark(next) && next != Scalar.comma && next != 0x4EE5
  }

  /// The width of a letter, digit or sign that stays what it is; nil for another.
  private func narrowWidth(_ first: UInt8, _ bytes: Span<UInt8>, _ at: Int, _ line: Range<Int>) -> Int? {
    if PlainCharacters.isPlain(first) { return 1 }
    func isDigit(_ place: Int) -> Bool {
      place >= line.lowerBound && place < line.upperBound && Scalar.isDigit(UInt32(bytes[place]))
    }
    switch first {
    case UInt8(ascii: "0"): return Scalar.isNumeral(previous) ? nil : 1
    // Behind a word it may be a full stop.
    case UInt8(ascii: "."): return isDigit(at - 1) || (0x41...0x7A).contains(previous) ? 1 : nil
    case UInt8(ascii: "*"): return hasMarkdown ? nil : 1
    case UInt8(ascii: ","), UInt8(ascii: ":"): return isDigit(at - 1) && isDigit(at + 1) ? 1 : nil
    case UInt8(ascii: "-"):
      return at + 1 < line.upperBound && bytes[at + 1] == UInt8(ascii: "-") ? nil : 1
    // Letters that may stand for digits.
    case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "I"), UInt8(ascii: "l"):
      return Scalar.isNumeral(previous) || standsAmongDigits(bytes, at, line) ? nil : 1
    // `·`, which between digits may be a point.
    case 0xC2:
      return at + 1 < line.upperBound && bytes[at + 1] == 0xB7 && !isDigit(at - 1) ? 2 : nil
    default: return nil
    }
  }

  /// Whether letters, digits and points around a letter hold a digit, or none but letters like digits, or reach far.
  private func standsAmongDigits(_ bytes: Span<UInt8>, _ at: Int, _ line: Range<Int>) -> Bool {
    func mayBeDigit(_ place: Int) -> Bool? {
      guard place >= line.lowerBound, place < line.upperBound else { return nil }
      let byte = bytes[place]
      if Scalar.isDigit(UInt32(byte)) || byte >= 0x80 && byte < 0xE2 { return true }
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      return isLetter || byte == UInt8(ascii: ".") ? false : nil
    }
    var isAlike = true
    for step in [-1, 1] {
      var place = at + step
      while let isDigit = mayBeDigit(place) {
        if isDigit || abs(place - at) > 20 { return true }
        isAlike = isAlike && Self.likeDigits.contains(bytes[place])
        place += step
      }
    }
    return isAlike
  }

  private static let likeDigits = Array("OoIl.".utf8)

  // MARK: What its ends may hold

  /// Whether the line may begin or end with `（下转第2版）`.
  private func mayHoldJump(_ bytes: Span<UInt8>) -> Bool {
    func isPage(_ at: Int) -> Bool {
      at >= text.lowerBound && at + 3 <= text.upperBound && bytes[at] == 0xE7 && bytes[at + 1] == 0x89
        && bytes[at + 2] == 0x88
    }
    if isPage(text.upperBound - 6) || isPage(text.upperBound - 4) { return true }
    guard text.count > 3, bytes[text.lowerBound] == 0xEF, bytes[text.lowerBound + 1] == 0xBC,
      bytes[text.lowerBound + 2] == 0x88
    else { return false }
    return (text.lowerBound..<min(text.upperBound, text.lowerBound + 40)).contains(where: isPage)
  }

  /// Whether what follows the last sentence may be a heading that a site ran together with it.
  private func mayHoldHeading(_ bytes: Span<UInt8>) -> Bool {
    guard sentence > text.lowerBound, sentence < text.upperBound,
      text.upperBound - sentence <= 4 * (InlineHeadings.longest + 1)
    else { return false }
    let first = bytes.character(at: sentence).value
    return first == Scalar.fullLeftParenthesis || Scalar.isNumeral(first)
  }
}

/// The characters that stand in the text as they do in the source, whatever stands beside them.
enum PlainCharacters {
  /// Of three bytes and two columns.
  static let wide = made(of: CharacterTables.shared.plain, without: GlyphRepair.needsCare)

  private static func made(of plain: ScalarSet, without care: ScalarSet) -> ScalarSet {
    ScalarSet(
      (0x2000..<0x10000).lazy.filter {
        plain.contains($0) && !care.contains($0) && !(0xD800...0xDFFF).contains($0)
      })
  }

  /// Letters, digits and signs of ASCII.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 0x40 ? low : high) & (1 << UInt64(byte & 0x3F)) != 0
  }

  /// A bit for each of `#$%'+/123456789=>`.
  private static let low: UInt64 = 0x63FE_88B8_0000_0000
  /// A bit for each of `@A…Z]^_` to `~` but `I`, `O`, `l` and `o`, which may stand for digits.
  private static let high: UInt64 = 0x7FFF_6FFF_E7FF_7DFF
}
