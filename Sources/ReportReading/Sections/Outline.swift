/// The heading tree over the normalised text.
///
/// Every paragraph lies in a section; sections of one depth do not overlap, and children lie within their parents.
/// Text before the first heading, problems stated without a heading, and a plan that begins without one are sections
/// with an empty heading. The tree is at most ``HeadingTree/deepest`` deep.
struct Outline: Sendable {
  /// One node per section, parallel to ``sections``.
  struct Node: Sendable {
    private let packedHeading: PackedRange
    private var packedRange: PackedRange

    init(heading: Range<Int>, range: Range<Int>) {
      packedHeading = PackedRange(heading)
      packedRange = PackedRange(range)
    }

    /// Normalised byte range of the heading (a run-in heading is the start of its paragraph).
    var heading: Range<Int> { packedHeading.range }
    /// Normalised byte range of the whole section with its descendants, heading included.
    var range: Range<Int> {
      get { packedRange.range }
      set { packedRange = PackedRange(newValue) }
    }
  }
  private(set) var sections: [Section]
  private(set) var nodes: [Node]
  /// For each paragraph of the text the innermost section at its start.
  private(set) var sectionOfParagraph: [UInt32] = []

  private let blocks: Blocks
  /// For each block whether it looks ahead.
  private var aheadBlocks: [Bool] = []
  /// For each block whether it states main targets.
  private var targetBlocks: [Bool] = []
  /// Where the innermost section changes, ascending, and the section from there on.
  private var changes: [OutlineBuilder.Change]

  /// - Parameter places: of the words of the text; found here where they are not given.
  init(_ text: NormalisedText, _ places: WordPlaces? = nil) {
    let bytes = text.bytes
    let places = places ?? WordPlaces(bytes)
    let blocks = Blocks(text, places)
    self.blocks = blocks
    let features = blocks.indices.map {
      ParagraphFeatures(
        bytes, places, paragraph: blocks.range($0), attributes: Self.attributes(of: $0, blocks, text))
    }
    let headings = HeadingFinder.headings(in: bytes, places, features)
    func starts(_ block: Int) -> Int { block < features.count ? features[block].start : bytes.count }
    let first = HeadingTree.events(headings, breaks: [:], starts: starts, paragraphCount: features.count)
    let kinds = SectionKinds(bytes, places, features, headings, first)
    let events =
      kinds.breaks.isEmpty
      ? first
      : HeadingTree.events(headings, breaks: kinds.breaks, starts: starts, paragraphCount: features.count)
    var builder = OutlineBuilder(text, headings, kinds)
    builder.build(events)
    sections = builder.sections
    nodes = builder.nodes
    changes = builder.changes
    readBlocks(bytes, places, features, headings: kinds.headingStyles)
    sectionOfParagraph = text.paragraphs.indices.map {
      UInt32(section(at: text.paragraphs[$0].lowerBound))
    }
  }

  /// The markup of a block: that of its paragraph, where it starts it.
  private static func attributes(of block: Int, _ blocks: Blocks, _ text: NormalisedText) -> ParagraphAttributes {
    let paragraph = blocks.paragraph(of: block)
    return blocks.blocks(of: paragraph).lowerBound == block ? text.attributes[paragraph] : ParagraphAttributes()
  }

  private mutating func readBlocks(
    _ bytes: [UInt8], _ places: WordPlaces, _ features: [ParagraphFeatures], headings: [Numbering.Style?]
  ) {
    var isAfterPlan = false
    aheadBlocks.reserveCapacity(features.count)
    for feature in features {
      switch kind(at: feature.start) {
      case .plan:
        isAfterPlan = true
        aheadBlocks.append(true)
      case .review, .problems, .glossary: aheadBlocks.append(false)
      case .self, .other:
        let looksBack = feature.first.contains(.review) || feature.tense < 0 || (feature.tense == 0 && !isAfterPlan)
        aheadBlocks.append(!looksBack)
      }
    }
    targetBlocks = MainTargets.paragraphs(bytes, places, features, isPlan: aheadBlocks, headings: headings)
  }

  /// The innermost section that holds a normalised offset.
  func section(at offset: Int) -> Int {
    let next = Ascending.first(of: changes.indices, from: offset + 1) { Int(changes[$0].offset) }
    return Int(changes[max(next, 1) - 1].section)
  }

  /// The innermost section that holds a normalised stretch whole, as far up as the one that holds its start at the top.
  func section(holding range: Range<Int>) -> Int {
    var section = section(at: range.lowerBound)
    while nodes[section].range.upperBound < range.upperBound, let parent = sections[section].parent { section = parent }
    return section
  }

  /// The kind of the innermost section that holds a normalised offset.
  func kind(at offset: Int) -> SectionKind { sections[section(at: offset)].kind }

  /// The headings from the top level down to a section, without empty ones.
  func path(of section: Int) -> [String] {
    var path: [String] = []
    var next: Int? = section
    while let index = next {
      if !sections[index].heading.isEmpty { path.append(sections[index].heading) }
      next = sections[index].parent
    }
    return path.reversed()
  }

  /// Whether the text at a normalised offset looks ahead: in a plan always; in a review, among problems and in notes
  /// never; elsewhere (the government's own reform is told both ways) by the words of its paragraph.
  func looksAhead(at offset: Int) -> Bool { aheadBlocks.isEmpty ? false : aheadBlocks[blocks.block(at: offset)] }

  /// Whether a paragraph states the main targets of the year or of five years (`主要预期目标是：…`), as the paragraph
  /// that announces them or as an item of the list that follows.
  func isMainTargets(_ paragraph: Int) -> Bool { blocks.blocks(of: paragraph).contains { targetBlocks[$0] } }
}
