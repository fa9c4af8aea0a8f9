/// A line that stands in the text as it does in the source, but for gaps: most lines of most reports.
///
/// It is told in one pass over its bytes that neither the scanner nor the repair would change a character of it where
/// it makes a paragraph by itself, or what they would leave out; whatever is in doubt is left to them.
struct PlainLine {
  /// Without the white space and markup at its ends.
  var text: PlainText
  /// Characters, spaces in gaps too.
  var characters = 0
  /// Of them those of one column.
  var narrow = 0
  /// Two columns for an ideograph or a mark of its width, one for a letter or digit.
  var columns: Int { 2 * characters - narrow }

  let hasMarkdown: Bool
  /// Where the last sentence begins, as far as ``findSentence(_:before:)`` has looked for it.
  private(set) var sentence: Int
  /// How far that is.
  private var sought: Int
  /// The last character, gaps apart; 0 at the beginning.
  var previous: UInt32 = 0
  /// Whether a letter has been passed that may stand for a digit.
  private(set) var hasDigitLike = false
  /// Whether type is bold, where markup says.
  var isBold = false

  /// - Parameters:
  ///   - line: behind indentation and the markup at its start.
  ///   - hasMarkdown: whether asterisks may be markup.
  init?(_ bytes: Span<UInt8>, _ line: Range<Int>, hasMarkdown: Bool) {
    self.hasMarkdown = hasMarkdown
    text = PlainText(line)
    sentence = line.lowerBound
    sought = sentence
    guard let end = read(bytes, line) else { return nil }
    findSentence(bytes, before: end)
    trim(to: end)
    let range = text.range
    if range.isEmpty || bytes[range.upperBound - 1] == UInt8(ascii: ".") { return nil }
    if Self.mayHoldJump(bytes, range, hasGaps: !text.gaps.isEmpty) { return nil }
    if Self.mayHoldHeading(bytes, range, behind: sentence) { return nil }
  }

