/// The tables of a ``WordTrie`` while they grow.
struct WordTrieBuilder {
  /// An edge from a node by a character; the words' beginning is node 0.
  struct Edge: BitwiseCopyable, Sendable {
    /// The node in the upper half and the character in the lower; that of ``none`` where a slot is empty.
    var key: UInt32
    var target: UInt16
    /// The value of the word that ends at the target, counted from 1; 0 where none does.
    var value: UInt16

    static let none = Edge(key: .max, target: 0, value: 0)
  }

  /// The first two edges of a path in one: most searches end with them.
  struct Head: BitwiseCopyable, Sendable {
    /// The first character in the upper half, the second in the lower; that of ``none`` where a slot is empty.
    var key: UInt32
    /// The node behind the second character.
    var target: UInt16
    /// The values of the words of the first character and of both, counted from 1; 0 where they are none.
    var singleValue: UInt16
    var pairValue: UInt16
    /// A bit for the last four bits of each character that can follow: mostly none does.
    var followers: UInt16

    static let none = Head(key: .max, target: 0, singleValue: 0, pairValue: 0, followers: 0)
  }

  private(set) var firstCharacters: [UInt32] = []
  private(set) var singles: [UInt32] = []
  private(set) var pairs = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var openings = WordOpenings()
  private(set) var edges = [Edge](repeating: .none, count: 256)
  private var edgeCount = 0

  mutating func insert(_ word: Substring, value: Int) {
    let scalars = word.unicodeScalars.map(\.value)
    guard !scalars.isEmpty, scalars.allSatisfy({ $0 < 0xFFFF }) else { return }
    precondition(value < 0xFFFF, "a value has 16 bits")
    insertStart(scalars)
    var node: UInt16 = 0
    for (place, scalar) in scalars.enumerated() {
      let slot = slot(of: node, scalar) ?? addEdge(from: node, scalar)
      node = edges[slot].target
      if place == scalars.count - 1, edges[slot].value == 0 { edges[slot].value = UInt16(value + 1) }
    }
  }

  /// Notes what a word begins with.
  /// - Parameter characters: those of the word; two of them are enough.
  mutating func insertStart(_ characters: [UInt32]) {
    firstCharacters.append(characters[0])
    openings.insert(characters)
    guard characters.count > 1 else { return singles.append(characters[0]) }
    let pair = Self.pair(characters[0], characters[1])
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

  /// The first two edges of each path, and all other edges.
  func split() -> (heads: [Head], edges: [Edge]) {
    let edges = edges.filter { $0.key != Edge.none.key }
    // By node; no edge goes from a leaf.
    var firsts = [Edge](repeating: .none, count: edgeCount + 1)
    var followers = [UInt16](repeating: 0, count: edgeCount + 1)
    for edge in edges {
      if edge.key >> 16 == 0, edge.target != Self.leaf { firsts[Int(edge.target)] = edge }
      followers[Int(edge.key >> 16)] |= 1 << UInt16(edge.key & 15)
    }
    var heads: [Head] = []
    var rest: [Edge] = []
    for edge in edges {
      let first = firsts[Int(edge.key >> 16)]
      guard first.key != Edge.none.key else {
        rest.append(edge)
        continue
      }
      let behind = edge.target == Self.leaf ? 0 : followers[Int(edge.target)]
      heads.append(
        Head(
          key: first.key << 16 | edge.key & 0xFFFF, target: edge.target, singleValue: first.value,
          pairValue: edge.value, followers: behind))
    }
    return (heads, rest)
  }

  /// A hash of two characters, of 16 bits.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> Int {
    Int(((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)) >> 16)
  }
}
