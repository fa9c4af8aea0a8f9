/// Finds the paragraphs of a table of contents, which repeats headings but is no tree of sections.
enum TableOfContents {
  /// The longest table, in paragraphs.
  static let longest = 200

  /// The paragraphs after a line `目录` up to the one that the table's first line is repeated in.
  static func paragraphs(in bytes: [UInt8], _ features: [ParagraphFeatures]) -> Range<Int> {
    let title = features.prefix(60).firstIndex { isTitle(bytes, $0.range) }
    guard let title, title + 1 < features.count else { return 0..<0 }
    let first = entry(bytes, features[title + 1].range)
    guard !first.isEmpty else { return 0..<0 }
    let end = min(features.count, title + longest)
    for paragraph in (title + 2)..<max(end, title + 2) {
      if features[paragraph].range.count >= first.count, starts(bytes, features[paragraph].range, with: first) {
        return title..<paragraph
      }
      if features[paragraph].characters > 2 * HeadingFinder.longestNumbered { return title..<paragraph }
    }
    return title..<(title + 1)
  }

  /// `目录`, with or without a space.
  private static func isTitle(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var cursor = Cursor(bytes: bytes, at: range.lowerBound, end: range.upperBound)
    guard range.count <= 16, cursor.skip(0x76EE) else { return false }
    while cursor.skip(0x20, 0x3000) {}
    return cursor.skip(0x5F55) && cursor.at == cursor.end
  }

  /// A line of the table without its dots and page number.
  private static func entry(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, count) = Scalars.scalar(bytes, at: offset, before: range.upperBound)
      if scalar == 0x2026 || scalar == 0x22EF { break }
      offset += count
      if !Scalars.isDigit(scalar), !Scalars.isSpace(scalar), scalar != 0x2E { end = offset }
    }
    return range.lowerBound..<end
  }

  private static func starts(_ bytes: [UInt8], _ range: Range<Int>, with other: Range<Int>) -> Bool {
    bytes[range].starts(with: bytes[other])
  }
}
