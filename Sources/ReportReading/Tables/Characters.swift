extension RandomAccessCollection<UInt8> where Index == Int {
  /// The character that begins at an offset of valid UTF-8, with its width in bytes; nil at the end.
  @inline(__always)
  func scalar(at i: Int) -> (Unicode.Scalar, Int)? {
    guard i < endIndex else { return nil }
    let first = self[i]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    // Nearly all characters of a report are of three bytes.
    if first >= 0xE0, first < 0xF0, i + 2 < endIndex {
      let value = UInt32(first & 0x0F) << 12 | UInt32(self[i + 1] & 0x3F) << 6 | UInt32(self[i + 2] & 0x3F)
      return (Unicode.Scalar(value) ?? "\u{FFFD}", 3)
    }
    return rareScalar(at: i)
  }

  @inline(never)
  private func rareScalar(at i: Int) -> (Unicode.Scalar, Int)? {
    let first = UInt32(self[i])
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard i + width <= endIndex else { return nil }
    var value = first & (0xFF >> UInt32(width + 1))
    for k in 1..<width { value = value << 6 | UInt32(self[i + k] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}

extension Span<UInt8> {
  /// The character that begins at an offset before the end, with its width in bytes.
  @inline(__always)
  func character(at i: Int) -> (value: UInt32, width: Int) {
    let first = self[i]
    if first < 0x80 { return (UInt32(first), 1) }
    // Nearly all characters of a report are of three bytes.
    if first >= 0xE0, first < 0xF0, i < count - 2 {
      // Unsafe because these are unchecked: the line above has made sure that two bytes follow.
      let middle = unsafe UInt32(self[unchecked: i &+ 1] & 0x3F)
      let last = unsafe UInt32(self[unchecked: i &+ 2] & 0x3F)
      return (UInt32(first & 0x0F) << 12 | middle << 6 | last, 3)
    }
    return rareCharacter(at: i)
  }

  /// The same at the end too, where it is 0 with a width of 0; four bytes are taken at once where they are there.
  @inline(__always)
  func characterOrEnd(at i: Int) -> (value: UInt32, width: Int) {
    guard i >= 0, i &+ 4 <= count else { return i < count ? character(at: i) : (0, 0) }
    // Unsafe because this is unchecked: the line above has made sure that four bytes follow.
    return unsafe character(uncheckedAt: i)
  }

  /// The character that begins at an offset that four bytes follow.
  @unsafe
  @inline(__always)
  func character(uncheckedAt i: Int) -> (value: UInt32, width: Int) {
    unsafe commonCharacter(uncheckedAt: i) ?? rareCharacter(at: i)
  }

  /// The same, where one beyond the basic plane is U+FFFF, which no word holds.
  @unsafe
  @inline(__always)
  func basicCharacter(uncheckedAt i: Int) -> (value: UInt32, width: Int) {
    if let common = unsafe commonCharacter(uncheckedAt: i) { return common }
    let (value, width) = rareCharacter(at: i)
    return (Swift.min(value, 0xFFFF), width)
  }

  /// The same where it has one byte or three; nil for others.
  @unsafe
  @inline(__always)
  private func commonCharacter(uncheckedAt i: Int) -> (value: UInt32, width: Int)? {
    let four = unsafe UInt32(littleEndian: self.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: i, as: UInt32.self))
    if four & 0xF0 == 0xE0 { return (Self.character(ofThree: four), 3) }
    return four & 0x80 == 0 ? (four & 0x7F, 1) : nil
  }

  /// The character of three bytes, the first of which is the lowest, and anything above them.
  @inline(__always)
  static func character(ofThree bytes: UInt32) -> UInt32 {
    (bytes & 0x0F) << 12 | (bytes >> 2 & 0xFC0) | (bytes >> 16 & 0x3F)
  }

  /// How many characters valid UTF-8 has: its bytes that go on with none, eight at a time.
  var characterCount: Int {
    let bytes = unsafe self.bytes
    var goingOn = 0
    var at = 0
    while at <= bytes.byteCount &- 8 {
      let end = Swift.min(bytes.byteCount &- 7, at &+ 8 &* 255)
      // One sum for each of eight places, as long as it fits into a byte.
      var sums: UInt64 = 0
      while at < end {
        // Unsafe because this is unchecked: the end leaves eight bytes.
        let eight = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
        sums &+= (eight & ~(eight &<< 1)) &>> 7 & 0x0101_0101_0101_0101
        at &+= 8
      }
      let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ (sums &>> 8 & 0x00FF_00FF_00FF_00FF)
      goingOn &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    while at < count {
      goingOn += self[at] & 0xC0 == 0x80 ? 1 : 0
      at += 1
    }
    return count - goingOn
  }

  /// One of two or four bytes; a stray byte counts as a character that no table knows, so that any input moves on.
  @inline(never)
  private func rareCharacter(at i: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(self[i])
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard width > 1, i + width <= count else { return (0xFFFF, 1) }
    var value = first & (0xFF >> UInt32(width + 1))
    for k in 1..<width { value = value << 6 | UInt32(self[i + k] & 0x3F) }
    return (value, width)
  }
}
