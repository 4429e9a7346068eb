/// Finds where patterns may begin, in one pass over a text: the half of a scan that asks no PCRE2.
///
/// Each different word is studied once, and what it sets off is remembered under its hash, so a word
/// that was seen before costs one look at a table; most words set off nothing. From the end of a
/// word that may begin a pattern the text is walked along a tree of prefixes, if the sign or word
/// that follows is one that goes on there.
struct CandidateFinder: ~Copyable {
  /// A place at which a pattern may begin.
  struct Candidate {
    /// The number of the pattern; below ``PatternSet/nobody`` for a context.
    var pattern: Int32
    /// In bytes of the text.
    var start: Int32
    /// Where its match ends, where it is known without PCRE2 that there is one; else -1.
    var end: Int32
  }

  let set: PatternSet
  private var tokens: [Token] = []
  /// The words and signs of the text at hand.
  private(set) var present = NeedSet()
  private var words: WordTable
  /// The calls of all words that are known, those of a word side by side; the first is of no word.
  private var calls = [Call.none]
  /// For each symbol that something begins with, what may follow it.
  private var seconds = [SymbolSet](repeating: SymbolSet(), count: 128)
  /// For each symbol, what begins with no more than that at a word; and those of them that the text
  /// at hand allows.
  private let allWeak: [[Weak]]
  private var weak = [Range<Int>](repeating: 0..<0, count: 128)
  private var weakEntries: [Weak] = []
  /// Where in the tree of what begins anywhere a blank leads, if what begins with blanks goes on with
  /// more, so that the word behind them tells what may begin at them.
  private let behindBlanks: PrefixTree.Position?

  /// A word of the text at hand.
  struct Token {
    var lower: Int32
    var upper: Int32
    var hash: UInt64
  }

  /// What a word sets off.
  private struct Call {
    /// What may follow the end of the word in the tree, and what behind blanks.
    var next = SymbolSet()
    var nextBehindBlanks = SymbolSet()
    /// The entry of the pattern that may begin, whatever follows the word; or the edge of the place
    /// in the tree where the end of the word is, and how far along that edge.
    var entry: Int32
    var offset: Int16 = 0
    /// Where in the word a match may begin.
    var start: Int16
    /// The tree, and whether a match begins with the blanks before the word.
    var beginning: Beginning
    /// Whether it depends on what follows.
    var isOpen = false
    var isLast = false

    static let none = Call(entry: 0, start: 0, beginning: .atWord, isLast: true)
  }

  /// What begins with a letter that begins a word, whatever follows.
  fileprivate struct Weak {
    var entry: Int32
    var wantsCapital: Bool
  }

  /// Where patterns begin.
  fileprivate enum Beginning: UInt8 { case atWord, anywhere, atBlanks }

  /// A finder for `set` that remembers `size` words, a power of two.
  init(_ set: PatternSet, size: Int) {
    self.set = set
    words = WordTable(size: size)
    allWeak = (0..<128 as Range<UInt8>).map(set.weakEntries)
    let blank = Int(PrefixSymbol.blank)
    for symbol in seconds.indices {
      seconds[symbol] = set.followers(of: UInt8(symbol), at: .root, in: set.index.anywhere)
    }
    var position = PrefixTree.Position.root
    behindBlanks =
      seconds[blank] != .all && set.index.anywhere.step(&position, PrefixSymbol.blank)
      ? position : nil
  }

  /// Appends to `candidates` where patterns may begin in `bytes`, in the order of their places.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case, or with
  /// a word that is too long to be one.
  mutating func find(in bytes: Span<UInt8>, into candidates: inout [Candidate]) -> Bool {
    guard tokenize(bytes) else { return false }
    findWeak()
    var at = 0
    for index in tokens.indices {
      let token = tokens[index]
      search(at..<Int(token.lower), in: bytes, into: &candidates)
      at = Int(token.upper)
      visit(token, in: bytes, into: &candidates)
    }
    search(at..<bytes.count, in: bytes, into: &candidates)
    return true
  }

