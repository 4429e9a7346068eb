/// Finds where patterns may begin, in one pass over a text: the half of a scan that asks no PCRE2.
struct CandidateFinder: ~Copyable {
  /// A place at which a pattern may begin.
  struct Candidate: BitwiseCopyable {
    /// The number of the pattern.
    var pattern: Int32
    /// In bytes of the text.
    var start: Int32
    /// Where its match ends, where it is known without PCRE2 that there is one; else -1.
    var end: Int32
  }

  let set: PatternSet
  /// How many words, and finds in words, are remembered.
  private let limit: Int
  /// The words of the text at hand.
  private(set) var tokens = Tokens()
  /// Where patterns may begin in the text at hand, in the order of the places; at one place, shorter
  /// beginnings come first.
  private(set) var candidates = Buffer<Candidate>(capacity: 1 << 10)
  private var automaton: PrefixAutomaton
  /// What is known of the words so far.
  private var table: WordTable
  private var known = Buffer<Known>()
  /// Whether a pattern may begin with blanks and nothing more.
  private let findsBlanks: Bool
  /// The number of each word of the text at hand; -1 where it has none.
  private var numbers = Buffer<Int32>(capacity: 1 << 9)
  private var finds = Buffer<KnownFind>()
  /// What the text at hand is: patterns for other kinds of text begin nowhere in it.
  private var kind: UInt32 = .max
  /// For each letter, what begins with no more than that at a word; and those of them that the text
  /// at hand allows.
  private let allWeak: [[Weak]]
  /// Where they are among ``weakEntries``; `nil` for what the text at hand has not shown yet.
  private var weak = [Range<Int>?](repeating: nil, count: 128)
  private var weakEntries: [Weak] = []

  /// What begins with a letter that begins a word, whatever follows.
  struct Weak {
    var entry: Int32
    var wantsCapital: Bool
  }

  /// What a word sets off, whatever stands around it.
  struct Known: BitwiseCopyable {
    /// The states of a thread that began with it: at its end, and behind blanks that follow; and by
    /// what symbols it may go on from there.
    var end: Int32
    var spaced: Int32
    var endGoesOn: SymbolSet
    var spacedGoesOn: SymbolSet
    /// Whether the blanks that follow are enough to find something.
    var findsBlanks: Bool
    /// The state at its end of a thread that began with the blanks before it.
    var behindBlanks: Int32
    /// What they have found so far.
    var firstFind: Int32
    var findCount: Int32
    /// Its first letter, if a pattern may begin with no more; else 0.
    var letter: UInt8
  }

  /// What was found in a word, up to so many bytes behind its beginning.
  struct KnownFind: BitwiseCopyable {
    var find: PrefixAutomaton.Find
    var end: Int32
  }

  /// A finder for `set` that remembers `size` words, a power of two, and forgets all it knows behind
  /// `limit` steps of its automaton, so that hostile text cannot take all memory.
  init(_ set: PatternSet, size: Int, limit: Int = PrefixAutomaton.standardLimit) {
    self.set = set
    self.limit = limit
    automaton = PrefixAutomaton(set, limit: limit)
    findsBlanks = set.triesEveryBlank
    table = WordTable(size: size)
    allWeak = (0..<128 as Range<UInt8>).map(set.weakEntries)
  }

  /// Finds where patterns for texts of `kind` may begin in `bytes`, and adds to `contexts` where
  /// contexts may; `offset` is where in the ad the text begins.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case, or with
  /// a word that is too long to be one.
  mutating func find(
    in bytes: Span<UInt8>, kind: UInt32, offset: Int, contexts: inout ContextPlaces
  ) -> Bool {
    candidates.removeAll()
    guard tokens.read(bytes) else { return false }
    self.kind = kind
    weakEntries.removeAll(keepingCapacity: true)
    for symbol in weak.indices { weak[symbol] = nil }
    lookUpWords()
    var at = 0
    for index in 0..<tokens.words.count {
      let word = tokens.words[index]
      search(at..<Int(word.lower), in: bytes, offset, &contexts)
      prefetch(index &+ Self.ahead, in: bytes)
      visit(word, numbers[index], in: bytes, offset, &contexts)
      at = Int(word.upper)
    }
    search(at..<bytes.count, in: bytes, offset, &contexts)
    candidates.sortByStart()
    return true
  }

  /// Looks up all words of the text, so that what is known of them is on its way when it is asked for:
  /// waiting for it was most of the time.
  private mutating func lookUpWords() {
    for index in 0..<tokens.words.count { table.prefetch(tokens.words[index].hash) }
    numbers.removeAll()
    for index in 0..<tokens.words.count {
      let number = table.number(of: tokens.words[index].hash) ?? -1
      if number >= 0 { known.prefetch(number) }
      numbers.append(Int32(truncatingIfNeeded: number))
    }
  }

