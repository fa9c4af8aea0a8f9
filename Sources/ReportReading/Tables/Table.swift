internal import CTables

/// Reads the tab-separated tables of `CTables`: one row a line, `#` starts a comment line.
enum Table {
  /// The rows of a table, each a list of its cells.
  static func rows(_ table: CTable) -> [[Substring]] {
    let text = unsafe String(decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    // By bytes: where a character ends by the rules of Unicode does not matter here, and takes long to find.
    let cells = text.utf8
    // Unsafe because the buffer is lent by the table, whose bytes live as long as the program, and only read.
    let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
    var rows: [[Substring]] = []
    var row: [Substring] = []
    var line = 0
    var start = 0
    func place(_ offset: Int) -> String.Index { cells.index(cells.startIndex, offsetBy: offset) }
    let count = unsafe table.count
    for at in 0...count {
      let byte = unsafe at < count ? bytes[at] : UInt8(ascii: "\n")
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") else { continue }
      row.append(Substring(cells[place(start)..<place(at)]))
      start = at + 1
      guard byte == UInt8(ascii: "\n") else { continue }
      let isRow = unsafe at > line && bytes[line] != UInt8(ascii: "#")
      if isRow { rows.append(row) }
      row.removeAll()
      line = start
    }
    return rows
  }

  /// The words of a cell, told apart by bytes as its rows are.
  /// - Parameter separator: of one byte.
  static func words(_ cell: Substring, separator: Unicode.Scalar = " ") -> [Substring] {
    cell.utf8.split(separator: UInt8(ascii: separator)).map { Substring($0) }
  }

  /// The bytes of a table, for those who parse a large one themselves.
  static func bytes(_ table: CTable) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
