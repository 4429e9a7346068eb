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
    /// The number of the word that begins next behind its start.
    var next: Int32
  }

  let set: PatternSet
  /// How many words, and finds in words, are remembered.
  let limit: Int
  /// The words of the text at hand.
  private(set) var tokens = Tokens()
  /// Whether it holds what patterns need.
  var needs: NeedAnswers
  /// The word that is visited, or that follows the signs that are searched: its number, and where it
  /// begins.
  private(set) var wordAtHand: (number: Int32, lower: Int32) = (0, 0)
  /// Where patterns may begin in the text at hand, in the order of the places; at one place, shorter
  /// beginnings come first.
  var candidates = Buffer<Candidate>(capacity: 1 << 10)
  var automaton: PrefixAutomaton
  /// What is known of the words so far.
  var table = WordTable()
  var known = Buffer<Known>()
  /// Whether a pattern may begin with blanks and nothing more.
  private let findsBlanks: Bool
  /// The number of each word of the text at hand; -1 where it has none.
  var numbers = Buffer<Int32>(capacity: 1 << 9)
  var finds = Buffer<KnownFind>()
  /// What the text at hand is: patterns for other kinds of text begin nowhere in it.
  var kind: UInt32 = .max
  /// For each letter, what begins with no more than that at a word; and those of them that the text
  /// at hand allows.
  let allWeak: [[Weak]]
  /// Where they are among ``weakEntries``; `nil` for what the text at hand has not shown yet.
  var weak = [Range<Int>?](repeating: nil, count: 128)
  var weakEntries: [Weak] = []

  /// A finder for `set` that forgets all it knows behind `limit` steps of its automaton, or as many
  /// words and finds in them, so that hostile text cannot take all memory.
  init(_ set: PatternSet, limit: Int = PrefixAutomaton.standardLimit) {
    self.set = set
    self.limit = limit
    needs = NeedAnswers(set.index)
    automaton = PrefixAutomaton(set, limit: limit)
    findsBlanks = set.triesEveryBlank
    allWeak = (0..<128 as Range<UInt8>).map(set.weakEntries)
  }

  /// Finds where patterns for texts of `kind` may begin in `bytes`, and adds to `contexts` where
  /// contexts may, and what the text holds; `offset` is where in the ad the text begins.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case, or with
  /// a word that is too long to be one.
  mutating func find(
    in bytes: Span<UInt8>, kind: UInt32, offset: Int, contexts: inout ContextPlaces
  ) -> Bool {
    candidates.removeAll()
    guard tokens.read(bytes, &contexts.present) else { return false }
    self.kind = kind
    needs.forget()
    weakEntries.removeAll(keepingCapacity: true)
    for symbol in weak.indices { weak[symbol] = nil }
    lookUpWords()
    var at = 0
    for index in 0..<tokens.words.count {
      let word = tokens.words[index]
      wordAtHand = (Int32(truncatingIfNeeded: index), word.lower)
      search(at..<Int(word.lower), in: bytes, offset, &contexts)
      prefetch(index &+ Self.ahead, in: bytes)
      visit(word, numbers[index], in: bytes, offset, &contexts)
      at = Int(word.upper)
    }
    wordAtHand = (Int32(truncatingIfNeeded: tokens.words.count), .max)
    search(at..<bytes.count, in: bytes, offset, &contexts)
    candidates.sortByStart()
    return true
  }

  /// Whether the text at hand, or one of its ad before it, of which `present` tells, holds what the
  /// pattern `number` of the index needs.
  mutating func holdsNeeds(of number: Int, _ present: borrowing NeedSet) -> Bool {
    needs.areMet(number, by: present)
  }

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
      run(from: move.state, at, at, in: bytes, offset, &contexts)
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
    let behindWord = first &+ Int(known.findCount)
    for index in first..<behindWord {
      let (find, end) = (finds[index].find, lower &+ Int(finds[index].end))
      if !find.traits.contains(.beginsWithBlanks) {
        note(find, end &- Int(find.depth)..<end, in: bytes, offset, &contexts)
      } else if isBehindBlanks {
        noteAtBlanks(find, before: lower, end, in: bytes, offset, &contexts)
      }
    }
    if upper == bytes.count { return }
    var next = upper
    let symbol = PrefixSymbol.next(in: bytes, &next)
    if symbol == PrefixSymbol.blank {
      for index in behindWord..<behindWord &+ Int(known.spacedFindCount) {
        let find = finds[index].find
        // A run of blanks is one symbol.
        note(find, upper &+ 1 &- Int(find.depth)..<next, in: bytes, offset, &contexts)
      }
      var behindNext = next
      if next < bytes.count,
        known.spacedGoesOn.contains(PrefixSymbol.next(in: bytes, &behindNext))
      {
        run(from: Int(known.spaced), next, upper &+ 1, in: bytes, offset, &contexts)
      }
      if isBehindBlanks, known.exits.contains(.blankBehindBlanks) {
        run(from: Int(known.behindBlanks), upper, upper, in: bytes, offset, &contexts)
      }
    } else {
      if known.exits.contains(.sign) {
        run(from: Int(known.end), upper, upper, in: bytes, offset, &contexts)
      }
      if isBehindBlanks, known.exits.contains(.signBehindBlanks) {
        run(from: Int(known.behindBlanks), upper, upper, in: bytes, offset, &contexts)
      }
    }
  }

  /// Whether a run of blanks may end with `byte`: the last byte of C2 A0 is one of other signs, too.
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0xA0 }

  /// Takes a thread that is in `state` before the byte `place` to its end, and notes what it finds;
  /// what began so many symbols ago began as many bytes before `origin`.
  @inline(__always) private mutating func run(
    from state: Int, _ place: Int, _ origin: Int, in bytes: Span<UInt8>, _ offset: Int,
    _ contexts: inout ContextPlaces
  ) {
    var (state, at, start) = (state, place, origin)
    while state > PrefixAutomaton.end, at < bytes.count {
      let symbol = PrefixSymbol.next(in: bytes, &at)
      start &+= 1
      let move = automaton.move(from: state, by: symbol)
      state = move.state
      if move.hasFound { note(state, start, at, in: bytes, offset, &contexts) }
    }
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
