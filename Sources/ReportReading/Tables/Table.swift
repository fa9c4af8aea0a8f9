internal import CTables

/// Reads the tab-separated tables of `CTables`: one row a line, `#` starts a comment line.
enum Table {
  /// The rows of a table, each a list of its cells.
  static func rows(_ table: CTable) -> [[Substring]] {
    let text = unsafe String(decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    // By bytes: where a character ends by the rules of Unicode does not matter here, and takes long to find.
    return text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map {
      $0.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
    }
  }

  /// The bytes of a table, for those who parse a large one themselves.
  static func bytes(_ table: CTable) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }
}
