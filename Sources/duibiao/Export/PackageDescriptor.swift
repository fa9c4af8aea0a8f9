import Archive
import ArgumentParser
import ReportReading

/// A file of a data package.
struct PackageResource {
  var table: ExportTable
  var rowCount: Int
  var byteCount: Int
  /// SHA-256 of the file, hexadecimal.
  var digest: String
}

/// `datapackage.json`: what the files of a data package hold (https://datapackage.org/standard/data-package).
struct PackageDescriptor {
  var resources: [PackageResource]
  var filter: Filter
  /// Versions of the rules by which the reports were read.
  var rulesVersions: [Int]

  private static let profiles = "https://datapackage.org/profiles/2.0/"

  var json: JSONValue {
    .object([
      ("$schema", .string(Self.profiles + "datapackage.json")),
      ("name", .string("government-work-reports")),
      ("title", .string("Government work reports of China: what they set as targets and state as outcomes")),
      (
        "description",
        .string(
          """
          Figures taken by rules from the texts of government work reports (政府工作报告), each with the clause that states it and \
          its place. Outcomes are the governments' own statements. An empty cell means "not stated"; flags tell what not \
          to trust.
          """)
      ),
      ("keywords", .array(["government work report", "政府工作报告", "China", "targets"].map { .string($0) })),
      ("sources", .array([sources])),
      (
        "duibiao",
        .object([
          ("version", .string(Duibiao.configuration.version)),
          ("rules_versions", .array(rulesVersions.map { .integer($0) })),
          ("archive_version", .integer(Archive.schemaVersion)), ("filter", filter.json),
        ])
      ),
      ("resources", .array(resources.map(resource))),
    ])
  }

  private var sources: JSONValue {
    guard let reports = resources.first(where: { $0.table == .reports }) else {
      return .object([("title", .string("Government work reports; the column source names each"))])
    }
    let count = reports.rowCount == 1 ? "1 government work report" : "\(reports.rowCount) government work reports"
    return .object([
      ("title", .string("\(count), each with its path and SHA-256")), ("path", .string(reports.table.fileName)),
    ])
  }

  private func resource(_ file: PackageResource) -> JSONValue {
    .object([
      ("name", .string(file.table.rawValue)), ("type", .string("table")), ("path", .string(file.table.fileName)),
      ("description", .string(file.table.description)), ("format", .string("csv")),
      ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")), ("bytes", .integer(file.byteCount)),
      ("hash", .string("sha256:" + file.digest)), ("rows", .integer(file.rowCount)), ("schema", schema(file.table)),
    ])
  }

  private func schema(_ table: ExportTable) -> JSONValue {
    .object([
      ("$schema", .string(Self.profiles + "tableschema.json")), ("fields", .array(table.columns.map(\.json))),
      ("missingValues", .array([.string("")])),
      ("primaryKey", .array(table.primaryKey.map { .string($0) })),
      ("foreignKeys", .array(references(of: table))),
    ])
  }

  /// References that lead to rows of the package: with a filter, a target's outcome may stand in a report that it leaves out.
  private func references(of table: ExportTable) -> [JSONValue] {
    let isPart = filter != Filter()
    return table.references.filter { reference in
      resources.contains { $0.table == reference.table } && !(isPart && reference.table == .figures)
    }.map { reference in
      .object([
        ("fields", .array([.string(reference.column)])),
        (
          "reference",
          .object([
            ("resource", .string(reference.table.rawValue)), ("fields", .array([.string(reference.key)])),
          ])
        ),
      ])
    }
  }
}

extension ExportColumn {
  /// The field of a table schema.
  fileprivate var json: JSONValue {
    var constraints: [(String, JSONValue)] = []
    if isRequired { constraints.append(("required", .bool(true))) }
    if !values.isEmpty { constraints.append(("enum", .array(values.map { .string($0) }))) }
    var members: [(String, JSONValue)] = [
      ("name", .string(name)), ("type", .string(type)), ("description", .string(description)),
    ]
    if kind == .list { members += [("delimiter", .string(";")), ("itemType", .string("string"))] }
    if !unit.isEmpty { members.append(("unit", .string(unit))) }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }

  /// The type of a table schema.
  private var type: String { kind == .text ? "string" : kind.rawValue }
}

extension Filter {
  /// What was asked for, each part that was.
  fileprivate var json: JSONValue {
    func list(_ names: [String]?) -> JSONValue { .array((names ?? []).map { .string($0) }) }
    func range(_ years: ClosedRange<Int>?) -> JSONValue {
      .array(years.map { [.integer($0.lowerBound), .integer($0.upperBound)] } ?? [])
    }
    let parts: [(String, JSONValue)] = [
      ("district", list(districts?.map(\.path))), ("within", list(parents)), ("level", list(levels?.map(\.rawValue))),
      ("year", range(years)), ("section", list(sectionKinds?.map(\.rawValue))), ("indicator", list(indicators)),
      ("kind", list(kind.map { [$0.rawValue] })), ("measure", list(measures?.map(\.rawValue))),
      ("period", range(periods)), ("trusted", .array(isTrustedOnly ? [.bool(true)] : [])),
    ]
    return .object(
      parts.filter { part in
        if case .array(let values) = part.1 { return !values.isEmpty }
        return true
      })
  }
}
