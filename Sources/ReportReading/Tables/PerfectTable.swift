/// An entry of a ``PerfectTable``.
protocol PerfectTableEntry: BitwiseCopyable, Sendable {
  /// Different for each entry, never all ones.
  var key: UInt32 { get }
  /// Stands where there is none; its key is all ones.
  static var none: Self { get }
}

/// Entries by a hash that gives each a place of its own: a look reads one of them, found or not, and nearly all places are
/// taken, so that the table stays in the first cache.
///
/// The keys are divided into groups by one hash; each group has a number that changes a second hash so that none of its
/// keys meets another (Belazzougui, Botelho, Dietzfelbinger: Hash, displace, and compress, 2009).
struct PerfectTable<Entry: PerfectTableEntry>: Sendable {
  private let entries: FixedTable<Entry>
  private let shifts: FixedTable<UInt16>
  /// Leaves of a hash of 32 bits the number of a group.
  private let groupShift: UInt32

  /// - Parameter entries: with a key each that no other has.
  init(_ entries: [Entry]) {
    // An eighth of the places are left empty, or the last groups would find none.
    let places = entries.count + entries.count / 8 + 1
    var groupBits = 1
    while 2 << groupBits < entries.count { groupBits += 1 }
    groupShift = UInt32(32 - groupBits)
    let groups = Self.groups(entries, count: 1 << groupBits, groupShift)
    var table = [Entry](repeating: .none, count: places)
    var shifts = [UInt16](repeating: 0, count: groups.count)
    // The largest first, as long as there is room.
    for group in groups.indices.sorted(by: { groups[$0].count > groups[$1].count }) where !groups[group].isEmpty {
      shifts[group] = Self.place(groups[group], in: &table)
    }
    self.entries = FixedTable(table)
    self.shifts = FixedTable(shifts)
  }

  /// The entries by the first hash: stretches of one list.
  private static func groups(_ entries: [Entry], count: Int, _ shift: UInt32) -> [ArraySlice<Entry>] {
    var ends = [Int](repeating: 0, count: count + 1)
    for entry in entries { ends[group(hash(entry.key), shift) + 1] += 1 }
    for group in 0..<count { ends[group + 1] += ends[group] }
    var next = ends
    var sorted = entries
    for entry in entries {
      let group = group(hash(entry.key), shift)
      sorted[next[group]] = entry
      next[group] += 1
    }
    return (0..<count).map { sorted[ends[$0]..<ends[$0 + 1]] }
  }

  /// Puts the entries of a group where nothing stands; gives the number that leads there.
  private static func place(_ group: ArraySlice<Entry>, in table: inout [Entry]) -> UInt16 {
    search: for shift in 0...UInt16.max {
      for (number, entry) in group.enumerated() {
        let slot = slot(hash(entry.key), shift, table.count)
        if table[slot].key == .max {
          table[slot] = entry
          continue
        }
        for placed in group.prefix(number) { table[Self.slot(hash(placed.key), shift, table.count)] = .none }
        continue search
      }
      return shift
    }
    preconditionFailure("two entries have the same key")
  }

  /// The entry of a key, if it is there.
  @inline(__always)
  func entry(of key: UInt32) -> Entry? {
    let hash = Self.hash(key)
    // Unsafe because these are read unchecked: a group's number and a slot are below the count of their table.
    let shift = unsafe shifts[unchecked: Self.group(hash, groupShift)]
    let entry = unsafe entries[unchecked: Self.slot(hash, shift, entries.count)]
    return entry.key == key ? entry : nil
  }

  // MARK: - Hashes

  /// A different one for each key.
  @inline(__always)
  private static func hash(_ key: UInt32) -> UInt32 { key &* 0x9E37_79B1 }

  @inline(__always)
  private static func group(_ hash: UInt32, _ shift: UInt32) -> Int { Int(hash &>> shift) }

  @inline(__always)
  private static func slot(_ hash: UInt32, _ shift: UInt16, _ count: Int) -> Int {
    let mixed = (hash ^ UInt32(shift)) &* 0x85EB_CA77
    return Int(truncatingIfNeeded: (UInt64(mixed) &* UInt64(truncatingIfNeeded: count)) &>> 32)
  }
}