  /// Asks for what the word `index` leads to.
  @inline(__always) private func prefetch(_ index: Int, in bytes: Span<UInt8>) {
    guard index < numbers.count, case let number = Int(numbers[index]), number >= 0 else { return }
    finds.prefetch(Int(known[number].firstFind))
    let (spaced, next) = (Int(known[number].spaced), Int(tokens.words[index].upper) &+ 1)
    automaton.prefetch(Int(known[number].end))
    if spaced <= PrefixAutomaton.end || next >= bytes.count { return }
    automaton.prefetch(spaced)
    automaton.prefetchMove(from: spaced, by: PrefixSymbol.of(bytes[next]))
  }

  /// How many words before a word is visited what it leads to is asked for.
  private static var ahead: Int { 6 }

  /// Notes what may begin with the signs and blanks of `gap`, but for what goes on from blanks into a
  /// word.
  @inline(__always) private mutating func search(
    _ gap: Range<Int>, in bytes: Span<UInt8>, _ offset: Int, _ contexts: inout ContextPlaces
  ) {
    let isBeforeWord = gap.upperBound < bytes.count
    if gap.count == 1, isBeforeWord, bytes[gap.lowerBound] == PrefixSymbol.blank, !findsBlanks {
      return
    }
    var at = gap.lowerBound
    while at < gap.upperBound {
      let symbol = PrefixSymbol.next(in: bytes, &at)
      let isAtWord = isBeforeWord && at == gap.upperBound && symbol == PrefixSymbol.blank
      if isAtWord, !findsBlanks { return }
      let move = automaton.move(from: PrefixAutomaton.start, by: symbol)
      if move.hasFound { note(move.state, at, at, in: bytes, offset, &contexts) }
      // What goes on with the word is known of the word.
      if isAtWord { return }
      run(from: move.state, at, in: bytes, offset, &contexts)
    }
  }

  /// Notes what may begin with a word, in it, or with the blanks before it.
  @inline(__always) private mutating func visit(
    _ word: Tokens.Word, _ number: Int32, in bytes: Span<UInt8>, _ offset: Int,
    _ contexts: inout ContextPlaces
  ) {
    let (lower, upper) = (Int(word.lower), Int(word.upper))
    // It may have been new when it was looked up, and known since it was visited before.
    let number = number >= 0 ? Int(number) : table.number(of: word.hash) ?? study(word, in: bytes)
    let known = known[number]
    if known.letter != 0 { noteWeak(known.letter, lower, in: bytes, offset, &contexts) }
    let isBehindBlanks = lower > 0 && isBlank(bytes[lower - 1])
    let first = Int(known.firstFind)
    for index in first..<first &+ Int(known.findCount) {
      let (find, end) = (finds[index].find, lower &+ Int(finds[index].end))
      if !find.traits.contains(.beginsWithBlanks) {
        note(find, end &- Int(find.depth)..<end, in: bytes, offset, &contexts)
      } else if isBehindBlanks {
        noteAtBlanks(find, before: lower, end, in: bytes, offset, &contexts)
      }
    }
    if mayGoOn(known, behind: upper, in: bytes) {
      run(from: Int(known.end), upper, in: bytes, offset, &contexts)
    }
    if known.behindBlanks > PrefixAutomaton.end, isBehindBlanks {
      run(from: Int(known.behindBlanks), upper, in: bytes, offset, &contexts)
    }
  }

  /// Whether a thread that began with a word that ends at `upper` may go on or find anything there.
  @inline(__always) private func mayGoOn(
    _ known: Known, behind upper: Int, in bytes: Span<UInt8>
  ) -> Bool {
    if upper == bytes.count { return false }
    var at = upper
    let symbol = PrefixSymbol.next(in: bytes, &at)
    if symbol != PrefixSymbol.blank { return known.endGoesOn.contains(symbol) }
    if known.findsBlanks { return true }
    return at < bytes.count
      && known.spacedGoesOn.contains(PrefixSymbol.next(in: bytes, &at))
  }

