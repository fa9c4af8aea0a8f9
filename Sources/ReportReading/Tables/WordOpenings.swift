/// What the words of a set begin with, three characters far, as hashes of the bytes in which these stand in a text.
///
/// ``WordStarts`` is asked of every character of a text and tells by two; of the places that it lets through, half hold these
/// two in another word (`建设`). The third character tells nearly all of them apart.
struct WordOpenings: Sendable {
  /// Of the first three characters of words, all of three bytes; of the first two where words have no third one such.
  private(set) var hashes: [UInt16] = []
  /// The first characters of words that are let through whatever follows: of one character, or with others early on.
  private(set) var others: [UInt32] = []

  /// - Parameter characters: of a word or its beginning; of the basic multilingual plane.
  mutating func insert(_ characters: [UInt32]) {
    let wide = characters.prefix(3).prefix { $0 >= 0x800 }.map(Self.utf8)
    switch wide.count {
    case 3:
      let eight = wide[0] | wide[1] << 24 | wide[2] << 48
      hashes.append(Self.hash(ofThree: eight, UInt8(wide[2] >> 16)))
    case 2: hashes.append(Self.hash(ofTwo: wide[0] | wide[1] << 24))
    default: others.append(characters[0])
    }
  }

  func union(_ other: WordOpenings) -> WordOpenings {
    var union = self
    union.hashes += other.hashes
    union.others += other.others
    return union
  }

  /// A character of three bytes, its first byte the lowest.
  private static func utf8(_ character: UInt32) -> UInt64 {
    UInt64(0xE0 | character >> 12) | UInt64(0x80 | character >> 6 & 0x3F) << 8 | UInt64(0x80 | character & 0x3F) << 16
  }

  /// - Parameters:
  ///   - eight: the first eight bytes, the first one the lowest.
  ///   - ninth: the byte behind them.
  @inline(__always)
  static func hash(ofThree eight: UInt64, _ ninth: UInt8) -> UInt16 {
    UInt16(truncatingIfNeeded: (eight &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(ninth) &* 0xC2B2_AE3D_27D4_EB4F) &>> 48)
  }

  /// - Parameter eight: the first six bytes, the first one the lowest, and anything above them.
  @inline(__always)
  static func hash(ofTwo eight: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: ((eight &<< 16) &* 0x9E37_79B9_7F4A_7C15) &>> 48)
  }
}
