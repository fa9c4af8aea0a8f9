/// Digits that the copying site blotted out: `xx458元`, `20**年`, `增长*.5%`, `1x亿元`.
extension Tokenizer {
  /// Takes a number of which digits are blotted out; nil where none begins.
  ///
  /// A blotted-out year says nothing and is left out; a quantity keeps its unit and has no value.
  func masked(_ scalar: Unicode.Scalar, at start: Int, limit: Int, into text: inout TokenizedText) -> Int? {
    guard Self.isMask(scalar) || scalar.isDigit, let number = maskedNumber(at: start, limit: limit),
      !followsLetter(start)
    else { return nil }
    if bytes.hasText("年", at: number) { return yearEnd(number + 3) }
    var at = number
    while at < limit, let (scalar, width) = bytes.scalar(at: at) {
      if scalar != "余" && scalar != "多" && scalar.chinesePower == nil { break }
      if scalar.chinesePower != nil,
        units.trie.longestMatch(in: bytes, at: at, limit: limit).map({ $0.end > at + width }) == true
      {
        break
      }
      at += width
    }
    guard let unit = scanner.unit(at: at, limit: limit), ![.skip, .time, .score].contains(unit.kind)
    else { return nil }
    appendQuantity(Quantity(unit: unit.name, kind: unit.kind), start..<unit.end, to: &text)
    return unit.end
  }

  /// Where a run of digits and masks ends; nil where it has no mask, or one that may be a sign between two numbers (`2×35`).
  private func maskedNumber(at start: Int, limit: Int) -> Int? {
    var at = start
    var masks = 0
    var isOpen = false
    // What is longer is no number; each of its digits is asked for one.
    let limit = min(limit, start + Self.longestMasked)
    // Nearly all numbers have none.
    while at < limit, bytes[at] >= 0x30 && bytes[at] <= 0x39 || bytes[at] == 0x2E && at > start { at += 1 }
    while at < limit, let (scalar, width) = bytes.scalar(at: at) {
      if Self.isMask(scalar) {
        masks += 1
        isOpen = isOpen || at == start
      } else if !scalar.isDigit && !(scalar == "." && at > start) {
        break
      }
      at += width
    }
    guard masks > 0, at > start, let last = lastScalar(before: at) else { return nil }
    return masks > 1 || isOpen || Self.isMask(last) ? at : nil
  }

  /// Of a number of which digits are blotted out, in bytes.
  private static let longestMasked = 60

  private func lastScalar(before end: Int) -> Unicode.Scalar? {
    var at = end - 1
    while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return bytes.scalar(at: at)?.0
  }

  /// After `年`: the words that belong to a year.
  private func yearEnd(_ at: Int) -> Int {
    let words: [(StaticString, Int)] = [("全年", 6), ("以来", 6), ("度", 3), ("末", 3), ("底", 3), ("初", 3)]
    return words.first { bytes.hasText($0.0, at: at) }.map { at + $0.1 } ?? at
  }

  private func followsLetter(_ at: Int) -> Bool {
    guard at > 0, !["GDP", "gdp"].contains(where: { bytes.hasText($0, at: at - 3) }) else { return false }
    let before = bytes[at - 1]
    return (before >= 0x41 && before <= 0x5A) || (before >= 0x61 && before <= 0x7A)
      || (before >= 0x30 && before <= 0x39)
      || before == 0x2A || before == 0x2B
  }

  private static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "x", "X", "×", "*", "○", "□", "●", "■": true
    default: false
    }
  }
}