  /// Whether a run of blanks may end with `byte`: the last byte of C2 A0 is one of other signs, too.
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0xA0 }

  /// Takes a thread that is in `state` before the byte `place` to its end, and notes what it finds.
  @inline(__always) private mutating func run(
    from state: Int, _ place: Int, in bytes: Span<UInt8>, _ offset: Int,
    _ contexts: inout ContextPlaces
  ) {
    var (state, at, start) = (state, place, place)
    while state > PrefixAutomaton.end, at < bytes.count {
      let symbol = PrefixSymbol.next(in: bytes, &at)
      // Before the place, each symbol was a byte.
      start &+= 1
      let move = automaton.move(from: state, by: symbol)
      state = move.state
      if move.hasFound { note(state, start, at, in: bytes, offset, &contexts) }
    }
  }

  /// Notes what was found in `state`, before the byte `end`. What began so many symbols ago began as
  /// many bytes before `origin`.
  private mutating func note(
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
  private mutating func noteAtBlanks(
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
  @inline(__always) private mutating func note(
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
    if find.pattern < 0 {
      let number = Int(PatternSet.code(ofContext: Int(find.pattern)))
      return contexts.add(offset + place.lowerBound, of: number)
    }
    if find.traits.contains(.wantsCapital), bytes[place.lowerBound] &- 0x41 >= 26 { return }
    candidates.append(
      Candidate(pattern: find.pattern, start: Int32(place.lowerBound), end: end))
  }

  /// Finds out what a word sets off that is new to this finder, and gives its number.
  @inline(never) private mutating func study(_ word: Tokens.Word, in bytes: Span<UInt8>) -> Int {
    if automaton.isFull || known.count + finds.count > limit {
      automaton.clear()
      table.removeAll()
      known.removeAll()
      finds.removeAll()
      for index in 0..<numbers.count { numbers[index] = -1 }
    }
    var (behindWord, behindBlanks) = (PrefixAutomaton.start, PrefixAutomaton.start)
    behindBlanks = automaton.move(from: behindBlanks, by: PrefixSymbol.blank).state
    let first = finds.count
    var letter: UInt8 = 0
    for at in Int(word.lower)..<Int(word.upper) {
      let symbol = PrefixSymbol.of(bytes[at])
      let end = Int32(at + 1) - word.lower
      let move = automaton.move(from: behindWord, by: symbol)
      behindWord = move.state
      if move.hasFound { keep(behindWord, end) }
      if end == 1 { letter = automaton.letter(in: behindWord) }
      if behindBlanks == PrefixAutomaton.end { continue }
      let other = automaton.move(from: behindBlanks, by: symbol)
      behindBlanks = other.state
      if other.hasFound { keep(behindBlanks, end) }
    }
    table.insert(known.count, for: word.hash)
    // Behind the word, no more begins in it.
    let spaced = automaton.move(from: behindWord, by: PrefixSymbol.blank)
    known.append(
      Known(
        end: Int32(behindWord), spaced: Int32(spaced.state),
        endGoesOn: automaton.goesOn(from: behindWord),
        spacedGoesOn: automaton.goesOn(from: spaced.state), findsBlanks: spaced.hasFound,
        behindBlanks: Int32(behindBlanks), firstFind: Int32(first),
        findCount: Int32(finds.count - first), letter: letter))
    return known.count - 1
  }

  private mutating func keep(_ state: Int, _ end: Int32) {
    for index in automaton.finds(in: state) {
      finds.append(KnownFind(find: automaton.find(index), end: end))
    }
  }

  /// Notes what may begin with `letter` alone, which stands at `start` and begins a word.
  private mutating func noteWeak(
    _ letter: UInt8, _ start: Int, in bytes: Span<UInt8>, _ offset: Int,
    _ contexts: inout ContextPlaces
  ) {
    let isCapital = bytes[start] &- 0x41 < 26
    for index in weak[Int(letter)] ?? findWeak(Int(letter))
    where isCapital || !weakEntries[index].wantsCapital {
      let entry = weakEntries[index].entry
      let find = PrefixAutomaton.Find(
        pattern: set.owners[Int(entry >> 1)], kinds: .max, depth: 1,
        traits: entry & 1 == 1 ? .isWhole : [])
      note(find, start..<start + 1, in: bytes, offset, &contexts)
    }
  }

  /// Finds what begins with no more than `letter` at a word, as far as the text at hand holds what it
  /// needs.
  private mutating func findWeak(_ letter: Int) -> Range<Int> {
    let first = weakEntries.count
    for one in allWeak[letter]
    where set.isFor(kind, set.owners[Int(one.entry >> 1)])
      && set.index.needs(of: Int(one.entry >> 1), areMetBy: tokens.present)
    {
      weakEntries.append(one)
    }
    weak[letter] = first..<weakEntries.count
    return first..<weakEntries.count
  }
}

extension PatternSet {
  /// Whether a pattern or context may begin with blanks and nothing more that is known: then it is
  /// tried at every blank of a text, which makes a scan a tenth slower.
  public var triesEveryBlank: Bool {
    var position = PrefixTree.Position.root
    guard index.anywhere.step(&position, PrefixSymbol.blank) else { return false }
    return index.anywhere.found(at: position).contains { place in
      owners[Int(index.anywhere.pattern(place) >> 1)] != Self.nobody
    }
  }

  /// What begins with no more than `symbol` at a word.
  fileprivate func weakEntries(of symbol: UInt8) -> [CandidateFinder.Weak] {
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

extension Buffer<CandidateFinder.Candidate> {
  /// Sorts candidates by their starts, those of one start as they are.
  ///
  /// They come in the order of the ends of their beginnings, so nearly all are in order; where many
  /// are not, as behind a million blanks, they are sorted as a whole.
  fileprivate mutating func sortByStart() {
    var moves = 0
    for index in 0..<count {
      let candidate = self[index]
      var place = index
      while place > 0, self[place &- 1].start > candidate.start {
        self[place] = self[place &- 1]
        place &-= 1
        moves &+= 1
      }
      if place < index { self[place] = candidate }
      if moves > 64 * count { return sortAll() }
    }
  }

  private mutating func sortAll() {
    let all = (0..<count).map { self[$0] }
    let order = all.indices.sorted { (all[$0].start, $0) < (all[$1].start, $1) }
    for (place, index) in order.enumerated() { self[place] = all[index] }
  }
}
