internal import CTables

/// Knows the text that web sites print around a report, by the vocabulary of `chrome.tsv`.
struct ChromeRules: Sendable {
  private struct Rule: Sendable {
    var text: [UInt32]
    /// Longest line in characters that the rule holds for.
    var longest: Int
  }
  private var lines: Set<[UInt32]> = []
  /// By their first character.
  private var prefixes: [UInt32: [Rule]] = [:]
  private var suffixes: [Rule] = []
  /// By their first character.
  private var parts: [UInt32: [Rule]] = [:]
  /// Whether a rule of ``parts`` starts with a character: spares looking up most of a text.
  private var startsPart = [Bool](repeating: false, count: 0x10000)

  /// The longest line that a rule of ``parts`` holds for.
  private var longestPart = 0

  /// The rules, built on first use; they never change.
  static let shared = ChromeRules()

  // Unsafe because the table is a C array; `Table.rows` copies what it reads.
  private init() {
    for row in unsafe Table.rows(CTableChrome) where row.count >= 3 {
      let key = LineKey(row[2]).head
      guard let first = key.first else { continue }
      let rule = Rule(text: key, longest: row.count > 3 ? Int(row[3]) ?? .max : .max)
      switch row[1] {
      case "line": lines.insert(key)
      case "prefix": prefixes[first, default: []].append(rule)
      case "suffix": suffixes.append(rule)
      default:
        parts[first, default: []].append(rule)
        startsPart[Int(first & 0xFFFF)] = true
        longestPart = max(longestPart, rule.longest)
      }
    }
  }

  /// Whether a line is the site's by its own words.
  func matches(_ key: LineKey) -> Bool {
    guard let first = key.head.first else { return false }
    if key.isWhole, lines.contains(key.head) { return true }
    if prefixes[first]?.contains(where: { key.length <= $0.longest && key.head.starts(with: $0.text) }) ?? false {
      return true
    }
    if suffixes.contains(where: { key.length <= $0.longest && key.tail.suffix($0.text.count).elementsEqual($0.text) }) {
      return true
    }
    guard key.length <= longestPart else { return false }
    return containsPart(key.head, key.length)
  }

  private func containsPart(_ text: [UInt32], _ length: Int) -> Bool {
    for position in text.indices where startsPart[Int(text[position] & 0xFFFF)] {
      guard let rules = parts[text[position]] else { continue }
      if rules.contains(where: { length <= $0.longest && text[position...].starts(with: $0.text) }) { return true }
    }
    return false
  }

  /// `- 3 -`, `—12—`, `第3页`, `第3页共8页`, `3/8`.
  static func isPageNumber(_ key: LineKey) -> Bool {
    guard key.isWhole, key.head.count >= 2, key.head.count <= 12 else { return false }
    var shape: [UInt32] = []
    for scalar in key.head {
      let isDash = [0x2D, 0x2013, 0x2014, 0x7E, 0xB7].contains(scalar)
      let symbol = Scalar.isDigit(scalar) ? Scalar.zero : isDash ? 0x2D : scalar
      if shape.last != symbol { shape.append(symbol) }
    }
    return pageShapes.contains(shape)
  }

  private static let pageShapes = Set(
    ["-0-", "第0页", "第0页共0页", "第0页,共0页", "第0页/共0页", "共0页", "0/0", "page0", "-第0页-", "[0]", "p0"].map {
      $0.unicodeScalars.map(\.value)
    })

  /// Lone numbers that count up line by line are page numbers.
  /// - Returns: indices of those.
  static func pageNumbers(_ keys: [LineKey]) -> [Int] {
    var found: [Int] = []
    var expected: Int?
    for (index, key) in keys.enumerated() where key.isWhole && key.head.count <= 3 {
      guard key.head.allSatisfy(Scalar.isDigit) else { continue }
      let number = key.head.reduce(0) { $0 * 10 + Int($1 - Scalar.zero) }
      if expected != nil, number != expected { return [] }
      expected = number + 1
      found.append(index)
    }
    return found.count >= 3 ? found : []
  }

  /// Words of headings and titles: a line with one of them is the report's even among menus.
  private static let reportWords = ["报告", "政府", "工作", "计划", "目标", "规划", "要点", "意见", "总结", "安排", "讲话"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Short lines between lines of site text are site text (counters, names of users, mottos), but not the title.
  /// - Parameter lines: the keys of all lines that are not blank, and whether a rule took them for the site's.
  /// - Returns: indices of lines to be taken for the site's too.
  static func enclosed(_ lines: [(key: LineKey, isChrome: Bool)]) -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    var isOpen = false
    for (index, line) in lines.enumerated() {
      if line.isChrome {
        if isOpen, run.count <= 3 { found += run }
        run = []
        isOpen = true
      } else if isOpen, isFiller(line.key) {
        run.append(index)
      } else {
        run = []
        isOpen = false
      }
    }
    return found
  }

  private static func isFiller(_ key: LineKey) -> Bool {
    guard key.isWhole, key.head.count <= 16 else { return false }
    let text = key.head
    if text.contains(where: { $0 == Scalar.fullStop || $0 == Scalar.ideographicComma || $0 == Scalar.percent }) {
      return false
    }
    if let first = text.first, Scalar.isNumeral(first) || first == Scalar.leftParenthesis { return false }
    return !reportWords.contains { word in
      text.indices.contains { text[$0...].starts(with: word) }
    }
  }
}
