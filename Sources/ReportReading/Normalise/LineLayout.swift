/// A content line, or a piece of a very long one, as glyphs.
struct ScannedLine: Sendable {
  /// Its glyphs in a ``LineBatch``, without spaces at either end; empty only where it is ``plain``.
  var glyphs: Range<Int>
  /// What stands in the text as it is in the source; it has glyphs then only if someone asked for them.
  var plain: PlainText?
  var marks: GlyphScanner.LineMarks
  /// Whether a blank line stands before it.
  var followsBlank: Bool
  /// Whether text of the site other than a page number stands before it.
  var followsChrome: Bool
  /// Whether it goes on with the line of the piece before.
  var continuesLine = false
  /// Whether it is the first of its text.
  var isFirst = false
  /// Columns, indentation included: two for an ideograph or a mark of its width, one for a letter or digit.
  var width = 0
  /// Characters, of which indentation by two columns counts one.
  var length = 0
  /// What the line starts with says that it opens a paragraph: a number of a heading or list, `——`, `附件`.
  var opensParagraph = false
  /// All in bold or marked as a heading.
  var isMarkedHeading = false
  var endsSentence = false
  /// As it has been scanned.
  var firstCharacter: UInt32 = 0
  /// Holds a glyph that stands behind a break.
  var hasBreaks = false
  var hasSpaces = false
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

  init(_ statistics: LineStatistics) {
    isProse = 10 * statistics.longEndingSentence >= 7 * statistics.long
    indentsParagraphs = statistics.indented >= 3 && statistics.indented * 10 <= statistics.count * 6
    spacesParagraphs = statistics.spaced >= 3 && statistics.spaced * 10 <= statistics.count * 6
    let byColumns = statistics.columns.wrap(most: 130)
    let byCharacters = statistics.characters.wrap(most: 65)
    let isByCharacters = (byCharacters?.full ?? 0) > (byColumns?.full ?? 0)
    if isByCharacters, let byCharacters { wrap = (.characters, byCharacters.limit) }
    if !isByCharacters, let byColumns { wrap = (.columns, byColumns.limit) }
  }

  var isWrapped: Bool { wrap != nil }

  /// Whether a line reaches a part (in percent) of the length at which lines were wrapped.
  func isFull(_ line: ScannedLine, _ percent: Int) -> Bool {
    wrap.map { Self.length(line, $0.measure) * 100 >= $0.limit * percent } ?? false
  }
}

/// What is counted of the lines of a text, to tell its layout.
struct LineStatistics: Sendable {
  private(set) var count = 0
  /// Lines of forty columns and more.
  private(set) var long = 0
  private(set) var longEndingSentence = 0
  private(set) var indented = 0
  /// Lines behind a blank one.
  private(set) var spaced = 0
  private(set) var columns = LengthTally()
  private(set) var characters = LengthTally()
  /// Places, among all lines, of the last two that start with `①`.
  private var notes: (last: Int, before: Int)?

  mutating func add(_ batch: LineBatch) {
    let lines = batch.lines.span
    for index in lines.indices { add(lines[index]) }
  }

  private mutating func add(_ line: ScannedLine) {
    // A line of many pieces is counted once.
    if line.continuesLine { return }
    if line.width >= 40 {
      long += 1
      if line.endsSentence { longEndingSentence += 1 }
    }
    if line.marks.indent >= 2 { indented += 1 }
    if line.followsBlank { spaced += 1 }
    columns.add(line.width, isCounted: line.width >= 20, isOpen: !line.endsSentence)
    characters.add(line.length, isCounted: line.width >= 20, isOpen: !line.endsSentence)
    if (0x2460...0x2473).contains(line.firstCharacter) { notes = (count, notes?.last ?? -1) }
    count += 1
  }

  /// Whether lines are notes that start with `①`, whose marks stand in the text: a list in the text starts with ①
  /// once, notes at the end do so on lines of their own, behind the text.
  var hasCircledNotes: Bool { (notes?.before ?? -1) >= count / 2 }
}

/// How many lines have each length.
struct LengthTally: Sendable {
  /// Longer lines count as of this length; none that was wrapped is so long.
  private static let longest = 160
  /// Lines long enough to tell where they were wrapped.
  private var counted = [Int](repeating: 0, count: longest + 1)
  /// Lines that do not end a sentence.
  private var open = [Int](repeating: 0, count: longest + 1)

  mutating func add(_ length: Int, isCounted: Bool, isOpen: Bool) {
    let length = min(length, Self.longest)
    if isCounted { counted[length] += 1 }
    if isOpen { open[length] += 1 }
  }

  /// The length at which lines were wrapped, if those that do not end a sentence nearly all have it, and how many do.
  /// - Parameter most: the greatest length that lines are wrapped at.
  func wrap(most: Int) -> (limit: Int, full: Int)? {
    let lines = counted.reduce(0, +)
    guard lines >= 8 else { return nil }
    var limit = 0
    var shorter = counted[0]
    while shorter <= lines * 9 / 10 {
      limit += 1
      shorter += counted[limit]
    }
    guard limit <= most else { return nil }
    let longOpen = open[(limit / 2 + 1)...].reduce(0, +)
    let full = open.indices.filter { 2 * $0 > limit && (limit * 88...limit * 112).contains($0 * 100) }
      .reduce(0) { $0 + open[$1] }
    return full >= 5 && full * 10 >= longOpen * 7 && full * 4 >= lines ? (limit, full) : nil
  }
}
