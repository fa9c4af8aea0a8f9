/// Makes paragraphs of lines, repairs them and writes them down.
struct ParagraphWriter {
  private(set) var bytes: [UInt8]
  private(set) var map = SourceMap()
  private(set) var paragraphs = Paragraphs()
  private(set) var attributes: [ParagraphAttributes] = []

  private let source: [UInt8]
  private let joiner: LineJoiner
  private let longestParagraph: Int
  private var repair: GlyphRepair
  /// Bytes that are written; behind them ``bytes`` has room.
  private var count = 0
  /// The paragraph that lines are being added to, as far as it is not written.
  private var open: [Glyph] = []
  /// What the markup says of its first line.
  private var marks = GlyphScanner.LineMarks()
  private var withoutSpaces: [Glyph] = []

  /// - Parameter capacity: about as many bytes will be written.
  init(_ source: [UInt8], _ joiner: LineJoiner, hasCircledNotes: Bool, capacity: Int, limits: GlyphLimits) {
    self.source = source
    self.joiner = joiner
    longestParagraph = limits.paragraph
    repair = GlyphRepair(hasCircledNotes: hasCircledNotes)
    bytes = [UInt8](repeating: 0, count: capacity + 64)
  }

  /// Takes the lines of a batch; the last one only where it is the text's, as it may go on with the next batch.
  mutating func write(_ batch: inout LineBatch, isLast: Bool) {
    if attributes.isEmpty { attributes.reserveCapacity(batch.lines.count) }
    for index in batch.lines.indices {
      let hasNext = index + 1 < batch.lines.count
      if !hasNext, !isLast { return }
      let goesOn = hasNext && joins(index, in: &batch)
      if open.isEmpty, !goesOn, let plain = batch.lines[index].plain {
        write(plain, batch.lines[index].marks)
      } else {
        batch.makeGlyphs(ofLine: index, source.span)
        add(batch.lines[index], batch.glyphs, goesOn: goesOn)
      }
    }
  }

  /// Whether a line goes on with the next one.
  private func joins(_ index: Int, in batch: inout LineBatch) -> Bool {
    if let told = joiner.joins(batch.lines[index], batch.lines[index + 1]) { return told }
    batch.makeGlyphs(ofLine: index, source.span)
    if Scalar.isDigit(batch.lines[index + 1].firstCharacter) { batch.makeGlyphs(ofLine: index + 1, source.span) }
    return joiner.joins(batch.lines[index], batch.lines[index + 1], batch.glyphs)
  }

  mutating func finish() { bytes.removeSubrange(count...) }

  // MARK: Lines

  /// - Parameter goesOn: whether the paragraph goes on with the next line.
  private mutating func add(_ line: ScannedLine, _ glyphs: [Glyph], goesOn: Bool) {
    if open.isEmpty, !goesOn, !line.hasBreaks {
      marks = line.marks
      write(glyphs[line.glyphs], hasSpaces: line.hasSpaces)
      return endParagraph()
    }
    if open.isEmpty { marks = line.marks }
    if !line.continuesLine { separateWords(glyphs[line.glyphs.lowerBound]) }
    var start = line.glyphs.lowerBound
    for index in line.glyphs where line.hasBreaks && index > start && glyphs[index].style.contains(.afterBreak) {
      open += glyphs[start..<index]
      closeParagraph()
      start = index
    }
    open += glyphs[start..<line.glyphs.upperBound]
    if goesOn { endLongParagraph() } else { closeParagraph() }
  }

  /// A line end between two Latin words is their space; one between digits broke a number.
  private mutating func separateWords(_ first: Glyph) {
    let kinds = CharacterTables.shared
    guard !joiner.layout.isWrapped, let last = open.last, kinds.kind(last.scalar) == .latin,
      kinds.kind(first.scalar) == .latin
    else { return }
    open.append(Glyph(Scalar.space, start: Int(last.end), end: Int(first.start)))
  }

  /// Ends a paragraph that is longer than any report's, between two ideographs if it can: whatever reads it need not care
  /// how long a text without end may be.
  private mutating func endLongParagraph() {
    guard open.count > longestParagraph else { return }
    func isIdeograph(_ index: Int) -> Bool { CharacterTables.shared.kind(open[index].scalar) == .ideograph }
    let places = (max(1, open.count - 4096)..<open.count).reversed()
    let cut = places.first { isIdeograph($0) && isIdeograph($0 - 1) } ?? open.count
    let rest = open[cut...]
    open.removeSubrange(cut...)
    closeParagraph()
    open += rest
  }

  private mutating func closeParagraph() {
    write(open[...], hasSpaces: true)
    open.removeAll(keepingCapacity: true)
    endParagraph()
    marks = GlyphScanner.LineMarks()
  }

  // MARK: Paragraphs

  /// Repairs and writes a paragraph.
  private mutating func write(_ glyphs: ArraySlice<Glyph>, hasSpaces: Bool) {
    if hasSpaces {
      SpaceRemover.removeSpaces(glyphs, into: &withoutSpaces)
      repair.repair(withoutSpaces[...])
    } else {
      repair.repair(glyphs)
    }
    let repaired = repair.output
    if !repaired.isEmpty { appendAttributes(repaired) }
    encode(repaired)
  }

