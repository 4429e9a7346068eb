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
    /// The word that begins next behind ``start``.
    var next: Int32
    /// Where its match ends, where it is known without PCRE2 that there is one; else -1.
    var end: Int32
  }

  let set: PatternSet
  /// The words of the text at hand.
  private(set) var tokens = Tokens()
  /// The word that is asked for, or the one behind the signs that are.
  private var word = 0
  /// What the text at hand is: patterns for other kinds of text begin nowhere in it.
  private(set) var kind: UInt32 = .max
  var table: WordTable
  /// The calls of all words that are known, those of a word side by side; and what each of them may
  /// go on with.
  var calls: [Call] = []
  var goingOn: [GoingOn] = []
  /// Which of the calls are of which word; the first is of words that have none.
  var words: [Calls] = [Calls()]
  /// For each symbol that something begins with, what may follow it.
  var seconds = [SymbolSet](repeating: SymbolSet(), count: 128)
  /// For each symbol, what begins with no more than that at a word; and those of them that the text
  /// at hand allows.
  let allWeak: [[Weak]]
  /// Where they are among ``weakEntries``; `nil` for what the text at hand has not shown yet.
  var weak = [Range<Int>?](repeating: nil, count: 128)
  var weakEntries: [Weak] = []
  /// Where in the tree of what begins anywhere a blank leads, if what begins with blanks goes on with
  /// more, so that the word behind them tells what may begin at them.
  let behindBlanks: PrefixTree.Position?

  /// What a word sets off.
  struct Call {
    /// The entry of the pattern that may begin, whatever follows the word; or the node of the place
    /// in the tree where the end of the word is, and how far on the way to that node.
    var entry: Int32
    var offset: Int16 = 0
    /// Where in the word a match may begin.
    var start: Int16
    /// The tree, and whether a match begins with the blanks before the word.
    var beginning: Beginning
    /// Whether it depends on what follows.
    var isOpen = false
  }

  /// What may follow the end of a word.
  struct GoingOn {
    var behindWord = SymbolSet()
    /// What may follow the blanks behind the word.
    var behindBlanks = SymbolSet()

    static let anyhow = GoingOn(behindWord: .all, behindBlanks: .all)
  }

  /// The calls of a word, and what any of them may go on with.
  struct Calls {
    var goingOn = GoingOn()
    var first: Int32 = 0
    var end: Int32 = 0
  }

  /// What begins with a letter that begins a word, whatever follows.
  struct Weak {
    var entry: Int32
    var wantsCapital: Bool
  }

  /// Where patterns begin.
  enum Beginning: UInt8 { case atWord, anywhere, atBlanks }

  /// A finder for `set` that remembers `size` words, a power of two.
  init(_ set: PatternSet, size: Int) {
    self.set = set
    table = WordTable(size: size)
    allWeak = (0..<128 as Range<UInt8>).map(set.weakEntries)
    for symbol in seconds.indices {
      seconds[symbol] = set.followers(of: UInt8(symbol), at: .root, in: set.index.anywhere)
    }
    var position = PrefixTree.Position.root
    behindBlanks =
      !set.triesEveryBlank && set.index.anywhere.step(&position, PrefixSymbol.blank)
      ? position : nil
  }

  /// Appends to `candidates` where patterns for texts of `kind` may begin in `bytes`, in the order of
  /// their places.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case, or with
  /// a word that is too long to be one.
  mutating func find(
    in bytes: Span<UInt8>, kind: UInt32, into candidates: inout [Candidate]
  ) -> Bool {
    guard tokens.read(bytes) else { return false }
    self.kind = kind
    forgetWeak()
    var at = 0
    for index in tokens.words.indices {
      word = index
      let token = tokens.words[index]
      search(at..<Int(token.lower), in: bytes, into: &candidates)
      at = Int(token.upper)
      visit(token, in: bytes, into: &candidates)
    }
    word = tokens.words.count
    search(at..<bytes.count, in: bytes, into: &candidates)
    return true
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
    _ token: Tokens.Word, in bytes: Span<UInt8>, into candidates: inout [Candidate]
  ) {
    let lead = bytes[Int(token.lower)]
    let isCapital = lead &- 0x41 < 26
    let symbol = Int(PrefixSymbol.of(lead))
    for index in weak[symbol] ?? findWeak(symbol)
    where isCapital || !weakEntries[index].wantsCapital {
      let start = Int(token.lower)
      note(weakEntries[index].entry, start..<start + 1, in: bytes, into: &candidates)
    }
    let first = table.calls(of: token.hash) ?? study(token, in: bytes)
    if first != WordTable.nothing { answer(first, token, in: bytes, into: &candidates) }
  }

  /// Makes the calls of a word.
  private func answer(
    _ first: Int, _ token: Tokens.Word, in bytes: Span<UInt8>,
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
    let word = words[first]
    let isAtEnd = isLast && isBlank
    @inline(__always) func mayGoOn(_ goingOn: GoingOn) -> Bool {
      isAtEnd || (isBlank ? goingOn.behindBlanks : goingOn.behindWord).contains(symbol)
    }
    guard mayGoOn(word.goingOn) else { return }
    for index in Int(word.first)..<Int(word.end) where mayGoOn(goingOn[index]) {
      let call = calls[index]
      let start = Int(token.lower) + Int(call.start)
      if call.beginning != .atBlanks {
        make(call, at: start, end, in: bytes, into: &candidates)
      } else {
        for start in blanks(before: start, in: bytes) where bytes[start] & 0xC0 != 0x80 {
          make(call, at: start, end, in: bytes, into: &candidates)
        }
      }
    }
  }

  /// Makes a call that begins at `start`, for a word that ends at `end`.
  @inline(__always) private func make(
    _ call: Call, at start: Int, _ end: Int, in bytes: Span<UInt8>,
    into candidates: inout [Candidate]
  ) {
    if call.isOpen {
      let position = PrefixTree.Position(node: call.entry, offset: Int32(call.offset))
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
    if pattern == PatternSet.nobody || !set.isFor(kind, pattern) { return }
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
    let next = word + (WordByte.isWord(bytes[place.lowerBound]) ? 1 : 0)
    candidates.append(
      Candidate(
        pattern: pattern, start: Int32(place.lowerBound), next: Int32(next), end: end))
  }
}
