/// The two trees of a pattern index as one automaton over the bytes of a text, made step by step as
/// texts ask for it.
///
/// A thread of it begins at each word, and at each sign and run of blanks. Its state stands for all
/// ways on which the text may be to a pattern since a byte of that word or sign, so a step is one look
/// at a table, however many ways are under way (Aho and Corasick, “Efficient string matching”, 1975;
/// made as needed, like the automata of RE2). A single thread for the whole text would have a state
/// for each pair of words.
struct PrefixAutomaton: ~Copyable {
  /// A pattern or context that may begin with what led to a state.
  struct Find: BitwiseCopyable {
    /// Its owner (``PatternSet/owners``).
    var pattern: Int32
    /// Its number in the index.
    var number: Int32
    /// The kinds of text in which it is looked for.
    var kinds: UInt32
    /// How many symbols ago it began.
    var depth: UInt16
    var traits: Traits
  }

  struct Traits: OptionSet, BitwiseCopyable {
    let rawValue: UInt16
    /// What led here is a match, if no word goes on around it.
    static let isWhole = Traits(rawValue: 1)
    static let wantsCapital = Traits(rawValue: 2)
    static let beginsWithBlanks = Traits(rawValue: 4)
    static let hasNeeds = Traits(rawValue: 8)
  }

  /// A state, and whether something was found there.
  struct Move: BitwiseCopyable {
    fileprivate var bits: UInt32

    /// To the end of a thread.
    @inline(__always) fileprivate static var end: Move { Move(bits: UInt32(PrefixAutomaton.end)) }

    @inline(__always) var state: Int { Int(bits & 0x7FFF_FFFF) }
    @inline(__always) var hasFound: Bool { bits >> 31 == 1 }
  }

  /// The state of a thread that begins; of one without a way, in its first word; and behind it, where
  /// it ends.
  @inline(__always) static var start: Int { 0 }
  @inline(__always) static var idle: Int { 1 }
  @inline(__always) static var end: Int { 2 }

  private let set: PatternSet
  private let limit: Int
  private var moves = MoveTable()
  private var states = Buffer<State>()
  private var stateWays = Buffer<Ways>()
  private var ways = Buffer<Way>()
  private var finds = Buffer<Find>()
  /// The states by their ways: numbers from 1 on, 0 in a free slot; at most half of them are taken.
  private var numbers = Buffer<Int32>()

  struct State: BitwiseCopyable {
    /// By what symbols the thread may go on.
    var goesOn = SymbolSet.all
    /// The first two moves that were taken, by their symbols; most states need no other. None while
    /// they have no bits.
    var move = Move(bits: 0)
    var other = Move(bits: 0)
    var moveSymbol: UInt8 = 0
    var otherSymbol: UInt8 = 0
    var phase: Phase
    /// The letter that led to it, if that began a word and a pattern may begin with no more; else 0.
    var letter: UInt8 = 0
    /// What was found.
    var firstFind: Int32
    var findCount: UInt16 = 0
  }

  /// The ways of a state, which only those ask for who make another.
  struct Ways: BitwiseCopyable {
    var first: Int32
    var count: UInt16
  }

  /// How far a thread is: before its first symbol, in the word that it began with, or behind that.
  enum Phase: UInt8, BitwiseCopyable {
    case start, inWord, behind

    /// By what symbols a thread goes on that is on no way yet.
    fileprivate var goesOn: SymbolSet {
      switch self {
      case .start: .all
      case .inWord: .word
      case .behind: SymbolSet()
      }
    }
  }

  /// A way on which a text is: the place in one of the trees, and how it got there.
  struct Way: Equatable, BitwiseCopyable {
    var position = PrefixTree.Position.root
    var depth: UInt16 = 0
    var isAtWord: Bool
    var beginsWithBlanks: Bool
  }

  /// An automaton of `set`, to be cleared behind `limit` steps.
  init(_ set: PatternSet, limit: Int) {
    self.set = set
    self.limit = limit
    clear()
  }

