/// A hash by which a check finds that a text, or the place of a figure in it, is not what was stored: FNV-1a of 64 bits
/// (http://www.isthe.com/chongo/tech/comp/fnv/) over the text's bytes, then over the places as numbers. It finds damage, not
/// forgery.
struct Digest {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// - Parameter text: UTF-8.
  init(of text: [UInt8]) {
    for byte in text { add(UInt64(byte)) }
  }

  /// The places are to come in the order of the figures.
  mutating func add(_ place: Range<Int>) {
    add(UInt64(place.lowerBound))
    add(UInt64(place.upperBound))
  }

  private mutating func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }

  /// As it is stored.
  var value: Int64 { Int64(bitPattern: hash) }
}
