/// Where in a text the words of the reader's vocabularies may begin, found in one pass for all stages.
///
/// At other places no stage need look: two characters tell most of a text apart.
struct WordPlaces: Sendable {
  /// Who may find something at a place.
  struct Readers: OptionSet, Sendable {
    let rawValue: UInt8
    /// Phrases that tell where a stretch of a report begins or ends.
    static let cues = Readers(rawValue: 1 << 0)
    static let tense = Readers(rawValue: 1 << 1)
    /// A mark with what may number a heading or an item behind it.
    static let numbering = Readers(rawValue: 1 << 2)
    /// Words that identify a report.
    static let identity = Readers(rawValue: 1 << 3)
    /// Names of units.
    static let names = Readers(rawValue: 1 << 4)
    /// The characters of ``IdentityScan/signs``.
    static let signs = Readers(rawValue: 1 << 5)
    /// Anything but plain text, for the grammar of figures.
    static let tokens = Readers(rawValue: 1 << 6)
    /// What signs of damage begin with.
    static let damage = Readers(rawValue: 1 << 7)
  }

  struct Place: Sendable {
    var offset: UInt32
    var character: UInt16
    var readers: Readers
  }

  /// In the order of the text.
  let all: [Place]

  /// - Parameter text: valid UTF-8.
  init(_ text: [UInt8]) {
    var all: [Place] = []
    all.reserveCapacity(text.count / 6 + 1)
    var at = 0
    while at < text.count { at = Self.append(to: &all, from: at, in: text.span) }
    self.all = all
  }

  /// Adds the places of the next few thousand bytes.
  /// - Returns: where to go on.
  private static func append(to all: inout [Place], from start: Int, in bytes: Span<UInt8>) -> Int {
    let tables = WordPlaceTables.shared
    let end = min(start + 4096, bytes.count)
    var at = start
    var following = bytes.character(at: at)
    all.append(addingCapacity: end - start) { output in
      while at < end {
        let (character, width) = following
        let next = at + width
        following = next < bytes.count ? bytes.character(at: next) : (0, 0)
        let readers = tables.readers(of: character, then: following.value)
        if !readers.isEmpty {
          output.append(
            Place(
              offset: UInt32(truncatingIfNeeded: at), character: UInt16(truncatingIfNeeded: character), readers: readers
            ))
        }
        at = next
      }
    }
    return at
  }

  /// The index of the first place at or after an offset.
  func index(from offset: Int) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if Int(all[middle].offset) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What the words of all vocabularies begin with: for each character, and for each hash of two, who has such words.
///
/// Built once; the memory lives as long as the program, so that looking into it counts no references.
@safe
private struct WordPlaceTables: @unchecked Sendable {
  // Unchecked because the memory, 65,536 bytes each, is written in `init` only.
  private let singles: UnsafePointer<UInt8>
  private let pairs: UnsafePointer<UInt8>

  static let shared = WordPlaceTables([
    (.cues, SectionVocabulary.cues.starts), (.tense, SectionVocabulary.tense.starts),
    (.numbering, Numbering.starts), (.identity, IdentityWords.standard.starts),
    (.names, Gazetteer.standard.index.starts), (.signs, IdentityScan.signs), (.tokens, TokenStarts.standard.any),
    (.damage, DamageSigns.starts),
  ])

  private init(_ vocabularies: [(WordPlaces.Readers, WordStarts)]) {
    var singles = [UInt8](repeating: 0, count: 1 << 16)
    var pairs = [UInt8](repeating: 0, count: 1 << 16)
    for (reader, starts) in vocabularies {
      for character in starts.singles.members { singles[Int(character)] |= reader.rawValue }
      for pair in pairs.indices where starts.holdsPair(pair) { pairs[pair] |= reader.rawValue }
    }
    unsafe self.singles = Self.immortal(singles)
    unsafe self.pairs = Self.immortal(pairs)
  }

  private static func immortal(_ table: [UInt8]) -> UnsafePointer<UInt8> {
    // Unsafe because the memory is unmanaged: as many elements as the array has, never freed.
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: table.count)
    _ = unsafe memory.initialize(fromContentsOf: table)
    return unsafe UnsafePointer(memory.baseAddress!)
  }

  @inline(__always)
  func readers(of first: UInt32, then second: UInt32) -> WordPlaces.Readers {
    guard first < 0x10000 else { return [] }
    // Unsafe because the pointers are read unchecked: both indices have 16 bits.
    let readers = unsafe singles[Int(first)] | pairs[WordTrieBuilder.pair(first, second)]
    return WordPlaces.Readers(rawValue: readers)
  }
}
