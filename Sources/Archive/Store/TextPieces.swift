/// How a text is cut into the pieces that the archive stores.
enum TextPieces {
  /// UTF-8 bytes of a piece: half of what a page of 4096 bytes holds (section 1.6 of
  /// https://sqlite.org/fileformat2.html), less the rest of the row. Longer pieces leave more of the last page of a text empty.
  static let length = 2020

  /// The pieces of a text, one after another; none for an empty text.
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - quotes: byte ranges that are not to be cut through, nor where they overlap.
  static func ranges(of text: [UInt8], keepingWhole quotes: [Range<Int>]) -> [Range<Int>] {
    var whole = joined(quotes)[...]
    var pieces: [Range<Int>] = []
    var start = 0
    while text.count - start > length {
      var end = start + length
      while text[end] & 0xc0 == 0x80 { end -= 1 }
      whole = whole.drop { $0.upperBound <= end }
      // Cut before what lies across; behind it where it fills the piece.
      if let across = whole.first, across.lowerBound < end {
        end = across.lowerBound > start ? across.lowerBound : across.upperBound
      }
      pieces.append(start..<end)
      start = end
    }
    if start < text.count { pieces.append(start..<text.count) }
    return pieces
  }

  /// The ranges in order, those that overlap as one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
