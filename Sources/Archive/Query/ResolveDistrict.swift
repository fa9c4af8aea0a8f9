internal import ReportReading
internal import SQLite

extension ArchiveReader {
  /// The unit that a full name, a path of names, an abolished name or a code stands for, among those of the archive.
  ///
  /// The archive's own units come first, by name, then by the names that they had; what they do not know (a short name)
  /// is asked of the gazetteer. A unit under several codes is one.
  public func resolve(district: String) throws(ArchiveError) -> DistrictResolution {
    let raw = district.split(whereSeparator: \.isWhitespace).joined()
    return try asking { db throws(SQLiteError) in
      if let units = try db.units(meantBy: raw) { return units }
      // Perhaps in traditional characters; tried second because masked names are kept as printed.
      let words = String(decoding: SearchWords.normalised(raw), as: UTF8.self)
      if words != raw, let units = try db.units(meantBy: words) { return units }
      let meant = Gazetteer.standard.candidates(words)
      // A unit that there is was meant, not one with a name like it.
      return .notFound(
        nearest: meant.isEmpty ? Likeness.near(words, among: try db.districtNames()) : [],
        below: try db.districtNames(below: meant))
    }
  }
}

extension Connection {
  private static var select: String {
    "SELECT DISTINCT d.district_id, d.name, d.code, d.level, d.parent_code, d.parents FROM district AS d"
  }

  private func districts(_ clause: String, _ values: [Value]) throws(SQLiteError) -> [District] {
    try all(Self.select + " " + clause, values) { District($0, at: 0) }
  }

  func units(meantBy words: String) throws(SQLiteError) -> DistrictResolution? {
    var found = try districts(named: words)
    if found.isEmpty { found = try districts(onceNamed: words) }
    if found.isEmpty { found = try districts(of: Gazetteer.standard.candidates(words)) }
    let units = try unitsUnderAllCodes(found)
    return units.count > 1 ? .ambiguous(units) : units.first.map { .found($0) }
  }

  /// Units with this code, or whose own name ends the words and whose parents' names hold the rest.
  func districts(named words: String) throws(SQLiteError) -> [District] {
    if words.utf8.count == 6, words.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return try districts("WHERE d.code = ?", [.text(words)])
    }
    return try splits(words) { parents, name throws(SQLiteError) in
      try districts("WHERE d.name = ? AND instr(d.parents, ?) > 0", [.text(name), .text(parents)])
    }
  }

  /// Units that had this name or code.
  func districts(onceNamed words: String) throws(SQLiteError) -> [District] {
    try splits(words) { parents, name throws(SQLiteError) in
      try districts(
        """
        JOIN district_name AS n ON n.district_id = d.district_id
        WHERE n.name = ? AND instr(d.parents, ?) > 0
        """, [.text(name), .text(parents)])
    }
  }

  /// Units of the archive that the gazetteer's are.
  func districts(of units: [Gazetteer.Unit]) throws(SQLiteError) -> [District] {
    var found: [District] = []
    for unit in units {
      found += try districts("WHERE d.code = ? AND d.name = ?", [.text(unit.code), .text(unit.name)])
    }
    return found
  }

  /// Asks for the words as a name after every possible path, the whole words first; the first that finds any counts.
  private func splits(
    _ words: String, _ find: (_ parents: String, _ name: String) throws(SQLiteError) -> [District]
  ) throws(SQLiteError) -> [District] {
    var at = words.startIndex
    while at < words.endIndex {
      let found = try find(String(words[..<at]), String(words[at...]))
      if !found.isEmpty { return found }
      at = words.index(after: at)
    }
    return []
  }

  /// Each unit once, with the rows that are the same unit under another code or name (金山县 of 金山区).
  func unitsUnderAllCodes(_ found: [District]) throws(SQLiteError) -> [District] {
    var units: [District] = []
    for district in found where !units.contains(where: { $0.ids.contains(district.ids[0]) }) {
      var unit = district
      let others = try districts(
        "WHERE d.unit_id = (SELECT unit_id FROM district WHERE district_id = ?)", [.integer(district.ids[0])])
      unit.ids += others.flatMap(\.ids).filter { !unit.ids.contains($0) }
      unit.ids.sort()
      units.append(unit)
    }
    return units.sorted { ($0.code, $0.path) < ($1.code, $1.path) }
  }

  func districtNames() throws(SQLiteError) -> [String] {
    try all("SELECT DISTINCT name FROM district WHERE name <> ''", []) { $0.text(0) }
  }

  /// Up to five units of the archive below some units of the gazetteer.
  func districtNames(below units: [Gazetteer.Unit]) throws(SQLiteError) -> [String] {
    var names: [String] = []
    for unit in units {
      var prefix = unit.code
      while prefix.hasSuffix("00") { prefix.removeLast(2) }
      names += try all(
        "SELECT DISTINCT name FROM district WHERE code GLOB ? AND code <> ? ORDER BY code LIMIT 5",
        [.text(prefix + "*"), .text(unit.code)]
      ) { $0.text(0) }
    }
    return Array(names.prefix(5))
  }
}
