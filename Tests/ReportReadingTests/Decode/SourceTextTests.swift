import Testing

@testable import ReportReading

/// `2020年政府工作报告` and a sentence, in the encodings that the reader knows.
struct SourceTextTests {
  static let text = "2020年政府工作报告\n过去一年,地区生产总值增长6.5%左右。"
  static let traditional = "2020年政府工作報告\n過去一年，地區生產總值增長6.5%左右，我們的工作取得新成績。"

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test func readsUTF8WithAndWithoutMark() throws {
    let plain = try SourceText(decoding: Array(Self.text.utf8))
    let marked = try SourceText(decoding: [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
    #expect(plain == marked)
    #expect(plain.encoding == .utf8)
    #expect(plain.string(0..<plain.bytes.count) == Self.text)
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16(bigEndian: Bool, marked: Bool) throws {
    let mark: [UInt8] = !marked ? [] : bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    let source = try SourceText(decoding: mark + Self.utf16(Self.text, bigEndian: bigEndian))
    #expect(source.encoding == (bigEndian ? .utf16BE : .utf16LE))
    #expect(String(decoding: source.bytes, as: UTF8.self) == Self.text)
  }

  @Test func readsGB18030() throws {
    // `政府工作报告：今年的主要目标是经济增长` in GB2312, then 㑇 as four bytes of GB18030.
    let data: [UInt8] = [
      0xD5, 0xFE, 0xB8, 0xAE, 0xB9, 0xA4, 0xD7, 0xF7, 0xB1, 0xA8, 0xB8, 0xE6, 0xA3, 0xBA, 0xBD, 0xF1, 0xC4, 0xEA,
      0xB5, 0xC4, 0xD6, 0xF7, 0xD2, 0xAA, 0xC4, 0xBF, 0xB1, 0xEA, 0xCA, 0xC7, 0xBE, 0xAD, 0xBC, 0xC3, 0xD4, 0xF6,
      0xB3, 0xA4, 0x82, 0x30, 0xA0, 0x31,
    ]
    let source = try SourceText(decoding: data)
    #expect(source.encoding == .gb18030)
    #expect(String(decoding: source.bytes, as: UTF8.self).hasPrefix("政府工作报告：今年的主要目标是经济增长"))
  }

  @Test func readsBig5() throws {
    // `政府工作報告：今年經濟增長目標` in Big5.
    let data: [UInt8] = [
      0xAC, 0x46, 0xA9, 0xB2, 0xA4, 0x75, 0xA7, 0x40, 0xB3, 0xF8, 0xA7, 0x69, 0xA1, 0x47, 0xA4, 0xB5, 0xA6, 0x7E,
      0xB8, 0x67, 0xC0, 0xD9, 0xBC, 0x57, 0xAA, 0xF8, 0xA5, 0xD8, 0xBC, 0xD0,
    ]
    let source = try SourceText(decoding: data)
    #expect(source.encoding == .big5)
    #expect(String(decoding: source.bytes, as: UTF8.self) == "政府工作報告：今年經濟增長目標")
  }

  @Test func toleratesSomeDamage() throws {
    var data = Array(String(repeating: Self.text, count: 5).utf8)
    data[4] = 0xFF
    data.removeLast()
    let source = try SourceText(decoding: data)
    #expect(source.encoding == .utf8)
    #expect(source.replacements >= 1)
    #expect(String(validating: source.bytes, as: UTF8.self) != nil)
  }

  @Test func toleratesMuchDamageInUTF8() throws {
    var data = Array(String(repeating: Self.text, count: 20).utf8)
    for position in stride(from: 7, to: data.count, by: 47) { data[position] = 0xFE }
    let source = try SourceText(decoding: data)
    #expect(source.encoding == .utf8)
    #expect(source.replacements > 10)
  }

  @Test(arguments: [[], [0x20, 0x0A], [0xEF, 0xBB, 0xBF, 0x0D, 0x0A], Array("\u{3000}\u{200B}\n".utf8)])
  func reportsEmptyFiles(data: [UInt8]) {
    #expect { try SourceText(decoding: data) } throws: { ($0 as? ReadingError)?.code == .empty }
  }

  @Test(arguments: [
    Array("%PDF-1.4 text".utf8), [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], Array(0...255),
    (0..<4096).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) },
  ])
  func reportsBinaryFiles(data: [UInt8]) throws {
    let error = #expect(throws: ReadingError.self) { try SourceText(decoding: data) }
    #expect(error?.code == .notText || error?.code == .undecodable)
    #expect(error?.offset != nil)
  }

  @Test func decodesAnyBytesToValidTextOrAnError() {
    var generator = SplitMix(state: 7)
    for length in 0..<400 {
      let data = (0..<length).map { _ in
        generator.next() & 1 == 0 ? UInt8(generator.next() & 0x7F) : UInt8(generator.next() & 0xFF)
      }
      guard let source = try? SourceText(decoding: data) else { continue }
      #expect(String(validating: source.bytes, as: UTF8.self) != nil)
    }
  }
}

/// Random numbers that are the same in each run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
