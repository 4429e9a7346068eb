/// The numbers of words, by their hashes.
struct WordTable: ~Copyable {
  /// For each slot the upper 40 bits of a hash and, below them, one more than the number of the word;
  /// 0 for no word. A word is taken for another once in some 10^12 looks at a
  /// slot that is taken.
  private var slots: Buffer<UInt64>
  private let mask: Int

  /// A table that remembers `size` words, a power of two; 2^15 of them take 256 KiB and hold nearly
  /// every word that comes again (9 MB of ads have 30,000 different ones).
  init(size: Int) {
    mask = size - 1
    slots = Buffer(capacity: size)
    slots.append(repeating: 0, count: size)
  }

  @inline(__always) private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  /// The number of the word with `hash`; `nil` where it has none.
  @inline(__always) func number(of hash: UInt64) -> Int? {
    let slot = slots[slot(of: hash)]
    let number = Int(truncatingIfNeeded: slot & 0xFF_FFFF)
    return number != 0 && (slot ^ hash) >> 24 == 0 ? number &- 1 : nil
  }

  /// Says that the number of the word with `hash` is asked for soon.
  @inline(__always) func prefetch(_ hash: UInt64) { slots.prefetch(slot(of: hash)) }

  /// Remembers the number of the word with `hash`.
  mutating func insert(_ number: Int, for hash: UInt64) {
    slots[slot(of: hash)] = hash & ~0xFF_FFFF | UInt64(number + 1)
  }

  /// Forgets all words.
  mutating func removeAll() {
    for slot in 0..<slots.count { slots[slot] = 0 }
  }
}
