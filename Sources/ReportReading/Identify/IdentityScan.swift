/// One pass over a text that notes what identification looks at: unit names, years, and words of its vocabulary.
struct IdentityScan: Sendable {
  /// A form of a unit's name at a place.
  struct Mention: Sendable {
    private let place: PackedRange
    private let number: UInt32

    init(form: Int, range: Range<Int>) {
      place = PackedRange(range)
      number = UInt32(form)
    }

    /// Index in ``GazetteerIndex/forms``.
    var form: Int { Int(number) }
    var range: Range<Int> { place.range }
  }
  /// A word of ``IdentityWords`` at a place.
  struct Hit: Sendable {
    private let place: PackedRange
    private let number: UInt32

    init(word: Int, range: Range<Int>) {
      place = PackedRange(range)
      number = UInt32(word)
    }

    var word: Int { Int(number) }
    var range: Range<Int> { place.range }
  }
  /// A year with the character 年 (`2020年`, `二〇二〇年`), or a blotted-out one (`20*年`).
  struct YearMention: Sendable {
    private let place: PackedRange
    private let number: Int16

    init(year: Int?, range: Range<Int>) {
      place = PackedRange(range)
      number = Int16(year ?? 0)
    }

    /// Nil when blotted out.
    var year: Int? { number == 0 ? nil : Int(number) }
    /// The number and 年.
    var range: Range<Int> { place.range }
  }
  let text: NormalisedText
  /// Which of the texts of a report it is: 0 for its body, then the titles of the front matter.
  let origin: Int
  private(set) var mentions: [Mention] = []
  private(set) var hits: [Hit] = []
  private(set) var years: [YearMention] = []
  /// How often 自治区 stands.
  private(set) var autonomousRegions = 0
  /// Where 中全会 stands first.
  private(set) var firstPlenum: Int?

  init(_ text: NormalisedText, _ places: WordPlaces, gazetteer: GazetteerIndex, origin: Int = 0) {
    self.text = text
    self.origin = origin
    let bytes = text.bytes
    let words = IdentityWords.standard
    let span = bytes.span
    var afterMention = 0
    mentions.reserveCapacity(places.identification.all.count / 4)
    hits.reserveCapacity(places.identification.all.count / 2)
    for place in places.identification.all {
      let at = Int(place.offset)
      let word = place.readers.contains(.identity) ? words.longestWordUnfiltered(span, at: at) : nil
      if let word { hits.append(Hit(word: word.word, range: at..<word.end)) }
      if at >= afterMention, place.readers.contains(.names),
        let form = gazetteer.longestForm(span, at: at, end: bytes.count)
      {
        let end = at + gazetteer.forms[form].name.count
        // 金山 in 金山银山 is no place.
        if let word, words.words[word.word].kind == .none, word.end > end { continue }
        mentions.append(Mention(form: form, range: at..<end))
        afterMention = end
      }
      guard place.readers.contains(.signs) else { continue }
      switch place.character {
      // 自
      case 0x81EA: if span.hasText("自治区", at: at) { autonomousRegions += 1 }
      // 中
      case 0x4E2D: if firstPlenum == nil, span.hasText("中全会", at: at) { firstPlenum = at }
      // 年
      case 0x5E74:
        if let mention = Bytes.yearNumber(bytes, before: at) {
          years.append(YearMention(year: mention.year, range: mention.start..<at + 3))
        }
      default: break
      }
    }
  }

  /// The characters that are looked at whatever follows: of 自治区, 中全会, 年.
  static let signs = WordTrie(["自", "中", "年"].map { (word: $0, value: 0) }).starts

  /// Indices of the hits that begin within a range.
  func hits(in range: Range<Int>) -> Range<Int> {
    let low = firstHit(from: range.lowerBound)
    let high = firstHit(from: range.upperBound)
    return low..<max(low, high)
  }

  private func firstHit(from offset: Int) -> Int {
    Ascending.first(of: hits.indices, from: offset) { hits[$0].range.lowerBound }
  }

  /// Where the first year at or after a place begins.
  func startOfYear(from offset: Int) -> Int? {
    let index = Ascending.first(of: years.indices, from: offset) { years[$0].range.lowerBound }
    return index < years.count ? years[index].range.lowerBound : nil
  }
}
