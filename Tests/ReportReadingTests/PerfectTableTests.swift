import Testing

@testable import ReportReading

/// A table in which each key has a place of its own.
struct PerfectTableTests {
  private struct Square: PerfectTableEntry, Equatable {
    var key: UInt32
    var square: UInt64

    static let none = Square(key: .max, square: 0)
  }

  /// Keys that stand side by side, as those of one character's words do, and keys far apart.
  @Test(arguments: [0, 1, 2, 3, 17, 1_000, 20_000], [1, 0x1_0001] as [UInt32])
  func findsWhatIsThere(count: Int, step: UInt32) {
    let keys = (0..<UInt32(count)).map { $0 &* step }
    let table = PerfectTable(keys.map { Square(key: $0, square: UInt64($0) * UInt64($0)) })
    for key in keys {
      #expect(table.entry(of: key) == Square(key: key, square: UInt64(key) * UInt64(key)))
    }
    let others = (1...1_000).map { UInt32(count) &* step &+ $0 }
    #expect(others.allSatisfy { table.entry(of: $0) == nil })
  }
}
