internal import SQLite

/// Writes the index of the rows by which the leaves of one word begin, FTS5's "doclist index" (`fts5WriteDlidxAppend`).
///
/// A page tells whether there are pages above it, the number of the first leaf, its row, and for each leaf behind it the distance of
/// the rows, 0 where no row begins. Where one page does not hold all, pages above tell in the same form by which rows they begin.
struct RowIndexWriter {
  private let segment: Int64
  private let statements: SearchStatements
  private var levels: [Page] = []
  /// The leaf on which the word begins.
  private var wordLeaf: Int64 = 0

  private struct Page {
    var number: Int64
    var bytes: [UInt8] = []
    var firstRow: Int64 = 0
    var lastRow: Int64 = 0

    mutating func append(_ row: Int64, first: Int64, hasPagesAbove: Bool) {
      var entry = ByteBuffer(capacity: 32)
      if bytes.isEmpty {
        entry.append(hasPagesAbove ? 1 : 0)
        entry.append(varint: UInt64(first))
        entry.append(varint: UInt64(bitPattern: row))
        firstRow = row
      } else {
        entry.append(varint: UInt64(bitPattern: row &- lastRow))
      }
      bytes += entry.array
      lastRow = row
    }
  }

  init(segment: Int64, _ statements: SearchStatements) {
    self.segment = segment
    self.statements = statements
  }

  var isEmpty: Bool { levels.isEmpty }

  /// Begins the index of a word.
  mutating func begin(leaf: Int64) {
    levels.removeAll()
    wordLeaf = leaf
  }

  mutating func removeAll() { levels.removeAll() }

  /// Enters a leaf that has no row's beginning.
  mutating func enterNone() { if !levels.isEmpty { levels[0].bytes.append(0) } }

  /// Enters a row by which a leaf begins.
  mutating func enter(_ row: Int64, leaf: Int64) throws(SQLiteError) {
    var first = leaf
    for height in 0... {
      if height == levels.count { levels.append(Page(number: wordLeaf)) }
      let isFull = levels[height].bytes.count >= SegmentWriter.leafSize
      if isFull { try turnPage(at: height) }
      levels[height].append(row, first: first, hasPagesAbove: isFull)
      if !isFull { return }
      first = levels[height].number
    }
  }

  /// Writes a full page out and begins the next; the page above begins with the full one.
  private mutating func turnPage(at height: Int) throws(SQLiteError) {
    levels[height].bytes[0] = 1
    try write(height)
    let page = levels[height]
    if height + 1 == levels.count {
      levels.append(Page(number: page.number))
      levels[height + 1].append(page.firstRow, first: page.number, hasPagesAbove: false)
    }
    levels[height].bytes = []
    levels[height].number += 1
  }

  /// Writes out what is left.
  func finish() throws(SQLiteError) {
    for height in levels.indices { try write(height) }
  }

  private func write(_ height: Int) throws(SQLiteError) {
    let page = levels[height]
    try statements.add(page.bytes.span, at: SearchRow.rows(of: segment, height: height, page.number))
  }
}
