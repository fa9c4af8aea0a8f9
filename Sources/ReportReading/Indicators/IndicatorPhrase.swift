/// A figure's indicator taken apart: its own words and, where it is a part, those of its whole.
struct IndicatorPhrase {
  /// The words without spaces, marks, 的 and bracketed abbreviations.
  var words: String
  /// The words of the whole in `种植业(农业总产值其中)`.
  var whole: String?

  init(_ text: String) {
    var own = ""
    var bracketed: [String] = []
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(", "（":
        if depth == 0 { bracketed.append("") }
        depth += 1
      case ")", "）": depth = max(0, depth - 1)
      case " ", "\u{3000}", "\u{A0}", "“", "”", "\"", "‘", "’", "《", "》", "、", "的": break
      default:
        if depth == 0 {
          own.unicodeScalars.append(scalar)
        } else {
          bracketed[bracketed.count - 1].unicodeScalars.append(scalar)
        }
      }
    }
    for inner in bracketed {
      if inner.hasSuffix("其中") {
        whole = String(inner.dropLast(2))
      } else if !Self.saysNothing(inner) {
        own += inner
      }
    }
    words = own
  }

  /// `(GDP)` repeats the name in letters; `(不含农户)` is today's definition of fixed-asset investment.
  private static func saysNothing(_ inner: String) -> Bool {
    inner == "不含农户" || inner.utf8.allSatisfy { $0 < 0x80 }
  }
}
