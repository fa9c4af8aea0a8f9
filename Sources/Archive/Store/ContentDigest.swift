/// SHA-256 of bytes that come in parts.
public struct ContentDigest: Sendable {
  private var state = SHA256.initial
  /// What does not fill a block of 64 bytes yet.
  private var rest: [UInt8] = []
  private var count: UInt64 = 0

  public init() {}

  public mutating func update(_ bytes: [UInt8]) {
    count += UInt64(bytes.count)
    var at = 0
    var state = state
    defer { self.state = state }
    if !rest.isEmpty {
      at = min(64 - rest.count, bytes.count)
      rest += bytes[..<at]
      if rest.count < 64 { return }
      SHA256.take(rest.span, &state)
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - at) / 64 * 64
    SHA256.take(bytes.span.extracting(at..<at + whole), &state)
    rest += bytes[(at + whole)...]
  }

  /// The digest of all that came: 32 bytes.
  var bytes: [UInt8] {
    var copy = self
    // FIPS 180-4, 5.1.1: a one bit, zeros, and the length in bits as a 64-bit number fill the last block.
    var tail: [UInt8] = [0x80]
    while (rest.count + tail.count) % 64 != 56 { tail.append(0) }
    let bits = count &* 8
    for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    copy.update(tail)
    return copy.state.indices.flatMap { i in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: copy.state[i] >> UInt32($0)) }
    }
  }

  /// The digest of all that came, 64 hexadecimal digits.
  public var hexadecimal: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
