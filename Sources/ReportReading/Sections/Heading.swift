/// A heading found in the text, before its place in the tree is known.
struct Heading: Sendable {
  private let packedRange: PackedRange
  private let place: (paragraph: UInt32, start: UInt32, end: UInt32)
  private let value: (number: UInt16, level: UInt8)
  let style: Numbering.Style
  /// The paragraph before announces it (`：`), so that it belongs below that paragraph's own heading.
  let isAnnounced: Bool

  /// - Parameters:
  ///   - number: 0 without one.
  ///   - level: of a markdown heading, 0 for none.
  init(
    paragraph: Int, start: Int, range: Range<Int>, style: Numbering.Style, number: Int, level: Int, end: Int?,
    isAnnounced: Bool
  ) {
    packedRange = PackedRange(range)
    place = (UInt32(paragraph), UInt32(start), UInt32(end ?? 0))
    value = (UInt16(number), UInt8(level))
    self.style = style
    self.isAnnounced = isAnnounced
  }

  /// Index of the paragraph that it stands in.
  var paragraph: Int { Int(place.paragraph) }
  /// Where its section begins.
  var start: Int { Int(place.start) }
  /// The words of the heading, number included, final mark excluded.
  var range: Range<Int> { packedRange.range }
  /// Its number; 0 without one.
  var number: Int { Int(value.number) }
  /// Level of a markdown heading, 0 for none.
  var level: Int { Int(value.level) }
  /// Where its section ends at the latest: within its paragraph for an item of a sentence.
  var end: Int? { place.end == 0 ? nil : Int(place.end) }
}

/// Finds the headings of a text, paragraph by paragraph.
///
/// What is taken for a heading: a numbered line or a short numbered first sentence; a short line without final mark;
/// the short first sentence of a paragraph, where its neighbours have one too; the items of a sentence (`一是…二是…`).
/// A numbered sentence that states a quantity, or that ends in `；`, is an item of a list and no heading.
struct HeadingFinder {
  let bytes: [UInt8]
  let places: WordPlaces
  let features: [ParagraphFeatures]
  var headings: [Heading] = []
  private var inPreamble = true
  private var inGlossary = false
  /// The last paragraph that is numbered as chapters and sections are.
  private let lastSectionNumber: Int
  private var lastItemStyle: Numbering.Style?
  private let numberings: [Numbering?]

  /// The longest heading of each sort, in characters.
  static let longestLine = 40
  static let longestNumbered = 60
  static let longestRunIn = 24
  static let longestItem = 30

  init(_ bytes: [UInt8], _ places: WordPlaces, _ features: [ParagraphFeatures]) {
    self.bytes = bytes
    self.places = places
    self.features = features
    let numberings = features.map { Numbering.parse(bytes, in: $0.range) }
    self.numberings = numberings
    lastSectionNumber = numberings.lastIndex { $0.map { $0.style == .han || $0.style == .hanInBrackets } ?? false } ?? 0
  }

  /// All headings in document order.
  static func headings(in bytes: [UInt8], _ places: WordPlaces, _ features: [ParagraphFeatures]) -> [Heading] {
    var finder = HeadingFinder(bytes, places, features)
    let skipped = TableOfContents.paragraphs(in: bytes, features)
    for paragraph in features.indices where !skipped.contains(paragraph) { finder.visit(paragraph) }
    finder.dropLoneRunIns()
    return finder.headings
  }

  private mutating func visit(_ paragraph: Int) {
    let feature = features[paragraph]
    // A text with more is refused, and what it would have is not gathered.
    guard !feature.range.isEmpty, headings.count <= ReadingLimits.sections else { return }
    if let attachment = attachment(paragraph) {
      inPreamble = false
      inGlossary = HeadingWords(bytes, attachment.range).glossary > 0 || announcesGlossary(paragraph)
      return headings.append(attachment)
    }
    if inGlossary { return }
    var from = feature.range.lowerBound
    if numberings[paragraph] == nil { lastItemStyle = nil }
    if let numbering = numberings[paragraph] {
      inPreamble = false
      if numbering.style >= .circled, appendItems(of: paragraph, from: from) { return }
      if let heading = numbered(paragraph, numbering) {
        headings.append(heading)
        from = heading.range.upperBound
        lastItemStyle = nil
      } else {
        lastItemStyle = numbering.style
      }
    } else if let line = line(paragraph) {
      inPreamble = false
      return headings.append(line)
    } else if feature.first.contains(.salutation) || feature.characters > Self.longestLine {
      inPreamble = false
      if let runIn = runIn(paragraph) {
        headings.append(runIn)
        from = runIn.range.upperBound
      }
    }
    _ = appendItems(of: paragraph, from: from)
  }

