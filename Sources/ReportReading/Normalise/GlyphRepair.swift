/// The last pass over a paragraph: punctuation in its Chinese form, notes and pinyin taken out, damaged digits mended.
struct GlyphRepair {
  let tables = CharacterTables.shared
  let hasCircledNotes: Bool
  private(set) var input: [Glyph] = []
  /// The repaired paragraph.
  private(set) var output: [Glyph] = []
  private var isQuoteOpen = false
  /// Whether `。` stands in the paragraph, once it has been asked for.
  private var foundFullStop: Bool?

  /// - Parameter hasCircledNotes: whether paragraphs of the text are notes that start with `①`.
  init(hasCircledNotes: Bool) { self.hasCircledNotes = hasCircledNotes }

  /// Repairs a paragraph without spaces, into ``output``.
  mutating func repair(_ glyphs: ArraySlice<Glyph>) {
    input.removeAll(keepingCapacity: true)
    input += glyphs
    output.removeAll(keepingCapacity: true)
    output.reserveCapacity(input.count)
    isQuoteOpen = false
    foundFullStop = nil
    var index = 0
    while index < input.count {
      // Most of the text: ideographs, digits and such Chinese punctuation as needs no care.
      let start = index
      index = endOfPlain(from: index)
      if index > start { output += input[start..<index] } else { index = step(index) }
    }
  }

  /// Where a run of glyphs that need no care ends.
  private func endOfPlain(from start: Int) -> Int {
    let glyphs = input.span
    let needsCare = Self.needsCare
    var index = start
    while index < glyphs.count {
      let scalar = glyphs[index].scalar
      if Self.isPlain(scalar) || !needsCare.contains(scalar) || isPlainMark(glyphs, index) { index += 1 } else { break }
    }
    return index
  }

  /// Ideographs and all that stands among them.
  @inline(__always)
  private static func isPlain(_ scalar: UInt32) -> Bool { scalar >= 0x3400 && scalar < 0xFF00 }

  /// A mark of Chinese punctuation between two words.
  @inline(__always)
  private func isPlainMark(_ glyphs: Span<Glyph>, _ index: Int) -> Bool {
    guard Scalar.isMark(glyphs[index].scalar), index > 0, index + 1 < glyphs.count else { return false }
    return Self.isPlain(glyphs[index - 1].scalar) && Self.isPlain(glyphs[index + 1].scalar)
  }

  /// What ``step(_:)`` does anything with but copy it.
  static let needsCare = ScalarSet(
    [
      0x30, 0x4F, 0x6F, 0x6C, 0x49, 0x25CB, 0x25EF, 0x41E, Scalar.comma, Scalar.colon, 0x3B, 0x21, 0x3F, Scalar.point,
      Scalar.leftParenthesis, Scalar.fullLeftParenthesis, 0xB7, 0x2D, Scalar.rightParenthesis, Scalar.leftBracket,
      Scalar.leftLenticular, Scalar.quote, Scalar.leftQuote, Scalar.rightQuote, 0xB2, 0xB3, 0xB9, 0x2070,
      Scalar.fullComma, Scalar.ideographicComma, Scalar.fullStop, Scalar.fullSemicolon, Scalar.fullColon,
      Scalar.fullExclamation, Scalar.fullQuestion,
    ] + (0x2074...0x2079) + (0x2460...0x2473) + (0x300...0x36F))

  /// Handles the glyph at an index, and what belongs to it.
  /// - Returns: the index to go on from.
  private mutating func step(_ index: Int) -> Int {
    let scalar = input[index].scalar
    switch scalar {
    case Scalar.zero: return zero(index)
    case Scalar.comma, Scalar.colon, 0x3B, 0x21, 0x3F, Scalar.point: return asciiMark(index)
    case Scalar.fullComma, Scalar.ideographicComma, Scalar.fullStop, Scalar.fullSemicolon, Scalar.fullColon,
      Scalar.fullExclamation, Scalar.fullQuestion:
      return mark(index, scalar)
    case Scalar.leftParenthesis, Scalar.fullLeftParenthesis: return parenthesis(index)
    case 0xB7: return isDecimalPoint(index) || isRaisedPoint(index) ? emit(index, Scalar.point) : emit(index, scalar)
    case 0x2D: return hyphen(index)
    case Scalar.rightParenthesis: return emit(index, Scalar.fullRightParenthesis)
    case Scalar.leftBracket, Scalar.leftLenticular: return bracket(index)
    case Scalar.quote: return quote(index)
    case Scalar.leftQuote, Scalar.rightQuote:
      isQuoteOpen = scalar == Scalar.leftQuote
      return emit(index, scalar)
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: return superscript(index)
    case 0x2460...0x2473: return circled(index)
    case 0x4F, 0x6F, 0x6C, 0x49, 0x25CB, 0x25EF, 0x41E: return digitLike(index)
    case 0x300...0x36F: return index + 1
    default: return emit(index, scalar)
    }
  }

  mutating func emit(_ index: Int, _ scalar: UInt32) -> Int {
    var glyph = input[index]
    glyph.scalar = scalar
    output.append(glyph)
    return index + 1
  }

  /// Whether `。` stands anywhere in the paragraph.
  mutating func hasFullStop() -> Bool {
    let found = foundFullStop ?? input.contains { $0.scalar == Scalar.fullStop }
    foundFullStop = found
    return found
  }

  /// Takes back what was repaired last.
  mutating func removeLast(_ count: Int) { output.removeLast(count) }

  func scalar(_ index: Int) -> UInt32 { index >= 0 && index < input.count ? input[index].scalar : 0 }
  func kind(_ index: Int) -> CharacterTables.Kind { tables.kind(scalar(index)) }

  // MARK: Punctuation

