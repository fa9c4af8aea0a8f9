/// The stretches of text that this stage reads as paragraphs.
///
/// They are the paragraphs of the normalised text, but for those in which a site ran a whole report together: such a
/// paragraph is cut before each number of a chapter or section that follows a sentence and opens a heading, a very long
/// one before every such number.
struct Blocks: Sendable {
  /// Ascending.
  private var ranges: [PackedRange] = []
  /// The paragraph of each.
  private var numbers: [UInt32] = []
  /// For each paragraph its first block.
  private var firsts: [UInt32] = []

  var indices: Range<Int> { ranges.indices }

  /// The bytes of a block.
  func range(_ block: Int) -> Range<Int> { ranges[block].range }

  /// The index of a block's paragraph.
  func paragraph(of block: Int) -> Int { Int(numbers[block]) }

  /// A paragraph of this length (in bytes; 200 characters) may hold a chapter's heading.
  static let longParagraph = 600
  /// No paragraph of a report in good order is longer (in bytes; a thousand characters).
  static let longestParagraph = 3000

  init(_ text: NormalisedText, _ places: WordPlaces) {
    ranges.reserveCapacity(text.paragraphs.count)
    numbers.reserveCapacity(text.paragraphs.count)
    firsts.reserveCapacity(text.paragraphs.count)
    for (number, paragraph) in text.paragraphs.enumerated() {
      firsts.append(UInt32(ranges.count))
      if paragraph.count > Self.longParagraph {
        cut(text.bytes, paragraph, places)
      } else {
        ranges.append(PackedRange(paragraph))
      }
      while numbers.count < ranges.count { numbers.append(UInt32(number)) }
    }
  }

  private mutating func cut(_ bytes: [UInt8], _ paragraph: Range<Int>, _ places: WordPlaces) {
    var start = paragraph.lowerBound
    for place in places.structure.from(start) {
      let offset = Int(place.offset)
      if offset >= paragraph.upperBound { break }
      guard place.readers.contains(.numbering) else { continue }
      let mark = UInt32(place.character)
      guard Scalars.endsSentence(mark) || Scalars.isColon(mark) else { continue }
      let next = offset + UTF8Scanner.length(mark)
      if next < paragraph.upperBound,
        opensSection(bytes, next..<paragraph.upperBound, isLongest: paragraph.count > Self.longestParagraph)
      {
        ranges.append(PackedRange(start..<next))
        start = next
      }
    }
    ranges.append(PackedRange(start..<paragraph.upperBound))
  }

  private func opensSection(_ bytes: [UInt8], _ range: Range<Int>, isLongest: Bool) -> Bool {
    let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + 24)
    guard let numbering = Numbering.parse(bytes, in: opening) else { return false }
    switch numbering.style {
    case .han, .part:
      let words = range.lowerBound..<min(range.upperBound, range.lowerBound + 3 * HeadingFinder.longestItem)
      return isLongest || HeadingWords.endOfWords(bytes, words) != nil
    case .hanInBrackets:
      let heading = Sentence(bytes, from: (range.lowerBound + numbering.count)..<range.upperBound)
      let isHeading = heading.mark == .stop && heading.characters <= HeadingFinder.longestLine
      return isLongest || (isHeading && !Quantities.stand(in: bytes, heading.words))
    default: return false
    }
  }

  /// The block that holds an offset, or the one before it.
  func block(at offset: Int) -> Int {
    max(Ascending.first(of: ranges.indices, from: offset + 1) { ranges[$0].range.lowerBound }, 1) - 1
  }

  /// The blocks of a paragraph.
  func blocks(of paragraph: Int) -> Range<Int> {
    let end = paragraph + 1 < firsts.count ? Int(firsts[paragraph + 1]) : ranges.count
    return Int(firsts[paragraph])..<end
  }
}
