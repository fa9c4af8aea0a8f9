internal import CTables

/// What a paragraph's words say of its place in the report, gathered in one pass over its bytes.
struct ParagraphFeatures: Sendable {
  /// Phrases that tell where a stretch of a report begins or ends (`section-cues.tsv`).
  struct Cues: OptionSet, Sendable {
    let rawValue: UInt16
    /// `各位代表`
    static let salutation = Cues(rawValue: 1 << 0)
    /// Opens a paragraph that no longer belongs to the item before it.
    static let closer = Cues(rawValue: 1 << 1)
    /// Opens a paragraph that goes on with the problems just named.
    static let continues = Cues(rawValue: 1 << 2)
    /// `清醒地看到`, with ``trouble`` the mark of a statement of problems.
    static let see = Cues(rawValue: 1 << 3)
    static let trouble = Cues(rawValue: 1 << 4)
    /// `工作的总体要求`: the plan begins.
    static let plan = Cues(rawValue: 1 << 5)
    /// `过去一年`: a review begins.
    static let review = Cues(rawValue: 1 << 6)
    /// `主要预期目标`
    static let target = Cues(rawValue: 1 << 7)
    /// Office, name or source: a short line with it is no heading.
    static let person = Cues(rawValue: 1 << 8)
    /// A short sentence with it is no run-in heading.
    static let body = Cues(rawValue: 1 << 9)

    /// `报告` `计划`: a line with it before any text is the document's title.
    static let title = Cues(rawValue: 1 << 10)

    /// `综合考虑各方面因素`: a statement of main targets opens so.
    static let weigh = Cues(rawValue: 1 << 11)

    /// `未来五年`: the years ahead.
    static let term = Cues(rawValue: 1 << 12)

    private static let names: [Substring: Cues] = [
      "salutation": salutation, "closer": closer, "continues": continues, "see": see, "trouble": trouble,
      "plan": plan, "review": review, "target": target, "person": person, "body": body, "title": title, "weigh": weigh,
      "term": term,
    ]
    static func named(_ name: Substring) -> Cues { names[name] ?? [] }
  }

  private let packedRange: PackedRange
  private let packedStart: UInt32
  private let count: UInt16

  /// The paragraph without white space at its ends.
  var range: Range<Int> { packedRange.range }
  /// Where the paragraph starts, white space included.
  var start: Int { Int(packedStart) }
  /// Its characters, counted no further than ``characterLimit``.
  var characters: Int { Int(count) }
  /// Phrases at its very start.
  var first: Cues = []
  /// Phrases within the first ``openingBytes``.
  var opening: Cues = []
  /// Phrases anywhere.
  var all: Cues = []
  /// Positive where its words look ahead, negative where they look back (`tense-words.tsv`).
  var tense: Int { Int(weight) }
  private var weight: Int32 = 0
  /// The last character.
  var last: UInt32

  /// No line or heading is told by more.
  static let characterLimit = 128
  /// A hundred characters: two or three clauses, in which a paragraph says what it is about.
  static let openingBytes = 300

  /// What the markup says of the paragraph.
  var attributes: ParagraphAttributes

  /// The bold words that the paragraph starts with; nil where it starts plain or is all bold.
  var leadingBold: Range<Int>? { attributes.leadingBold(from: start) }

  init(
    _ bytes: borrowing [UInt8], _ places: borrowing WordPlaces, paragraph: Range<Int>,
    attributes: ParagraphAttributes = ParagraphAttributes()
  ) {
    self.attributes = attributes
    let range = Self.trimmed(bytes, paragraph)
    packedStart = UInt32(paragraph.lowerBound)
    packedRange = PackedRange(range)
    count = UInt16(Scalars.count(bytes, in: range, upTo: Self.characterLimit))
    last = Scalars.last(bytes, in: range)
    var afterTense = range.lowerBound
    let (cues, tense) = (SectionVocabulary.cues, SectionVocabulary.tense)
    let structure = places.structure.all.span
    for index in places.structure.index(from: range.lowerBound)..<structure.count {
      let place = structure[index]
      let offset = Int(place.offset)
      if offset >= range.upperBound { break }
      if place.readers.contains(.cues) { read(cues, bytes.span, at: offset) }
      if offset >= afterTense, place.readers.contains(.tense),
        let match = tense.longestMatchUnfiltered(in: bytes.span, at: offset, before: range.upperBound)
      {
        weight += Int32(match.value)
        afterTense = offset + match.count
      }
    }
  }

  private mutating func read(_ cues: PhraseTable, _ bytes: Span<UInt8>, at offset: Int) {
    cues.forEachMatchUnfiltered(in: bytes, at: offset, before: range.upperBound) { match in
      let cue = Cues(rawValue: UInt16(truncatingIfNeeded: match.value))
      all.insert(cue)
      if offset - range.lowerBound < Self.openingBytes { opening.insert(cue) }
      if offset == range.lowerBound { first.insert(cue) }
    }
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    while lower < range.upperBound {
      let (scalar, count) = Scalars.scalar(bytes, at: lower, before: range.upperBound)
      guard Scalars.isSpace(scalar) else { break }
      lower += count
    }
    var upper = range.upperBound
    while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x0D || bytes[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
  }

  /// Whether the paragraph turns to what is wrong (`我们也清醒地看到…困难和问题`).
  var statesProblems: Bool { opening.contains(.see) && all.contains(.trouble) }

  /// Whether the paragraph ends as a sentence or a clause does.
  var endsWithMark: Bool {
    Scalars.endsSentence(last) || Scalars.isSemicolon(last) || Scalars.isColon(last) || Scalars.isComma(last)
      || last == 0x3001 || last == 0x2026
  }
}

/// The tables of this stage, read once. They are `unsafe` because they come as pointers of C; the constants behind
/// them live as long as the program.
enum SectionVocabulary {
  static let cues = PhraseTable(
    unsafe Table.rows(CTableSectionCues).compactMap { row in
      row.count == 2 ? (row[1], Int(ParagraphFeatures.Cues.named(row[0]).rawValue)) : nil
    })
  static let tense = PhraseTable(
    unsafe Table.rows(CTableTenseWords).compactMap { row in
      row.count == 2 ? Int(row[1]).map { (row[0], $0) } : nil
    })
}
