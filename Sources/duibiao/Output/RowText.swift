import Archive
import ReportReading

extension FigureRow {
  /// The value as people write it; the words of the clause where it has no number.
  var valueText: String {
    FigureText.value(
      low: low, high: high, comparator: comparator, unit: unit, measure: measure, words: boundInWords)
  }

  /// What the clause says beyond the indicator: `控制在市政府下达指标以内`.
  private var boundInWords: String {
    let words = SafeText.oneLine(quote)
    guard words.hasPrefix(indicator), words.utf8.count > indicator.utf8.count else { return words }
    return String(words.dropFirst(indicator.count))
  }

  /// Whether the figure cannot be trusted as printed.
  var isSuspect: Bool { !flags.isEmpty }
}

extension Series {
  /// `地区生产总值 (属地)`; an indicator as it was defined before says so.
  var label: String {
    let notes = (qualifier.isEmpty ? [] : [qualifier]) + (isFormer ? ["旧口径"] : [])
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
    if single > 0 {
      notes.append("\(Self.figures(single)) in the reports' own words, stated once, left out (\(allOption) shows them)")
    }
    return notes
  }

  private static func figures(_ count: Int) -> String { count == 1 ? "1 figure" : "\(count) figures" }
}
