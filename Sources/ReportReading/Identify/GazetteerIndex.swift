internal import CTables

/// The rows of the gazetteer and a hash of every form of their names, for look-up and for scanning text.
struct GazetteerIndex: Sendable {
  /// One unit; ``Gazetteer/Unit`` without its strings.
  struct Row: Sendable {
    var code: Int32
    /// 0 for a province.
    var parent: Int32
    var first: Int16
    /// `.max` while it holds.
    var last: Int16
    /// Byte range of the full name in ``bytes``.
    var name: Range<Int32>

    var level: DistrictLevel {
      code % 10000 == 0 ? .province : code % 100 == 0 ? .prefecture : .county
    }
    func isValid(in year: Int) -> Bool { (Int(first) <= year || first == 1980) && year <= Int(last) }
  }

  /// How a form of a name stands to the full name.
  enum FormKind: UInt8, Sendable {
    /// The full name.
    case full
    /// The short name of an autonomous unit with a generic word (`延边州`, `双江县`): as good as the full one.
    case alias
    /// The name without generic words (`金山`).
    case short
  }

  struct Form: Sendable {
    /// Byte range of its characters in ``bytes``.
    var name: Range<Int32>
    /// First of its ``Link``s.
    var link: Int32
    /// Next form with the same first two characters, -1 for none.
    var next: Int32
    /// Whether it is an ordinary word too.
    var isOrdinary = false
  }

  struct Link: Sendable {
    var row: Int32
    var kind: FormKind
    /// Next link of the form, -1 for none.
    var next: Int32
  }

  /// The table's bytes, and after them those of derived forms.
  private(set) var bytes: [UInt8]
  /// By code, then by first year.
  private(set) var rows: [Row] = []
  private(set) var forms: [Form] = []
  private(set) var links: [Link] = []
  /// The first form with some two first characters.
  private struct Head: BitwiseCopyable, Sendable {
    /// The first in the upper half, the second in the lower.
    var characters: UInt32
    /// -1 where the slot is empty.
    var form: Int32
  }
  /// By open addressing, less than half the slots taken.
  private var heads: [Head]

  /// What forms begin with.
  private(set) var starts = WordStarts()

  /// A power of two: more than twice as many as there are first two characters of names, and few enough to stay in the cache.
  private static let slots = 1 << 13
  private var headCount = 0

  init() {
    // `unsafe` because a C table is a pointer; it is static data, copied here.
    bytes = unsafe Table.bytes(CTableGazetteer)
    heads = Array(repeating: Head(characters: 0, form: -1), count: Self.slots)
    rows.reserveCapacity(8000)
    forms.reserveCapacity(12000)
    links.reserveCapacity(16000)
    parseRows()
    let words = PlaceWords()
    for row in rows.indices { addForms(of: row, words) }
    for alias in words.aliases {
      let start = bytes.count
      bytes.append(contentsOf: alias.name)
      for row in records(code: alias.code) { add(start..<bytes.count, .alias, row) }
    }
    starts = formStarts()
    for name in OrdinaryNames.all {
      if let form = forms(name, at: 0).first(where: { forms[$0].name.count == name.count }) {
        forms[form].isOrdinary = true
      }
    }
  }

  // MARK: Parsing

  private mutating func parseRows() {
    var at = 0
    let end = bytes.count
    while at < end {
      let lineEnd = endOfCell(from: at, separator: 10)
      defer { at = lineEnd + 1 }
      if bytes[at] == UInt8(ascii: "#") { continue }
      var cells = InlineArray<5, Range<Int>>(repeating: 0..<0)
      var count = 0
      var start = at
      for i in at...lineEnd where i == lineEnd || bytes[i] == 9 {
        if count < 5 { cells[count] = start..<i }
        count += 1
        start = i + 1
      }
      guard count == 5 else { continue }
      rows.append(
        Row(
          code: Int32(number(cells[0])), parent: Int32(number(cells[4])), first: Int16(number(cells[2])),
          last: cells[3].isEmpty ? .max : Int16(number(cells[3])),
          name: Int32(cells[1].lowerBound)..<Int32(cells[1].upperBound)))
    }
  }

