internal import CTables

/// What a unit measures.
enum UnitClass: String, Sendable {
  case percent, permille, points, times, money, area, length, volume, mass, energy, data, ship, person, count
  /// Days and years of age: figures only of what is counted in them (`优良天数`, `预期寿命`).
  case time
  /// Minutes, or points of a score: figures only of what is scored (`满意度测评得分98.2分`) or priced (`每公斤提价2分`).
  case score
  /// A classifier only where its phrase ends (`2600群，`): other words begin with it (`群众`, `方面`).
  case tail
  /// A word after a number that makes it no figure: dates, durations, ages, ordinals.
  case skip

  /// Counted things, whose name may stand after the number (`6个项目`).
  var isCount: Bool { self == .count || self == .person }

  /// What a plant makes or moves.
  var isBulk: Bool {
    switch self {
    case .mass, .energy, .volume, .ship: true
    default: false
    }
  }
}

/// A unit as the archive writes it.
struct MeasureUnit: Sendable {
  var canonical: Words
  /// Power of ten between the spelling and the canonical unit.
  var power: Int
  var kind: UnitClass
}

/// The units of measurement and classifiers, read from `units.tsv`.
final class UnitTable: Sendable {
  let units: [MeasureUnit]
  let trie: WordTrie

  static let standard = UnitTable()

  private init() {
    var units: [MeasureUnit] = []
    var words: [(word: Substring, value: Int)] = []
    for row in unsafe Table.rows(CTableUnits) where row.count == 4 {
      guard let kind = UnitClass(rawValue: String(row[3])), let power = Int(row[2]) else { continue }
      words.append((row[0], units.count))
      units.append(MeasureUnit(canonical: Words(keeping: row[1]), power: power, kind: kind))
    }
    self.units = units
    trie = WordTrie(words)
  }
}
