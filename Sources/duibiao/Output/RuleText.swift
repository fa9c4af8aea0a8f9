import Archive
import ReportReading

extension OutcomeRow {
  /// The rule of the verdict: what the target accepts (`6%–7%`, `≥8%`), or why there is none.
  var ruleText: String {
    switch verdict {
    case .noReport: return ""
    case .notReported: return "the report of \(due + 1) does not state it"
    case .incomparable: return "stated in another measure or scope only"
    case .noNumber: return "the target has no number"
    case .met, .exceeded, .missed, .unclear: break
    }
    let words = accepted + (other == nil ? "" : " of both")
    guard let yardstick = goal.yardstick, yardstick.mantissa != 0 else { return words }
    return words + ", GDP growth being " + text(yardstick)
  }

  private var accepted: String {
    switch (goal.low, goal.high) {
    case (let low?, let high?) where low == high: "= " + text(low)
    case (let low?, let high?): text(low) + " to " + text(high)
    case (let low?, nil): (goal.isStrict ? "> " : "≥ ") + text(low)
    case (nil, let high?): (goal.isStrict ? "< " : "≤ ") + text(high)
    case (nil, nil): ""
    }
  }

  /// How far the outcome lies from the target, with its sign: `+0.6个百分点`.
  var differenceText: String {
    guard let difference else { return "" }
    let unit = ["", "%"].contains(target.unit) && target.measure != .rank ? "个百分点" : target.unit
    let size = difference.mantissa < 0 ? difference.negated : difference
    let sign = difference.mantissa < 0 ? "−" : difference.mantissa > 0 ? "+" : "±"
    return sign
      + FigureText.value(low: size, high: size, comparator: .equal, unit: unit, measure: .level)
  }

  /// Whether an index number (103) says the same as a change (3 %).
  private var isPrice: Bool { IndicatorList.standard[target.indicatorID]?.topic == "prices" }

  /// A number in the target's unit; a fall keeps its sign here.
  private func text(_ number: ExactNumber) -> String {
    let isShare = target.unit.isEmpty && (target.measure == .change || isPrice)
    let unit = isShare ? "%" : target.unit
    let size = number.mantissa < 0 ? number.negated : number
    return (number.mantissa < 0 ? "−" : "")
      + FigureText.value(low: size, high: size, comparator: .equal, unit: unit, measure: .level)
  }
}
