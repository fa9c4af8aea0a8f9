/// Finds the paragraphs that state the main targets of the year or of five years.
enum MainTargets {
  /// What the items of a list begin with.
  private enum Shape: Equatable {
    case dash
    case numbered(Numbering.Style)
    case runIn
    case plain
  }

  /// For each paragraph whether it states main targets: the one that announces them, and the list after its colon.
  /// - Parameters:
  ///   - isPlan: for each paragraph whether its section sets out work ahead.
  ///   - headings: for each paragraph the style of the heading that it begins with.
  static func paragraphs(
    _ bytes: [UInt8], _ places: WordPlaces, _ features: [ParagraphFeatures], isPlan: [Bool],
    headings: [Numbering.Style?]
  ) -> [Bool] {
    var result = Array(repeating: false, count: features.count)
    var isOpen = false
    // Behind goals for several years that end with a stop, dashes go on with them.
    var mayGoOn = false
    var list: Shape?
    for (i, feature) in features.enumerated() {
      let isSection = headings[i].map { $0 <= .hanInBrackets } ?? false
      guard isPlan[i] else {
        isOpen = false
        continue
      }
      if announces(bytes, places, feature) {
        result[i] = true
        isOpen = Scalars.isColon(feature.last) || Scalars.isSemicolon(feature.last)
        mayGoOn = !isOpen && feature.opening.contains(.term)
        list = nil
      } else if isOpen || mayGoOn && goesOn(shape(bytes, feature, headings[i])), !isSection {
        mayGoOn = false
        let shape = shape(bytes, feature, headings[i])
        let isItem = shape == list || list == nil
        result[i] = isItem && (shape != .plain || continues(bytes, feature, after: features[i - 1]))
        isOpen = result[i]
        list = shape
      } else {
        isOpen = false
        mayGoOn = false
      }
    }
    return result
  }

  /// Behind goals for several years: items with dashes or with headings run in.
  private static func goesOn(_ shape: Shape) -> Bool { shape == .dash || shape == .runIn }

  private static func shape(_ bytes: [UInt8], _ feature: ParagraphFeatures, _ heading: Numbering.Style?) -> Shape {
    let first = Scalars.scalar(bytes, at: feature.range.lowerBound, before: feature.range.upperBound).value
    if first == 0x2014 || first == 0x2500 || first == 0x2D || first == 0x25CF { return .dash }
    if let numbering = Numbering.parse(bytes, in: feature.range) { return .numbered(numbering.style) }
    return heading == .runIn ? .runIn : .plain
  }

  /// `主要预期目标是：` and what follows in the paragraph, or a paragraph with numbers that opens as such statements do.
  static func announces(_ bytes: [UInt8], _ places: WordPlaces, _ feature: ParagraphFeatures) -> Bool {
    if feature.first.contains(.weigh), Quantities.stand(in: bytes, feature.range) { return true }
    guard feature.all.contains(.target) else { return false }
    for place in places.structure.from(feature.range.lowerBound) {
      let offset = Int(place.offset)
      if offset >= feature.range.upperBound { break }
      guard place.readers.contains(.cues) else { continue }
      var end = 0
      SectionVocabulary.cues.forEachMatchUnfiltered(
        in: bytes.span, at: offset, before: feature.range.upperBound
      ) { match in
        if match.value == Int(ParagraphFeatures.Cues.target.rawValue) { end = max(end, offset + match.count) }
      }
      if end > 0, opensList(bytes, end..<feature.range.upperBound) { return true }
    }
    return false
  }

  /// Whether `是`, `为`, `：` or `，` with a number soon after follows the words.
  private static func opensList(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var cursor = Cursor(bytes: bytes, at: range.lowerBound, end: range.upperBound)
    for _ in 0..<12 {
      switch cursor.peek {
      case 0xFF1A, 0x3A, 0x662F, 0x4E3A: return true  // ： 是 为
      case 0, 0x3002, 0xFF1B, 0xFF0C: return false  // 。 ； ，
      default: cursor.advance()
      }
    }
    return false
  }

  /// Whether a line without bullet goes on with the list: after a line that did not end it, or short with a number.
  private static func continues(_ bytes: [UInt8], _ feature: ParagraphFeatures, after: ParagraphFeatures) -> Bool {
    Scalars.isSemicolon(after.last) || Scalars.isColon(after.last)
      || (feature.characters < 120 && Quantities.stand(in: bytes, feature.range))
  }
}
