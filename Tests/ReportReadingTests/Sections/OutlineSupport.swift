@testable import ReportReading

/// The outline of a text, read through the stages before it.
func outline(_ text: String) throws -> (text: NormalisedText, outline: Outline) {
  let source = try SourceText(decoding: Array(text.utf8))
  let normalised = NormalisedText(CleanedLines(source), of: source)
  return (normalised, Outline(normalised))
}

/// The sections as lines: two spaces for each level below the first, kind, heading.
func lines(of text: String) throws -> [String] {
  try outline(text).outline.sections.map {
    String(repeating: "  ", count: $0.depth - 1) + $0.kind.rawValue + ($0.heading.isEmpty ? "" : " " + $0.heading)
  }
}

/// Body text that neither looks back nor ahead, long enough to be no heading.
let neutral = "这一段文字用来充当正文，它说明有关情况和具体内容，没有标题的样子，也不带任何时态的词语，只求长短合适。"
/// A paragraph of work done.
let past = "过去一年，全市上下共同奋斗，地区生产总值同比增长百分之八，荣获国家卫生城市称号，顺利完成了各项工作，取得了明显成效。"
/// A paragraph of work ahead.
let future = "今年我们要大力发展现代产业，力争新增规模以上工业企业三十家以上，鼓励企业做大做强，确保完成全年任务，继续办好民生实事。"
