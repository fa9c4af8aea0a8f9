/// Rules by which a figure contradicts plain sense.
enum Plausibility {
  /// The flags of a draft beyond those the clause gave it.
  static func flags(_ draft: DraftFigure) -> Set<FigureFlag> {
    guard draft.unit == "%", let high = draft.high?.doubleValue else { return [] }
    // A copying site that replaces years replaces digits of percentages too: 增长2023%.
    if abs(high) >= 1900, abs(high) < 2100 { return [.implausible] }
    return []
  }
}
