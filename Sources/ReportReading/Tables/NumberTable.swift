/// Values by small numbers (codes, rows of a table), for tallies that are made and thrown away for each report: asked for
/// far less than a dictionary takes, which guards against numbers that someone chose to collide.
struct NumberTable<Value: Sendable>: Sendable {
  /// In the order in which the numbers were first entered.
  private(set) var entries: [(key: Int32, value: Value)] = []
  /// Indices of entries, counted from 1, by open addressing; 0 where a slot is empty. At most half of them are taken.
  private var slots: [UInt32]

  init() {
    slots = Array(repeating: 0, count: 64)
    entries.reserveCapacity(32)
  }

  subscript(key: Int32) -> Value? {
    let entry = slots[slot(of: key)]
    return entry == 0 ? nil : entries[Int(entry) - 1].value
  }

  /// Changes the value of a number; where it has none, from another one.
  @inline(__always)
  mutating func update(_ key: Int32, from initial: Value, _ change: (inout Value) -> Void) {
    let entry = entry(of: key, initial)
    change(&entries[entry].value)
  }

  /// The index of the entry of a number, which is made where there is none.
  private mutating func entry(of key: Int32, _ initial: Value) -> Int {
    var slot = slot(of: key)
    if slots[slot] == 0 {
      if entries.count * 2 >= slots.count {
        grow()
        slot = self.slot(of: key)
      }
      entries.append((key, initial))
      slots[slot] = UInt32(entries.count)
    }
    return Int(slots[slot]) - 1
  }

  /// Changes all values.
  mutating func update(_ change: (Int32, inout Value) -> Void) {
    for index in entries.indices { change(entries[index].key, &entries[index].value) }
  }

  /// The slot that holds a number or that it belongs into.
  private func slot(of key: Int32) -> Int {
    // The upper bits of the product with the golden ratio (Knuth's multiplicative hashing).
    let hash = UInt32(bitPattern: key) &* 0x9E37_79B1
    var slot = Int(hash >> UInt32(32 - slots.count.trailingZeroBitCount))
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for index in entries.indices { slots[slot(of: entries[index].key)] = UInt32(index + 1) }
  }
}
