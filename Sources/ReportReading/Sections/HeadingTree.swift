/// Orders headings by the nesting that the document itself uses.
///
/// A stack holds the numbering styles that are open. A style already open goes on at its own depth; a new style opens
/// below, unless the open ones are further in by the order of ``Numbering/Style``, do not go on after it and did not
/// hold its style before. A style that starts again at one, and later goes on where it stood, was nested in itself.
struct HeadingTree {
  /// A section that opens, or a return to an outer one.
  struct Event {
    private let place: UInt32
    private let number: UInt32
    private let level: UInt8
    let isReturn: Bool
    /// The kind that the position decides, whatever the heading says.
    let kind: SectionKind?

    init(start: Int, depth: Int, heading: Int? = nil, isReturn: Bool = false, kind: SectionKind? = nil) {
      place = UInt32(start)
      number = heading.map(UInt32.init) ?? .max
      level = UInt8(depth)
      self.isReturn = isReturn
      self.kind = kind
    }

    var start: Int { Int(place) }
    /// Depth of the section that opens, from 1; for a return the depth of the section returned to.
    var depth: Int { Int(level) }
    /// Index into the headings; nil for a section without heading and for a return.
    var heading: Int? { number == .max ? nil : Int(number) }
  }

  /// Where the text itself breaks off, at the start of a paragraph.
  enum Break: Sendable {
    /// A chapter without heading begins.
    case chapter(SectionKind)
    /// A stretch of problems begins below the chapter.
    case problems
    /// The text goes on at the chapter's level.
    case chapterText
    /// The text goes on after items and run-in headings.
    case plainText
  }

  private struct Level {
    var style: Numbering.Style
    var number: Int
    var level = 0
    var heading: Int?
  }

  /// Deeper headings are kept as siblings at this depth, so that no input nests without bound.
  static let deepest = 12
  /// How far a restarted numbering is followed to see whether the outer one goes on after it.
  static let lookAhead = 64

  private let headings: [Heading]
  /// For each heading the next of its style.
  private var nextOfStyle: [UInt32?]
  private var stack: [Level] = []
  private var parentOfStyle = StyleTable<Numbering.Style?>(nil)
  private(set) var events: [Event] = []

  /// - Parameters:
  ///   - breaks: by paragraph.
  ///   - starts: where each paragraph starts.
  static func events(
    _ headings: [Heading], breaks: [Int: Break], starts: (Int) -> Int, paragraphCount: Int
  ) -> [Event] {
    var tree = HeadingTree(headings)
    tree.openPreamble(paragraphCount: paragraphCount, start: starts(0))
    let breakParagraphs = breaks.keys.sorted()
    var nextBreak = 0
    func breakOff(_ tree: inout HeadingTree, through paragraph: Int) {
      while nextBreak < breakParagraphs.count, breakParagraphs[nextBreak] <= paragraph {
        let at = breakParagraphs[nextBreak]
        if let found = breaks[at] { tree.breakOff(found, at: starts(at)) }
        nextBreak += 1
      }
    }
    for (i, heading) in headings.enumerated() {
      breakOff(&tree, through: heading.paragraph)
      tree.open(i)
      if let end = heading.end, i + 1 == headings.count || headings[i + 1].paragraph != heading.paragraph {
        tree.close(at: end)
      }
    }
    breakOff(&tree, through: paragraphCount)
    return tree.events
  }

  private init(_ headings: [Heading]) {
    self.headings = headings
    events.reserveCapacity(headings.count + 16)
    stack.reserveCapacity(Self.deepest)
    nextOfStyle = Array(repeating: nil, count: headings.count)
    var next = StyleTable<UInt32?>(nil)
    for i in headings.indices.reversed() where headings[i].end == nil {
      nextOfStyle[i] = next[headings[i].style]
      next[headings[i].style] = UInt32(i)
    }
  }

  /// Text before the first heading is a section without heading; items and run-in headings stay within it.
  private mutating func openPreamble(paragraphCount: Int, start: Int) {
    if let first = headings.first(where: { $0.style < .ordinal }), first.paragraph == 0 { return }
    push(Level(style: .preamble, number: 0, heading: nil), at: start)
  }

