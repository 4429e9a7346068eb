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
    let slips = rareWords(slips(of: word))
    if slips.count > 1 { return nil }
    if let slip = slips.first { return correction(slip, isEasy: false) }
    guard word.count >= Self.leastVowels else { return nil }
    let others = rareWords(replacements(in: word))
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

  /// Those of `candidates` that are words and no names.
  private func rareWords(_ candidates: [[UInt8]]) -> Set<[UInt8]> {
    Set(candidates.filter { entry(for: $0.span).map { !$0.isName } ?? false })
  }

  /// What `word` is by a swap, a doubled letter or a lost one, its first and last letters kept.
  private func slips(of word: Span<UInt8>) -> [[UInt8]] {
    var slips: [[UInt8]] = []
    for at in 1..<word.count {
      var other = word.array
      if word[at] == word[at - 1] {
        other.remove(at: at)
        slips.append(other)
      }
      other = word.array
      other.insert(0, at: at)
      for letter in Self.letters {
        other[at] = letter
        slips.append(other)
      }
      guard at + 2 < word.count, word[at] != word[at + 1] else { continue }
      other = word.array
      other.swapAt(at, at + 1)
      slips.append(other)
    }
    return slips
  }

  /// What `word` is by another letter inside of it.
  private func replacements(in word: Span<UInt8>) -> [[UInt8]] {
    (1..<word.count - 1).flatMap { at in
      Self.letters.filter { $0 != word[at] }.map { letter in
        var other = word.array
        other[at] = letter
        return other
      }
    }
  }

  private func differsInVowels(_ word: Span<UInt8>, _ other: [UInt8]) -> Bool {
    other.indices.allSatisfy { word[$0] == other[$0] || word[$0].isVowel && other[$0].isVowel }
  }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
}
