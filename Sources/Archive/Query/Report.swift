/// All that the archive knows of one report.
public struct StoredReport: Sendable, Equatable {
  public var report: ReportRow
  public var evidence: [EvidenceRow]
  /// In document order, parents before children.
  public var sections: [SectionRow]
  /// In document order.
  public var figures: [FigureRow]
}
