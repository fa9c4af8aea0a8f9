internal import ReportReading

/// Two bits of each minimum of fingerprints, by which nearly all that share a band only and are not alike are told without looking
/// for their fingerprints.
struct FingerprintSketches {
  /// Two bits for each of 128 minima.
  typealias Sketch = SIMD4<UInt64>

  /// By 256 reports; zeros where a report is not known.
  private var chunks: [Int64: [Sketch]] = [:]
  /// 32 MB: a million reports. More are looked for.
  private static let mostChunks = 4096

  /// The sketch of a fingerprint as it is stored; nil where it is none.
  static func sketch(ofStored bytes: [UInt8]) -> Sketch? {
    guard bytes.count == Fingerprint.size * 4 else { return nil }
    var sketch = Sketch()
    // The lowest byte of each comes first.
    for index in 0..<Fingerprint.size { sketch[index >> 5] |= UInt64(bytes[index * 4] & 3) << UInt64((index & 31) * 2) }
    return sketch
  }

  mutating func set(_ sketch: Sketch?, of report: Int64) {
    let chunk = report >> 8
    if chunks[chunk] == nil {
      guard sketch != nil, chunks.count < Self.mostChunks else { return }
      chunks[chunk] = [Sketch](repeating: Sketch(), count: 256)
    }
    chunks[chunk]?[Int(report & 255)] = sketch ?? Sketch()
  }

  /// Of how many minima the two bits agree, which is at least as many as agree themselves; nil where the report is not known.
  func agreement(of report: Int64, with sketch: Sketch) -> Int? {
    guard let known = chunks[report >> 8]?[Int(report & 255)], known != Sketch() else { return nil }
    let other = known ^ sketch
    var count = Fingerprint.size
    for index in other.indices {
      count -= ((other[index] | other[index] >> 1) & 0x5555_5555_5555_5555).nonzeroBitCount
    }
    return count
  }
}
