/// The numbers of words, by their hashes: open addressing, half of the slots or more are free.
struct WordTable: ~Copyable {
  /// For each slot the upper 40 bits of a hash and, below them, one more than the number of the word;
  /// 0 for no word. A word is taken for another once in some 10^12 looks at a slot that is taken.
  private var slots = Buffer<UInt64>(capacity: firstSize)
  private var count = 0

  /// So many slots take 32 KiB; 9 MB of ads have 30,000 different words, and half a megabyte of slots.
  private static var firstSize: Int { 1 << 12 }
  /// How many slots are looked at, so that words which were chosen to meet in one cost no more: what has
  /// no place is not remembered.
  private static var farthest: Int { 64 }

  init() { slots.append(repeating: 0, count: Self.firstSize) }

  @inline(__always) private func home(of hash: UInt64) -> Int {
    // The bits that a slot keeps, so that a table can grow.
    Int(truncatingIfNeeded: (hash >> 24 &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count &- 1)
  }

  /// The number of the word with `hash`; `nil` where it has none.
  @inline(__always) func number(of hash: UInt64) -> Int? {
    var place = home(of: hash)
    for _ in 0..<Self.farthest {
      let slot = slots[place]
      if slot == 0 { return nil }
      if (slot ^ hash) >> 24 == 0 { return Int(truncatingIfNeeded: slot & 0xFF_FFFF) &- 1 }
      place = (place &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Says that the number of the word with `hash` is asked for soon.
  @inline(__always) func prefetch(_ hash: UInt64) { slots.prefetch(home(of: hash)) }

  /// Remembers the number of the word with `hash`, which has none.
  mutating func insert(_ number: Int, for hash: UInt64) {
    precondition(number + 1 < 1 << 24)
    if 2 * count >= slots.count { grow() }
    put(hash & ~0xFF_FFFF | UInt64(number + 1))
    count += 1
  }

  private mutating func put(_ entry: UInt64) {
    var place = home(of: entry)
    for _ in 0..<Self.farthest {
      if slots[place] == 0 {
        slots[place] = entry
        return
      }
      place = (place + 1) & (slots.count - 1)
    }
  }

  private mutating func grow() {
    var old = Buffer<UInt64>(capacity: 2 * slots.count)
    old.append(repeating: 0, count: 2 * slots.count)
    swap(&old, &slots)
    for place in 0..<old.count where old[place] != 0 { put(old[place]) }
  }
}
