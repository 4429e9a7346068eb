/// What words set off, by their hashes: most words set off nothing, and of those it keeps 8 bytes.
struct WordTable: ~Copyable {
  /// For each slot the upper 40 bits of a hash and, below them, a number among ``spans``; 0 for
  /// none. A word is taken for another once in some 10^12 looks at a slot that is taken.
  private var slots: [UInt64]
  /// Where the calls of words stand; the first is for those that set off nothing.
  private var spans: [Range<Int32>] = [0..<0, 0..<0]
  private let mask: Int

  /// A table that remembers `size` words, a power of two; 2^15 of them take 256 KiB and hold nearly
  /// every word that comes again (9 MB of ads have 30,000 different ones).
  init(size: Int) {
    mask = size - 1
    slots = [UInt64](repeating: 0, count: size)
  }

  private func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  /// The calls of the word with `hash`; `nil` where they are not known.
  @inline(__always) func calls(of hash: UInt64) -> Range<Int32>? {
    let slot = slots[slot(of: hash)]
    let number = slot & 0xFF_FFFF
    return number != 0 && (slot ^ hash) >> 24 == 0 ? spans[Int(number)] : nil
  }

  /// Remembers that the word with `hash` has `calls`.
  mutating func insert(_ calls: Range<Int32>, for hash: UInt64) {
    let number = calls.isEmpty ? 1 : spans.count
    if !calls.isEmpty { spans.append(calls) }
    slots[slot(of: hash)] = hash & ~0xFF_FFFF | UInt64(number)
  }

  /// Forgets all words.
  mutating func removeAll() {
    spans.removeLast(spans.count - 2)
    for slot in slots.indices { slots[slot] = 0 }
  }
}
