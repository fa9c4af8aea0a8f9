/// The characters of a report's sections that ``SearchWords/separated(_:)`` sets apart, in its order and without their case.
public struct SearchCharacters: Sendable {
  /// Those of one section after another.
  public private(set) var all: [UInt32] = []
  /// How many there are up to the end of each section.
  public private(set) var ends: [Int] = []

  /// - Parameter texts: the normalised text of each section, UTF-8.
  public init(of texts: [[UInt8]]) {
    all.reserveCapacity(texts.reduce(0) { $0 + $1.count })
    ends.reserveCapacity(texts.count)
    for text in texts {
      Self.append(charactersOf: text, to: &all)
      ends.append(all.count)
    }
  }

  private static func append(charactersOf text: [UInt8], to characters: inout [UInt32]) {
    let text = text.span
    let indexed = SearchWords.indexed
    characters.append(addingCapacity: text.count) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        guard let output = buffer.baseAddress else { return }
        var written = 0
        // Because a text has no more characters than bytes, and as many as that have room.
        var at = 0
        while at < text.count {
          // Nearly all are of three bytes. Written in any case: marks, which cannot be foretold, are not counted.
          if at < text.count &- 3,
            case let bytes = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self)
              .littleEndian, bytes & 0xf0 == 0xe0
          {
            let value = (bytes & 0x0f) << 12 | (bytes >> 8 & 0x3f) << 6 | bytes >> 16 & 0x3f
            unsafe output[written] = value
            written &+= indexed.contains(value) ? 1 : 0
            at &+= 3
            continue
          }
          let (value, width) = text.character(at: at)
          if value < 0x10000 ? indexed.contains(value) : SearchWords.isIndexed(value) {
            unsafe output[written] = withoutCase(value)
            written &+= 1
          }
          at &+= width
        }
        count = written
      }
    }
  }

  /// A character of the closed set without its case.
  private static func withoutCase(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5a: value | 0x20
    // Greek capitals stand 32 places before the others.
    case 0x391...0x3a9: value + 0x20
    default: value
    }
  }
}
