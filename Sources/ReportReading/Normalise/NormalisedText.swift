/// The report's own text in one form, with a map back to the source.
///
/// - Simplified characters; half-width digits, Latin letters, `%` and decimal points; Chinese punctuation
///   (`，。；：？！（）“”`); no space within Chinese words or numbers; no pinyin, no footnote marks.
/// - One paragraph per `\n`-terminated run: lines that a site broke within a sentence are joined.
struct NormalisedText: Sendable {
  /// Valid UTF-8.
  var bytes: [UInt8]
  /// For each byte of ``bytes`` the source offset of the first byte of the character it comes from.
  var sourceStart: [UInt32]
  /// For each byte of ``bytes`` the source offset after the last byte of the character it comes from.
  var sourceEnd: [UInt32]
  /// Byte ranges of the paragraphs, without the `\n`; none is empty.
  var paragraphs: [Range<Int>]

  init(_ cleaned: CleanedLines, of source: SourceText) {
    bytes = []
    sourceStart = []
    sourceEnd = []
    paragraphs = []
    for line in cleaned.lines where line.role == .content {
      let start = bytes.count
      for i in line.source {
        bytes.append(source.bytes[i])
        sourceStart.append(UInt32(i))
        sourceEnd.append(UInt32(i + 1))
      }
      paragraphs.append(start..<bytes.count)
      bytes.append(10)
      sourceStart.append(UInt32(line.source.upperBound))
      sourceEnd.append(UInt32(line.source.upperBound))
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
