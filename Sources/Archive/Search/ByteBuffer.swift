/// Bytes that are written one after another, and read when all are there.
@safe struct ByteBuffer: ~Copyable {
  // Because the memory belongs to this value alone: `reserve` makes room before it is written, and `deinit` frees it.
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    unsafe start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe start.deallocate() }

  /// Lends what was written.
  func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Because the memory is there, and not written to, for as long as the closure runs.
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    return try unsafe body(Span(_unsafeElements: bytes))
  }

  /// A copy of what was written.
  var array: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Makes room for so many bytes more.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let capacity = max(self.capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
    self.capacity = capacity
  }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe start[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    reserve(bytes.count)
    let place = unsafe start + count
    unsafe bytes.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress { unsafe place.update(from: first, count: bytes.count) }
    }
    count &+= bytes.count
  }

  /// Appends a number as SQLite writes it (https://sqlite.org/fileformat2.html#varint): seven bits to a byte, the highest first.
  @inline(__always)
  mutating func append(varint value: UInt64) {
    if value < 0x80 { append(UInt8(truncatingIfNeeded: value)) } else { appendLong(value) }
  }

  private mutating func appendLong(_ value: UInt64) {
    guard value < 1 << 56 else {
      // Nine bytes, of which the last has eight bits.
      for shift in stride(from: 57, through: 8, by: -7) {
        append(UInt8(truncatingIfNeeded: value >> UInt64(shift)) | 0x80)
      }
      return append(UInt8(truncatingIfNeeded: value))
    }
    let bits = 64 - value.leadingZeroBitCount
    for part in stride(from: (bits - 1) / 7, to: 0, by: -1) {
      append(UInt8(truncatingIfNeeded: value >> UInt64(part * 7)) | 0x80)
    }
    append(UInt8(truncatingIfNeeded: value & 0x7f))
  }

  /// Sets a number of two bytes, the higher first, that were written before.
  mutating func set(_ value: Int, at place: Int) {
    precondition(place >= 0 && place + 2 <= count)
    unsafe start[place] = UInt8(truncatingIfNeeded: value >> 8)
    unsafe start[place + 1] = UInt8(truncatingIfNeeded: value)
  }

  /// Writes a number before what was written from a place on, where one byte was left for it.
  @inline(__always)
  mutating func set(varint value: UInt64, before place: Int) {
    precondition(place > 0 && place <= count)
    if value < 0x80 {
      unsafe start[place &- 1] = UInt8(truncatingIfNeeded: value)
    } else {
      setLong(value, before: place)
    }
  }

  /// Writes what comes next in lists of positions in the usual case: a short distance in a short list, or in the next one.
  /// Neither whether the section is another nor how long the distance is can be foretold, so that it is done without a branch.
  /// - Parameters:
  ///   - distance: from the place before, or that in its section.
  ///   - sections: how many sections behind that of the place before; if any, a new list is begun.
  ///   - list: where the list begins, behind the byte for its length.
  /// - Returns: whether it was the usual case; nothing is written otherwise.
  @inline(__always)
  mutating func append(distance: UInt64, sections: UInt64, to list: inout Int) -> Bool {
    precondition(list > 0 && list <= count)
    guard sections < 0x80, distance < 0x4000, count &- list < 0x3c else { return false }
    reserve(4)
    let output = unsafe UnsafeMutableRawPointer(start)
    // Because the list's length stands before it, and four bytes have room: the distance of the sections and the length of
    // the next list, which count if there is one, and then the distance of the places.
    unsafe start[list &- 1] = UInt8(truncatingIfNeeded: (count &- list) &* 2)
    let isOther = sections == 0 ? 0 : 1
    unsafe output.storeBytes(
      of: UInt16(truncatingIfNeeded: sections).littleEndian, toByteOffset: count, as: UInt16.self)
    count &+= isOther &* 2
    list &+= (count &- list) &* isOther
    let isLong: UInt64 = distance < 0x80 ? 0 : 1
    let bytes = distance &* (1 &- isLong) | ((distance >> 7 | 0x80) | (distance & 0x7f) << 8) &* isLong
    unsafe output.storeBytes(of: UInt16(truncatingIfNeeded: bytes).littleEndian, toByteOffset: count, as: UInt16.self)
    count &+= 1 &+ Int(truncatingIfNeeded: isLong)
    return true
  }

  private mutating func setLong(_ value: UInt64, before place: Int) {
    let behind = unsafe Array(UnsafeBufferPointer(start: start + place, count: count - place))
    count = place - 1
    appendLong(value)
    append(behind.span)
  }
}

extension Span where Element == UInt8 {
  /// Reads a number as SQLite writes it, and goes behind it; nil where the bytes end within it.
  @inline(__always)
  func number(at place: inout Int) -> UInt64? {
    guard place < count else { return nil }
    let byte = self[place]
    if byte & 0x80 == 0 {
      place &+= 1
      return UInt64(byte)
    }
    return longNumber(at: &place)
  }

  private func longNumber(at place: inout Int) -> UInt64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard place < count else { return nil }
      let byte = self[place]
      place += 1
      // The ninth byte has eight bits.
      if index == 8 { return value << 8 | UInt64(byte) }
      value = value << 7 | UInt64(byte & 0x7f)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
