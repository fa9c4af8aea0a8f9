internal import CTables

/// Words of a clause that tell its growth from growth as it is usually stated: at constant prices (`实际增长`), or by a scope that
/// stays the same (`可比增长`). They stand at the verb and so in no indicator's words.
public struct GrowthWords: Sendable {
  /// Those of `indicator-words.tsv`.
  public static let standard = GrowthWords(rows: unsafe Table.rows(CTableIndicatorWords))

  private var meanings: [(scope: String, isNominal: Bool)] = []
  /// The values are indices into ``meanings``.
  private let words: WordTrie
  /// What names have whose growth is stated at constant prices anyhow, with the scopes that this makes needless.
  private var constant: [(text: [UInt8], scopes: [Substring])] = []

  init(rows: [[Substring]]) {
    var words: [(word: Substring, value: Int)] = []
    for cells in rows where cells.count > 2 {
      switch cells[1] {
      case "growth", "nominal":
        words.append((cells[0], words.count))
        meanings.append((String(cells[2]), cells[1] == "nominal"))
      case "constant": constant.append((Array(cells[0].utf8), Table.words(cells[2], separator: "|")))
      default: break
      }
    }
    self.words = WordTrie(words)
  }

  /// The scope that the words of a figure's clause add to the growth of an indicator, or those before it in its sentence
  /// (`扣除留抵退税因素后，预算收入100亿元，增长3.3%`); nil for none.
  /// - Parameter source: where the clause stands in the text.
  public func scope(of source: Range<Int>, in text: [UInt8], of indicator: Indicator) -> String? {
    scope(in: text[source], of: indicator)
      ?? exclusion(before: source.lowerBound, in: text).flatMap {
        scope(in: $0, of: indicator)
      }
  }

  /// What the amounts of a sentence are reckoned without, up to the first share in it.
  private func exclusion(before end: Int, in text: [UInt8]) -> ArraySlice<UInt8>? {
    var at = end - 1
    let earliest = max(0, end - Self.reach)
    while at >= earliest {
      switch text[at] {
      // `%`, `％` and what ends a part of the text.
      case 0x25, 0x0A: return nil
      case 0xE3 where text.hasText("。", at: at): return nil
      case 0xEF where text.hasText("；", at: at) || text.hasText("％", at: at): return nil
      case 0xE5 where text.hasText("剔除", at: at), 0xE6 where text.hasText("扣除", at: at):
        let words = text[at..<end]
        return Self.factors.contains { holds(words, $0) } ? words : nil
      default: at -= 1
      }
    }
    return nil
  }

  /// Three clauses.
  private static let reach = 150
  private static let factors = ["因素后，", "因素，", "影响后，", "影响，"].map { Array($0.utf8) }

  /// The scope that a clause's words add to the growth of an indicator; nil for none.
  public func scope(in clause: ArraySlice<UInt8>, of indicator: Indicator) -> String? {
    guard indicator.dimension == .money else { return nil }
    let clause = Self.withoutAside(clause)
    guard let found = firstWord(in: clause).map({ meanings[$0] }) else { return nil }
    let name = Array(indicator.chineseName.utf8)[...]
    let usual = constant.first { holds(name, $0.text) }?.scopes
    if found.isNominal { return usual == nil ? nil : found.scope }
    return usual?.contains { $0 == found.scope } == true ? nil : found.scope
  }

  /// The first of the words, in their own order, that a clause holds.
  private func firstWord(in clause: ArraySlice<UInt8>) -> Int? {
    let text = clause.span
    var first: Int?
    var at = 0
    while at < text.count {
      words.forEachMatch(in: text, at: at, limit: text.count) { word, _ in first = min(first ?? word, word) }
      at += text.character(at: at).width
    }
    return first
  }

  /// `下降1.8%（剔除减税降费因素，同口径增长8.1%）`: a bracket at the end with a number of its own speaks of that one.
  private static func withoutAside(_ clause: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = clause.last, last == 0x29 || last == 0x89,
      let open = clause.indices.last(where: { clause[$0] == 0x28 || clause[$0...].starts(with: [0xEF, 0xBC, 0x88]) }),
      clause[open...].contains(where: isDigit), clause[..<open].contains(where: isDigit)
    else { return clause }
    return clause[..<open]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func holds(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (text.startIndex...text.endIndex - word.count).contains { at in
      text[at] == word[0] && text[at..<at + word.count].elementsEqual(word)
    }
  }
}
