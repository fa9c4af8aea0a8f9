/// The stretches of text that this stage reads as paragraphs.
///
/// They are the paragraphs of the normalised text, but for those in which a site ran a whole report together: such a
/// paragraph is cut before each chapter or section number that follows a sentence.
struct Blocks: Sendable {
  /// Byte ranges, ascending.
  private(set) var ranges: [Range<Int>] = []
  /// For each paragraph its first block.
  private(set) var firstOfParagraph: [Int] = []

  /// No paragraph of a report in good order is longer (in bytes; a thousand characters).
  static let longestParagraph = 3000

  init(_ text: NormalisedText) {
    for paragraph in text.paragraphs {
      firstOfParagraph.append(ranges.count)
      if paragraph.count > Self.longestParagraph {
        cut(text.bytes, paragraph)
      } else {
        ranges.append(paragraph)
      }
    }
  }

  private mutating func cut(_ bytes: [UInt8], _ paragraph: Range<Int>) {
    var start = paragraph.lowerBound
    var offset = start
    var isAfterSentence = false
    while offset < paragraph.upperBound {
      let (scalar, count) = Scalars.scalar(bytes, at: offset, before: paragraph.upperBound)
      if isAfterSentence, offset > start, opensSection(bytes, offset..<paragraph.upperBound) {
        ranges.append(start..<offset)
        start = offset
      }
      isAfterSentence = Scalars.endsSentence(scalar) || Scalars.isColon(scalar)
      offset += count
    }
    ranges.append(start..<paragraph.upperBound)
  }

  private func opensSection(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let style = Numbering.parse(bytes, in: range.lowerBound..<min(range.upperBound, range.lowerBound + 24))?.style
    else { return false }
    return style == .han || style == .hanInBrackets || style == .part
  }

  /// The block that holds an offset, or the one before it.
  func block(at offset: Int) -> Int {
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The blocks of a paragraph.
  func blocks(of paragraph: Int) -> Range<Int> {
    let end = paragraph + 1 < firstOfParagraph.count ? firstOfParagraph[paragraph + 1] : ranges.count
    return firstOfParagraph[paragraph]..<end
  }
}
