/// Some lines of a text with their glyphs.
struct LineBatch: Sendable {
  /// Those of all lines, the spaces at the ends of lines too.
  var glyphs: [Glyph] = []
  var lines: [ScannedLine] = []
  /// Characters of lines that have no glyphs.
  private(set) var plainCount = 0

  /// Its characters.
  var count: Int { glyphs.count + plainCount }

  /// Adds a line that has no glyphs.
  mutating func append(_ line: ScannedLine, characters: Int) {
    lines.append(line)
    plainCount += characters
  }

  /// Gives a line its glyphs, for those who need to look at them.
  mutating func makeGlyphs(ofLine index: Int, _ source: Span<UInt8>) {
    guard let plain = lines[index].plain, lines[index].glyphs.isEmpty else { return }
    let start = glyphs.count
    plain.appendGlyphs(source, to: &glyphs)
    lines[index].glyphs = start..<glyphs.count
  }

  /// Keeps the last line alone.
  mutating func keepLast() {
    guard var last = lines.popLast() else { return removeAll() }
    lines.removeAll(keepingCapacity: true)
    plainCount = last.plain?.range.count ?? 0
    glyphs.removeSubrange(last.glyphs.upperBound...)
    glyphs.removeSubrange(..<last.glyphs.lowerBound)
    last.glyphs = 0..<glyphs.count
    lines.append(last)
  }

  mutating func removeAll() {
    glyphs.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    plainCount = 0
  }
}

/// How much of a text is held as glyphs at once, so that a text of any size is normalised with little more memory than it
/// takes itself. No report reaches any of these.
struct GlyphLimits: Sendable {
  /// Glyphs after which a batch of lines is full. A text of one batch is read once, a longer one twice.
  var batch = 1 << 17
  /// A longer line (in bytes) is read in pieces.
  var line = 1 << 18
  /// A longer paragraph (in characters) is made several.
  var paragraph = 1 << 17
  /// Lines that stand in the text as they do in the source are copied. Tests have them read as glyphs: it is to be the same.
  var copiesPlainLines = true
}

/// Reads the content lines of a source one after another, as many at a time as fit into a batch.
struct LineReader: Sendable {
  private let lines: [CleanedLines.Line]
  private let bytes: [UInt8]
  private let limits: GlyphLimits
  private var scanner: GlyphScanner
  /// Glyphs of the beginning of a line.
  private var opening: [Glyph] = []
  /// The line to be read next.
  private var next = 0
  /// Where in it to go on, when a piece has been read.
  private var rest: Int?
  private var isFirst = true
  private var followsBlank = false
  private var followsChrome = true
  private var followsPageNumber = false

  init(_ cleaned: CleanedLines, of source: SourceText, traits: TextTraits, limits: GlyphLimits) {
    self.limits = limits
    lines = cleaned.lines
    bytes = source.bytes
    scanner = GlyphScanner(source.bytes, traits: traits)
  }

  /// Whether all lines have been read.
  var isAtEnd: Bool { next == lines.count }

  /// Adds lines to a batch until it is full; what it held does not count.
  mutating func read(into batch: inout LineBatch) {
    let end = batch.count + limits.batch
    batch.lines.reserveCapacity(min(lines.count - next + 1, 512))
    while next < lines.count, batch.count < end {
      let line = lines[next]
      switch line.role {
      case .blank: followsBlank = followsBlank || !followsPageNumber
      case .chrome, .frontMatter:
        followsChrome = followsChrome || !line.isPageNumber
        // Blank lines around a page number tell nothing of paragraphs.
        followsPageNumber = line.isPageNumber
        if line.isPageNumber { followsBlank = false }
      case .content:
        let piece = piece(of: line.source)
        readContent(piece, into: &batch)
        rest = piece.upperBound < line.source.upperBound ? piece.upperBound : nil
      }
      if rest == nil { next += 1 }
    }
    scanner.resolveSpecials(&batch.glyphs)
  }

  private mutating func readContent(_ piece: Range<Int>, into batch: inout LineBatch) {
    if piece == lines[next].source, readPlain(piece, into: &batch) { return }
    let start = batch.glyphs.count
    let marks = scanner.scan(piece, goesOn: rest != nil, into: &batch.glyphs)
    let range = LineTrimming.withoutJumps(start..<batch.glyphs.count, batch.glyphs)
    guard !range.isEmpty else { return }
    InlineHeadings.markBreaks(&batch.glyphs, range)
    var line = ScannedLine(
      glyphs: range, marks: marks, followsBlank: followsBlank, followsChrome: followsChrome, continuesLine: rest != nil,
      isFirst: isFirst)
    LineMeasure.measure(&line, batch.glyphs)
    batch.lines.append(line)
    passContent()
  }

  /// Adds a line as it stands in the source, if that is how it stands in the text.
  private mutating func readPlain(_ line: Range<Int>, into batch: inout LineBatch) -> Bool {
    // Traditional characters are read with the lines around them.
    guard limits.copiesPlainLines, !scanner.traits.isTraditional else { return false }
    let bytes = bytes
    var marks = GlyphScanner.LineMarks()
    let start = scanner.skipLeader(line, &marks)
    guard let plain = PlainLine(bytes.span, start..<line.upperBound, hasMarkdown: scanner.traits.hasMarkdown) else {
      return false
    }
    let end = batch.glyphs.count
    var scanned = ScannedLine(
      glyphs: end..<end, plain: plain.text, marks: marks, followsBlank: followsBlank, followsChrome: followsChrome,
      isFirst: isFirst)
    LineMeasure.measure(&scanned, plain, bytes.span, &opening)
    batch.append(scanned, characters: plain.characters)
    passContent()
    return true
  }

  private mutating func passContent() {
    isFirst = false
    followsBlank = false
    followsChrome = false
    followsPageNumber = false
  }

  /// What is to be read of a line at once. A long one is cut between two ideographs, where that can be.
  private func piece(of line: Range<Int>) -> Range<Int> {
    let start = rest ?? line.lowerBound
    guard line.upperBound - start > limits.line else { return start..<line.upperBound }
    var end = start + limits.line
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var cut = end
    while cut < line.upperBound - 3, cut - end < 4096 {
      let width = Bytes.width(bytes[cut])
      if isIdeograph(bytes[cut]), isIdeograph(bytes[cut + 3]) { return start..<cut + 3 }
      cut += width
    }
    return start..<end
  }

  /// By the first byte of the character: most of the Chinese characters.
  private func isIdeograph(_ lead: UInt8) -> Bool { lead >= 0xE5 && lead <= 0xE9 }
}

/// What at a line's ends is none of the report's text.
enum LineTrimming {
  /// A line without `（下转第2版）` at its end and `（上接第1版）` at its start, where a newspaper broke the text.
  static func withoutJumps(_ range: Range<Int>, _ glyphs: [Glyph]) -> Range<Int> {
    var range = trimmed(range, glyphs)
    func isBracket(_ index: Int) -> Bool {
      glyphs[index].scalar == Scalar.fullLeftParenthesis || glyphs[index].scalar == Scalar.leftParenthesis
    }
    if range.count > 12, let open = range.suffix(12).last(where: isBracket), isJump(open..<range.upperBound, glyphs) {
      range = trimmed(range.lowerBound..<open, glyphs)
    }
    while range.count > 12, isBracket(range.lowerBound) {
      let close = range.prefix(12).first {
        glyphs[$0].scalar == Scalar.fullRightParenthesis || glyphs[$0].scalar == Scalar.rightParenthesis
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
}
