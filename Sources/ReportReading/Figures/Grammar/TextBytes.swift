extension Span<UInt8> {
  /// Whether a text stands at an offset.
  @inline(__always)
  func hasText(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start <= count &- text.utf8CodeUnitCount else { return false }
    // Unsafe because it is read unchecked: the line above has made sure that as many bytes follow.
    return unsafe text.isEqual {
      unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ $0, as: UInt32.self)
    } and: {
      unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ $0, as: UInt16.self)
    } and: {
      unsafe bytes.unsafeLoad(fromUncheckedByteOffset: start &+ $0, as: UInt8.self)
    }
  }
}

extension StaticString {
  /// Whether it is what some bytes are, compared four, two and one at a time from the end, where characters differ most.
  /// - Parameters: the bytes from an offset within the string's length.
  @unsafe
  @inline(__always)
  func isEqual(
    fours: (Int) -> UInt32, and twos: (Int) -> UInt16, and one: (Int) -> UInt8
  ) -> Bool {
    // Unsafe because a static string gives out a pointer; it is read within its length.
    let own = unsafe UnsafeRawPointer(utf8Start)
    var at = utf8CodeUnitCount
    while at >= 4 {
      at &-= 4
      if unsafe own.loadUnaligned(fromByteOffset: at, as: UInt32.self) != fours(at) { return false }
    }
    if at >= 2 {
      at &-= 2
      if unsafe own.loadUnaligned(fromByteOffset: at, as: UInt16.self) != twos(at) { return false }
    }
    return unsafe at == 0 || own.load(as: UInt8.self) == one(0)
  }

  /// The same for bytes behind an address.
  @unsafe
  @inline(__always)
  func isEqual(_ bytes: UnsafePointer<UInt8>) -> Bool {
    let bytes = unsafe UnsafeRawPointer(bytes)
    return unsafe isEqual {
      unsafe bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)
    } and: {
      unsafe bytes.loadUnaligned(fromByteOffset: $0, as: UInt16.self)
    } and: {
      unsafe bytes.load(fromByteOffset: $0, as: UInt8.self)
    }
  }
}

extension [UInt8] {
  /// Whether a text stands at an offset. A literal's length and bytes are known to the compiler: this costs a compare.
  @inline(__always)
  func hasText(_ text: StaticString, at start: Int) -> Bool { span.hasText(text, at: start) }

  /// The character that begins at an offset of valid UTF-8, with its width in bytes; nil at the end.
  @inline(__always)
  func scalar(at i: Int) -> (Unicode.Scalar, Int)? {
    let (value, width) = span.characterOrEnd(at: i)
    return width > 0 ? (Unicode.Scalar(value) ?? "\u{FFFD}", width) : nil
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the characters of a text.
  @inline(__always)
  func isOne(of characters: StaticString) -> Bool {
    // Unsafe because a static string gives out a pointer; it is read within its length.
    let bytes = unsafe UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
    var at = 0
    if value >= 0x800, value < 0x10000 {
      // Three bytes, as nearly always: compared as they are.
      let (first, second, third) = (
        UInt8(0xE0 | value >> 12), UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)
      )
      while at + 2 < bytes.count {
        let lead = unsafe bytes[at]
        if lead == first, unsafe bytes[at + 1] == second, unsafe bytes[at + 2] == third { return true }
        at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      }
      return false
    }
    while let (next, width) = unsafe bytes.scalar(at: at) {
      if next == self { return true }
      at += width
    }
    return false
  }
}
