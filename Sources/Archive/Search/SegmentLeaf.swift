internal import SQLite

/// One leaf of a segment of the search index, and how far its words are read.
struct SegmentLeaf {
  static let header = 4
  /// Bytes of the longest word that is known; those of this program have five.
  private static let longestWord = 1000

  let number: Int64
  let bytes: [UInt8]
  /// Where the words and rows end and the footer begins.
  let end: Int
  /// Where the first row begins that goes on with a word of an earlier leaf; 0 for none.
  let firstRow: Int
  /// Where the next word begins; ``end`` for none.
  private(set) var nextWord = 0
  /// Where the footer goes on behind the next word.
  private var footer: Int
  private var isFirstWord = true

  /// Nothing.
  init() { (number, bytes, end, firstRow, footer) = (0, [], 0, 0, 0) }

  /// - Returns: nil for what is no leaf.
  init?(number: Int64, _ bytes: [UInt8]) {
    guard bytes.count >= Self.header else { return nil }
    self.number = number
    self.bytes = bytes
    firstRow = Int(bytes[0]) << 8 | Int(bytes[1])
    end = Int(bytes[2]) << 8 | Int(bytes[3])
    footer = end
    guard (Self.header...bytes.count).contains(end), goToNextWord(),
      firstRow == 0 || firstRow >= Self.header && firstRow < nextWord
    else { return nil }
  }

  /// - Returns: whether the footer can be read.
  private mutating func goToNextWord() -> Bool {
    guard footer < bytes.count else {
      nextWord = end
      return true
    }
    var at = footer
    guard let distance = bytes.span.number(at: &at), distance > 0, distance < end - nextWord else { return false }
    footer = at
    nextWord += Int(distance)
    return nextWord >= Self.header
  }

  // MARK: Words

  /// Reads the next word, and goes behind it.
  /// - Returns: nil where it cannot be read.
  mutating func takeWord(after before: [UInt8]) -> (word: [UInt8], end: Int)? {
    var at = nextWord
    var kept: UInt64? = 0
    if !isFirstWord { kept = bytes.span.number(at: &at) }
    guard let kept, kept <= before.count, let length = bytes.span.number(at: &at), length > 0, at <= end,
      length <= end - at
    else { return nil }
    let behind = at + Int(length)
    guard Int(kept) + behind - at <= Self.longestWord else { return nil }
    isFirstWord = false
    guard goToNextWord(), behind <= nextWord else { return nil }
    return (Array(before[..<Int(kept)] + bytes[at..<behind]), behind)
  }

  /// The leaf without what stands before a word that it goes on with (`fts5TrimSegments`).
  /// - Parameter rows: where the word's rows begin; the next word of the leaf is the one behind.
  func beginning(with word: [UInt8], at rows: Int) -> [UInt8] {
    var output = ByteBuffer(capacity: 4096)
    for _ in 0..<Self.header { output.append(0) }
    output.append(varint: UInt64(word.count))
    output.append(word.span)
    let shift = output.count - rows
    output.append(bytes.span.extracting(rows..<end))
    output.set(output.count, at: 2)
    output.append(varint: UInt64(Self.header))
    if nextWord < end {
      output.append(varint: UInt64(nextWord + shift - Self.header))
      output.append(bytes.span.extracting(footer...))
    }
    return output.array
  }

  // MARK: Rows

  /// The lists of the rows of one word on a leaf.
  struct Lists {
    /// Those that end on the leaf, with the rows between them.
    var whole: Range<Int>
    var firstRow: Int64
    var lastRow: Int64
    /// The one that goes on on the next leaf.
    var cut: CutList?
  }

  struct CutList {
    var row: Int64
    /// Where it begins, with its length.
    var start: Int
    /// How many bytes of it are on the next leaves.
    var missing: Int
  }

  /// The lists of rows up to the next word.
  /// - Parameters:
  ///   - start: where the first row's number stands, which is no distance.
  ///   - last: a row behind which all are to be.
  func lists(from start: Int, after last: Int64) throws(SQLiteError) -> Lists {
    guard let lists = readLists(from: start, after: last) else {
      throw SearchStatements.damage("rows of the search index cannot be read")
    }
    return lists
  }

  private func readLists(from start: Int, after last: Int64) -> Lists? {
    let bytes = bytes.span
    var at = start
    guard let first = bytes.number(at: &at) else { return nil }
    var row = Int64(bitPattern: first)
    guard row > last else { return nil }
    var lists = Lists(whole: at..<at, firstRow: row, lastRow: row)
    while true {
      let list = at
      // The lowest bit tells rows that are deleted.
      guard let double = bytes.number(at: &at), at <= nextWord, double & 1 == 0, double > 0, double < 1 << 32 else {
        return nil
      }
      let length = Int(double / 2)
      if length > nextWord &- at {
        guard nextWord == end else { return nil }
        lists.cut = CutList(row: row, start: list, missing: length &- (end &- at))
        return lists
      }
      at &+= length
      lists.whole = lists.whole.lowerBound..<at
      lists.lastRow = row
      if at == nextWord { return lists }
      guard let distance = bytes.number(at: &at), distance > 0 else { return nil }
      let next = row &+ Int64(bitPattern: distance)
      guard next > row else { return nil }
      row = next
    }
  }
}
