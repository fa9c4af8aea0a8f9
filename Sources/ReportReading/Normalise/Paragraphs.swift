/// What the source's markup and layout say of a paragraph.
struct ParagraphAttributes: Sendable, Equatable {
  private var level: UInt8 = 0
  private var flags: UInt8 = 0
  private var boldCount: UInt32 = 0

  init() {}

  /// - Parameters:
  ///   - headingLevel: of a markdown heading (`#` is 1), 0 for none.
  ///   - leadingBold: bytes of the bold words that it starts with; 0 when it starts plain or is all bold.
  init(headingLevel: Int, isBold: Bool, leadingBold: Int, isIndented: Bool) {
    level = UInt8(headingLevel)
    flags = (isBold ? 1 : 0) | (isIndented ? 2 : 0)
    boldCount = UInt32(leadingBold)
  }

  /// Level of a markdown heading (`#` is 1), 0 for none.
  var headingLevel: Int { Int(level) }
  /// All of it is in bold type.
  var isBold: Bool { flags & 1 != 0 }
  /// Its first line starts with two spaces or more, or an ideographic one.
  var isIndented: Bool { flags & 2 != 0 }

  /// The bold words that a paragraph starts with, as a range of normalised bytes; nil when it starts plain or is all
  /// bold.
  func leadingBold(from start: Int) -> Range<Int>? { boldCount == 0 ? nil : start..<start + Int(boldCount) }
}

/// The paragraphs of a text as byte ranges, without the line feed that ends each; none is empty.
struct Paragraphs: RandomAccessCollection, Sendable, Equatable {
  /// Behind the line feed of each.
  private var ends: [UInt32] = []

  var startIndex: Int { 0 }
  var endIndex: Int { ends.count }

  subscript(index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) - 1
  }

  /// Adds the paragraph from the last one on.
  mutating func append(endingBefore end: Int) { ends.append(UInt32(end)) }
}
