/// The heading tree over the normalised text.
struct Outline: Sendable {
  /// One node per section, parallel to ``sections``.
  struct Node: Sendable {
    /// Normalised byte range of the heading (a run-in heading is the start of its paragraph).
    var heading: Range<Int>
    /// Normalised byte range of the whole section with its descendants, heading included.
    var range: Range<Int>
  }
  var sections: [Section]
  var nodes: [Node]
  /// For each paragraph of the text the innermost section at its start.
  var sectionOfParagraph: [Int]

  init(_ text: NormalisedText) {
    sections = [
      Section(
        parent: nil, depth: 1, kind: .other, heading: "", sourceHeading: 0..<0,
        source: text.source(0..<text.bytes.count))
    ]
    nodes = [Node(heading: 0..<0, range: 0..<text.bytes.count)]
    sectionOfParagraph = Array(repeating: 0, count: text.paragraphs.count)
  }

  /// The innermost section that holds a normalised offset.
  func section(at offset: Int) -> Int {
    nodes.lastIndex { $0.range.contains(offset) } ?? 0
  }
}
