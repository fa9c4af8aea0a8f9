/// A column of a table that is exported: its name, what it holds, and where it comes from.
///
/// The one list of columns of a table (``ExportTable/columns``) makes the CSV header, the members of JSON lines and
/// the fields of a data package, so that they say the same.
public struct ExportColumn: Sendable, Equatable {
  /// What the cells are.
  public enum Kind: String, Sendable {
    case text
    /// Names joined by `;`, empty for none.
    case list
    case integer
    /// A year of four digits.
    case year
    /// A number in plain decimal notation, exact.
    case number
    /// `true` or `false`.
    case boolean
  }
  public var name: String
  public var kind: Kind
  /// What the column holds, in one sentence.
  public var description: String
  /// Every value that a cell can have; empty where there is no such list.
  public var values: [String] = []
  /// Whether every row states it.
  public var isRequired = false
  /// What the numbers count, where it is not told by another column.
  public var unit = ""
  /// The expression that gives it, over the table's view.
  let sql: String

  init(
    _ name: String, _ description: String, _ kind: Kind = .text, sql: String? = nil, values: [String] = [],
    required: Bool = false, unit: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.description = description
    self.values = values
    isRequired = required
    self.unit = unit
    self.sql = sql ?? "\"\(name)\""
  }

  /// The same column of a table that a join calls `alias`.
  func of(_ alias: String) -> ExportColumn {
    ExportColumn(
      name, description, kind, sql: "\(alias).\(sql)", values: values, required: isRequired, unit: unit)
  }
}
