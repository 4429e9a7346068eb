/// The words of a text.
struct Tokens: ~Copyable {
  struct Word: BitwiseCopyable {
    /// In bytes of the text.
    var lower: Int32
    var upper: Int32
    /// Of its symbols (``PrefixSymbol``): all numbers of so many digits have the same.
    var hash: UInt64
    /// Its own key and those of the signs before it.
    var marks: NeedMarks
  }

  private(set) var words = Buffer<Word>(capacity: 1 << 9)
  /// The signs behind the last word.
  private(set) var lastMarks = NeedMarks()

  /// Notes the words of `bytes`, all of them before any is looked up, so that the processor can
  /// fetch what is known of many words at once, and in `present` what patterns may need.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case, or with
  /// a word that is too long to be one.
  mutating func read(_ bytes: Span<UInt8>, _ present: inout NeedSet) -> Bool {
    words.removeAll()
    let count = bytes.count
    var marks = NeedMarks()
    var at = 0
    while at < count {
      let byte = bytes[at]
      if !WordByte.isWord(byte) {
        if byte >= 0x80 {
          if Self.isKelvinOrLongS(bytes, at) { return false }
          Self.note(.beyond, &marks, &present)
        } else if byte > 0x20 {
          Self.note(.sign(byte), &marks, &present)
        } else if byte == 0x0A {
          marks.breakLine()
        }
        at &+= 1
        continue
      }
      if at > 0, bytes[at &- 1] >= 0x80 { marks.join() }
      let start = at
      var hash = WordHash()
      var head: UInt64 = 0
      var length = 8
      repeat {
        var part = WordBytes(bytes, at: at)
        length = part.wordCount
        part = part.first(length)
        if at == start { head = part.folded }
        if part.hasDigit {
          Self.note(.digit, &marks, &present)
          part = part.withDigitsAlike
        }
        hash.add(part)
        at &+= length
      } while length == 8
      if at &- start > Self.longestWord { return false }
      let first = UInt32(truncatingIfNeeded: head)
      present.insert(.pair(first))
      Self.note(.word(first), &marks, &present)
      if at &- start >= NeedKey.longLetters { Self.note(.longWord(head), &marks, &present) }
      words.append(Word(lower: Int32(start), upper: Int32(at), hash: hash.value, marks: marks))
      marks = NeedMarks()
    }
    lastMarks = marks
    return true
  }

  @inline(__always) private static func note(
    _ key: NeedKey, _ marks: inout NeedMarks, _ present: inout NeedSet
  ) {
    present.insert(key)
    marks.insert(key)
  }

  /// The most bytes of a word.
  private static let longestWord = 10_000

  /// The most words that are looked at to tell what is near.
  private static let farthest = 64

  /// Whether what is `wanted` may be near behind a byte behind which the word number `next` is the
  /// first to begin.
  ///
  /// `isInWord` tells whether a word stands there; `words` and `isOneLine` how far to look
  /// (``Needs/Near``).
  func mayHold(
    _ wanted: NeedMarks, from next: Int, isInWord: Bool, words: Int, isOneLine: Bool
  ) -> Bool {
    var begun = isInWord ? 1 : 0
    let end = min(self.words.count, next &+ Self.farthest)
    if isInWord, self.words[next &- 1].marks.meet(wanted.ofWordEnds) { return true }
    let telling = wanted.telling(isOneLine: isOneLine)
    for index in next..<end {
      let marks = self.words[index].marks
      if marks.bits & telling == 0 {
        begun &+= 1
        if begun > words { return false }
        continue
      }
      if !marks.isJoined { begun &+= 1 }
      if begun > words { return false }
      if marks.meet(wanted) { return true }
      // The line may have ended before a place that is in no word.
      if isOneLine, marks.isOnNewLine, isInWord || index > next { return false }
    }
    return end < self.words.count || lastMarks.meet(wanted)
  }

  /// U+212A and U+017F are `k` and `s` to a caseless match in UTF mode, but not to our hashes.
  private static func isKelvinOrLongS(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0xC5 { return at + 1 < bytes.count && bytes[at + 1] == 0xBF }
    return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x84
      && bytes[at + 2] == 0xAA
  }
}
