internal import SQLite

/// Writes one segment of the search index: words in their order, of each the rows that hold it with the positions.
///
/// The form is that of FTS5's own segments (https://sqlite.org/src/file/ext/fts5/fts5_index.c, "Segment B-Tree Format"; the
/// functions named below are there). A leaf has four bytes of header: where the first row stands that goes on with a word of an
/// earlier leaf, and where the leaf's footer begins, which tells where words begin on it. A word whose rows fill several leaves
/// gets an index of the rows by which those begin.
struct SegmentWriter: ~Copyable {
  /// Its number in the structure of the index.
  let id: Int64
  private let statements: SearchStatements
  /// Bytes of a leaf, FTS5's `pgsz` (https://sqlite.org/fts5.html#the_pgsz_configuration_option): its default, which is stored as one
  /// page of the file.
  static let leafSize = 4050

  private var leaf = ByteBuffer(capacity: 4096)
  private var footer = ByteBuffer(capacity: 1024)
  /// Number of the leaf that is being written, from 1 on.
  private var leafNumber: Int64
  /// Where the last word of the leaf begins; 0 for none.
  private var lastWordAt = 0
  private var word: [UInt8] = []
  private var lastRow: Int64 = 0
  private var isFirstRowOfWord = true
  /// Whether the leaf has no row that begins on it, nor a word, yet.
  private var isLeafWithoutRow = true

  /// The first leaf since the last entry of the index of leaves, and the shortest term that tells its first word from the one before.
  private var indexed: (leaf: Int64, term: [UInt8])?
  /// Leaves since without a word of their own.
  private var leavesWithoutWord = 0
  private var rows: RowIndexWriter

  /// FTS5 makes an index of rows for a word that begins no other on so many leaves (`FTS5_MIN_DLIDX_SIZE`).
  private static let leavesForRowIndex = 4

  /// - Parameter last: the last leaf that the segment has already; 0 for a new one.
  init(id: Int64, after last: Int64 = 0, _ statements: SearchStatements) {
    self.id = id
    self.statements = statements
    leafNumber = last + 1
    indexed = last == 0 ? (1, []) : nil
    rows = RowIndexWriter(segment: id, statements)
    beginLeaf()
  }

  /// Number of the last leaf that was written.
  var lastLeaf: Int64 { leafNumber - 1 }

  // MARK: Words and rows

  /// Begins a word (`fts5WriteAppendTerm`), which is behind all before.
  mutating func begin(word next: [UInt8]) throws(SQLiteError) {
    // Room for the word, and behind it for what a row needs.
    if leaf.count + footer.count + next.count + Self.rowRoom + 12 > Self.leafSize, leaf.count > Self.header {
      try finishLeaf()
    }
    let common = zip(word, next).prefix { $0 == $1 }.count
    footer.append(varint: UInt64(leaf.count - lastWordAt))
    if lastWordAt == 0 {
      if leafNumber > 1 {
        try finishIndexEntry()
        // The word before the first of a segment that is continued is not known.
        indexed = (leafNumber, word.isEmpty ? next : Array(next.prefix(common + 1)))
      }
      lastWordAt = leaf.count
      leaf.append(varint: UInt64(next.count))
      leaf.append(next.span)
    } else {
      lastWordAt = leaf.count
      leaf.append(varint: UInt64(common))
      leaf.append(varint: UInt64(next.count - common))
      leaf.append(next.span.extracting(common...))
    }
    word = next
    isLeafWithoutRow = false
    isFirstRowOfWord = true
    rows.begin(leaf: leafNumber)
  }

  /// Adds rows that hold the word, behind all before: their lists of positions, as ``ReportPostings`` has them. Numbers of rows wrap
  /// around, which only those of a hostile archive do.
  mutating func add(_ lists: Span<UInt8>, firstRow: Int64, lastRow: Int64) throws(SQLiteError) {
    if leaf.count + footer.count + lists.count + 9 <= Self.leafSize {
      try begin(row: firstRow)
      leaf.append(lists)
    } else {
      var row = firstRow
      var at = 0
      while true {
        if leaf.count + footer.count + Self.rowRoom > Self.leafSize { try finishLeaf() }
        try begin(row: row)
        let fitting = wholeLists(lists, from: at)
        let end = fitting.end > at ? fitting.end : Self.endOfList(lists, from: at)
        try add(list: lists.extracting(at..<end))
        at = end
        if at >= lists.count { break }
        self.lastRow = row &+ fitting.distance
        row = self.lastRow &+ Int64(truncatingIfNeeded: lists.number(at: &at) ?? 0)
      }
    }
    self.lastRow = lastRow
  }

