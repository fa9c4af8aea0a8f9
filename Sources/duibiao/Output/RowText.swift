import Archive
import ReportReading

extension FigureRow {
  /// The value as people write it; the words of the clause where it has no number.
  var valueText: String {
    FigureText.value(
      low: low, high: high, comparator: comparator, unit: unit, measure: measure, words: boundInWords)
  }

  /// Whether another figure has the same number, so that both are written alike.
  func statesSameNumber(as other: FigureRow) -> Bool {
    low != nil && low == other.low && high == other.high && comparator == other.comparator && measure == other.measure
      && unit == other.unit
  }

  /// What the clause says beyond the indicator: `控制在市政府下达指标以内`.
  private var boundInWords: String {
    let words = SafeText.oneLine(quote)
    guard words.hasPrefix(indicator), words.utf8.count > indicator.utf8.count else { return words }
    return String(words.dropFirst(indicator.count))
  }

  /// Whether its number states a fall.
  var isFall: Bool { measure == .change && (low?.mantissa ?? 0) < 0 && (high?.mantissa ?? 0) <= 0 }

  /// Whether the figure cannot be trusted as printed.
  var isSuspect: Bool { !flags.isEmpty }
}

extension FigureRow {
  /// The scope words that tell whose statistics a figure of the unit's own series is from (`属地`, `区级`), where they say
  /// more than the whole (`全市`).
  var remark: String {
    let scopes = scope.split(separator: " ")
    return qualifier.split(separator: " ")
      .filter { !scopes.contains($0) && !$0.hasPrefix("全") && $0 != "其中" }.joined(separator: " ")
  }
}

extension Series {
  /// `地区生产总值 (在地)`; an indicator as it was defined before says so.
  var label: String {
    let notes = (scope.isEmpty ? [] : [scope]) + (isFormer ? ["旧口径"] : [])
    return notes.isEmpty ? name : "\(name) (\(notes.joined(separator: ", ")))"
  }
}

extension ReportRow {
  var yearText: String { year.map(String.init) ?? "?" }
}

extension District {
  /// `上海市金山区`; `?` for a unit without a name.
  var label: String { path.isEmpty ? "?" : path }

  /// The name alone, for a narrow place.
  var shortLabel: String { name.isEmpty ? label : name }
}

extension LeftOut {
  /// What a table leaves out, and how to see it.
  func notes(suspectOption: String = "--suspect", allOption: String = "--all") -> [String] {
    var notes: [String] = []
    if flagged > 0 {
      notes.append("\(Self.figures(flagged)) that cannot be trusted as printed left out (\(suspectOption) shows them)")
    }
    if undated > 0 { notes.append("\(Self.figures(undated)) left out for want of a year") }
    if further > 0 {
      notes.append(
        "\(Self.figures(further)) of indicators that the main targets seldom name left out (\(allOption) shows them)")
    }
    if single > 0 {
      notes.append("\(Self.figures(single)) in the reports' own words, stated once, left out (\(allOption) shows them)")
    }
    return notes
  }

  private static func figures(_ count: Int) -> String { count == 1 ? "1 figure" : "\(count) figures" }
}
