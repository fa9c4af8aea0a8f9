internal import CTables

/// The words of targets without a number, read from `references.tsv`.
struct ReferenceWords: Sendable {
  /// `高于`, `与`: bind the indicator to something else.
  let bounds: [Words]
  /// `同步`, `持平`: end a clause that binds two things.
  let synchrony: [Words]
  /// `进一步提高`: end a clause that gives a direction; longest first.
  let directions: [Words]
  /// `保持稳定`: of prices.
  let steadiness: [Words]
  /// What can be measured although no number is given.
  let degrees: [Words]

  static let standard = ReferenceWords()

  private init() {
    var words: [Substring: [Words]] = [:]
    for row in unsafe Table.rows(CTableReferences) where row.count == 3 {
      words[row[0], default: []] += row[2].split(separator: " ").map { Words(keeping: $0) }
    }
    let sorted = words.mapValues { $0.sorted { $0.byteCount > $1.byteCount } }
    bounds = sorted["reference"] ?? []
    synchrony = sorted["synchrony"] ?? []
    directions = sorted["direction"] ?? []
    steadiness = sorted["steadiness"] ?? []
    degrees = sorted["degree"] ?? []
  }
}
