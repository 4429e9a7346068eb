/// The first place at which each key was seen: open addressing, since keys are hashes already.
@safe struct KeyTable: ~Copyable {
  /// For each slot, the key and then one more than the place; 0 in a free slot. There are a power of
  /// two of them, so that ``mask`` keeps every number of a slot inside.
  private let slots: UnsafeMutablePointer<UInt64>
  private let mask: Int

  /// A table for up to `count` keys: half of its slots at least are free.
  init(count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    unsafe slots = .allocate(capacity: 2 * size)
    unsafe slots.initialize(repeating: 0, count: 2 * size)
    mask = size - 1
  }

  deinit { unsafe slots.deallocate() }

  /// The first place of `key`; `place`, from now on, where it has none yet.
  @inline(__always) mutating func first(_ key: UInt64, at place: Int) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while true {
      let number = unsafe slots[2 * slot + 1]
      if number == 0 { break }
      if unsafe slots[2 * slot] == key { return Int(number) - 1 }
      slot = (slot + 1) & mask
    }
    unsafe slots[2 * slot] = key
    unsafe slots[2 * slot + 1] = UInt64(place + 1)
    return place
  }
}
