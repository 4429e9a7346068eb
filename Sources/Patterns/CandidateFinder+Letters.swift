extension CandidateFinder {
  /// What begins with a letter that begins a word, whatever follows.
  struct Weak {
    var entry: Int32
    var wantsCapital: Bool
  }

  /// Notes what may begin with `letter` alone, which stands at `start` and begins a word.
  mutating func noteWeak(
    _ letter: UInt8, _ start: Int, in bytes: Span<UInt8>, _ offset: Int,
    _ contexts: inout ContextPlaces
  ) {
    let isCapital = bytes[start] &- 0x41 < 26
    for index in weak[Int(letter)] ?? findWeak(Int(letter), contexts.present)
    where isCapital || !weakEntries[index].wantsCapital {
      let entry = weakEntries[index].entry
      let find = PrefixAutomaton.Find(
        pattern: set.owners[Int(entry >> 1)], number: entry >> 1, kinds: .max, depth: 1,
        traits: entry & 1 == 1 ? .isWhole : [])
      note(find, start..<start + 1, in: bytes, offset, &contexts)
    }
  }

  /// Finds what begins with no more than `letter` at a word, as far as the text at hand holds what it
  /// needs.
  private mutating func findWeak(
    _ letter: Int, _ present: borrowing NeedSet
  ) -> Range<Int> {
    let first = weakEntries.count
    for one in allWeak[letter]
    where set.isFor(kind, set.owners[Int(one.entry >> 1)])
      && needs.areMet(Int(one.entry >> 1), by: present)
    {
      weakEntries.append(one)
    }
    weak[letter] = first..<weakEntries.count
    return first..<weakEntries.count
  }
}

extension PatternSet {
  /// What begins with no more than `symbol` at a word.
  func weakEntries(of symbol: UInt8) -> [CandidateFinder.Weak] {
    var position = PrefixTree.Position.root
    guard index.atWords.step(&position, symbol) else { return [] }
    return index.atWords.found(at: position).compactMap { place in
      let entry = index.atWords.pattern(place)
      let owner = owners[Int(entry >> 1)]
      if owner == Self.nobody { return nil }
      return CandidateFinder.Weak(
        entry: entry, wantsCapital: owner >= 0 && gates[Int(owner)].wantsCapital)
    }
  }
}
