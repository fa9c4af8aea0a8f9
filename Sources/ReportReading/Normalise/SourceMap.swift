/// Where the characters of a normalised text come from.
///
/// Nearly all of them follow one another as they do in the source, with as many bytes as there. Such a run is kept as
/// one entry; a character that takes more or fewer bytes than in the source has an entry of its own.
struct SourceMap: Sendable, Equatable {
  private struct Run: Sendable, Equatable {
    /// Of the first byte in the normalised text.
    var offset: UInt32
    /// Of the first byte in the source.
    var start: UInt32
    /// Behind the one character in the source; 0 for a run whose bytes follow one another as in the source.
    var end: UInt32

    var isCopy: Bool { end == 0 }
  }
  private var runs: [Run] = []
  /// Bytes of the normalised text.
  private(set) var count = 0
  /// Source offset minus normalised offset in the last run where it is a copy; else no number that occurs.
  private var shift = Int.min

  /// Adds a character.
  /// - Parameters:
  ///   - length: its bytes in the normalised text.
  ///   - start: its first byte in the source.
  ///   - end: behind its last byte in the source.
  @inline(__always)
  mutating func append(_ length: Int, from start: Int, to end: Int) {
    if start - count != shift || end - start != length { open(length, from: start, to: end) }
    count += length
  }

  /// Adds a line feed, which stands for nothing behind the last character.
  mutating func appendLineFeed(behind end: Int) { append(1, from: end, to: end + 1) }

  @inline(never)
  private mutating func open(_ length: Int, from start: Int, to end: Int) {
    let isCopy = end - start == length
    runs.append(
      Run(
        offset: UInt32(truncatingIfNeeded: count), start: UInt32(truncatingIfNeeded: start),
        end: isCopy ? 0 : UInt32(truncatingIfNeeded: end)))
    shift = isCopy ? start - count : .min
  }

  /// Where in the source the character starts that starts at an offset of the normalised text.
  func start(of offset: Int) -> Int {
    guard let run = run(at: offset) else { return 0 }
    return run.isCopy ? Int(run.start) + offset - Int(run.offset) : Int(run.start)
  }

  /// Where in the source the character ends that ends at an offset of the normalised text.
  func end(of offset: Int) -> Int {
    guard let run = run(at: offset - 1) else { return 0 }
    return run.isCopy ? Int(run.start) + offset - Int(run.offset) : Int(run.end)
  }

  /// Where in the source a stretch of whole characters comes from: mostly from one run.
  func range(of stretch: Range<Int>) -> Range<Int> {
    let next = Self.first(of: runs) { Int($0.offset) > stretch.lowerBound }
    guard next > 0, runs[next - 1].isCopy else { return start(of: stretch.lowerBound)..<end(of: stretch.upperBound) }
    let shift = Int(runs[next - 1].start) - Int(runs[next - 1].offset)
    let isOfOne = next == runs.count || Int(runs[next].offset) >= stretch.upperBound
    return stretch.lowerBound + shift..<(isOfOne ? stretch.upperBound + shift : end(of: stretch.upperBound))
  }

  /// Where in the source the last character ends.
  var end: Int {
    guard let last = runs.last else { return 0 }
    return last.isCopy ? Int(last.start) + count - Int(last.offset) : Int(last.end)
  }

  /// Where in the normalised text the first character stands that starts at an offset of the source or behind it.
  func offset(ofSource source: Int) -> Int {
    let next = Self.first(of: runs) { Int($0.start) >= source }
    let offset = next < runs.count ? Int(runs[next].offset) : count
    guard next > 0, runs[next - 1].isCopy else { return offset }
    return min(offset, Int(runs[next - 1].offset) + source - Int(runs[next - 1].start))
  }

  /// The run that an offset lies in.
  private func run(at offset: Int) -> Run? {
    let next = Self.first(of: runs) { Int($0.offset) > offset }
    return next > 0 ? runs[next - 1] : nil
  }

  /// The first of the runs from which on a condition holds.
  @inline(__always)
  private static func first(of runs: [Run], where holds: (Run) -> Bool) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if holds(runs[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
