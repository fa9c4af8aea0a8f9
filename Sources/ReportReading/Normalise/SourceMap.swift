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
    let next = indexOfRun(behind: stretch.lowerBound)
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
    let next = Ascending.first(of: runs.indices, from: source) { Int(runs[$0].start) }
    let offset = next < runs.count ? Int(runs[next].offset) : count
    guard next > 0, runs[next - 1].isCopy else { return offset }
    return min(offset, Int(runs[next - 1].offset) + source - Int(runs[next - 1].start))
  }

  /// The run that an offset lies in.
  private func run(at offset: Int) -> Run? {
    let next = indexOfRun(behind: offset)
    return next > 0 ? runs[next - 1] : nil
  }

  /// The first run that begins behind an offset.
  @inline(__always)
  private func indexOfRun(behind offset: Int) -> Int {
    Ascending.first(of: runs.indices, from: offset + 1) { Int(runs[$0].offset) }
  }
}
