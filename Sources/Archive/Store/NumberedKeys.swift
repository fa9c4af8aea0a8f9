/// What ``NumberedKeys`` tells apart.
protocol NumberedKey: Equatable {
  /// The same for equal keys, mostly another for others.
  var mixed: UInt64 { get }
}

/// Numbers from 0 on for the keys that recur within a report, in the order in which they first come.
///
/// A dictionary would do; it takes a third of what making a report ready takes.
struct NumberedKeys<Key: NumberedKey> {
  private var keys: [(key: Key, mixed: UInt64)] = []
  /// By open addressing, at most half of them taken: a number counted from 1; 0 where a slot is empty.
  private var slots = [Int32](repeating: 0, count: 1 << 9)

  mutating func number(of key: Key) -> Int {
    let mixed = key.mixed
    var slot = slot(of: mixed)
    while slots[slot] > 0 {
      let number = Int(slots[slot] - 1)
      if keys[number].mixed == mixed, keys[number].key == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append((key, mixed))
    slots[slot] = Int32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in keys.indices {
      var slot = slot(of: keys[number].mixed)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  private func slot(of mixed: UInt64) -> Int {
    Int(truncatingIfNeeded: (mixed &* KeySeed.value) >> 32) & (slots.count - 1)
  }
}

/// Another in each run, so that no text can be written whose keys all fall on one slot.
private enum KeySeed {
  static let value = UInt64.random(in: .min ... .max) | 1
}

/// Numbers for the texts that recur within a report, so that what is made of them is compared as numbers. The text's bytes
/// count, so that no rule of Unicode is asked.
struct NumberedTexts {
  private struct Key: NumberedKey {
    var text: String

    static func == (one: Key, other: Key) -> Bool {
      let (one, other) = (one.text.utf8.span, other.text.utf8.span)
      guard one.count == other.count else { return false }
      for at in one.indices where one[at] != other[at] { return false }
      return true
    }

    /// Eight bytes at a time, the last ones singly.
    var mixed: UInt64 {
      let bytes = unsafe text.utf8.span.bytes
      var mixed = KeySeed.value
      var at = 0
      while at + 8 <= bytes.byteCount {
        // Because eight bytes follow, as the line above has made sure.
        let eight = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
        mixed = (mixed ^ eight) &* 0x9e37_79b9_7f4a_7c15
        mixed ^= mixed >> 32
        at += 8
      }
      var rest: UInt64 = 0
      while at < bytes.byteCount {
        rest = unsafe rest << 8 | UInt64(bytes.unsafeLoad(fromUncheckedByteOffset: at, as: UInt8.self))
        at += 1
      }
      mixed = (mixed ^ rest ^ UInt64(bytes.byteCount)) &* 0x9e37_79b9_7f4a_7c15
      return mixed ^ mixed >> 32
    }
  }

  private var numbers = NumberedKeys<Key>()

  /// 0 for the empty text, else from 1 on.
  mutating func number(of text: String) -> Int { text.isEmpty ? 0 : numbers.number(of: Key(text: text)) + 1 }
}
