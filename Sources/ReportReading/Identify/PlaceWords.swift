internal import CTables

/// The generic words and nationalities of unit names.
struct PlaceWords: Sendable {
  private var suffixes: [[UInt8]] = []
  private var nations: [[UInt8]] = []
  /// Customary names (`前郭县`) and the codes of their units.
  private(set) var aliases: [(name: [UInt8], code: Int32)] = []
  private static let autonomous = Array("自治".utf8)
  private static let area = Array("区".utf8)

  init() {
    // `unsafe` because a C table is a pointer; it is static data.
    for row in unsafe Table.rows(CTablePlaceWords) where row.count == 2 {
      if row[0] == "suffix" { suffixes.append(Array(row[1].utf8)) } else { nations.append(Array(row[1].utf8)) }
    }
    // `unsafe` because a C table is a pointer; it is static data.
    for row in unsafe Table.rows(CTablePlaceWords) where row.count == 3 && row[0] == "alias" {
      aliases.append((Array(row[1].utf8), Int32(row[2]) ?? 0))
    }
  }

  /// The stem of a name, and for autonomous prefectures, counties and banners the word that stands for the long
  /// generic one (州, 县, 旗). Nil where less than two characters would be left.
  func short(_ bytes: [UInt8], _ name: Range<Int>) -> (stem: Range<Int>, generic: [UInt8]?)? {
    guard let suffix = suffixes.first(where: { ends(bytes, name, $0) && name.count - $0.count >= 6 }) else {
      return nil
    }
    let stem = name.lowerBound..<name.upperBound - suffix.count
    guard suffix.starts(with: Self.autonomous) else { return (stem, nil) }
    var bare = stem
    while let nation = nations.first(where: { ends(bytes, bare, $0) && bare.count - $0.count >= 6 }) {
      bare = bare.lowerBound..<bare.upperBound - nation.count
    }
    let generic = Array(suffix.suffix(3))
    return (bare, generic == Self.area ? nil : generic)
  }

  private func ends(_ bytes: [UInt8], _ name: Range<Int>, _ word: [UInt8]) -> Bool {
    guard name.count >= word.count else { return false }
    var i = name.upperBound - word.count
    for byte in word {
      if bytes[i] != byte { return false }
      i += 1
    }
    return true
  }
}
