/// The units that a text names, counted, and the prefectures and provinces in which they lie.
struct PlaceVotes: Sendable {
  struct Count: Sendable {
    var full = 0
    /// Mentions by short names; one that is an ordinary word counts little.
    var short = 0.0
    /// The first mention; by a full name, if there is one.
    var first: Range<Int>?
  }
  /// By row of the gazetteer.
  private(set) var mentions = NumberTable<Count>()
  /// By code: how much of the text lies in a prefecture or province.
  private var votes = NumberTable<Double>()
  private let index: GazetteerIndex
  /// The units that the form being counted means.
  private var units: [(row: Int, kind: GazetteerIndex.FormKind)] = []

  init(_ scan: IdentityScan, _ index: GazetteerIndex, year: Int?) {
    self.index = index
    var forms = NumberTable<(count: Int, first: Range<Int>)>()
    for mention in scan.mentions where !Self.isFeature(scan.text.bytes, mention.range) {
      forms.update(Int32(mention.form), from: (0, mention.range)) { $0.count += 1 }
    }
    // The last first, so that each unit keeps its first mention; in one order always, as sums of fractions depend on it.
    for (form, tally) in forms.entries.reversed() {
      count(Int(form), tally.count, tally.first, year)
    }
  }

  private mutating func count(_ form: Int, _ count: Int, _ first: Range<Int>, _ year: Int?) {
    index.getRows(form: form, into: &units)
    // Most forms mean one unit, of which nothing is left out.
    if let year, units.count > 1, units.contains(where: { index.rows[$0.row].isValid(in: year) }) {
      units.removeAll { !index.rows[$0.row].isValid(in: year) }
    }
    let isFull = units.contains { $0.kind != .short }
    if isFull, units.count > 1 { units.removeAll { $0.kind == .short } }
    let ordinary = index.forms[form].isOrdinary
    let share = units.count == 1 ? 1 : 1 / Double(differentCodes())
    for link in units {
      mentions.update(Int32(link.row), from: Count()) {
        Self.add(count, isFull: isFull, isOrdinary: ordinary, first, to: &$0)
      }
      let weight = ordinary ? 0 : isFull ? min(Double(count), 5) : min(Double(count), 4) * shortWeight(link.row)
      if weight > 0 { vote(link.row, weight * share) }
    }
  }

  private static func add(_ count: Int, isFull: Bool, isOrdinary: Bool, _ first: Range<Int>, to tally: inout Count) {
    if isFull, !isOrdinary {
      tally.full += count
    } else {
      tally.short += Double(count) * (isOrdinary ? 0.1 : 1)
    }
    if isFull || tally.full == 0 { tally.first = first }
  }

  /// How many codes the units have that a form means; mostly one.
  private func differentCodes() -> Int {
    units.indices.count { at in
      !units[..<at].contains { index.rows[$0.row].code == index.rows[units[at].row].code }
    }
  }

  /// A county's short name may be anything's name; a prefecture's is known.
  private func shortWeight(_ row: Int) -> Double { index.rows[row].level == .county ? 0.25 : 0.6 }

  private static let features = WordTrie(
    ["山", "路", "街", "河", "湖", "镇", "乡", "村", "大道", "大街", "桥", "水库", "寺"].map { (word: $0, value: 0) })

  /// Whether a name is part of a road's, a mountain's or a village's name.
  private static func isFeature(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    features.longestMatch(in: bytes, at: range.upperBound, limit: bytes.count) != nil
  }

  private mutating func vote(_ row: Int, _ weight: Double) {
    let unit = index.rows[row]
    let province = unit.code / 10000 * 10000
    add(weight, to: province)
    if unit.code != province, unit.code % 100 == 0 { add(weight, to: unit.code) }
    if unit.code % 100 != 0, unit.parent != province { add(weight, to: unit.parent) }
  }

  private mutating func add(_ weight: Double, to code: Int32) { votes.update(code, from: 0) { $0 += weight } }

  /// How often the text names a unit; a full name counts as two short ones.
  func weight(_ row: Int) -> Double { mentions[Int32(row)].map { Double($0.full) * 2 + $0.short } ?? 0 }

  /// How much the places of the text speak for a unit's being the right one of its name.
  func support(_ row: Int) -> Double {
    let unit = index.rows[row]
    let province = unit.code / 10000 * 10000
    switch unit.level {
    case .province, .nation: return votes[unit.code] ?? 0
    case .prefecture: return (votes[unit.code] ?? 0) + (votes[province] ?? 0) * 0.3
    default: return (votes[unit.parent] ?? 0) + (votes[province] ?? 0) * 0.3
    }
  }

  /// The prefecture (below a county or town) or province (below a prefecture) in which the text plainly lies.
  func lead(below level: DistrictLevel) -> Int? {
    guard level != .nation, level != .province else { return nil }
    let units = votes.entries.filter { level == .prefecture ? $0.key % 10000 == 0 : true }
      .filter { level == .prefecture || $0.key % 10000 != 0 || Self.municipalities.contains($0.key) }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = units.first, first.value >= 1.1 else { return nil }
    if units.count > 1, units[1].value * 1.3 > first.value { return nil }
    return index.records(code: first.key).last
  }

  static let municipalities: Set<Int32> = [110000, 120000, 310000, 500000]
}
