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
    /// What signs of damage begin with.
    static let damage = Readers(rawValue: 1 << 6)
    /// Anything but plain text, for the grammar of figures; the last bit, so that it is counted at once.
    static let tokens = Readers(rawValue: 1 << 7)

    /// Those who read the text paragraph by paragraph.
    static let structure: Readers = [.cues, .tense, .numbering, .damage]
    static let identification: Readers = [.identity, .names, .signs]
    static let others = structure.union(identification)
  }

  /// Of 64 bits in one, so that one instruction writes it.
  struct Place: BitwiseCopyable, Sendable {
    private let bits: UInt64

    /// - Parameters:
    ///   - offset: of 32 bits.
    ///   - character: of the basic plane.
    @inline(__always)
    init(offset: Int, character: UInt32, readers: Readers) {
      bits = (UInt64(readers.rawValue) << 16 | UInt64(character)) << 32 | UInt64(truncatingIfNeeded: offset)
    }

    private init(bits: UInt64) { self.bits = bits }

    /// The same for some of its readers.
    @inline(__always)
    func keeping(_ readers: Readers) -> Place {
      Place(bits: bits & (UInt64(readers.rawValue) << 48 | 0xFFFF_FFFF_FFFF))
    }

    @inline(__always)
    var offset: UInt32 { UInt32(truncatingIfNeeded: bits) }
    /// U+FFFF beyond the basic plane.
    @inline(__always)
    var character: UInt16 { UInt16(truncatingIfNeeded: bits >> 32) }
    @inline(__always)
    var readers: Readers { Readers(rawValue: UInt8(truncatingIfNeeded: bits >> 48)) }
  }

  /// Places in the order of the text.
  struct List: Sendable {
    fileprivate(set) var all: [Place] = []
    /// For each stretch of the text the index of the first place in it or behind it.
    fileprivate var firsts: [UInt32] = []

    /// Bytes of the text for which it is known where their places begin.
    static let stretch = 1024

    /// The index of the first place at or after an offset.
    func index(from offset: Int) -> Int {
      let stretch = offset / Self.stretch
      guard stretch + 1 < firsts.count else { return all.count }
      return Ascending.first(of: Int(firsts[stretch])..<Int(firsts[stretch + 1]), from: offset) { Int(all[$0].offset) }
    }

    /// The places at or after an offset.
    func from(_ offset: Int) -> ArraySlice<Place> { all[index(from: offset)...] }
  }

  /// Those of ``Readers/tokens``, and of others that find something there too.
  private(set) var tokens = List()
  /// Those of ``Readers/structure`` and ``Readers/identification``, some of them places of tokens too.
  private(set) var structure = List()
  private(set) var identification = List()

  /// - Parameter text: valid UTF-8.
  init(_ text: [UInt8]) {
    reserve(text.count)
    let scanner = Scanner()
    // Unsafe because the memory is handed on unchecked: it has the room that a stretch needs.
    unsafe withUnsafeTemporaryAllocation(of: Place.self, capacity: Scanner.room) { room in
      var at = 0
      while at < text.count {
        markStretch()
        let end = min((at / List.stretch + 1) * List.stretch, text.count)
        at = unsafe scanner.scan(
          text.span, from: at, to: end, room, tokens: &tokens.all, structure: &structure.all,
          identification: &identification.all)
      }
    }
    markStretch()
  }

  /// Makes room for as many places as most texts have.
  private mutating func reserve(_ bytes: Int) {
    tokens.all.reserveCapacity(bytes / 5 + 1)
    structure.all.reserveCapacity(bytes / 16 + 1)
    identification.all.reserveCapacity(bytes / 16 + 1)
    let stretches = bytes / List.stretch + 2
    tokens.firsts.reserveCapacity(stretches)
    structure.firsts.reserveCapacity(stretches)
    identification.firsts.reserveCapacity(stretches)
  }

  private mutating func markStretch() {
    tokens.firsts.append(UInt32(tokens.all.count))
    structure.firsts.append(UInt32(structure.all.count))
    identification.firsts.append(UInt32(identification.all.count))
  }
}

/// Notes the places of a text, a stretch at a time.
private struct Scanner {
  private let tables = WordPlaceTables.shared

