/// A line in the form in which the vocabulary of site text is written: simplified, half-width, lower case, without
/// spaces and pinyin.
struct LineKey: Sendable {
  /// The start of the line; vocabulary stands within it.
  private(set) var head: [UInt32] = []
  /// The end of the line; the whole of it when it is short.
  var tail: [UInt32] { isWhole ? head : tailOfLong }
  private var tailOfLong: [UInt32] = []
  /// Whether ``head`` is the whole line.
  private(set) var isWhole = true
  /// Upper bound of the line's length in characters.
  private(set) var length = 0

  /// Bytes of a line's start and end that are looked at: 100 ideographs.
  private static let reach = 300

  init() {}

  /// Folds a word of the vocabulary as lines are.
  init(word: Substring) {
    let bytes = Array(word.utf8)
    read(bytes, 0..<bytes.count)
  }

  /// Whether all of a line is looked at.
  static func isWhole(_ line: Range<Int>) -> Bool { line.count <= 2 * reach }

  /// Takes the place of the line before.
  /// - Parameter longest: of a line with more characters no more is read than its beginning.
  mutating func read(_ bytes: [UInt8], _ line: Range<Int>, longest: Int = .max) {
    isWhole = Self.isWhole(line)
    if !isWhole, line.count / 3 > longest {
      length = line.count / 3
      tailOfLong.removeAll(keepingCapacity: true)
      let end = Self.boundary(bytes, line.lowerBound + Self.reach)
      return Self.fold(bytes, line.lowerBound..<end, most: Self.beginning, into: &head)
    }
    let headEnd = isWhole ? line.upperBound : Self.boundary(bytes, line.lowerBound + Self.reach)
    Self.fold(bytes, line.lowerBound..<headEnd, into: &head)
    if !isWhole { Self.fold(bytes, Self.boundary(bytes, line.upperBound - 90)..<line.upperBound, into: &tailOfLong) }
    length = isWhole ? head.count : line.count / 3
  }

  /// Characters of the beginning of a long line.
  static let beginning = 16

  /// The start of the character that a position lies in.
  private static func boundary(_ bytes: [UInt8], _ position: Int) -> Int {
    var position = position
    while position > 0, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }

  /// The form of a character; of one that becomes several its own.
  @inline(__always)
  static func folded(_ scalar: UInt32, _ tables: CharacterTables) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
    guard scalar < 0x10000 else { return scalar }
    let reading = tables.readings[Int(scalar)]
    if reading == CharacterTables.Reading.special.rawValue {
      return halfWidth(tables.specialDefaults[scalar] ?? scalar)
    }
    return halfWidth(reading == 0 || reading == CharacterTables.Reading.expanded.rawValue ? scalar : UInt32(reading))
  }

  @inline(__always)
  private static func halfWidth(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case Scalar.fullComma: Scalar.comma
    case Scalar.fullColon: Scalar.colon
    case Scalar.fullLeftParenthesis: Scalar.leftParenthesis
    case Scalar.fullRightParenthesis: Scalar.rightParenthesis
    default: scalar
    }
  }

  /// - Parameter most: about so many characters are enough.
  private static func fold(_ bytes: [UInt8], _ range: Range<Int>, most: Int = .max, into result: inout [UInt32]) {
    let tables = CharacterTables.shared
    result.removeAll(keepingCapacity: true)
    result.reserveCapacity(range.count / 3 + 8)
    var position = range.lowerBound
    let span = bytes.span
    let plain = tables.plain
    while position < range.upperBound, result.count < most {
      let scalar = span.character(at: position)
      position += scalar.width
      if case let value = scalar.value, value > 0x80, value < 0xFF00, plain.contains(value) {
        result.append(value)
        continue
      }
      let value = folded(scalar.value, tables)
      if value <= 0x20 || tables.isBlank(value) { continue }
      result.append(value)
      if value == Scalar.rightParenthesis { removePinyin(&result, tables) }
    }
  }

  /// Removes `(zhèn)` from the end.
  private static func removePinyin(_ result: inout [UInt32], _ tables: CharacterTables) {
    guard let open = result.suffix(9).lastIndex(of: Scalar.leftParenthesis), open > 0 else { return }
    let inner = result[open + 1..<result.count - 1]
    let isPinyin = inner.allSatisfy { tables.kind($0) == .latin || tables.kind($0) == .toned }
    if isPinyin, inner.contains(where: { tables.kind($0) == .toned }) { result.removeSubrange(open...) }
  }
}
