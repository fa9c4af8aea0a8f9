/// A series as a line of blocks, one for each year.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The line: the least number is the lowest block and the greatest the highest; a year without a number is a space, and a
  /// break in definition a bar before its year.
  static func text(_ numbers: [Double?], breaks: [Bool] = []) -> String {
    let stated = numbers.compactMap(\.self)
    guard let least = stated.min(), let most = stated.max() else { return "" }
    var line = ""
    for (index, number) in numbers.enumerated() {
      if index < breaks.count, breaks[index] { line += "¦" }
      guard let number else {
        line += " "
        continue
      }
      let height = most > least ? (number - least) / (most - least) : 0.5
      line.append(blocks[Int((height * Double(blocks.count - 1)).rounded())])
    }
    return line
  }
}
