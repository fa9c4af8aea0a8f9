/// Tells lines that no rule of ``ChromeRules`` can find by their characters as they stand in the source, which is nearly
/// all of a report's.
struct ChromeSigns: Sendable {
  /// Words in the form of a ``LineKey``, by their first characters.
  private struct Words: Sendable {
    let byFirst: [UInt32: [[UInt32]]]
    /// What stands for a first character in the source.
    let starts: ScalarSet
    /// The first two characters.
    let pairs: WordStarts

    init(_ words: [[UInt32]]) {
      byFirst = Dictionary(grouping: words.filter { !$0.isEmpty }, by: { $0[0] })
      starts = ChromeSigns.sources(of: byFirst.keys)
      var builder = WordTrieBuilder()
      for word in words where !word.isEmpty { builder.insertStart(word) }
      pairs = WordStarts(builder)
    }
  }
  private let beginnings: Words
  private let parts: Words
  /// What rules for ends end with, or pinyin.
  private let ends: ScalarSet
  /// Characters of three bytes that a ``LineKey`` keeps whatever stands beside them, as they are or in another form, the first
  /// ones of ``parts`` apart.
  private let text: ScalarSet
  private let plain = CharacterTables.shared.plain
  /// The longest line that rules for whole lines hold for, in characters.
  private let longestLine: Int
  /// The longest line that any other rule holds for than one for beginnings.
  private let longest: Int

  /// - Parameters: the words of the rules for beginnings, ends and parts of lines.
  init(beginnings: [[UInt32]], ends: [[UInt32]], parts: [[UInt32]], longestLine: Int, longest: Int) {
    self.beginnings = Words(beginnings)
    self.parts = Words(parts)
    self.ends = Self.sources(of: ends.compactMap(\.last) + [Scalar.rightParenthesis])
    let tables = CharacterTables.shared
    text = ScalarSet(
      (0x800..<0x10000).lazy.filter { [parts = self.parts.starts] in
        let folded = LineKey.folded($0, tables)
        let kind = tables.kind(folded)
        // Letters in brackets may be pinyin, which is taken out.
        let isOfPinyin =
          kind == .latin || kind == .toned || [Scalar.leftParenthesis, Scalar.rightParenthesis].contains(folded)
        return !isOfPinyin && !tables.isBlank(folded) && !parts.contains($0)
      })
    self.longestLine = longestLine
    self.longest = longest
  }

  /// What becomes one of some characters in a ``LineKey``.
  private static func sources(of characters: some Sequence<UInt32>) -> ScalarSet {
    let tables = CharacterTables.shared
    let folded = ScalarSet(characters)
    return ScalarSet((0..<0x10000).lazy.filter { folded.contains(LineKey.folded($0, tables)) })
  }

  /// Whether a rule may find a line.
  func mayFind(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let text = trimmed(bytes, line)
    if text.isEmpty || mayHold(beginnings, bytes, text) { return true }
    guard LineKey.isWhole(line) else { return line.count / 3 <= longest }
    return ends.contains(last(bytes, text).value) || mayHoldPart(bytes, text)
  }

  /// Whether a line is so short that its length tells nothing, or may hold a word of ``parts``.
  private func mayHoldPart(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var at = line.lowerBound
    var characters = 0
    while at < line.upperBound {
      let start = at
      at = bytes.end(of: text, from: at, to: line.upperBound)
      characters &+= (at &- start) / 3
      guard at < line.upperBound else { break }
      if mayHold(parts, bytes, at..<line.upperBound) { return true }
      let (character, width) = bytes.characterOrEnd(at: at)
      if width == 3, character < 0xFF00, plain.contains(character) { characters += 1 }
      at += width
    }
    return characters <= longestLine
  }

  // MARK: Words

  /// Whether a range may begin with one of some words.
  @inline(__always)
  private func mayHold(_ words: Words, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let (first, width) = bytes.characterOrEnd(at: range.lowerBound)
    guard words.starts.contains(first) else { return false }
    let second = bytes.characterOrEnd(at: range.lowerBound &+ width).value
    // Nearly all stand for themselves, and begin no word.
    if isText(first), isText(second), !words.pairs.allow(first, then: second) { return false }
    guard mayBeginPair(words.pairs, first, second) else { return false }
    return mayHold(words, beginningWith: first, bytes, range)
  }

  @inline(never)
  private func mayHold(
    _ words: Words, beginningWith first: UInt32, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let same = words.byFirst[LineKey.folded(first, CharacterTables.shared)] ?? []
    return same.contains { mayBegin(with: $0, bytes, range) }
  }

  /// Whether two characters may begin a word; anything may where the second one is left out of a ``LineKey``.
  @inline(never)
  private func mayBeginPair(_ pairs: WordStarts, _ first: UInt32, _ second: UInt32) -> Bool {
    let tables = CharacterTables.shared
    let folded = LineKey.folded(second, tables)
    if folded == Scalar.leftParenthesis || tables.isBlank(folded) { return true }
    return pairs.allow(LineKey.folded(first, tables), then: folded)
  }

  /// Whether a character stands for itself in a ``LineKey``.
  @inline(__always)
  private func isText(_ character: UInt32) -> Bool {
    character > 0x80 && character < 0xFF00 && plain.contains(character)
  }

  private func mayBegin(with word: [UInt32], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let tables = CharacterTables.shared
    var at = range.lowerBound
    var matched = 0
    while matched < word.count, at < range.upperBound {
      let (character, width) = bytes.character(at: at)
      at += width
      let folded = LineKey.folded(character, tables)
      if tables.isBlank(folded) { continue }
      // Pinyin may be taken out.
      if folded == Scalar.leftParenthesis { return true }
      if folded != word[matched] { return false }
      matched += 1
    }
    return matched == word.count
  }

  // MARK: Ends of lines

  private func last(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (value: UInt32, start: Int) {
    var start = line.upperBound - 1
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (bytes.character(at: start).value, start)
  }

  private func trimmed(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int> {
    let tables = CharacterTables.shared
    var line = line
    while !line.isEmpty, case (let value, let width) = bytes.character(at: line.lowerBound), tables.isBlank(value) {
      line = line.lowerBound + width..<line.upperBound
    }
    while !line.isEmpty, case (let value, let start) = last(bytes, line), tables.isBlank(value) {
      line = line.lowerBound..<start
    }
    return line
  }
}
