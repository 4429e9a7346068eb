/// How a word that lost a blank or a hyphen should be written.
public struct Split: Hashable, Sendable {
  /// The right words, in lower case: `well-recognised`, `as well`.
  public var text: String
  /// Whether a hyphen was lost, and not a blank.
  public var isHyphen: Bool
  /// Whether the pair is known, and not only its two words.
  public var isSure: Bool
  /// Whether many ads use the very pair.
  public var isKnown = false
}

extension Lexicon {
  /// The words that run together in `word` (lower-case ASCII), if it looks like that.
  ///
  /// Sure are joint forms of expressions that many ads use (`aswell`, `parttime`), and parts that
  /// want a hyphen (`well-`, `-based`) beside a known word. Likely are two long common words.
  public func split(of word: Span<UInt8>) -> Split? {
    guard word.count >= 4, word.count <= 2 * Self.longest else { return nil }
    if let joined = WordList.joins.value(of: word) {
      return Split(text: joined.text, isHyphen: joined.contains(0x2D), isSure: true, isKnown: true)
    }
    guard word.count >= 7 else { return nil }
    if let split = hyphenated(word) { return split }
    if let split = withFunctionWord(word) { return split }
    return ofCommonWords(word)
  }

  /// The words that run together in `word`.
  public func split(of word: String) -> Split? { split(of: Array(word.utf8).span) }

  /// Whether it is put together from two known words, as technical terms are.
  func isCompound(_ word: Span<UInt8>) -> Bool {
    guard word.count >= 7 else { return false }
    return (3...word.count - 3).contains { at in
      let least = at == 3 || word.count - at == 3 ? 6 : 3
      return frequency(of: word.extracting(first: at)) >= least
        && frequency(of: word.extracting(droppingFirst: at)) >= least
    }
  }

  /// `well` + `recognised`, `client` + `focused`.
  private func hyphenated(_ word: Span<UInt8>) -> Split? {
    let (firsts, lasts) = (Compounds.firsts(of: word), Compounds.lasts(of: word))
    guard firsts | lasts != 0 else { return nil }
    for at in 3...(word.count - 3) {
      let begins = firsts >> UInt64(at) & 1 == 1
      let ends = lasts >> UInt64(at) & 1 == 1
      guard begins || ends else { continue }
      let (first, last) = (word.extracting(first: at), word.extracting(droppingFirst: at))
      let other = begins ? frequency(of: last) : frequency(of: first)
      let length = begins ? last.count : first.count
      guard other >= (begins && ends ? 1 : 3), length >= 4 else { continue }
      if first.isAdverb { return Split(first, 0x20, last, isSure: true) }
      guard ends || last.isParticiple else { continue }
      return Split(first, 0x2D, last, isSure: true)
    }
    return nil
  }

  /// `london` + `and`, `the` + `uk`.
  private func withFunctionWord(_ word: Span<UInt8>) -> Split? {
    for at in [3, 4, word.count - 4, word.count - 3] {
      let (first, last) = (word.extracting(first: at), word.extracting(droppingFirst: at))
      if first.isJoiner, last.count >= 5, frequency(of: last) >= 5 {
        return Split(first, 0x20, last, isSure: last.count >= 6)
      }
      if last.isJoiner, first.count >= 4, frequency(of: first) >= 5 {
        return Split(first, 0x20, last, isSure: first.count >= 5)
      }
    }
    return nil
  }

  /// `highly` + `motivated`, `quarterly` + `payroll`.
  private func ofCommonWords(_ word: Span<UInt8>) -> Split? {
    var best: (at: Int, least: Int)?
    for at in 4...max(4, word.count - 4) where word.count - at >= 4 {
      let (first, last) = (word.extracting(first: at), word.extracting(droppingFirst: at))
      guard let one = entry(for: first), let two = entry(for: last) else { continue }
      let least = min(one.frequency, two.frequency)
      let isEnough = first.isAdverb && at >= 6 ? least >= 3 : least >= 6 && word.count >= 11
      if isEnough, least > best?.least ?? -1 { best = (at, least) }
    }
    return best.map {
      let first = word.extracting(first: $0.at)
      return Split(first, 0x20, word.extracting(droppingFirst: $0.at), isSure: first.isAdverb)
    }
  }
}

extension Split {
  fileprivate init(_ first: Span<UInt8>, _ mark: UInt8, _ last: Span<UInt8>, isSure: Bool) {
    self.init(
      text: (first.array + [mark] + last.array).text, isHyphen: mark == 0x2D, isSure: isSure)
  }
}

extension Span<UInt8> {
  /// Its bytes with English letters in lower case, in an array of their own.
  var lowered: [UInt8] { indices.map { self[$0].lowered } }

  /// Its bytes in an array of their own.
  var array: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in indices { bytes.append(self[index]) }
    return bytes
  }

  /// Whether it ends so, and is longer.
  func hasSuffix(_ suffix: StaticString) -> Bool {
    let start = count - suffix.utf8CodeUnitCount
    guard start > 0 else { return false }
    for index in start..<count {
      let letter = unsafe suffix.utf8Start[index - start]
      if self[index] != letter { return false }
    }
    return true
  }

  /// `highly`, `newly`: an adverb, which takes no hyphen.
  fileprivate var isAdverb: Bool { count >= 5 && hasSuffix("ly") }

  /// `recognised`, `working`, `known`: what a compound with `well` or `self` ends in.
  fileprivate var isParticiple: Bool {
    hasSuffix("ed") || hasSuffix("ing") || hasSuffix("ent") || hasSuffix("own")
      || hasSuffix("ten") || hasSuffix("ise") || hasSuffix("ive") || hasSuffix("ant")
  }

  /// Small words that run into their neighbours, and are no ending or beginning of words.
  fileprivate var isJoiner: Bool {
    guard count == 3 || count == 4 else { return false }
    let letters = indices.reduce(UInt32(0)) { $0 << 8 | UInt32(self[$1]) }
    return Split.joiners.contains(letters)
  }
}

extension Split {
  /// The bytes of each small word side by side.
  fileprivate static let joiners: [UInt32] = [
    "and", "the", "for", "with", "you", "your", "our", "will", "have", "from", "this", "that",
    "are",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
