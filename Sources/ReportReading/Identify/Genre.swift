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
    for word in words where holds(text.bytes, word) {
      found += 1
      if found == leastWords { return true }
    }
    return false
  }

  private static func holds(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first, bytes.count >= word.count else { return false }
    for start in 0...(bytes.count - word.count) where bytes[start] == first {
      if bytes[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}
