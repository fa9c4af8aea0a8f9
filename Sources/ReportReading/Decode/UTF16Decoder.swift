/// Decodes UTF-16 of either byte order.
enum UTF16Decoder {
  /// Decodes the units from an offset on; lone surrogates and an odd last byte become U+FFFD.
  static func decode(_ data: [UInt8], from start: Int, _ encoding: TextEncoding) -> DecodedText {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count * 3 / 2)
    var replacements = 0
    var position = start
    while position + 1 < data.count {
      let first = unit(data, position, encoding)
      position += 2
      var value = UInt32(first)
      if first & 0xF800 == 0xD800 {
        let second = position + 1 < data.count ? unit(data, position, encoding) : 0
        if first < 0xDC00, second & 0xFC00 == 0xDC00 {
          value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
          position += 2
        } else {
          value = 0xFFFD
          replacements += 1
        }
      }
      UTF8Scanner.append(value, to: &bytes)
    }
    if position < data.count {
      bytes += UTF8Scanner.replacement
      replacements += 1
    }
    return DecodedText(bytes: bytes, encoding: encoding, replacements: replacements)
  }

  /// Decodes bytes without byte order mark when their units are Chinese text in one byte order: more than nine of ten
  /// are ideographs, Chinese punctuation, full-width forms or printable ASCII.
  static func decodedByStatistics(_ data: [UInt8]) -> DecodedText? {
    guard data.count >= 4 else { return nil }
    for encoding in [TextEncoding.utf16LE, .utf16BE] {
      var usual = 0
      var ideographs = 0
      let units = data.count / 2
      for index in 0..<units {
        let value = unit(data, 2 * index, encoding)
        switch value {
        case 0x4E00...0x9FFF: ideographs += 1
        case 0x09...0x0D, 0x20...0x7E, 0x2010...0x2030, 0x3000...0x303F, 0xFF00...0xFF5E: usual += 1
        default: break
        }
      }
      guard 10 * (usual + ideographs) > 9 * units, ideographs > 0 else { continue }
      let decoded = decode(data, from: 0, encoding)
      // Two ASCII letters or bytes of GB18030 look like an ideograph too; only real text has the common ones.
      if TextPlausibility(of: decoded.bytes).score > 0.5 { return decoded }
    }
    return nil
  }

  @inline(__always)
  private static func unit(_ data: [UInt8], _ position: Int, _ encoding: TextEncoding) -> UInt16 {
    let low = UInt16(data[encoding == .utf16LE ? position : position + 1])
    let high = UInt16(data[encoding == .utf16LE ? position + 1 : position])
    return high << 8 | low
  }
}
