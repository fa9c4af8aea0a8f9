/// A cell of a CSV row.
enum CSVCell {
  case text(String)
  /// Digits in plain decimal notation, or empty for "not stated".
  case number(String)
}

/// Writes CSV by RFC 4180: UTF-8, CRLF, fields quoted only where they must be.
struct CSVWriter {
  private let output: Output
  private let field: CSVField

  /// Starts a CSV document with its header row.
  /// - Parameter spreadsheet: for spreadsheet programs: a byte order mark, without which they take the file for their local
  ///   encoding, and what ``CSVField/spreadsheet`` does.
  init(_ output: Output, header: [String], spreadsheet: Bool = false) throws(OutputError) {
    self.output = output
    field = CSVField(spreadsheet: spreadsheet, isTerminal: output.isTerminal)
    if spreadsheet { try output.write("\u{FEFF}") }
    try row(header.map { .text($0) })
  }

  func row(_ cells: [CSVCell]) throws(OutputError) {
    var line: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      switch cell {
      case .number(let digits): line.append(contentsOf: digits.utf8)
      case .text(let text):
        let start = line.count
        line.append(contentsOf: text.utf8)
        field.finish(&line, from: start)
      }
    }
    line.append(contentsOf: [0x0D, 0x0A])
    try output.write(bytes: line)
  }
}
