/// The first place at which each key was seen: open addressing, since keys are hashes already.
struct KeyTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    /// -1 in a free slot.
    var place = -1
  }
  private var slots: [Slot]
  private let mask: Int

  /// A table for up to `count` keys.
  init(count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
  }

  /// The slot of `key`, or the free one that it would take.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while slots[slot].place >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The first place of `key`; `place`, from now on, where it has none yet.
  mutating func first(_ key: UInt64, at place: Int) -> Int {
    let slot = slot(of: key)
    if slots[slot].place < 0 { slots[slot] = Slot(key: key, place: place) }
    return slots[slot].place
  }

  /// The first place of `key`, if it has one.
  func place(of key: UInt64) -> Int? {
    let place = slots[slot(of: key)].place
    return place < 0 ? nil : place
  }
}