  private func heading(
    _ paragraph: Int, _ style: Numbering.Style, _ number: Int, words: Range<Int>
  ) -> Heading {
    let announced = paragraph > 0 && Scalars.isColon(features[paragraph - 1].last)
    return Heading(
      paragraph: paragraph, start: features[paragraph].start, range: words, style: style, number: number,
      level: features[paragraph].attributes.headingLevel, end: nil, isAnnounced: announced)
  }
}

// MARK: - Numbered headings

extension HeadingFinder {
  /// The heading of a numbered paragraph, nil where it is an item of a list.
  private func numbered(_ paragraph: Int, _ numbering: Numbering) -> Heading? {
    let range = features[paragraph].range
    let body = (range.lowerBound + numbering.count)..<range.upperBound
    guard !body.isEmpty else { return nil }
    let sentence = Sentence(bytes, from: body)
    let isWhole = sentence.next >= range.upperBound
    let isOuter = numbering.style <= .han || numbering.style == .hanInBrackets
    let isChapter = numbering.style <= .han
    func found(_ words: Range<Int>) -> Heading {
      heading(paragraph, numbering.style, numbering.number, words: range.lowerBound..<words.upperBound)
    }
    if isWhole, sentence.mark == .semicolon { return nil }
    let statesQuantity = Quantities.stand(in: bytes, sentence.words)
    if sentence.characters <= (isOuter ? Self.longestNumbered : Self.longestLine),
      sentence.mark != .semicolon, isChapter || !statesQuantity
    {
      if isWhole, !isOuter, sentence.mark != .colon, isFollowed(paragraph, by: numbering.style) { return nil }
      if sentence.mark != .colon || sentence.isTitle { return found(sentence.words) }
    }
    if numbering.style == .item || numbering.style == .ordinal || (!isOuter && lastItemStyle == numbering.style) {
      return nil
    }
    // A long first sentence: its first clause names the section, if there is more below it than the sentence.
    guard isOuter || !isFollowed(paragraph, by: numbering.style) else { return nil }
    if isWhole, sentence.mark == .stop, statesQuantity, !isChapter { return nil }
    let clause = Sentence(bytes, from: body, clause: true)
    // A chapter's heading that the site ran together with the text: `二、2005年主要任务今年是…`.
    if isChapter, let end = HeadingWords.endOfWords(bytes, body.lowerBound..<clause.words.upperBound) {
      return found(body.lowerBound..<end)
    }
    let isShort = clause.characters <= Self.longestItem && !Quantities.stand(in: bytes, clause.words)
    if isShort { return found(clause.words) }
    return isOuter ? found(body.lowerBound..<body.lowerBound) : nil
  }

  /// Whether the next paragraph, or for the last of a list the one before, is numbered in the same way.
  private func isFollowed(_ paragraph: Int, by style: Numbering.Style) -> Bool {
    if paragraph + 1 < numberings.count, let next = numberings[paragraph + 1] {
      if next.style == style { return true }
    }
    return lastItemStyle == style
  }

