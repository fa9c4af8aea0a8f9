internal import CTables

/// Whether a text can be a government work report at all.
///
/// The test is made to let every report through, a paragraph of one too: it only keeps out what has nothing of the
/// genre (a recipe, a program, a page in another language).
enum Genre {
  /// So many different words of the genre make a report possible. All of 448 real reports and excerpts have them, the
  /// shortest of 126 characters too.
  private static let leastWords = 3

  private static let words: [[UInt8]] = unsafe Table.rows(CTableGenreWords).compactMap { row in
    row.first.map { Array($0.utf8) }
  }

  /// - Parameter text: in simplified characters.
  static func isPossible(_ text: NormalisedText) -> Bool {
    var found = 0
    for word in words where Bytes.find(text.bytes, word, in: text.bytes.indices) != nil {
      found += 1
      if found == leastWords { return true }
    }
    return false
  }
}
