internal import AdModel

/// Words that nobody knows, small words twice, apostrophes that were lost.
extension Court {
  /// What is wrong with an unknown word in lower case, with a capital, or in capitals.
  func unknown(_ suspect: WordScan.Suspect, _ cache: inout WordCache) -> WordFault? {
    let range = suspect.lower..<suspect.upper
    let letters = text[range]
    guard letters.count >= 3, letters.allSatisfy({ $0.isLatin }) else { return nil }
    let isUpper = letters.allSatisfy({ $0.isUpper })
    if isUpper && letters.count <= 5 || isOwn(range) || stands(range, besideNoWord: letters)
      || isEpithet(range)
    {
      return nil
    }
    let word = Array(letters).lowered
    if isUpper ? word.count <= Self.longestShort && isOnlyOneInCapitals(range) : isTool(letters) {
      return nil
    }
    if word.count <= 7, word.last == 0x6E, Self.negated.contains(word.text) { return nil }
    var study = cache.study(of: word, hash: suspect.hash, isName: word[0] != letters.first)
    if let correction = study.correction, correction.frequency < Self.plain, isAmongUnknown(suspect)
    {
      study.correction = nil
    }
    return verdict(on: Array(letters), at: range, count: count(of: suspect), study)
  }

  /// Whether neither neighbour on the line is in capitals, as where an abbreviation stands: `using TEACCH and`.
  private func isOnlyOneInCapitals(_ range: Range<Int>) -> Bool {
    var (before, after) = (range.lowerBound, range.upperBound)
    while byte(before - 1) == 0x20 { before -= 1 }
    while byte(after) == 0x20 { after += 1 }
    let (last, next) = (letters(before: before), letters(at: after))
    return (last.count > 1 || next.count > 1) && !isUpper(last) && !isUpper(next)
  }

  private func isUpper(_ word: Range<Int>) -> Bool {
    word.count > 1 && text[word].allSatisfy { $0.isUpper }
  }

  /// Whether the word in small letters, of a Latin ending, stands behind an unknown name, as a species does:
  /// “Crassostrea virginica”.
  private func isEpithet(_ range: Range<Int>) -> Bool {
    guard byte(range.lowerBound).isLower, byte(range.lowerBound - 1) == 0x20,
      Self.latinEndings.contains(where: { text[range].reversed().starts(with: $0.utf8.reversed()) })
    else { return false }
    let genus = letters(before: range.lowerBound - 1)
    return genus.count >= 4 && byte(genus.lowerBound).isUpper && isUnknown(genus)
  }

  private static let latinEndings = ["a", "us", "um", "is", "ii", "ae", "ens"]

