/// What a plain line leaves out.
extension PlainLine {
  /// Whether a character may be the first of a gap.
  func mayOpenGap(_ value: UInt32) -> Bool {
    value == Scalar.space || value == Scalar.ideographicSpace || value == Scalar.asterisk
  }

  /// Whether a gap may stand behind the last character: one that it may be parted from and not change.
  private var mayFollowGap: Bool {
    // Letters like digits are looked at with all that stands beside them.
    previous != 0x2D && previous != Scalar.fullLeftParenthesis && !hasDigitLike
  }

  private mutating func add(_ gap: Range<Int>, _ kind: PlainText.Gap.Kind, _ bytes: Span<UInt8>) {
    text.gaps.append(PlainText.Gap(gap, kind))
    findSentence(bytes, before: gap.lowerBound)
    beginSentence(behind: gap)
  }

  // MARK: Spaces

  /// The least characters of a chapter's heading, number included, that a space may end.
  private static let leastHeading = 6

  /// Passes spaces that ``SpaceRemover`` takes out and that break nothing.
  /// - Returns: their width; nil where they may mean something.
  mutating func passSpaces(_ bytes: Span<UInt8>, _ start: Int, _ line: Range<Int>) -> Int? {
    var (wide, narrow) = (0, 0)
    var at = start
    var next: UInt32 = 0
    while at < line.upperBound {
      let width: Int
      (next, width) = bytes.character(at: at)
      guard next == Scalar.space || next == Scalar.ideographicSpace else { break }
      if width == 1 { narrow += 1 } else { wide += 1 }
      at += width
    }
    // More are the indentation of a paragraph that a site ran together with the one before.
    guard at < line.upperBound, wide < 2, wide + narrow < 4, characters > 0, mayFollowGap, next != Scalar.asterisk,
      !isKept(before: next), !mayEndHeading(bytes, start)
    else { return nil }
    characters += wide + narrow
    self.narrow += wide + narrow
    add(start..<at, .spaces, bytes)
    return at - start
  }

  /// Whether a space stays, between two words or two numerals.
  private func isKept(before next: UInt32) -> Bool {
    let kind = CharacterTables.shared.kind(next)
    return (kind == .latin || kind == .digit) && CharacterTables.shared.kind(previous) == kind
  }

  /// Whether the last sentence before a place may be the heading of a chapter.
  private mutating func mayEndHeading(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    findSentence(bytes, before: end)
    return Scalar.isNumeral(bytes.character(at: sentence).value)
      && bytes.extracting(sentence..<end).characterCount >= Self.leastHeading
  }

  // MARK: Bold type

  /// Passes markup of bold type.
  /// - Returns: its width; nil where it may mean something else.
  mutating func passAsterisks(_ bytes: Span<UInt8>, _ at: Int, _ line: Range<Int>) -> Int? {
    var end = at
    while end < line.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
    let next = end < line.upperBound ? bytes.character(at: end).value : 0
    // `“**”` and `20**年` blot something out.
    guard end - at == 2, mayFollowGap, next != 0x5E74, next != Scalar.rightQuote else { return nil }
    isBold.toggle()
    if characters == 0 { text.startsBold = true }
    let endsSentence = previous == Scalar.fullStop || previous == Scalar.fullExclamation
    if !isBold {
      add(at..<end, .plain, bytes)
    } else {
      add(at..<end, endsSentence || previous == Scalar.fullSemicolon ? .paragraph : .bold, bytes)
    }
    return 2
  }

  /// Leaves out what is behind the text, and gaps at its ends.
  mutating func trim(to end: Int) {
    text.range = text.range.lowerBound..<end
    if let first = text.gaps.first?.range, first.lowerBound == text.range.lowerBound {
      text.range = first.upperBound..<text.range.upperBound
      text.gaps.removeFirst()
    }
    while let last = text.gaps.last?.range, last.upperBound == text.range.upperBound {
      text.range = text.range.lowerBound..<max(last.lowerBound, text.range.lowerBound)
      text.gaps.removeLast()
    }
  }
}
