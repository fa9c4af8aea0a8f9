/// One piece of a clause.
struct Token: Sendable {
  enum Kind: UInt8, Sendable, Equatable {
    /// Words that the grammar does not know: parts of names.
    case text
    /// A word of the lexicon.
    case word
    case quantity
    /// A year, a span of years.
    case period
    /// A place in an order: `第二`, `前三`, `首位`.
    case rank
    /// `、`
    case enumeration
    /// `，`
    case comma
    /// `；`
    case semicolon
    /// `：`
    case colon
    /// `。！？` and line ends.
    case stop
    /// A stretch in round brackets, left out of the clause around it.
    case parenthesis

    @inline(__always)
    var asSet: Kinds { Kinds(rawValue: 1 &<< UInt16(rawValue)) }
  }

  /// Several kinds.
  struct Kinds: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt16
    static let text = Kind.text.asSet
    static let word = Kind.word.asSet
    static let quantity = Kind.quantity.asSet
    static let period = Kind.period.asSet
    static let rank = Kind.rank.asSet
    static let enumeration = Kind.enumeration.asSet
    static let comma = Kind.comma.asSet
    static let semicolon = Kind.semicolon.asSet
    static let colon = Kind.colon.asSet
    static let stop = Kind.stop.asSet
    static let parenthesis = Kind.parenthesis.asSet
  }
  var kind: Kind
  // A report has no 4 GB; tokens of half the size are read faster.
  private var start: UInt32
  private var end: UInt32
  /// Classes of a word.
  var classes: WordClass
  /// Index into the lexicon, or into the tokenizer's lists of quantities, periods, ranks.
  var index: Int32

  init(kind: Kind, range: Range<Int>, classes: WordClass = [], index: Int32 = -1) {
    self.kind = kind
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    self.classes = classes
    self.index = index
  }

  /// The index of the text of a sentence from which nothing is read.
  static let plainSentence: Int32 = -2

  /// Whether it is a sentence, or the rest of one, from which nothing is read.
  var isPlainSentence: Bool { index == Self.plainSentence }

  /// Adds text right behind it, where it is text itself.
  mutating func takes(text range: Range<Int>) -> Bool {
    guard kind == .text, Int(end) == range.lowerBound else { return false }
    end = UInt32(range.upperBound)
    return true
  }

  /// Where it stands in the text.
  var range: Range<Int> {
    get { Int(start)..<Int(end) }
    set {
      start = UInt32(newValue.lowerBound)
      end = UInt32(newValue.upperBound)
    }
  }
}

/// A number with its unit and the marks on it.
struct Quantity: Sendable {
  /// Lower and upper end in the unit; nil where the number is blotted out.
  var low: ExactNumber?
  var high: ExactNumber?
  /// What the number's own marks say (`以上`, `余`, `~`); nil where it is bare.
  var bound: Comparator?
  var unit: Words
  /// Nil for a bare number.
  var kind: UnitClass?
  /// `40:60`, which has no value itself.
  var isRatio = false
  /// A size that names a class (`1000万元以上企业`, `超亿元项目`) if a noun follows.
  var hasMultiplier = false
  /// Power of ten of its 万 or 亿.
  var multiplier = 0
  /// Written in Chinese numerals.
  var isChinese = false
  /// A fraction that no decimal number equals (`三分之一`).
  var isRounded = false
}

extension Quantity {
  /// `6米以下`, `500平方米以上`: how large things are.
  var isSize: Bool {
    guard let kind, bound == .atLeast || bound == .atMost else { return false }
    return [.area, .mass, .volume, .length, .ship, .energy].contains(kind) || unit.isOne(of: ["头", "只", "羽"])
  }

  /// `500亩` of a field, `300头` of a farm: the size of one thing where things are counted behind it.
  var isUnitSize: Bool {
    guard let kind, let low, low == high, bound == nil else { return false }
    let isMeasure = [.area, .mass, .volume, .ship, .energy].contains(kind) && low.doubleValue <= 2000 && !hasMultiplier
    return isMeasure || kind.isCount && unit.isOne(of: ["头", "只", "羽", "尾"])
  }

  /// `9.6、5.9和23.4万吨`: 万 of the last number is meant for all that are of its size then.
  mutating func shareMultiplier(of last: Quantity) {
    guard !hasMultiplier, last.hasMultiplier, let low, let high, let other = last.high?.doubleValue else { return }
    let scaled = high.scaled(byPowerOfTen: last.multiplier)
    guard scaled.doubleValue <= other * 30, other <= scaled.doubleValue * 300 else { return }
    self.low = low.scaled(byPowerOfTen: last.multiplier)
    self.high = scaled
    hasMultiplier = true
  }

  /// One side of a ratio as a quantity of its own.
  func side(_ value: ExactNumber) -> Quantity {
    var side = self
    side.low = value
    side.high = value
    side.isRatio = false
    return side
  }
}

/// The years that a period word or date names.
struct PeriodMark: Sendable, Equatable {
  enum Rule: Sendable, Equatable {
    /// A calendar year.
    case year(Int)
    /// From one year through another.
    case span(Int, Int)
    /// From a year on (`2001年以来`).
    case since(Int)
    /// Relative to the report's year: from `first` through `last` (0 is the report's year).
    case relative(first: Int, last: Int)
    /// `今年`, `去年`, `明年`: relative to the year the speaker stands in.
    case calendar(Int)
    /// `全年`, `预计`: the one year that is looked back on or ahead to.
    case present
    /// `五年`, `两年完成`: so many years, the last or the next ones as the figure looks.
    case years(Int)
  }
  var rule: Rule
  /// `到2012年`, `“十四五”末`: a state at that time.
  var isDeadline = false
}

/// A place in an order.
struct RankMark: Sendable {
  var place: Int?
  var comparator: Comparator
}
