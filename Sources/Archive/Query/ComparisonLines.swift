internal import ReportReading

extension ComparisonTable {
  /// What stands side by side on a page.
  ///
  /// A row holds what can be compared. Where one report states the rate and the other the amount, or one the foreign capital
  /// contracted and the other that used, no row has both; a line then shows them beside each other, each in its own terms.
  public struct Line: Sendable, Equatable {
    /// Per column, which of ``ComparisonTable/rows`` has the cell; nil where nothing is stated.
    public var rows: [Int?]

    /// Whether all that stands in it is of one row.
    public var isOneRow: Bool { Set(rows.compactMap(\.self)).count < 2 }
  }

  /// The lines of a page, in the order of the rows.
  ///
  /// A row with gaps takes in what other rows state of the same indicator (or, where none does, of its next of kin), of the same
  /// kind, scope and period, in columns that it leaves empty: rows that only one column fills.
  public var lines: [Line] {
    var lines = rows.indices.map { index in Line(rows: rows[index].cells.map { $0 == nil ? nil : index }) }
    // Rows that can be compared take others in before those that stand alone do.
    let order = rows.indices.filter { rows[$0].isShared } + rows.indices.filter { !rows[$0].isShared }
    let groups = Dictionary(grouping: rows.indices, by: { Group(rows[$0]) })
    for isKin in [false, true] {
      for host in order where lines[host].isFilled && rows[host].series.measure != .rank {
        for guest in groups[Group(rows[host]), default: []] where guest != host {
          let isSame = rows[guest].series.indicatorID == rows[host].series.indicatorID
          guard isSame != isKin, rows[guest].series.measure != .rank else { continue }
          guard let column = lines[host].column(takingIn: lines[guest]) else { continue }
          lines[host].rows[column] = lines[guest].rows[column]
          lines[guest].rows[column] = nil
        }
      }
    }
    return lines.filter(\.isFilled).sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// Leaves only the lines that every column fills.
  public mutating func keepCommon() {
    let kept = Set(lines.filter { !$0.rows.contains(nil) }.flatMap { $0.rows.compactMap(\.self) })
    rows = rows.indices.filter(kept.contains).map { rows[$0] }
  }
}

extension ComparisonTable.Line {
  fileprivate var isFilled: Bool { rows.contains { $0 != nil } }

  /// The column of a line's only cell, where this line leaves it empty.
  fileprivate func column(takingIn guest: Self) -> Int? {
    let filled = guest.rows.indices.filter { guest.rows[$0] != nil }
    return filled.count == 1 && rows[filled[0]] == nil ? filled[0] : nil
  }

  /// The row that stands first on the page.
  fileprivate var first: Int? { rows.compactMap(\.self).min() }
}

extension ComparisonTable.Row {
  /// Whether several columns fill it.
  fileprivate var isShared: Bool { cells.count { $0 != nil } > 1 }
}

/// What rows must have in common to stand side by side.
private struct Group: Hashable {
  var matter: String
  var scope: String
  var kind: FigureKind
  var offset: Int
  var length: Int

  init(_ row: ComparisonTable.Row) {
    let id = row.series.indicatorID
    matter = Catalogue.indicator(id)?.kin ?? row.series.name
    scope = row.series.scope
    (kind, offset, length) = (row.kind, row.periodOffset, row.periodLength)
  }
}
