/// A figure as the clause states it, before the report's years and the section decide its kind and period.
struct DraftFigure: Sendable {
  var indicator: Words
  var measure: Measure
  var comparator: Comparator
  var low: ExactNumber?
  var high: ExactNumber?
  var unit: Words
  /// Period words that hold for it, innermost last.
  var period: PeriodMark?
  /// Whether ``period`` stands in its own paragraph rather than in a heading.
  var ownPeriod = false
  /// The period of the headings above it.
  var headingPeriod: PeriodMark?
  /// The year to be reached that the first sentence of its paragraph opens with.
  var lead: PeriodMark?
  /// The year it is compared with (`是2001年的8.1倍`).
  var baseYear: Int?
  /// `连续7年`
  var streak: Int?
  /// The starting value of `由…到…`.
  var isStart = false
  /// Held against the year before (`同比`, `比上年`).
  var hasBase = false
  /// Held against several years (`是“十一五”时期的1.9倍`): it holds for as many behind them.
  var followsSpan = false
  /// How many years before its own it is held against (`是五年前的2.2倍`).
  var baseDistance: Int?
  var isAverage = false
  /// Stands in the statement of main targets.
  var statesTargets = false
  /// A state (`达到`, `率`) rather than an amount of work: in a review of several years it holds for the last.
  var isState = false
  /// The tense of the words in front of it.
  var tense: Tense = .neither
  /// Where the clause stands in the normalised text.
  var quote: Range<Int>
  var flags: DraftFlags = []
}

/// The flags of a draft.
struct DraftFlags: OptionSet, Sendable {
  let rawValue: UInt8
  static let implausible = DraftFlags(rawValue: 1)
  static let masked = DraftFlags(rawValue: 2)
  static let ambiguous = DraftFlags(rawValue: 4)

  /// The flags of a figure.
  var flags: Set<FigureFlag> {
    var flags: Set<FigureFlag> = []
    if isEmpty { return flags }
    if contains(.implausible) { flags.insert(.implausible) }
    if contains(.masked) { flags.insert(.masked) }
    if contains(.ambiguous) { flags.insert(.ambiguous) }
    return flags
  }
}

/// What a clause hands on to the following ones of its sentence.
struct Carry {
  /// The things last spoken of, one for each member of the last list.
  var topics = Topics()
  /// The indicators of all figures since the last semicolon: `均居全省第一` is said of each.
  var stated: [Words] = []
  /// Those of the paragraph before: `以上6项指标` are the last six.
  var history: [Words] = []
  /// Those of the part before it.
  var statedBefore: [Words] = []
  /// The indicator of the last share or rate: a following `提高1.3个百分点` is said of it.
  var share: Words?
  /// The last figure was a change in per cent: a following `力争12%` is one too.
  var isGrowth = false
  /// The last figure was an average over years.
  var isAverage = false
  /// The clause lists places (`位列…75名、…61名`).
  var listsPlaces = false
  /// What the clause stated a starting value of: `由31%上升到38%` ends with the same.
  var started: Words?
  /// `累计` was said in this part of the sentence.
  var isCumulative = false
  /// The unit of the last figure of the sentence.
  var unit = Words()
  /// The verb of the list (`新增`), shared by its members.
  var verb = Words()
  var period: PeriodMark?
  /// The year within the sentence's span that a level is reached in.
  var reached: PeriodMark?
  var tense: Tense = .neither
  /// The year of the last starting value (`由1992年的…`), shared by the list.
  var startYear: Int?
  /// The year that the sentence's changes are held against (`与2015年相比，`).
  var comparedYear: Int?
  /// The year the last change was held against.
  var baseYear: Int?
  /// The year that `比2003年增长72.1%；…，增长96.9%` holds the list's changes against.
  private var sharedBase: Int?
  /// A change was stated without a year that it is held against, so that none is shared.
  private var statesPlainChange = false

  /// The two things that the clause before counted, or the two clauses before: `满意率均为100%` is said of both.
  var lastTwo: [Words]? { lastCount == 2 ? [lastStated.0, lastStated.1] : stated.count == 2 ? stated : nil }
  /// The last two indicators of the last clause that stated figures.
  private var lastStated = (Words(), Words())
  /// How many that clause stated.
  private var lastCount = 0

  /// Hands on the year of `比2003年增长72.1%` to the changes behind it that name none, unless one went before it.
  /// - Parameter isYearly: whether its own words hold it against the year before.
  mutating func shareBase(with draft: inout DraftFigure, isYearly: @autoclosure () -> Bool) {
    if draft.isAverage || draft.isStart || draft.followsSpan { return }
    if let base = draft.baseYear {
      if draft.hasBase, !statesPlainChange { sharedBase = base }
    } else if draft.hasBase || sharedBase != nil && isYearly() {
      sharedBase = nil
      statesPlainChange = true
    } else if let sharedBase {
      // `…，五年翻了2.2番` names its own years.
      if draft.period?.isLoose ?? true { draft.baseYear = sharedBase }
    } else {
      statesPlainChange = true
    }
  }

  mutating func forgetHistory() {
    history.removeEach()
  }

  /// Forgets all but the history and the room of its lists.
  mutating func reset() {
    topics.reset()
    stated.removeEach()
    statedBefore.removeEach()
    (unit, verb, lastStated, lastCount) = (Words(), Words(), (Words(), Words()), 0)
    (share, started, period, reached, tense) = (nil, nil, nil, nil, .neither)
    (isGrowth, isAverage, listsPlaces, isCumulative, statesPlainChange) = (false, false, false, false, false)
    (startYear, comparedYear, baseYear, sharedBase) = (nil, nil, nil, nil)
  }

  /// Begins a part of the sentence behind a semicolon.
  /// - Parameter ahead: the years that hold to the end of the sentence.
  mutating func beginPart(years ahead: PeriodMark?) {
    isCumulative = false
    // `今后五年，…，2008年达到…；…，达到…`: levels are reached in the year named for the first.
    if let mark = period, case .year = mark.rule, !mark.isDeadline, ahead?.isSpan == true { reached = mark }
    period = ahead
    guard !stated.isEmpty else { return }
    file()
    swap(&statedBefore, &stated)
    stated.removeEach()
  }

  /// Adds what was stated to the history, of which nobody refers to more than the last dozen.
  mutating func file() {
    if stated.isEmpty { return }
    history += stated
    if history.count > 48 { history.removeFirst(history.count - 24) }
  }

  /// Notes what a clause stated figures of.
  /// - Parameter first: index of the clause's first figure.
  mutating func note(_ drafts: [DraftFigure], from first: Int) {
    guard first < drafts.count else { return }
    lastCount = 0
    if stated.isEmpty { stated.reserveCapacity(6) }
    for i in first..<drafts.count where drafts[i].measure != .rank {
      lastStated = (lastStated.1, drafts[i].indicator)
      lastCount += 1
      if stated.count < 12, !stated.contains(drafts[i].indicator) { stated.append(drafts[i].indicator) }
    }
    if let last = drafts.last { isAverage = last.isAverage }
  }
}
