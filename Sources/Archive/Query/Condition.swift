internal import SQLite

/// A filter as SQL: its words are only ever bound, never written into the statement.
struct Condition {
  /// Which view is asked, by its column of the report's year.
  enum Table {
    case reports, sections, figures, search

    var year: String {
      switch self {
      case .reports: "year"
      case .sections, .figures: "report_year"
      case .search: "r.year"
      }
    }
  }

  private var terms: [String] = []
  private(set) var values: [Value] = []

  init(_ filter: Filter, table: Table) {
    if let districts = filter.districts { add(districts: districts) }
    if let years = filter.years {
      add("\(table.year) BETWEEN ? AND ?", [.integer(years.lowerBound), .integer(years.upperBound)])
    }
    if let indicators = filter.indicators, table == .figures { add(indicators: indicators) }
  }

  /// ` WHERE …`, or nothing.
  var sql: String { terms.isEmpty ? "" : "WHERE " + terms.joined(separator: " AND ") }

  /// ` AND …`, or nothing.
  var more: String { terms.map { " AND " + $0 }.joined() }

  mutating func add(_ term: String, _ values: [Value]) {
    terms.append(term)
    self.values += values
  }

  mutating func add(districts: [District]) {
    let ids = districts.flatMap(\.ids)
    add("district_id IN (\(Self.marks(ids.count)))", ids.map { .integer($0) })
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
