internal import CTables

/// Short names of units that are ordinary words.
struct OrdinaryNames: Sendable {
  static let standard = OrdinaryNames()
  private let names: Set<[UInt8]>

  init() {
    // `unsafe` because a C table is a pointer; it is static data.
    names = Set(unsafe Table.rows(CTableOrdinaryNames).map { Array($0[0].utf8) })
  }

  func contains(_ name: [UInt8]) -> Bool { names.contains(name) }
}
