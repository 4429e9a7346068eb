/// The words of a text, and what it holds that patterns need.
struct Tokens: Sendable {
  struct Word: Sendable {
    /// In bytes of the text.
    var lower: Int32
    var upper: Int32
    var hash: UInt64
  }

  private(set) var words: [Word] = []
  /// The words and signs of the text.
  private(set) var present = NeedSet()
  /// For each word its keys and those of the signs before it; and for the end of the text.
  private var marks: [NeedMarks] = []

  /// Notes the words of `bytes`, all of them before any is looked up, so that the processor can
  /// fetch what is known of many words at once.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case, or with
  /// a word that is too long to be one.
  mutating func read(_ bytes: Span<UInt8>) -> Bool {
    words.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    present.removeAll()
    let count = bytes.count
    var mark = NeedMarks()
    var at = 0
    while at < count {
      let byte = bytes[at]
      var folded = WordByte.folded(byte)
      if folded == 0 {
        if byte >= 0x80 {
          if Self.isKelvinOrLongS(bytes, at) { return false }
          note(.beyond, &mark)
        } else if byte > 0x20 {
          note(.sign(byte), &mark)
        } else if byte == 0x0A {
          mark.breakLine()
        }
        at &+= 1
        continue
      }
      if at > 0, bytes[at &- 1] >= 0x80 { mark.join() }
      let start = at
      var hash = WordHash()
      var head: UInt32 = 0
      var hasDigit = false
      // The first four letters, the first of them lowest.
      var shift: UInt32 = 0
      repeat {
        hash.add(folded)
        hasDigit = hasDigit || folded < 0x3A
        if shift < 32 { head |= UInt32(folded) &<< shift }
        shift &+= 8
        at &+= 1
        folded = at < count ? WordByte.folded(bytes[at]) : 0
      } while folded != 0
      if at &- start > Self.longestWord { return false }
      present.insert(.word(head))
      note(.pair(head), &mark)
      if hasDigit { note(.digit, &mark) }
      words.append(Word(lower: Int32(start), upper: Int32(at), hash: hash.value))
      marks.append(mark)
      mark = NeedMarks()
    }
    marks.append(mark)
    return true
  }

  @inline(__always) private mutating func note(_ key: NeedKey, _ mark: inout NeedMarks) {
    present.insert(key)
    mark.insert(key)
  }

  /// The most bytes of a word.
  private static let longestWord = 10_000

  /// The most words that are looked at to tell what is near.
  private static let farthest = 64

  /// Whether what is `wanted` may be near behind a place.
  ///
  /// `next` is the word that begins next behind it, `isInWord` whether a word stands at the place
  /// itself; `words` and `isOneLine` tell how far to look (``Needs/Near``).
  func mayHold(
    _ wanted: NeedMarks, behind next: Int, isInWord: Bool, words: Int, isOneLine: Bool
  ) -> Bool {
    var begun = isInWord ? 1 : 0
    let end = min(marks.count, next &+ Self.farthest)
    if isInWord, marks[next &- 1].meet(wanted.ofWordEnds) { return true }
    for index in next..<end {
      let mark = marks[index]
      if !mark.isJoined { begun &+= 1 }
      if begun > words { return false }
      if mark.meet(wanted) { return true }
      // The line may have ended before a place that is in no word.
      if isOneLine, mark.isOnNewLine, isInWord || index > next { return false }
    }
    return end < marks.count
  }

  /// U+212A and U+017F are `k` and `s` to a caseless match in UTF mode, but not to our hashes.
  private static func isKelvinOrLongS(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0xC5 { return at + 1 < bytes.count && bytes[at + 1] == 0xBF }
    return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x84
      && bytes[at + 2] == 0xAA
  }
}
