internal import CTables

/// Short names of units that are ordinary words.
enum OrdinaryNames {
  // `unsafe` because a C table is a pointer; it is static data, copied here.
  static var all: [[UInt8]] { unsafe Table.rows(CTableOrdinaryNames).map { Array($0[0].utf8) } }
}
