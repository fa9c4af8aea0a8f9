internal import Synchronization

/// Words of a report: a stretch of its normalised text, or several put together.
///
/// Where `String` compares by canonical equivalence and counts grapheme clusters, normalised text can be compared byte
/// by byte and counted in characters (scalars). Taking a stretch copies nothing and counts no references: the bytes live as
/// long as the ``WordMemory`` of the text, those of literals and tables as long as the program.
@safe
struct Words: @unchecked Sendable {
  // Unchecked because words of tables, which are shared, are never written, and those of a report stay with its reader.

  /// Valid UTF-8.
  private let start: UnsafePointer<UInt8>
  /// Where words put together with these are kept; nil for those of literals and tables.
  private let memory: Unmanaged<WordMemory>?
  // Of 32 bits, because words are copied more than anything else; a report has no 4 GB.
  private let length: UInt32

  @unsafe
  private init(_ start: UnsafePointer<UInt8>, _ length: Int, _ memory: Unmanaged<WordMemory>?) {
    unsafe self.start = start
    unsafe self.memory = memory
    self.length = UInt32(truncatingIfNeeded: length)
  }

  init() { self.init("") }

  /// A stretch of text, cut between characters.
  init(_ memory: WordMemory, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= memory.count, "a stretch of the text")
    unsafe self.init(memory.text + range.lowerBound, range.count, .passUnretained(memory))
  }

  init(_ text: StaticString) {
    // Unsafe because a static string gives out a pointer; the literal lives as long as the program.
    unsafe self.init(text.utf8Start, text.utf8CodeUnitCount, nil)
  }

  /// For tables and tests: the bytes are kept for as long as the program runs. Named, because a literal would be taken for a
  /// `String` rather than a static string, and each of its uses be kept.
  init(keeping text: some StringProtocol) { self = Self.immortal(Array(text.utf8)) }

  private static func immortal(_ text: [UInt8]) -> Words {
    // Unsafe because the memory is unmanaged: as many elements as the text has, never freed.
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(text.count, 1))
    _ = unsafe memory.initialize(fromContentsOf: text)
    return unsafe Words(memory.baseAddress!, text.count, nil)
  }

  /// With the indices of ``range``.
  private var bytes: UnsafeBufferPointer<UInt8> {
    // Unsafe because nothing keeps the bytes alive; it is read within the length.
    unsafe UnsafeBufferPointer(start: start, count: Int(length))
  }

  /// Its bytes, copied.
  var utf8: [UInt8] { unsafe Array(bytes) }

  /// The indices of the words' bytes, for the subscript.
  var range: Range<Int> { 0..<Int(length) }

  var byteCount: Int { Int(length) }

  var isEmpty: Bool { length == 0 }

  /// Calls back with the bytes.
  @inline(__always)
  func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result { unsafe body(Span(_unsafeElements: bytes)) }

  /// In characters.
  var count: Int {
    var count = 0
    // Unsafe because the pointer is read unchecked: within the length.
    for at in range where unsafe start[at] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  var first: Unicode.Scalar? { unsafe isEmpty ? nil : bytes.scalar(at: 0)?.0 }

  var last: Unicode.Scalar? { unsafe isEmpty ? nil : bytes.scalar(at: offset(ofSuffix: 1))?.0 }

  /// Whether the last character is one of some, each of three bytes.
  @inline(__always)
  func lastIsOne(of characters: StaticString) -> Bool {
    let count = characters.utf8CodeUnitCount
    guard length >= 3 else { return false }
    // Unsafe because the pointers are read unchecked: the last three bytes, and as many at a time as the characters have.
    let (last, end) = unsafe (start + Int(length) - 3, characters.utf8Start)
    var at = 0
    while at + 3 <= count {
      if unsafe last[2] == end[at + 2] && last[1] == end[at + 1] && last[0] == end[at] { return true }
      at += 3
    }
    return false
  }

  var lastByte: UInt8? { unsafe isEmpty ? nil : bytes[Int(length) - 1] }

  /// The byte at an offset.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < Int(length), "a byte of the words")
    // Unsafe because the pointer is read unchecked: the line above has checked.
    return unsafe start[offset]
  }

  /// The offset of the first byte of a kind.
  func firstIndex(where isWanted: (UInt8) -> Bool) -> Int? { unsafe bytes.firstIndex(where: isWanted) }

  @inline(__always)
  func hasPrefix(_ text: StaticString) -> Bool { has(text, at: 0) }
  @inline(__always)
  func hasSuffix(_ text: StaticString) -> Bool { has(text, at: Int(length) - text.utf8CodeUnitCount) }
  func contains(_ text: StaticString) -> Bool { firstRange(of: text) != nil }

  /// Whether a text stands at an offset.
  @inline(__always)
  private func has(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= Int(length) else { return false }
    // Unsafe because it is read unchecked: the line above has checked.
    return unsafe text.isEqual(start + offset)
  }

  func hasPrefix(_ other: Words) -> Bool { has(other, at: 0) }
  func hasSuffix(_ other: Words) -> Bool { has(other, at: Int(length) - other.byteCount) }

  /// Whether other words stand at an offset.
  @inline(__always)
  private func has(_ other: Words, at offset: Int) -> Bool {
    let count = other.byteCount
    guard offset >= 0, offset + count <= Int(length) else { return false }
    // Words of a list end differently more often than they begin so.
    // Unsafe because the pointers are read unchecked: the lines above have checked.
    guard count > 0, unsafe start[offset + count - 1] == other.start[count - 1] else { return count == 0 }
    for i in 0..<count where unsafe start[offset + i] != other.start[i] { return false }
    return true
  }

  static func == (words: Words, text: StaticString) -> Bool {
    words.byteCount == text.utf8CodeUnitCount && words.hasPrefix(text)
  }

  static func != (words: Words, text: StaticString) -> Bool { !(words == text) }

  func isOne(of texts: [StaticString]) -> Bool { texts.contains { self == $0 } }

  func allSatisfy(_ isWanted: (Unicode.Scalar) -> Bool) -> Bool {
    var at = 0
    while let (scalar, width) = unsafe bytes.scalar(at: at) {
      if !isWanted(scalar) { return false }
      at += width
    }
    return true
  }

  // MARK: - Parts, in characters

  func dropFirst(_ count: Int = 1) -> Words { self[offset(ofPrefix: count)..<Int(length)] }
  func dropLast(_ count: Int = 1) -> Words { self[0..<offset(ofSuffix: count)] }
  func prefix(_ count: Int) -> Words { self[0..<offset(ofPrefix: count)] }
  func suffix(_ count: Int) -> Words { self[offset(ofSuffix: count)..<Int(length)] }

  private func offset(ofPrefix count: Int) -> Int {
    var at = 0
    var left = count
    while at < Int(length) {
      // Unsafe because the pointer is read unchecked, here and below: the line above has checked.
      if unsafe start[at] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      at += 1
    }
    return at
  }

  private func offset(ofSuffix count: Int) -> Int {
    var at = Int(length)
    var left = count
    while at > 0, left > 0 {
      at -= 1
      if unsafe start[at] & 0xC0 != 0x80 { left -= 1 }
    }
    return at
  }

  // MARK: - Finding

  /// Where a text stands first; for the subscript.
  func firstRange(of other: StaticString) -> Range<Int>? {
    // Unsafe because a static string gives out a pointer; it is read within its length.
    unsafe firstRange(of: other.utf8Start, other.utf8CodeUnitCount)
  }

  /// Where other words stand first; for the subscript.
  func firstRange(of other: Words) -> Range<Int>? { unsafe firstRange(of: other.start, other.byteCount) }

  @unsafe
  private func firstRange(of other: UnsafePointer<UInt8>, _ count: Int) -> Range<Int>? {
    if count == 0 { return 0..<0 }
    // Of the bytes of a character the third tells most; the first is nearly always one of five.
    let telling = min(2, count - 1)
    let end = byteCount - count + telling + 1
    var from = telling
    while let found = unsafe nextOffset(of: other[telling], from: from, to: end) {
      let at = found - telling
      var same = 0
      while same < count, unsafe start[at + same] == other[same] { same += 1 }
      if same == count { return at..<at + count }
      from = found + 1
    }
    return nil
  }

  /// Where a byte stands next, found eight bytes at a time.
  @inline(__always)
  private func nextOffset(of byte: UInt8, from first: Int, to end: Int) -> Int? {
    var at = first
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = ones &* UInt64(byte)
    while at + 8 <= end {
      // Unsafe because of unchecked reads, here and below: the line above has checked.
      let eight = unsafe UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self).littleEndian ^ pattern
      // The lowest bit set is of the first byte that is zero.
      let zeros = (eight &- ones) & ~eight & (ones &* 0x80)
      if zeros != 0 { return at + zeros.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end {
      if unsafe start[at] == byte { return at }
      at += 1
    }
    return nil
  }

  subscript(range: some RangeExpression<Int>) -> Words {
    let range = range.relative(to: self.range)
    precondition(range.lowerBound >= 0 && range.upperBound <= Int(length), "a stretch of the words")
    return unsafe Words(start + range.lowerBound, range.count, memory)
  }

  // MARK: - Putting together

  static func + (first: Words, second: Words) -> Words {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    // Unsafe because of unmanaged memory: whoever holds the words holds it, and room is made for both.
    guard let memory = unsafe first.memory ?? second.memory else { return joinedLiterals(first, second) }
    let count = first.byteCount + second.byteCount
    let room = unsafe memory._withUnsafeGuaranteedRef { unsafe $0.allocate(count) }
    unsafe room.copyMemory(from: first.start, byteCount: first.byteCount)
    unsafe (room + first.byteCount).copyMemory(from: second.start, byteCount: second.byteCount)
    return unsafe Words(UnsafePointer(room.assumingMemoryBound(to: UInt8.self)), count, memory)
  }

  /// Those of literals are few: each is kept once.
  private static func joinedLiterals(_ first: Words, _ second: Words) -> Words {
    let text = unsafe Array(first.bytes) + Array(second.bytes)
    return joined.withLock { joined in
      if let words = joined[text] { return words }
      let words = immortal(text)
      joined[text] = words
      return words
    }
  }

  private static let joined = Mutex<[[UInt8]: Words]>([:])

  static func += (first: inout Words, second: Words) { first = first + second }

  static func + (first: Words, second: StaticString) -> Words { first + Words(second) }
  static func += (first: inout Words, second: StaticString) { first += Words(second) }
}

extension Words: Hashable {
  static func == (first: Words, second: Words) -> Bool {
    first.byteCount == second.byteCount && first.hasPrefix(second)
  }
  func hash(into hasher: inout Hasher) { unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
}

extension Words: CustomStringConvertible {
  var description: String {
    // Unsafe because it is not checked again to be valid UTF-8.
    unsafe String(copying: UTF8Span(unchecked: Span(_unsafeElements: bytes)))
  }
}

extension [Words] {
  func joined(separator: StaticString) -> Words {
    guard var words = first else { return Words() }
    for part in dropFirst() {
      words += separator
      words += part
    }
    return words
  }
}
