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

/// What the words of a set begin with, as bits: tells nearly all places of a text apart where none of them begins.
@safe
struct WordStarts: @unchecked Sendable {
  /// The characters that words begin with.
  let firstCharacters: ScalarSet
  /// Those that are words by themselves, or are let through whatever follows.
  let singles: ScalarSet
  /// A bit for each hash of the first two characters of a word, 1,024 words of 64 bits. Unchecked above because this
  /// memory is written in `init` only.
  private let pairs: UnsafePointer<UInt64>

  init(firstCharacters: [UInt32], singles: [UInt32], pairs: [UInt64]) {
    self.firstCharacters = ScalarSet(firstCharacters)
    self.singles = ScalarSet(singles)
    precondition(pairs.count == 1 << 10)
    // Unsafe because the memory is unmanaged: as many elements as the array has, never freed.
    let memory = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: pairs.count)
    _ = unsafe memory.initialize(fromContentsOf: pairs)
    unsafe self.pairs = UnsafePointer(memory.baseAddress!)
  }

  /// What the words of both sets begin with, and more characters that are let through whatever follows.
  func union(_ other: WordStarts, letting characters: String = "") -> WordStarts {
    let extra = characters.unicodeScalars.map(\.value)
    return WordStarts(
      firstCharacters: firstCharacters.members + other.firstCharacters.members + extra,
      singles: singles.members + other.singles.members + extra,
      // Unsafe because the pointers are read unchecked: each has 1,024 elements.
      pairs: (0..<1 << 10).map { unsafe pairs[$0] | other.pairs[$0] })
  }

  /// Whether the bit of a hash of two characters is set.
  func holdsPair(_ pair: Int) -> Bool {
    precondition(pair >= 0 && pair < 1 << 16)
    // Unsafe because the pointer is read unchecked: the line above has checked.
    return unsafe pairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0
  }

  /// Whether a word may begin at a place of valid UTF-8.
  @inline(__always)
  func allow(in bytes: Span<UInt8>, at start: Int) -> Bool {
    let (first, width) = bytes.character(at: start)
    let next = start + width
    return allow(first, then: next < bytes.count ? bytes.character(at: next).value : 0)
  }

  /// Whether a word may begin with two characters, the second 0 at the end of a text.
  @inline(__always)
  func allow(_ first: UInt32, then second: UInt32) -> Bool {
    guard firstCharacters.contains(first) else { return false }
    guard !singles.contains(first) else { return true }
    let pair = WordTrieBuilder.pair(first, second)
    // Unsafe because the pointer is read unchecked: a pair has 16 bits.
    return unsafe pairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0
  }
}

/// The tables of a ``WordTrie`` while they grow.
struct WordTrieBuilder {
  /// An edge from a node by a character; the words' beginning is node 0.
  struct Edge {
    /// The node in the upper half and the character in the lower; that of ``none`` where a slot is empty.
    var key: UInt32
    var target: UInt16
    /// The value of the word that ends at the target, counted from 1; 0 where none does.
    var value: UInt16

    static let none = Edge(key: .max, target: 0, value: 0)
  }

  private(set) var firstCharacters: [UInt32] = []
  private(set) var singles: [UInt32] = []
  private(set) var pairs = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var edges = [Edge](repeating: .none, count: 256)
  private var edgeCount = 0

  mutating func insert(_ word: Substring, value: Int) {
    let scalars = word.unicodeScalars.map(\.value)
    guard let first = scalars.first, scalars.allSatisfy({ $0 < 0xFFFF }) else { return }
    precondition(value < 0xFFFF, "a value has 16 bits")
    if scalars.count == 1 {
      firstCharacters.append(first)
      singles.append(first)
    } else {
      insertStart(first, scalars[1])
    }
    var node: UInt16 = 0
    for (place, scalar) in scalars.enumerated() {
      let slot = slot(of: node, scalar) ?? addEdge(from: node, scalar)
      node = edges[slot].target
      if place == scalars.count - 1, edges[slot].value == 0 { edges[slot].value = UInt16(value + 1) }
    }
  }

