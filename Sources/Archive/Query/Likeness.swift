/// How like two names are, for what a person may have meant.
public enum Likeness {
  /// The names that are a slip away from a word, the nearest first: one character in three changed, added, left out or swapped
  /// with its neighbour.
  public static func near(_ word: String, among names: [String], limit: Int = 3) -> [String] {
    let wanted = Array(word.lowercased())
    let allowed = max(1, wanted.count / 3)
    let found = names.compactMap { name -> (name: String, distance: Int)? in
      let distance = distance(wanted, Array(name.lowercased()))
      return distance <= allowed && distance < wanted.count ? (name, distance) : nil
    }
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
  }

  /// Edits between two words (optimal string alignment).
  static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (i, character) in one.enumerated() {
      var row = [i + 1]
      for (j, candidate) in other.enumerated() {
        var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (character == candidate ? 0 : 1))
        if i > 0, j > 0, character == other[j - 1], one[i - 1] == candidate { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[other.count]
  }
}