  /// Places for which the scan of a stretch needs memory: two at each byte, and one more of each that is written and not
  /// counted.
  static let room = 2 * (WordPlaces.List.stretch + 1)

  /// Adds the places from an offset, at which a character begins, to another one.
  /// - Parameter room: memory for ``room`` places.
  /// - Returns: where to go on.
  @unsafe
  func scan(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, _ room: UnsafeMutableBufferPointer<WordPlaces.Place>,
    tokens: inout [WordPlaces.Place], structure: inout [WordPlaces.Place], identification: inout [WordPlaces.Place]
  ) -> Int {
    precondition(start >= 0 && end - start <= WordPlaces.List.stretch && room.count == Self.room)
    let places = unsafe UnsafeMutableBufferPointer(rebasing: room[..<(Self.room / 2)])
    let others = unsafe UnsafeMutableBufferPointer(rebasing: room[(Self.room / 2)...])
    let (tokenCount, otherCount, next) = unsafe note(bytes, from: start, to: end, places, others)
    unsafe tokens.append(contentsOf: UnsafeBufferPointer(rebasing: places[..<tokenCount]))
    let counts = unsafe part(others, otherCount, of: bytes, structure: places)
    unsafe structure.append(contentsOf: UnsafeBufferPointer(rebasing: places[..<counts.structure]))
    unsafe identification.append(contentsOf: UnsafeBufferPointer(rebasing: others[..<counts.identification]))
    return next
  }

  /// Writes the places of tokens to one memory, those of others to another one.
  /// - Returns: how many there are of each, and where to go on.
  private func note(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, _ tokens: UnsafeMutableBufferPointer<WordPlaces.Place>,
    _ others: UnsafeMutableBufferPointer<WordPlaces.Place>
  ) -> (tokens: Int, others: Int, next: Int) {
    let (characters, pairs) = unsafe (tables.characters, tables.pairs)
    var (tokenCount, otherCount) = (0, 0)
    var at = start
    var (character, width) = Self.character(bytes, at: at)
    @inline(__always)
    func note(before following: (value: UInt32, width: Int)) {
      // Unsafe because the pointers are read unchecked: both indices have 16 bits.
      let begun = unsafe characters[Int(character)]
      let found = unsafe begun.singles | begun.firsts & pairs[WordTrieBuilder.pair(character, following.value)]
      let readers = WordPlaces.Readers(rawValue: found)
      let place = WordPlaces.Place(offset: at, character: character, readers: readers)
      // Written in any case: whether it is one cannot be foretold, and a wrong guess would take longer.
      // Unsafe because the memory is written unchecked: there is room for a place at each byte and one more.
      unsafe tokens[tokenCount] = place
      tokenCount &+= Int(UInt32(found) &>> 7)
      unsafe others[otherCount] = place
      otherCount &+= Self.one(unlessEmpty: readers.intersection(.others))
      at &+= width
      (character, width) = following
    }
    // Eight bytes hold a character and four bytes behind it.
    let last = min(end, bytes.count &- 7)
    // Unsafe because this is unchecked: four bytes follow.
    while at < last { unsafe note(before: bytes.basicCharacter(uncheckedAt: at &+ width)) }
    while at < end { note(before: Self.character(bytes, at: at &+ width)) }
    return (tokenCount, otherCount, at)
  }

  /// The character at an offset as ``Span/basicCharacter(uncheckedAt:)`` gives it; 0 with a width of 0 at the end.
  private static func character(_ bytes: Span<UInt8>, at offset: Int) -> (value: UInt32, width: Int) {
    let (value, width) = bytes.characterOrEnd(at: offset)
    return (min(value, 0xFFFF), width)
  }

  /// Parts places of other readers than tokens, as far as the third characters speak for words: those of identification stay
  /// first where they are, those of structure go to other memory of as much room.
  private func part(
    _ places: UnsafeMutableBufferPointer<WordPlaces.Place>, _ count: Int, of bytes: Span<UInt8>,
    structure: UnsafeMutableBufferPointer<WordPlaces.Place>
  ) -> (structure: Int, identification: Int) {
    var counts = (structure: 0, identification: 0)
    for index in 0..<count {
      // Unsafe because the memory is written and read unchecked: no count is more than the index.
      let place = unsafe places[index].keeping(tables.readers(bytes, at: places[index]))
      unsafe structure[counts.structure] = place
      counts.structure &+= Self.one(unlessEmpty: place.readers.intersection(.structure))
      unsafe places[counts.identification] = place
      counts.identification &+= Self.one(unlessEmpty: place.readers.intersection(.identification))
    }
    return counts
  }

