internal import AdModel

/// What is wrong with words of other languages than English that needs no list of their words: one
/// that stands twice, and a blank lost behind a sign.
extension Court {
  /// Whether `line` is in a language of Latin letters whose small words are known well, beyond doubt.
  func isOther(_ line: WordScan.Line) -> Bool {
    let own = line.count.language
    return Self.others.contains(own) && line.count.most > line.count.english
      && (line.count.most >= 2 || own == language)
  }

  private static let others: [Language] = [.de, .fr, .es, .nl, .it]

  /// What is wrong with a suspect of such a line.
  func otherFault(_ suspect: WordScan.Suspect) -> WordFault? {
    switch suspect.why {
    case .doubled: otherDoubled(suspect)
    case .seam: otherSeam(before: suspect)
    case .unknown, .mixedCase, .digits, .apostrophe, .confused: nil
    }
  }

  /// `por por`, in lower case both times.
  private func otherDoubled(_ suspect: WordScan.Suspect) -> WordFault? {
    let word = text[suspect.lower..<suspect.upper]
    let start = suspect.lower - 1 - word.count
    guard word.count >= 2, start >= 0, text[start..<start + word.count] == word,
      byte(start - 1).isBlank || byte(start - 1) == 0x28, byte(suspect.upper) != 0x2D,
      !isApostrophe(at: suspect.upper), !Self.otherTwice.contains(Array(word).text)
    else { return nil }
    return fault(.doubled, start..<suspect.upper, Array(word).text, .sure)
  }

  /// Words that stand twice in a row in right sentences: pronouns before their twins, words that make
  /// a thing more so, and what is said twice.
  private static let otherTwice: Set<String> = [
    "der", "die", "das", "den", "dem", "des", "sie", "ihr", "was", "sehr", "ganz", "so", "viel",
    "nous", "vous", "très", "bien", "faire",
    "muy", "que", "casi", "poco", "no", "sí", "ya", "luego",
    "dat", "het", "wie", "wat", "nu", "er", "is", "je", "we", "ze", "u", "zo", "heel", "door",
    "aan", "in", "op", "af",
    "così", "ora", "man", "mano", "piano", "via", "si", "molto",
  ]

  /// `ausgezahlt.Werkzeug`, `antes,así`: no blank behind a full stop or a comma.
  private func otherSeam(before suspect: WordScan.Suspect) -> WordFault? {
    let at = suspect.lower - 1
    let sign = byte(at)
    guard sign == 0x2E || sign == 0x2C || sign == 0x21 || sign == 0x3F else { return nil }
    let left = word(before: at)
    let right = suspect.lower..<suspect.upper
    // Abbreviations are short: “Dr.Müller”, “Abt.Nord”.
    guard left.count >= (byte(left.lowerBound).isLower ? 3 : 6), right.count >= 2,
      byte(left.lowerBound - 1).isBlank || byte(left.lowerBound - 1) == 0x28,
      text[left].dropFirst().allSatisfy({ !$0.isUpper }),
      text[right].dropFirst().allSatisfy({ !$0.isUpper }),
      !isAddress(chunk(left.lowerBound..<right.upperBound)),
      !isDomainEnd(right) || byte(right.upperBound) == 0x20 && byte(right.upperBound + 1).isLower,
      !byte(right.upperBound).isSign, byte(right.upperBound) != 0x2F
    else { return nil }
    let isNext = byte(right.lowerBound).isUpper || byte(right.lowerBound) >= 0xC0
    guard sign == 0x2C ? right.count >= 3 : isNext else { return nil }
    let mended = Array(text[left.lowerBound...at]).text + " " + Array(text[right]).text
    return fault(.missingSpace, left.lowerBound..<right.upperBound, mended, .sure)
  }

  /// The word that ends before `offset`, with letters beyond English.
  private func word(before offset: Int) -> Range<Int> {
    var lower = offset
    while byte(lower - 1).isLatin
      || byte(lower - 1) >= 0x80 && byte(lower - 1) < 0xCA
        && byte(lower - 1) != 0xC2
    {
      lower -= 1
    }
    return lower..<offset
  }
}
