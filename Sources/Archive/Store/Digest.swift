/// A hash by which a check finds that a text, or the place of a figure in it, is not what was stored: the steps of FNV-1a of 64
/// bits (http://www.isthe.com/chongo/tech/comp/fnv/) over the text, eight bytes at a time, the last ones singly, then over the places
/// as numbers; after each the upper half is mixed into the lower, as a product carries upwards only. It finds damage, not forgery.
struct Digest {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// - Parameter text: UTF-8.
  init(of text: [UInt8]) {
    let bytes = unsafe text.span.bytes
    var at = 0
    while at + 8 <= bytes.byteCount {
      // Because eight bytes follow, as the line above has made sure.
      add(unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self).littleEndian)
      at += 8
    }
    for byte in text[at...] { add(UInt64(byte)) }
  }

  /// The places are to come in the order of the figures.
  mutating func add(_ place: Range<Int>) {
    add(UInt64(place.lowerBound))
    add(UInt64(place.upperBound))
  }

  private mutating func add(_ value: UInt64) {
    hash = (hash ^ value) &* 0x100_0000_01b3
    hash ^= hash >> 32
  }

  /// As it is stored.
  var value: Int64 { Int64(bitPattern: hash) }
}
