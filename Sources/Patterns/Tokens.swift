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

  /// Notes the words of `bytes`, all of them before any is looked up, so that the processor can
  /// fetch what is known of many words at once.
  ///
  /// Gives up and returns `false` on a text with a sign that is `k` or `s` in another case, or with
  /// a word that is too long to be one.
  mutating func read(_ bytes: Span<UInt8>) -> Bool {
    words.removeAll(keepingCapacity: true)
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
      words.append(Word(lower: Int32(start), upper: Int32(at), hash: hash.value))
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
}
