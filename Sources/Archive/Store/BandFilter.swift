/// Which bands are in `fingerprint_band` for certain not: a Bloom filter, so that most bands of a new report need not be looked for.
///
/// The table's keys are hashes, and each look costs a page that is nowhere near the last one's. Two thirds of the bands of generated
/// reports are in no other, and practically all of real ones.
struct BandFilter {
  /// A part is twice as large as the one before, so that few are asked.
  private struct Part {
    var bits: [UInt64]
    var count = 0

    init(words: Int) { bits = [UInt64](repeating: 0, count: words) }

    /// Twelve bits for a band and four of them set: of bands that are not in it, one in 150 seems to be.
    var isFull: Bool { count * 12 >= bits.count * 64 }

    mutating func insert(_ band: Int64) {
      count += 1
      for probe in 0..<4 {
        let bit = Self.bit(band, probe, of: bits.count)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }

    func mayHold(_ band: Int64) -> Bool {
      for probe in 0..<4 {
        let bit = Self.bit(band, probe, of: bits.count)
        if bits[bit >> 6] & 1 << UInt64(bit & 63) == 0 { return false }
      }
      return true
    }

    /// Bands are hashes; further ones are made of their two halves (Kirsch and Mitzenmacher 2006).
    private static func bit(_ band: Int64, _ probe: Int, of words: Int) -> Int {
      Int(truncatingIfNeeded: band &+ Int64(probe) &* (band >> 32 | 1)) & (words * 64 - 1)
    }
  }

  private var parts = [Part(words: 1 << 13)]
  /// The largest part has 16 MB, all have 32: a filter for some 700,000 reports. It knows nothing of more.
  private static let mostWords = 1 << 21
  private var isComplete = true

  mutating func insert(_ band: Int64) {
    let last = parts.count - 1
    if parts[last].isFull {
      let words = parts[last].bits.count * 2
      if words > Self.mostWords { isComplete = false } else { parts.append(Part(words: words)) }
    }
    if isComplete { parts[parts.count - 1].insert(band) }
  }

  /// Whether the band may have been inserted; false is certain.
  func mayHold(_ band: Int64) -> Bool { !isComplete || parts.contains { $0.mayHold(band) } }
}
