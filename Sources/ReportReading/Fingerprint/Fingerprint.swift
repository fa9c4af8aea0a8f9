/// A signature of a text's content, by which copies of a report are found.
///
/// The minimum hash of each of 128 parts of the set of runs of five characters (one permutation, Li, Owen and Zhang
/// 2012, with empty parts filled from the next): the share of equal minima of two signatures estimates the share of
/// runs that the texts have in common (Jaccard). Only Chinese characters, Latin letters and digits that are searched for
/// count, so that copies with other punctuation, spaces, line breaks or characters of the other script agree.
public struct Fingerprint: Sendable, Hashable {
  /// How many minima a signature has.
  public static let size = 128
  /// Runs of this many characters are compared.
  static let run = 5
  /// Neighbouring minima that make one band.
  static let rowsPerBand = 4
  /// A text with fewer runs has no signature: too little to tell one text from another.
  static let minimumRuns = 64

  /// ``size`` minima, or none for a short text.
  public let minima: [UInt32]

  /// The signature of a normalised text.
  /// - Parameter texts: UTF-8, in parts.
  public init(of texts: [[UInt8]]) { self.init(of: SearchCharacters(of: texts)) }

  /// The same of a text's characters.
  public init(of characters: SearchCharacters) {
    var minima = InlineArray<128, UInt32>(repeating: .max)
    // The last five letters, and the hash of them.
    var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    var rolling: UInt64 = 0
    var count = 0
    for character in characters.all where Self.isLetter(character) {
      let letter = UInt64(character)
      rolling = rolling &* Self.base &+ letter &- window.0 &* Self.baseToRun
      window = (window.1, window.2, window.3, window.4, letter)
      count &+= 1
      guard count >= Self.run else { continue }
      let hash = Self.mixed(rolling)
      let part = Int(hash >> 57)
      let rest = UInt32(truncatingIfNeeded: hash)
      // Because the seven highest bits make a number below 128. Few are less than the least before them.
      if unsafe rest < minima[unchecked: part] { unsafe minima[unchecked: part] = rest }
    }
    let all = minima.indices.map { minima[$0] }
    self.minima = count - Self.run + 1 < Self.minimumRuns ? [] : Self.filled(all)
  }

  /// A signature as stored: ``size`` numbers of four bytes, the lowest byte first; anything else is none.
  public init(stored bytes: [UInt8]) {
    guard bytes.count == Self.size * 4 else {
      minima = []
      return
    }
    minima = (0..<Self.size).map { i in
      (0..<4).reduce(0) { $0 | UInt32(bytes[i * 4 + $1]) << UInt32($1 * 8) }
    }
  }

  /// The signature as ``init(stored:)`` reads it.
  public var stored: [UInt8] {
    minima.flatMap { minimum in (0..<4).map { UInt8(truncatingIfNeeded: minimum >> UInt32($0 * 8)) } }
  }

  /// The estimated share of content in common, 0 to 1; 0 where either has no signature. Its standard error is at most
  /// 0.045.
  public func similarity(to other: Fingerprint) -> Double {
    guard !minima.isEmpty, minima.count == other.minima.count else { return 0 }
    return Double(zip(minima, other.minima).count { $0 == $1 }) / Double(minima.count)
  }

  /// ``similarity(to:)`` another as it is stored, without reading it first: nearly all that are compared are not alike.
  public func similarity(toStored bytes: Span<UInt8>) -> Double {
    guard !minima.isEmpty, bytes.count == Self.size * 4 else { return 0 }
    let stored = unsafe bytes.bytes
    var equal = 0
    for i in minima.indices {
      // Because there are four bytes for each of them, as the line above has made sure.
      let minimum = unsafe stored.unsafeLoadUnaligned(fromUncheckedByteOffset: i * 4, as: UInt32.self).littleEndian
      equal &+= minimum == minima[i] ? 1 : 0
    }
    return Double(equal) / Double(minima.count)
  }

  /// Keys of which two similar texts share at least one: with 60 % in common in 99 of 100 cases, with 80 % practically
  /// always (32 bands of 4).
  public var bands: [Int64] {
    stride(from: 0, to: minima.count, by: Self.rowsPerBand).map { start in
      let hash = minima[start..<start + Self.rowsPerBand].reduce(UInt64(start)) {
        Self.mixed($0 &* Self.base &+ UInt64($1))
      }
      return Int64(bitPattern: hash)
    }
  }

  /// Empty parts take the minimum of the next part that has one, so that short texts can be compared too.
  private static func filled(_ minima: [UInt32]) -> [UInt32] {
    var filled = minima
    for i in minima.indices where minima[i] == .max {
      let distance = (1..<size).first { minima[(i + $0) % size] != .max } ?? 0
      // Mixed with the distance, so that a filled part agrees only where it was filled from the same place.
      let borrowed = UInt64(minima[(i + distance) % size]) &+ UInt64(distance) &* base
      filled[i] = UInt32(truncatingIfNeeded: mixed(borrowed))
    }
    return filled
  }

  /// Whether a character that is searched for counts: all but Greek letters and the signs % ‰ ℃.
  @inline(__always)
  private static func isLetter(_ character: UInt32) -> Bool { character >= 0x3400 || character &- 0x30 < 0x50 }

  private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15
  private static var baseToRun: UInt64 { base &* base &* base &* base &* base }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
  private static func mixed(_ x: UInt64) -> UInt64 {
    var x = x
    x = (x ^ (x >> 30)) &* 0xbf58_476d_1ce4_e5b9
    x = (x ^ (x >> 27)) &* 0x94d0_49bb_1331_11eb
    return x ^ (x >> 31)
  }
}
