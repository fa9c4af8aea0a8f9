extension Span<UInt8> {
  /// Whether a text stands at an offset.
  @inline(__always)
  func hasText(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start <= count &- text.utf8CodeUnitCount else { return false }
    // Unsafe because it is read unchecked: the line above has made sure that as many bytes follow.
    return unsafe withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { return true }
      return unsafe text.isEqual(first + start)
    }
  }
}

extension StaticString {
  /// Whether it is what stands behind an address, compared four, two and one byte at a time from the end, where characters
  /// differ most.
  /// - Parameter bytes: as many as the string has.
  @unsafe
  @inline(__always)
  func isEqual(_ bytes: UnsafePointer<UInt8>) -> Bool {
    // Unsafe because a static string gives out a pointer; both are read within its length.
    let (own, bytes) = unsafe (UnsafeRawPointer(utf8Start), UnsafeRawPointer(bytes))
    var at = utf8CodeUnitCount
    while at >= 4 {
      at &-= 4
      if unsafe own.loadUnaligned(fromByteOffset: at, as: UInt32.self)
        != bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      {
        return false
      }
    }
    if at >= 2 {
      at &-= 2
      if unsafe own.loadUnaligned(fromByteOffset: at, as: UInt16.self)
        != bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)
      {
        return false
      }
    }
    return unsafe at == 0 || own.load(as: UInt8.self) == bytes.load(as: UInt8.self)
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
