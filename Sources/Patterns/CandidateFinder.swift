/// Finds where patterns may begin, in one pass over a text: the half of a scan that asks no PCRE2.
///
/// Each different word is studied once, and what it sets off is remembered under its hash, so a word
/// that was seen before costs one look at a table; most words set off nothing. From the end of a
/// word that may begin a pattern the text is walked along a tree of prefixes.
struct CandidateFinder: ~Copyable {
  /// A place at which a pattern may begin.
  struct Candidate {
    /// The number of the pattern; below ``PrefixTree/nobody`` for a context.
    var pattern: Int32
    /// In bytes of the text.
    var start: Int32
  }

  private let atWords: PrefixTree
  private let anywhere: PrefixTree
  private var tokens: [Token] = []
  /// The words and signs of the text at hand.
  private(set) var present = NeedSet()
  private let mask: Int
  private var studied: [Studied]
  private var calls: [Call] = []

  /// A word of the text at hand.
  private struct Token {
    var lower: Int32
    var upper: Int32
    var hash: UInt64
  }

  /// What a word sets off.
  private struct Call {
    /// Where in the word a match may begin.
    var start: Int32
    /// The pattern that may begin there, whatever follows the word; ``PrefixTree/nobody`` where it
    /// depends on what follows.
    var pattern: Int32
    /// Where in the tree of what begins anywhere the end of the word is.
    var position = PrefixTree.Position.root
  }

  /// What is known of a word.
  private struct Studied {
    var hash: UInt64 = 0
    /// Where in the tree of what begins at words its end is; the root where that is nowhere.
    var position = PrefixTree.Position.root
    /// Its calls.
    var lower: Int32 = 0
    var count: Int32 = 0
  }

  /// A finder that remembers `size` words, a power of two; 2^15 of them take 1 MiB and hold nearly
  /// every word that comes again (9 MB of ads have 30,000 different ones).
  init(_ atWords: PrefixTree, anywhere: PrefixTree, size: Int) {
    self.atWords = atWords
    self.anywhere = anywhere
    mask = size - 1
    studied = [Studied](repeating: Studied(), count: size)
  }

  /// Appends to `candidates` where patterns may begin in `bytes`, in the order of their places.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case, or with
  /// a word that is too long to be one.
  mutating func find(in bytes: Span<UInt8>, into candidates: inout [Candidate]) -> Bool {
    guard tokenize(bytes) else { return false }
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
        at += 1
        continue
      }
      let start = at
      var hash = WordHash()
      var head: UInt32 = 0
      repeat {
        hash.add(folded)
        if at - start < 4 { head |= UInt32(folded) << UInt32(8 * (at - start)) }
        at += 1
        folded = at < count ? WordByte.folded(bytes[at]) : 0
      } while folded != 0
      if at - start > Self.longestWord { return false }
      present.insert(NeedKey.word(head))
      tokens.append(Token(lower: Int32(start), upper: Int32(at), hash: hash.value))
    }
    return true
  }

  /// Notes what may begin at the bytes of `gap`, none of which is part of a word.
  @inline(__always) private mutating func search(
    _ gap: Range<Int>, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    for at in gap {
      let byte = bytes[at]
      // No match begins inside a character.
      if byte & 0xC0 == 0x80 { continue }
      let mayBeBlank = byte == 0x20 || byte == 0x09 || byte == 0xC2
      if mayBeBlank && anywhere.begins(with: PrefixSymbol.blank)
        || anywhere.begins(with: PrefixSymbol.of(byte))
      {
        walk(anywhere, from: .root, at: at, start: at, in: bytes, into: &candidates)
      }
    }
  }

  /// The most bytes of a word.
  private static let longestWord = 10_000

  /// U+212A and U+017F are `k` and `s` to a caseless match in UTF mode, but not to our hashes.
  private static func isKelvinOrLongS(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0xC5 { return at + 1 < bytes.count && bytes[at + 1] == 0xBF }
    return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x84
      && bytes[at + 2] == 0xAA
  }

  @inline(__always) private mutating func visit(
    _ token: Token, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    let word = Int(token.lower)..<Int(token.upper)
    let slot = Int(truncatingIfNeeded: (token.hash &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    var known = studied[slot]
    if known.hash != token.hash {
      known = study(word, hash: token.hash, in: bytes)
      studied[slot] = known
    }
    if known.count > 0 { answer(known, word, in: bytes, into: &candidates) }
    if known.position.edge != 0 {
      walk(
        atWords, from: known.position, at: word.upperBound, start: word.lowerBound, in: bytes,
        into: &candidates)
    }
  }

  /// Makes the calls of a word.
  private func answer(
    _ known: Studied, _ word: Range<Int>, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    for index in Int(known.lower)..<Int(known.lower + known.count) {
      let call = calls[index]
      let start = word.lowerBound + Int(call.start)
      if call.pattern != PrefixTree.nobody {
        candidates.append(Candidate(pattern: call.pattern, start: Int32(start)))
      } else {
        walk(
          anywhere, from: call.position, at: word.upperBound, start: start, in: bytes,
          into: &candidates)
      }
    }
  }

  /// Follows the text from `at` along `tree`, and notes what may begin at `start`.
  @inline(__always) private func walk(
    _ tree: borrowing PrefixTree, from position: PrefixTree.Position, at place: Int, start: Int,
    in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    var position = position
    var at = place
    while at < bytes.count, tree.step(&position, PrefixSymbol.next(in: bytes, &at)) {
      for index in tree.found(at: position) {
        let pattern = tree.pattern(index)
        if pattern != PrefixTree.nobody {
          candidates.append(Candidate(pattern: pattern, start: Int32(start)))
        }
      }
    }
  }
}

// MARK: Words that are new

extension CandidateFinder {
  /// The most calls that are remembered, so that hostile text cannot take all memory.
  private static var callLimit: Int { 1 << 20 }

  /// Collects the calls of a word that is new to this finder.
  private mutating func study(
    _ word: Range<Int>, hash: UInt64, in bytes: Span<UInt8>
  ) -> Studied {
    if calls.count > Self.callLimit {
      calls.removeAll(keepingCapacity: true)
      for index in studied.indices { studied[index] = Studied() }
    }
    let lower = calls.count
    let position = collect(atWords, from: word.lowerBound, of: word, in: bytes)
    for start in word {
      guard anywhere.begins(with: PrefixSymbol.of(bytes[start])) else { continue }
      let position = collect(anywhere, from: start, of: word, in: bytes)
      if position.edge != 0 {
        calls.append(
          Call(
            start: Int32(start - word.lowerBound), pattern: PrefixTree.nobody, position: position))
      }
    }
    return Studied(
      hash: hash, position: position, lower: Int32(lower), count: Int32(calls.count - lower))
  }

  /// Notes what may begin at `start` within `word`, and where in `tree` the end of the word is.
  private mutating func collect(
    _ tree: borrowing PrefixTree, from start: Int, of word: Range<Int>, in bytes: Span<UInt8>
  ) -> PrefixTree.Position {
    var position = PrefixTree.Position.root
    var at = start
    while at < word.upperBound {
      guard tree.step(&position, PrefixSymbol.of(bytes[at])) else { return .root }
      at += 1
      for index in tree.found(at: position) where tree.pattern(index) != PrefixTree.nobody {
        calls.append(
          Call(start: Int32(start - word.lowerBound), pattern: tree.pattern(index)))
      }
    }
    return tree.isOpen(position) ? position : .root
  }
}
