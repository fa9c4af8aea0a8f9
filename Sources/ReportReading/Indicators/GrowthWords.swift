internal import CTables

/// Words of a clause that tell its growth from growth as it is usually stated: at constant prices (`实际增长`), or by a scope that
/// stays the same (`可比增长`). They stand at the verb and so in no indicator's words.
public struct GrowthWords: Sendable {
  /// Those of `indicator-words.tsv`.
  public static let standard = GrowthWords(rows: unsafe Table.rows(CTableIndicatorWords))

  private var words: [(text: [UInt8], scope: String)] = []
  /// What names have whose growth is stated at constant prices anyhow.
  private var constant: [[UInt8]] = []
  /// The scope that constant prices make.
  private var constantScope = ""

  init(rows: [[Substring]]) {
    for cells in rows where cells.count > 2 {
      switch cells[1] {
      case "growth": words.append((Array(cells[0].utf8), String(cells[2])))
      case "constant":
        constant.append(Array(cells[0].utf8))
        constantScope = String(cells[2])
      default: break
      }
    }
  }

  /// The scope that a clause's words add to the growth of an indicator; nil for none.
  public func scope(in clause: ArraySlice<UInt8>, of indicator: Indicator) -> String? {
    guard indicator.dimension == .money, let found = words.first(where: { holds(clause, $0.text) }) else { return nil }
    let name = Array(indicator.chineseName.utf8)[...]
    if found.scope == constantScope, constant.contains(where: { holds(name, $0) }) { return nil }
    return found.scope
  }

  private func holds(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (text.startIndex...text.endIndex - word.count).contains { at in
      text[at] == word[0] && text[at..<at + word.count].elementsEqual(word)
    }
  }
}
