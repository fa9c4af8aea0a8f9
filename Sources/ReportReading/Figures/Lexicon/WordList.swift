/// A list of words in its own order, whose members are told by one byte before they are compared.
struct WordList: Sequence, Sendable {
  let words: [Words]
  /// By the last byte.
  private let byEnd: WordBuckets
  /// By the third byte: of a Chinese character it tells most.
  private let byStart: WordBuckets

  /// - Parameter words: of at least three bytes each, one Chinese character.
  init(_ words: [Words]) {
    precondition(words.allSatisfy { $0.byteCount >= 3 }, "a word of one Chinese character at least")
    self.words = words
    byEnd = WordBuckets(words) { $0.byte(at: $0.byteCount - 1) }
    byStart = WordBuckets(words) { $0.byte(at: 2) }
  }

  func makeIterator() -> IndexingIterator<[Words]> { words.makeIterator() }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a name is one of the words.
  func contains(_ name: Words) -> Bool {
    guard name.byteCount >= 3 else { return false }
    return byEnd.contains(of: name.byte(at: name.byteCount - 1)) { $0 == name }
  }

  /// Whether a name ends with one of the words.
  func end(_ name: Words) -> Bool {
    guard name.byteCount >= 3 else { return false }
    return byEnd.contains(of: name.byte(at: name.byteCount - 1)) { name.hasSuffix($0) }
  }

  /// Whether a name begins with one of the words.
  func begin(_ name: Words) -> Bool {
    guard name.byteCount >= 3 else { return false }
    return byStart.contains(of: name.byte(at: 2)) { name.hasPrefix($0) }
  }

  /// The first of the words, in the order of the list, that a name ends with.
  func first(ending name: Words) -> Words? { end(name) ? words.first { name.hasSuffix($0) } : nil }

  /// The first of the words, in the order of the list, that a name begins with.
  func first(beginning name: Words) -> Words? { begin(name) ? words.first { name.hasPrefix($0) } : nil }
}

/// Words by one of their bytes. The memory lives as long as the program.
private struct WordBuckets: Sendable {
  private let words: FixedTable<Words>
  /// For each value of the byte's lower six bits, in which bytes of Chinese text differ, where its words begin.
  private let starts: FixedTable<UInt16>

  init(_ words: [Words], by byte: (Words) -> UInt8) {
    var buckets = [[Words]](repeating: [], count: 64)
    for word in words { buckets[Int(byte(word) & 63)].append(word) }
    var starts: [UInt16] = [0]
    for bucket in buckets { starts.append(starts.last! + UInt16(bucket.count)) }
    self.words = FixedTable(buckets.flatMap { $0 })
    self.starts = FixedTable(starts)
  }

  @inline(__always)
  func contains(of byte: UInt8, _ isWanted: (Words) -> Bool) -> Bool {
    var at = Int(starts[Int(byte & 63)])
    let end = Int(starts[Int(byte & 63) + 1])
    while at < end {
      if isWanted(words[at]) { return true }
      at += 1
    }
    return false
  }
}
