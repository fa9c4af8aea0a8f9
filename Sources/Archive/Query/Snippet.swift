internal import ReportReading

/// A stretch of text around the words searched for.
struct Snippet {
  let text: String
  /// UTF-8 byte ranges of the words in ``text``.
  let matches: [Range<Int>]

  /// Characters before the first word, and in all.
  private static let before = 20
  private static let length = 60

  /// - Returns: nil where the text does not hold all the words.
  init?(_ bytes: [UInt8], words: [[UInt8]]) {
    let found = words.compactMap { Self.find($0, in: bytes) }
    guard found.count == words.count, let first = found.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    let start = Self.offset(first.lowerBound, by: -Self.before, in: bytes)
    let end = max(first.upperBound, Self.offset(start, by: Self.length, in: bytes))
    let stretch = Array(bytes[start..<end])
    var matches: [Range<Int>] = []
    for word in words {
      var at = 0
      while let next = Self.find(word, in: stretch, from: at) {
        matches.append(next)
        at = next.upperBound
      }
    }
    text = String(decoding: stretch, as: UTF8.self)
    self.matches = matches.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// A byte offset moved by a number of characters, as far as the text goes.
  private static func offset(_ at: Int, by count: Int, in bytes: [UInt8]) -> Int {
    var at = at
    for _ in 0..<abs(count) {
      if count < 0 {
        guard at > 0 else { break }
        repeat { at -= 1 } while at > 0 && bytes[at] & 0xc0 == 0x80
      } else {
        guard at < bytes.count else { break }
        repeat { at += 1 } while at < bytes.count && bytes[at] & 0xc0 == 0x80
      }
    }
    return at
  }

  /// How often a word stands in the bytes.
  static func count(_ word: [UInt8], in bytes: [UInt8]) -> Int {
    var count = 0
    var at = 0
    while let next = find(word, in: bytes, from: at) {
      count += 1
      at = next.upperBound
    }
    return count
  }

  /// The first place of a word (in lower case) without regard to the case of ASCII letters.
  static func find(_ word: [UInt8], in bytes: [UInt8], from: Int = 0) -> Range<Int>? {
    guard !word.isEmpty, bytes.count - from >= word.count else { return nil }
    let (word, bytes) = (word.span, bytes.span)
    // Of the bytes of a character the third tells most.
    let telling = min(2, word.count - 1)
    let wanted = word[telling]
    for at in from + telling...bytes.count - word.count + telling {
      let byte = bytes[at]
      guard byte == wanted || byte < 0x80 && SearchWords.lowered(byte) == wanted else { continue }
      let start = at - telling
      var length = 0
      while length < word.count, SearchWords.lowered(bytes[start + length]) == word[length] { length += 1 }
      if length == word.count { return start..<start + length }
    }
    return nil
  }
}
