extension CandidateFinder {
  /// The most calls that are remembered, so that hostile text cannot take all memory.
  private static var callLimit: Int { 1 << 20 }

  /// Collects the calls of a word that is new to this finder, and remembers them.
  mutating func study(_ token: Tokens.Word, in bytes: Span<UInt8>) -> Int {
    if calls.count > Self.callLimit {
      calls.removeAll()
      goingOn.removeAll()
      words.removeLast(words.count - 1)
      table.removeAll()
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
    let number = calls.count > first ? words.count : WordTable.nothing
    if calls.count > first { words.append(gathered(from: first)) }
    table.insert(number, for: token.hash)
    return number
  }

  /// The calls from `first` on.
  private func gathered(from first: Int) -> Calls {
    var word = Calls(first: Int32(first), end: Int32(calls.count))
    for one in goingOn[first...] {
      word.goingOn.behindWord.formUnion(one.behindWord)
      word.goingOn.behindBlanks.formUnion(one.behindBlanks)
    }
    return word
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
          goingOn.append(.anyhow)
        }
      }
    }
    var next = GoingOn(behindWord: tree.next(at: position, isAfterWord: true))
    if next.behindWord.isEmpty { return }
    if next.behindWord.contains(PrefixSymbol.blank) {
      next.behindBlanks = set.followers(of: PrefixSymbol.blank, at: position, in: tree)
    }
    calls.append(
      Call(
        entry: position.node, offset: Int16(position.offset), start: start, beginning: beginning,
        isOpen: true))
    goingOn.append(next)
  }

  /// Forgets what the last text allowed.
  mutating func forgetWeak() {
    weakEntries.removeAll(keepingCapacity: true)
    for symbol in weak.indices { weak[symbol] = nil }
  }

  /// Finds what begins with no more than `symbol` at a word, as far as the text at hand holds what it
  /// needs.
  mutating func findWeak(_ symbol: Int) -> Range<Int> {
    let first = weakEntries.count
    for one in allWeak[symbol]
    where set.isFor(kind, set.owners[Int(one.entry >> 1)])
      && set.index.needs(of: Int(one.entry >> 1), areMetBy: tokens.present)
    {
      weakEntries.append(one)
    }
    weak[symbol] = first..<weakEntries.count
    return first..<weakEntries.count
  }
}

extension PatternSet {
  /// Whether a pattern or context may begin with blanks and nothing more that is known: then it is
  /// tried at every blank of a text, which makes a scan a tenth slower.
  public var triesEveryBlank: Bool {
    followers(of: PrefixSymbol.blank, at: .root, in: index.anywhere) == .all
  }

  /// What may follow `symbol` where it follows at `position`: all where something begins with no
  /// more than that.
  func followers(
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