  /// Notes the first two characters of a word.
  mutating func insertStart(_ first: UInt32, _ second: UInt32) {
    firstCharacters.append(first)
    let pair = Self.pair(first, second)
    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  private func slot(of node: UInt16, _ scalar: UInt32) -> Int? {
    let key = UInt32(node) << 16 | scalar
    var slot = Self.slot(key, of: edges.count)
    while edges[slot].key != key {
      if edges[slot].key == Edge.none.key { return nil }
      slot = (slot + 1) & (edges.count - 1)
    }
    return slot
  }

  /// Adds an edge to a new node.
  private mutating func addEdge(from node: UInt16, _ scalar: UInt32) -> Int {
    edgeCount += 1
    precondition(edgeCount < 0xFFFF, "a node's number has 16 bits")
    // At most half full: lookups end soon, and the table stays in the cache.
    if edgeCount * 2 > edges.count { grow() }
    return place(Edge(key: UInt32(node) << 16 | scalar, target: UInt16(edgeCount), value: 0))
  }

  private mutating func place(_ edge: Edge) -> Int {
    var slot = Self.slot(edge.key, of: edges.count)
    while edges[slot].key != Edge.none.key { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
    return slot
  }

  private mutating func grow() {
    let old = edges
    edges = Array(repeating: .none, count: old.count * 2)
    for edge in old where edge.key != Edge.none.key { _ = place(edge) }
  }

  /// The upper bits of the product with the golden ratio (Knuth's multiplicative hashing).
  static func slot(_ key: UInt32, of count: Int) -> Int { Int((key &* 0x9E37_79B1) >> shift(for: count)) }

  static func shift(for count: Int) -> UInt32 { UInt32(32 - count.trailingZeroBitCount) }

  /// Stands for every node from which no edge goes: a search need not look for one.
  static let leaf = UInt16.max

  mutating func markLeaves() {
    var isInner = [Bool](repeating: false, count: 1 << 16)
    for edge in edges where edge.key != Edge.none.key { isInner[Int(edge.key >> 16)] = true }
    for slot in edges.indices where edges[slot].key != Edge.none.key && !isInner[Int(edges[slot].target)] {
      edges[slot].target = Self.leaf
    }
  }

  /// A hash of two characters, of 16 bits.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> Int {
    Int(((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)) >> 16)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The character that begins at an offset of valid UTF-8, with its width in bytes; nil at the end.
  @inline(__always)
  func scalar(at i: Int) -> (Unicode.Scalar, Int)? {
    guard i < endIndex else { return nil }
    let first = self[i]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    // Nearly all characters of a report are of three bytes.
    if first >= 0xE0, first < 0xF0, i + 2 < endIndex {
      let value = UInt32(first & 0x0F) << 12 | UInt32(self[i + 1] & 0x3F) << 6 | UInt32(self[i + 2] & 0x3F)
      return (Unicode.Scalar(value) ?? "\u{FFFD}", 3)
    }
    return rareScalar(at: i)
  }

  @inline(never)
  private func rareScalar(at i: Int) -> (Unicode.Scalar, Int)? {
    let first = UInt32(self[i])
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard i + width <= endIndex else { return nil }
    var value = first & (0xFF >> UInt32(width + 1))
    for k in 1..<width { value = value << 6 | UInt32(self[i + k] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}

extension Span<UInt8> {
  /// The character that begins at an offset before the end, with its width in bytes.
  @inline(__always)
  func character(at i: Int) -> (value: UInt32, width: Int) {
    let first = self[i]
    if first < 0x80 { return (UInt32(first), 1) }
    // Nearly all characters of a report are of three bytes.
    if first >= 0xE0, first < 0xF0, i < count - 2 {
      // Unsafe because these are unchecked: the line above has made sure that two bytes follow.
      let middle = unsafe UInt32(self[unchecked: i &+ 1] & 0x3F)
      let last = unsafe UInt32(self[unchecked: i &+ 2] & 0x3F)
      return (UInt32(first & 0x0F) << 12 | middle << 6 | last, 3)
    }
    return rareCharacter(at: i)
  }

  /// One of two or four bytes; a stray byte counts as a character that no table knows, so that any input moves on.
  @inline(never)
  private func rareCharacter(at i: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(self[i])
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard width > 1, i + width <= count else { return (0xFFFF, 1) }
    var value = first & (0xFF >> UInt32(width + 1))
    for k in 1..<width { value = value << 6 | UInt32(self[i + k] & 0x3F) }
    return (value, width)
  }
}
