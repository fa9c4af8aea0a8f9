internal import SQLite

/// Makes one segment of many neighbouring ones, a part at a time.
///
/// A question looks for each of its words in each segment, so that they must not become too many. FTS5 merges row by row, which takes a
/// third of the time of storing what is merged. But rows of a later segment are all behind those of an earlier one, so that the lists
/// of a word need only be put one behind the other: they are passed over once and copied leaf by leaf.
///
/// A part ends between two words. Words before stand in the segment of the level above, those behind in what is left of the
/// segments that are merged; that is FTS5's own form of an unfinished merge, which any program can read and go on with.
struct SegmentMerger {
  private let statements: SearchStatements
  private var structure: SearchStructure
  private let many: Int

  /// - Parameter many: so many segments of a level are merged.
  init(_ statements: SearchStatements, many: Int = SearchStructure.manySegments) throws(SQLiteError) {
    self.statements = statements
    self.many = many
    structure = try statements.structure()
  }

  /// Merges on each level that has many segments, within a transaction.
  /// - Parameter leaves: how many leaves to write on each; the word of the last is written to its end.
  mutating func run(leaves: Int64) throws(SQLiteError) {
    var level = 0
    while level < structure.levels.count {
      if let merge = try structure.beginMerge(of: level, many: many) { try run(merge, leaves: leaves) }
      level += 1
    }
    try statements.setRecord.run([.blob(structure.record), .integer(SearchRow.structure)])
  }

  private mutating func run(_ merge: SearchStructure.Merge, leaves: Int64) throws(SQLiteError) {
    var inputs: [SegmentReader] = []
    for segment in merge.inputs { inputs.append(try SegmentReader(segment, statements)) }
    var output = SegmentWriter(id: merge.output.id, after: merge.output.lastLeaf, statements)
    while let word = Self.leastWord(of: inputs), output.lastLeaf - merge.output.lastLeaf < leaves {
      try output.begin(word: word)
      var last = Int64.min
      for input in inputs where input.word == word { try input.moveRows(to: &output, after: &last) }
    }
    try output.finish()
    let isDone = inputs.allSatisfy { $0.word == nil }
    var rest: [SearchStructure.Segment] = []
    for input in inputs { rest.append(try input.removeWhatWasRead()) }
    structure.merged(merge, upTo: output.lastLeaf, rest: isDone ? [] : rest)
  }

  private static func leastWord(of inputs: [SegmentReader]) -> [UInt8]? {
    var least: [UInt8]?
    for input in inputs {
      guard let word = input.word else { continue }
      if let other = least, !word.lexicographicallyPrecedes(other) { continue }
      least = word
    }
    return least
  }
}

extension SearchStructure {
  /// Segments of a level that are to become one of the level above.
  struct Merge {
    var level: Int
    /// The oldest of the level.
    var inputs: [Segment]
    /// The last of the level above, without leaves at first.
    var output: Segment
  }

  /// More are never merged at once: for each a leaf is in memory.
  private static let mostInputs = 64

  /// The merge of a level that is under way, or a new one where it has many segments; nil where it has not.
  mutating func beginMerge(of level: Int, many: Int) throws(SQLiteError) -> Merge? {
    if levels[level].merging == 0 {
      let count = levels[level].segments.count - unfinished(level)
      guard count >= many, level + 1 < Self.mostLevels, let id = freeSegment else { return nil }
      if level + 1 == levels.count { levels.append(Level()) }
      levels[level + 1].segments.append(Segment(id: id, firstLeaf: 1, lastLeaf: 0))
      levels[level].merging = Int64(min(count, Self.mostInputs))
    }
    guard levels[level].merging <= levels[level].segments.count - unfinished(level), level + 1 < levels.count,
      let output = levels[level + 1].segments.last
    else { throw SearchStatements.damage("segments of the search index are merged that are not there") }
    let inputs = levels[level].segments.prefix(Int(levels[level].merging))
    guard (inputs + [output]).allSatisfy({ $0.isPossible }) else {
      throw SearchStatements.damage("a segment of the search index cannot be")
    }
    return Merge(level: level, inputs: Array(inputs), output: output)
  }

  /// How many segments of a level are still made of those of the level below: its last or none.
  private func unfinished(_ level: Int) -> Int { level > 0 && levels[level - 1].merging > 0 ? 1 : 0 }

  /// Notes what a part of a merge has come to.
  /// - Parameter rest: what is left of the segments that are merged; nothing where that is done.
  mutating func merged(_ merge: Merge, upTo lastLeaf: Int64, rest: [Segment]) {
    let above = merge.level + 1
    let last = levels[above].segments.count - 1
    leavesWritten += lastLeaf - merge.output.lastLeaf
    levels[above].segments[last].lastLeaf = lastLeaf
    levels[merge.level].segments.replaceSubrange(..<merge.inputs.count, with: rest)
    levels[merge.level].merging = Int64(rest.count)
    if lastLeaf == 0 { levels[above].segments.removeLast() }
  }
}
