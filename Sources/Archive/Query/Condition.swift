internal import ReportReading
internal import SQLite

/// A filter as SQL: its words are only ever bound, never written into the statement.
struct Condition {
  /// Which view is asked, and under which name it knows a report's year and a section's kind; `stored` stands for the tables
  /// behind ``StoredFigure``, whose rows know nothing of sections.
  enum Table {
    case reports, sections, figures, outcomes, search, stored

    var year: String {
      switch self {
      case .reports: "year"
      case .sections, .figures, .outcomes: "report_year"
      case .search, .stored: "r.year"
      }
    }

    var sectionKind: String? {
      switch self {
      case .reports, .stored: nil
      case .sections, .figures, .outcomes: "section_kind"
      case .search: "s.kind"
      }
    }

    /// How a figure `f` belongs to a row; nil where the rows are figures themselves.
    var figure: String? {
      switch self {
      case .reports: "f.report_id = reports.report_id"
      case .sections: "f.report_id = sections.report_id AND f.section_ordinal = sections.ordinal"
      case .search: "f.report_id = s.report_id AND f.section_ordinal = s.ordinal"
      case .figures, .outcomes, .stored: nil
      }
    }
  }

  private var terms: [String] = []
  private(set) var values: [Value] = []

  init(_ filter: Filter, table: Table) {
    if let districts = filter.districts { add(districts: districts) }
    addUnits(filter)
    if let years = filter.years { add("\(table.year) BETWEEN ? AND ?", years) }
    if filter.isTrustedOnly { add("duplicate_of IS NULL", []) }
    if let kinds = filter.sectionKinds, let column = table.sectionKind { add(column: column, kinds.map(\.rawValue)) }
    if let figure = table.figure {
      var figures = Condition()
      figures.addFigures(filter)
      if figures.terms.isEmpty { return }
      if filter.isTrustedOnly { figures.add("flags = ''", []) }
      add("EXISTS (SELECT 1 FROM figures AS f WHERE \(figure)\(figures.more))", figures.values)
    } else {
      addFigures(filter)
      if filter.isTrustedOnly { add("flags = ''", []) }
    }
  }

  private init() {}

  /// ` WHERE …`, or nothing.
  var sql: String { terms.isEmpty ? "" : "WHERE " + terms.joined(separator: " AND ") }

  /// ` AND …`, or nothing.
  var more: String { terms.map { " AND " + $0 }.joined() }

  mutating func add(_ term: String, _ values: [Value]) {
    terms.append(term)
    self.values += values
  }

  private mutating func add(_ term: String, _ range: ClosedRange<Int>) {
    add(term, [.integer(range.lowerBound), .integer(range.upperBound)])
  }

  private mutating func add(column: String, _ names: [String]) {
    add("\(column) IN (\(Self.marks(names.count)))", names.map { .text($0) })
  }

  mutating func add(districts: [District]) {
    let ids = districts.flatMap(\.ids)
    add("district_id IN (\(Self.marks(ids.count)))", ids.map { .integer($0) })
  }

  /// What is asked of the reporting unit.
  private mutating func addUnits(_ filter: Filter) {
    var units = Condition()
    if let levels = filter.levels { units.add(column: "level", levels.map(\.rawValue)) }
    if let parents = filter.parents {
      let each = parents.map(Self.below)
      units.add("(" + each.map(\.term).joined(separator: " OR ") + ")", each.flatMap(\.values))
    }
    if units.terms.isEmpty { return }
    add("district_id IN (SELECT district_id FROM district \(units.sql))", units.values)
  }

  /// Units below one. The codes of GB/T 2260 have two digits for each level; a unit whose code is not known may
  /// still tell its parent's.
  private static func below(_ parent: String) -> (term: String, values: [Value]) {
    guard parent.utf8.count == 6, parent.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return ("instr(parents, ?) > 0", [.text(parent)])
    }
    var prefix = parent
    while prefix.hasSuffix("00") { prefix.removeLast(2) }
    return (
      "(code GLOB ? AND code <> ? OR parent_code GLOB ?)",
      [.text(prefix + "*"), .text(parent), .text(prefix + "*")]
    )
  }

  /// What is asked of figures, in columns that the table and its views have under the same names.
  private mutating func addFigures(_ filter: Filter) {
    if let indicators = filter.indicators { add(indicators: indicators) }
    if let kind = filter.kind { add(column: "kind", [kind.rawValue]) }
    if let measures = filter.measures { add(column: "measure", measures.map(\.rawValue)) }
    if let periods = filter.periods { add("last_year BETWEEN ? AND ?", periods) }
  }

  /// Ids and names of the catalogue stand for all its words; other words for the indicators that hold them.
  mutating func add(indicators: [String]) {
    var ids: [String] = []
    var words: [String] = []
    for indicator in indicators {
      if let id = Catalogue.id(indicator) {
        ids.append(id)
      } else {
        words.append(indicator)
      }
    }
    var either: [String] = []
    if !ids.isEmpty { either.append("indicator_id IN (\(Self.marks(ids.count)))") }
    either += words.map { _ in "instr(indicator, ?) > 0" }
    add("(" + (either.isEmpty ? "0" : either.joined(separator: " OR ")) + ")", (ids + words).map { .text($0) })
  }

  /// `?, ?, ?`.
  static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }
}
