/// A set of words with a value each, searched for the longest one that begins at a place.
///
/// ``starts`` tells most places apart at once; the rest are looked up by their first two characters in one table,
/// and from there on character by character in another.
/// Its memory lives as long as the program, so that a search counts no references.
struct WordTrie: Sendable {
  /// What the words begin with.
  let starts: WordStarts
  private let heads: PerfectTable<WordTrieBuilder.Head>
  private let edges: PerfectTable<WordTrieBuilder.Edge>

  /// - Parameter words: of the basic multilingual plane; of a word that stands twice the first value counts.
  init(_ words: some Sequence<(word: Substring, value: Int)>) {
    var builder = WordTrieBuilder()
    for (word, value) in words { builder.insert(word, value: value) }
    builder.markLeaves()
    starts = WordStarts(builder)
    let (heads, edges) = builder.split()
    self.heads = PerfectTable(heads)
    self.edges = PerfectTable(edges)
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
    guard first < 0xFFFF, next >= 0, next &+ 8 <= bytes.count, next &+ 3 <= limit else {
      return longestMatchAtEnd(first, in: bytes, from: next, limit: limit)
    }
    // Unsafe because this is unchecked: the line above has made sure that eight bytes follow, two characters nearly always.
    let eight = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: next, as: UInt64.self))
    let four = UInt32(truncatingIfNeeded: eight)
    if four & 0xF0 != 0xE0 { return longestMatchAtEnd(first, in: bytes, from: next, limit: limit) }
    let second = Span<UInt8>.character(ofThree: four)
    guard let head = heads.entry(of: first << 16 | second) else { return single(first, end: next) }
    let isPair = head.pairValue > 0
    let best = Int(isPair ? head.pairValue : head.singleValue) &- 1
    let end = isPair ? next &+ 3 : next
    if head.mayGoOn(with: UInt32(truncatingIfNeeded: eight >> 24)) {
      return longestMatch(from: head.target, in: bytes, at: next &+ 3, limit: limit, best, end)
    }
    return best >= 0 ? (best, end) : nil
  }

  /// The word of one character.
  private func single(_ character: UInt32, end: Int) -> (value: Int, end: Int)? {
    guard starts.singles.contains(character), let edge = edges.entry(of: character) else { return nil }
    return (Int(edge.value) - 1, end)
  }

  /// The longest word that goes on from a node, or the best so far, whose value is -1 where there is none.
  private func longestMatch(
    from node: UInt16, in bytes: Span<UInt8>, at start: Int, limit: Int, _ best: Int, _ bestEnd: Int
  ) -> (value: Int, end: Int)? {
    var (best, bestEnd) = (best, bestEnd)
    goOn(from: node, in: bytes, at: start, limit: limit) {
      best = $0
      bestEnd = $1
    }
    return best >= 0 ? (best, bestEnd) : nil
  }

  /// The same as ``longestMatch(beginningWith:in:from:limit:)``, for the last bytes and rare characters.
  @inline(never)
  private func longestMatchAtEnd(
    _ first: UInt32, in bytes: Span<UInt8>, from next: Int, limit: Int
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
    let next = bytes.characterOrEnd(at: second)
    let at = second &+ next.width
    guard next.width > 0, next.value < 0x10000, at <= limit, let head = heads.entry(of: first << 16 | next.value) else {
      if let word = single(first, end: second) { body(word.value, second) }
      return
    }
    if head.singleValue > 0 { body(Int(head.singleValue) - 1, second) }
    if head.pairValue > 0 { body(Int(head.pairValue) - 1, at) }
    // Nothing goes on from nearly half of them.
    if head.followers != 0 { goOn(from: head.target, in: bytes, at: at, limit: limit, body) }
  }

  /// Calls back with every word that goes on from a node.
  @inline(__always)
  private func goOn(
    from node: UInt16, in bytes: Span<UInt8>, at start: Int, limit: Int, _ body: (_ value: Int, _ end: Int) -> Void
  ) {
    var (node, at) = (node, start)
    var next = bytes.characterOrEnd(at: at)
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

extension WordTrieBuilder.Edge: PerfectTableEntry {}
extension WordTrieBuilder.Head: PerfectTableEntry {
  /// Whether a word may go on with a character.
  /// - Parameter bytes: those of the character, the first the lowest, and anything behind them.
  @inline(__always)
  fileprivate func mayGoOn(with bytes: UInt32) -> Bool {
    let isWide = bytes & 0xF0 == 0xE0
    // The last four bits of the character.
    let bit = (isWide ? bytes >> 16 : bytes) & 15
    return followers & 1 << UInt16(truncatingIfNeeded: bit) != 0 || !isWide && bytes & 0x80 != 0
  }
}
