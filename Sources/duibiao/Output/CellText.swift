import Archive
import ReportReading

extension Cell {
  /// The value for a table, with its marks: `*` where the reports state other values too, `?` for one not to be
  /// trusted as printed; for a figure that holds for several years, the first of them: `13% 2011–`.
  var text: String { valueText + (firstYear.map { " \($0)–" } ?? "") }

  /// The value with its marks, for a table that tells the period elsewhere.
  var valueText: String {
    let remark = chosen.remark
    return chosen.valueText + (chosen.isSuspect ? "?" : "") + (hasRivals ? "*" : "")
      + (remark.isEmpty ? "" : " " + remark)
  }

  /// Whether another figure for the same place, under the same definition, says something else.
  var hasRivals: Bool {
    var text: String?
    // By place: figures are large, and a loop over them would copy each.
    for place in others.indices where others[place].isFormer == chosen.isFormer {
      if others[place].statesSameNumber(as: chosen) { continue }
      let own = text ?? chosen.valueText
      if others[place].valueText != own { return true }
      text = own
    }
    return false
  }

  /// The first year of a span.
  var firstYear: String? {
    let ends = chosen.period.split(separator: "-")
    return ends.count == 2 ? String(ends[0]) : nil
  }

  var json: JSONValue {
    .object([
      ("value", .string(chosen.valueText)), ("figure", chosen.json),
      ("others", .array(others.map(\.json))),
    ])
  }
}

/// What the marks of a table's cells mean.
struct CellMarks {
  var cells: [Cell]
  /// Whether the cells name the first year of spans.
  var namesSpans: Bool

  /// Stands for a difference between what cannot be compared, and before what is stated in other terms.
  static let unlike = "≠"

  /// A line for each mark that occurs.
  var legend: [String] {
    var lines: [String] = []
    if cells.contains(where: \.hasRivals) {
      lines.append("* the reports state other values too; --format csv lists them")
    }
    if namesSpans, cells.contains(where: { $0.firstYear != nil }) {
      lines.append("2011– for all the years from 2011 to the column's")
    }
    if cells.contains(where: { $0.chosen.isSuspect }) { lines.append("? cannot be trusted as printed") }
    return lines
  }
}

extension Series {
  /// The members that name a row in JSON.
  var members: [(String, JSONValue)] {
    [
      ("indicator_id", .stated(indicatorID)), ("indicator", .string(name)), ("scope", .stated(scope)),
      ("former_definition", .bool(isFormer)),
      ("measure", .string(measure.rawValue)), ("dimension", .stated(dimension)),
    ]
  }
}

extension LeftOut {
  var json: JSONValue {
    .object([
      ("flagged", .integer(flagged)), ("undated", .integer(undated)), ("single", .integer(single)),
      ("further", .integer(further)),
    ])
  }
}
