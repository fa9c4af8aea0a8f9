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

  init(_ cleaned: CleanedLines, of source: SourceText) {
    isTraditional = Self.isTraditional(source.bytes)
    hasMarkdown = !cleaned.frontMatter.isEmpty || Self.boldLines(cleaned, source.bytes) >= 2
  }

  /// Looks at the first 16 KB.
  private static func isTraditional(_ bytes: [UInt8]) -> Bool {
    let tables = CharacterTables.shared
    var ideographs = 0
    var traditional = 0
    var position = 0
    let span = bytes.span
    while position < min(span.count, 16_384) {
      let scalar = span.character(at: position)
      position += scalar.width
      if scalar.value >= 0x4E00, scalar.value <= 0x9FFF, tables.plain.contains(scalar.value) {
        ideographs += 1
        continue
      }
      guard scalar.width == 3, tables.kind(scalar.value) == .ideograph else { continue }
      ideographs += 1
      let reading = tables.readings[Int(scalar.value)]
      if reading != 0, reading < CharacterTables.Reading.expanded.rawValue { traditional += 1 }
    }
    return traditional * 50 > ideographs
  }

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

/// Reads lines of the source as glyphs: variants in their plain form, markup taken off.
struct GlyphScanner {
  /// What the markup says of a line.
  struct LineMarks: Equatable {
    /// Level of a markdown heading, 0 for none.
    var headingLevel = 0
    /// Columns of white space at its start; an ideographic space and a tab count two.
    var indent = 0
  }

  let bytes: [UInt8]
  let traits: TextTraits
  private let tables = CharacterTables.shared
  private(set) var glyphs: [Glyph] = []
  private var style: Glyph.Style = []

  init(_ bytes: [UInt8], traits: TextTraits, capacity: Int) {
    self.bytes = bytes
    self.traits = traits
    glyphs.reserveCapacity(capacity)
  }

  /// Appends the glyphs of a line.
  /// - Returns: what the marks at its start say.
  mutating func scan(_ line: Range<Int>) -> LineMarks {
    style = []
    var marks = LineMarks()
    var position = skipLeader(line, &marks)
    while position < line.upperBound {
      position = scanPlain(from: position, end: line.upperBound)
      if position < line.upperBound { position = scanCharacter(at: position, end: line.upperBound) }
    }
    return marks
  }

