/// The normalised words of each section of a report, for finding words in it.
///
/// The same decoded text and sections always give the same words, so that an index over them can be verified.
public struct SectionWords: Sendable, Equatable {
  /// One per section: the normalised text that stands in the section and in none of its subsections, UTF-8, paragraphs
  /// ended by a line feed.
  public let texts: [[UInt8]]

  /// - Parameters:
  ///   - text: a report's decoded text.
  ///   - sections: its sections, parents before children.
  public init(of text: SourceText, sections: [Section]) {
    self.init(NormalisedText(CleanedLines(text), of: text), sections: sections)
  }

  init(_ text: NormalisedText, sections: [Section]) {
    var texts = [[UInt8]](repeating: [], count: sections.count)
    let runs = Self.runs(sections)
    var end = runs.first.map { Self.place($0.start, in: text) } ?? 0
    for (run, next) in zip(runs, runs.dropFirst().map(\.start) + [.max]) {
      var start = end
      if next != run.start { end = next == .max ? text.bytes.count : Self.place(next, in: text) }
      guard let section = run.section, run.start < next else { continue }
      // A line feed that comes before the section's first character is that of the paragraph before.
      while start < end, text.bytes[start] == 0x0a { start += 1 }
      guard start < end else { continue }
      texts[section] += text.bytes[start..<end]
      if text.bytes[end - 1] != 0x0a { texts[section].append(0x0a) }
    }
    self.texts = texts
  }

