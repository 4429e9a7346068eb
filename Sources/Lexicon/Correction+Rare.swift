extension Lexicon {
  /// The rare word that `word` (lower-case ASCII) can only be a slip for, if there is just one:
  /// `gavlanized`, `craftmen`, `tachagraph`.
  ///
  /// Few ads use such a word, so the slip must show what is meant: in a long word two letters are
  /// swapped, one is doubled or not doubled, or one is lost. A vowel may stand for another one where
  /// no other word is as near.
  func rareCorrection(of word: Span<UInt8>) -> Correction? {
    guard word.count >= Self.leastRare, word.count <= Self.longest, !isCompound(word) else {
      return nil
    }
    let slips = rareWords(near: word, by: Self.slips)
    if slips.count > 1 { return nil }
    if let slip = slips.first { return correction(slip, isEasy: false) }
    guard word.count >= Self.leastVowels else { return nil }
    let others = rareWords(near: word, by: Self.replacements)
    guard others.count == 1, let other = others.first, differsInVowels(word, other) else {
      return nil
    }
    return correction(other, isEasy: true)
  }

  /// The least letters of a word that may be a slip for a rare one.
  private static let leastRare = 8
  /// … where one vowel stands for another, as it does between different words.
  private static let leastVowels = 10

  private func correction(_ word: [UInt8], isEasy: Bool) -> Correction {
    Correction(
      word: String(decoding: word, as: UTF8.self), edits: 1, frequency: 0, isSlip: !isEasy,
      isEasy: isEasy, keepsFirst: true)
  }

  /// The words that `word` is by one of the `edits` at a letter behind the first, but no names.
  ///
  /// Where no word begins as `word` does up to a letter, no edit behind that makes one.
  private func rareWords(
    near word: Span<UInt8>, by edits: (Span<UInt8>, Int) -> [[UInt8]]
  ) -> Set<[UInt8]> {
    let list = WordList.known
    var lines = 0..<list.count
    var found: Set<[UInt8]> = []
    for at in 1..<word.count {
      lines = list.lines(beginningWith: word.extracting(first: at), in: lines)
      if lines.isEmpty { break }
      for other in edits(word, at)
      where list.holds(other.span, in: lines) && entry(for: other.span)?.isName == false {
        found.insert(other)
      }
    }
    return found
  }

  /// What `word` is by a swap, a doubled letter or a lost one at the letter `at`, its last one kept.
  private static func slips(of word: Span<UInt8>, at: Int) -> [[UInt8]] {
    var slips: [[UInt8]] = []
    var other = word.array
    if word[at] == word[at - 1] {
      other.remove(at: at)
      slips.append(other)
      other = word.array
    }
    other.insert(0, at: at)
    for letter in letters {
      other[at] = letter
      slips.append(other)
    }
    if at + 2 < word.count, word[at] != word[at + 1] {
      other = word.array
      other.swapAt(at, at + 1)
      slips.append(other)
    }
    return slips
  }

  /// What `word` is by another letter at `at`, its last one kept.
  private static func replacements(in word: Span<UInt8>, at: Int) -> [[UInt8]] {
    guard at + 1 < word.count else { return [] }
    return letters.filter { $0 != word[at] }.map { letter in
      var other = word.array
      other[at] = letter
      return other
    }
  }

  private func differsInVowels(_ word: Span<UInt8>, _ other: [UInt8]) -> Bool {
    other.indices.allSatisfy { word[$0] == other[$0] || word[$0].isVowel && other[$0].isVowel }
  }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
}
