/// A table for people: columns padded to the width that their cells take on a terminal.
///
/// Cells may hold anything; they are made safe for a terminal here and nowhere else.
struct TextTable {
  struct Column {
    var title: String
    var alignment: Alignment = .left
    /// Longer cells are cut with `…`; nil leaves them whole.
    var limit: Int?
  }

  enum Alignment {
    case left, right
  }

  private struct Cell {
    var text: String
    var width: Int

    init(_ text: String) {
      self.text = text
      width = DisplayWidth.of(text)
    }
  }

  private var columns: [Column]
  private var rows: [[Cell]] = []
  /// Columns that are repeated when the table is broken to fit a terminal.
  var leadingColumns = 1

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; missing cells are empty.
  mutating func add(_ cells: [String]) {
    let safe = cells.enumerated().map { index, cell in
      let text = SafeText.oneLine(cell)
      guard index < columns.count, let limit = columns[index].limit else { return Cell(text) }
      return Cell(DisplayWidth.cut(text, to: limit))
    }
    rows.append(safe)
  }

  /// The lines of the table, without trailing spaces.
  /// - Parameters:
  ///   - style: how headers are marked.
  ///   - width: the terminal's columns; a wider table is broken into blocks that repeat the leading columns.
  ///     Nil never breaks.
  func lines(style: Style = .plain, width: Int? = nil) -> [String] {
    let widths = columns.indices.map { column in
      rows.reduce(DisplayWidth.of(columns[column].title)) { widest, row in
        column < row.count ? max(widest, row[column].width) : widest
      }
    }
    var lines: [String] = []
    for block in blocks(widths: widths, fitting: width) {
      if !lines.isEmpty { lines.append("") }
      lines.append(style.header(line(columns.map { Cell(SafeText.oneLine($0.title)) }, in: block, widths: widths)))
      lines += rows.map { line($0, in: block, widths: widths) }
    }
    return lines
  }

  func write(to output: Output, style: Style, width: Int? = nil) throws(OutputError) {
    for line in lines(style: style, width: width) { try output.line(line) }
  }

  /// Which columns stand side by side: all of them, or as many as fit beside the leading ones.
  private func blocks(widths: [Int], fitting width: Int?) -> [[Int]] {
    let all = Array(columns.indices)
    guard let width, all.count > leadingColumns, widths.reduce(0, { $0 + $1 + 2 }) - 2 > width else { return [all] }
    let leading = Array(all.prefix(leadingColumns))
    let start = leading.reduce(0) { $0 + widths[$1] + 2 }
    var blocks: [[Int]] = []
    var block = leading
    var used = start
    for column in all.dropFirst(leadingColumns) {
      if used + widths[column] > width, block.count > leading.count {
        blocks.append(block)
        block = leading
        used = start
      }
      block.append(column)
      used += widths[column] + 2
    }
    return blocks + [block]
  }

  private func line(_ cells: [Cell], in block: [Int], widths: [Int]) -> String {
    var line: [UInt8] = []
    // Spaces are written before what follows them, so that none trail.
    var spaces = 0
    for (place, column) in block.enumerated() {
      if place > 0 { spaces += 2 }
      let cell = column < cells.count ? cells[column] : Cell("")
      let padding = max(0, widths[column] - cell.width)
      if columns[column].alignment == .right { spaces += padding }
      if !cell.text.isEmpty {
        line.append(contentsOf: repeatElement(UInt8(ascii: " "), count: spaces))
        line.append(contentsOf: cell.text.utf8)
        spaces = 0
      }
      if columns[column].alignment == .left { spaces += padding }
    }
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
