/// An indicator that governments state year after year, as the catalogue knows it.
public struct Indicator: Sendable, Equatable {
  /// Stable key in exports and queries (`fixed_asset_investment`).
  public var id: String
  /// Today's usual name (`固定资产投资`).
  public var chineseName: String
  public var englishName: String
  public var dimension: Dimension
  public var direction: Direction
  /// What it is about (`finance`, `employment`, `environment` …).
  public var topic: String
  // Names as the table has them, joined by `|`: only the reading of reports wants them one by one.
  let joinedNames: String
  let joinedFormerNames: String
  /// When and how the definition changed, beginning with the year; empty where it did not.
  public var definitionBreak: String
  /// Ids of the indicators that it speaks of at once (`城乡居民收入` of the urban and the rural); empty for one by itself.
  public var parts: [String]
  /// Id of the indicator that tells of the same matter in other terms (合同利用外资 beside 实际利用外资), its own for none: shown side
  /// by side, never compared.
  public var kin: String

  /// All names over time under today's definition, in the catalogue's spelling.
  public var names: [String] { Self.list(joinedNames[...]) }
  /// Names under a former definition, whose figures are not of one series with today's.
  public var formerNames: [String] { Self.list(joinedFormerNames[...]) }

  static func list(_ joined: Substring) -> [String] { Table.words(joined, separator: "|").map(String.init) }

  /// What a level of the indicator is measured in. A change of any of them is mostly in per cent.
  public enum Dimension: String, Sendable, CaseIterable {
    case money, percent, permille, ratio, count, persons, area, length, mass, volume, energy, power
    case concentration, days, years
  }

  /// Which way is better.
  public enum Direction: String, Sendable, CaseIterable {
    case more, less, neutral
  }
}

extension Indicator.Dimension {
  /// Whether a figure of this measure and unit can speak of an indicator of this dimension.
  ///
  /// Only plain contradictions are refused (a level of money in `个`, of a count in `%`), because reports
  /// count in many units: households for people, kilometres or roads for roads.
  func admits(_ measure: Measure, unit: String) -> Bool {
    guard measure == .level, !unit.isEmpty else { return true }
    var isShare: Bool { unit == "%" || unit == "‰" || unit == "个百分点" }
    var isMoney: Bool { unit.unicodeScalars.contains("元") }
    return switch self {
    case .money: isMoney
    case .percent, .permille: isShare
    case .ratio: !isMoney
    // An intensity is a fall in per cent as often as an amount.
    case .energy, .mass, .volume, .persons: !isMoney
    default: !isMoney && !isShare
    }
  }
}
