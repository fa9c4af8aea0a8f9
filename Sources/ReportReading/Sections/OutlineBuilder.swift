/// Turns the events of a ``HeadingTree`` into sections with ranges and kinds.
struct OutlineBuilder {
  private(set) var sections: [Section] = []
  private(set) var nodes: [Outline.Node] = []
  private(set) var changes: [Change] = []

  /// From an offset on another section is the innermost.
  struct Change: Sendable {
    var offset: UInt32
    var section: UInt32

    init(_ offset: Int, _ section: Int) {
      self.offset = UInt32(offset)
      self.section = UInt32(section)
    }
  }

  private let text: NormalisedText
  private let headings: [Heading]
  private let kinds: SectionKinds
  private var open: [Int] = []

  init(_ text: NormalisedText, _ headings: [Heading], _ kinds: SectionKinds) {
    self.text = text
    self.headings = headings
    self.kinds = kinds
  }

  mutating func build(_ events: [HeadingTree.Event]) {
    sections.reserveCapacity(events.count)
    nodes.reserveCapacity(events.count)
    changes.reserveCapacity(events.count)
    for event in events {
      if event.isReturn {
        close(to: event.depth, at: event.start)
        if let section = open.last { change(to: section, at: event.start) }
      } else {
        close(to: event.depth - 1, at: event.start)
        append(event)
      }
    }
    close(to: 0, at: text.bytes.count)
    if sections.isEmpty { appendWhole() }
    for i in sections.indices { sections[i].source = text.source(nodes[i].range) }
  }

  private mutating func append(_ event: HeadingTree.Event) {
    let heading = event.heading.map { headings[$0] }
    let range = heading?.range ?? event.start..<event.start
    let kind = kind(of: event, heading)
    let section = sections.count
    sections.append(
      Section(
        parent: open.last, depth: event.depth, kind: kind, heading: text.string(range),
        sourceHeading: text.source(range), source: 0..<0))
    nodes.append(Outline.Node(heading: range, range: event.start..<event.start))
    open.append(section)
    change(to: section, at: event.start)
  }

  /// A text without any paragraph is one empty section.
  private mutating func appendWhole() {
    let all = 0..<text.bytes.count
    sections.append(
      Section(parent: nil, depth: 1, kind: .other, heading: "", sourceHeading: 0..<0, source: text.source(all)))
    nodes.append(Outline.Node(heading: 0..<0, range: all))
    changes.append(Change(0, 0))
  }

  private mutating func change(to section: Int, at offset: Int) {
    if changes.last?.offset == UInt32(offset) { changes.removeLast() }
    changes.append(Change(offset, section))
  }

  /// Ends the open sections below a depth, without the line ends before the next text.
  private mutating func close(to depth: Int, at offset: Int) {
    while open.count > depth, let section = open.popLast() {
      var end = offset
      let start = nodes[section].range.lowerBound
      while end > start, text.bytes[end - 1] == 10 { end -= 1 }
      nodes[section].range = start..<end
    }
  }

  private func kind(of event: HeadingTree.Event, _ heading: Heading?) -> SectionKind {
    if let kind = event.kind { return kind }
    if let kind = kinds.kind(ofChapterAt: event.start, isHeaded: heading != nil) { return kind }
    let inherited = open.last.map { sections[$0].kind } ?? .other
    guard let heading else { return inherited }
    return Self.kind(HeadingWords(text.bytes, heading.range), heading.style, within: inherited)
  }

  /// A section is what its parent is, unless its own heading plainly says otherwise.
  private static func kind(_ words: HeadingWords, _ style: Numbering.Style, within parent: SectionKind) -> SectionKind {
    if words.glossary >= 8 { return .glossary }
    switch parent {
    case .glossary, .problems, .self: return parent
    case .review:
      if words.problems >= 4 { return .problems }
      if style < .ordinal, words.plan >= HeadingWords.overriding, words.review == 0 { return .plan }
      return .review
    case .plan:
      if style < .ordinal, words.review >= HeadingWords.overriding, words.plan == 0 { return .review }
      return words.own >= 4 ? .self : .plan
    case .other: return words.kind ?? .other
    }
  }
}