  /// The step from `state` by `symbol`.
  @inline(__always) mutating func move(from state: Int, by symbol: UInt8) -> Move {
    if !states[state].goesOn.contains(symbol) { return .end }
    let first = states[state].move
    if first.bits != 0, states[state].moveSymbol == symbol { return first }
    let second = states[state].other
    if second.bits != 0, states[state].otherSymbol == symbol { return second }
    let key = state << 7 | Int(symbol)
    return moves[key].map { Move(bits: $0) } ?? take(from: state, by: symbol, key)
  }

  /// Says that `state` is asked for soon.
  @inline(__always) func prefetch(_ state: Int) { states.prefetch(state) }

  /// Says that the step from `state` by `symbol` is asked for soon.
  @inline(__always) func prefetchMove(from state: Int, by symbol: UInt8) {
    moves.prefetch(state << 7 | Int(symbol))
  }

  /// By what symbols a thread in `state` may go on.
  @inline(__always) func goesOn(from state: Int) -> SymbolSet { states[state].goesOn }

  /// What was found in `state`, for ``find(_:)``.
  @inline(__always) func finds(in state: Int) -> Range<Int> {
    let first = Int(states[state].firstFind)
    return first..<first &+ Int(states[state].findCount)
  }

  @inline(__always) func find(_ index: Int) -> Find { finds[index] }

  /// The letter that led to `state` if it began a word and a pattern may begin with no more; else 0.
  @inline(__always) func letter(in state: Int) -> UInt8 { states[state].letter }

  /// Whether it has taken so many steps that it should forget them.
  @inline(__always) var isFull: Bool { moves.count + states.count > limit }

  /// So many steps in the table take 4 MB, and all else 5; as many words take 8 MB at most
  /// (``WordTable``). Ads of 9 MB take half of the steps and a tenth of the words.
  static let standardLimit = 393_216
}

// MARK: Making

extension PrefixAutomaton {
  /// Forgets all steps and states but the first three.
  mutating func clear() {
    moves = MoveTable()
    states.removeAll()
    stateWays.removeAll()
    ways.removeAll()
    finds.removeAll()
    numbers.removeAll()
    numbers.append(repeating: 0, count: 1 << 10)
    for phase in [Phase.start, .inWord, .behind] {
      states.append(State(goesOn: phase.goesOn, phase: phase, firstFind: 0))
      stateWays.append(Ways(first: 0, count: 0))
    }
  }

  /// Takes a step that was not taken before, and remembers it.
  @inline(never) private mutating func take(
    from number: Int, by symbol: UInt8, _ key: Int
  ) -> Move {
    let (state, before) = (states[number], stateWays[number])
    let first = ways.count
    for index in 0..<Int(before.count) { goOn(ways[Int(before.first) + index], by: symbol) }
    let isOfWord = PrefixSymbol.isWord(symbol)
    // No match begins inside a character.
    if state.phase == .start
      ? !PrefixSymbol.isInCharacter(symbol) : state.phase == .inWord && isOfWord
    {
      let isBlank = symbol == PrefixSymbol.blank
      goOn(Way(isAtWord: false, beginsWithBlanks: isBlank), by: symbol)
    }
    if state.phase == .start, isOfWord {
      goOn(Way(isAtWord: true, beginsWithBlanks: false), by: symbol)
    }
    let phase = state.phase != .behind && isOfWord ? Phase.inWord : .behind
    let move = self.state(of: phase, waysFrom: first)
    if states[number].move.bits == 0 {
      states[number].move = move
      states[number].moveSymbol = symbol
    } else if states[number].other.bits == 0 {
      states[number].other = move
      states[number].otherSymbol = symbol
    } else {
      moves.insert(move.bits, for: key)
    }
    return move
  }

  /// Adds `way` one symbol further, if it goes on.
  private mutating func goOn(_ way: Way, by symbol: UInt8) {
    var way = way
    let tree = way.isAtWord ? set.index.atWords : set.index.anywhere
    guard tree.step(&way.position, symbol) else { return }
    way.depth += 1
    ways.append(way)
  }

