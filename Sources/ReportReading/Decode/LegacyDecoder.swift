private import Glibc

/// Decodes GB18030 and Big5 with the converters of the C library.
enum LegacyDecoder {
  /// Decodes the bytes; each undecodable one becomes U+FFFD. Nil when the system has no such converter.
  static func decode(_ data: [UInt8], _ encoding: TextEncoding) -> DecodedText? {
    // The Hong Kong supplement is a superset of Big5 that web browsers take for `big5` too (WHATWG Encoding, 11.2).
    let name = encoding == .big5 ? "BIG5-HKSCS" : "GB18030"
    // Unsafe because iconv is a C interface: the handle is closed below and does not leave this function.
    guard let converter = unsafe iconv_open("UTF-8", name), unsafe converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { unsafe _ = iconv_close(converter) }
    var result = DecodedText(bytes: [], encoding: encoding, replacements: 0)
    // A character of two bytes becomes three in UTF-8.
    result.bytes.reserveCapacity(data.count * 3 / 2 + 16)
    var input = data
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // Unsafe because iconv walks raw buffers: both are whole arrays, their remaining counts are passed with them, and
    // iconv neither reads nor writes beyond the counts.
    unsafe input.withUnsafeMutableBytes { raw in
      var source = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var sourceLeft = raw.count
      var isFlushed = false
      while !isFlushed {
        let step = unsafe convert(converter, &source, &sourceLeft, into: &buffer)
        result.bytes += buffer[..<step.produced]
        switch step.status {
        case .finished:
          isFlushed = true
        case .outputFull:
          continue
        case .invalid:
          unsafe source = source.map { unsafe $0 + 1 }
          sourceLeft -= 1
          result.bytes += UTF8Scanner.replacement
          result.replacements += 1
        }
      }
    }
    if result.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { result.bytes.removeFirst(3) }
    return result
  }

  private enum Status { case finished, outputFull, invalid }

  /// One call of iconv; with no input left it flushes the character that Big5-HKSCS holds back.
  @unsafe
  private static func convert(
    _ converter: iconv_t, _ source: inout UnsafeMutablePointer<CChar>?, _ sourceLeft: inout Int,
    into buffer: inout [UInt8]
  ) -> (status: Status, produced: Int) {
    unsafe buffer.withUnsafeMutableBytes { output in
      var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
      var targetLeft = output.count
      let isFlush = sourceLeft == 0
      let result =
        unsafe isFlush
        ? iconv(converter, nil, nil, &target, &targetLeft)
        : iconv(converter, &source, &sourceLeft, &target, &targetLeft)
      let failed = result == Int(bitPattern: UInt.max) || result == size_t.max
      let produced = output.count - targetLeft
      if !failed { return (isFlush ? .finished : .outputFull, produced) }
      if errno == E2BIG { return (.outputFull, produced) }
      return (sourceLeft == 0 ? .finished : .invalid, produced)
    }
  }
}
