/// One pass over a text that notes what identification looks at: unit names, years, and words of its vocabulary.
struct IdentityScan: Sendable {
  /// A form of a unit's name at a place.
  struct Mention: Sendable {
    /// Index in ``GazetteerIndex/forms``.
    var form: Int
    var range: Range<Int>
  }
  /// A word of ``IdentityWords`` at a place.
  struct Hit: Sendable {
    var word: Int
    var range: Range<Int>
  }
  /// A year with the character 年 (`2020年`, `二〇二〇年`), or a blotted-out one (`20*年`).
  struct YearMention: Sendable {
    /// Nil when blotted out.
    var year: Int?
    /// The number and 年.
    var range: Range<Int>
  }

  let text: NormalisedText
  private(set) var mentions: [Mention] = []
  private(set) var hits: [Hit] = []
  private(set) var years: [YearMention] = []
  /// How often 自治区 stands.
  private(set) var autonomousRegions = 0
  /// Where 中全会 stands first.
  private(set) var firstPlenum: Int?

  init(_ text: NormalisedText, gazetteer: GazetteerIndex) {
    self.text = text
    let bytes = text.bytes
    let words = IdentityWords.standard
    let starts = gazetteer.starts
    let span = bytes.span
    var at = 0
    var afterMention = 0
    var following: (value: UInt32, width: Int) = span.isEmpty ? (0, 0) : span.character(at: 0)
    while at < span.count {
      let (character, width) = following
      let next = at + width
      following = next < span.count ? span.character(at: next) : (0, 0)
      defer { at = next }
      guard starts.allow(character, then: following.value) else { continue }
      let word = words.longestWord(span, at: at)
      if let word { hits.append(Hit(word: word.word, range: at..<word.end)) }
      if at >= afterMention,
        let form = gazetteer.longestForm(bytes, at: at, end: bytes.count)
      {
        let end = at + gazetteer.forms[form].name.count
        // 金山 in 金山银山 is no place.
        if let word, words.words[word.word].kind == .none, word.end > end { continue }
        mentions.append(Mention(form: form, range: at..<end))
        afterMention = end
      }
      if character == 0x81EA, span.hasText("自治区", at: at) { autonomousRegions += 1 }
      if character == 0x4E2D, firstPlenum == nil, span.hasText("中全会", at: at) { firstPlenum = at }
      if character == 0x5E74, let mention = Bytes.yearNumber(bytes, before: at) {
        years.append(YearMention(year: mention.year, range: mention.start..<at + 3))
      }
    }
  }

  /// Indices of the hits that begin within a range.
  func hits(in range: Range<Int>) -> Range<Int> {
    let low = lowerBound(range.lowerBound)
    let high = lowerBound(range.upperBound)
    return low..<max(low, high)
  }

  private func lowerBound(_ offset: Int) -> Int {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
