/// Words that no list holds, made by rule from a known word: `reablement`, `kaizens`.
enum Derivation {
  static func explains(_ word: [UInt8]) -> Bool {
    isVariety(word)
      || endings.contains { ending in
        word.count >= ending.count + 4 && word.last == ending.last
          && word[(word.count - ending.count)...].elementsEqual(ending)
          && isStem(word.span.extracting(droppingLast: ending.count), before: ending)
      }
      || beginnings.contains { beginning in
        word.count >= beginning.count + 5 && word[0] == beginning[0]
          && word.starts(with: beginning)
          && frequency(word.span.extracting(droppingFirst: beginning.count)) >= 2
      }
  }

  private static let endings = parts(
    "s d r rs ed ing er ers ly ness less like wise able ability ee ees")
  private static let beginnings = parts(
    """
    re un non pre multi sub micro bio geo cyber tele neuro cardio psycho electro photo nano hydro \
    anti auto hyper infra inter intra macro mega meta mid mini mono omni over poly post pro pseudo \
    retro semi super supra tri ultra uni under e co de dis eco agri aero thermo radio immuno onco \
    trans
    """)

  private static func parts(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: 0x20).map { Array($0) }
  }

  /// Whether it is the British spelling of a known word in -ize: `strategise`.
  private static func isVariety(_ word: [UInt8]) -> Bool {
    guard word.count >= 6 else { return false }
    var other = word
    for at in 3..<word.count - 1 where word[at] == 0x73 && word[at - 1] == 0x69 {
      other[at] = 0x7A
      if frequency(other.span) >= 0 { return true }
      other[at] = 0x73
    }
    return false
  }

  private static func frequency(_ word: Span<UInt8>) -> Int { Lexicon.shared.frequency(of: word) }

  /// Whether `ending` may follow `stem` as it stands: `makeing`, `refered` and `companys` want
  /// another letter, and no small word has a plural (`froms`).
  private static func isStem(_ stem: Span<UInt8>, before ending: [UInt8]) -> Bool {
    guard let first = ending.first else { return false }
    let last = stem[stem.count - 1]
    let before = stem[stem.count - 2]
    if isDoubled(stem, before: first) { return true }
    let known = frequency(stem)
    if ending == [0x73], known == 9 { return false }
    guard known >= (ending == [0x73] || stem.count >= 5 && ending.count <= 3 ? 0 : 2) else {
      return false
    }
    if last == 0x79, !before.isVowel { return first != 0x73 && first != 0x65 }
    if ending.count <= 2, first == 0x64 || first == 0x72 { return last == 0x65 }
    guard first.isVowel else { return true }
    if last == 0x65 { return before == 0x65 }
    return frequency((stem.array + [last] + ending).span) < 0
  }

  /// Whether a short verb has doubled its last letter, as in `botting`, where no other one fits.
  private static func isDoubled(_ stem: Span<UInt8>, before first: UInt8) -> Bool {
    let count = stem.count
    guard count >= 4, count <= 6, first == 0x65 || first == 0x69 else { return false }
    let (last, before) = (stem[count - 1], stem[count - 2])
    guard last == before, !last.isVowel, stem[count - 3].isVowel else { return false }
    let verb = stem.extracting(droppingLast: 1)
    return frequency(verb) >= 2
      && frequency((verb.array + [0x69, 0x6E, 0x67]).span) < 0
      && frequency((verb.array + [0x65, 0x64]).span) < 0
  }
}

/// Contractions and possessives without their apostrophe.
enum Contraction {
  static func mended(_ word: [UInt8]) -> String? {
    let text = word.text
    if let whole = table[text] { return whole }
    guard text.hasSuffix("ys"), word.count >= 6 else { return nil }
    let stem = Array(word.dropLast())
    let isNoun = !stem[stem.count - 2].isVowel && Lexicon.shared.frequency(of: stem.span) >= 5
    return isNoun ? stem.text + "'s" : nil
  }

  private static let table = [
    "dont": "don't", "doesnt": "doesn't", "didnt": "didn't",
    "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't",
    "werent": "weren't", "havent": "haven't", "hasnt": "hasn't",
    "hadnt": "hadn't", "couldnt": "couldn't", "wouldnt": "wouldn't",
    "shouldnt": "shouldn't", "youll": "you'll", "youre": "you're",
    "youve": "you've", "theyre": "they're", "weve": "we've",
    "thats": "that's", "whats": "what's", "theres": "there's",
    "childrens": "children's", "womens": "women's", "mens": "men's",
    "todays": "today's", "peoples": "people's",
  ]
}