  private mutating func open(_ index: Int) {
    let heading = headings[index]
    if heading.style < .ordinal, stack.first?.style == .preamble { stack.removeAll(keepingCapacity: true) }
    if let stretch = stack.lastIndex(where: { $0.style == .stretch }), heading.style != .item, !heading.isAnnounced,
      !stack[stretch...].contains(where: { $0.style == heading.style })
    {
      stack.removeSubrange(stretch...)
    }
    if heading.end != nil {
      // Items of one sentence are siblings below whatever the sentence stands in.
      if stack.last?.heading.map({ headings[$0].end != nil && headings[$0].paragraph == heading.paragraph }) == true {
        stack.removeLast()
      }
    } else if heading.level > 0, stack.contains(where: { $0.level > 0 }) {
      // Levels of markup are told; numbers need not be compared.
      if let depth = stack.firstIndex(where: { $0.level >= heading.level }) { stack.removeSubrange(depth...) }
    } else if let depth = stack.lastIndex(where: { $0.style == heading.style }) {
      if !isNested(index, in: stack[depth]) { stack.removeSubrange(depth...) }
    } else if heading.isAnnounced, let top = stack.last, top.style >= .runIn, heading.style > .hanInBrackets {
      // The sentence before announces the list.
    } else {
      while let top = stack.last, top.style > heading.style, !goesOn(top, after: index),
        top.style >= .ordinal || parentOfStyle[heading.style] != top.style
      {
        stack.removeLast()
      }
    }
    if heading.end == nil, let parent = stack.last?.style { parentOfStyle[heading.style] = parent }
    push(Level(style: heading.style, number: heading.number, level: heading.level, heading: index), at: heading.start)
  }

  private mutating func push(_ level: Level, at start: Int, kind: SectionKind? = nil) {
    if stack.count >= Self.deepest { stack.removeSubrange((Self.deepest - 1)...) }
    stack.append(level)
    events.append(Event(start: start, depth: stack.count, heading: level.heading, kind: kind))
  }

  /// Ends the items of a sentence at its paragraph's end.
  private mutating func close(at end: Int) {
    stack.removeLast()
    events.append(Event(start: end, depth: stack.count, isReturn: true))
  }

  /// Whether the numbering of an open level goes on at the next heading of its style.
  private func goesOn(_ level: Level, after index: Int) -> Bool {
    guard level.number > 0, let heading = level.heading, let next = nextOfStyle[heading].map(Int.init), next > index
    else {
      return false
    }
    return headings[next].number == level.number + 1
  }

  /// Whether a numbering that starts again is nested in the level of its own style.
  private func isNested(_ index: Int, in level: Level) -> Bool {
    guard headings[index].number == 1, level.number > 0 else { return false }
    var last = index
    for _ in 0..<Self.lookAhead {
      guard let next = nextOfStyle[last].map(Int.init) else { return false }
      if headings[next].number != headings[last].number + 1 { return headings[next].number == level.number + 1 }
      last = next
    }
    return false
  }

  private mutating func breakOff(_ found: Break, at start: Int) {
    switch found {
    case .chapter(let kind):
      // The next chapter of the broken one's style is its sibling.
      var level = stack.first ?? Level(style: .preamble, number: 0, heading: nil)
      level.heading = nil
      stack.removeAll(keepingCapacity: true)
      push(level, at: start, kind: kind)
    case .problems:
      if stack.count > 1 { stack.removeSubrange(1...) }
      push(Level(style: .stretch, number: 0, heading: nil), at: start, kind: .problems)
    case .chapterText: returnTo(min(stack.count, 1), at: start)
    case .plainText:
      var depth = stack.count
      while depth > 0, stack[depth - 1].style >= .ordinal { depth -= 1 }
      returnTo(depth, at: start)
    }
  }

  private mutating func returnTo(_ depth: Int, at start: Int) {
    guard depth < stack.count else { return }
    stack.removeSubrange(depth...)
    events.append(Event(start: start, depth: depth, isReturn: true))
  }
}

/// A value for each style of numbering.
private struct StyleTable<Value> {
  private var values: [Value]

  init(_ value: Value) { values = Array(repeating: value, count: Numbering.Style.allCases.count) }

  subscript(style: Numbering.Style) -> Value {
    get { values[Int(style.rawValue)] }
    set { values[Int(style.rawValue)] = newValue }
  }
}
