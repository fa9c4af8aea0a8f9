/// A set of words with a value each, searched for the longest one that begins at a place.
///
/// The first character is looked up in a flat table, the following bytes in one hash table of edges, so that the
/// common case (no word begins here) costs one load.
struct WordTrie: Sendable {
  private var roots: [Int32] = Array(repeating: 0, count: 0x10000)
  private var edges: [UInt64: Int32] = [:]
  /// Value of a node, or -1.
  private var values: [Int32] = [-1]

  /// Adds a word; a word that stands twice keeps its first value.
  mutating func insert(_ word: some StringProtocol, value: Int32) {
    var utf8 = ArraySlice(Array(word.utf8))
    guard let (scalar, width) = utf8.scalar(at: utf8.startIndex), scalar.value < 0x10000 else { return }
    if roots[Int(scalar.value)] == 0 { roots[Int(scalar.value)] = addNode() }
    var node = roots[Int(scalar.value)]
    utf8 = utf8.dropFirst(width)
    for byte in utf8 {
      let key = UInt64(UInt32(node)) << 8 | UInt64(byte)
      if let next = edges[key] {
        node = next
      } else {
        let next = addNode()
        edges[key] = next
        node = next
      }
    }
    if values[Int(node)] < 0 { values[Int(node)] = value }
  }

  /// The value of a word, if it is in the set.
  func value(of word: some StringProtocol) -> Int32? {
    let bytes = Array(word.utf8)
    guard let found = longestMatch(in: bytes, at: 0, limit: bytes.count), found.end == bytes.count else { return nil }
    return found.value
  }

  /// The longest word that begins at `start` and ends not after `limit`.
  func longestMatch(in bytes: [UInt8], at start: Int, limit: Int) -> (value: Int32, end: Int)? {
    guard let (scalar, width) = bytes.scalar(at: start), scalar.value < 0x10000, start + width <= limit else {
      return nil
    }
    var node = roots[Int(scalar.value)]
    guard node != 0 else { return nil }
    var best: (value: Int32, end: Int)?
    var at = start + width
    while true {
      if values[Int(node)] >= 0 { best = (values[Int(node)], at) }
      guard at < limit, let next = edges[UInt64(UInt32(node)) << 8 | UInt64(bytes[at])] else { return best }
      node = next
      at += 1
    }
  }

  private mutating func addNode() -> Int32 {
    values.append(-1)
    return Int32(values.count - 1)
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
