/// Reads UTF-8 byte by byte.
enum UTF8Scanner {
  /// The character that starts at a position of valid UTF-8, and its length in bytes.
  @inline(__always)
  static func scalar(in bytes: [UInt8], at position: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | continuation(bytes, position + 1), 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | continuation(bytes, position + 1) << 6 | continuation(bytes, position + 2), 3)
    }
    let high = (first & 0x07) << 18 | continuation(bytes, position + 1) << 12
    return (high | continuation(bytes, position + 2) << 6 | continuation(bytes, position + 3), 4)
  }

  @inline(__always)
  private static func continuation(_ bytes: [UInt8], _ position: Int) -> UInt32 { UInt32(bytes[position] & 0x3F) }

  /// The length of the well-formed character at a position, or 0 when the bytes there are not well-formed
  /// (The Unicode Standard, table 3-7).
  @inline(__always)
  static func validLength(in bytes: [UInt8], at position: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 { return 1 }
    if first < 0xC2 || first > 0xF4 { return 0 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard position + length <= bytes.count else { return 0 }
    let second = bytes[position + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
      return 0
    default: break
    }
    for offset in 1..<length where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// How many bytes a character takes.
  @inline(__always)
  static func length(_ value: UInt32) -> Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }

  /// Writes a character at a place that has room for it.
  /// - Returns: how many bytes it took.
  @inline(__always)
  static func encode(_ value: UInt32, into bytes: inout MutableSpan<UInt8>, at position: Int) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | value >> shift & 0x3F) }
    if value < 0x80 {
      bytes[position] = UInt8(truncatingIfNeeded: value)
      return 1
    }
    if value < 0x800 {
      bytes[position] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
      bytes[position + 1] = tail(0)
      return 2
    }
    if value < 0x10000 {
      bytes[position] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      bytes[position + 1] = tail(6)
      bytes[position + 2] = tail(0)
      return 3
    }
    bytes[position] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
    bytes[position + 1] = tail(12)
    bytes[position + 2] = tail(6)
    bytes[position + 3] = tail(0)
    return 4
  }

  /// Appends a character.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    let position = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: length(value)))
    var span = bytes.mutableSpan
    _ = encode(value, into: &span, at: position)
  }

  /// U+FFFD in UTF-8.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// What a walk over bytes that may be UTF-8 found.
  struct Survey {
    /// Characters of two bytes and more.
    var multibyte = 0
    /// Places where the bytes are not well-formed; a run of such bytes counts as one.
    var invalid = 0
    var firstInvalid: Int?
    /// Control characters other than tabs and line ends.
    var controls = 0
  }

  static func survey(_ bytes: [UInt8], from start: Int) -> Survey {
    var survey = Survey()
    var position = start
    var inDamage = false
    let span = bytes.span
    while position < span.count {
      let first = span[position]
      if first < 0x80 {
        if first < 0x20, first < 0x09 || first > 0x0D { survey.controls += 1 }
        inDamage = false
        position += 1
        continue
      }
      let characters = ideographs(span, at: position)
      if characters > 0 {
        survey.multibyte += characters
        inDamage = false
        position += 3 * characters
        continue
      }
      // Three bytes of which the first allows any continuation.
      if first > 0xE0, first < 0xED, position + 2 < span.count, span[position + 1] & 0xC0 == 0x80,
        span[position + 2] & 0xC0 == 0x80
      {
        survey.multibyte += 1
        inDamage = false
        position += 3
        continue
      }
      let length = validLength(in: bytes, at: position)
      if length == 0 {
        if !inDamage { survey.invalid += 1 }
        if survey.firstInvalid == nil { survey.firstInvalid = position }
        inDamage = true
        position += 1
      } else {
        survey.multibyte += 1
        inDamage = false
        position += length
      }
    }
    return survey
  }

  /// How many characters of three bytes stand at a position, of which the first is no special case: up to eight.
  @inline(__always)
  private static func ideographs(_ bytes: Span<UInt8>, at position: Int) -> Int {
    guard position >= 0, position <= bytes.count - 24 else { return 0 }
    let raw = unsafe bytes.bytes
    // Unsafe because these are unchecked: the line above has made sure of 24 bytes.
    let first = unsafe UInt64(littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self))
    let second = unsafe UInt64(
      littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: position &+ 8, as: UInt64.self))
    let third = unsafe UInt64(
      littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: position &+ 16, as: UInt64.self))
    let differences = (
      differences(first, leads: 0x00FF_0000_FF00_00FF), differences(second, leads: 0xFF00_00FF_0000_FF00),
      differences(third, leads: 0x0000_FF00_00FF_0000)
    )
    if differences.0 | differences.1 | differences.2 == 0 { return 8 }
    let intact =
      differences.0 != 0
      ? differences.0.trailingZeroBitCount
      : differences.1 != 0
        ? 64 + differences.1.trailingZeroBitCount : 128 + differences.2.trailingZeroBitCount
    return intact / 24
  }

  /// Bits where eight bytes are no part of characters of three bytes; 0 where they are.
  ///
  /// E0 and ED, which do not allow every byte behind them, count as different.
  /// - Parameter leads: all ones where a character begins.
  @inline(__always)
  private static func differences(_ bytes: UInt64, leads: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let kinds = bytes & (leads & (ones &* 0xF0) | ~leads & (ones &* 0xC0))
    let expected = leads & (ones &* 0xE0) | ~leads & (ones &* 0x80)
    // The last four bits of the first bytes, each of which makes a bit of its byte by 0x7F where it is not 0.
    let digits = bytes & leads & (ones &* 0x0F)
    let others = ~leads & ones
    let isNotZero = (digits | others) &+ (ones &* 0x7F)
    let isNotThirteen = (digits ^ (leads & (ones &* 0x0D)) | others) &+ (ones &* 0x7F)
    return kinds ^ expected | ~(isNotZero & isNotThirteen) & (ones &* 0x80)
  }

  /// The bytes from a position on with each run of malformed bytes replaced by U+FFFD.
  static func repaired(_ bytes: [UInt8], from start: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = start
    var inDamage = false
    while position < bytes.count {
      let length = validLength(in: bytes, at: position)
      if length == 0 {
        if !inDamage { result += replacement }
        inDamage = true
        position += 1
      } else {
        result += bytes[position..<position + length]
        inDamage = false
        position += length
      }
    }
    return result
  }
}
