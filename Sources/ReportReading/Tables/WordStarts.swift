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
  /// What tells more of the places that are let through.
  let openings: WordOpenings

  init(_ builder: WordTrieBuilder = WordTrieBuilder()) {
    self.init(
      firstCharacters: builder.firstCharacters, singles: builder.singles, pairs: builder.pairs,
      openings: builder.openings)
  }

  private init(
    firstCharacters: [UInt32], singles: some Sequence<UInt32>, pairs: [UInt64], openings: WordOpenings
  ) {
    self.openings = openings
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
      pairs: (0..<1 << 10).map { unsafe pairs[$0] | other.pairs[$0] }, openings: openings.union(other.openings))
  }

  /// Whether the bit of a hash of two characters is set.
  @inline(__always)
  func holdsPair(_ pair: Int) -> Bool {
    precondition(pair >= 0 && pair < 1 << 16)
    // Unsafe because the pointer is read unchecked: the line above has checked.
    return unsafe pairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0
  }

  /// Whether a word may begin at a place of valid UTF-8.
  @inline(__always)
  func allow(in bytes: Span<UInt8>, at start: Int) -> Bool {
    let (first, width) = bytes.characterOrEnd(at: start)
    return allow(first, then: bytes.characterOrEnd(at: start &+ width).value)
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
