/// Looks for the ends of lines, sixteen bytes at a time.
enum LineEnds {
  /// The first place from a position on where a line may end: a control character or a separator; or the end of the text.
  static func skip(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    precondition(position >= 0)
    while position <= bytes.count - 16 {
      // Unsafe because these are unchecked: the line above has made sure of sixteen bytes.
      let found = unsafe candidates(bytes, position)
      let behind = unsafe candidates(bytes, position &+ 8)
      if found | behind == 0 {
        position &+= 16
        continue
      }
      position &+= (found != 0 ? found.trailingZeroBitCount : 64 &+ behind.trailingZeroBitCount) &>> 3
      if mayEnd(bytes, position) { return position }
      position += 1
    }
    while position < bytes.count, !mayEnd(bytes, position) { position += 1 }
    return position
  }

  /// Bits of those of eight bytes with which a line may end, exact in the first of them.
  @unsafe
  @inline(__always)
  private static func candidates(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
    let word = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self))
    return zeroes(in: word & 0xF0F0_F0F0_F0F0_F0F0) | zeroes(in: word ^ 0xE2E2_E2E2_E2E2_E2E2)
  }

  @inline(__always)
  private static func mayEnd(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    let byte = bytes[position]
    guard byte == 0xE2 else { return byte < 0x10 }
    return position + 2 < bytes.count && bytes[position + 1] == 0x80 && bytes[position + 2] & 0xFE == 0xA8
  }

  /// The first bit of the first of eight bytes that is zero, and of some behind it (Warren, Hacker's Delight, 6-1).
  @inline(__always)
  private static func zeroes(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
