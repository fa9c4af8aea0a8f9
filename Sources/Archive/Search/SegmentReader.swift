internal import SQLite

/// Reads one segment of the search index, word by word, and hands the rows of each on as they stand (see ``SegmentWriter`` for the
/// form).
///
/// It knows what this program and FTS5 write when they add rows. What it does not know, rows that are deleted above all, it
/// tells as damage.
final class SegmentReader {
  private let segment: SearchStructure.Segment
  private let statements: SearchStatements
  private var leaf: SegmentLeaf
  /// The word that it stands at; nil behind the last.
  private(set) var word: [UInt8]?
  /// Where the word's rows begin on the leaf.
  private var rowsAt = 0

  init(_ segment: SearchStructure.Segment, _ statements: SearchStatements) throws(SQLiteError) {
    self.segment = segment
    self.statements = statements
    leaf = SegmentLeaf()
    guard segment.lastLeaf > 0 else { return }
    leaf = try Self.leaf(of: segment, segment.firstLeaf, statements)
    try goToNextWord()
  }

  /// The longest list of positions of one row that is taken into memory; no section has as many words.
  private static let longestList = 1 << 26

  private static func leaf(
    of segment: SearchStructure.Segment, _ number: Int64, _ statements: SearchStatements
  ) throws(SQLiteError) -> SegmentLeaf {
    let bytes = try statements.record(SearchRow.leaf(of: segment.id, number))
    guard let leaf = SegmentLeaf(number: number, bytes) else { throw damage }
    return leaf
  }

  private static var damage: SQLiteError { SearchStatements.damage("a leaf of the search index cannot be read") }

  // MARK: Rows

  /// Hands on the rows of the word, and goes to the next word.
  /// - Parameter last: the word's last row so far, behind which all are to be.
  func moveRows(to output: inout SegmentWriter, after last: inout Int64) throws(SQLiteError) {
    var start = rowsAt < leaf.end ? rowsAt : try leafOfMoreRows()
    while let at = start {
      let lists = try leaf.lists(from: at, after: last)
      if lists.whole.count > 0 {
        let bytes = leaf.bytes
        try output.add(bytes.span.extracting(lists.whole), firstRow: lists.firstRow, lastRow: lists.lastRow)
        last = lists.lastRow
      }
      if let cut = lists.cut {
        let list = try wholeList(cut)
        try output.add(list.span, firstRow: cut.row, lastRow: cut.row)
        last = cut.row
        start = leaf.firstRow > 0 ? leaf.firstRow : leaf.nextWord < leaf.end ? nil : try leafOfMoreRows()
      } else {
        start = leaf.nextWord < leaf.end ? nil : try leafOfMoreRows()
      }
    }
    try goToNextWord()
  }

  /// A list of positions that goes on on the next leaves.
  private func wholeList(_ cut: SegmentLeaf.CutList) throws(SQLiteError) -> [UInt8] {
    var list = Array(leaf.bytes[cut.start..<leaf.end])
    var missing = cut.missing
    guard missing < Self.longestList else { throw Self.damage }
    while missing > 0 {
      guard leaf.number < segment.lastLeaf else { throw Self.damage }
      leaf = try Self.leaf(of: segment, leaf.number + 1, statements)
      let rest = SegmentLeaf.header..<(leaf.firstRow > 0 ? leaf.firstRow : leaf.nextWord)
      guard !rest.isEmpty, rest.count == missing || rest.count < missing && rest.upperBound == leaf.end else {
        throw Self.damage
      }
      list += leaf.bytes[rest]
      missing -= rest.count
    }
    return list
  }

  /// Goes behind a leaf that ends with the rows of a word.
  /// - Returns: where the rows go on; nil where the next leaf begins with a word, or there is none.
  private func leafOfMoreRows() throws(SQLiteError) -> Int? {
    guard leaf.number < segment.lastLeaf else { return nil }
    leaf = try Self.leaf(of: segment, leaf.number + 1, statements)
    if leaf.nextWord == SegmentLeaf.header { return nil }
    guard leaf.firstRow == SegmentLeaf.header else { throw Self.damage }
    return leaf.firstRow
  }

  // MARK: Words

  private func goToNextWord() throws(SQLiteError) {
    let before = word
    word = nil
    guard leaf.nextWord < leaf.end else { return }
    guard let next = leaf.takeWord(after: before ?? []) else { throw Self.damage }
    if let before, !before.lexicographicallyPrecedes(next.word) { throw Self.damage }
    (word, rowsAt) = (next.word, next.end)
  }

  /// Removes what is behind it, so that the segment begins with the word that it stands at.
  /// - Returns: what is left of the segment: without leaves where it stands behind the last word.
  func removeWhatWasRead() throws(SQLiteError) -> SearchStructure.Segment {
    guard let word else {
      try statements.removeAll(of: segment.id)
      return SearchStructure.Segment(id: segment.id, firstLeaf: 0, lastLeaf: 0)
    }
    let row = SearchRow.leaf(of: segment.id, leaf.number)
    if leaf.number > segment.firstLeaf {
      try statements.remove(SearchRow.leaf(of: segment.id, segment.firstLeaf)...row - 1)
    }
    try statements.setRecord.run([.blob(leaf.beginning(with: word, at: rowsAt)), .integer(row)])
    return SearchStructure.Segment(id: segment.id, firstLeaf: leaf.number, lastLeaf: segment.lastLeaf)
  }
}
