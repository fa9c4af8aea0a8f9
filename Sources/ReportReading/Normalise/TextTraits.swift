/// What holds for a whole text and decides how its characters are read.
struct TextTraits: Sendable {
  /// Written in traditional characters: one ideograph in fifty or more is a traditional one.
  var isTraditional = false
  /// `**` marks bold type; otherwise asterisks blot something out (`党的**精神`) and stay.
  var hasMarkdown = false

  init(isTraditional: Bool = false, hasMarkdown: Bool = false) {
    self.isTraditional = isTraditional
    self.hasMarkdown = hasMarkdown
  }

  /// - Parameter isTraditional: where that is known.
  init(_ cleaned: CleanedLines, of source: SourceText, isTraditional: Bool?) {
    self.isTraditional = isTraditional ?? Self.isTraditional(source.bytes)
    hasMarkdown = !cleaned.frontMatter.isEmpty || Self.boldLines(cleaned, source.bytes) >= 2
  }

  /// Looks at the first 6 KB.
  private static func isTraditional(_ bytes: [UInt8]) -> Bool {
    let tables = CharacterTables.shared
    let plain = plainIdeographs
    let kinds = tables.kinds.span
    let readings = tables.readings.span
    var ideographs = 0
    var traditional = 0
    var position = 0
    let span = bytes.span
    let end = min(span.count, 6144)
    while position < end {
      let start = position
      position = span.end(of: plain, from: position, to: end)
      ideographs += (position - start) / 3
      guard position < end else { break }
      let (value, width) = span.character(at: position)
      position += width
      if width == 3, kinds[Int(value)] == .ideograph {
        ideographs += 1
        let reading = readings[Int(value)]
        if reading != 0, reading < CharacterTables.Reading.expanded.rawValue { traditional += 1 }
      }
    }
    return traditional * 50 > ideographs
  }

  private static let plainIdeographs = ScalarSet(
    (0x4E00...0x9FFF).lazy.filter { [plain = CharacterTables.shared.plain] in plain.contains($0) })

  /// Lines that start with `**` and close it: headings and run-in headings in bold. Blotted out words seldom stand
  /// at a line's start, and hardly with a second gap behind a full stop.
  private static func boldLines(_ cleaned: CleanedLines, _ bytes: [UInt8]) -> Int {
    let star = UInt8(ascii: "*")
    return cleaned.lines.count { line in
      guard line.role == .content else { return false }
      var range = line.source
      while let first = range.first, bytes[first] == 0x20 { range = (first + 1)..<range.upperBound }
      guard range.count > 5, bytes[range.lowerBound] == star, bytes[range.lowerBound + 1] == star,
        bytes[range.lowerBound + 2] != star
      else { return false }
      return (range.lowerBound + 3..<range.upperBound - 1).contains { bytes[$0] == star && bytes[$0 + 1] == star }
    }
  }
}
