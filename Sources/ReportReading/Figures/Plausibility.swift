/// Rules by which a figure contradicts plain sense. `Flags.md` of the documentation lists them.
enum Plausibility {
  /// A share or rate of a whole: more than all of it is a misprint. Rates of fulfilment and growth may exceed it.
  private static let shares: [StaticString] = [
    "比重", "占比", "覆盖率", "普及率", "入学率", "巩固率", "合格率", "优良率", "达标率", "处理率", "绿化率", "城镇化率", "失业率", "参保率", "参合率", "满意率",
  ]

  /// Beyond this growth in per cent no indicator of a report grows in a year or five; a site printed something else.
  private static let highestGrowth = 2000.0

  /// Of births, deaths and natural growth in per cent; no country has had so many.
  private static let highestNaturalRate = 5.0

  /// The flags of a draft beyond those the clause gave it.
  static func flags(_ draft: DraftFigure) -> DraftFlags {
    guard draft.unit == "%", let high = draft.high?.doubleValue.magnitude else { return [] }
    // A copying site that replaces years replaces digits of percentages too: 增长2023%.
    if high >= 1900, high < 2100 { return [.implausible] }
    if high > highestGrowth { return [.implausible] }
    // No population grows or dies so fast: the `‰` is printed as `%` (`自然增长率控制在6.5％。以内`).
    if high >= highestNaturalRate, ["出生率", "自然增长率", "死亡率"].contains(where: { draft.indicator.hasSuffix($0) }),
      draft.measure == .level, !draft.indicator.contains("婴")
    {
      return [.implausible]
    }
    let isShare = draft.measure == .level && shares.contains { draft.indicator.hasSuffix($0) }
    if isShare, high > 100 { return [.implausible] }
    // Nothing can shrink by more than all of it.
    if draft.measure == .change, let low = draft.low?.doubleValue, low < -100 { return [.implausible] }
    return []
  }
}
