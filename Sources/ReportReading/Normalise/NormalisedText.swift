/// What the source's markup and layout say of a paragraph.
struct ParagraphAttributes: Sendable, Equatable {
  /// Level of a markdown heading (`#` is 1), 0 for none.
  var headingLevel = 0
  /// All of it is in bold type.
  var isBold = false
  /// The bold words that it starts with, as a range of normalised bytes; nil when it starts plain or is all bold.
  var leadingBold: Range<Int>?
  /// Its first line starts with two spaces or more, or an ideographic one.
  var isIndented = false
}

/// The report's own text in one form, with a map back to the source.
///
/// - Simplified characters; half-width digits, Latin letters, `%` and decimal points; Chinese punctuation
///   (`，。；：？！（）“”`), but `,` and `:` between digits (`1,234`, `40:60`); one form of each dash (`—`, `-`, `~`)
///   and middle dot (`·`); no space but one between two Latin words or two numerals; no invisible characters, pinyin
///   or footnote marks; doubled punctuation folded; no markup.
/// - Masked digits and names (`20*年`, `××镇`, `**`) stand as printed.
/// - One paragraph per `\n`-terminated run: lines that a site broke within a sentence are joined, headings and list
///   items stay apart.
struct NormalisedText: Sendable, Equatable {
  /// Valid UTF-8.
  var bytes: [UInt8]
  /// For each byte of ``bytes`` the source offset of the first byte of the character it comes from.
  var sourceStart: [UInt32]
  /// For each byte of ``bytes`` the source offset after the last byte of the character it comes from. A `\n` comes
  /// from nothing: its range is empty and stands behind the paragraph.
  var sourceEnd: [UInt32]
  /// Byte ranges of the paragraphs, without the `\n`; none is empty.
  var paragraphs: [Range<Int>]
  /// Parallel to ``paragraphs``.
  var attributes: [ParagraphAttributes]

  init(_ cleaned: CleanedLines, of source: SourceText) {
    bytes = []
    sourceStart = []
    sourceEnd = []
    paragraphs = []
    attributes = []
    var scan = ScannedText(cleaned, of: source)
    SpecialReadings.resolve(&scan.glyphs, traits: scan.traits)
    bytes.reserveCapacity(source.bytes.count)
    sourceStart.reserveCapacity(source.bytes.count)
    sourceEnd.reserveCapacity(source.bytes.count)
    var repair = GlyphRepair(hasCircledNotes: scan.hasCircledNotes)
    var glyphs: [Glyph] = []
    let joiner = LineJoiner(scan.glyphs, scan.lines)
    for lines in joiner.paragraphs() {
      var marks = scan.lines[lines.lowerBound].marks
      for part in scan.parts(of: lines) {
        scan.copy(part, isWrapped: joiner.layout.isWrapped, into: &glyphs)
        SpaceRemover.removeSpaces(&glyphs)
        repair.repair(&glyphs)
        append(glyphs, marks)
        marks = GlyphScanner.LineMarks()
      }
    }
  }

  /// Appends a paragraph.
  private mutating func append(_ glyphs: [Glyph], _ marks: GlyphScanner.LineMarks) {
    guard let last = glyphs.last else { return }
    let start = bytes.count
    Self.encode(glyphs, &bytes, &sourceStart, &sourceEnd)
    let plain = glyphs.firstIndex { !$0.style.contains(.bold) }
    let isBold = plain == nil
    let boldEnd = start + glyphs[..<(plain ?? 0)].reduce(0) { $0 + UTF8Scanner.length($1.scalar) }
    paragraphs.append(start..<bytes.count)
    attributes.append(
      ParagraphAttributes(
        headingLevel: marks.headingLevel, isBold: isBold,
        leadingBold: isBold || boldEnd == start ? nil : start..<boldEnd, isIndented: marks.indent >= 2))
    bytes.append(0x0A)
    sourceStart.append(last.end)
    sourceEnd.append(last.end)
  }

  /// Appends the bytes of glyphs and their places.
  private static func encode(
    _ glyphs: [Glyph], _ bytes: inout [UInt8], _ starts: inout [UInt32], _ ends: inout [UInt32]
  ) {
    var next = bytes.count
    let count = glyphs.reduce(0) { $0 + UTF8Scanner.length($1.scalar) }
    bytes.append(contentsOf: repeatElement(0, count: count))
    starts.append(contentsOf: repeatElement(0, count: count))
    ends.append(contentsOf: repeatElement(0, count: count))
    // Spans, as an array's own subscript looks after its storage at each byte.
    var bytes = bytes.mutableSpan
    var starts = starts.mutableSpan
    var ends = ends.mutableSpan
    for glyph in glyphs {
      if glyph.scalar >= 0x800, glyph.scalar < 0x10000 {
        Self.encodeThreeBytes(glyph, into: &bytes, &starts, &ends, at: next)
        next += 3
        continue
      }
      let length = UTF8Scanner.encode(glyph.scalar, into: &bytes, at: next)
      for position in next..<next + length {
        starts[position] = glyph.start
        ends[position] = glyph.end
      }
      next += length
    }
  }

  /// Nearly all characters: unchecked but for their last byte.
  @inline(__always)
  private static func encodeThreeBytes(
    _ glyph: Glyph, into bytes: inout MutableSpan<UInt8>, _ starts: inout MutableSpan<UInt32>,
    _ ends: inout MutableSpan<UInt32>, at place: Int
  ) {
    precondition(place >= 0 && place < bytes.count - 2)
    // Unsafe because these are unchecked: there is room for three, and the spans are of one length.
    unsafe bytes[unchecked: place] = UInt8(truncatingIfNeeded: 0xE0 | glyph.scalar >> 12)
    unsafe bytes[unchecked: place &+ 1] = UInt8(truncatingIfNeeded: 0x80 | glyph.scalar >> 6 & 0x3F)
    unsafe bytes[unchecked: place &+ 2] = UInt8(truncatingIfNeeded: 0x80 | glyph.scalar & 0x3F)
    for offset in 0..<3 {
      unsafe starts[unchecked: place &+ offset] = glyph.start
      unsafe ends[unchecked: place &+ offset] = glyph.end
    }
  }

  /// The source range of a range of normalised bytes.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let at = range.lowerBound < sourceStart.count ? Int(sourceStart[range.lowerBound]) : Int(sourceEnd.last ?? 0)
      return at..<at
    }
    return Int(sourceStart[range.lowerBound])..<Int(sourceEnd[range.upperBound - 1])
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
