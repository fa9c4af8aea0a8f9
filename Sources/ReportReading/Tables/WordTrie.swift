/// A set of words with a value each, searched for the longest one that begins at a place.
///
/// ``starts`` tells most places apart at once; the rest are looked up by their first two characters in one hash table,
/// and from there on character by character in another.
/// Its memory lives as long as the program, so that a search counts no references.
struct WordTrie: Sendable {
  /// What the words begin with.
  let starts: WordStarts
  private let heads: HashTable<WordTrieBuilder.Head>
  private let edges: HashTable<WordTrieBuilder.Edge>

  /// - Parameter words: of the basic multilingual plane; of a word that stands twice the first value counts.
  init(_ words: some Sequence<(word: Substring, value: Int)>) {
    var builder = WordTrieBuilder()
    for (word, value) in words { builder.insert(word, value: value) }
    builder.markLeaves()
    starts = WordStarts(builder)
    heads = HashTable(builder.splitHeads())
    edges = HashTable(builder.edges)
  }

  /// The value of a word, if it is in the set.
  func value(of word: Words) -> Int? {
    guard let found = longestMatch(at: word), found.end == word.range.upperBound else { return nil }
    return found.value
  }

  /// The longest word that words begin with; its end is an index of theirs.
  func longestMatch(at words: Words) -> (value: Int, end: Int)? {
    words.withText { longestMatch(in: $0, at: words.range.lowerBound, limit: words.range.upperBound) }
  }

  /// Whether a word may stand anywhere in words; nearly always told without a search.
  func mayStand(in words: Words) -> Bool {
    words.withText { text in
      guard text.count > 0 else { return false }
      var (character, at) = text.character(at: 0)
      while at < text.count {
        let (next, width) = text.character(at: at)
        if starts.allow(character, then: next) { return true }
        character = next
        at += width
      }
      return starts.allow(character, then: 0)
    }
  }

  /// Whether a word stands anywhere in words.
  func stands(in words: Words) -> Bool {
    words.withText { text in
      var at = 0
      while at < text.count {
        if longestMatch(in: text, at: at, limit: text.count) != nil { return true }
        at += text.character(at: at).width
      }
      return false
    }
  }

  /// The longest word that begins at `start` and ends not after `limit`.
  func longestMatch(in bytes: [UInt8], at start: Int, limit: Int) -> (value: Int, end: Int)? {
    longestMatch(in: bytes.span, at: start, limit: limit)
  }

  func longestMatch(in bytes: Span<UInt8>, at start: Int, limit: Int) -> (value: Int, end: Int)? {
    guard start < limit else { return nil }
    let (first, width) = bytes.characterOrEnd(at: start)
    let next = start &+ width
    guard starts.allow(first, then: bytes.characterOrEnd(at: next).value) else { return nil }
    return longestMatch(beginningWith: first, in: bytes, from: next, limit: limit)
  }

  /// The same where ``starts`` has been asked.
  func longestMatchUnfiltered(in bytes: Span<UInt8>, at start: Int, limit: Int) -> (value: Int, end: Int)? {
    let (first, width) = bytes.characterOrEnd(at: start)
    return longestMatch(beginningWith: first, in: bytes, from: start &+ width, limit: limit)
  }

  /// The same where the first character is known.
  /// - Parameter next: where the second character begins.
  func longestMatch(
    beginningWith first: UInt32, in bytes: Span<UInt8>, from next: Int, limit: Int
  ) -> (value: Int, end: Int)? {
    // No word has the value -1.
    var best = -1
    var bestEnd = next
    walk(first, in: bytes, from: next, limit: limit) {
      best = $0
      bestEnd = $1
    }
    return best >= 0 ? (best, bestEnd) : nil
  }

  /// Calls back with every word that begins at `start` and ends not after `limit`, the shortest first.
  @inline(__always)
  func forEachMatch(in bytes: Span<UInt8>, at start: Int, limit: Int, _ body: (_ value: Int, _ end: Int) -> Void) {
    if start < limit, starts.allow(in: bytes, at: start) {
      forEachMatchUnfiltered(in: bytes, at: start, limit: limit, body)
    }
  }

  /// The same where ``starts`` has been asked.
  @inline(__always)
  func forEachMatchUnfiltered(
    in bytes: Span<UInt8>, at start: Int, limit: Int, _ body: (_ value: Int, _ end: Int) -> Void
  ) {
    let (first, width) = bytes.character(at: start)
    walk(first, in: bytes, from: start + width, limit: limit, body)
  }

  /// - Parameters:
  ///   - first: the first character.
  ///   - second: where the next one begins.
  @inline(__always)
  private func walk(
    _ first: UInt32, in bytes: Span<UInt8>, from second: Int, limit: Int, _ body: (_ value: Int, _ end: Int) -> Void
  ) {
    guard first < 0xFFFF, second <= limit else { return }
    var next = bytes.characterOrEnd(at: second)
    var at = second &+ next.width
    guard next.width > 0, next.value < 0x10000, at <= limit, let head = heads.entry(of: first << 16 | next.value) else {
      if starts.singles.contains(first), let edge = edges.entry(of: first) { body(Int(edge.value) - 1, second) }
      return
    }
    if head.singleValue > 0 { body(Int(head.singleValue) - 1, second) }
    if head.pairValue > 0 { body(Int(head.pairValue) - 1, at) }
    // Nothing goes on from nearly half of them.
    if head.followers == 0 { return }
    var node = head.target
    next = bytes.characterOrEnd(at: at)
    if head.followers & 1 << UInt16(next.value & 15) == 0 { return }
    while node != WordTrieBuilder.leaf, next.width > 0 {
      at &+= next.width
      guard at <= limit, next.value < 0x10000, let edge = edges.entry(of: UInt32(node) << 16 | next.value) else {
        return
      }
      if edge.value > 0 { body(Int(edge.value) - 1, at) }
      node = edge.target
      next = bytes.characterOrEnd(at: at)
    }
  }
}

/// An entry of a ``HashTable``.
private protocol HashTableEntry: BitwiseCopyable, Sendable {
  /// All ones where a slot is empty.
  var key: UInt32 { get }
}

extension WordTrieBuilder.Edge: HashTableEntry {}
extension WordTrieBuilder.Head: HashTableEntry {}

/// Entries by open addressing, at most half the slots taken.
private struct HashTable<Entry: HashTableEntry>: Sendable {
  private let entries: FixedTable<Entry>
  /// Leaves of a hash of 32 bits as many as the capacity takes.
  private let shift: UInt32

  init(_ entries: [Entry]) {
    precondition(entries.count.nonzeroBitCount == 1 && entries.count > 1, "a power of two")
    shift = WordTrieBuilder.shift(for: entries.count)
    self.entries = FixedTable(entries)
  }

  @inline(__always)
  func entry(of key: UInt32) -> Entry? {
    var slot = Int((key &* 0x9E37_79B1) &>> shift)
    while true {
      // Unsafe because it is read unchecked: the shift and the mask leave no more than the capacity.
      let entry = unsafe entries[unchecked: slot]
      if entry.key == key { return entry }
      if entry.key == .max { return nil }
      slot = (slot &+ 1) & (entries.count &- 1)
    }
  }
}
