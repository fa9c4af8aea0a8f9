internal import CTables

/// What the words of a heading say of the section's kind (`section-words.tsv`).
struct HeadingWords: Sendable {
  var review = 0
  var plan = 0
  var own = 0
  var problems = 0
  var glossary = 0
  /// The latest year named.
  var year: Int?
  /// The latest five-year plan named (`“十四五”` is 14).
  var fiveYearPlan: Int?

  /// From this weight on, words decide.
  static let decisive = 3
  /// From this weight on, words decide against the section around them.
  static let overriding = 6

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let table = Self.table
    let starts = table.starts
    let span = bytes.span
    var at = range.lowerBound
    var afterWord = at
    var following = span.characterOrEnd(at: at)
    while at < range.upperBound {
      let (character, width) = following
      following = span.characterOrEnd(at: at + width)
      if at >= afterWord, starts.allow(character, then: following.value),
        let match = table.longestMatchUnfiltered(in: span, at: at, before: range.upperBound)
      {
        count(match.value)
        afterWord = at + match.count
      }
      // 十
      if width == 1 && Scalars.isDigit(character) || character == 0x5341 {
        var cursor = Cursor(bytes: bytes, at: at, end: range.upperBound)
        if character == 0x5341 { readFiveYearPlan(&cursor) } else { readYear(&cursor) }
        at = cursor.at
        following = span.characterOrEnd(at: at)
      } else {
        at += width
      }
    }
    if Self.endsWithGovernment(bytes, range) { own += Self.overriding }
  }

  private mutating func count(_ value: Int) {
    let weight = value & ~Self.opens & 0xFF
    switch value >> 8 {
    case 0: review += weight
    case 1: plan += weight
    case 2: own += weight
    case 3: problems += weight
    default: glossary += weight
    }
  }

  private mutating func readYear(_ cursor: inout Cursor) {
    let digits = cursor.digitsAhead
    let number = cursor.arabicNumber()
    if digits == 4, let number, number >= 1949, number < 2100 {
      year = max(year ?? 0, number)
    } else if number == nil {
      cursor.at = min(cursor.end, cursor.at + digits)
    }
  }

  /// `十三五`, not `十三个`.
  private mutating func readFiveYearPlan(_ cursor: inout Cursor) {
    var ahead = cursor
    ahead.advance()
    let digit = ahead.peek
    ahead.advance()
    let last = ahead.peek
    let digits: [UInt32] = [0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03]
    if let index = digits.firstIndex(of: digit), last == 0x4E94 {
      fiveYearPlan = max(fiveYearPlan ?? 0, 11 + index)
      ahead.advance()
      cursor = ahead
    } else if digit == 0x4E94 {  // 十五
      fiveYearPlan = max(fiveYearPlan ?? 0, 10)
      cursor.advance()
    } else {
      cursor.advance()
    }
  }

  /// Whether an unnumbered line with these words is a chapter of the report.
  var namesChapter: Bool {
    if own >= Self.overriding, review < Self.decisive { return true }
    let isDated = year != nil || fiveYearPlan != nil
    let kind = max(review, plan)
    return kind >= Self.overriding || (isDated && kind > 0)
  }

  /// The kind that the words alone decide on.
  var kind: SectionKind? {
    if glossary >= 8 { return .glossary }
    if own >= 4, review < Self.decisive { return .self }
    if problems >= 4, problems >= plan, problems >= review { return .problems }
    if review >= Self.decisive, review > plan { return .review }
    if plan >= Self.decisive, plan >= review { return .plan }
    return nil
  }

  /// `打造务实高效的政府`: a heading that ends in the government speaks of its reform.
  private static func endsWithGovernment(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count >= 6 && bytes.hasText("政府", at: range.upperBound - 6)
  }

  /// Where the first decisive words that a heading may end with do end, those joined by `和` and the like included.
  static func endOfWords(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var found: Int?
    var offset = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 3 * HeadingFinder.longestItem)
    var isJoined = false
    while offset < end {
      let (scalar, count) = Scalars.scalar(bytes, at: offset, before: range.upperBound)
      if let found, !isJoined {
        // 和 及 与 暨 、
        isJoined = [0x548C, 0x53CA, 0x4E0E, 0x66A8, 0x3001].contains(scalar)
        if !isJoined || offset > found { return found }
      }
      if let match = table.longestMatch(in: bytes.span, at: offset, before: end),
        match.value & 0xFF >= decisive, match.value & Self.opens == 0
      {
        found = offset + match.count
        isJoined = false
        offset += match.count
      } else {
        offset += count
      }
    }
    return found
  }

  /// Whether a first sentence holds words that headings do not (`我们`, `以下`).
  static func holdsBodyWord(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    holds([.body, .salutation], bytes, range)
  }

  /// Whether a sentence opens as one does that turns from what was done to what is wrong.
  static func turns(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    ["我们", "同时", "当前", "但", "尽管", "在", "客观"].contains { bytes[range].starts(with: $0.utf8) }
  }

  private static func holds(_ cues: ParagraphFeatures.Cues, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var found = false
    var offset = range.lowerBound
    while offset < range.upperBound, !found {
      let count = Scalars.scalar(bytes, at: offset, before: range.upperBound).count
      SectionVocabulary.cues.forEachMatch(in: bytes.span, at: offset, before: range.upperBound) { match in
        if match.value & Int(cues.rawValue) != 0 { found = true }
      }
      offset += count
    }
    return found
  }

  /// Whether a line is the title of a document: `报告` and the like.
  static func holdTitle(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    holds([.title], bytes, range)
  }

  /// Marks words that no heading ends with.
  private static let opens = 0x80
  private static let kinds: [Substring: Int] = ["review": 0, "plan": 1, "self": 2, "problems": 3, "glossary": 4]
  private static let table = PhraseTable(
    unsafe Table.rows(CTableSectionWords).compactMap { row in
      guard row.count >= 3, let kind = kinds[row[0]], let weight = Int(row[2]) else { return nil }
      return (row[1], kind << 8 | weight | (row.count > 3 ? opens : 0))
    })
}
