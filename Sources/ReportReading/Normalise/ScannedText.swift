/// All content lines of a source as glyphs.
struct ScannedText {
  var glyphs: [Glyph]
  let lines: [ScannedLine]
  let traits: TextTraits
  /// Whether lines are notes that start with `①`, whose marks stand in the text.
  let hasCircledNotes: Bool

  init(_ cleaned: CleanedLines, of source: SourceText) {
    traits = TextTraits(cleaned, of: source)
    var scanner = GlyphScanner(source.bytes, traits: traits, capacity: source.bytes.count / 2)
    var lines: [ScannedLine] = []
    var followsBlank = false
    var followsChrome = true
    var followsPageNumber = false
    for line in cleaned.lines {
      switch line.role {
      case .blank: followsBlank = followsBlank || !followsPageNumber
      case .chrome, .frontMatter:
        followsChrome = followsChrome || !line.isPageNumber
        // Blank lines around a page number tell nothing of paragraphs.
        followsPageNumber = line.isPageNumber
        if line.isPageNumber { followsBlank = false }
      case .content:
        let start = scanner.glyphs.count
        let marks = scanner.scan(line.source)
        let range = Self.withoutJumps(start..<scanner.glyphs.count, scanner.glyphs)
        guard !range.isEmpty else { continue }
        lines.append(
          ScannedLine(glyphs: range, marks: marks, followsBlank: followsBlank, followsChrome: followsChrome))
        followsBlank = false
        followsChrome = false
        followsPageNumber = false
      }
    }
    self.lines = lines
    glyphs = scanner.glyphs
    for line in lines { InlineHeadings.markBreaks(&glyphs, line.glyphs) }
    // A list in the text starts with ① once; notes at the end do so on lines of their own, behind the text.
    let notes = lines.dropFirst(lines.count / 2).count {
      (0x2460...0x2473).contains(scanner.glyphs[$0.glyphs.lowerBound].scalar)
    }
    hasCircledNotes = notes >= 2
  }

  /// A line without `（下转第2版）` at its end and `（上接第1版）` at its start, where a newspaper broke the text.
  private static func withoutJumps(_ range: Range<Int>, _ glyphs: [Glyph]) -> Range<Int> {
    var range = trimmed(range, glyphs)
    func isBracket(_ index: Int) -> Bool {
      [Scalar.fullLeftParenthesis, Scalar.leftParenthesis].contains(glyphs[index].scalar)
    }
    if range.count > 12, let open = range.suffix(12).last(where: isBracket), isJump(open..<range.upperBound, glyphs) {
      range = trimmed(range.lowerBound..<open, glyphs)
    }
    while range.count > 12, isBracket(range.lowerBound) {
      let close = range.prefix(12).first {
        [Scalar.fullRightParenthesis, Scalar.rightParenthesis].contains(glyphs[$0].scalar)
      }
      guard let close, isJump(range.lowerBound..<close + 1, glyphs) else { break }
      range = trimmed(close + 1..<range.upperBound, glyphs)
    }
    return range
  }

  /// `（下转第2版）`: `转` or `接`, and `版` before the bracket closes.
  private static func isJump(_ range: Range<Int>, _ glyphs: [Glyph]) -> Bool {
    let text = range.map { glyphs[$0].scalar }.filter { $0 != Scalar.space }
    guard text.count >= 5, text[text.count - 2] == 0x7248 else { return false }
    return text[1...3].contains { $0 == 0x8F6C || $0 == 0x63A5 }
  }

  private static func trimmed(_ range: Range<Int>, _ glyphs: [Glyph]) -> Range<Int> {
    var range = range
    while let first = range.first, glyphs[first].scalar == Scalar.space { range = first + 1..<range.upperBound }
    while let last = range.last, glyphs[last].scalar == Scalar.space { range = range.lowerBound..<last }
    return range
  }

  /// A stretch of text that becomes one paragraph: glyph ranges, one a line.
  typealias Part = [Range<Int>]

  /// The paragraphs that joined lines make: one, or more where the markup breaks within a line.
  func parts(of lines: Range<Int>) -> [Part] {
    var parts: [Part] = [[]]
    for line in self.lines[lines] {
      var start = line.glyphs.lowerBound
      for index in line.glyphs where glyphs[index].style.contains(.afterBreak) && index > start {
        parts[parts.count - 1].append(start..<index)
        parts.append([])
        start = index
      }
      parts[parts.count - 1].append(start..<line.glyphs.upperBound)
    }
    return parts
  }

  /// Fills a buffer with the glyphs of a part.
  /// - Parameter isWrapped: whether lines were broken at a width, within words too.
  func copy(_ part: Part, isWrapped: Bool, into buffer: inout [Glyph]) {
    buffer.removeAll(keepingCapacity: true)
    for range in part {
      if !isWrapped, let last = buffer.last, let first = range.first {
        // A line end between two Latin words is their space; one between digits broke a number.
        let kinds = CharacterTables.shared
        if kinds.kind(last.scalar) == .latin, kinds.kind(glyphs[first].scalar) == .latin {
          buffer.append(Glyph(Scalar.space, start: Int(last.end), end: Int(glyphs[first].start)))
        }
      }
      buffer += glyphs[range]
    }
  }
}