  /// - Returns: where the text ends; nil where a character may not stand as it does.
  private mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    let (text, marks) = (PlainCharacters.text, PlainCharacters.marks)
    var at = line.lowerBound
    while true {
      at = pass(text, marks, bytes, at, line.upperBound)
      at = passNarrow(bytes, at, line)
      guard at < line.upperBound else { return at }
      guard let width = passOther(bytes, at, line) else { return isBlank(bytes, at..<line.upperBound) ? at : nil }
      at += width
    }
  }

  /// Passes characters that stand as they do whatever is beside them, and marks of punctuation behind such: nearly all.
  /// - Returns: behind them.
  @inline(__always)
  private mutating func pass(
    _ text: ScalarSet, _ marks: ScalarSet, _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    let last = min(end &- 3, bytes.count &- 4)
    // Behind other characters than ideographs marks may change.
    var mayChange = previous < 0x4E00 || previous >= 0xA000
    var at = start
    precondition(start >= 0)
    while at <= last {
      // Unsafe because this is unchecked: four bytes follow.
      let four = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self).littleEndian
      guard text.contains(threeBytes: four) else { break }
      let isMark = marks.contains(threeBytes: four)
      if isMark && mayChange { break }
      mayChange = isMark
      at &+= 3
    }
    if at > start {
      characters &+= (at &- start) / 3
      // Unsafe because this is unchecked: four bytes follow.
      previous = unsafe bytes.character(uncheckedAt: at &- 3).value
    }
    return at
  }

  /// Passes letters, digits and signs that stand as they do whatever is beside them, and noughts and points behind digits.
  /// - Returns: behind them.
  @inline(__always)
  private mutating func passNarrow(_ bytes: Span<UInt8>, _ start: Int, _ line: Range<Int>) -> Int {
    var at = start
    var followsDigit = start > line.lowerBound && Scalar.isDigit(UInt32(bytes[start - 1]))
    while at < line.upperBound {
      let byte = bytes[at]
      let isOfNumber = followsDigit && (byte == UInt8(ascii: "0") || byte == UInt8(ascii: "."))
      guard isOfNumber || PlainCharacters.isPlain(byte) else { break }
      followsDigit = Scalar.isDigit(UInt32(byte))
      at &+= 1
    }
    if at > start {
      characters &+= at &- start
      narrow &+= at &- start
      previous = UInt32(bytes[at &- 1])
    }
    return at
  }

  /// Passes another character, or a gap.
  /// - Returns: its width; nil where it may not stand as it does.
  private mutating func passOther(_ bytes: Span<UInt8>, _ at: Int, _ line: Range<Int>) -> Int? {
    let (value, width) = bytes.character(at: at)
    guard at + width <= line.upperBound else { return nil }
    if width == 3 {
      if value == Scalar.ideographicSpace { return passSpaces(bytes, at, line) }
      guard isPlainWide(value, bytes, at, line) else { return nil }
    } else {
      if value == Scalar.space { return passSpaces(bytes, at, line) }
      if value == Scalar.asterisk, hasMarkdown { return passAsterisks(bytes, at, line) }
      guard width <= 2, isPlainNarrow(value, bytes, at, line) else { return nil }
      narrow &+= 1
    }
    previous = value
    characters &+= 1
    return width
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

  // MARK: Sentences

  /// Finds where the last sentence before a place begins. Few ask: told of each mark on the way it would take longer.
  mutating func findSentence(_ bytes: Span<UInt8>, before end: Int) {
    var at = end - 3
    while at >= sought {
      let lead = bytes[at]
      if lead == 0xE3 || lead == 0xEF, PlainCharacters.stops.contains(bytes.character(at: at).value) {
        sentence = at + 3
        break
      }
      // Mostly the one before is of three bytes too.
      at -= lead >= 0xE0 && at >= sought + 3 && bytes[at - 3] >= 0xE0 ? 3 : 1
    }
    sought = max(sought, end)
  }

  /// Passes a gap that a sentence begins with.
  mutating func beginSentence(behind gap: Range<Int>) {
    if sentence == gap.lowerBound { sentence = gap.upperBound }
    sought = gap.upperBound
  }

  // MARK: Characters that their neighbours may change

  /// Whether a character of two columns stays what it is.
  private func isPlainWide(_ value: UInt32, _ bytes: Span<UInt8>, _ at: Int, _ line: Range<Int>) -> Bool {
    func next() -> UInt32 { at + 3 < line.upperBound ? bytes.character(at: at + 3).value : 0 }
    switch value {
    case Scalar.fullComma, Scalar.ideographicComma, Scalar.fullStop, Scalar.fullSemicolon, Scalar.fullColon,
      Scalar.fullExclamation, Scalar.fullQuestion:
      break
    case Scalar.leftQuote, Scalar.rightQuote: return true
    // `（注1：…）` is taken out.
    case Scalar.fullLeftParenthesis: return next() != 0x6CE8
    // At other places it may be the mark of a note.
    case 0x2460...0x2473: return at == line.lowerBound
    default: return PlainCharacters.wide.contains(value) || keepsForm(value, at, line, next())
    }
    if Scalar.isMark(previous) { return false }
    let follower: UInt32
    switch previous {
    // Between digits it may be a point or a half-width mark, behind `%` a stray one (`7.2%，。以内`).
    case Scalar.zero...Scalar.nine:
      guard [Scalar.fullComma, Scalar.fullStop, Scalar.fullColon].contains(value) else { return true }
      follower = next()
      return !Scalar.isDigit(follower) && !mayOpenGap(follower)
    case Scalar.percent:
      follower = next()
      return !Scalar.isMark(follower) && follower != Scalar.comma && follower != 0x4EE5 && !mayOpenGap(follower)
    default: return true
    }
  }

  /// Whether a character that several words change stands in none of them.
  private func keepsForm(_ value: UInt32, _ at: Int, _ line: Range<Int>, _ next: UInt32) -> Bool {
    // At either end of the line the word may begin in another one.
    guard PlainCharacters.kept.contains(value), at > line.lowerBound, next != 0, next != Scalar.asterisk else {
      return false
    }
    return !PlainCharacters.changing.allow(previous, then: value) && !PlainCharacters.changing.allow(value, then: next)
  }

  /// Whether a letter, digit or sign stays what it is.
  private mutating func isPlainNarrow(_ value: UInt32, _ bytes: Span<UInt8>, _ at: Int, _ line: Range<Int>) -> Bool {
    // `·`, which between digits may be a point.
    guard value < 0x80 else { return value == 0xB7 && !Scalar.isDigit(previous) }
    let byte = UInt8(truncatingIfNeeded: value)
    if PlainCharacters.isPlain(byte) { return true }
    func isDigit(_ place: Int) -> Bool {
      place >= line.lowerBound && place < line.upperBound && Scalar.isDigit(UInt32(bytes[place]))
    }
    switch byte {
    case UInt8(ascii: "0"): return !Scalar.isNumeral(previous)
    // Behind a word it may be a full stop.
    case UInt8(ascii: "."): return isDigit(at - 1) || (0x41...0x7A).contains(previous)
    case UInt8(ascii: "*"): return true
    case UInt8(ascii: ","), UInt8(ascii: ":"): return isDigit(at - 1) && isDigit(at + 1)
    case UInt8(ascii: "-"): return at + 1 >= line.upperBound || bytes[at + 1] != UInt8(ascii: "-")
    // Letters that may stand for digits.
    case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "I"), UInt8(ascii: "l"):
      hasDigitLike = true
      return text.gaps.isEmpty && !Scalar.isNumeral(previous) && !standsAmongDigits(bytes, at, line)
    default: return false
    }
  }

  /// Whether letters, digits and points around a letter hold a digit, or none but letters like digits, or reach far.
  private func standsAmongDigits(_ bytes: Span<UInt8>, _ at: Int, _ line: Range<Int>) -> Bool {
    func mayBeDigit(_ place: Int) -> Bool? {
      guard place >= line.lowerBound, place < line.upperBound else { return nil }
      let byte = bytes[place]
      // What goes on with a character of two bytes: of three is nearly every other one.
      if byte & 0xC0 == 0x80, place >= line.lowerBound + 2, bytes[place - 2] >= 0xE2 { return nil }
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
}

// MARK: - What its ends may hold

extension PlainLine {
  /// Whether the line may begin or end with `（下转第2版）`.
  private static func mayHoldJump(_ bytes: Span<UInt8>, _ text: Range<Int>, hasGaps: Bool) -> Bool {
    func isPage(_ at: Int) -> Bool {
      at >= text.lowerBound && at + 3 <= text.upperBound && bytes[at] == 0xE7 && bytes[at + 1] == 0x89
        && bytes[at + 2] == 0x88
    }
    if isPage(text.upperBound - 6) || isPage(text.upperBound - 4) { return true }
    if hasGaps, (text.upperBound - 20..<text.upperBound).contains(where: isPage) { return true }
    guard text.count > 3, bytes[text.lowerBound] == 0xEF, bytes[text.lowerBound + 1] == 0xBC,
      bytes[text.lowerBound + 2] == 0x88
    else { return false }
    return (text.lowerBound..<min(text.upperBound, text.lowerBound + 40)).contains(where: isPage)
  }

  /// Whether what follows the last sentence may be a heading that a site ran together with it.
  private static func mayHoldHeading(_ bytes: Span<UInt8>, _ text: Range<Int>, behind start: Int) -> Bool {
    guard start > text.lowerBound, start < text.upperBound,
      text.upperBound - start <= 4 * (InlineHeadings.longest + 1)
    else { return false }
    let first = bytes.character(at: start).value
    return first == Scalar.fullLeftParenthesis || Scalar.isNumeral(first)
  }
}
