/// A content line as glyphs.
struct ScannedLine {
  /// Its glyphs, without spaces at either end; not empty.
  var glyphs: Range<Int>
  var marks: GlyphScanner.LineMarks
  /// Whether a blank line stands before it.
  var followsBlank: Bool
  /// Whether text of the site other than a page number stands before it.
  var followsChrome: Bool
  /// Columns, indentation included: two for an ideograph or a mark of its width, one for a letter or digit.
  var width = 0
  /// Characters, of which indentation by two columns counts one.
  var length = 0
  /// What the line starts with says that it opens a paragraph: a number of a heading or list, `——`, `附件`.
  var opensParagraph = false
  /// All in bold or marked as a heading.
  var isMarkedHeading = false
  var endsSentence = false
}

/// How the lines of a text were broken.
struct LineLayout {
  /// Nearly every long line ends a sentence.
  var isProse = false
  /// Some lines start indented, most do not: the first ones of paragraphs.
  var indentsParagraphs = false
  /// Blank lines stand between some lines, but not between most: between paragraphs.
  var spacesParagraphs = false
  /// What lines were wrapped at, nil when they were not: columns, or characters of any width.
  private var wrap: (measure: Measure, limit: Int)?

  private enum Measure { case columns, characters }

  private static func length(_ line: ScannedLine, _ measure: Measure) -> Int {
    measure == .columns ? line.width : line.length
  }

  init() {}

  init(_ lines: [ScannedLine]) {
    let long = lines.filter { $0.width >= 40 }
    isProse = 10 * long.count(where: \.endsSentence) >= 7 * long.count
    let indented = lines.count { $0.marks.indent >= 2 }
    indentsParagraphs = indented >= 3 && indented * 10 <= lines.count * 6
    let spaced = lines.count(where: \.followsBlank)
    spacesParagraphs = spaced >= 3 && spaced * 10 <= lines.count * 6
    let byColumns = Self.wrap(lines, .columns, most: 130)
    let byCharacters = Self.wrap(lines, .characters, most: 65)
    let isByCharacters = (byCharacters?.full ?? 0) > (byColumns?.full ?? 0)
    if isByCharacters, let byCharacters { wrap = (.characters, byCharacters.limit) }
    if !isByCharacters, let byColumns { wrap = (.columns, byColumns.limit) }
  }

  /// The length at which lines were wrapped, if those that do not end a sentence nearly all have it, and how many do.
  private static func wrap(
    _ lines: [ScannedLine], _ measure: Measure, most: Int
  ) -> (limit: Int, full: Int)? {
    let lengths = lines.lazy.filter { $0.width >= 20 }.map { length($0, measure) }.sorted()
    guard lengths.count >= 8 else { return nil }
    let limit = lengths[lengths.count * 9 / 10]
    let open = lines.filter { !$0.endsSentence && 2 * length($0, measure) > limit }
    let full = open.count { (limit * 88...limit * 112).contains(length($0, measure) * 100) }
    let isWrapped = limit <= most && full >= 5 && full * 10 >= open.count * 7 && full * 4 >= lengths.count
    return isWrapped ? (limit, full) : nil
  }

  var isWrapped: Bool { wrap != nil }

  /// Whether a line reaches a part (in percent) of the length at which lines were wrapped.
  func isFull(_ line: ScannedLine, _ percent: Int) -> Bool {
    wrap.map { Self.length(line, $0.measure) * 100 >= $0.limit * percent } ?? false
  }
}
