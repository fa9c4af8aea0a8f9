/// Finds the items that one sentence or paragraph numbers (`一是…二是…`, `①…②…`).
enum ItemScanner {
  struct Start {
    var at: Int
    /// Bytes of the number.
    var count: Int
    var style: Numbering.Style
    var number: Int
  }

  /// The starts of the first sequence 1, 2, 3 … of one style, each at the start of the range or after a mark.
  static func starts(in bytes: [UInt8], _ range: Range<Int>, _ places: WordPlaces) -> [Start] {
    var found: [Start] = []
    if !range.isEmpty { appendItem(at: range.lowerBound, in: bytes, range, to: &found) }
    for place in places.structure.from(range.lowerBound) {
      let offset = Int(place.offset)
      if offset >= range.upperBound { break }
      guard place.readers.contains(.numbering) else { continue }
      let mark = UInt32(place.character)
      // Behind a comma only the first.
      if Scalars.isComma(mark), !found.isEmpty { continue }
      let next = offset + UTF8Scanner.length(mark)
      if Self.marks.contains(mark), next < range.upperBound { appendItem(at: next, in: bytes, range, to: &found) }
    }
    return found
  }

  private static let marks = ScalarSet("。！？!?；;：:，,")

  /// Adds the item that begins at a place, if it goes on with those found.
  private static func appendItem(at offset: Int, in bytes: [UInt8], _ range: Range<Int>, to found: inout [Start]) {
    guard let numbering = Numbering.parse(bytes, in: offset..<min(range.upperBound, offset + 24)),
      isItem(numbering.style), numbering.number == found.count + 1,
      found.first.map({ $0.style == numbering.style }) ?? true
    else { return }
    found.append(Start(at: offset, count: numbering.count, style: numbering.style, number: numbering.number))
  }

  private static func isItem(_ style: Numbering.Style) -> Bool {
    switch style {
    case .item, .ordinal, .circled, .arabicInBrackets, .arabic: true
    default: false
    }
  }
}

extension HeadingFinder {
  /// The items of a paragraph (`一是…二是…`) whose first sentence is short, as headings that end with the item.
  /// - Returns: whether there are any.
  mutating func appendItems(of paragraph: Int, from offset: Int) -> Bool {
    let range = features[paragraph].range
    guard features[paragraph].characters > Self.longestLine else { return false }
    let starts = ItemScanner.starts(in: bytes, offset..<range.upperBound, places)
    guard starts.count > 1 else { return false }
    var items: [Heading] = []
    var named = 0
    for (i, start) in starts.enumerated() {
      let end = i + 1 < starts.count ? starts[i + 1].at : range.upperBound
      let sentence = Sentence(bytes, from: (start.at + start.count)..<end)
      let isNamed =
        sentence.mark == .stop && sentence.characters <= Self.longestItem
        && sentence.next < end && !Quantities.stand(in: bytes, sentence.words)
      if isNamed { named += 1 }
      let words = start.at..<(isNamed ? sentence.words.upperBound : shortClause(after: start, before: end))
      items.append(
        Heading(
          paragraph: paragraph, start: start.at, range: words, style: start.style, number: start.number, level: 0,
          end: end,
          isAnnounced: true))
    }
    guard named * 2 >= starts.count else { return false }
    headings.append(contentsOf: items)
    return true
  }

  /// Where the first clause of an item ends that is short enough for a heading, or its number.
  private func shortClause(after start: ItemScanner.Start, before end: Int) -> Int {
    let clause = Sentence(bytes, from: (start.at + start.count)..<end, clause: true)
    let isShort = clause.characters <= Self.longestItem && !Quantities.stand(in: bytes, clause.words)
    return isShort && clause.next < end ? clause.words.upperBound : start.at + start.count
  }
}
