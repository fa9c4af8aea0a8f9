/// The lines of the source, each told apart as the report's own text or the site's.
struct CleanedLines: Sendable {
  enum Role: Sendable { case content, blank, chrome, frontMatter }
  struct Line: Sendable {
    /// Byte range in the source, without the line end.
    var source: Range<Int>
    var role: Role
  }
  var lines: [Line]
  /// Values of YAML front matter that identify the report (`title`, `source`…), as ranges in the source.
  var frontMatter: [(key: String, source: Range<Int>)] = []

  init(_ source: SourceText) {
    lines = []
    var start = 0
    for i in 0...source.bytes.count where i == source.bytes.count || source.bytes[i] == 10 {
      lines.append(Line(source: start..<i, role: start == i ? .blank : .content))
      start = i + 1
    }
  }
}