  /// What follows the report proper: attachments, notes, explanations of terms.
  private func attachment(_ paragraph: Int) -> Heading? {
    let feature = features[paragraph]
    guard !inPreamble else { return nil }
    if feature.characters > Self.longestLine { return longGlossary(paragraph) }
    var cursor = Cursor(bytes: bytes, at: feature.range.lowerBound, end: feature.range.upperBound)
    let isSentence = Scalars.endsSentence(feature.last) || Scalars.isSemicolon(feature.last)
    var names = false
    if cursor.skip(0x9644) {  // 附
      names = cursor.skip(0x4EF6, 0x5F55, 0x8868, 0xFF1A, 0x3A)  // 件 录 表 ：
    } else if bytes[feature.range].starts(with: "注：".utf8) {
      names = paragraph > lastSectionNumber
    } else if numberings[paragraph] == nil, !isSentence {
      names = HeadingWords(bytes, feature.range).glossary >= 8 || (inGlossary && announcesDeeds(feature))
    }
    guard names, !isSentence else { return nil }
    return heading(paragraph, .attachment, 0, words: withoutMark(feature))
  }

  /// `《政府工作报告》名词解释（按首字拼音排列。数字排在最后）`: longer than a line by what its brackets say of the order.
  private func longGlossary(_ paragraph: Int) -> Heading? {
    let feature = features[paragraph]
    guard feature.characters <= 2 * Self.longestLine, numberings[paragraph] == nil,
      bytes.hasText("）", at: feature.range.upperBound - 3),
      let open = bytes[feature.range].firstRange(of: "（".utf8),
      HeadingWords(bytes, feature.range.lowerBound..<open.lowerBound).glossary >= 8
    else { return nil }
    return heading(paragraph, .attachment, 0, words: feature.range)
  }

  /// `2011年市政府十件实事`: a list of good deeds that follows the explanations of terms.
  private func announcesDeeds(_ feature: ParagraphFeatures) -> Bool {
    guard feature.characters <= 30 else { return false }
    let line = bytes[feature.range]
    return line.firstRange(of: "实事".utf8) != nil && line.firstRange(of: "：".utf8) == nil
      && line.firstRange(of: "“".utf8) == nil
  }

  /// Whether the line after a bare `附件` names a glossary.
  private func announcesGlossary(_ paragraph: Int) -> Bool {
    guard paragraph + 1 < features.count, features[paragraph + 1].characters <= Self.longestLine else { return false }
    return HeadingWords(bytes, features[paragraph + 1].range).glossary >= 8
  }

  private func withoutMark(_ feature: ParagraphFeatures) -> Range<Int> {
    guard feature.endsWithMark else { return feature.range }
    let count = feature.last < 0x80 ? 1 : 3
    return feature.range.lowerBound..<max(feature.range.lowerBound, feature.range.upperBound - count)
  }
}

// MARK: - Unnumbered headings

extension HeadingFinder {
  /// A short line without final mark, or one that the markup sets off.
  private func line(_ paragraph: Int) -> Heading? {
    let feature = features[paragraph]
    let isSetOff = feature.attributes.isBold || feature.attributes.headingLevel > 0
    guard feature.characters >= 4, feature.characters <= Self.longestLine else { return nil }
    guard !feature.endsWithMark || (isSetOff && mayEndSetOffHeading(feature)) else { return nil }
    guard !feature.all.contains(.salutation), paragraph + 1 < features.count else { return nil }
    switch Scalars.scalar(bytes, at: feature.range.lowerBound, before: feature.range.upperBound).value {
    case 0xFF08, 0x28, 0x2014, 0x2500, 0x2D, 0x3C, 0x5B, 0x2A: return nil  // brackets, dashes, markup
    default: break
    }
    if Quantities.stand(in: bytes, feature.range) { return nil }
    let words = HeadingWords(bytes, feature.range)
    // `一年来，我们加强政府建设` is a heading within the review.
    if words.namesChapter, !feature.endsWithMark, words.own == 0 || !feature.first.contains(.review) {
      // The title of a report that opens with a numbered heading names its parts too.
      if inPreamble, HeadingWords.holdTitle(bytes, feature.range) || isFollowed(paragraph, by: .han) { return nil }
      let style = Numbering.Style.markdown(feature.attributes.headingLevel) ?? .chapterLine
      return heading(paragraph, style, 0, words: feature.range)
    }
    guard !inPreamble, !feature.all.contains(.person), isSetOff || isAmongText(paragraph) else { return nil }
    let style = Numbering.Style.markdown(feature.attributes.headingLevel) ?? .line
    return heading(paragraph, style, 0, words: withoutMark(feature))
  }

