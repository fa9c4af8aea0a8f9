/// What a target without a number can be measured by, where the report's own words tell it.
public struct Yardstick: Sendable, Hashable {
  public enum Quantity: String, Sendable, CaseIterable {
    /// The growth of the district's own gross product in the same year (`与经济增长同步`).
    case grossProductGrowth = "gdp"
    /// No change (`正增长`, `进一步下降`, `与上年持平`).
    case zero = "0"
  }

  /// On which side of the quantity the target lies.
  public var comparator: Comparator
  public var quantity: Quantity

  public init(_ comparator: Comparator, _ quantity: Quantity) {
    self.comparator = comparator
    self.quantity = quantity
  }
}

extension Yardstick: CustomStringConvertible {
  /// `>=gdp`, `>0`.
  public var description: String { comparator.rawValue + quantity.rawValue }
}

extension Yardstick {
  /// Reads the clause of a change that is to be reached.
  ///
  /// Another's number (`高于全省平均水平`, `控制在省下达指标以内`) is no yardstick, because the report does not state it; nor is a
  /// degree that no number settles (`较快增长`, `大幅提高`).
  /// - Parameter clause: the clause in normalised text.
  init?(clause: Words, words: YardstickWords = .standard) {
    let found = words.findings(in: clause)
    guard found.roles.isDisjoint(with: [.elsewhere, .vague]) else { return nil }
    if let side = found.side, found.roles.contains(.grossProduct) {
      self.init(side, .grossProductGrowth)
    } else if found.roles.contains(.level) {
      self.init(.about, .zero)
    } else if found.roles.contains(.rise) {
      self.init(.moreThan, .zero)
    } else if found.roles.contains(.fall) {
      self.init(.lessThan, .zero)
    } else {
      return nil
    }
  }
}