  private func endOfCell(from start: Int, separator: UInt8) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != separator { at += 1 }
    return at
  }

  private func number(_ cell: Range<Int>) -> Int {
    var value = 0
    for i in cell { value = value * 10 + Int(bytes[i] &- 48) }
    return value
  }

  // MARK: Forms

  private mutating func addForms(of row: Int, _ words: PlaceWords) {
    let name = Int(rows[row].name.lowerBound)..<Int(rows[row].name.upperBound)
    add(name, .full, row)
    guard let short = words.short(bytes, name) else { return }
    if let generic = short.generic {
      let start = bytes.count
      // A copy of the stem, as a slice of the array would make appending copy all of it.
      bytes.append(contentsOf: Array(bytes[short.stem]))
      bytes.append(contentsOf: generic)
      add(start..<bytes.count, .alias, row)
    }
    add(short.stem, .short, row)
  }

  private mutating func add(_ name: Range<Int>, _ kind: FormKind, _ row: Int) {
    guard name.count >= 6, let characters = Self.characters(bytes.span, name.lowerBound) else { return }
    let slot = slot(of: characters)
    var form = heads[slot].form
    while form >= 0, !same(forms[Int(form)].name, name) { form = forms[Int(form)].next }
    if form < 0 {
      form = Int32(forms.count)
      forms.append(
        Form(name: Int32(name.lowerBound)..<Int32(name.upperBound), link: -1, next: heads[slot].form))
      if heads[slot].form < 0 { headCount += 1 }
      heads[slot] = Head(characters: characters, form: form)
      precondition(headCount * 2 < Self.slots, "no room for more names")
    }
    links.append(Link(row: Int32(row), kind: kind, next: forms[Int(form)].link))
    forms[Int(form)].link = Int32(links.count - 1)
  }

  private func formStarts() -> WordStarts {
    var builder = WordTrieBuilder()
    for form in forms {
      let name = bytes[Int(form.name.lowerBound)..<Int(form.name.upperBound)]
      if let (first, width) = name.scalar(at: name.startIndex), let second = name.scalar(at: name.startIndex + width) {
        builder.insertStart([first.value, second.0.value])
      }
    }
    return WordStarts(builder)
  }

  private func same(_ form: Range<Int32>, _ name: Range<Int>) -> Bool {
    form.count == name.count && matches(form, bytes.span, name.lowerBound)
  }

  /// The two ideographs at an offset that six bytes follow, as ``Head/characters``; nil where others stand.
  @inline(__always)
  private static func characters(_ text: Span<UInt8>, _ at: Int) -> UInt32? {
    let leads = 0xE4..<0xF0 as Range<UInt8>
    guard leads.contains(text[at]), leads.contains(text[at + 3]) else { return nil }
    return text.character(at: at).value << 16 | text.character(at: at + 3).value
  }

  /// The slot of two characters, or the empty one in which they belong.
  @inline(__always)
  private func slot(of characters: UInt32) -> Int {
    // The upper bits of the product with the golden ratio (Knuth's multiplicative hashing).
    var slot = Int((characters &* 0x9E37_79B1) >> 19)
    while heads[slot].form >= 0, heads[slot].characters != characters { slot = (slot + 1) & (Self.slots - 1) }
    return slot
  }

  /// Whether a form stands at an offset.
  /// - Parameter known: so many bytes of it are known to do.
  @inline(__always)
  private func matches(_ form: Range<Int32>, _ text: Span<UInt8>, _ at: Int, behind known: Int = 0) -> Bool {
    guard text.count - at >= form.count else { return false }
    let bytes = bytes.span
    var i = known
    while i < form.count {
      if bytes[Int(form.lowerBound) + i] != text[at + i] { return false }
      i += 1
    }
    return true
  }

  // MARK: Look-up

  /// The longest form at an offset of a text; nil for none.
  @inline(__always)
  func longestForm(_ text: Span<UInt8>, at offset: Int, end: Int) -> Int? {
    guard offset + 6 <= end, let characters = Self.characters(text, offset) else { return nil }
    var form = heads[slot(of: characters)].form
    var best: Int?
    var length = 0
    while form >= 0 {
      let candidate = forms[Int(form)]
      if candidate.name.count > length, offset + candidate.name.count <= end,
        matches(candidate.name, text, offset, behind: 6)
      {
        best = Int(form)
        length = candidate.name.count
      }
      form = candidate.next
    }
    return best
  }

  /// Every form at an offset, in no order.
  func forms(_ text: [UInt8], at offset: Int) -> [Int] {
    guard offset + 6 <= text.count, let characters = Self.characters(text.span, offset) else { return [] }
    var found: [Int] = []
    let text = text.span
    var form = heads[slot(of: characters)].form
    while form >= 0 {
      if matches(forms[Int(form)].name, text, offset, behind: 6) { found.append(Int(form)) }
      form = forms[Int(form)].next
    }
    return found
  }

  /// The rows of a form with their kinds, by code.
  func rows(form: Int) -> [(row: Int, kind: FormKind)] {
    var found: [(row: Int, kind: FormKind)] = []
    getRows(form: form, into: &found)
    return found
  }

  /// The same in an array that holds others' memory already.
  func getRows(form: Int, into found: inout [(row: Int, kind: FormKind)]) {
    found.removeAll(keepingCapacity: true)
    var link = forms[form].link
    while link >= 0 {
      found.append((Int(links[Int(link)].row), links[Int(link)].kind))
      link = links[Int(link)].next
    }
    found.reverse()
  }

  /// The rows of a code.
  func records(code: Int32) -> [Int] {
    let first = Ascending.first(of: rows.indices, from: Int(code)) { Int(rows[$0].code) }
    return Array(rows.indices[first...].prefix { rows[$0].code == code })
  }

  /// The rows that have a form.
  func records(form name: [UInt8], kinds: Set<FormKind>) -> [Int] {
    guard let form = forms(name, at: 0).first(where: { forms[$0].name.count == name.count }) else { return [] }
    return rows(form: form).filter { kinds.contains($0.kind) }.map(\.row)
  }

  /// The rows that a path of forms (`南京鼓楼区`) means; full names hide short ones.
  func records(path: [UInt8]) -> [Int] {
    var found: [(row: Int, kind: FormKind)] = []
    collect(path, at: 0, above: nil, into: &found)
    let full = found.filter { $0.kind != .short }
    return Array(Set((full.isEmpty ? found : full).map(\.row))).sorted()
  }

  private func collect(
    _ path: [UInt8], at offset: Int, above: [Int]?, into found: inout [(row: Int, kind: FormKind)]
  ) {
    for form in forms(path, at: offset) {
      let end = offset + forms[form].name.count
      let here = rows(form: form).filter { entry in
        above?.contains { contains($0, entry.row) } ?? true
      }
      if end == path.count {
        found += here
      } else if !here.isEmpty {
        collect(path, at: end, above: here.map(\.row), into: &found)
      }
    }
  }

  /// Whether a unit lies within another (and is not the same).
  func contains(_ outer: Int, _ inner: Int) -> Bool {
    let a = rows[outer]
    let b = rows[inner]
    guard a.code != b.code else { return false }
    switch a.level {
    case .province: return b.code / 10000 == a.code / 10000
    default: return b.parent == a.code
    }
  }

  /// Whether two rows have the same name.
  func haveSameName(_ row: Int, _ other: Int) -> Bool {
    same(rows[row].name, Int(rows[other].name.lowerBound)..<Int(rows[other].name.upperBound))
  }

  /// The characters of a form.
  func bytes(of form: Int) -> ArraySlice<UInt8> {
    bytes[Int(forms[form].name.lowerBound)..<Int(forms[form].name.upperBound)]
  }

  func string(_ name: Range<Int32>) -> String {
    String(decoding: bytes[Int(name.lowerBound)..<Int(name.upperBound)], as: UTF8.self)
  }

  static func digits(_ code: Int32) -> String {
    let text = String(code)
    return String(repeating: "0", count: max(0, 6 - text.count)) + text
  }
}
