/// What words set off, by their hashes: most words set off nothing, and of those it keeps 8 bytes.
struct WordTable: ~Copyable {
  /// For each slot the upper 40 bits of a hash and, below them, where the calls of the word begin,
  /// counted from 1; 0 for nothing known. A word is taken for another once in some 10^12 looks at a
  /// slot that is taken.
  private var slots: [UInt64]
  private var mask: Int
  /// How many slots there are at last, and how many words fit in before that.
  private let size: Int
  private var room: Int

  /// Where the calls of words begin that have none.
  static let nothing = 0

  /// A table that remembers `size` words, a power of two; 2^15 of them take 256 KiB and hold nearly
  /// every word that comes again (9 MB of ads have 30,000 different ones). A single ad has a few
  /// hundred, so that it begins with 8 KiB.
  init(size: Int) {
    self.size = size
    let first = min(size, 1 << 10)
    mask = first - 1
    room = first / 2
    slots = [UInt64](repeating: 0, count: first)
  }

  @inline(__always) private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  /// Where the calls of the word with `hash` begin; `nil` where that is not known.
  @inline(__always) func calls(of hash: UInt64) -> Int? {
    let slot = slots[slot(of: hash)]
    let number = Int(truncatingIfNeeded: slot & 0xFF_FFFF)
    return number != 0 && (slot ^ hash) >> 24 == 0 ? number &- 1 : nil
  }

  /// Remembers that the calls of the word with `hash` begin at `first`.
  mutating func insert(_ first: Int, for hash: UInt64) {
    if slots.count < size { makeRoom() }
    slots[slot(of: hash)] = hash & ~0xFF_FFFF | UInt64(first + 1)
  }

  /// Takes all slots where half of the first are taken; what they hold is forgotten, and comes again.
  private mutating func makeRoom() {
    room -= 1
    guard room == 0 else { return }
    mask = size - 1
    slots = [UInt64](repeating: 0, count: size)
  }

  /// Forgets all words.
  mutating func removeAll() {
    for slot in slots.indices { slots[slot] = 0 }
  }
}
