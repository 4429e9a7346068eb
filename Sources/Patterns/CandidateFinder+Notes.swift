extension CandidateFinder {
  /// Notes what was found in `state`, before the byte `end`. What began so many symbols ago began as
  /// many bytes before `origin`.
  mutating func note(
    _ state: Int, _ origin: Int, _ end: Int, in bytes: Span<UInt8>, _ offset: Int,
    _ contexts: inout ContextPlaces
  ) {
    for index in automaton.finds(in: state) {
      let find = automaton.find(index)
      let start = origin &- Int(find.depth)
      if find.traits.contains(.beginsWithBlanks) {
        noteAtBlanks(find, before: start + 1, end, in: bytes, offset, &contexts)
      } else {
        note(find, start..<end, in: bytes, offset, &contexts)
      }
    }
  }

  /// Notes that what was found may begin at each of the blanks before `upper`.
  mutating func noteAtBlanks(
    _ find: PrefixAutomaton.Find, before upper: Int, _ end: Int, in bytes: Span<UInt8>,
    _ offset: Int, _ contexts: inout ContextPlaces
  ) {
    var start = upper
    while start > 0 {
      if bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
        start -= 1
      } else if start > 1, bytes[start - 1] == 0xA0, bytes[start - 2] == 0xC2 {
        start -= 2
      } else {
        break
      }
    }
    // No match begins inside a character.
    for start in start..<upper where bytes[start] & 0xC0 != 0x80 {
      note(find, start..<end, in: bytes, offset, &contexts)
    }
  }

  /// Notes that what was found may begin at the start of `place`, the text of which is a match where
  /// the find is whole and no word goes on around it.
  @inline(__always) mutating func note(
    _ find: PrefixAutomaton.Find, _ place: Range<Int>, in bytes: Span<UInt8>, _ offset: Int,
    _ contexts: inout ContextPlaces
  ) {
    if find.kinds & kind == 0 { return }
    var end: Int32 = -1
    if find.traits.contains(.isWhole) {
      let before = place.lowerBound > 0 ? bytes[place.lowerBound - 1] : 0
      let after = place.upperBound < bytes.count ? bytes[place.upperBound] : 0
      // Whether a sign beyond ASCII is part of a word, PCRE2 knows.
      if (before | after) < 0x80 {
        if WordByte.isWord(before) || WordByte.isWord(after) { return }
        end = Int32(place.upperBound)
      }
    }
    if find.traits.contains(.hasNeeds), !needs.areMet(Int(find.number), by: contexts.present) {
      return
    }
    if find.pattern < 0 {
      let number = Int(PatternSet.code(ofContext: Int(find.pattern)))
      return contexts.add(offset + place.lowerBound, of: number)
    }
    if find.traits.contains(.wantsCapital), bytes[place.lowerBound] &- 0x41 >= 26 { return }
    let isBehind = place.lowerBound >= Int(wordAtHand.lower)
    candidates.append(
      Candidate(
        pattern: find.pattern, start: Int32(place.lowerBound), end: end,
        next: wordAtHand.number &+ (isBehind ? 1 : 0)))
  }
}
