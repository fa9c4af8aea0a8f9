internal import CTables

/// The vocabulary of identification, hashed by the first four bytes of each word.
struct IdentityWords: Sendable {
  static let standard = IdentityWords()

  enum Kind: String, Sendable {
    /// The unit's own generic word (`全市`, `我区`).
    case scope
    /// A longer word that holds another and means something else.
    case none
    /// What the clause after a year is about.
    case aim, plan, review
    /// Words of outcomes, and words that set a goal.
    case done, goal
    /// Words before a year.
    case ahead, behind
    /// Words before a year that make it no evidence (`比2015年`).
    case mark
    /// Which year of a five-year plan or a term is spoken of.
    case stage
    /// A government's term.
    case term
    case present, past
    /// A five-year plan.
    case era
    /// Words before the date on which a site published the text.
    case posting
    /// A term of the central committee, before its plenums.
    case congress
    /// A fact of the calendar.
    case dated
  }

  struct Word: Sendable {
    var bytes: [UInt8]
    var kind: Kind
    /// `scope`: weight in tenths; `stage`: the year; `era`: the plan's number; `dated`: the earliest report year.
    var value = 0
    /// `scope`: the last character of the unit's name; `era`: non-empty when it needs marks or a following word.
    var text: [UInt8] = []
    /// `dated`: report years with their weights.
    var years: [(year: Int, weight: Int)] = []
    /// Next word with the same hash, -1 for none.
    var next: Int32 = -1
  }

  private(set) var words: [Word] = []
  private var heads: [Int32]
  private static let buckets = 1 << 11

  init() {
    heads = Array(repeating: -1, count: Self.buckets)
    // `unsafe` because a C table is a pointer; both are static data.
    for row in unsafe Table.rows(CTableIdentityWords) {
      guard row.count >= 2, let kind = Kind(rawValue: String(row[0])) else { continue }
      var word = Word(bytes: Array(row[1].utf8), kind: kind)
      if kind == .scope {
        word.text = Array(row[2].utf8)
        word.value = Int(row[3]) ?? 0
      } else if row.count > 2 {
        word.value = Int(row[2]) ?? 0
        word.text = row.count > 3 ? Array(row[3].utf8) : []
      }
      add(word)
    }
    for row in unsafe Table.rows(CTableDatedEvidence) where row.count >= 3 {
      var word = Word(bytes: Array(row[0].utf8), kind: .dated, value: Int(row[1]) ?? 0)
      word.years = row[2].split(separator: ",").compactMap {
        let pair = $0.split(separator: ":")
        guard pair.count == 2, let year = Int(pair[0]), let weight = Int(pair[1]) else { return nil }
        return (year, weight)
      }
      add(word)
    }
  }

  private mutating func add(_ word: Word) {
    guard word.bytes.count >= 3 else { return }
    let bucket = Self.hash(word.bytes, 0)
    var word = word
    word.next = heads[bucket]
    heads[bucket] = Int32(words.count)
    words.append(word)
  }

  /// Hash of the first three bytes: one Chinese character, or three digits.
  @inline(__always)
  private static func hash(_ text: [UInt8], _ at: Int) -> Int {
    let value = UInt32(text[at]) << 16 | UInt32(text[at + 1]) << 8 | UInt32(text[at + 2])
    return Int((value &* 2_654_435_761) >> 16) & (buckets - 1)
  }

  /// Calls back with each of the longest words at an offset (more than one when kinds differ).
  @inline(__always)
  func longestWord(_ text: [UInt8], at offset: Int) -> Int? {
    guard offset + 3 <= text.count else { return nil }
    var best: Int?
    var length = 0
    var word = heads[Self.hash(text, offset)]
    while word >= 0 {
      if words[Int(word)].bytes.count > length, matches(Int(word), text, offset) {
        best = Int(word)
        length = words[Int(word)].bytes.count
      }
      word = words[Int(word)].next
    }
    return best
  }

  @inline(__always)
  private func matches(_ word: Int, _ text: [UInt8], _ offset: Int) -> Bool {
    let count = words[word].bytes.count
    guard offset + count <= text.count else { return false }
    for i in 0..<count where words[word].bytes[i] != text[offset + i] { return false }
    return true
  }
}
