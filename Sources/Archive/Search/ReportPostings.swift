internal import ReportReading

/// Where each word of a report stands, as the search index keeps it: what can be told beside the writer, which puts those of a
/// batch together.
///
/// A word is one character. Of each section that holds it, its list of positions is written in FTS5's form
/// (https://sqlite.org/src/file/ext/fts5/fts5_index.c, "Doclist Format"): the length of the list, doubled; then the distances of the
/// positions, each with 2 added. Between two sections stands the distance of their rows.
struct ReportPostings: Sendable {
  /// A word of the report.
  struct Word: Sendable {
    /// Its number, see ``slot(of:)``.
    var slot: UInt32
    /// Ordinal of the first section that holds it.
    var first: UInt32
    /// Ordinal of the last section that holds it.
    var last: UInt32
    /// Where its lists end in ``bytes``; they begin where those of the word before end.
    var end: UInt32
  }

  /// In the order of their characters, which is that of UTF-8.
  private(set) var words: [Word] = []
  /// The lists of all words. Before the first list of each stands no distance: it depends on the words of other reports.
  private(set) var bytes: [UInt8] = []
  /// How many words each section has.
  let lengths: [Int]

  /// - Parameter texts: the normalised text of each section, UTF-8.
  init(of texts: [[UInt8]]) { self.init(of: SearchCharacters(of: texts)) }

  /// - Parameter characters: those of the sections.
  init(of characters: SearchCharacters) {
    lengths = zip(characters.ends, [0] + characters.ends).map { $0 - $1 }
    write(Self.places(of: characters.all, ends: characters.ends, &words))
  }

  // MARK: Words and their numbers

  /// Indexed characters stand in three blocks: letters and signs up to 0x21FF, ideographs of the basic plane from 0x3400 on, those
  /// beyond from 0x20000 to 0x2A6D6. Their numbers leave out what is between, so that tables by number are small.
  static let slots = beyond + 0xa6d7
  private static let ideographs = 0x2200
  private static let beyond = ideographs + 0xcc00

  /// The number of a character.
  @inline(__always)
  private static func slot(of character: UInt32) -> Int {
    if character >= 0x3400, character < 0x1_0000 { return Int(character) &- 0x3400 &+ ideographs }
    return character < 0x3400 ? Int(min(character, 0x21ff)) : Int(min(character &- 0x2_0000, 0xa6d6)) &+ beyond
  }

  /// The term that the index has for a word: FTS5's sign of the main index, then the character in UTF-8.
  static func term(of slot: Int) -> [UInt8] {
    let value = UInt32(slot < ideographs ? slot : slot < beyond ? slot - ideographs + 0x3400 : slot - beyond + 0x2_0000)
    return [0x30] + Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
  }

  /// Where a word stands: the section in the upper half, the position in it in the lower.
  private typealias Place = UInt64

  /// The places of the characters word by word, ascending for each; the words are entered with their numbers, and with the
  /// number of the places up to the last of theirs as end (a counting sort).
  /// - Parameter ends: how many characters there are up to the end of each section.
  private static func places(of characters: [UInt32], ends: [Int], _ words: inout [Word]) -> [Place] {
    let slots = characters.contains { $0 >= 0x1_0000 } ? slots : beyond
    var next = [UInt32](repeating: 0, count: slots)
    var isThere = [UInt64](repeating: 0, count: slots / 64 + 1)
    var counts = next.mutableSpan
    var marks = isThere.mutableSpan
    for at in characters.indices {
      let slot = slot(of: characters[at])
      counts[slot] &+= 1
      marks[slot >> 6] |= 1 &<< UInt64(slot & 63)
    }
    var count: UInt32 = 0
    for group in marks.indices where marks[group] != 0 {
      var rest = marks[group]
      while rest != 0 {
        let slot = group << 6 + rest.trailingZeroBitCount
        rest &= rest &- 1
        let start = count
        count += counts[slot]
        counts[slot] = start
        words.append(Word(slot: UInt32(slot), first: 0, last: 0, end: count))
      }
    }
    var places = [Place](repeating: 0, count: characters.count)
    var output = places.mutableSpan
    var at = 0
    for section in ends.indices {
      var place = Place(section) << 32
      while at < ends[section] {
        let slot = slot(of: characters[at])
        output[Int(counts[slot])] = place
        counts[slot] &+= 1
        place &+= 1
        at &+= 1
      }
    }
    return places
  }

  // MARK: Lists

  private mutating func write(_ places: [Place]) {
    let places = places.span
    var output = ByteBuffer(capacity: places.count * 3 + 64)
    var start = 0
    for index in words.indices {
      let end = Int(words[index].end)
      var before = places[start]
      words[index].first = UInt32(truncatingIfNeeded: before >> 32)
      words[index].last = UInt32(truncatingIfNeeded: places[end - 1] >> 32)
      var list = output.beginList()
      output.append(varint: (before & 0xffff_ffff) + 2)
      for at in start + 1..<end {
        let place = places[at]
        let sections = (place >> 32) - (before >> 32)
        // The distance in the section; from its beginning in another one. Computed without a branch, which could not be foretold.
        let origin = (before & 0xffff_ffff) &* (sections == 0 ? 1 : 0)
        let distance = (place & 0xffff_ffff) &- origin &+ 2
        before = place
        if output.append(distance: distance, sections: sections, to: &list) { continue }
        if sections > 0 {
          output.endList(list)
          output.append(varint: sections)
          list = output.beginList()
        }
        output.append(varint: distance)
      }
      output.endList(list)
      words[index].end = UInt32(output.count)
      start = end
    }
    bytes = output.array
  }
}

extension ByteBuffer {
  /// Leaves room for the length of a list of positions.
  /// - Returns: where the list begins.
  @inline(__always)
  fileprivate mutating func beginList() -> Int {
    append(0)
    return count
  }

  /// Writes the length, doubled: the lowest bit tells rows that are deleted.
  @inline(__always)
  fileprivate mutating func endList(_ list: Int) { set(varint: UInt64((count - list) * 2), before: list) }
}