  /// 1 where there are any, else 0; computed, so that no branch comes of it.
  @inline(__always)
  private static func one(unlessEmpty readers: WordPlaces.Readers) -> Int {
    Int(truncatingIfNeeded: (UInt32(readers.rawValue) &+ 0xFF) &>> 8)
  }
}

/// What the words of all vocabularies begin with: for each character, and for each hash of two, who has such words.
///
/// Built once; the memory lives as long as the program, so that looking into it counts no references.
@safe
private struct WordPlaceTables: @unchecked Sendable {
  /// Who has words that are one character, and who has longer ones that begin with it. Without the latter one pair in twenty would
  /// be taken for another.
  struct Begun: BitwiseCopyable {
    var singles: UInt8 = 0
    var firsts: UInt8 = 0
  }

  // Unchecked because the memory, of 65,536 elements each, is written in `init` only.
  let characters: UnsafePointer<Begun>
  let pairs: UnsafePointer<UInt8>
  /// By the hashes of ``WordOpenings``.
  private let openings: UnsafePointer<UInt8>
  /// For each character whose words its ``WordOpenings`` do not tell apart.
  private let others: UnsafePointer<UInt8>

  static let shared = WordPlaceTables([
    (.cues, SectionVocabulary.cues.starts), (.tense, SectionVocabulary.tense.starts),
    (.numbering, Numbering.starts), (.identity, IdentityWords.standard.starts),
    (.names, Gazetteer.standard.index.starts), (.signs, IdentityScan.signs), (.tokens, TokenStarts.standard.any),
    (.damage, DamageSigns.starts),
  ])

  private init(_ vocabularies: [(WordPlaces.Readers, WordStarts)]) {
    var characters = [Begun](repeating: Begun(), count: 1 << 16)
    var pairs = [UInt8](repeating: 0, count: 1 << 16)
    var (openings, others) = (pairs, pairs)
    for (reader, starts) in vocabularies {
      for hash in starts.openings.hashes { openings[Int(hash)] |= reader.rawValue }
      for character in starts.openings.others + starts.singles.members { others[Int(character)] |= reader.rawValue }
      for character in starts.singles.members { characters[Int(character)].singles |= reader.rawValue }
      for character in starts.firstCharacters.members { characters[Int(character)].firsts |= reader.rawValue }
      for pair in pairs.indices where starts.holdsPair(pair) { pairs[pair] |= reader.rawValue }
    }
    unsafe self.characters = Self.immortal(characters)
    unsafe self.pairs = Self.immortal(pairs)
    unsafe self.openings = Self.immortal(openings)
    unsafe self.others = Self.immortal(others)
  }

  /// Who may have words at a place, by three characters.
  @inline(__always)
  func readers(_ bytes: Span<UInt8>, at place: WordPlaces.Place) -> WordPlaces.Readers {
    let offset = Int(place.offset)
    guard offset &+ 9 <= bytes.count else { return place.readers }
    // Unsafe because these are unchecked: nine bytes follow, a character and a hash have 16 bits.
    let eight = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
    let three = unsafe WordOpenings.hash(ofThree: eight, bytes[unchecked: offset &+ 8])
    let two = WordOpenings.hash(ofTwo: eight)
    return unsafe WordPlaces.Readers(rawValue: openings[Int(three)] | openings[Int(two)] | others[Int(place.character)])
  }

  private static func immortal<Element: BitwiseCopyable>(_ table: [Element]) -> UnsafePointer<Element> {
    // Unsafe because the memory is unmanaged: as many elements as the array has, never freed.
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: table.count)
    _ = unsafe memory.initialize(fromContentsOf: table)
    return unsafe UnsafePointer(memory.baseAddress!)
  }
}
