import Testing

@testable import ReportReading

/// What holds for the outline of any text.
struct OutlinePropertyTests {
  /// A small generator with a fixed sequence for each seed.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let pieces = [
    "一、", "二、", "三、", "（一）", "（二）", "1、", "2.", "（1）", "①", "第一，", "第二部分", "一是", "二是", "附件", "目录", "名词解释", "各位代表：",
    "2019年工作回顾", "2020年工作安排", "今后五年", "加强政府自身建设", "我们清醒地看到存在的问题", "主要预期目标是：", "增长8%", "。", "；", "：", "，", "\n", "\n",
    "加快发展。", neutral, past, future, "a", " ", "é", "𠀀", "、",
  ]

  private static func check(_ text: NormalisedText, _ outline: Outline) {
    let sections = outline.sections
    #expect(sections.count == outline.nodes.count && !sections.isEmpty)
    #expect(outline.sectionOfParagraph.count == text.paragraphs.count)
    var endOfDepth: [Int: Int] = [:]
    for (i, node) in outline.nodes.enumerated() {
      let depth = sections[i].depth
      #expect(depth >= 1 && depth <= HeadingTree.deepest)
      #expect(node.heading.isEmpty || node.range.contains(node.heading.lowerBound))
      #expect(sections[i].source == text.source(node.range))
      if let parent = sections[i].parent {
        #expect(parent < i && sections[parent].depth == depth - 1)
        #expect(outline.nodes[parent].range.lowerBound <= node.range.lowerBound)
        #expect(outline.nodes[parent].range.upperBound >= node.range.upperBound)
      } else {
        #expect(depth == 1)
      }
      #expect(node.range.lowerBound >= endOfDepth[depth] ?? 0)
      endOfDepth[depth] = node.range.upperBound
    }
    for (i, paragraph) in text.paragraphs.enumerated() {
      #expect(outline.nodes[Int(outline.sectionOfParagraph[i])].range.contains(paragraph.lowerBound))
      let offset = paragraph.upperBound - 1
      #expect(outline.nodes[outline.section(at: offset)].range.contains(offset))
      _ = outline.isMainTargets(i)
      _ = outline.looksAhead(at: offset)
    }
  }

  @Test(arguments: 0..<60)
  func holdsForRandomText(seed: Int) throws {
    var random = Random(state: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 1...120, using: &random) { text += Self.pieces.randomElement(using: &random) ?? "" }
    guard let (normalised, outline) = try? outline(text) else { return }
    Self.check(normalised, outline)
  }

  @Test func deepAndLongInputsStayBounded() throws {
    let nested = String(repeating: "一、标题\n（一）标题\n1、标题\n（1）标题\n①标题\n第一，标题\n\(neutral)\n", count: 500)
    let (normalised, outline) = try outline(nested)
    Self.check(normalised, outline)
    let items = String(repeating: "一是发展。", count: 5000)
    let (normalisedItems, outlineOfItems) = try ReportReadingTests.outline(items)
    Self.check(normalisedItems, outlineOfItems)
  }

  @Test func anyBytesAreRead() {
    var random = Random(state: 7)
    let bytes = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &random) }
    for i in bytes.indices where i % 7 == 0 {
      _ = Numbering.parse(bytes, in: i..<min(bytes.count, i + 30))
      _ = Sentence(bytes, from: i..<min(bytes.count, i + 90))
      _ = HeadingWords(bytes, i..<min(bytes.count, i + 90))
      _ = ParagraphFeatures(bytes, WordPlaces(bytes), paragraph: i..<min(bytes.count, i + 90))
      _ = ItemScanner.starts(in: bytes, i..<min(bytes.count, i + 90), WordPlaces(bytes))
    }
  }
}