  /// Whether two other words that nobody knows stand close by, as in a saying of another language.
  private func isAmongUnknown(_ suspect: WordScan.Suspect) -> Bool {
    guard byte(suspect.lower).isLower else { return false }
    // They stand in the order of the text.
    let suspects = scan.suspects
    var (low, high) = (0, suspects.count)
    while low < high {
      let middle = (low + high) / 2
      if suspects[middle].lower < suspect.lower - Self.nearby {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let near = suspects[low...].prefix { $0.lower <= suspect.lower + Self.nearby }
    return near.count {
      $0.why == .unknown && $0.lower != suspect.lower && $0.line == suspect.line
    } >= 2
  }

  /// From this frequency on a word is meant even there.
  private static let plain = 7
  /// In bytes: some four words.
  private static let nearby = 25

  /// Whether a short word begins with a consonant twice, as tools do (`ccache`, `ggplot`) and no slip.
  private func isTool(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= Self.longestShort, let first = word.first?.lowered else { return false }
    return first == word[word.startIndex + 1] && !first.isVowel
  }

  /// The most letters of an abbreviation or the name of a tool.
  private static let longestShort = 7

  /// Whether small letters stand before the word, so that its capital is not that of a sentence.
  private func isInsideSentence(_ range: Range<Int>) -> Bool {
    byte(range.lowerBound - 1) == 0x20 && byte(range.lowerBound - 2).isLower
  }

  /// Whether one consonant stands for another, as names differ from words (`Communicare`), hands seldom.
  private func isOtherConsonant(_ correction: Correction, for word: [UInt8]) -> Bool {
    let right = Array(correction.word.utf8)
    guard correction.edits == 1, right.count == word.count, !correction.isSlip,
      let at = right.indices.first(where: { right[$0] != word[$0] })
    else { return false }
    return !right[at].isVowel && !word[at].isVowel
  }

  /// What is wrong with an unknown word, by what was found out about it.
  private func verdict(
    on letters: [UInt8], at range: Range<Int>, count: Int, _ study: Study
  ) -> WordFault? {
    let isUpper = letters.allSatisfy({ $0.isUpper })
    let isName = letters[0].isUpper && !isUpper
    let isFrequent = count >= 3
    if let contraction = study.contraction {
      if letters.count >= 6, letters.lowered.text.hasSuffix("ys"), isPlural(range) {
        let plural = letters.lowered.dropLast(2) + Array("ies".utf8)
        return fault(.misspelling, range, shaped(Array(plural).text, like: letters), .sure)
      }
      return fault(.lostApostrophe, range, shaped(contraction, like: letters), .sure)
    }
    if let split = study.split, split.isSure, !isUpper,
      !isName || !isFrequent && (split.isHyphen || split.isKnown),
      !(split.isHyphen && isDoubled(letters.lowered, in: study.correction))
    {
      return fault(
        split.isHyphen ? .lostHyphen : .runTogether, range, shaped(split.text, like: letters), .sure
      )
    }
    if let correction = study.correction {
      let isTrusted = letters[0].isUpper ? isTrustworthy(correction, for: letters.lowered) : true
      if isTrusted,
        !(isName && isInsideSentence(range) && isOtherConsonant(correction, for: letters.lowered)),
        !(isFrequent && (isName || correction.edits > 1 || correction.frequency == 0))
          || correction.frequency >= 8 && correction.edits == 1 && isTrusted
      {
        return fault(
          .misspelling, range, shaped(correction.word, like: letters),
          correction.edits == 1 && correction.frequency >= 4 ? .sure : .likely)
      }
    }
    if let split = study.split, !letters[0].isUpper, !study.isDerived, !isFrequent {
      return fault(.runTogether, range, split.text, .likely)
    }
    if letters[0].isLower, letters.count >= 5, !study.isDerived, !isFrequent {
      return fault(.unknown, range, nil, .likely)
    }
    return nil
  }

  /// Whether `word` has a letter of `correction` twice and no other fault: `wellcoming` lost no hyphen.
  private func isDoubled(_ word: [UInt8], in correction: Correction?) -> Bool {
    guard let right = correction.map({ Array($0.word.utf8) }), right.count + 1 == word.count,
      let place = right.indices.first(where: { right[$0] != word[$0] })
    else { return false }
    return place > 0 && word[place] == word[place - 1] && right[place...] == word[(place + 1)...]
  }

  /// Whether the word in `range` owns nothing, so that `deliverys` stands for several: a sign, the
  /// end or a small word follows, where an owner has a thing behind it (`companys accounts`).
  private func isPlural(_ range: Range<Int>) -> Bool {
    guard byte(range.upperBound) == 0x20 else { return true }
    let next = self.letters(at: range.upperBound + 1)
    guard !next.isEmpty, next.count <= Language.longestSmallWord else { return next.isEmpty }
    return Language.users(of: Array(text[next]).lowered.span) & 1 != 0
  }

  /// Whether an unknown word with a capital, most likely a name, is a misspelling all the same.
  ///
  /// Names end in what words do not (`Marketo`, `Informa`), so first and last letter must agree.
  private func isTrustworthy(_ correction: Correction, for word: [UInt8]) -> Bool {
    let right = Array(correction.word.utf8)
    guard word.count >= 6, correction.edits == 1, correction.keepsFirst, word.last == right.last
    else { return false }
    if word.count == 6 { return correction.isSlip && correction.frequency >= 6 }
    if word.count >= 9 || correction.isSlip { return correction.frequency >= 4 }
    return correction.frequency >= (correction.isEasy ? 5 : 6)
  }

  /// Whether what stands beside the word shows that it is a piece of something else.
  private func stands(_ range: Range<Int>, besideNoWord letters: ArraySlice<UInt8>) -> Bool {
    let before = byte(range.lowerBound - 1)
    let after = byte(range.upperBound)
    if chunk(range).count(where: { $0 == 0x2D }) >= 3 { return true }
    if before.isDigit || after.isDigit
      || before >= 0x80 && !isPunctuation(endingAt: range.lowerBound)
    {
      return true
    }
    if before.isSign || after == 0x5F || after == 0x40 || after == 0x2A { return true }
    if isApostrophe(at: range.upperBound) || isApostrophe(before: range.lowerBound) {
      return true
    }
    if before == 0x2E, !byte(range.lowerBound - 2).isBlank, letters.first?.isLower == true {
      return true
    }
    if after == 0x2E, byte(range.upperBound + 1).isLower || byte(range.upperBound + 1).isDigit {
      return true
    }
    if before == 0x2D, isWord(self.letters(before: range.lowerBound - 1), with: range) {
      return true
    }
    if after == 0x2D, isWord(range, with: self.letters(at: range.upperBound + 1)) { return true }
    return isAddress(chunk(range))
  }

  /// Whether two pieces with a hyphen between them are a word: `co-ordinator`.
  private func isWord(_ first: Range<Int>, with last: Range<Int>) -> Bool {
    if first.count < 3 || last.count < 3 { return true }
    let joined = Array(text[first]) + Array(text[last])
    return Lexicon.shared.entry(for: joined.lowered.span) != nil
  }

  private func isPunctuation(endingAt offset: Int) -> Bool {
    byte(offset - 3) == 0xE2 || byte(offset - 2) == 0xC2
  }

  func isApostrophe(at offset: Int) -> Bool {
    let isCurly =
      byte(offset) == 0xE2 && byte(offset + 1) == 0x80
      && (byte(offset + 2) == 0x99 || byte(offset + 2) == 0x98)
    return (byte(offset) == 0x27 || byte(offset) == 0x60 || isCurly)
      && byte(offset + (isCurly ? 3 : 1)).isLatin
  }

  private func isApostrophe(before offset: Int) -> Bool {
    let isCurly = byte(offset - 3) == 0xE2 && byte(offset - 2) == 0x80 && byte(offset - 1) == 0x99
    return (byte(offset - 1) == 0x27 || byte(offset - 1) == 0x60) && byte(offset - 2).isLatin
      || isCurly && byte(offset - 4).isLatin
  }

  /// `right` in the case of `wrong`.
  func shaped(_ right: String, like wrong: [UInt8]) -> String {
    if wrong.allSatisfy({ $0.isUpper }) { return right.uppercased() }
    guard wrong[0].isUpper, let first = right.first else { return right }
    return first.uppercased() + right.dropFirst()
  }

  /// `the the`, with one blank between, in lower case both times.
  func doubled(_ suspect: WordScan.Suspect) -> WordFault? {
    let word = text[suspect.lower..<suspect.upper]
    let start = suspect.lower - 1 - word.count
    guard word.count >= 2, start >= 0, text[start..<start + word.count] == word,
      !byte(start - 1).isLatin, byte(start - 1) != 0x2D, byte(suspect.upper) != 0x2D,
      !isApostrophe(at: suspect.upper), !Self.rightTwice.contains(Array(word).text),
      !isParticle(word, at: start)
    else { return nil }
    return fault(.doubled, start..<suspect.upper, Array(word).text, .sure)
  }

  /// Whether the first of two is part of a verb: `You log in in the lobby`.
  private func isParticle(_ word: ArraySlice<UInt8>, at start: Int) -> Bool {
    guard Self.particles.contains(Array(word).text), byte(start - 1) == 0x20 else { return false }
    let verb = letters(before: start - 1)
    return Self.phrasal.contains(Array(text[verb]).lowered.text)
  }

  private static let particles: Set<String> = ["in", "on", "up", "out", "off", "over", "by"]
  private static let phrasal: Set<String> = [
    "sign", "signed", "signing", "signs", "log", "logged", "logging", "logs", "clock", "clocked",
    "clocking", "check", "checked", "checking", "checks", "call", "called", "calling", "calls",
    "come", "comes", "coming", "came", "drop", "drops", "dropping", "dial", "dialling", "dialing",
    "plug", "plugged", "buzz", "book", "booked", "booking", "move", "moved", "moving", "settle",
    "settled", "settling", "live", "lives", "living", "carry", "carries", "carrying", "go", "goes",
    "going", "get", "getting", "keep", "keeps", "follow", "turn", "turned", "switch", "switched",
    "hand", "handed", "handing", "stand", "standing", "tune", "tuned", "join", "joining", "bring",
    "brought", "ring", "rings", "ringing", "take", "taking", "work", "worked",
  ]

  private static let rightTwice: Set<String> = [
    "had", "that", "so", "very", "many", "long", "night", "bye", "now", "far", "no", "is", "do",
    "ha", "blah", "really", "much", "more", "always", "never", "win", "ext", "hush", "go",
    "tuk", "cha", "choo", "chop", "pom", "tut", "knock", "tick", "bon", "bora", "couscous",
  ]

  /// `don t`, `you ll`, `children s`: where an export turned the apostrophe into a blank.
  func lostApostrophe(_ suspect: WordScan.Suspect, _ cache: inout WordCache) -> WordFault? {
    let ending = text[suspect.lower..<suspect.upper]
    let before = letters(before: suspect.lower - 1)
    let after = byte(suspect.upper)
    guard before.count >= 1, !after.isLatin, !after.isDigit, after != 0x2E, after != 0x29,
      after != 0x2F, after != 0x26, Self.endings.contains(where: ending.elementsEqual),
      !isApostrophe(at: suspect.upper)
    else { return nil }
    let word = Array(text[before]).lowered.text
    switch (ending.first, ending.count) {
    case (0x74, _): guard Self.negated.contains(word) else { return nil }
    case (0x73, _):
      guard before.count >= 2, after == 0x20, byte(suspect.upper + 1).isLatin,
        !Self.unowning.contains(word),
        !word.hasSuffix("s"), !word.hasSuffix("ed"),
        frequency(of: before, &cache) >= 0 || byte(before.lowerBound).isUpper
      else { return nil }
    default:
      guard Self.pronouns.contains(word), !(ending.count == 1 && word == "i") else { return nil }
    }
    let mended = Array(text[before]).text + "'" + Array(ending).text
    return fault(.lostApostrophe, before.lowerBound..<suspect.upper, mended, .sure)
  }

  private static let endings = ["t", "s", "d", "ll", "ve", "re"].map { Array($0.utf8) }
  private static let pronouns: Set<String> = ["you", "we", "they", "i", "it", "he", "she"]
  private static let unowning: Set<String> = ["the", "have", "has", "is", "a", "an", "of", "to"]
  private static let negated: Set<String> = [
    "don", "doesn", "didn", "isn", "aren", "wasn", "weren", "haven", "hasn", "hadn", "couldn",
    "wouldn", "shouldn", "won", "can", "ain",
  ]
}
