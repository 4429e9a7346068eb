/// The first place at which each key was seen: open addressing, since keys are hashes already.
@safe struct KeyTable: ~Copyable {
  private struct Slot {
    var key: UInt64
    /// -1 in a free slot.
    var place: Int
  }
  /// A power of two of them, so that ``mask`` keeps every number of a slot inside.
  private let slots: UnsafeMutablePointer<Slot>
  private let mask: Int

  /// A table for up to `count` keys: half of its slots at least are free.
  init(count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    unsafe slots = .allocate(capacity: size)
    unsafe slots.initialize(repeating: Slot(key: 0, place: -1), count: size)
    mask = size - 1
  }

  deinit { unsafe slots.deallocate() }

  /// The first place of `key`; `place`, from now on, where it has none yet.
  @inline(__always) mutating func first(_ key: UInt64, at place: Int) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while unsafe slots[slot].place >= 0 {
      if unsafe slots[slot].key == key { return unsafe slots[slot].place }
      slot = (slot + 1) & mask
    }
    unsafe slots[slot] = Slot(key: key, place: place)
    return place
  }
}
