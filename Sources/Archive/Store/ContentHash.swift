/// SHA-256 of a file's bytes.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  /// 32 bytes.
  public let bytes: [UInt8]

  public init(of data: [UInt8]) { bytes = SHA256.digest(data) }

  /// 64 lower-case hexadecimal digits.
  public var description: String { Self.hexadecimal(bytes[...]) }

  static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
