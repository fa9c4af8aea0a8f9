internal import CTables

/// The words by which a target without a number can be measured, read from `references.tsv`.
struct YardstickWords: Sendable {
  /// `全省`, `下达`: the number is another's.
  let elsewhere: [String]
  /// `较快`: no number settles it.
  let vague: [String]
  /// `经济增长`
  let grossProduct: [String]
  /// `不低于`, `同步`: on which side the target lies; the longest first.
  let sides: [(word: String, comparator: Comparator)]
  /// `持平`
  let level: [String]
  /// `正增长`
  let rise: [String]
  /// `下降`
  let fall: [String]

  static let standard = YardstickWords(rows: unsafe Table.rows(CTableReferences))

  private init(rows: [[Substring]]) {
    func words(_ role: String) -> [String] {
      rows.filter { $0.count == 3 && $0[0] == "yardstick" && $0[1] == role }
        .flatMap { $0[2].split(separator: " ").map(String.init) }
    }
    elsewhere = words("elsewhere")
    vague = words("vague")
    grossProduct = words("gdp")
    level = words("level")
    rise = words("rise")
    fall = words("fall")
    sides = [Comparator.moreThan, .atLeast, .atMost, .lessThan, .about].flatMap { side in
      words(side.rawValue).map { (word: $0, comparator: side) }
    }.sorted { ($1.word.utf8.count, $0.word) < ($0.word.utf8.count, $1.word) }
  }
}
