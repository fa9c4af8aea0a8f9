internal import CTables

/// Reads the tab-separated tables of `CTables`: one row a line, `#` starts a comment line.
enum Table {
  /// The rows of a table, each a list of its cells.
  static func rows(_ table: CTable) -> [[Substring]] {
    let text = unsafe String(decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  /// The bytes of a table, for those who parse a large one themselves.
  static func bytes(_ table: CTable) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
