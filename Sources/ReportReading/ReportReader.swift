/// What the person ingesting knows beyond the text.
public struct ReadingHints: Sendable {
  /// Name, path of names or code of the unit (`金山区`, `上海市金山区`, `310116`); overrides the text.
  public var district: String?
  /// The report's year; overrides the text.
  public var year: Int?

  public init(district: String? = nil, year: Int? = nil) {
    self.district = district
    self.year = year
  }
}

/// Reads a report: bytes in, a ``Report`` out.
///
/// The stages are the folders of this module, in order: `Decode`, `Clean`, `Normalise`, `Sections`, `Identify`,
/// `Figures`.
public struct ReportReader: Sendable {
  public init() {}

  /// Reads one report.
  /// - Parameters:
  ///   - data: the file's bytes, in any supported encoding.
  ///   - hints: what is known beyond the text.
  /// - Throws: ``ReadingError`` when the bytes are no text or the text is no report.
  public func read(_ data: [UInt8], hints: ReadingHints = ReadingHints()) throws(ReadingError) -> Report {
    try read(data, hints: hints) { _ in }
  }

  /// The stages of reading, in order.
  package enum Stage: String, CaseIterable, Sendable {
    case decode, clean, normalise, sections, identify, figures, words
  }

  /// Reads one report and tells as each stage is passed, for measurements.
  package func read(
    _ data: [UInt8], hints: ReadingHints = ReadingHints(), passed: (Stage) -> Void
  ) throws(ReadingError) -> Report {
    let source = try SourceText(decoding: data)
    passed(.decode)
    var lines = CleanedLines(source)
    passed(.clean)
    let text = NormalisedText(lines, of: source)
    // What is told of the lines stands in the text now; of the cleaned source only its front matter is read on.
    lines.lines = []
    try Self.check(text.paragraphs.count, ReadingLimits.paragraphs, "paragraphs")
    guard Genre.isPossible(text) else {
      throw ReadingError(.notAReport, detail: "none of the words such reports use")
    }
    let places = WordPlaces(text.bytes)
    passed(.normalise)
    let outline = Outline(text, places)
    try Self.check(outline.sections.count, ReadingLimits.sections, "sections")
    passed(.sections)
    let identity = Identity(text, places, outline: outline, cleaned: lines, source: source, hints: hints)
    passed(.identify)
    let figures = FigureFinder.figures(in: text, places, outline: outline, year: identity.year)
    try Self.check(figures.count, ReadingLimits.figures, "figures")
    passed(.figures)
    var report = Report(
      text: source, district: identity.district, year: identity.year, sections: outline.sections,
      figures: figures, flags: identity.flags)
    if DamageSigns(text, places).isDamaged { report.flags.insert(.damaged) }
    report.words = SectionWords(text, sections: report.sections)
    passed(.words)
    return report
  }

  /// Refuses a text that has more of something than any report.
  private static func check(_ count: Int, _ limit: Int, _ things: String) throws(ReadingError) {
    if count > limit { throw ReadingError(.notAReport, detail: "more than \(limit) \(things), which none has") }
  }
}