  private mutating func appendAttributes(_ glyphs: [Glyph]) {
    let plain = glyphs.firstIndex { !$0.style.contains(.bold) }
    let bold = glyphs[..<(plain ?? 0)].reduce(0) { $0 + UTF8Scanner.length($1.scalar) }
    attributes.append(
      ParagraphAttributes(
        headingLevel: marks.headingLevel, isBold: plain == nil, leadingBold: bold, isIndented: marks.indent >= 2))
  }

  /// Ends the paragraph, if anything of it was written.
  private mutating func endParagraph() {
    guard attributes.count > paragraphs.count else { return }
    let end = map.end
    map.appendLineFeed(behind: end)
    bytes[count] = 0x0A
    count += 1
    paragraphs.append(endingBefore: count)
  }

  // MARK: Bytes

  /// Writes a paragraph as it stands in the source.
  private mutating func write(_ plain: PlainText, _ marks: GlyphScanner.LineMarks) {
    self.marks = marks
    var bold = BoldStart(startsBold: plain.startsBold)
    var start = plain.range.lowerBound
    for gap in plain.gaps {
      copy(start..<gap.range.lowerBound)
      bold.pass(gap.range.lowerBound - start, then: gap.kind)
      start = gap.range.upperBound
      if gap.kind == .paragraph {
        endPlainParagraph(bold)
        bold = BoldStart(startsBold: true)
        self.marks = GlyphScanner.LineMarks()
      }
    }
    copy(start..<plain.range.upperBound)
    endPlainParagraph(bold)
  }

  private mutating func endPlainParagraph(_ bold: BoldStart) {
    let (isBold, leading) = bold.result
    attributes.append(
      ParagraphAttributes(
        headingLevel: marks.headingLevel, isBold: isBold, leadingBold: leading, isIndented: marks.indent >= 2))
    endParagraph()
  }

  private mutating func copy(_ plain: Range<Int>) {
    guard !plain.isEmpty else { return }
    makeRoom(for: plain.count)
    precondition(plain.lowerBound >= 0 && plain.upperBound <= source.count && count + plain.count <= bytes.count)
    // Unsafe because the pointers are used unchecked: the line above has checked both ranges.
    unsafe bytes.withUnsafeMutableBytes { output in
      unsafe source.withUnsafeBytes {
        unsafe output.baseAddress!.advanced(by: count).copyMemory(
          from: $0.baseAddress!.advanced(by: plain.lowerBound), byteCount: plain.count)
      }
    }
    map.append(plain.count, from: plain.lowerBound, to: plain.upperBound)
    count += plain.count
  }

  private mutating func makeRoom(for length: Int) {
    let room = count + length + 64
    if room > bytes.count { bytes += repeatElement(0, count: room + room / 4 - bytes.count) }
  }

  /// Writes the bytes of glyphs and their places.
  private mutating func encode(_ glyphs: [Glyph]) {
    makeRoom(for: 4 * glyphs.count)
    count = Self.encode(glyphs, into: &bytes, at: count, &map)
  }

  /// - Returns: the place behind the last byte.
  private static func encode(
    _ glyphs: [Glyph], into bytes: inout [UInt8], at start: Int, _ map: inout SourceMap
  ) -> Int {
    var output = bytes.mutableSpan
    let glyphs = glyphs.span
    var place = start
    var index = 0
    while index < glyphs.count {
      let end = endOfRun(glyphs, from: index)
      guard end > index else {
        let glyph = glyphs[index]
        let length = UTF8Scanner.encode(glyph.scalar, into: &output, at: place)
        map.append(length, from: Int(glyph.start), to: Int(glyph.end))
        place += length
        index += 1
        continue
      }
      map.append(3 * (end - index), from: Int(glyphs[index].start), to: Int(glyphs[end - 1].end))
      while index < end {
        encodeThreeBytes(glyphs[index].scalar, into: &output, at: place)
        place += 3
        index += 1
      }
    }
    return place
  }

  /// The end of a run of characters of three bytes that follow one another in the source: nearly all of a text.
  @inline(__always)
  private static func endOfRun(_ glyphs: Span<Glyph>, from start: Int) -> Int {
    var index = start
    var expected = glyphs[start].start
    while index < glyphs.count {
      let glyph = glyphs[index]
      guard glyph.start == expected, glyph.end &- glyph.start == 3, glyph.scalar >= 0x800, glyph.scalar < 0x10000
      else { break }
      expected = glyph.end
      index += 1
    }
    return index
  }

  /// Unchecked but for the last byte.
  @inline(__always)
  private static func encodeThreeBytes(_ scalar: UInt32, into bytes: inout MutableSpan<UInt8>, at place: Int) {
    precondition(place >= 0 && place < bytes.count - 2)
    // Unsafe because these are unchecked: the line above has made sure of room for three.
    unsafe bytes[unchecked: place] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
    unsafe bytes[unchecked: place &+ 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    unsafe bytes[unchecked: place &+ 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
  }
}
