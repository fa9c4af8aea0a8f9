/// Finds the encoding of a file and decodes it.
///
/// A byte order mark decides. Without one, UTF-8 is known by being well-formed (chance text in another encoding
/// hardly ever is), UTF-16 by its units being Chinese in one byte order only, and GB18030 and Big5, in which nearly
/// all bytes are valid, by which of them gives the characters that reports are written in.
enum EncodingDetector {
  static func decode(_ data: [UInt8]) throws(ReadingError) -> DecodedText {
    if let marked = decodedByMark(data) { return marked }
    let survey = UTF8Scanner.survey(data, from: 0)
    // A few broken characters (a file cut off, a database column too short) do not make it another encoding.
    let isUTF8 = survey.invalid == 0 || survey.multibyte >= 40 * survey.invalid
    if survey.invalid == 0, survey.controls == 0 {
      return DecodedText(bytes: data, encoding: .utf8, replacements: 0)
    }
    if !isUTF8 || data.contains(0), let wide = UTF16Decoder.decodedByStatistics(data) { return wide }
    try rejectBinary(data)
    guard isUTF8 else { return try decodedLegacy(data, survey) }
    let bytes = survey.invalid == 0 ? data : UTF8Scanner.repaired(data, from: 0)
    return DecodedText(bytes: bytes, encoding: .utf8, replacements: survey.invalid)
  }

  private static func decodedByMark(_ data: [UInt8]) -> DecodedText? {
    if data.starts(with: [0xEF, 0xBB, 0xBF]) {
      let survey = UTF8Scanner.survey(data, from: 3)
      let bytes = survey.invalid == 0 ? Array(data[3...]) : UTF8Scanner.repaired(data, from: 3)
      return DecodedText(bytes: bytes, encoding: .utf8, replacements: survey.invalid)
    }
    if data.starts(with: [0xFF, 0xFE]) { return UTF16Decoder.decode(data, from: 2, .utf16LE) }
    if data.starts(with: [0xFE, 0xFF]) { return UTF16Decoder.decode(data, from: 2, .utf16BE) }
    return nil
  }

  /// Text has hardly a control character beside tabs and line ends; in binary data every tenth byte is one.
  private static func rejectBinary(_ data: [UInt8]) throws(ReadingError) {
    var controls = 0
    var first: Int?
    for (offset, byte) in data.enumerated() where byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1A {
      controls += 1
      if first == nil { first = offset }
    }
    if controls * 100 > data.count {
      throw ReadingError(.notText, offset: first, detail: "\(controls) control characters in \(data.count) bytes")
    }
  }

  /// Share of common characters below which bytes were not what they were read as. Reports reach 0.8, bytes read in
  /// the wrong encoding 0.2.
  private static let leastPlausible = 0.45
  /// Share of undecodable places (per character) above which a file is not in an encoding.
  private static let mostDamage = 0.02

  private static func decodedLegacy(_ data: [UInt8], _ survey: UTF8Scanner.Survey) throws(ReadingError) -> DecodedText {
    var best: (text: DecodedText, score: Double)?
    for encoding in [TextEncoding.gb18030, .big5] {
      guard let text = LegacyDecoder.decode(data, encoding) else {
        throw ReadingError(.undecodable, detail: "this system's iconv does not know \(encoding.rawValue)")
      }
      let plausibility = TextPlausibility(of: text.bytes)
      guard Double(text.replacements) <= mostDamage * Double(plausibility.characters) + 1 else { continue }
      if best.map({ plausibility.score > $0.score }) ?? true { best = (text, plausibility.score) }
    }
    if best.map({ $0.score < leastPlausible }) ?? true, survey.multibyte >= 8 * survey.invalid {
      let bytes = UTF8Scanner.repaired(data, from: 0)
      return DecodedText(bytes: bytes, encoding: .utf8, replacements: survey.invalid)
    }
    guard let best, best.score >= leastPlausible else {
      throw ReadingError(
        .undecodable, offset: survey.firstInvalid, detail: "neither UTF-8, UTF-16, GB18030 nor Big5 text")
    }
    return best.text
  }
}

/// How likely decoded bytes are Chinese text of the genre.
struct TextPlausibility {
  /// Ideographs and other characters beyond ASCII.
  var characters = 0
  /// Those among the most frequent ones of reports, after simplification, and Chinese punctuation.
  var common = 0

  var score: Double { characters == 0 ? 0 : Double(common) / Double(characters) }

  init(of bytes: [UInt8]) {
    let tables = CharacterTables.shared
    var position = 0
    while position < bytes.count {
      let scalar = UTF8Scanner.scalar(in: bytes, at: position)
      position += scalar.length
      guard scalar.value >= 0x80 else { continue }
      characters += 1
      if tables.isCommon(scalar.value) { common += 1 }
    }
  }
}
