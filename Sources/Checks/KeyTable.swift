/// The first place at which each key was seen: open addressing, since keys are hashes already.
struct KeyTable {
  private var keys: [UInt64]
  private var places: [Int32]
  private let mask: Int

  /// A table for up to `count` keys.
  init(count: Int) {
    var size = 64
    while size < count * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    places = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The first place of `key`; `place`, from now on, where it has none yet.
  mutating func first(_ key: UInt64, at place: Int) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while places[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    if places[slot] < 0 {
      keys[slot] = key
      places[slot] = Int32(place)
    }
    return Int(places[slot])
  }
}
