/// Markup that stands in a line of text: bold type, entities, tags.
extension GlyphScanner {
  /// Reads markup that starts at an ASCII character.
  /// - Returns: the position after it, or nil when the character stands for itself.
  mutating func scanMarkup(
    _ first: UInt8, at position: Int, end: Int, into glyphs: inout [Glyph]
  ) -> Int? {
    switch first {
    case UInt8(ascii: "*"): return scanBold(at: position, end: end, into: &glyphs)
    case UInt8(ascii: "&"): return scanEntity(at: position, end: end, into: &glyphs)
    case UInt8(ascii: "<"): return scanTag(at: position, end: end)
    case UInt8(ascii: "\\"):
      guard position + 1 < end, Self.escapable.contains(bytes[position + 1]) else { return nil }
      append(UInt32(bytes[position + 1]), position, position + 2, to: &glyphs)
      return position + 2
    default: return nil
    }
  }

  private static let escapable = Set("\\`*_{}[]()#+-.!|>~".utf8)

  private mutating func scanBold(at position: Int, end: Int, into glyphs: inout [Glyph]) -> Int? {
    let star = UInt8(ascii: "*")
    var next = position
    while next < end, bytes[next] == star { next += 1 }
    let isMask = blotsOut(
      behind: glyphs[lineStart...].last?.scalar, before: next < end ? UTF8Scanner.scalar(in: bytes, at: next).value : 0)
    guard traits.hasMarkdown, next - position == 2 || next - position == 4, !isMask else {
      for star in position..<next { append(Scalar.asterisk, star, star + 1, to: &glyphs) }
      return next
    }
    if next - position == 2 { toggleBold(glyphs) }
    return next
  }

  /// Whether asterisks stand for characters even in markdown: `“**”`, `20**年`.
  private func blotsOut(behind last: UInt32?, before next: UInt32) -> Bool {
    guard let last else { return false }
    return last == Scalar.leftQuote && next == Scalar.rightQuote || Scalar.isDigit(last) && next == 0x5E74
  }

  /// A bold run that starts behind a sentence is a run-in heading whose line break a site lost.
  private mutating func toggleBold(_ glyphs: [Glyph]) {
    if style.contains(.bold) {
      style.remove(.bold)
      return
    }
    style.insert(.bold)
    let last = glyphs[lineStart...].suffix(64).last { $0.scalar != Scalar.space }
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

  private mutating func scanEntity(at position: Int, end: Int, into glyphs: inout [Glyph]) -> Int? {
    var start = position + 1
    // What a site escaped twice: `&amp;nbsp;`.
    while start + 4 < end, bytes[start..<start + 4].elementsEqual("amp;".utf8), nameEnd(start + 4, end) != nil {
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
    if reading == CharacterTables.Reading.special.rawValue { specials.append(glyphs.count) }
    let isPlain = reading == 0 || reading >= CharacterTables.Reading.expanded.rawValue
    append(isPlain ? scalar : UInt32(reading), position, semicolon + 1, to: &glyphs)
    return semicolon + 1
  }

  /// Skips `<!-- … -->` and tags (`<br/>`, `</p>`, `<span class="x">`); `<` before anything else is a sign.
  private mutating func scanTag(at position: Int, end: Int) -> Int? {
    let rest = bytes[position..<min(end, position + 400)]
    if rest.starts(with: "<!--".utf8) { return commentEnd(from: position + 4, end: end) }
    let name = rest.dropFirst(rest.dropFirst().first == UInt8(ascii: "/") ? 2 : 1)
    guard let letter = name.first, (letter | 0x20) >= 0x61, (letter | 0x20) <= 0x7A else { return nil }
    // Another `<` before the `>` makes this one a sign.
    guard let close = rest.dropFirst().firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
      rest[close] == UInt8(ascii: ">")
    else { return nil }
    let word = name.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }.map { $0 | 0x20 }
    if Self.blockTags.contains(word) { style.insert(.afterBreak) }
    return close + 1
  }

  /// The position behind the end of a comment.
  private mutating func commentEnd(from start: Int, end: Int) -> Int? {
    if lacksCommentEnd { return nil }
    var next = start
    while next + 2 < end {
      if bytes[next] == 0x2D, bytes[next + 1] == 0x2D, bytes[next + 2] == 0x3E { return next + 3 }
      next += 1
    }
    lacksCommentEnd = true
    return nil
  }

  /// Elements that start a line of their own.
  private static let blockTags = Set(["br", "p", "div", "li", "tr", "h"].map { Array($0.utf8) })
}
