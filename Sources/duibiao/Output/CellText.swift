import Archive
import ReportReading

extension Cell {
  /// The value for a table, with its marks: `*` where the reports state other values too, `?` for one not to be
  /// trusted as printed, `…` before the end of a span for a figure that holds for several years.
  var text: String {
    chosen.valueText + (chosen.isSuspect ? "?" : "") + (hasRivals ? "*" : "") + (isSpan ? "†" : "")
  }

  /// Whether another figure for the same place says something else.
  var hasRivals: Bool { others.contains { $0.valueText != chosen.valueText } }

  /// Whether the figure holds for several years.
  var isSpan: Bool { chosen.period.contains("-") }

  var json: JSONValue {
    .object([
      ("value", .string(chosen.valueText)), ("figure", chosen.json), ("others", .array(others.map(\.json))),
    ])
  }
}

/// What the marks of a table's cells mean.
struct CellMarks {
  private let cells: [Cell]

  init(_ cells: [Cell]) { self.cells = cells }

  /// A line for each mark that occurs.
  var legend: [String] {
    var lines: [String] = []
    if cells.contains(where: \.hasRivals) {
      lines.append("* the reports state other values too; --format csv lists them")
    }
    if cells.contains(where: \.isSpan) { lines.append("† for several years; stands under the last") }
    if cells.contains(where: { $0.chosen.isSuspect }) { lines.append("? cannot be trusted as printed") }
    return lines
  }
}

extension Series {
  /// The members that name a row in JSON.
  var members: [(String, JSONValue)] {
    [
      ("indicator_id", .stated(indicatorID)), ("indicator", .string(name)), ("qualifier", .stated(qualifier)),
      ("measure", .string(measure.rawValue)), ("dimension", .stated(dimension)),
    ]
  }
}

extension LeftOut {
  var json: JSONValue {
    .object([("flagged", .integer(flagged)), ("undated", .integer(undated)), ("single", .integer(single))])
  }
}