  private mutating func asciiMark(_ index: Int) -> Int {
    let sides = (kind(index - 1), kind(index + 1))
    switch input[index].scalar {
    case Scalar.comma:
      let stays = sides == (.digit, .digit) || sides == (.latin, .latin)
      return stays ? emit(index, Scalar.comma) : mark(index, Scalar.fullComma)
    case Scalar.colon:
      let stays = sides == (.digit, .digit) || sides == (.latin, .latin) || scalar(index + 1) == 0x2F
      return stays ? emit(index, Scalar.colon) : mark(index, Scalar.fullColon)
    case Scalar.point:
      return isStop(index) ? mark(index, Scalar.fullStop) : emit(index, Scalar.point)
    case 0x3F:
      // Sites print `?` for characters that their encoding lacked; only at the end of a sentence is it a question.
      let isQuestion = index + 1 == input.count || scalar(index + 1) == Scalar.rightQuote
      return isQuestion ? mark(index, Scalar.fullQuestion) : emit(index, 0x3F)
    case 0x21: return mark(index, Scalar.fullExclamation)
    default: return sides == (.latin, .latin) ? emit(index, 0x3B) : mark(index, Scalar.fullSemicolon)
    }
  }

  /// Appends a mark of Chinese punctuation, folding doubled ones.
  private mutating func mark(_ index: Int, _ scalar: UInt32) -> Int {
    if scalar == Scalar.fullColon, kind(index - 1) == .digit, kind(index + 1) == .digit {
      return emit(index, Scalar.colon)
    }
    if scalar == Scalar.fullComma, isThousandsSeparator(index) { return emit(index, Scalar.comma) }
    if scalar == Scalar.fullStop, isDecimalPoint(index) { return emit(index, Scalar.point) }
    if let resumed = indexBehindStrayStop(index) { return resumed }
    guard let last = output.last, Scalar.isMark(last.scalar) else { return emit(index, scalar) }
    if last.scalar == scalar { return index + 1 }
    // Some sites print a comma before every other mark, or `。` for the `‰` or `%` that their font lacked.
    let isStray = last.scalar == Scalar.fullComma || last.scalar == Scalar.fullStop && scalar == Scalar.fullComma
    if isStray { output.removeLast() }
    return emit(index, scalar)
  }

  private func digits(before index: Int) -> Int {
    var count = 0
    while Scalar.isDigit(scalar(index - 1 - count)) { count += 1 }
    return count
  }

  private func digits(behind index: Int) -> Int {
    var count = 0
    while Scalar.isDigit(scalar(index + 1 + count)) { count += 1 }
    return count
  }

  /// `增长6。5%`, `6·5亿元`: a point in another form, where a unit shows that the digits are one number.
  private func isDecimalPoint(_ index: Int) -> Bool {
    guard (1...3).contains(digits(before: index)), (1...2).contains(digits(behind: index)) else { return false }
    guard "%‰亿万".unicodeScalars.contains(where: { $0.value == scalar(index + 1 + digits(behind: index)) }) else {
      return false
    }
    // `位居第1。88%的村…` is two sentences.
    return Self.beforeNumerals.contains(scalar(index - 1 - digits(before: index)))
  }
  private static let beforeNumerals = Set("长降达为到高率幅约近升加了占比在成现资".unicodeScalars.map(\.value))

  /// `742·5吨`, `19·6:44·3`: a decimal point printed high; not a date in a name (`“5·12”地震`).
  private func isRaisedPoint(_ index: Int) -> Bool {
    guard (1...5).contains(digits(before: index)), (1...3).contains(digits(behind: index)) else { return false }
    let next = scalar(index + 1 + digits(behind: index))
    return Self.behindDecimals.contains(next) || scalar(index - 1 - digits(before: index)) == Scalar.colon
  }
  private static let behindDecimals = Set("%‰亿万个元倍公平吨亩米千:".unicodeScalars.map(\.value))

  /// `1，200万元`: one to three digits, then exactly three and a unit.
  private func isThousandsSeparator(_ index: Int) -> Bool {
    guard (1...3).contains(digits(before: index)), digits(behind: index) == 3 else { return false }
    return Self.behindNumerals.contains(scalar(index + 4)) || scalar(index + 4) == Scalar.point
  }

  /// Two hyphens are a dash, but between numbers.
  private mutating func hyphen(_ index: Int) -> Int {
    let isPair = scalar(index + 1) == 0x2D && scalar(index + 2) != 0x2D && scalar(index - 1) != 0x2D
    guard isPair, kind(index - 1) != .digit, kind(index - 1) != .latin else { return emit(index, 0x2D) }
    _ = emit(index, Scalar.dash)
    return emit(index + 1, Scalar.dash)
  }

  /// `控制在7.2%,。以内`: the marks within the clause are no punctuation.
  private func indexBehindStrayStop(_ index: Int) -> Int? {
    guard output.last?.scalar == Scalar.percent else { return nil }
    var next = index
    var hasStop = false
    while next < input.count, Scalar.isMark(input[next].scalar) || input[next].scalar == Scalar.comma {
      hasStop = hasStop || input[next].scalar == Scalar.fullStop
      next += 1
    }
    return hasStop && scalar(next) == 0x4EE5 && scalar(next + 1) == 0x5185 ? next : nil
  }

  private mutating func quote(_ index: Int) -> Int {
    let closes = [Scalar.quote, Scalar.rightQuote]
    guard isQuoteOpen || input[(index + 1)...].contains(where: { closes.contains($0.scalar) }) else {
      return emit(index, Scalar.quote)
    }
    isQuoteOpen.toggle()
    return emit(index, isQuoteOpen ? Scalar.leftQuote : Scalar.rightQuote)
  }
}
