/// What a line holds that stands in the text as it does in the source, but for gaps.
struct PlainText: Sendable {
  /// What is left out: spaces that their neighbours do not keep, and markup of bold type.
  struct Gap: BitwiseCopyable, Sendable {
    enum Kind: Sendable {
      case spaces, bold, plain
      /// Bold type begins, and a paragraph: a run-in heading whose line break a site lost.
      case paragraph
    }
    private let packedRange: PackedRange
    let kind: Kind

    init(_ range: Range<Int>, _ kind: Kind) {
      packedRange = PackedRange(range)
      self.kind = kind
    }

    var range: Range<Int> { packedRange.range }
  }

  /// From its first character to its last.
  var range: Range<Int>
  /// Ascending, apart, within.
  var gaps: [Gap] = []
  /// Whether its first character is in bold type.
  var startsBold = false

  init(_ range: Range<Int>) { self.range = range }

  /// Whether all of it is in bold type.
  var isBold: Bool { startsBold && !gaps.contains { $0.kind == .plain } }
  /// Whether it is several paragraphs.
  var hasBreaks: Bool { gaps.contains { $0.kind == .paragraph } }

  /// Its glyphs, as a ``GlyphScanner`` makes them.
  /// - Parameters:
  ///   - source: the bytes that the ranges are of.
  ///   - most: no more are wanted.
  func appendGlyphs(_ source: Span<UInt8>, most: Int = .max, to glyphs: inout [Glyph]) {
    glyphs.append(addingCapacity: min(range.count, most)) { output in
      var style: Glyph.Style = startsBold ? .bold : []
      var at = range.lowerBound
      var gaps = gaps[...]
      while at < range.upperBound, output.freeCapacity > 0 {
        let gap = gaps.first
        if let gap, at == gap.range.lowerBound, gap.kind != .spaces {
          style = gap.kind == .plain ? [] : gap.kind == .bold ? .bold : [.bold, .afterBreak]
          at = gap.range.upperBound
          gaps.removeFirst()
          continue
        }
        let (value, width) = source.character(at: at)
        let isSpace = gap.map { at >= $0.range.lowerBound } ?? false
        output.append(Glyph(isSpace ? Scalar.space : value, start: at, end: at + width, style: style))
        style.remove(.afterBreak)
        at += width
        if at == gap?.range.upperBound { gaps.removeFirst() }
      }
    }
  }
}

/// What is known of the bold type of a paragraph while it is passed from its beginning.
struct BoldStart {
  /// Bytes of the bold words that it starts with.
  private var count = 0
  private var isOpen: Bool

  init(startsBold: Bool) { isOpen = startsBold }

  /// Passes a stretch of text and the gap behind it.
  mutating func pass(_ bytes: Int, then gap: PlainText.Gap.Kind) {
    guard isOpen else { return }
    count += bytes
    if gap == .plain { isOpen = false }
  }

  /// Whether all of the paragraph is bold, and else the bytes of the bold words that it starts with.
  var result: (isBold: Bool, leading: Int) { (isOpen, isOpen ? 0 : count) }
}
