internal import CTables

/// Knows the text that web sites print around a report, by the vocabulary of `chrome.tsv`.
struct ChromeRules: Sendable {
  /// What a rule took a line for.
  enum Finding: Sendable {
    /// A menu, a counter, a profile: other short lines stand among such.
    case menu
    /// A line on its own: a posting date, an editor's name, an upload notice.
    case notice
  }
  private struct Rule: Sendable {
    var finding: Finding
    var text: [UInt32]
    /// Longest line in characters that the rule holds for.
    var longest: Int
  }
  private var lines: [[UInt32]: Finding] = [:]
  /// By their first character.
  private var prefixes: [UInt32: [Rule]] = [:]
  private var suffixes: [Rule] = []
  /// By their first character.
  private var parts: [UInt32: [Rule]] = [:]
  /// What the rules of ``parts`` start with: spares looking up most of a text.
  private var partStarts = ScalarSet("")
  /// Spare most lines of a text even the making of a key.
  private var signs: ChromeSigns?

  /// The longest of ``lines``.
  private var longestLine = 0
  /// The longest line that a rule of ``parts`` holds for.
  private var longestPart = 0
  /// Longer lines are told by their beginning alone, if at all.
  private(set) var longest = 0

  /// The rules, built on first use; they never change.
  static let shared = ChromeRules()

  // Unsafe because the table is a C array; `Table.rows` copies what it reads.
  private init() {
    for row in unsafe Table.rows(CTableChrome) where row.count >= 3 {
      let key = LineKey(word: row[2]).head
      guard let first = key.first else { continue }
      let finding: Finding = ["forum", "login", "share", "navigation"].contains(row[0]) ? .menu : .notice
      let rule = Rule(finding: finding, text: key, longest: row.count > 3 ? Int(row[3]) ?? .max : .max)
      switch row[1] {
      case "line":
        lines[key] = finding
        longestLine = max(longestLine, key.count)
      case "prefix": prefixes[first, default: []].append(rule)
      case "suffix": suffixes.append(rule)
      default:
        parts[first, default: []].append(rule)
        longestPart = max(longestPart, rule.longest)
      }
      if rule.longest < .max { longest = max(longest, rule.longest) }
      precondition(
        rule.longest < .max || row[1] == "line" || row[1] == "prefix" && key.count < LineKey.beginning,
        "told by its beginning")
    }
    longest = max(longest, longestLine)
    partStarts = ScalarSet(parts.keys)
    signs = ChromeSigns(
      beginnings: prefixes.values.joined().map(\.text), ends: suffixes.map(\.text),
      parts: parts.values.joined().map(\.text), longestLine: max(longestLine, Self.longestFiller), longest: longest)
  }

  /// Whether a line may be chrome, or belong to chrome around it; else it is text whatever its key says.
  func mayFind(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool { signs?.mayFind(bytes, line) ?? true }

  /// What a line is by its own words, nil when it may be the report's.
  func finding(_ key: LineKey) -> Finding? {
    guard let first = key.head.first else { return nil }
    if key.isWhole, key.length <= longestLine, let finding = lines[key.head] { return finding }
    if let rule = prefixes[first]?.first(where: { key.length <= $0.longest && key.head.starts(with: $0.text) }) {
      return rule.finding
    }
    let suffix = suffixes.first {
      key.length <= $0.longest && key.tail.suffix($0.text.count).elementsEqual($0.text)
    }
    if let suffix { return suffix.finding }
    return key.length <= longestPart ? part(of: key)?.finding : nil
  }

  private func part(of key: LineKey) -> Rule? {
    let starts = partStarts
    for position in key.head.indices where starts.contains(key.head[position]) {
      let rest = key.head[position...]
      if let rule = parts[key.head[position]]?.first(where: { key.length <= $0.longest && rest.starts(with: $0.text) })
      {
        return rule
      }
    }
    return nil
  }

  /// `- 3 -`, `—12—`, `第3页`, `第3页共8页`, `3/8`.
  static func isPageNumber(_ key: LineKey) -> Bool {
    guard key.isWhole, key.head.count >= 2, key.head.count <= 12 else { return false }
    // Most lines of text begin with something else.
    guard let first = key.head.first, pageStarts.contains(first) else { return false }
    var shape: [UInt32] = []
    for scalar in key.head {
      let isDash = [0x2D, 0x2013, 0x2014, 0x7E, 0xB7].contains(scalar)
      let symbol = Scalar.isDigit(scalar) ? Scalar.zero : isDash ? 0x2D : scalar
      if shape.last != symbol { shape.append(symbol) }
    }
    return pageShapes.contains(shape)
  }

  private static let pageStarts = ScalarSet("-–—~·第共p[0123456789")
  private static let pageShapes = Set(
    ["-0-", "第0页", "第0页共0页", "第0页,共0页", "第0页/共0页", "共0页", "0/0", "page0", "-第0页-", "[0]", "p0"].map {
      $0.unicodeScalars.map(\.value)
    })

  /// Lone numbers that count up line by line are page numbers.
  struct PageNumbers {
    private var lines: [Int] = []
    private var expected: Int?
    private var isBroken = false

    /// The lines that hold one.
    var found: [Int] { isBroken || lines.count < 3 ? [] : lines }

    mutating func add(_ line: Int, _ key: LineKey) {
      guard !isBroken, key.isWhole, key.head.count <= 3, key.head.allSatisfy(Scalar.isDigit) else { return }
      let number = key.head.reduce(0) { $0 * 10 + Int($1 - Scalar.zero) }
      isBroken = expected.map { $0 != number } ?? false
      expected = number + 1
      lines.append(line)
    }
  }

  /// Words of headings and titles: a line with one of them is the report's even among menus.
  private static let reportWords = ["报告", "政府", "工作", "计划", "目标", "规划", "要点", "意见", "总结", "安排", "讲话"].map {
    $0.unicodeScalars.map(\.value)
  }

  /// Short lines between lines of menus and profiles belong to those (counters, names of users, mottos), but the
  /// title does not.
  struct Fillers {
    /// Lines since the last one that a rule found, at most one more than may be fillers.
    private var run: [Int] = []
    private var opening: Finding?

    /// Takes the next line that is not blank.
    /// - Parameters:
    ///   - finding: what a rule took it for.
    ///   - mark: is given the lines before it that are to be taken for the site's too.
    mutating func add(_ line: Int, _ key: LineKey, _ finding: Finding?, mark: (Int) -> Void) {
      if let finding {
        if let opening, opening == .menu || finding == .menu, run.count <= 3 { run.forEach(mark) }
        run.removeAll(keepingCapacity: true)
        opening = finding
      } else if opening != nil, run.count <= 3, ChromeRules.isFiller(key) {
        run.append(line)
      } else {
        addText()
      }
    }

    /// Takes a line that is the report's for certain.
    mutating func addText() {
      run.removeAll(keepingCapacity: true)
      opening = nil
    }
  }

  private static let longestFiller = 16

  fileprivate static func isFiller(_ key: LineKey) -> Bool {
    guard key.isWhole, key.head.count <= longestFiller else { return false }
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
