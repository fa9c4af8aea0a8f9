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
  let bytes: [UInt8]
  /// Where the characters come from. A `\n` comes from nothing: its range is empty and stands behind the paragraph.
  let map: SourceMap
  let paragraphs: Paragraphs
  /// Parallel to ``paragraphs``.
  let attributes: [ParagraphAttributes]

  /// Whether the source is written in traditional characters.
  let isTraditional: Bool

  /// - Parameter isTraditional: whether the source is written in traditional characters, where that is known.
  init(
    _ cleaned: CleanedLines, of source: SourceText, isTraditional: Bool? = nil, limits: GlyphLimits = GlyphLimits()
  ) {
    let traits = TextTraits(cleaned, of: source, isTraditional: isTraditional)
    self.isTraditional = traits.isTraditional
    var reader = LineReader(cleaned, of: source, traits: traits, limits: limits)
    var batch = LineBatch()
    reader.read(into: &batch)
    let statistics = Self.statistics(batch, followedBy: reader)
    var writer = ParagraphWriter(
      source.bytes, LineJoiner(layout: LineLayout(statistics)), hasCircledNotes: statistics.hasCircledNotes,
      capacity: (cleaned.lines.last?.source.upperBound ?? 0) - (cleaned.lines.first?.source.lowerBound ?? 0),
      limits: limits)
    writer.write(&batch, isLast: reader.isAtEnd)
    while !reader.isAtEnd {
      batch.keepLast()
      reader.read(into: &batch)
      writer.write(&batch, isLast: reader.isAtEnd)
    }
    writer.finish()
    bytes = writer.bytes
    map = writer.map
    paragraphs = writer.paragraphs
    attributes = writer.attributes
  }

  /// What is counted of all lines, which has to be known before the first are joined.
  private static func statistics(_ first: LineBatch, followedBy reader: LineReader) -> LineStatistics {
    var statistics = LineStatistics()
    statistics.add(first)
    var rest = reader
    var batch = LineBatch()
    while !rest.isAtEnd {
      batch.removeAll()
      rest.read(into: &batch)
      statistics.add(batch)
    }
    return statistics
  }

  /// The source range of a range of normalised bytes.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let at = bytes.isEmpty ? 0 : map.start(of: Swift.min(range.lowerBound, bytes.count - 1))
      return at..<at
    }
    let last = range.upperBound - 1
    return bytes[last] == 0x0A ? map.start(of: range.lowerBound)..<map.start(of: last) : map.range(of: range)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
