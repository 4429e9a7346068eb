internal import AdModel

/// How many years of school a text asks for, by the Flesch–Kincaid formula.
///
/// 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid, Fishburne, Rogers & Chissom
/// 1975, “Derivation of new readability formulas for Navy enlisted personnel”). A line of a list
/// counts as a sentence. The median of 19,000 British ads is 12.9, so its usual limit of 8 is of no
/// use here.
struct ReadingGrade {
  private(set) var sentences = 0
  private(set) var words = 0
  private(set) var syllables = 0

  mutating func add(_ sentence: ByteRange<Prose>, of prose: [UInt8]) {
    let all = Words(of: prose, in: sentence).filter { !prose[$0.lowerBound].isDigit }
    guard !all.isEmpty, Sentence.isProse(sentence, words: all, in: prose) else { return }
    sentences += 1
    words += all.count
    for word in all { syllables += Self.syllables(of: prose[word]) }
  }

  /// The grade in tenths; 0 where there is nothing to read.
  var tenths: Int {
    guard sentences > 0, words > 0 else { return 0 }
    let grade =
      0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
    return Int((grade * 10).rounded())
  }

  /// Runs of vowels, without a silent e at the end; one at least.
  static func syllables(of word: ArraySlice<UInt8>) -> Int {
    var count = 0
    var wasVowel = false
    for byte in word {
      let isVowel = byte.isVowelOrY
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let end = word.suffix(3).map(\.folded)
    if end.count == 3, end[2] == UInt8(ascii: "e"), !end[1].isVowelOrY,
      end[1] != UInt8(ascii: "l") || end[0].isVowelOrY
    {
      count -= 1
    }
    if end.suffix(2) == [UInt8(ascii: "e"), UInt8(ascii: "d")], end.count == 3,
      !end[0].isVowelOrY, end[0] != UInt8(ascii: "t"), end[0] != UInt8(ascii: "d")
    {
      count -= 1
    }
    return max(count, 1)
  }
}

extension UInt8 {
  fileprivate var isVowelOrY: Bool {
    switch folded {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
