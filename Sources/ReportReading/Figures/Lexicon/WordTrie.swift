/// A set of words with a value each, searched for the longest one that begins at a place.
///
/// The first character is looked up in a flat table, so that the common case (no word begins here) costs one load; the
/// following ones in one hash table of all edges, which costs about one load for each character.
struct WordTrie: Sendable {
  /// Node of each first character; node 0 is none.
  private var roots = [UInt16](repeating: 0, count: 0x10000)
  /// Edges by open addressing: node and character, 0 where a slot is empty; parallel to ``targets``.
  private var keys = [UInt32](repeating: 0, count: 256)
  private var targets = [UInt16](repeating: 0, count: 256)
  /// Value of a node, or -1.
  private var values: [Int32] = [-1]

  /// Adds a word of the basic multilingual plane; a word that stands twice keeps its first value.
  mutating func insert(_ word: some StringProtocol, value: Int32) {
    var node = 0
    for (place, scalar) in word.unicodeScalars.enumerated() {
      guard scalar.value < 0x10000 else { return }
      if place == 0 {
        if roots[Int(scalar.value)] == 0 { roots[Int(scalar.value)] = UInt16(addNode()) }
        node = Int(roots[Int(scalar.value)])
      } else {
        node = target(of: node, scalar.value) ?? addEdge(from: node, scalar.value)
      }
    }
    if node > 0, values[node] < 0 { values[node] = value }
  }

  /// The characters that words begin with.
  var firstCharacters: [Int] { roots.indices.filter { roots[$0] != 0 } }

  /// The value of a word, if it is in the set.
  func value(of word: Words) -> Int32? {
    guard let found = longestMatch(in: word.bytes.span, at: 0, limit: word.bytes.count), found.end == word.bytes.count
    else { return nil }
    return found.value
  }

  /// The longest word that begins at `start` and ends not after `limit`.
  func longestMatch(in bytes: [UInt8], at start: Int, limit: Int) -> (value: Int32, end: Int)? {
    longestMatch(in: bytes.span, at: start, limit: limit)
  }

  @inline(__always)
  func longestMatch(in bytes: Span<UInt8>, at start: Int, limit: Int) -> (value: Int32, end: Int)? {
    guard let (scalar, width) = bytes.scalar(at: start), scalar.value < 0x10000, start + width <= limit else {
      return nil
    }
    let node = Int(roots[Int(scalar.value)])
    return node == 0 ? nil : longestMatch(from: node, in: bytes, at: start + width, limit: limit)
  }

  /// Calls back with every word that begins at `start` and ends not after `limit`, the shortest first.
  @inline(__always)
  func forEachMatch(in bytes: Span<UInt8>, at start: Int, limit: Int, _ body: (_ value: Int32, _ end: Int) -> Void) {
    guard let (scalar, width) = bytes.scalar(at: start), scalar.value < 0x10000 else { return }
    var node = Int(roots[Int(scalar.value)])
    var at = start + width
    while node != 0, at <= limit {
      if values[node] >= 0 { body(values[node], at) }
      guard at < limit, let (scalar, width) = bytes.scalar(at: at) else { return }
      node = target(of: node, scalar.value) ?? 0
      at += width
    }
  }

  private func longestMatch(from root: Int, in bytes: Span<UInt8>, at start: Int, limit: Int) -> (
    value: Int32, end: Int
  )? {
    var node = root
    var at = start
    var best: (value: Int32, end: Int)?
    while true {
      if values[node] >= 0 { best = (values[node], at) }
      guard at < limit, let (scalar, width) = bytes.scalar(at: at), at + width <= limit,
        let next = target(of: node, scalar.value)
      else { return best }
      node = next
      at += width
    }
  }

  // MARK: - Edges

  @inline(__always)
  private func target(of node: Int, _ scalar: UInt32) -> Int? {
    guard scalar < 0x10000 else { return nil }
    let key = UInt32(truncatingIfNeeded: node) << 16 | scalar
    var slot = Self.slot(key, of: keys.count)
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & (keys.count - 1)
    }
    return Int(targets[slot])
  }

  private mutating func addEdge(from node: Int, _ scalar: UInt32) -> Int {
    // At most a quarter full, so that a lookup ends at the first slot mostly.
    if values.count * 4 > keys.count { grow() }
    let target = addNode()
    place(UInt32(node) << 16 | scalar, UInt16(target))
    return target
  }

  private mutating func place(_ key: UInt32, _ target: UInt16) {
    var slot = Self.slot(key, of: keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    targets[slot] = target
  }

  private mutating func grow() {
    let edges = zip(keys, targets).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: keys.count * 4)
    targets = Array(repeating: 0, count: keys.count)
    for (key, target) in edges { place(key, target) }
  }

  private mutating func addNode() -> Int {
    values.append(-1)
    precondition(values.count <= 0x10000, "a node's number has 16 bits")
    return values.count - 1
  }

  /// The upper bits of the product with the golden ratio (Knuth's multiplicative hashing).
  @inline(__always)
  private static func slot(_ key: UInt32, of count: Int) -> Int {
    Int((key &* 0x9E37_79B1) >> UInt32(32 - count.trailingZeroBitCount))
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The character that begins at an offset of valid UTF-8, with its width in bytes; nil at the end.
  @inline(__always)
  func scalar(at i: Int) -> (Unicode.Scalar, Int)? {
    guard i < endIndex else { return nil }
    let first = UInt32(self[i])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard i + width <= endIndex else { return nil }
    var value = first & (0xFF >> UInt32(width + 1))
    for k in 1..<width { value = value << 6 | UInt32(self[i + k] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}

extension Span<UInt8> {
  /// The character that begins at an offset of valid UTF-8, with its width in bytes; nil at the end.
  @inline(__always)
  func scalar(at i: Int) -> (Unicode.Scalar, Int)? {
    guard i < count else { return nil }
    let first = UInt32(self[i])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard i + width <= count else { return nil }
    var value = first & (0xFF >> UInt32(width + 1))
    for k in 1..<width { value = value << 6 | UInt32(self[i + k] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
