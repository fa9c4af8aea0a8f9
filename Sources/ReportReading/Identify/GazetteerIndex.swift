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
    /// Next form with the same hash of the first two characters, -1 for none.
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
  /// Hash of the first two characters → first form, -1 for none.
  private var heads: [Int32]

  /// A bit for each hash that some form has: most characters of a text are told apart by it alone.
  private var filter: [UInt64]

  /// What forms begin with.
  private(set) var starts = WordStarts(firstCharacters: [], singles: [], pairs: Array(repeating: 0, count: 1 << 10))

  private static let buckets = 1 << 14

  init() {
    // `unsafe` because a C table is a pointer; it is static data, copied here.
    bytes = unsafe Table.bytes(CTableGazetteer)
    heads = Array(repeating: -1, count: Self.buckets)
    filter = Array(repeating: 0, count: 1 << 10)
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
    guard name.count >= 6 else { return }
    let hash = Self.hash(bytes, name.lowerBound)
    let bucket = hash & (Self.buckets - 1)
    filter[hash >> 6] |= 1 << UInt64(hash & 63)
    var form = heads[bucket]
    while form >= 0, !same(forms[Int(form)].name, name) { form = forms[Int(form)].next }
    if form < 0 {
      form = Int32(forms.count)
      forms.append(
        Form(name: Int32(name.lowerBound)..<Int32(name.upperBound), link: -1, next: heads[bucket]))
      heads[bucket] = form
    }
    links.append(Link(row: Int32(row), kind: kind, next: forms[Int(form)].link))
    forms[Int(form)].link = Int32(links.count - 1)
  }

  private func formStarts() -> WordStarts {
    var builder = WordTrieBuilder()
    for form in forms {
      let name = bytes[Int(form.name.lowerBound)..<Int(form.name.upperBound)]
      if let (first, width) = name.scalar(at: name.startIndex), let second = name.scalar(at: name.startIndex + width) {
        builder.insertStart(first.value, second.0.value)
      }
    }
    return WordStarts(firstCharacters: builder.firstCharacters, singles: [], pairs: builder.pairs)
  }

  private func same(_ form: Range<Int32>, _ name: Range<Int>) -> Bool {
    form.count == name.count && matches(form, bytes, name.lowerBound)
  }

  /// Hash of the two characters of three bytes each at an offset, 16 bits.
  @inline(__always)
  private static func hash(_ text: [UInt8], _ at: Int) -> Int {
    let a = UInt32(text[at + 1]) &* 64 &+ UInt32(text[at + 2]) &+ UInt32(text[at]) &* 4096
    let b = UInt32(text[at + 4]) &* 64 &+ UInt32(text[at + 5]) &+ UInt32(text[at + 3]) &* 4096
    return Int(((a &* 2_654_435_761) ^ (b &* 2_246_822_519)) >> 16)
  }

  /// The first form with a hash, -1 for none.
  @inline(__always)
  private func head(_ hash: Int) -> Int32 {
    filter[hash >> 6] & (1 << UInt64(hash & 63)) == 0 ? -1 : heads[hash & (Self.buckets - 1)]
  }

  @inline(__always)
  private func matches(_ form: Range<Int32>, _ text: [UInt8], _ at: Int) -> Bool {
    var i = Int(form.lowerBound)
    var j = at
    guard text.count - at >= form.count else { return false }
    while i < Int(form.upperBound) {
      if bytes[i] != text[j] { return false }
      i += 1
      j += 1
    }
    return true
  }

  // MARK: Look-up

  /// The longest form at an offset of a text; nil for none.
  @inline(__always)
  func longestForm(_ text: [UInt8], at offset: Int, end: Int) -> Int? {
    guard offset + 6 <= end, text[offset] >= 0xE4, text[offset + 3] >= 0xE4 else { return nil }
    var form = head(Self.hash(text, offset))
    var best: Int?
    var length = 0
    while form >= 0 {
      let candidate = forms[Int(form)]
      if candidate.name.count > length, offset + candidate.name.count <= end,
        matches(candidate.name, text, offset)
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
    guard offset + 6 <= text.count, text[offset] >= 0xE4, text[offset + 3] >= 0xE4 else { return [] }
    var found: [Int] = []
    var form = head(Self.hash(text, offset))
    while form >= 0 {
      if matches(forms[Int(form)].name, text, offset) { found.append(Int(form)) }
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
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].code < code { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < rows.count, rows[low].code == code {
      found.append(low)
      low += 1
    }
    return found
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