  /// The state of a thread in `phase` with the ways from number `first` on, which are kept if there
  /// was none.
  private mutating func state(of phase: Phase, waysFrom first: Int) -> Move {
    let count = ways.count - first
    if count == 0 {
      return Move(
        bits: UInt32(phase == .behind ? Self.end : phase == .inWord ? Self.idle : Self.start))
    }
    var slot = slot(of: phase, first, count)
    if numbers[slot] != 0 {
      ways.removeLast(count)
      return move(to: Int(numbers[slot]) - 1)
    }
    if 2 * states.count > numbers.count {
      widen()
      slot = self.slot(of: phase, first, count)
    }
    var state = State(goesOn: phase.goesOn, phase: phase, firstFind: Int32(finds.count))
    for way in first..<ways.count { note(ways[way], in: &state) }
    state.findCount = UInt16(finds.count - Int(state.firstFind))
    states.append(state)
    stateWays.append(Ways(first: Int32(first), count: UInt16(count)))
    numbers[slot] = Int32(states.count)
    return move(to: states.count - 1)
  }

  private func move(to number: Int) -> Move {
    let hasFound = states[number].findCount > 0 || states[number].letter != 0
    return Move(bits: UInt32(number) | (hasFound ? 1 << 31 : 0))
  }

  /// The slot of the state in `phase` with the `count` ways from number `first` on, or a free one.
  private func slot(of phase: Phase, _ first: Int, _ count: Int) -> Int {
    var hash = UInt64(phase.rawValue)
    for way in first..<first + count {
      let position = ways[way].position
      let place = UInt64(UInt32(position.node)) << 32 | UInt64(UInt32(position.offset)) << 1
      hash = (hash ^ place ^ (ways[way].isAtWord ? 1 : 0)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    var slot = Int(truncatingIfNeeded: hash >> 20) & (numbers.count - 1)
    while numbers[slot] != 0 {
      let number = Int(numbers[slot]) - 1
      let known = stateWays[number]
      if Int(known.count) == count, states[number].phase == phase,
        areSame(Int(known.first), first, count)
      {
        return slot
      }
      slot = (slot + 1) & (numbers.count - 1)
    }
    return slot
  }

  /// Whether the `count` ways from number `one` on are those from number `other` on.
  private func areSame(_ one: Int, _ other: Int, _ count: Int) -> Bool {
    for index in 0..<count where ways[one + index] != ways[other + index] { return false }
    return true
  }

  /// Doubles the slots of the states.
  private mutating func widen() {
    let size = 2 * numbers.count
    numbers.removeAll()
    numbers.append(repeating: 0, count: size)
    for number in Self.end + 1..<states.count {
      let ways = stateWays[number]
      let slot = slot(of: states[number].phase, Int(ways.first), Int(ways.count))
      numbers[slot] = Int32(number + 1)
    }
  }

  /// Notes what may begin with what led to the end of `way`.
  private mutating func note(_ way: Way, in state: inout State) {
    let tree = way.isAtWord ? set.index.atWords : set.index.anywhere
    tree.addNext(at: way.position, to: &state.goesOn)
    for index in tree.found(at: way.position) {
      let entry = tree.pattern(index)
      let pattern = set.owners[Int(entry >> 1)]
      if pattern == PatternSet.nobody { continue }
      if way.isAtWord, way.depth == 1 {
        state.letter = tree.symbol(before: way.position)
        continue
      }
      var traits: Traits = way.beginsWithBlanks ? .beginsWithBlanks : []
      if entry & 1 == 1 { traits.insert(.isWhole) }
      if set.index.hasNeeds(Int(entry >> 1)) { traits.insert(.hasNeeds) }
      var kinds = UInt32.max
      if pattern >= 0 {
        kinds = set.gates[Int(pattern)].kinds
        if set.gates[Int(pattern)].wantsCapital { traits.insert(.wantsCapital) }
      }
      finds.append(
        Find(
          pattern: pattern, number: entry >> 1, kinds: kinds, depth: way.depth, traits: traits))
    }
  }
}
