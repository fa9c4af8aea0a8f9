/// The lines of the source, each told apart as the report's own text or the site's.
struct CleanedLines: Sendable {
  enum Role: Sendable { case content, blank, chrome, frontMatter }
  struct Line: Sendable, Equatable {
    private let start: UInt32
    private let end: UInt32
    var role: Role
    /// Chrome that stands where a page ended, within a sentence perhaps.
    var isPageNumber = false

    init(source: Range<Int>, role: Role) {
      start = UInt32(source.lowerBound)
      end = UInt32(source.upperBound)
      self.role = role
    }

    /// Byte range in the source, without the line end.
    var source: Range<Int> { Int(start)..<Int(end) }
  }
  /// All lines in the order of the source; of blank lines that follow one another only the first.
  var lines: [Line]
  /// Values of YAML front matter that identify the report (`title`, `source`…), as ranges in the source without
  /// quotation marks.
  var frontMatter: [(key: String, source: Range<Int>)] = []

  /// Tells the lines of a source apart. Only what sites print around any text is taken for theirs; a line that may be
  /// the report's stays content.
  init(_ source: SourceText) {
    lines = Self.split(source.bytes)
    readFrontMatter(source.bytes)
    markComments(source.bytes)
    markChrome(source.bytes)
  }

  /// Splits at LF, CR, CRLF, form feed, and the Unicode line and paragraph separators.
  private static func split(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var isBlank = true
    func role() -> Role { isBlank ? .blank : .content }
    var position = 0
    let span = bytes.span
    while position < span.count {
      // In a line known to hold some text only its end matters.
      if !isBlank {
        position = LineEnds.skip(span, from: position)
        if position == span.count { break }
      }
      let byte = span[position]
      var length = 0
      if byte == 0x0A || byte == 0x0C {
        length = 1
      } else if byte == 0x0D {
        length = position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
      } else if byte == 0xE2, bytes[position + 1] == 0x80, bytes[position + 2] & 0xFE == 0xA8 {
        length = 3
      }
      if length > 0 {
        if !isBlank || lines.last?.role != .blank { lines.append(Line(source: start..<position, role: role())) }
        position += length
        start = position
        isBlank = true
      } else if byte > 0x20, isBlank {
        let scalar = UTF8Scanner.scalar(in: bytes, at: position)
        isBlank = CharacterTables.shared.isBlank(scalar.value)
        position += scalar.length
      } else {
        position += 1
      }
    }
    if start < bytes.count { lines.append(Line(source: start..<bytes.count, role: role())) }
    return lines
  }

  // MARK: Front matter

  /// Reads `key: value` lines between two lines of `---` at the start of the file.
  private mutating func readFrontMatter(_ bytes: [UInt8]) {
    func isFence(_ line: Line) -> Bool {
      line.source.count >= 3 && line.source.count <= 5 && bytes[line.source].allSatisfy { $0 == 0x2D || $0 == 0x20 }
    }
    guard let first = lines.firstIndex(where: { $0.role != .blank }), isFence(lines[first]) else { return }
    guard let last = lines[(first + 1)...].prefix(60).firstIndex(where: isFence) else { return }
    var key = ""
    var values: [(key: String, source: Range<Int>)] = []
    for line in lines[first + 1..<last] where line.role != .blank {
      let text = bytes[line.source]
      if let colon = text.prefix(40).firstIndex(of: UInt8(ascii: ":")), Self.isKey(text[..<colon]) {
        key = String(decoding: text[..<colon], as: UTF8.self).lowercased()
        values.append((key, Self.value(colon + 1..<line.source.upperBound, bytes)))
      } else if text.first == 0x20 || text.first == UInt8(ascii: "-"), !key.isEmpty {
        let dash = text.prefix(8).firstIndex(of: UInt8(ascii: "-")).map { $0 + 1 } ?? line.source.lowerBound
        values.append((key, Self.value(dash..<line.source.upperBound, bytes)))
      } else {
        return
      }
    }
    guard !values.isEmpty else { return }
    frontMatter = values.filter { !$0.source.isEmpty }
    for index in first...last { lines[index].role = .frontMatter }
  }

  private static func isKey(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return false }
    return text.allSatisfy {
      $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F || $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39)
    }
  }

  /// A value without the spaces around it and the quotation marks that enclose it.
  private static func value(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first] <= 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
    if range.count >= 2, bytes[range.lowerBound] == bytes[range.upperBound - 1],
      bytes[range.lowerBound] == UInt8(ascii: "'") || bytes[range.lowerBound] == UInt8(ascii: "\"")
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    return range
  }

  // MARK: Chrome

  /// Marks lines within `<!-- … -->` that no other text shares.
  private mutating func markComments(_ bytes: [UInt8]) {
    var isOpen = false
    for index in lines.indices where lines[index].role == .content {
      let source = lines[index].source
      if !isOpen {
        guard Self.opensComment(bytes, source) else { continue }
        isOpen = true
      }
      let text = bytes[source]
      guard let close = text.indices.dropLast(2).first(where: { text[$0...].starts(with: Array("-->".utf8)) }) else {
        lines[index].role = .chrome
        continue
      }
      isOpen = false
      if text[(close + 3)...].allSatisfy({ $0 <= 0x20 }) { lines[index].role = .chrome }
    }
  }

  private static func opensComment(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] <= 0x20 { start += 1 }
    let mark: StaticString = "<!--"
    return start + mark.utf8CodeUnitCount <= line.upperBound && bytes.hasText(mark, at: start)
  }

  private mutating func markChrome(_ bytes: [UInt8]) {
    let rules = ChromeRules.shared
    var key = LineKey()
    var fillers = ChromeRules.Fillers()
    var numbers = ChromeRules.PageNumbers()
    for index in lines.indices where lines[index].role == .content {
      guard rules.mayFind(bytes.span, lines[index].source) else {
        fillers.addText()
        continue
      }
      key.read(bytes, lines[index].source, longest: rules.longest)
      let isPageNumber = ChromeRules.isPageNumber(key)
      let finding = isPageNumber ? nil : rules.finding(key)
      if isPageNumber || finding != nil { lines[index].role = .chrome }
      lines[index].isPageNumber = isPageNumber
      fillers.add(index, key, finding) { lines[$0].role = .chrome }
      numbers.add(index, key)
    }
    for index in numbers.found {
      lines[index].role = .chrome
      lines[index].isPageNumber = true
    }
  }
}
