/// The last pass over a paragraph: punctuation in its Chinese form, notes and pinyin taken out, damaged digits mended.
struct GlyphRepair {
  private let tables = CharacterTables.shared
  private let hasCircledNotes: Bool
  private var input: [Glyph] = []
  private var output: [Glyph] = []
  private var isQuoteOpen = false

  /// - Parameter hasCircledNotes: whether paragraphs of the text are notes that start with `①`.
  init(hasCircledNotes: Bool) { self.hasCircledNotes = hasCircledNotes }

  /// Repairs a paragraph without spaces.
  mutating func repair(_ glyphs: inout [Glyph]) {
    swap(&input, &glyphs)
    output.removeAll(keepingCapacity: true)
    isQuoteOpen = false
    var index = 0
    while index < input.count {
      // Most of the text: ideographs, digits and such Chinese punctuation as needs no care.
      let start = index
      while index < input.count, input[index].scalar >= 0x3400, input[index].scalar < 0xFF00 { index += 1 }
      if index > start { output += input[start..<index] } else { index = step(index) }
    }
    swap(&output, &glyphs)
    input.removeAll(keepingCapacity: true)
  }

  /// Handles the glyph at an index, and what belongs to it.
  /// - Returns: the index to go on from.
  private mutating func step(_ index: Int) -> Int {
    let scalar = input[index].scalar
    switch scalar {
    case 0x30...0x39: return digit(index)
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

  private mutating func emit(_ index: Int, _ scalar: UInt32) -> Int {
    var glyph = input[index]
    glyph.scalar = scalar
    output.append(glyph)
    return index + 1
  }

  private func scalar(_ index: Int) -> UInt32 { index >= 0 && index < input.count ? input[index].scalar : 0 }
  private func kind(_ index: Int) -> CharacterTables.Kind { tables.kind(scalar(index)) }

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
      // A full stop typed as a point ends a paragraph behind a word, not behind a number of a heading.
      let isStop = index + 1 == input.count && sides.0 == .ideograph && output.count > 4
      return isStop ? mark(index, Scalar.fullStop) : emit(index, Scalar.point)
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

  // MARK: Notes and pinyin

  private mutating func parenthesis(_ index: Int) -> Int {
    if let next = indexBehindPinyin(index) { return next }
    if let note = numberedNote(index) {
      removeNoteMark(note.number)
      return note.next
    }
    return emit(index, Scalar.fullLeftParenthesis)
  }

  private func isClosing(_ scalar: UInt32) -> Bool {
    scalar == Scalar.rightParenthesis || scalar == Scalar.fullRightParenthesis
  }

  /// `鎮(zhèn)`: up to six Latin letters in brackets behind an ideograph, one of them with its tone.
  private func indexBehindPinyin(_ index: Int) -> Int? {
    guard output.last.map({ tables.kind($0.scalar) == .ideograph }) ?? false else { return nil }
    var next = index + 1
    var hasTone = false
    while next < input.count, next - index <= 8, kind(next) == .latin || kind(next) == .toned {
      hasTone = hasTone || kind(next) == .toned
      next += 1
    }
    return hasTone && isClosing(scalar(next)) ? next + 1 : nil
  }

  /// `（注解1：…）` with its number and the index behind it.
  private func numberedNote(_ index: Int) -> (number: [UInt32], next: Int)? {
    guard scalar(index + 1) == 0x6CE8 else { return nil }
    var next = index + 2
    if scalar(next) == 0x89E3 || scalar(next) == 0x91CA { next += 1 }
    var number: [UInt32] = []
    while Scalar.isDigit(scalar(next)), number.count < 3 {
      number.append(scalar(next))
      next += 1
    }
    guard !number.isEmpty else { return nil }
    var depth = 1
    while next < input.count, next - index < 400 {
      if isClosing(scalar(next)) { depth -= 1 }
      if scalar(next) == Scalar.leftParenthesis || scalar(next) == Scalar.fullLeftParenthesis { depth += 1 }
      next += 1
      if depth == 0 { return (number, next) }
    }
    return nil
  }

  /// Removes the number of a note that stands glued to the value or word before it (`6.7%1`).
  private mutating func removeNoteMark(_ number: [UInt32]) {
    guard output.count > number.count, output.suffix(number.count).map(\.scalar) == number else { return }
    let before = output[output.count - number.count - 1].scalar
    if Scalar.isDigit(before) || before == Scalar.point || tables.kind(before) == .latin { return }
    output.removeLast(number.count)
  }

  /// `[12]`, `【12】`, `【注12】` behind a word is the mark of a note; at the start of a paragraph it opens the note.
  private mutating func bracket(_ index: Int) -> Int {
    var next = index + 1
    if scalar(next) == 0x6CE8 { next += 1 }
    let start = next
    while Scalar.isDigit(scalar(next)), next - start < 3 { next += 1 }
    let closes = scalar(index) == Scalar.leftBracket ? Scalar.rightBracket : Scalar.rightLenticular
    let isMark = next > start && scalar(next) == closes && !output.isEmpty
    return isMark ? next + 1 : emit(index, scalar(index))
  }

  /// `m²` is a unit; any other superscript digit is the mark of a note.
  private mutating func superscript(_ index: Int) -> Int {
    let isUnit = output.last?.scalar == 0x6D && (scalar(index) == 0xB2 || scalar(index) == 0xB3)
    return isUnit || output.isEmpty ? emit(index, scalar(index)) : index + 1
  }

  private mutating func circled(_ index: Int) -> Int {
    guard hasCircledNotes, let last = output.last?.scalar else { return emit(index, scalar(index)) }
    let isGlued = tables.kind(last) == .ideograph || last == Scalar.rightQuote || last == Scalar.percent
    return isGlued ? index + 1 : emit(index, scalar(index))
  }

  // MARK: Digits

  private mutating func digit(_ index: Int) -> Int {
    if scalar(index) == Scalar.zero, isBetweenNumerals(index) { return emit(index, Scalar.chineseZero) }
    return emit(index, scalar(index))
  }

  /// `二○○五`, `二OO五`: a round sign between Chinese numerals is their zero.
  private func isBetweenNumerals(_ index: Int) -> Bool {
    guard let last = output.last, Scalar.isNumeral(last.scalar) else { return false }
    var next = index + 1
    while [0x30, 0x4F, 0x6F, 0x25CB, 0x25EF, 0x41E].contains(scalar(next)) { next += 1 }
    return Scalar.isNumeral(scalar(next)) || scalar(next) == 0x5E74
  }

  /// `7O.5%`, `3l.2%`, `I50万`: a letter that optical reading took a digit for.
  private mutating func digitLike(_ index: Int) -> Int {
    let scalar = input[index].scalar
    let isRound = scalar != 0x6C && scalar != 0x49
    if isRound, isBetweenNumerals(index) { return emit(index, Scalar.chineseZero) }
    guard scalar < 0x80, isDamagedNumeral(index) else { return emit(index, scalar) }
    return emit(index, isRound ? Scalar.zero : Scalar.one)
  }

  private static let behindNumerals = Set("%‰亿万千百元年月日个倍人户吨亩公平项家名张座".unicodeScalars.map(\.value))

  /// Whether the letters, digits and points around an index are a numeral: more digits than letters, none but those
  /// letters that look like digits, and a unit behind.
  private func isDamagedNumeral(_ index: Int) -> Bool {
    func isPart(_ index: Int) -> Bool {
      let kind = kind(index)
      return kind == .digit || kind == .latin || scalar(index) == Scalar.point
    }
    var start = index
    while isPart(start - 1) { start -= 1 }
    var end = index
    while isPart(end) { end += 1 }
    var digits = 0
    var letters = 0
    for position in start..<end {
      switch scalar(position) {
      case Scalar.zero...Scalar.nine: digits += 1
      case 0x4F, 0x6F, 0x6C, 0x49: letters += 1
      case Scalar.point: break
      default: return false
      }
    }
    return digits >= letters && digits > 0 && Self.behindNumerals.contains(scalar(end))
  }
}
