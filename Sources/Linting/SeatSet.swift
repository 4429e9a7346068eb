/// Seats of a rule set, a bit each, so that few of many are visited, in their order.
struct SeatSet: Sequence, Sendable {
  private var words: [UInt64] = []

  mutating func insert(_ seat: Int) {
    while words.count <= seat >> 6 { words.append(0) }
    words[seat >> 6] |= 1 << UInt64(seat & 63)
  }

  func contains(_ seat: Int) -> Bool {
    seat >> 6 < words.count && words[seat >> 6] >> UInt64(seat & 63) & 1 == 1
  }

  func makeIterator() -> Iterator { Iterator(words: words) }

  struct Iterator: IteratorProtocol {
    fileprivate let words: [UInt64]
    private var index = -1
    /// The seats of the word at ``index`` that are still to be visited.
    private var rest: UInt64 = 0

    fileprivate init(words: [UInt64]) { self.words = words }

    mutating func next() -> Int? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      defer { rest &= rest &- 1 }
      return index << 6 | rest.trailingZeroBitCount
    }
  }
}
