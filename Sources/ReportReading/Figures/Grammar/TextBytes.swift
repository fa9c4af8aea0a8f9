extension Span<UInt8> {
  /// Whether a text stands at an offset.
  @inline(__always)
  func hasText(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    // Unsafe because a static string gives out a pointer; it is read within its length.
    let text = unsafe UnsafeBufferPointer(start: text.utf8Start, count: length)
    for i in 0..<length where unsafe self[start + i] != text[i] { return false }
    return true
  }
}

extension [UInt8] {
  /// Whether a text stands at an offset. A literal's length and bytes are known to the compiler: this costs a compare.
  @inline(__always)
  func hasText(_ text: StaticString, at start: Int) -> Bool { span.hasText(text, at: start) }
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
