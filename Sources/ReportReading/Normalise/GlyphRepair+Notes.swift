/// Notes, pinyin and their marks, which are taken out.
extension GlyphRepair {
  mutating func parenthesis(_ index: Int) -> Int {
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
    removeLast(number.count)
  }

  /// `[12]`, `【12】`, `【注12】` behind a word is the mark of a note; at the start of a paragraph it opens the note.
  mutating func bracket(_ index: Int) -> Int {
    var next = index + 1
    if scalar(next) == 0x6CE8 { next += 1 }
    let start = next
    while Scalar.isDigit(scalar(next)), next - start < 3 { next += 1 }
    let closes = scalar(index) == Scalar.leftBracket ? Scalar.rightBracket : Scalar.rightLenticular
    let isMark = next > start && scalar(next) == closes && !output.isEmpty
    return isMark ? next + 1 : emit(index, scalar(index))
  }

  /// `m²` is a unit; any other superscript digit is the mark of a note.
  mutating func superscript(_ index: Int) -> Int {
    let isUnit = output.last?.scalar == 0x6D && (scalar(index) == 0xB2 || scalar(index) == 0xB3)
    return isUnit || output.isEmpty ? emit(index, scalar(index)) : index + 1
  }

  mutating func circled(_ index: Int) -> Int {
    guard hasCircledNotes, let last = output.last?.scalar else { return emit(index, scalar(index)) }
    let isGlued = tables.kind(last) == .ideograph || last == Scalar.rightQuote || last == Scalar.percent
    return isGlued ? index + 1 : emit(index, scalar(index))
  }
}
