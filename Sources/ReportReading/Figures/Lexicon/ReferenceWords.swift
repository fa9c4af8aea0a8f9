internal import CTables

/// The words of targets without a number, read from `references.tsv`.
final class ReferenceWords: Sendable {
  /// `高于`, `与`: bind the indicator to something else.
  let bounds: WordList
  /// `同步`, `持平`: end a clause that binds two things.
  let synchrony: WordList
  /// `进一步提高`: end a clause that gives a direction; longest first.
  let directions: WordList
  /// `保持稳定`: of prices.
  let steadiness: WordList
  /// What can be measured although no number is given.
  let degrees: WordList

  static let standard = ReferenceWords()

  private init() {
    var words: [Substring: [Words]] = [:]
    for row in unsafe Table.rows(CTableReferences) where row.count == 3 {
      words[row[0], default: []] += Table.words(row[2]).map { Words(keeping: $0) }
    }
    let sorted = words.mapValues { WordList($0.sorted { $0.byteCount > $1.byteCount }) }
    let none = WordList([])
    bounds = sorted["reference"] ?? none
    synchrony = sorted["synchrony"] ?? none
    directions = sorted["direction"] ?? none
    steadiness = sorted["steadiness"] ?? none
    degrees = sorted["degree"] ?? none
  }
}