  /// Appends characters that stand for themselves, which are most of a text.
  /// - Returns: the position of the first other one.
  private mutating func scanPlain(from start: Int, end: Int) -> Int {
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
  private func skipLeader(_ line: Range<Int>, _ marks: inout LineMarks) -> Int {
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
  private mutating func scanCharacter(at position: Int, end: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 {
      if first <= 0x3E || first == 0x5C, let next = scanMarkup(first, at: position, end: end) { return next }
      append(UInt32(first), position, position + 1)
      return position + 1
    }
    let scalar = UTF8Scanner.scalar(in: bytes, at: position)
    let next = position + scalar.length
    guard scalar.value < 0x10000 else {
      append(scalar.value, position, next)
      return next
    }
    let reading = tables.readings[Int(scalar.value)]
    if reading == 0 {
      append(scalar.value, position, next)
    } else if reading < CharacterTables.Reading.expanded.rawValue {
      append(UInt32(reading), position, next)
    } else if reading == CharacterTables.Reading.expanded.rawValue {
      for part in tables.expansions[scalar.value] ?? [] { append(part, position, next) }
    } else {
      // Several readings: the neighbours decide, which are simplified in the next pass.
      append(scalar.value, position, next)
    }
    return next
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32, _ start: Int, _ end: Int) {
    switch tables.kind(scalar) {
    case .invisible: return
    case .space: glyphs.append(Glyph(Scalar.space, start: start, end: end, style: style))
    default: glyphs.append(Glyph(scalar, start: start, end: end, style: style))
    }
    style.remove(.afterBreak)
  }

  // MARK: Markup

  /// Reads markup that starts at an ASCII character.
  /// - Returns: the position after it, or nil when the character stands for itself.
  private mutating func scanMarkup(_ first: UInt8, at position: Int, end: Int) -> Int? {
    switch first {
    case UInt8(ascii: "*"): return scanBold(at: position, end: end)
    case UInt8(ascii: "&"): return scanEntity(at: position, end: end)
    case UInt8(ascii: "<"): return scanTag(at: position, end: end)
    case UInt8(ascii: "\\"):
      let escapable = Array("\\`*_{}[]()#+-.!|>~".utf8)
      guard position + 1 < end, escapable.contains(bytes[position + 1]) else { return nil }
      append(UInt32(bytes[position + 1]), position, position + 2)
      return position + 2
    default: return nil
    }
  }

  private mutating func scanBold(at position: Int, end: Int) -> Int? {
    let star = UInt8(ascii: "*")
    var next = position
    while next < end, bytes[next] == star { next += 1 }
    let isMask = blotsOut(next < end ? UTF8Scanner.scalar(in: bytes, at: next).value : 0)
    guard traits.hasMarkdown, next - position == 2 || next - position == 4, !isMask else {
      for star in position..<next { append(Scalar.asterisk, star, star + 1) }
      return next
    }
    if next - position == 2 { toggleBold() }
    return next
  }

  /// Whether asterisks stand for characters even in markdown: `“**”`, `20**年`.
  private func blotsOut(_ next: UInt32) -> Bool {
    guard let last = glyphs.last?.scalar else { return false }
    return last == Scalar.leftQuote && next == Scalar.rightQuote || Scalar.isDigit(last) && next == 0x5E74
  }

  /// A bold run that starts behind a sentence is a run-in heading whose line break a site lost.
  private mutating func toggleBold() {
    if style.contains(.bold) {
      style.remove(.bold)
      return
    }
    style.insert(.bold)
    let last = glyphs.last { $0.scalar != Scalar.space }
    let ends: [UInt32] = [Scalar.fullStop, Scalar.fullExclamation, Scalar.fullSemicolon]
    if let last, ends.contains(last.scalar), !last.style.contains(.bold) { style.insert(.afterBreak) }
  }

  private static let entities: [(name: [UInt8], scalar: UInt32)] = [
    ("nbsp", 0x20), ("ensp", 0x20), ("emsp", 0x20), ("thinsp", 0x20), ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E),
    ("quot", 0x22), ("apos", 0x27), ("mdash", 0x2014), ("ndash", 0x2013), ("ldquo", 0x201C), ("rdquo", 0x201D),
    ("lsquo", 0x2018), ("rsquo", 0x2019), ("hellip", 0x2026), ("middot", 0xB7), ("times", 0xD7), ("permil", 0x2030),
    ("deg", 0xB0), ("plusmn", 0xB1), ("bull", 0xB7), ("sup2", 0xB2), ("sup3", 0xB3), ("minus", 0x2D),
    ("rarr", 0x2192), ("ge", 0x2265), ("le", 0x2264),
  ].map { (Array($0.0.utf8), $0.1) }

  /// The semicolon behind the name of an entity.
  private func nameEnd(_ start: Int, _ end: Int) -> Int? {
    for position in start..<min(end, start + 9) {
      let byte = bytes[position]
      if byte == UInt8(ascii: ";") { return position > start ? position : nil }
      let isName = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x23
      if !isName { return nil }
    }
    return nil
  }

  private mutating func scanEntity(at position: Int, end: Int) -> Int? {
    var start = position + 1
    // What a site escaped twice: `&amp;nbsp;`.
    let escaped = Array("amp;".utf8)
    while start + 4 < end, bytes[start..<start + 4].elementsEqual(escaped), nameEnd(start + 4, end) != nil {
      start += 4
    }
    guard let semicolon = nameEnd(start, end) else { return nil }
    let name = bytes[start..<semicolon]
    var scalar = Self.entities.first { name.elementsEqual($0.name) }?.scalar
    if name.first == UInt8(ascii: "#") {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      scalar = value.flatMap { Unicode.Scalar($0)?.value }.flatMap { $0 < 0x10000 ? $0 : nil }
    }
    guard let scalar else { return nil }
    let reading = tables.readings[Int(scalar)]
    let isPlain = reading == 0 || reading >= CharacterTables.Reading.expanded.rawValue
    append(isPlain ? scalar : UInt32(reading), position, semicolon + 1)
    return semicolon + 1
  }

  /// Skips `<!-- … -->` and tags (`<br/>`, `</p>`, `<span class="x">`); `<` before anything else is a sign.
  private mutating func scanTag(at position: Int, end: Int) -> Int? {
    let rest = bytes[position..<min(end, position + 400)]
    if rest.starts(with: Array("<!--".utf8)) {
      var next = position + 4
      while next + 2 < end {
        if bytes[next] == 0x2D, bytes[next + 1] == 0x2D, bytes[next + 2] == 0x3E { return next + 3 }
        next += 1
      }
      return nil
    }
    let name = rest.dropFirst(rest.dropFirst().first == UInt8(ascii: "/") ? 2 : 1)
    guard let letter = name.first, (letter | 0x20) >= 0x61, (letter | 0x20) <= 0x7A else { return nil }
    guard let close = rest.firstIndex(of: UInt8(ascii: ">")), !rest[..<close].dropFirst().contains(0x3C) else {
      return nil
    }
    let word = name.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }.map { $0 | 0x20 }
    if Self.blockTags.contains(word) { style.insert(.afterBreak) }
    return close + 1
  }

  /// Elements that start a line of their own.
  private static let blockTags = Set(["br", "p", "div", "li", "tr", "h"].map { Array($0.utf8) })
}
