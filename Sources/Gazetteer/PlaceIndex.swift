/// Where the lines of the table of places begin for each pair of first letters.
///
/// It saves more than half the steps of a search. A pair is looked up when a word needs it, so that
/// nothing is made at the start.
struct PlaceIndex {
  /// The first line of each pair that was asked for, and of what follows it; -1 where not known.
  private var starts = [Int32](repeating: -1, count: 26 * 26 + 1)

  /// The lines among which the key and all that begin with it stand.
  mutating func lines(near key: [UInt8], of table: PlaceTable) -> Range<Int> {
    guard key.count >= 2, key[0] &- 0x61 < 26, key[1] &- 0x61 < 26 else {
      return table.first..<table.count
    }
    let pair = Int(key[0] - 0x61) * 26 + Int(key[1] - 0x61)
    return start(of: pair, table)..<start(of: pair + 1, table)
  }

  private mutating func start(of pair: Int, _ table: PlaceTable) -> Int {
    guard pair < 26 * 26 else { return table.count }
    if starts[pair] < 0 {
      let key = [UInt8(0x61 + pair / 26), UInt8(0x61 + pair % 26)]
      starts[pair] = Int32(table.line(notBefore: key, in: table.first..<table.count))
    }
    return Int(starts[pair])
  }
}
