/// A cell of a CSV row.
enum CSVCell {
  case text(String)
  /// Digits in plain decimal notation, or empty for "not stated".
  case number(String)
}

/// Writes CSV by RFC 4180: UTF-8, CRLF, fields quoted only where they must be.
struct CSVWriter {
  private let output: Output
  /// For spreadsheet programs: a byte order mark (without it they take the file for their local encoding), and text
  /// that they would run as a formula is guarded by an apostrophe.
  private let spreadsheet: Bool

  /// Starts a CSV document with its header row.
  init(_ output: Output, header: [String], spreadsheet: Bool = false) throws(OutputError) {
    self.output = output
    self.spreadsheet = spreadsheet
    if spreadsheet { try output.write("\u{FEFF}") }
    try row(header.map { .text($0) })
  }

  func row(_ cells: [CSVCell]) throws(OutputError) {
    var line: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      switch cell {
      case .number(let digits): line.append(contentsOf: digits.utf8)
      case .text(let text): append(text, to: &line)
      }
    }
    line.append(contentsOf: [0x0D, 0x0A])
    try output.write(bytes: line)
  }

  private func append(_ text: String, to line: inout [UInt8]) {
    // A terminal obeys control characters; a file or a program gets exactly what the source printed.
    let text = output.isTerminal ? SafeText.oneLine(text) : text
    let guarded = spreadsheet && Self.looksLikeFormula(text)
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0D || $0 == 0x0A
    }
    if needsQuotes { line.append(UInt8(ascii: "\"")) }
    if guarded { line.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { line.append(byte) }
      line.append(byte)
    }
    if needsQuotes { line.append(UInt8(ascii: "\"")) }
  }

  /// Whether a spreadsheet would take the text for a formula (OWASP, "CSV Injection"), full-width forms too.
  private static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": return true
    default: return first.value < 0x20 || first.value == 0x7F
    }
  }
}