  /// Notes the words of `bytes`, all of them before any is looked up, so that the processor can
  /// fetch what is known of many words at once.
  private mutating func tokenize(_ bytes: Span<UInt8>) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    present.removeAll()
    let count = bytes.count
    var at = 0
    while at < count {
      let byte = bytes[at]
      var folded = WordByte.folded(byte)
      if folded == 0 {
        if byte >= 0x80 {
          if Self.isKelvinOrLongS(bytes, at) { return false }
        } else if let key = NeedKey.sign(byte) {
          present.insert(key)
        }
        at &+= 1
        continue
      }
      let start = at
      var hash = WordHash()
      var head: UInt32 = 0
      // The first four letters, the first of them lowest.
      var shift: UInt32 = 0
      repeat {
        hash.add(folded)
        if shift < 32 { head |= UInt32(folded) &<< shift }
        shift &+= 8
        at &+= 1
        folded = at < count ? WordByte.folded(bytes[at]) : 0
      } while folded != 0
      if at &- start > Self.longestWord { return false }
      present.insert(NeedKey.word(head))
      tokens.append(Token(lower: Int32(start), upper: Int32(at), hash: hash.value))
    }
    return true
  }

  /// The most bytes of a word.
  private static let longestWord = 10_000

  /// U+212A and U+017F are `k` and `s` to a caseless match in UTF mode, but not to our hashes.
  private static func isKelvinOrLongS(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0xC5 { return at + 1 < bytes.count && bytes[at + 1] == 0xBF }
    return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x84
      && bytes[at + 2] == 0xAA
  }

  /// Notes what may begin at the bytes of `gap`, none of which is part of a word.
  @inline(__always) private mutating func search(
    _ gap: Range<Int>, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    if gap.isEmpty { return }
    let isBeforeWord = gap.upperBound < bytes.count && behindBlanks != nil
    if isBeforeWord, gap.count == 1, bytes[gap.lowerBound] == PrefixSymbol.blank { return }
    for at in gap {
      // No match begins inside a character.
      if bytes[at] & 0xC0 == 0x80 { continue }
      var next = at
      let first = PrefixSymbol.next(in: bytes, &next)
      // What begins at the last blanks the word behind them will tell.
      if isBeforeWord, first == PrefixSymbol.blank, next == gap.upperBound { return }
      let seconds = seconds[Int(first)]
      if seconds.isEmpty { continue }
      if next < bytes.count, !seconds.contains(PrefixSymbol.next(in: bytes, &next)) { continue }
      walk(.anywhere, from: .root, at: at, start: at, in: bytes, into: &candidates)
    }
  }

  @inline(__always) private mutating func visit(
    _ token: Token, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    let lead = bytes[Int(token.lower)]
    let isCapital = lead &- 0x41 < 26
    for index in weak[Int(PrefixSymbol.of(lead))]
    where isCapital || !weakEntries[index].wantsCapital {
      let start = Int(token.lower)
      note(weakEntries[index].entry, start..<start + 1, in: bytes, into: &candidates)
    }
    let first = words.calls(of: token.hash) ?? study(token, in: bytes)
    if first != WordTable.nothing { answer(first, token, in: bytes, into: &candidates) }
  }

  /// Makes the calls of a word.
  private func answer(
    _ first: Int, _ token: Token, in bytes: Span<UInt8>,
    into candidates: inout [Candidate]
  ) {
    let end = Int(token.upper)
    var next = end
    var (isBlank, isLast) = (false, next == bytes.count)
    var symbol = isLast ? 0 : PrefixSymbol.next(in: bytes, &next)
    if symbol == PrefixSymbol.blank {
      (isBlank, isLast) = (true, next == bytes.count)
      symbol = isLast ? 0 : PrefixSymbol.next(in: bytes, &next)
    }
    var index = first
    while true {
      let call = calls[index]
      index &+= 1
      let isWanted =
        !call.isOpen
        || (isLast
          ? isBlank : (isBlank ? call.nextBehindBlanks : call.next).contains(symbol))
      if !isWanted {
        if call.isLast { return }
        continue
      }
      let start = Int(token.lower) + Int(call.start)
      if call.beginning != .atBlanks {
        make(call, at: start, end, in: bytes, into: &candidates)
      } else {
        for start in blanks(before: start, in: bytes) where bytes[start] & 0xC0 != 0x80 {
          make(call, at: start, end, in: bytes, into: &candidates)
        }
      }
      if call.isLast { return }
    }
  }

  /// Makes a call that begins at `start`, for a word that ends at `end`.
  @inline(__always) private func make(
    _ call: Call, at start: Int, _ end: Int, in bytes: Span<UInt8>,
    into candidates: inout [Candidate]
  ) {
    if call.isOpen {
      let position = PrefixTree.Position(edge: call.entry, offset: Int32(call.offset))
      walk(call.beginning, from: position, at: end, start: start, in: bytes, into: &candidates)
    } else {
      note(call.entry, start..<end, in: bytes, into: &candidates)
    }
  }

  /// The blanks before `end`.
  private func blanks(before end: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var start = end
    while start > 0 {
      if bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
        start -= 1
      } else if start > 1, bytes[start - 1] == 0xA0, bytes[start - 2] == 0xC2 {
        start -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Follows the text from `at` along a tree, and notes what may begin at `start`.
  private func walk(
    _ beginning: Beginning, from position: PrefixTree.Position, at place: Int, start: Int,
    in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    if beginning == .atWord {
      set.index.atWords.walk(bytes, from: place, at: position) { patterns, end in
        for index in patterns {
          note(set.index.atWords.pattern(index), start..<end, in: bytes, into: &candidates)
        }
      }
    } else {
      set.index.anywhere.walk(bytes, from: place, at: position) { patterns, end in
        for index in patterns {
          note(set.index.anywhere.pattern(index), start..<end, in: bytes, into: &candidates)
        }
      }
    }
  }

  /// Notes that the pattern of `entry` may begin at the start of `place`, the text of which is a
  /// match where the entry is whole and no word goes on around it.
  @inline(__always) private func note(
    _ entry: Int32, _ place: Range<Int>, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    let pattern = set.owners[Int(entry >> 1)]
    if pattern == PatternSet.nobody { return }
    var end: Int32 = -1
    if entry & 1 == 1 {
      let before = place.lowerBound > 0 ? bytes[place.lowerBound - 1] : 0
      let after = place.upperBound < bytes.count ? bytes[place.upperBound] : 0
      // Whether a sign beyond ASCII is part of a word, PCRE2 knows.
      if (before | after) < 0x80 {
        if WordByte.isWord(before) || WordByte.isWord(after) { return }
        end = Int32(place.upperBound)
      }
    }
    candidates.append(Candidate(pattern: pattern, start: Int32(place.lowerBound), end: end))
  }
}

// MARK: Words that are new

extension CandidateFinder {
  /// The most calls that are remembered, so that hostile text cannot take all memory.
  private static var callLimit: Int { 1 << 20 }

  /// Collects the calls of a word that is new to this finder, and remembers them.
  private mutating func study(_ token: Token, in bytes: Span<UInt8>) -> Int {
    if calls.count > Self.callLimit {
      calls.removeLast(calls.count - 1)
      words.removeAll()
    }
    let word = Int(token.lower)..<Int(token.upper)
    let first = calls.count
    if let behindBlanks { collect(.atBlanks, from: behindBlanks, word, in: bytes) }
    collect(.atWord, from: .root, word, in: bytes)
    for start in word {
      let seconds = seconds[Int(PrefixSymbol.of(bytes[start]))]
      let isLast = start + 1 == word.upperBound
      if seconds.isEmpty || !isLast && !seconds.contains(PrefixSymbol.of(bytes[start + 1])) {
        continue
      }
      collect(.anywhere, from: .root, start..<word.upperBound, of: word.lowerBound, in: bytes)
    }
    let hasCalls = calls.count > first
    if hasCalls { calls[calls.count - 1].isLast = true }
    words.insert(hasCalls ? first : WordTable.nothing, for: token.hash)
    return hasCalls ? first : WordTable.nothing
  }

  /// Adds the calls for what goes on at `position` with `rest`, the end of the word at `lower`.
  private mutating func collect(
    _ beginning: Beginning, from position: PrefixTree.Position, _ rest: Range<Int>,
    of lower: Int? = nil, in bytes: Span<UInt8>
  ) {
    let tree = beginning == .atWord ? set.index.atWords : set.index.anywhere
    let start = Int16(rest.lowerBound - (lower ?? rest.lowerBound))
    var position = position
    for at in rest {
      guard tree.step(&position, PrefixSymbol.of(bytes[at])) else { return }
      // One letter says too little to be remembered with each word.
      if beginning == .atWord, at == rest.lowerBound { continue }
      for index in tree.found(at: position) {
        let entry = tree.pattern(index)
        // A whole match does not end within the word.
        let isWanted = entry & 1 == 0 || at + 1 == rest.upperBound
        if isWanted, set.owners[Int(entry >> 1)] != PatternSet.nobody {
          calls.append(Call(entry: entry, start: start, beginning: beginning))
        }
      }
    }
    var call = Call(
      entry: position.edge, offset: Int16(position.offset), start: start, beginning: beginning,
      isOpen: true)
    call.next = tree.next(at: position, isAfterWord: true)
    if call.next.contains(PrefixSymbol.blank) {
      call.nextBehindBlanks = set.followers(of: PrefixSymbol.blank, at: position, in: tree)
    }
    if !call.next.isEmpty { calls.append(call) }
  }

  /// Finds what begins with no more than the first letter of a word, as far as the text at hand
  /// holds what it needs.
  private mutating func findWeak() {
    weakEntries.removeAll(keepingCapacity: true)
    for symbol in weak.indices {
      let first = weakEntries.count
      for one in allWeak[symbol] where set.index.needs(of: Int(one.entry >> 1), areMetBy: present) {
        weakEntries.append(one)
      }
      weak[symbol] = first..<weakEntries.count
    }
  }
}

extension PatternSet {
  /// What may follow `symbol` where it follows at `position`: all where something begins with no
  /// more than that.
  fileprivate func followers(
    of symbol: UInt8, at position: PrefixTree.Position, in tree: PrefixTree
  ) -> SymbolSet {
    var position = position
    guard tree.step(&position, symbol) else { return SymbolSet() }
    let isEnough = tree.found(at: position).contains { index in
      owners[Int(tree.pattern(index) >> 1)] != Self.nobody
    }
    return isEnough ? .all : tree.next(at: position)
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
