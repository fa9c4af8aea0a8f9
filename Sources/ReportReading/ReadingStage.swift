/// The stages of reading one by one, for tests that feed them what no report holds.
package enum ReadingStage: String, CaseIterable, Sendable {
  /// Bytes to text.
  case decode
  /// Decoded text to lines, told apart.
  case clean
  /// Lines to one form of the text.
  case normalise
  /// The heading tree.
  case sections
  /// District and year.
  case identify
  /// Figures.
  case figures
  /// The words of sections and their fingerprint.
  case words

  /// What the stage made, as far as the stages' promises speak of it.
  package struct Result: Equatable, Sendable {
    package var text: SourceText
    package var sections: [Section] = []
    package var figures: [Figure] = []
    package var evidence: [Evidence] = []
  }

  /// Runs this stage and what it needs before it.
  /// - Parameter data: a file for ``decode``; for the later stages text, which is taken as decoded where it is UTF-8, so
  ///   that nothing which the detector of encodings refuses is kept from them.
  package func run(_ data: [UInt8]) throws(ReadingError) -> Result {
    if self == .decode { return Result(text: try SourceText(decoding: data)) }
    let source = SourceText(decoded: Array(String(decoding: data, as: UTF8.self).utf8))
    var result = Result(text: source)
    let lines = CleanedLines(source)
    if self == .clean { return result }
    let text = NormalisedText(lines, of: source)
    if self == .normalise {
      _ = DamageSigns(text).isDamaged
      return result
    }
    let places = WordPlaces(text.bytes)
    let outline = Outline(text, places)
    result.sections = outline.sections
    switch self {
    case .identify:
      let identity = Identity(
        text, places, outline: outline, cleaned: lines, source: source, hints: ReadingHints())
      result.evidence = identity.district.evidence + identity.year.evidence
    case .figures:
      let year = YearFinding(year: 2020, basis: .title, evidence: [])
      result.figures = FigureFinder.figures(in: text, places, outline: outline, year: year)
    case .words: _ = Fingerprint(of: SectionWords(text, sections: outline.sections).texts)
    default: break
    }
    return result
  }
}
