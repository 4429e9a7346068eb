/// Numbers by keys of 32 bits: open addressing, half of the slots or more are free.
struct MoveTable: ~Copyable {
  /// For each slot its number and, above it, one more than its key; 0 in a free slot.
  private var slots = Buffer<UInt64>(capacity: 1 << 12)
  private(set) var count = 0

  init() { slots.append(repeating: 0, count: 1 << 12) }

  @inline(__always) private func home(of key: Int) -> Int {
    let hash = UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 32) & (slots.count &- 1)
  }

  @inline(__always) subscript(key: Int) -> UInt32? {
    var slot = home(of: key)
    while true {
      let found = slots[slot]
      if found >> 32 == UInt64(truncatingIfNeeded: key &+ 1) {
        return UInt32(truncatingIfNeeded: found)
      }
      if found == 0 { return nil }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  /// Says that the number of `key` is asked for soon.
  @inline(__always) func prefetch(_ key: Int) { slots.prefetch(home(of: key)) }

  /// Adds `number` for `key`, which has none.
  mutating func insert(_ number: UInt32, for key: Int) {
    if 2 * count >= slots.count { grow() }
    put(UInt64(key + 1) << 32 | UInt64(number))
    count += 1
  }

  private mutating func put(_ entry: UInt64) {
    var slot = home(of: Int(entry >> 32) - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private mutating func grow() {
    var old = Buffer<UInt64>(capacity: 2 * slots.count)
    old.append(repeating: 0, count: 2 * slots.count)
    swap(&old, &slots)
    for slot in 0..<old.count where old[slot] != 0 { put(old[slot]) }
  }
}
