/// The weights that speak for each year, with the words they rest on.
struct YearTally: Sendable {
  enum Source: Int, Sendable { case title, session, heading, statement, inferred }

  struct Entry: Sendable {
    var source: Source
    var year: Int
    var weight: Double
    var clue: Clue
  }
  private(set) var entries: [Entry] = []
  private var total = NumberTable<InlineArray<5, Double>>()

  /// What one kind of source can add to a year at most: ten statements are not ten times one.
  private static let caps: [Double] = [70, 60, 50, 45, 40]

  mutating func add(_ source: Source, _ year: Int, _ weight: Double, _ clue: Clue) {
    entries.append(Entry(source: source, year: year, weight: weight, clue: clue))
    total.update(Int32(year), from: [0, 0, 0, 0, 0]) { $0[source.rawValue] += weight }
  }

  /// The weight that some kinds of source give a year.
  func weight(_ year: Int, _ sources: ClosedRange<Int> = 0...4) -> Double {
    guard let parts = total[Int32(year)] else { return 0 }
    return sources.reduce(0) { $0 + min(parts[$1], Self.caps[$1]) }
  }

  func weight(_ year: Int, _ source: Source) -> Double { weight(year, source.rawValue...source.rawValue) }

  /// The years by descending weight; the later one first where they weigh the same.
  func ranked(_ sources: ClosedRange<Int> = 0...4) -> [(year: Int, weight: Double)] {
    total.entries.map { (Int($0.key), weight(Int($0.key), sources)) }.filter { $0.1 > 0 }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 > $1.0 }
  }

  /// The year that a date names: that of the session, or one in the title.
  var dated: Int? {
    // Rules are compared last: each makes a string.
    let dates = entries.filter {
      $0.source == .session || $0.source == .title && $0.clue.rule.description == "title-date"
    }
    return dates.max { $0.weight < $1.weight }?.year
  }

  /// The words that speak for a year, the weightiest first.
  func clues(for year: Int, limit: Int) -> [Clue] {
    entries.enumerated().filter { $0.element.year == year }
      .sorted { $0.element.weight != $1.element.weight ? $0.element.weight > $1.element.weight : $0.offset < $1.offset }
      .prefix(limit).map(\.element.clue)
  }
}
