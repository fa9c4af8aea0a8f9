internal import CTables

/// What the reader knows of each character, as flat arrays indexed by code point (basic multilingual plane).
struct CharacterTables: Sendable {
  /// What a character is to the normalising passes.
  enum Kind: Sendable {
    case other, ideograph, digit, latin, space, invisible
    /// Chinese punctuation that follows a word: `，。；：？！、）”’》〉】〕…`.
    case closing
    /// Chinese punctuation that opens: `（“‘《〈【〔`.
    case opening
    /// A vowel with a tone mark, or a combining mark.
    case toned
  }

  /// How a character of the source is read.
  enum Reading: UInt16 {
    /// One that has several readings in traditional text: see ``words``.
    case special = 0xFFFF
    /// One that becomes several characters: see ``expansions``.
    case expanded = 0xFFFE
  }

  /// A word that decides the reading of one of its characters.
  struct Word: Sendable {
    /// The word, the other characters simplified.
    var characters: [UInt32]
    /// Which of its characters it decides.
    var position: Int
    var reading: UInt32
    var alsoInSimplifiedText: Bool
  }

  /// What a character stands for: itself (0), one character, or a ``Reading``.
  private(set) var readings = [UInt16](repeating: 0, count: 0x10000)
  private(set) var kinds = [Kind](repeating: .other, count: 0x10000)
  private(set) var expansions: [UInt32: [UInt32]] = [:]
  /// Words by the special character that they decide.
  private(set) var words: [UInt32: [Word]] = [:]
  /// The reading of a special character outside ``words``.
  private(set) var specialDefaults: [UInt32: UInt32] = [:]
  /// Special characters that stand in simplified text too, and keep their form there.
  private(set) var rightInSimplified: Set<UInt32> = []
  /// Characters that stand for themselves, and are neither spaces nor invisible.
  private(set) var plain = ScalarSet("")
  private var common: Set<UInt32> = []

  /// The tables, built on first use; they never change.
  static let shared = CharacterTables()

  // Unsafe because the tables are C arrays; `Table.rows` copies what it reads.
  private init() {
    classify()
    // Later tables win: a form of the widths' table is never a traditional character.
    addForms(unsafe Table.rows(CTableForms))
    addForms(unsafe Table.rows(CTablePunctuation))
    addTraditional()
    for row in unsafe Table.rows(CTableCommon) { common.formUnion(row.joined().unicodeScalars.map(\.value)) }
    common.formUnion("，。、；：“”（）".unicodeScalars.map(\.value))
    plain = ScalarSet(
      (0..<0x10000).lazy.filter { [readings, kinds] in
        readings[Int($0)] == 0 && $0 > 0x20 && kinds[Int($0)] != .space && kinds[Int($0)] != .invisible
      })
  }

  @inline(__always)
  func kind(_ scalar: UInt32) -> Kind {
    scalar < 0x10000
      ? kinds[Int(scalar)]
      : (0x20000...0x3FFFF).contains(scalar) ? .ideograph : .other
  }

  /// Whether a character is one of the most frequent of reports, in either script.
  func isCommon(_ scalar: UInt32) -> Bool {
    guard scalar < 0x10000 else { return false }
    let reading = readings[Int(scalar)]
    if reading == Reading.special.rawValue { return common.contains(specialDefaults[scalar] ?? scalar) }
    return common.contains(reading == 0 || reading == Reading.expanded.rawValue ? scalar : UInt32(reading))
  }

  /// White space, controls and characters without a glyph.
  func isBlank(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || kind(scalar) == .space || kind(scalar) == .invisible
  }

  // MARK: Building

  private mutating func classify() {
    func mark(_ range: ClosedRange<Int>, _ kind: Kind, in kinds: inout [Kind]) {
      for code in range { kinds[code] = kind }
    }
    for range in [0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2E80...0x2FDF, 0x3005...0x3007] {
      mark(range, .ideograph, in: &kinds)
    }
    mark(0x30...0x39, .digit, in: &kinds)
    for range in [0x41...0x5A, 0x61...0x7A, 0xC0...0x17F, 0x370...0x3FF, 0x400...0x4FF] {
      mark(range, .latin, in: &kinds)
    }
    kinds[0xD7] = .other
    mark(0x300...0x36F, .toned, in: &kinds)
    for scalar in "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ".unicodeScalars {
      kinds[Int(scalar.value)] = .toned
    }
    for scalar in "，。；：？！、）”’》〉】〕…".unicodeScalars { kinds[Int(scalar.value)] = .closing }
    for scalar in "（“‘《〈【〔".unicodeScalars { kinds[Int(scalar.value)] = .opening }
    for code in [0x09, 0x0B, 0x0C, 0x0D, 0x20] { kinds[code] = .space }
    for code in 0...0x1F where kinds[code] == .other { kinds[code] = .invisible }
    kinds[0x7F] = .invisible
  }

  private mutating func addForms(_ rows: [[Substring]]) {
    for row in rows where row.count >= 2 {
      for code in Self.codes(row[0]) {
        switch row[1] {
        case "\\s": kinds[code] = .space
        case "-" where row[0].utf8.count >= 4: kinds[code] = .invisible
        default:
          let plain = row[1].unicodeScalars.map(\.value)
          if plain.count > 1 { expansions[UInt32(code)] = plain }
          readings[code] = plain.count > 1 ? Reading.expanded.rawValue : UInt16(plain[0])
        }
      }
    }
  }

  /// The code points that the first column of a table of forms names.
  private static func codes(_ cell: Substring) -> ClosedRange<Int> {
    let scalars = Array(cell.unicodeScalars)
    if scalars.count == 1 { return Int(scalars[0].value)...Int(scalars[0].value) }
    let ends = cell.split(separator: "-").map { Int($0, radix: 16) ?? 0 }
    return ends[0]...ends[ends.count - 1]
  }

  // Unsafe because the tables are C arrays; `Table.rows` copies what it reads.
  private mutating func addTraditional() {
    // By bytes: the table is long, and a search waits for it.
    let table = unsafe Table.bytes(CTableTraditional)
    for line in table.split(separator: UInt8(ascii: "\n")) {
      guard line.first != UInt8(ascii: "#"), let (from, width) = line.scalar(at: line.startIndex),
        let (to, next) = line.scalar(at: line.startIndex + width + 1)
      else { continue }
      let mark = line.startIndex + width + next + 2
      guard mark <= line.endIndex else { continue }
      let isSpecial = line[mark...].elementsEqual(CollectionOfOne(UInt8(ascii: "1")))
      readings[Int(from.value)] = isSpecial ? Reading.special.rawValue : UInt16(to.value)
      if isSpecial {
        specialDefaults[from.value] = to.value
        rightInSimplified.insert(from.value)
      }
    }
    for row in unsafe Table.rows(CTableTraditionalWords) where row.count >= 3 {
      guard let from = row[0].unicodeScalars.first?.value, let to = row[1].unicodeScalars.first?.value else { continue }
      readings[Int(from)] = Reading.special.rawValue
      let word = row[2].unicodeScalars.map(\.value)
      if word.isEmpty { specialDefaults[from] = to }
      guard let position = word.firstIndex(of: from) else { continue }
      words[from, default: []].append(
        Word(characters: word, position: position, reading: to, alsoInSimplifiedText: row.count > 3 && row[3] == "1"))
    }
  }
}
