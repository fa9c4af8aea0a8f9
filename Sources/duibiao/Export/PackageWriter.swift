import Archive

/// Writes a data package: a folder of CSV files, one for each table, and `datapackage.json`, which describes them
/// (https://datapackage.org, version 2).
struct PackageWriter {
  let tables: [ExportTable]
  let filter: Filter

  private static let descriptor = "datapackage.json"

  /// - Returns: how many rows of the first table were written.
  func write(_ archive: borrowing ArchiveReader, to path: String) throws -> Int {
    let names = ExportTable.allCases.map(\.fileName) + [Self.descriptor]
    let folder = try PackageFolder(path: path, names: names)
    var resources: [PackageResource] = []
    // All files tell the same state, also while a writer commits.
    try archive.beginSnapshot()
    for table in tables {
      let file = try OutputFile(path: folder.path(of: table.fileName), protecting: archive.path)
      file.output.digest = ContentDigest()
      var rows = RowWriter(file.output, format: .csv(spreadsheet: false))
      let count = try rows.write(archive.export(table, filter))
      try file.finish()
      resources.append(
        PackageResource(
          table: table, rowCount: count, byteCount: file.output.byteCount, digest: file.output.digest?.hexadecimal ?? ""
        ))
    }
    let descriptor = PackageDescriptor(
      resources: resources, filter: filter, rulesVersions: try archive.rulesVersions(filter))
    archive.endSnapshot()
    let file = try OutputFile(path: folder.path(of: Self.descriptor), protecting: archive.path)
    try file.output.line(descriptor.json.prettyText)
    try file.finish()
    try folder.finish()
    return resources.first?.rowCount ?? 0
  }
}

extension ExportTable {
  /// The file of the table in a data package.
  var fileName: String { rawValue + ".csv" }
}
