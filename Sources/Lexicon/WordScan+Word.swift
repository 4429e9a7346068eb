extension WordScan {
  /// A word as it is met: where it stands, its hash, and whether an English capital is in it. One
  /// without letters is the end of a line.
  struct Word {
    let lower: Int
    let upper: Int
    let hash: UInt64
    let hasCapital: Bool

    /// The word that begins at `lower`, where a letter stands.
    @inline(__always)
    init(_ text: Span<UInt8>, at lower: Int, before limit: Int) {
      let eight = Eight(text, at: lower)
      let letters = eight.letters
      if letters < 8, lower + letters < limit, eight.byte(letters) < 0x80 {
        let word = eight.first(letters)
        self.init(
          lower: lower, upper: lower + letters, hash: WordHash.of(word), hasCapital: word.hasCapital
        )
      } else {
        self = Self.long(text, eight, letters, at: lower, before: limit)
      }
    }

    /// The same for a word that goes on behind the `letters` that `eight` begins with.
    @inline(never)
    private static func long(
      _ text: Span<UInt8>, _ eight: Eight, _ letters: Int, at lower: Int, before limit: Int
    ) -> Word {
      let rest = Eight(text, at: lower + 8)
      let more = rest.letters
      guard letters == 8, more < 8, lower + 8 + more < limit, rest.byte(more) < 0x80 else {
        return Word(long: text, at: lower, before: limit)
      }
      let last = rest.first(more)
      return Word(
        lower: lower, upper: lower + 8 + more,
        hash: more == 0 ? WordHash.of(eight) : WordHash.of(eight, last),
        hasCapital: eight.hasCapital || last.hasCapital)
    }

    /// The same for any word: one that is long, has letters beyond English, or ends the text.
    @inline(never)
    private init(long text: Span<UInt8>, at lower: Int, before limit: Int) {
      var at = lower
      var hasCapital = false
      while at < limit {
        let byte = unsafe text[unchecked: at]
        guard byte.isLatin || byte >= 0x80 && (byte.startsLetter || byte < 0xC0) else { break }
        hasCapital = hasCapital || byte.isUpper
        at += 1
      }
      self.init(
        lower: lower, upper: at, hash: WordHash.of(text, lower, at), hasCapital: hasCapital)
    }

    /// The end of a line at `offset`.
    init(lineEnd offset: Int) {
      self.init(lower: offset, upper: offset, hash: 0, hasCapital: false)
    }

    private init(lower: Int, upper: Int, hash: UInt64, hasCapital: Bool) {
      self.lower = lower
      self.upper = upper
      self.hash = hash
      self.hasCapital = hasCapital
    }

    /// The words that are met before the first of them is looked up, at most.
    static let most = 256

    /// Adds the next words and ends of lines to `met`; where the words behind them begin.
    static func meet(
      _ text: Span<UInt8>, _ lower: Int, _ upper: Int, _ met: inout [Word],
      _ cache: borrowing WordCache
    ) -> Int {
      var at = lower
      while at < upper, met.count < most {
        let byte = unsafe text[unchecked: at]
        if byte.startsLetter {
          let word = Word(text, at: at, before: upper)
          cache.prefetch(word.hash)
          met.append(word)
          at = word.upper
        } else {
          if byte == 0x0A { met.append(Word(lineEnd: at)) }
          at += byte < 0x80 ? 1 : byte.length
        }
      }
      return at
    }
  }
}

extension UInt8 {
  /// Whether a letter begins here: an English one, or one that takes two or three bytes.
  ///
  /// The lead bytes of Latin-1 signs (C2), general punctuation (E2) and pictures (EF, F0…) do not.
  @inline(__always)
  fileprivate var startsLetter: Bool {
    isLatin || (self >= 0xC3 && self != 0xE2 && self < 0xEF)
  }

  /// The number of bytes of the character that begins here.
  fileprivate var length: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
}
