/// A set of characters of the basic multilingual plane, a bit for each: small enough to stay in the first cache.
///
/// For tables that are built once: the memory of a set lives as long as the program, so that looking into it counts no
/// references.
@safe
struct ScalarSet: @unchecked Sendable {
  // Unchecked because the memory is written in `init` only.
  private let bits: UnsafePointer<UInt64>

  init(_ scalars: some Sequence<UInt32>) {
    // Unsafe because the memory is unmanaged: 1,024 words of 64 bits, never freed.
    let bits = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << 10)
    unsafe bits.initialize(repeating: 0, count: 1 << 10)
    for scalar in scalars where scalar < 0x10000 {
      unsafe bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    }
    unsafe self.bits = UnsafePointer(bits)
  }

  init(_ characters: String) { self.init(characters.unicodeScalars.map(\.value)) }

  /// The characters in the set, in order.
  var members: [UInt32] {
    var members: [UInt32] = []
    for word in 0..<1 << 10 {
      // Unsafe because the pointer is read unchecked: there are 1,024 words.
      var rest = unsafe bits[word]
      while rest != 0 {
        members.append(UInt32(word << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return members
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    // Unsafe because the pointer is read unchecked: below 0x10000 the index is below 1,024.
    guard scalar < 0x10000 else { return false }
    return unsafe bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
  }

  /// Whether a character of three bytes is in the set; false for what is none.
  /// - Parameter bytes: as they stand in the text, the first the lowest, and anything behind them.
  @inline(__always)
  func contains(threeBytes bytes: UInt32) -> Bool {
    guard bytes & 0xF0 == 0xE0 else { return false }
    // Unsafe because the pointer is read unchecked: the index has ten bits.
    let word = unsafe bits[Int((bytes & 0x0F) << 6 | bytes >> 8 & 0x3F)]
    return word & 1 << UInt64(bytes >> 16 & 0x3F) != 0
  }

  @inline(__always)
  func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }
}

extension Span<UInt8> {
  /// Behind the characters of a set that follow an offset one after another, as far as they are of three bytes; those of the
  /// last four bytes may not be looked at.
  @inline(__always)
  func end(of set: ScalarSet, from start: Int, to end: Int) -> Int {
    precondition(start >= 0)
    let last = Swift.min(end &- 3, count &- 4)
    var at = start
    while at <= last {
      // Unsafe because this is unchecked: the line above has made sure that four bytes follow.
      let four = unsafe self.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self)
      guard set.contains(threeBytes: UInt32(littleEndian: four)) else { break }
      at &+= 3
    }
    return at
  }
}
