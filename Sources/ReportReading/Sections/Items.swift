/// Finds the items that one sentence or paragraph numbers (`一是…二是…`, `①…②…`).
enum ItemScanner {
  struct Start {
    var at: Int
    /// Bytes of the number.
    var count: Int
    var style: Numbering.Style
    var number: Int
  }

  /// The starts of the first sequence 1, 2, 3 … of one style, each after a mark.
  static func starts(in bytes: [UInt8], _ range: Range<Int>) -> [Start] {
    var found: [Start] = []
    var offset = range.lowerBound
    var atClause = true
    let span = bytes.span
    while offset < range.upperBound {
      let lead = span[offset]
      // Ideographs; the marks of clauses begin with other bytes.
      if !atClause, lead > 0xE3, lead < 0xEF {
        offset += 3
        continue
      }
      let (scalar, count) = span.character(at: offset)
      if atClause, let numbering = Numbering.parse(bytes, in: offset..<min(range.upperBound, offset + 24)),
        isItem(numbering.style), numbering.number == found.count + 1,
        found.first.map({ $0.style == numbering.style }) ?? true
      {
        found.append(Start(at: offset, count: numbering.count, style: numbering.style, number: numbering.number))
      }
      atClause =
        Scalars.endsSentence(scalar) || Scalars.isSemicolon(scalar) || Scalars.isColon(scalar)
        || (Scalars.isComma(scalar) && found.isEmpty)
      offset += count
    }
    return found
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
    let starts = ItemScanner.starts(in: bytes, offset..<range.upperBound)
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
