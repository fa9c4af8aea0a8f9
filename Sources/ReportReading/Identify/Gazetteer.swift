/// The administrative units of GB/T 2260 since 1980 with the years in which each name and code held.
///
/// A unit is a name with a code: where a county became a district, there are two. The facts are in
/// `CTables/gazetteer.tsv`; in the year of a change both the old and the new unit are valid.
public struct Gazetteer: Sendable {
  /// The gazetteer that ships with the program, parsed at its first use.
  public static let standard = Gazetteer()

  let index: GazetteerIndex

  init() { index = GazetteerIndex() }

  /// One name with one code.
  public struct Unit: Sendable, Hashable {
    /// Six digits.
    public var code: String
    /// Full own name (`金山区`).
    public var name: String
    public var level: DistrictLevel
    /// Code of the unit above; empty for a province.
    public var parentCode: String
    /// First year in which the name and code held; 1980 also stands for earlier years.
    public var firstYear: Int
    /// Last year in which they held; nil while they do.
    public var lastYear: Int?

    /// Whether the unit existed in some part of a year.
    public func isValid(in year: Int) -> Bool {
      (firstYear <= year || firstYear == 1980) && year <= lastYear ?? .max
    }
  }

  /// What a person's words for a unit mean.
  public enum Resolution: Sendable, Equatable {
    case unit(Unit)
    /// More than one unit, with different places or times; the current ones first.
    case ambiguous([Unit])
    case unknown
  }

  /// Every name that a code has had, the oldest first. Empty for an unknown code.
  public func units(code: String) -> [Unit] {
    guard code.utf8.count == 6, let number = Int32(code) else { return [] }
    return index.records(code: number).map(unit(at:))
  }

  /// The unit of a code: that of the year if given, else the latest.
  public func unit(code: String, in year: Int? = nil) -> Unit? {
    let all = units(code: code)
    guard let year else { return all.last }
    return Self.best(of: all, in: year) ?? all.last
  }

  /// Every unit with this full name (`鼓楼区`), by code.
  public func units(named name: String) -> [Unit] {
    index.records(form: Array(name.utf8), kinds: [.full]).map(unit(at:))
  }

  /// Every unit that a code, a full name, a short name (`金山`, `延边州`) or a path of them (`江苏省南京市鼓楼区`,
  /// `内蒙古呼伦贝尔市`) can mean, the present ones first. Full names hide short ones.
  /// - Parameters:
  ///   - text: the person's words, in simplified characters; white space is ignored.
  ///   - year: prefers the units valid in that year, if there are any.
  public func candidates(_ text: String, in year: Int? = nil) -> [Unit] {
    let words = Array(text.utf8.filter { $0 > 32 })
    if words.count == 6, words.allSatisfy({ (48...57).contains($0) }) {
      return unit(code: String(decoding: words, as: UTF8.self), in: year).map { [$0] } ?? []
    }
    let found = index.records(path: words).map(unit(at:))
    if let year {
      let valid = found.filter { $0.isValid(in: year) }
      if !valid.isEmpty { return Self.latestOfEachPlace(valid, in: year) }
    }
    return found.filter { $0.lastYear == nil } + found.filter { $0.lastYear != nil }
  }

  /// The one unit that a person's words mean, if there is one: units that exist hide abolished ones of the same
  /// words, and of the units that one place was in turn the latest is taken.
  /// - Parameters:
  ///   - text: as in ``candidates(_:in:)``.
  ///   - year: prefers the units valid in that year, if there are any.
  public func resolve(_ text: String, in year: Int? = nil) -> Resolution {
    let all = candidates(text, in: year)
    let present = all.filter { $0.lastYear == nil }
    let places = Self.latestOfEachPlace(present.isEmpty || year != nil ? all : present, in: year)
    switch places.count {
    case 0: return .unknown
    case 1: return .unit(places[0])
    default: return .ambiguous(places)
    }
  }

  /// The units that this one was before, latest first: those of its stem, level and parent that ended in the year it began
  /// (金山县, which became 金山区 in 1997). A unit merged into one of another name has no successor.
  public func predecessors(of unit: Unit) -> [Unit] {
    guard let stem = Self.stem(unit.name) else { return [] }
    let earlier = Self.suffixes.flatMap { units(named: stem + $0) }.filter {
      $0.code != unit.code && $0.level == unit.level && $0.parentCode == unit.parentCode
        && $0.lastYear == unit.firstYear
        && $0.firstYear < unit.firstYear
    }
    return earlier.flatMap { [$0] + predecessors(of: $0) }
  }

  /// What the kind of a unit adds to its name, the longer ones first.
  private static let suffixes = ["地区", "市", "县", "区"]

  /// The name without its kind; nil where less than two characters are left.
  private static func stem(_ name: String) -> String? {
    guard let suffix = suffixes.first(where: { name.hasSuffix($0) }), name.count - suffix.count >= 2 else { return nil }
    return String(name.dropLast(suffix.count))
  }

  /// The unit above, as it was in the unit's last year.
  public func parent(of unit: Unit) -> Unit? {
    guard !unit.parentCode.isEmpty else { return nil }
    return self.unit(code: unit.parentCode, in: unit.lastYear)
  }

  /// The units from the province down to the unit itself.
  public func path(of unit: Unit) -> [Unit] {
    var path = [unit]
    while let parent = parent(of: path[0]) { path.insert(parent, at: 0) }
    return path
  }

  /// The names of the path joined: `江苏省南京市鼓楼区`.
  public func pathName(of unit: Unit) -> String { path(of: unit).map(\.name).joined() }

  /// The unit that a report of the year speaks for: reports are read at the beginning of a year, so a unit that
  /// began in that very year gives way to an older one.
  static func best(of units: [Unit], in year: Int) -> Unit? {
    let valid = units.filter { $0.isValid(in: year) }
    return valid.filter { $0.firstYear < year }.last ?? valid.last
  }

  /// Of the units with the same name and parent only one: that of the year, or the latest.
  private static func latestOfEachPlace(_ units: [Unit], in year: Int?) -> [Unit] {
    var places: [(key: [String], units: [Unit])] = []
    for unit in units {
      let key = [unit.name, unit.parentCode]
      if let at = places.firstIndex(where: { $0.key == key }) {
        places[at].units.append(unit)
      } else {
        places.append((key, [unit]))
      }
    }
    return places.map { place in
      let sorted = place.units.sorted { $0.firstYear < $1.firstYear }
      return year.flatMap { best(of: sorted, in: $0) } ?? sorted[sorted.count - 1]
    }
  }

  /// The unit of a row.
  func unit(at record: Int) -> Unit {
    let row = index.rows[record]
    return Unit(
      code: GazetteerIndex.digits(row.code), name: index.string(row.name), level: row.level,
      parentCode: row.parent == 0 ? "" : GazetteerIndex.digits(row.parent), firstYear: Int(row.first),
      lastYear: row.last == .max ? nil : Int(row.last))
  }
}
