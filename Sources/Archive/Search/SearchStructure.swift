/// Which segments the search index has: the record that FTS5 calls the structure
/// (https://sqlite.org/src/file/ext/fts5/fts5_index.c, "Structure Record Format").
struct SearchStructure: Equatable {
  struct Segment: Equatable {
    var id: Int64
    /// 0, as the last, where all of it stands in the segment that it is merged into.
    var firstLeaf: Int64
    var lastLeaf: Int64

    /// Whether its numbers can be those of rows.
    var isPossible: Bool {
      (1...0xffff).contains(id) && 0 <= firstLeaf && firstLeaf <= lastLeaf + 1 && lastLeaf < 1 << 31
    }
  }

  struct Level: Equatable {
    /// How many of its segments are being merged.
    var merging: Int64 = 0
    /// The oldest first.
    var segments: [Segment] = []
  }

  /// The cookie of the settings by which FTS5 knows whether it has read them.
  private var cookie: [UInt8]
  var levels: [Level]
  /// Leaves written in all, by which FTS5 measures out its merging.
  var leavesWritten: Int64

  /// - Returns: nil for a record of another form, which later versions of FTS5 write for tables of another kind.
  init?(_ record: [UInt8]) {
    guard record.count >= 7, record[4] != 0xff else { return nil }
    var reader = Reader(bytes: record, at: 4)
    guard let levelCount = reader.next(), let segmentCount = reader.next(), let written = reader.next(),
      levelCount <= Self.mostLevels, segmentCount <= Self.mostSegments
    else { return nil }
    cookie = Array(record[..<4])
    leavesWritten = written
    levels = []
    for _ in 0..<levelCount {
      guard let merging = reader.next(), let count = reader.next(), count <= segmentCount else { return nil }
      var level = Level(merging: merging)
      for _ in 0..<count {
        guard let id = reader.next(), let first = reader.next(), let last = reader.next() else { return nil }
        level.segments.append(Segment(id: id, firstLeaf: first, lastLeaf: last))
      }
      levels.append(level)
    }
    guard levels.reduce(0, { $0 + $1.segments.count }) == segmentCount else { return nil }
  }

  /// FTS5's `FTS5_MAX_SEGMENT` and `FTS5_MAX_LEVEL`.
  private static let mostSegments = 2000
  static let mostLevels = 64

  /// Whether segments are being merged, or there are so many that they are to be. A question looks for each of its words in each
  /// segment; merging writes each of them again.
  var isManifold: Bool { levels.contains { $0.merging > 0 || $0.segments.count >= Self.manySegments } }

  static let manySegments = 32

  /// No batch writes more; a damaged structure may tell of any number.
  private static let mostLeavesAtOnce: Int64 = 1 << 17

  /// How many leaves the segment has that was written last.
  var newestLeaves: Int64 {
    guard let newest = levels.first?.segments.last else { return 0 }
    return min(max(0, newest.lastLeaf - newest.firstLeaf + 1), Self.mostLeavesAtOnce)
  }

  /// The least number that no segment has; nil where there are as many as can be.
  var freeSegment: Int64? {
    let taken = Set(levels.flatMap { $0.segments.map(\.id) })
    return (1...Int64(Self.mostSegments)).first { !taken.contains($0) }
  }

  /// Adds a segment whose rows are behind all others'.
  mutating func add(_ segment: Segment) {
    if levels.isEmpty { levels.append(Level()) }
    levels[0].segments.append(segment)
    leavesWritten += segment.lastLeaf - segment.firstLeaf + 1
  }

  /// Forgets all segments.
  mutating func removeAll() { levels.removeAll() }

  /// As it is stored.
  var record: [UInt8] {
    var output = ByteBuffer(capacity: 64)
    output.append(cookie.span)
    let count = levels.reduce(0) { $0 + $1.segments.count }
    for number in [Int64(levels.count), Int64(count), leavesWritten] { output.append(varint: UInt64(number)) }
    for level in levels {
      for number in [level.merging, Int64(level.segments.count)] { output.append(varint: UInt64(number)) }
      for segment in level.segments {
        for number in [segment.id, segment.firstLeaf, segment.lastLeaf] { output.append(varint: UInt64(number)) }
      }
    }
    return output.array
  }

  /// Reads numbers as SQLite writes them.
  struct Reader {
    let bytes: [UInt8]
    var at = 0

    /// The next number; nil at the end, or where it is beyond 56 bits.
    mutating func next() -> Int64? {
      var value: Int64 = 0
      for _ in 0..<8 {
        guard at < bytes.count else { return nil }
        let byte = bytes[at]
        at += 1
        value = value << 7 | Int64(byte & 0x7f)
        if byte & 0x80 == 0 { return value }
      }
      return nil
    }
  }
}
