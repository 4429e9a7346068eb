extension CandidateFinder {
  /// What a word sets off, whatever stands around it: half a line of a cache.
  struct Known: BitwiseCopyable {
    /// The states of a thread that began with it: at its end, and behind blanks that follow; and by
    /// what symbols it may go on behind those.
    var end: Int32
    var spaced: Int32
    var spacedGoesOn: SymbolSet
    /// The state at its end of a thread that began with the blanks before it.
    var behindBlanks: Int32
    /// What they have found: so many up to the word's end, and behind those so many behind blanks
    /// that follow.
    var firstFind: Int32
    var findCount: Int32
    var spacedFindCount: UInt16
    /// Its first letter, if a pattern may begin with no more; else 0.
    var letter: UInt8
    var exits: Exits
  }

  /// By what a thread may go on at the end of a word.
  struct Exits: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// One that began with the word, by a sign.
    static let sign = Exits(rawValue: 1)
    /// One that began with the blanks before the word, by blanks.
    static let blankBehindBlanks = Exits(rawValue: 2)
    /// One that began with the blanks before the word, by a sign.
    static let signBehindBlanks = Exits(rawValue: 4)
  }

  /// What was found in a word, up to so many bytes behind its beginning; of what blanks behind it find,
  /// the text alone tells the end.
  struct KnownFind: BitwiseCopyable {
    var find: PrefixAutomaton.Find
    var end: Int32
  }

  /// Looks up all words of the text, so that what is known of them is on its way when it is asked for:
  /// waiting for it was most of the time.
  mutating func lookUpWords() {
    for index in 0..<tokens.words.count { table.prefetch(tokens.words[index].hash) }
    numbers.removeAll()
    for index in 0..<tokens.words.count {
      let number = table.number(of: tokens.words[index].hash) ?? -1
      if number >= 0 { known.prefetch(number) }
      numbers.append(Int32(truncatingIfNeeded: number))
    }
  }

  /// Asks for what the word `index` leads to.
  @inline(__always) func prefetch(_ index: Int, in bytes: Span<UInt8>) {
    guard index < numbers.count, case let number = Int(numbers[index]), number >= 0 else { return }
    finds.prefetch(Int(known[number].firstFind))
    let (spaced, next) = (Int(known[number].spaced), Int(tokens.words[index].upper) &+ 1)
    automaton.prefetch(Int(known[number].end))
    if spaced <= PrefixAutomaton.end || next >= bytes.count { return }
    automaton.prefetch(spaced)
    automaton.prefetchMove(from: spaced, by: PrefixSymbol.of(bytes[next]))
  }

  /// How many words before a word is visited what it leads to is asked for.
  static var ahead: Int { 6 }

  /// Finds out what a word sets off that is new to this finder, and gives its number.
  @inline(never) mutating func study(_ word: Tokens.Word, in bytes: Span<UInt8>) -> Int {
    if automaton.isFull || known.count + finds.count > limit {
      automaton.clear()
      table = WordTable()
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
    let behindFinds = finds.count
    // Behind the word, no more begins in it.
    let spaced = automaton.move(from: behindWord, by: PrefixSymbol.blank)
    if spaced.hasFound { keep(spaced.state, Int32(word.upper &+ 1) &- word.lower) }
    var exits = Exits()
    if goesOnWithSign(behindWord) { exits.insert(.sign) }
    if automaton.goesOn(from: behindBlanks).contains(PrefixSymbol.blank) {
      exits.insert(.blankBehindBlanks)
    }
    if goesOnWithSign(behindBlanks) { exits.insert(.signBehindBlanks) }
    table.insert(known.count, for: word.hash)
    known.append(
      Known(
        end: Int32(behindWord), spaced: Int32(spaced.state),
        spacedGoesOn: automaton.goesOn(from: spaced.state), behindBlanks: Int32(behindBlanks),
        firstFind: Int32(first), findCount: Int32(behindFinds - first),
        spacedFindCount: UInt16(finds.count - behindFinds), letter: letter, exits: exits))
    return known.count - 1
  }

  /// Whether a thread in `state` at the end of a word may go on by a sign.
  private mutating func goesOnWithSign(_ state: Int) -> Bool {
    let goesOn = automaton.goesOn(from: state)
    if goesOn.mayHoldMore(than: .wordOrBlank) { return true }
    return goesOn.contains(PrefixSymbol.exclamationMark)
      && automaton.move(from: state, by: PrefixSymbol.exclamationMark).state != PrefixAutomaton.end
  }

  private mutating func keep(_ state: Int, _ end: Int32) {
    for index in automaton.finds(in: state) {
      finds.append(KnownFind(find: automaton.find(index), end: end))
    }
  }
}
