/// Words that speak for a unit or a year. Most are weighed and never told, and are not looked up in the source.
struct Clue: Sendable {
  /// As in ``Evidence/rule``.
  var rule: StaticString
  /// Where the words stand in the text of a scan.
  var range: Range<Int>
  /// ``IdentityScan/origin``
  var origin: Int
}

/// What identification reads: the text, its head, and the titles that frame it.
struct IdentityFrame: Sendable {
  /// A text with the part of it that counts.
  struct View: Sendable {
    var scan: IdentityScan
    var range: Range<Int>
  }

  let body: IdentityScan
  let outline: Outline
  let source: SourceText
  /// Titles: that of the front matter, and the short paragraphs at the beginning that name the report.
  private(set) var titles: [View] = []
  /// The paragraphs before the report speaks: titles, session, speaker, date.
  private(set) var head: Range<Int> = 0..<0
  /// The titles that stand in the text itself.
  private(set) var bodyTitles: [Range<Int>] = []
  /// In the text's order, none within another.
  private var glossaries: [Range<Int>] = []
  /// Paragraphs of the head.
  private(set) var headParagraphs: [Range<Int>] = []

  init(
    _ text: NormalisedText, _ places: WordPlaces, outline: Outline, cleaned: CleanedLines, source: SourceText,
    index: GazetteerIndex
  ) {
    self.outline = outline
    self.source = source
    body = IdentityScan(text, places, gazetteer: index)
    for (key, range) in cleaned.frontMatter where key == "title" {
      var lines = cleaned
      lines.frontMatter = []
      lines.lines = [CleanedLines.Line(source: range, role: .content)]
      let title = NormalisedText(lines, of: source, isTraditional: text.isTraditional)
      titles.append(
        View(
          scan: IdentityScan(title, WordPlaces(title.bytes), gazetteer: index, origin: titles.count + 1),
          range: 0..<title.bytes.count))
    }
    for (section, node) in zip(outline.sections, outline.nodes) where section.kind == .glossary {
      if node.range.upperBound > glossaries.last?.upperBound ?? 0 { glossaries.append(node.range) }
    }
    findHead(text)
    for paragraph in headParagraphs where paragraph.count <= 180 && namesReport(text.bytes, paragraph) {
      titles.append(View(scan: body, range: paragraph))
      bodyTitles.append(paragraph)
    }
  }

  private static let salutation = ["各位代表", "各位委员", "同志们", "现在,我", "现在，我", "我代表"].map { Array($0.utf8) }
  private static let titleWords = [
    "报告", "汇报", "工作计划", "工作总结", "工作意见", "工作要点", "工作方案", "工作目标", "工作情况", "年度工作", "计划",
  ].map { Array($0.utf8) }
  private static let fullStop = Array("。".utf8)

  /// The head ends where the speaker turns to the audience, or with the first long paragraph.
  private mutating func findHead(_ text: NormalisedText) {
    for paragraph in text.paragraphs.prefix(25) {
      let start = paragraph.lowerBound
      if Self.salutation.contains(where: { Bytes.has(text.bytes, $0, at: start) }) || paragraph.count > 240 { break }
      if paragraph.count > 90, Bytes.find(text.bytes, Self.fullStop, in: paragraph) != nil { break }
      headParagraphs.append(paragraph)
      head = 0..<paragraph.upperBound
    }
  }

  /// Whether a range of the text stands in one of its titles.
  func isTitle(_ range: Range<Int>) -> Bool {
    bodyTitles.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
  }

  /// Whether an offset lies in the notes, which tell of other years.
  func isGlossary(_ offset: Int) -> Bool {
    let found = Ascending.first(of: glossaries.indices, from: offset + 1) { glossaries[$0].upperBound }
    return found < glossaries.count && glossaries[found].contains(offset)
  }

  private func namesReport(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    Bytes.find(bytes, Self.fullStop, in: range) == nil
      && Self.titleWords.contains { Bytes.find(bytes, $0, in: range) != nil }
  }

  /// Evidence from a range of a scanned text.
  func evidence(_ rule: StaticString, _ scan: IdentityScan, _ range: Range<Int>, _ value: String) -> Evidence {
    evidence(clue(rule, scan, range), for: value)
  }

  /// What a clue tells.
  func evidence(_ clue: Clue, for value: String) -> Evidence {
    let scan = clue.origin == 0 ? body : titles[clue.origin - 1].scan
    let range = scan.text.source(clue.range)
    return Evidence(rule: clue.rule.description, quote: source.string(range), source: range, value: value)
  }

  /// What becomes evidence, should it be told.
  func clue(_ rule: StaticString, _ scan: IdentityScan, _ range: Range<Int>) -> Clue {
    Clue(rule: rule, range: range, origin: scan.origin)
  }

  /// The clause that holds an offset ends here: at a full stop, a semicolon or a line's end, or after `limit` bytes.
  static func clauseEnd(_ bytes: [UInt8], from offset: Int, limit: Int) -> Int {
    var at = offset
    while at < bytes.count, at < offset + limit {
      if bytes[at] == 10 || bytes[at] == UInt8(ascii: ";") { break }
      if bytes[at] >= 0xE0, stops.contains(where: { Bytes.has(bytes, $0, at: at) }) { break }
      at += Bytes.width(bytes[at])
    }
    return min(at, bytes.count)
  }

  /// The sentence that holds an offset begins here.
  static func sentenceStart(_ bytes: [UInt8], from offset: Int, limit: Int) -> Int {
    var at = offset
    while at > 0, at > offset - limit {
      let start = Bytes.characterStart(bytes, endingAt: at)
      if bytes[start] == 10 || stops.contains(where: { Bytes.has(bytes, $0, at: start) }) { break }
      at = start
    }
    return at
  }

  private static let stops = ["。", "；"].map { Array($0.utf8) }
}
