/// Reads lines of the source as glyphs: variants in their plain form, markup taken off.
struct GlyphScanner: Sendable {
  /// What the markup says of a line.
  struct LineMarks: Sendable, Equatable {
    /// Level of a markdown heading, 0 for none.
    var headingLevel = 0
    /// Columns of white space at its start; an ideographic space and a tab count two.
    var indent = 0
  }

  let bytes: [UInt8]
  let traits: TextTraits
  let tables = CharacterTables.shared
  var style: Glyph.Style = []
  /// No comment ends in the rest of the line: spares looking for each that opens.
  var lacksCommentEnd = false
  /// How many glyphs there were before the line.
  private(set) var lineStart = 0
  /// Places of glyphs whose neighbours decide how they are read.
  var specials: [Int] = []

  init(_ bytes: [UInt8], traits: TextTraits) {
    self.bytes = bytes
    self.traits = traits
  }

  /// Appends the glyphs of a line.
  /// - Parameter goesOn: with a line of which a piece has been read.
  /// - Returns: what the marks at its start say.
  mutating func scan(_ line: Range<Int>, goesOn: Bool, into glyphs: inout [Glyph]) -> LineMarks {
    var marks = LineMarks()
    var position = line.lowerBound
    lacksCommentEnd = false
    lineStart = 0
    if !goesOn {
      lineStart = glyphs.count
      style = []
      position = skipLeader(line, &marks)
    }
    while position < line.upperBound {
      position = scanPlain(from: position, end: line.upperBound, into: &glyphs)
      if position < line.upperBound { position = scanCharacter(at: position, end: line.upperBound, into: &glyphs) }
    }
    return marks
  }

  /// Simplifies the characters whose neighbours decide how they are read, among the glyphs scanned since the last time.
  mutating func resolveSpecials(_ glyphs: inout [Glyph]) {
    for index in specials { SpecialReadings.resolve(index, in: &glyphs, traits: traits) }
    specials.removeAll(keepingCapacity: true)
  }

  /// Appends characters that stand for themselves, which are most of a text.
  /// - Returns: the position of the first other one.
  private mutating func scanPlain(from start: Int, end: Int, into glyphs: inout [Glyph]) -> Int {
    let bytes = bytes
    let span = bytes.span
    let plain = tables.plain
    var style = style
    var position = start
    glyphs.append(addingCapacity: (end - start) / 2 + 1) { output in
      while position < end {
        let (value, width) = span.character(at: position)
        guard value >= 0x80, plain.contains(value) else { break }
        output.append(Glyph(value, start: position, end: position + width, style: style))
        style.remove(.afterBreak)
        position += width
      }
    }
    self.style = style
    return position
  }

  /// Skips indentation, `#` of headings, `>` of quotations and `-` of list items.
  func skipLeader(_ line: Range<Int>, _ marks: inout LineMarks) -> Int {
    var position = line.lowerBound
    var columns = 0
    while position < line.upperBound {
      let scalar = UTF8Scanner.scalar(in: bytes, at: position)
      guard tables.kind(scalar.value) == .space || tables.kind(scalar.value) == .invisible else { break }
      columns += scalar.value == 0x3000 || scalar.value == 0x09 ? 2 : 1
      position += scalar.length
    }
    marks.indent = columns
    var level = 0
    while position + level < line.upperBound, bytes[position + level] == UInt8(ascii: "#"), level < 6 { level += 1 }
    if level > 0, position + level < line.upperBound, bytes[position + level] == 0x20 {
      marks.headingLevel = level
      return position + level + 1
    }
    if position + 1 < line.upperBound, bytes[position] == UInt8(ascii: ">"), bytes[position + 1] == 0x20 {
      return position + 2
    }
    let isListItem = traits.hasMarkdown && position + 1 < line.upperBound && bytes[position + 1] == 0x20
    return isListItem && [0x2A, 0x2B, 0x2D].contains(bytes[position]) ? position + 2 : position
  }

  @inline(__always)
  private mutating func scanCharacter(at position: Int, end: Int, into glyphs: inout [Glyph]) -> Int {
    let first = bytes[position]
    if first < 0x80 {
      if first <= 0x3E || first == 0x5C, let next = scanMarkup(first, at: position, end: end, into: &glyphs) {
        return next
      }
      append(UInt32(first), position, position + 1, to: &glyphs)
      return position + 1
    }
    let scalar = UTF8Scanner.scalar(in: bytes, at: position)
    let next = position + scalar.length
    guard scalar.value < 0x10000 else {
      append(scalar.value, position, next, to: &glyphs)
      return next
    }
    let reading = tables.readings[Int(scalar.value)]
    if reading == 0 {
      append(scalar.value, position, next, to: &glyphs)
    } else if reading < CharacterTables.Reading.expanded.rawValue {
      append(UInt32(reading), position, next, to: &glyphs)
    } else if reading == CharacterTables.Reading.expanded.rawValue {
      for part in tables.expansions[scalar.value] ?? [] { append(part, position, next, to: &glyphs) }
    } else {
      // Several readings: the neighbours decide, which are simplified in the next pass.
      specials.append(glyphs.count)
      append(scalar.value, position, next, to: &glyphs)
    }
    return next
  }

  @inline(__always)
  mutating func append(_ scalar: UInt32, _ start: Int, _ end: Int, to glyphs: inout [Glyph]) {
    switch tables.kind(scalar) {
    case .invisible: return
    case .space: glyphs.append(Glyph(Scalar.space, start: start, end: end, style: style))
    default: glyphs.append(Glyph(scalar, start: start, end: end, style: style))
    }
    style.remove(.afterBreak)
  }
}
