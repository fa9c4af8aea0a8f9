/// Looks for the ends of lines, eight bytes at a time.
enum LineEnds {
  /// The first place from a position on where a line may end: a control character or the first byte of a separator; or the
  /// end of the text.
  static func skip(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    precondition(position >= 0)
    while position <= bytes.count - 8 {
      // Unsafe because this is unchecked: the line above has made sure of eight bytes.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      if holdsZero(word & 0xF0F0_F0F0_F0F0_F0F0) || holdsZero(word ^ 0xE2E2_E2E2_E2E2_E2E2) { break }
      position += 8
    }
    while position < bytes.count, bytes[position] >= 0x10, bytes[position] != 0xE2 { position += 1 }
    return position
  }

  /// Whether one of the eight bytes is zero (Warren, Hacker's Delight, 6-1).
  @inline(__always)
  private static func holdsZero(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }
}
