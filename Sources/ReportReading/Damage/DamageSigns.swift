/// Signs that a copying site replaced or deleted numbers of a report.
///
/// Some sites write one year over every year-like number (`固定资产投资增长2023%`), others drop numbers (`达到亿元`,
/// `增长%`). One such place may be a slip of the report's own; several are not.
struct DamageSigns: Sendable, Equatable {
  enum Rule: String, Sendable {
    /// A percentage that is a year: `2023%`, `2023.7%`.
    case yearAsPercentage = "year-as-percentage"
    /// A verb and a percent sign or `个百分点` without a number between: `增长%`.
    case missingPercentage = "missing-percentage"
    /// A verb, an amount's unit without a number, and the end of the clause: `达到亿元，`.
    case missingAmount = "missing-amount"
    /// A span of one year only: `2023-2023年`.
    case emptySpan = "empty-span"
  }
  struct Sign: Sendable, Equatable {
    var rule: Rule
    /// Where it stands, in normalised bytes.
    var range: Range<Int>
  }
  /// In the order of the text.
  var signs: [Sign] = []

  /// Two of the signs of replaced numbers. Amounts that are only missing make a report no less true: their figures
  /// are `masked` one by one.
  var isDamaged: Bool { signs.count { $0.rule != .missingAmount } >= 2 }

  /// - Parameter places: of the words of the text; found here where they are not given.
  init(_ text: NormalisedText, _ places: WordPlaces? = nil) {
    let places = places ?? WordPlaces(text.bytes)
    for place in places.structure.all where place.readers.contains(.damage) {
      switch place.character {
      case 0x25: percentage(text.bytes, Int(place.offset))
      case 0x2D, 0x7E: span(text.bytes, Int(place.offset))
      default: unit(text.bytes, Int(place.offset))
      }
    }
  }

  /// `%`, `-`, `~`, and what amounts and `个百分点` begin with.
  static let starts = WordTrie(["%", "-", "~", "个百", "万", "亿"].map { (word: $0, value: 0) }).starts

  private static let verbs = ["增长", "下降", "达到", "提高", "上升", "降低", "增加", "完成", "实现", "分别为", "控制在"]
    .map { Array($0.utf8) }
  private static let points = Array("个百分点".utf8)
  private static let amounts = ["亿元", "万元", "亿美元", "万美元", "万亩", "万吨", "万人", "万户"].map { Array($0.utf8) }
  private static let clauseEnds = ["，", "。", "；", "、"].map { Array($0.utf8) }

  /// How many bytes before a position belong to a verb that a number should follow.
  private static func verbLength(_ bytes: [UInt8], before position: Int) -> Int? {
    // Mostly a number stands there.
    guard position > 0, bytes[position - 1] >= 0x80 else { return nil }
    return verbs.first { bytes[..<position].suffix($0.count).elementsEqual($0) }?.count
  }

  private mutating func percentage(_ bytes: [UInt8], _ position: Int) {
    var start = position
    while start > 0, Self.isDigit(bytes[start - 1]) || bytes[start - 1] == 0x2E { start -= 1 }
    if start == position {
      guard let verb = Self.verbLength(bytes, before: position) else { return }
      signs.append(Sign(rule: .missingPercentage, range: position - verb..<position + 1))
    } else if let year = Self.year(bytes[start..<position]), year >= 1949, year <= 2099 {
      signs.append(Sign(rule: .yearAsPercentage, range: start..<position + 1))
    }
  }

  private mutating func unit(_ bytes: [UInt8], _ position: Int) {
    guard let verb = Self.verbLength(bytes, before: position) else { return }
    let rest = bytes[position...]
    if rest.starts(with: Self.points) {
      signs.append(Sign(rule: .missingPercentage, range: position - verb..<position + Self.points.count))
    } else if let amount = Self.amounts.first(where: { rest.starts(with: $0) }) {
      let end = position + amount.count
      guard Self.clauseEnds.contains(where: { bytes[end...].starts(with: $0) }) else { return }
      signs.append(Sign(rule: .missingAmount, range: position - verb..<end))
    }
  }

  private mutating func span(_ bytes: [UInt8], _ position: Int) {
    guard position >= 4, position + 5 < bytes.count else { return }
    let left = bytes[position - 4..<position]
    let right = bytes[position + 1..<position + 5]
    guard left.elementsEqual(right), let year = Self.year(left), year >= 1949, year <= 2099 else { return }
    signs.append(Sign(rule: .emptySpan, range: position - 4..<position + 5))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

  /// The year that four digits are, with a fraction perhaps.
  private static func year(_ digits: ArraySlice<UInt8>) -> Int? {
    let whole = digits.prefix { isDigit($0) }
    guard whole.count == 4 else { return nil }
    return whole.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