  /// Where the first character of the normalised text stands that comes from a place of the source or behind it.
  private static func place(_ source: Int, in text: NormalisedText) -> Int {
    var place = text.map.offset(ofSource: source)
    while place < text.bytes.count, text.bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  /// Where in the source each innermost section begins to hold, ascending; nil where none does.
  private static func runs(_ sections: [Section]) -> [(start: Int, section: Int?)] {
    var runs: [(start: Int, section: Int?)] = []
    var open: [Int] = []
    func close(before offset: Int) {
      while let last = open.last, sections[last].source.upperBound <= offset {
        open.removeLast()
        runs.append((sections[last].source.upperBound, open.last))
      }
    }
    for (i, section) in sections.enumerated() where !section.source.isEmpty {
      close(before: section.source.lowerBound)
      runs.append((section.source.lowerBound, i))
      open.append(i)
    }
    close(before: .max)
    return runs
  }
}

/// Words as the search index holds them.
public enum SearchWords {
  /// A normalised text with its characters set apart by spaces, punctuation and white space left out, in lower case.
  public static func separated(_ text: [UInt8]) -> [UInt8] {
    var separated: [UInt8] = []
    let text = text.span
    let characters = text.characterCount
    let indexed = indexed
    separated.append(addingCapacity: text.count + characters + 4) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        guard let start = buffer.baseAddress else { return }
        // Because each character, which takes four bytes at most, is followed by one space: that many bytes there are and
        // at least four more. Where a stray byte stands for a character, it was counted or is left out.
        let output = UnsafeMutableRawPointer(start)
        var at = 0
        while at < text.count {
          // Nearly all are of three bytes; four are there to be read. Written in any case: marks, which cannot be foretold, are
          // not counted.
          if text[at] & 0xf0 == 0xe0, at < text.count - 3 {
            let bytes = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self).littleEndian
            let value = (bytes & 0x0f) << 12 | (bytes >> 8 & 0x3f) << 6 | bytes >> 16 & 0x3f
            let word = bytes & 0xff_ffff | 0x2000_0000
            unsafe output.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt32.self)
            count &+= indexed.contains(value) ? 4 : 0
            at &+= 3
            continue
          }
          let (value, width) = text.character(at: at)
          if value < 0x10000 ? indexed.contains(value) : isIndexed(value) {
            let bytes = lowered(value, width)
            unsafe output.storeBytes(of: bytes.littleEndian, toByteOffset: count, as: UInt32.self)
            unsafe output.storeBytes(of: 0x20, toByteOffset: count &+ width, as: UInt8.self)
            count &+= width &+ 1
          }
          at &+= width
        }
      }
    }
    return separated
  }

  /// A character of the closed set below without its case as UTF-8, its first byte the lowest.
  @inline(__always)
  private static func lowered(_ value: UInt32, _ width: Int) -> UInt32 {
    switch width {
    case 3: (0xe0 | value >> 12) | (0x80 | value >> 6 & 0x3f) << 8 | (0x80 | value & 0x3f) << 16
    case 1: UInt32(lowered(UInt8(truncatingIfNeeded: value)))
    case 2: greek(value)
    default:
      (0xf0 | value >> 18) | (0x80 | value >> 12 & 0x3f) << 8 | (0x80 | value >> 6 & 0x3f) << 16 | (0x80 | value & 0x3f)
        << 24
    }
  }

  /// A Greek letter as UTF-8: capitals stand 32 places before the others.
  private static func greek(_ value: UInt32) -> UInt32 {
    let value = (0x391...0x3a9).contains(value) ? value + 0x20 : value
    return (0xc0 | value >> 6) | (0x80 | value & 0x3f) << 8
  }

  /// A normalised text without white space, for finding words in it literally.
  public static func joined(_ text: [UInt8]) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
      let text = text.span
      for at in text.indices {
        let byte = text[at]
        // Because no more bytes are written than the text has; one that is left out is written and not counted.
        unsafe buffer[count] = byte
        count &+= byte > 0x20 ? 1 : 0
      }
    }
  }

  /// A person's words in the form of normalised text: simplified characters, half-width forms, lower-case letters.
  public static func normalised(_ words: String) -> [UInt8] {
    let source = SourceText(decoded: Array(words.utf8))
    let line = CleanedLines.Line(source: 0..<source.bytes.count, role: .content)
    var lines = CleanedLines(SourceText(decoded: []))
    lines.lines = [line]
    let text = NormalisedText(lines, of: source)
    return text.paragraphs.flatMap { text.bytes[$0] }.filter { $0 > 0x20 }.map(lowered)
  }

  /// An ASCII letter without its case.
  public static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }

  /// Those of the basic multilingual plane that are indexed.
  static let indexed = ScalarSet(
    // By the bounds of the set below: to ask of every character takes as long as a small search.
    [0x25...0x25, 0x30...0x7a, 0x391...0x3c9, 0x2030...0x2030, 0x2103...0x2103, 0x3400...0x4db5, 0x4e00...0x9fa5].lazy
      .flatMap { (range: ClosedRange<UInt32>) in range.lazy.filter(isIndexed) })

  /// A closed set, so that an index made by one version of SQLite, whose tokenizer knows the letters of its Unicode version,
  /// means the same to every other: ASCII letters and digits, Greek letters, Chinese characters, and some symbols.
  static func isIndexed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case 0x391...0x3a1, 0x3a3...0x3a9, 0x3b1...0x3c1, 0x3c3...0x3c9: true
    case 0x3400...0x4db5, 0x4e00...0x9fa5, 0x2_0000...0x2_a6d6: true
    case 0x25, 0x2030, 0x2103: true  // % ‰ ℃
    default: false
    }
  }
}

extension SourceText {
  /// A text that is decoded already. Where it is no valid UTF-8, as it may be in a hostile archive, it is repaired.
  public init(decoded bytes: [UInt8]) {
    let damage = UTF8Scanner.survey(bytes, from: 0).invalid
    self.bytes = damage == 0 ? bytes : UTF8Scanner.repaired(bytes, from: 0)
    encoding = .utf8
    replacements = damage
  }
}

extension SearchWords {
  /// The normalised text of a part of a source by itself: paragraphs ended by line feeds.
  public static func text(ofPart bytes: [UInt8]) -> [UInt8] {
    let source = SourceText(decoded: bytes)
    return NormalisedText(CleanedLines(source), of: source).bytes
  }
}
