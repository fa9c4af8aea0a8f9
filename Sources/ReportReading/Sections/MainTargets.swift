/// Finds the paragraphs that state the main targets of the year or of five years.
enum MainTargets {
  /// For each paragraph whether it states main targets: the one that announces them, and the list after its colon.
  /// - Parameters:
  ///   - isPlan: for each paragraph whether its section sets out work ahead.
  ///   - isHeaded: for each paragraph whether a heading opens it.
  static func paragraphs(_ bytes: [UInt8], _ features: [ParagraphFeatures], isPlan: [Bool], isHeaded: [Bool]) -> [Bool]
  {
    var result = Array(repeating: false, count: features.count)
    var inList = false
    for (i, feature) in features.enumerated() {
      guard isPlan[i] else {
        inList = false
        continue
      }
      if announces(bytes, feature) {
        result[i] = true
        inList = Scalars.isColon(feature.last) || Scalars.isSemicolon(feature.last)
      } else if inList {
        result[i] = !isHeaded[i] && isItem(bytes, feature, after: features[i - 1])
        inList = result[i]
      }
    }
    return result
  }

  /// `主要预期目标是：` and what follows in the paragraph.
  private static func announces(_ bytes: [UInt8], _ feature: ParagraphFeatures) -> Bool {
    guard feature.all.contains(.target) else { return false }
    var offset = feature.range.lowerBound
    while offset < feature.range.upperBound {
      let (scalar, count) = Scalars.scalar(bytes, at: offset, before: feature.range.upperBound)
      var end = 0
      SectionVocabulary.cues.forEachMatch(scalar, in: bytes, at: offset, before: feature.range.upperBound) { match in
        if match.value == Int(ParagraphFeatures.Cues.target.rawValue) { end = max(end, offset + match.count) }
      }
      if end > 0, opensList(bytes, end..<feature.range.upperBound) { return true }
      offset += count
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

  /// A line of the list: numbered, bulleted, or short with a number, after a line that did not end the list.
  private static func isItem(_ bytes: [UInt8], _ feature: ParagraphFeatures, after: ParagraphFeatures) -> Bool {
    if Numbering.parse(bytes, in: feature.range)?.style == .han { return false }
    if Numbering.parse(bytes, in: feature.range) != nil, Quantities.holdDigit(bytes, feature.range) { return true }
    let first = Scalars.scalar(bytes, at: feature.range.lowerBound, before: feature.range.upperBound).value
    if first == 0x2014 || first == 0x2500 || first == 0x25CF { return true }
    return Scalars.isSemicolon(after.last) || Scalars.isColon(after.last)
      || (feature.characters < 120 && Quantities.stand(in: bytes, feature.range))
  }
}
