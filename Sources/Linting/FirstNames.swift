/// The name that was first told with each key, for millions of keys.
///
/// A table of open addressing, at most three quarters full, whose keys are hashes already, and the
/// names one after another in blocks that never move: some 50 bytes for a name of 25.
struct FirstNames: Sendable {
  /// The most keys that are kept in mind: some 100 MB.
  static let limit = 1 << 21

  private var keys: [UInt64]
  /// Where the name of each key stands, plus 1: the number of its block, then its place in that; 0
  /// where there is no key.
  private var places: [Int]
  private var blocks: [[UInt8]] = []
  private(set) var count = 0

  /// The bytes of a block; a longer name has a block of its own.
  private static let blockSize = 1 << 16

  init() {
    keys = Array(repeating: 0, count: 64)
    places = Array(repeating: 0, count: 64)
  }

  /// Whether no further key is kept in mind.
  var isFull: Bool { count == Self.limit }

  /// The name first told with `key`; if there is none, that is `name` from now on.
  mutating func first(_ key: UInt64, orKeep name: String) -> String? {
    let slot = slot(of: key)
    if places[slot] > 0 { return self.name(at: places[slot] - 1) }
    if isFull { return nil }
    keys[slot] = key
    places[slot] = keep(name) + 1
    count += 1
    if 4 * count > 3 * keys.count { grow() }
    return nil
  }

  /// The slot of `key`, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (keys.count - 1)
    while places[slot] > 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldPlaces) = (keys, places)
    keys = Array(repeating: 0, count: 2 * oldKeys.count)
    places = Array(repeating: 0, count: 2 * oldKeys.count)
    for (key, place) in zip(oldKeys, oldPlaces) where place > 0 {
      let slot = slot(of: key)
      (keys[slot], places[slot]) = (key, place)
    }
  }

  /// Writes `name` behind its length, and gives its place.
  private mutating func keep(_ name: String) -> Int {
    let size = name.utf8.count
    if blocks.last.map({ $0.count + size + 4 > Self.blockSize }) ?? true {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(max(Self.blockSize, size + 4))
    }
    let block = blocks.count - 1
    let start = blocks[block].count
    for shift in [0, 8, 16, 24] {
      blocks[block].append(UInt8(truncatingIfNeeded: size >> shift))
    }
    blocks[block].append(contentsOf: name.utf8)
    return block << 32 | start
  }

  private func name(at place: Int) -> String {
    let block = blocks[place >> 32]
    let start = place & 0xFFFF_FFFF
    let size = (0..<4).reduce(0) { $0 | Int(block[start + $1]) << (8 * $1) }
    return String(decoding: block[start + 4..<start + 4 + size], as: UTF8.self)
  }
}
