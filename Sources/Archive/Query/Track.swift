public import ReportReading

/// How the outcome that the next report states lies to a target; the rules are written at the view `target_outcomes`.
public enum Verdict: String, Sendable, CaseIterable {
  /// What the target accepts.
  case met
  /// Beyond it, on the better side.
  case exceeded
  /// Beyond it, on the other side.
  case missed
  /// The outcome is itself a bound that leaves it open.
  case unclear
  /// The target is a direction, or refers to a number that the report does not state.
  case noNumber = "no_number"
  /// The next report states the indicator in another measure, unit, scope or definition only.
  case incomparable
  /// The next report does not state the indicator for that year.
  case notReported = "not_reported"
  /// The archive has no report of the year after.
  case noReport = "no_report"
}

/// What a target accepts, in the target's unit.
public struct Goal: Sendable, Equatable {
  /// Nil for no end.
  public var low: ExactNumber?
  public var high: ExactNumber?
  /// Whether the ends themselves are excluded.
  public var isStrict: Bool
  /// Whether more is better.
  public var isMoreBetter: Bool
  /// What a target without a number is measured by: the growth of the gross product, or 0.
  public var yardstick: ExactNumber?
}

/// A target beside what the report of the year after states of it.
public struct OutcomeRow: Sendable, Equatable {
  public var target: FigureRow
  /// What the next report states; for ``Verdict/incomparable`` in another measure. Nil where it states nothing.
  public var outcome: FigureRow?
  /// What it states of the other part, where the target speaks of two indicators at once (城乡居民收入).
  public var other: FigureRow?
  /// Year of the report that sets the target.
  public var setIn: Int
  /// The last year for which it is set.
  public var due: Int
  public var verdict: Verdict
  /// The outcome's number minus the target's in the target's unit; nil where they cannot be compared.
  public var difference: ExactNumber?
  public var goal: Goal
  /// Whether the report of the year before set the same target for its own year.
  public var isUnchanged: Bool

  /// What the target is one of.
  public var series: Series { Series(of: target, dimension: "") }
}

/// Choices for ``ArchiveReader/track(_:options:)``.
public struct TrackOptions: Sendable, Equatable {
  /// Years of the reports that set the targets.
  public var years: ClosedRange<Int>?
  /// Catalogue ids, catalogue names or words of the reports; nil for all.
  public var indicators: [String]?
  /// Only these; nil for all. Totals always count all.
  public var verdicts: Set<Verdict>?
  /// Whether only targets of the statement of main targets are meant.
  public var isHeadlineOnly = true
  /// Whether figures come with their section, which a table does not show.
  public var includesSections = true

  public init() {}
}

/// How many targets fared how.
public struct TrackTotals: Sendable, Equatable {
  public var targets: Int
  public var verdicts: [Verdict: Int]
  /// Targets that repeat those of the year before.
  public var unchanged: Int

  init(of rows: [OutcomeRow]) {
    targets = rows.count
    verdicts = Dictionary(rows.map { ($0.verdict, 1) }, uniquingKeysWith: +)
    unchanged = rows.count(where: \.isUnchanged)
  }
}

/// A district's targets beside their outcomes.
public struct TrackTable: Sendable, Equatable {
  public var district: District
  /// By the year for which the targets are set, then as the reports have them.
  public var rows: [OutcomeRow]
  /// Over all targets asked for, whatever their verdict.
  public var totals: TrackTotals
  /// Targets outside the statements of main targets that are left out.
  public var ordinary: Int

  init(district: District, rows: [OutcomeRow], totals: TrackTotals? = nil, ordinary: Int) {
    self.district = district
    self.rows = rows
    self.totals = totals ?? TrackTotals(of: rows)
    self.ordinary = ordinary
  }
}
