import Archive

/// How the rows of an export are written.
enum RowFormat: Equatable {
  case csv(spreadsheet: Bool)
  /// One object a line.
  case json
}

/// Writes the rows of an export as bytes, without a string for any cell.
struct RowWriter {
  private let output: Output
  private let format: RowFormat
  private let field: CSVField
  private var bytes: [UInt8] = []

  /// Bytes gathered before they are handed on.
  private static let capacity = 1 << 16

  init(_ output: Output, format: RowFormat) {
    self.output = output
    self.format = format
    field = CSVField(spreadsheet: format == .csv(spreadsheet: true), isTerminal: output.isTerminal)
    bytes.reserveCapacity(Self.capacity * 2)
  }

  /// Writes all rows, in CSV below a header.
  /// - Returns: how many.
  mutating func write(_ rows: consuming ExportCursor) throws -> Int {
    var count = 0
    let columns = rows.columns
    if case .csv(let spreadsheet) = format {
      if spreadsheet { bytes.append(contentsOf: "\u{FEFF}".utf8) }
      bytes.append(contentsOf: (columns.map(\.name).joined(separator: ",") + "\r\n").utf8)
    }
    let names = columns.enumerated().map { Array(("\($0 == 0 ? "{" : ",")\"\($1.name)\":").utf8) }
    let isText = columns.map { $0.kind == .text || $0.kind == .list }
    while try rows.next() {
      if case .csv = format {
        row(rows, isText)
      } else {
        object(rows, names)
      }
      count += 1
      if bytes.count >= Self.capacity { try handOn() }
    }
    try handOn()
    return count
  }

  private mutating func handOn() throws {
    try output.write(bytes: bytes)
    bytes.removeAll(keepingCapacity: true)
    if Interrupt.wasRequested { throw Failure(.interrupted, "interrupted; nothing is written") }
  }

  // MARK: One row

  private mutating func row(_ rows: borrowing ExportCursor, _ isText: [Bool]) {
    for column in isText.indices {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      let start = bytes.count
      rows.append(column, to: &bytes)
      if isText[column] { field.finish(&bytes, from: start) }
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// An object with the columns as members: null for what is not stated, lists as arrays.
  private mutating func object(_ rows: borrowing ExportCursor, _ names: [[UInt8]]) {
    for column in names.indices {
      bytes.append(contentsOf: names[column])
      let start = bytes.count
      rows.append(column, to: &bytes)
      switch rows.columns[column].kind {
      case .list: JSONText.finishList(&bytes, from: start)
      case .text where bytes.count > start: JSONText.finish(&bytes, from: start)
      default: if bytes.count == start { bytes.append(contentsOf: "null".utf8) }
      }
    }
    bytes.append(UInt8(ascii: "}"))
    bytes.append(0x0A)
  }
}