  /// How far the lists that the leaf still has room for go, with the rows between them.
  /// - Returns: their end; the distance of the last of them from the first.
  private func wholeLists(_ lists: Span<UInt8>, from start: Int) -> (end: Int, distance: Int64) {
    let room = Self.leafSize - leaf.count - footer.count
    var whole = (end: start, distance: Int64(0))
    var at = start
    var distance: Int64 = 0
    while true {
      at = Self.endOfList(lists, from: at)
      if at - start > room { return whole }
      whole = (at, distance)
      // The next row's number and the length of its list stand on one leaf.
      if at >= lists.count || at - start + Self.rowRoom > room { return whole }
      distance &+= Int64(truncatingIfNeeded: lists.number(at: &at) ?? 0)
    }
  }

  private static func endOfList(_ lists: Span<UInt8>, from start: Int) -> Int {
    var at = start
    let length = (lists.number(at: &at) ?? 0) / 2
    return at + Int(length)
  }

  /// Writes the number of a row: its distance from the one before, or itself where it is the first of a word or of a leaf.
  private mutating func begin(row: Int64) throws(SQLiteError) {
    if isLeafWithoutRow {
      leaf.set(leaf.count, at: 0)
      isLeafWithoutRow = false
      leaf.append(varint: UInt64(bitPattern: row))
      try rows.enter(row, leaf: leafNumber)
    } else {
      leaf.append(varint: UInt64(bitPattern: isFirstRowOfWord ? row : row &- lastRow))
    }
    isFirstRowOfWord = false
    lastRow = row
  }

  /// Appends a list with its length; what does not fit goes on the next leaf. No number is cut through.
  private mutating func add(list: Span<UInt8>) throws(SQLiteError) {
    var rest = list
    while leaf.count + footer.count + rest.count > Self.leafSize {
      var end = max(Self.leafSize - leaf.count - footer.count, 0)
      while end > 0, rest[end - 1] & 0x80 != 0 { end -= 1 }
      leaf.append(rest.extracting(..<end))
      rest = rest.extracting(end...)
      try finishLeaf()
    }
    leaf.append(rest)
  }

  // MARK: Leaves

  private static let header = 4
  /// The number of a row and the length of its list stand on one leaf: nine bytes and five at most.
  private static let rowRoom = 24

  private mutating func beginLeaf() {
    leaf.removeAll()
    footer.removeAll()
    for _ in 0..<Self.header { leaf.append(0) }
    lastWordAt = 0
    isLeafWithoutRow = true
  }

  /// Writes the leaf out (`fts5WriteFlushLeaf`).
  private mutating func finishLeaf() throws(SQLiteError) {
    leaf.set(leaf.count, at: 2)
    if lastWordAt == 0 {
      leavesWithoutWord += 1
      if isLeafWithoutRow { rows.enterNone() }
    } else {
      footer.withSpan { leaf.append($0) }
    }
    try leaf.withSpan { bytes throws(SQLiteError) in try statements.add(bytes, at: SearchRow.leaf(of: id, leafNumber)) }
    leafNumber += 1
    beginLeaf()
  }

  /// Writes out what is left.
  mutating func finish() throws(SQLiteError) {
    if leaf.count > Self.header { try finishLeaf() }
    try finishIndexEntry()
  }

  /// Enters the last leaf that begins with a new word into the index of leaves (`fts5WriteFlushBtree`).
  private mutating func finishIndexEntry() throws(SQLiteError) {
    guard let entry = indexed else { return }
    let hasRows = leavesWithoutWord >= Self.leavesForRowIndex && !rows.isEmpty
    if hasRows { try rows.finish() }
    try statements.addEntry(id, term: entry.term, leaf: entry.leaf, hasRows: hasRows)
    rows.removeAll()
    leavesWithoutWord = 0
    indexed = nil
  }
}

/// Numbers of the rows of `section_search_data`.
enum SearchRow {
  /// How many rows the index has, and how many words.
  static let averages: Int64 = 1
  /// The structure: which segments there are.
  static let structure: Int64 = 10

  /// A leaf of a segment (`FTS5_SEGMENT_ROWID`).
  static func leaf(of segment: Int64, _ leaf: Int64) -> Int64 { segment << 37 + leaf }

  /// A page of the index of rows of the last word that begins on a leaf (`FTS5_DLIDX_ROWID`): of the leaves themselves at height 0.
  static func rows(of segment: Int64, height: Int, _ page: Int64) -> Int64 {
    segment << 37 + 1 << 36 + Int64(height) << 31 + page
  }

  /// All that a segment has.
  static func all(of segment: Int64) -> ClosedRange<Int64> { segment << 37...(segment + 1) << 37 - 1 }
}
