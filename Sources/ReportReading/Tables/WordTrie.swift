/// A set of words with a value each, searched for the longest one that begins at a place.
///
/// ``starts`` tells most places apart at once; the rest are looked up character by character in one hash table of edges.
/// Its memory lives as long as the program, so that a search counts no references.
@safe
struct WordTrie: @unchecked Sendable {
  /// What the words begin with.
  let starts: WordStarts
  /// By open addressing. Unchecked above because this memory is written in `init` only.
  private let edges: UnsafePointer<WordTrieBuilder.Edge>
  /// A power of two.
  private let capacity: Int
  /// Leaves of a hash of 32 bits as many as the capacity takes.
  private let shift: UInt32

  /// - Parameter words: of the basic multilingual plane; of a word that stands twice the first value counts.
  init(_ words: some Sequence<(word: Substring, value: Int)>) {
    var builder = WordTrieBuilder()
    for (word, value) in words { builder.insert(word, value: value) }
    builder.markLeaves()
    starts = WordStarts(firstCharacters: builder.firstCharacters, singles: builder.singles, pairs: builder.pairs)
    capacity = builder.edges.count
    shift = WordTrieBuilder.shift(for: capacity)
    // Unsafe because the memory is unmanaged: as many elements as the array has, never freed.
    let edges = UnsafeMutableBufferPointer<WordTrieBuilder.Edge>.allocate(capacity: capacity)
    _ = unsafe edges.initialize(fromContentsOf: builder.edges)
    unsafe self.edges = UnsafePointer(edges.baseAddress!)
  }

  /// The value of a word, if it is in the set.
  func value(of word: Words) -> Int? {
    guard let found = longestMatch(in: word.bytes.span, at: 0, limit: word.bytes.count), found.end == word.bytes.count
    else { return nil }
    return found.value
  }

  /// The longest word that begins at `start` and ends not after `limit`.
  func longestMatch(in bytes: [UInt8], at start: Int, limit: Int) -> (value: Int, end: Int)? {
    longestMatch(in: bytes.span, at: start, limit: limit)
  }

  func longestMatch(in bytes: Span<UInt8>, at start: Int, limit: Int) -> (value: Int, end: Int)? {
    guard start < limit, starts.allow(in: bytes, at: start) else { return nil }
    return longestMatchUnfiltered(in: bytes, at: start, limit: limit)
  }

  /// The same where ``starts`` has been asked.
  func longestMatchUnfiltered(in bytes: Span<UInt8>, at start: Int, limit: Int) -> (value: Int, end: Int)? {
    var node: UInt16 = 0
    var at = start
    var best: UInt16 = 0
    var end = start
    while node != WordTrieBuilder.leaf, at < limit {
      let (character, width) = bytes.character(at: at)
      at &+= width
      guard at <= limit, let edge = edge(of: node, character) else { break }
      node = edge.target
      if edge.value > 0 {
        best = edge.value
        end = at
      }
    }
    return best > 0 ? (Int(best) - 1, end) : nil
  }

  /// Calls back with every word that begins at `start` and ends not after `limit`, the shortest first.
  @inline(__always)
  func forEachMatch(in bytes: Span<UInt8>, at start: Int, limit: Int, _ body: (_ value: Int, _ end: Int) -> Void) {
    if start < limit, starts.allow(in: bytes, at: start) { walk(in: bytes, from: start, limit: limit, body) }
  }

  /// The same where ``starts`` has been asked.
  @inline(__always)
  func forEachMatchUnfiltered(
    in bytes: Span<UInt8>, at start: Int, limit: Int, _ body: (_ value: Int, _ end: Int) -> Void
  ) {
    walk(in: bytes, from: start, limit: limit, body)
  }

  @inline(__always)
  private func walk(in bytes: Span<UInt8>, from start: Int, limit: Int, _ body: (Int, Int) -> Void) {
    var node: UInt16 = 0
    var at = start
    while node != WordTrieBuilder.leaf, at < limit {
      let (character, width) = bytes.character(at: at)
      guard at + width <= limit, let edge = edge(of: node, character) else { return }
      at += width
      if edge.value > 0 { body(Int(edge.value) - 1, at) }
      node = edge.target
    }
  }

  @inline(__always)
  private func edge(of node: UInt16, _ character: UInt32) -> WordTrieBuilder.Edge? {
    guard character < 0x10000 else { return nil }
    let key = UInt32(node) << 16 | character
    var slot = Int((key &* 0x9E37_79B1) &>> shift)
    while true {
      // Unsafe because the pointer is read unchecked: a slot is below the capacity.
      let edge = unsafe edges[slot]
      if edge.key == key { return edge }
      if edge.key == WordTrieBuilder.Edge.none.key { return nil }
      slot = (slot + 1) & (capacity - 1)
    }
  }
}
