/// The different words of an ad's body, with how often each stands there.
///
/// A check that asks about a few words looks each of them up here, and reads no text at all.
struct Vocabulary: Sendable {
  struct Entry {
    var key: UInt64
    /// The number of its first place among the words.
    var first: Int32
    var count: Int32
  }
  /// In the order of their first places.
  private(set) var entries: [Entry] = []
  /// Numbers of entries by their keys, from 1 on, open addressing; 0 in a free slot. Half of them
  /// are free.
  private let slots: [Int32]

  init(of words: [BodyWord]) {
    var size = 64
    while size < words.count * 2 { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    entries = unsafe Array(unsafeUninitializedCapacity: words.count) { entries, count in
      for (index, word) in words.enumerated() {
        var slot = Self.slot(of: word.key, among: size)
        while slots[slot] > 0, unsafe entries[Int(slots[slot]) - 1].key != word.key {
          slot = (slot + 1) & (size - 1)
        }
        if slots[slot] > 0 {
          unsafe entries[Int(slots[slot]) - 1].count += 1
        } else {
          unsafe entries.initializeElement(
            at: count, to: Entry(key: word.key, first: Int32(index), count: 1))
          count += 1
          slots[slot] = Int32(count)
        }
      }
    }
    self.slots = slots
  }

  @inline(__always) private static func slot(of key: UInt64, among size: Int) -> Int {
    Int(truncatingIfNeeded: key ^ (key >> 32)) & (size - 1)
  }

  /// How often the word of `key` stands in the body.
  func count(of key: UInt64) -> Int {
    var slot = Self.slot(of: key, among: slots.count)
    while slots[slot] > 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.key == key { return Int(entry.count) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// How often words of `set` stand in the body.
  func count(of set: WordSet) -> Int { set.keys.reduce(0) { $0 + count(of: $1) } }
}
