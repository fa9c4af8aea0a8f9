/// A figure's indicator taken apart: its own words and, where it is a part, those of its whole.
struct IndicatorPhrase {
  /// The words without spaces, marks, 的 and bracketed abbreviations, in UTF-8.
  private(set) var words: [UInt8]
  /// The words of the whole in `种植业(农业总产值其中)`.
  private(set) var whole: [UInt8]?

  /// - Parameter text: valid UTF-8.
  init(_ text: [UInt8]) {
    words = text
    let bytes = text.span
    var at = 0
    while at < bytes.count {
      let (character, width) = bytes.character(at: at)
      if Self.marks.contains(character) {
        takeApart(text, from: at)
        return
      }
      at += width
    }
  }

  /// Characters that are no words.
  static let marks = ScalarSet("(（)） \u{3000}\u{A0}“”\"‘’《》、的")

  /// Reads on from the first of the marks.
  private mutating func takeApart(_ text: [UInt8], from start: Int) {
    words.removeLast(text.count - start)
    var bracketed: [[UInt8]] = []
    var depth = 0
    var at = start
    while at < text.count {
      let (character, width) = text.span.character(at: at)
      switch character {
      case "(", "（":
        if depth == 0 { bracketed.append([]) }
        depth += 1
      case ")", "）": depth = max(0, depth - 1)
      case _ where Self.marks.contains(character): break
      case _ where depth == 0: words += text[at..<at + width]
      default: bracketed[bracketed.count - 1] += text[at..<at + width]
      }
      at += width
    }
    for inner in bracketed {
      if inner.hasText("其中", at: inner.count - 6) {
        whole = Array(inner.dropLast(6))
      } else if !Self.saysNothing(inner) {
        words += inner
      }
    }
  }

  /// `(GDP)` repeats the name in letters; `(不含农户)` is today's definition of fixed-asset investment.
  private static func saysNothing(_ inner: [UInt8]) -> Bool {
    inner.count == 12 && inner.hasText("不含农户", at: 0) || inner.allSatisfy { $0 < 0x80 }
  }
}

private func ~= (pattern: Unicode.Scalar, character: UInt32) -> Bool { pattern.value == character }
