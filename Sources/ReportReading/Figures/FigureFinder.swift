/// Finds the figures of a report.
enum FigureFinder {
  static func figures(in text: NormalisedText, outline: Outline, reportYear: Int?) -> [Figure] { [] }
}
