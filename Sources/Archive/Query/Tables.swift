public import ReportReading

/// What figures must have in common to be compared: the same thing, measured alike.
public struct Series: Sendable, Hashable {
  /// The catalogue's id; empty for an indicator that only has the report's own words.
  public var indicatorID: String
  /// The catalogue's Chinese name, or the report's words.
  public var name: String
  /// Scope that makes another series of the indicator (`在地`), or empty for the unit's own statistics.
  public var scope: String
  /// Whether a definition holds that the indicator had before: no one series with today's.
  public var isFormer = false
  public var measure: Measure
  /// What units it is measured in can be converted to (`元`, `平方米`, `%`).
  public var dimension: String
}

/// One place of a history or comparison: the figure chosen for it and those that compete.
public struct Cell: Sendable, Equatable {
  /// The one that the rule of choice prefers.
  public var chosen: FigureRow
  /// The others, in the order of preference.
  public var others: [FigureRow]

  /// The number of the chosen one in the dimension of its unit; the lower end of a range. Nil where it has none.
  public var number: Double? { chosen.low.map { $0.doubleValue * UnitScale.of(chosen.unit).factor } }
}

/// Figures that a table leaves out.
public struct LeftOut: Sendable, Equatable {
  /// Figures that cannot be trusted as printed.
  public var flagged = 0
  /// Figures whose period the report does not tell.
  public var undated = 0
  /// Figures of indicators in the reports' own words that are stated for one year (or one column) only.
  public var single = 0
  /// Figures of indicators that the statements of main targets seldom name.
  public var further = 0
}

/// A district's figures, years across, indicators down.
public struct HistoryTable: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public var series: Series
    /// Whether its periods are spans of several years (`2016-2020`); single years are rows of their own.
    public var isSpan = false
    /// Per year for which the figures hold (a span: its last year), what was to be reached.
    public var targets: [Int: Cell]
    /// Per year, what was reached.
    public var outcomes: [Int: Cell]

    /// Years whose figure is the first under a new definition of the indicator: what stands before is no one series with it.
    public func breaks(_ kind: FigureKind) -> Set<Int> {
      let cells = (kind == .target ? targets : outcomes).mapValues(\.chosen.isFormer).sorted { $0.key < $1.key }
      return Set(zip(cells, cells.dropFirst()).filter { $0.value != $1.value }.map(\.1.key))
    }
  }
  public var district: District
  /// Ascending; the years for which any row has a figure.
  public var years: [Int]
  /// Known indicators in the catalogue's order, then others by how many years they have and by name.
  public var rows: [Row]
  public var leftOut: LeftOut
}

/// Reports side by side: columns are reports, rows are figures that can be compared.
public struct ComparisonTable: Sendable, Equatable {
  public struct Column: Sendable, Hashable {
    public var district: District
    /// Year of the report.
    public var year: Int
    /// Source of the report, nil where the archive has none.
    public var source: String?
  }
  public struct Row: Sendable, Equatable {
    public var series: Series
    public var kind: FigureKind
    /// How the period lies to the report's year: 0 for the report's year, -1 for the year before.
    public var periodOffset: Int
    /// Years that the period spans, 1 for a single year.
    public var periodLength: Int
    /// One per column.
    public var cells: [Cell?]

    /// How a column differs from the first; nil for the first itself and where either states no number.
    public func difference(_ column: Int) -> Difference? {
      guard column > 0, let first = cells[0]?.chosen, let other = cells[column]?.chosen else { return nil }
      return Difference(from: first, to: other)
    }
  }
  public var columns: [Column]
  /// Known indicators in the catalogue's order, then others by name; targets before outcomes.
  public var rows: [Row]
  public var leftOut: LeftOut
}

/// Choices for a history or comparison.
public struct TableOptions: Sendable, Equatable {
  /// Catalogue ids, catalogue names or words of the reports; nil for all.
  public var indicators: [String]?
  /// Whether figures that cannot be trusted are shown.
  public var includesFlagged = false
  /// Whether a history shows only the indicators that the statements of main targets name time and again.
  public var isHeadlineOnly = false
  /// Whether indicators in the reports' own words are shown even where they fill a single year or column.
  public var includesSingle = false
  /// Whether figures come with their quote and their section, which a table of numbers does not show. A figure without a number
  /// has its quote always.
  public var includesPassages = true

  public init() {}
}

/// A section that holds the words searched for.
public struct SearchHit: Sendable, Equatable {
  public var section: SectionRow
  /// The words in their context, in simplified characters and without line breaks, about 60 characters.
  public var snippet: String
  /// Where the words stand in ``snippet``, as UTF-8 byte ranges.
  public var matches: [Range<Int>]
  /// Figures of the section whose clause or indicator holds all the words.
  public var figures: [FigureRow]
}
