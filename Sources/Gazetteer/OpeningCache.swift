/// The names of the table that begin with some words of an ad.
struct Opening {
  /// Their lines; none where no name begins so.
  var lines: Range<Int>
  /// Where the words end in the ad.
  var end: Int
  /// Whether the words are a name by themselves.
  var isName: Bool
  /// The code of the country, or of the part of one, that the word speaks for, be it a name or not; 0 for
  /// most (``CountrySigns``).
  var sign: UInt64 = 0

  static let none = Opening(lines: 0..<0, end: 0, isName: false)
}

/// What the table of places says of the words met so far, by hash.
///
/// An open-addressing table of 8 bytes a word, which grows up to 256 kB. A word that finds the
/// slots beside its own taken drives one out, so that hostile ads cost no more than looking up.
struct OpeningCache {
  /// The upper bits of a hash, and below the place in ``openings``; 0 in a free slot.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var openings = [Opening.none]
  private var count = 0

  private static let mostSlots = 32_768
  private static let mostOpenings = 65_536
  private static let low: UInt64 = 1 << 17 - 1
  /// How many slots a word may stand in.
  private static let reach = 8

  /// What is known of the word with this hash.
  @inline(__always)
  subscript(hash: UInt64) -> Opening? {
    let slot = slots[place(of: hash)]
    guard slot != 0, (slot ^ hash) & ~Self.low == 0 else { return nil }
    return openings[Int(slot & Self.low)]
  }

  mutating func add(_ opening: Opening, _ hash: UInt64) {
    if openings.count == Self.mostOpenings { self = OpeningCache() }
    if count > slots.count / 2, slots.count < Self.mostSlots { grow() }
    var number = 0
    if !opening.lines.isEmpty || opening.sign != 0 {
      number = openings.count
      openings.append(opening)
    }
    put(hash & ~Self.low | UInt64(number))
  }

  private mutating func put(_ slot: UInt64) {
    let place = place(of: slot)
    if slots[place] == 0 { count += 1 }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    count = 0
    for slot in old where slot != 0 { put(slot) }
  }

  /// The slot of the word with this hash or, if it has none, the one to put it in.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let home = Int(truncatingIfNeeded: hash >> 40 ^ hash >> 20) & (slots.count - 1)
    for step in 0..<Self.reach {
      let place = (home + step) & (slots.count - 1)
      if slots[place] == 0 || (slots[place] ^ hash) & ~Self.low == 0 { return place }
    }
    return home
  }
}