  /// A heading in bold type may end as a sentence, or as a short title before a colon.
  private func mayEndSetOffHeading(_ feature: ParagraphFeatures) -> Bool {
    if feature.all.contains(.body) { return false }
    return Scalars.endsSentence(feature.last) || (Scalars.isColon(feature.last) && feature.characters <= 12)
  }

  /// A line is a heading where text follows it: not in a list of lines, nor at the end.
  private func isAmongText(_ paragraph: Int) -> Bool {
    let next = features[paragraph + 1]
    guard next.characters > Self.longestLine || numberings[paragraph + 1] != nil || next.endsWithMark else {
      return false
    }
    return paragraph == 0 || features[paragraph - 1].endsWithMark
  }

  /// The short first sentence of a paragraph that goes on.
  private func runIn(_ paragraph: Int) -> Heading? {
    let feature = features[paragraph]
    var cursor = Cursor(bytes: bytes, at: feature.range.lowerBound, end: feature.range.upperBound)
    while cursor.skip(0x2014, 0x2500, 0x2D, 0x25CF, 0x25A0, 0x25C6, 0x2605, 0x00B7, 0x2022, 0x25B2) {}
    let body = cursor.at..<feature.range.upperBound
    if let bold = boldOpening(feature, from: cursor.at) { return heading(paragraph, .runIn, 0, words: bold) }
    let sentence = Sentence(bytes, from: body, limit: Self.longestRunIn + 1)
    guard sentence.mark == .stop, sentence.characters >= 4 else { return nil }
    guard Scalars.count(bytes, in: sentence.next..<body.upperBound, upTo: 20) == 20 else { return nil }
    guard !Quantities.holdDigit(bytes, sentence.words) || !Quantities.stand(in: bytes, sentence.words) else {
      return nil
    }
    if mayHoldBodyWord(feature), HeadingWords.holdsBodyWord(bytes, sentence.words) { return nil }
    // `安不忘危，兴不忘忧。我们也清醒地看到…` turns to the problems.
    if feature.statesProblems, HeadingWords.turns(bytes, sentence.next..<body.upperBound) { return nil }
    return heading(paragraph, .runIn, 0, words: sentence.words)
  }

  /// The bold words that open a paragraph, where they are a sentence or a title before a colon.
  private func boldOpening(_ feature: ParagraphFeatures, from start: Int) -> Range<Int>? {
    guard let bold = feature.leadingBold, bold.upperBound > start else { return nil }
    let sentence = Sentence(bytes, from: start..<feature.range.upperBound)
    let end = sentence.words.upperBound
    guard sentence.mark == .stop || sentence.mark == .colon, sentence.next < feature.range.upperBound else {
      return nil
    }
    guard end == bold.upperBound || sentence.next == bold.upperBound else { return nil }
    guard sentence.characters >= 2, sentence.characters <= Self.longestLine,
      !Quantities.stand(in: bytes, sentence.words),
      !mayHoldBodyWord(feature) || !HeadingWords.holdsBodyWord(bytes, sentence.words)
    else { return nil }
    return sentence.words
  }

  /// Whether the paragraph has words that headings do not hold.
  private func mayHoldBodyWord(_ feature: ParagraphFeatures) -> Bool {
    !feature.all.isDisjoint(with: [.body, .salutation])
  }

  /// A single short first sentence between two headings is more likely a sentence than a heading.
  private mutating func dropLoneRunIns() {
    var kept: [Heading] = []
    kept.reserveCapacity(headings.count)
    var lone: Int?
    var count = 0
    func closeGroup(_ kept: inout [Heading]) {
      if count == 1, let lone, features[kept[lone].paragraph].leadingBold == nil { kept.remove(at: lone) }
    }
    for heading in headings {
      if heading.style == .runIn {
        count += 1
        lone = kept.count
      } else if heading.end == nil {
        // Removal shifts only the few headings since the group began.
        closeGroup(&kept)
        count = 0
        lone = nil
      }
      kept.append(heading)
    }
    closeGroup(&kept)
    headings = kept
  }
}
