/// The one word that a wrong word most probably should be.
public struct Correction: Hashable, Sendable {
  /// The right word, in lower case.
  public var word: String
  /// How many letters are wrong: inserted, lost, replaced, or two swapped count as one.
  public var edits: Int
  /// How common the right word is in job ads, as in ``Entry/frequency``.
  public var frequency: Int
  /// Whether the slip is a swap or a doubled letter, which no other word explains.
  public var isSlip: Bool
  /// Whether a vowel stands for another, or a letter is lost: slips nearly as common.
  public var isEasy: Bool
  /// Whether the first letter is right, as it nearly always is in a slip of the hand.
  public var keepsFirst: Bool
}

extension Lexicon {
  /// The clear and common correction of `word` (lower-case ASCII), if there is one.
  ///
  /// One edit away, or two for words of 8 letters or more. Among the words near enough, the one
  /// with the likelier slip (a swap, a doubled letter, a vowel for a vowel) and the higher
  /// frequency wins; ties go to the alphabet, so that it is always the same one.
  public func correction(of word: Span<UInt8>) -> Correction? {
    var common = CommonWords()
    return correction(of: word, among: &common)
  }

  /// The correction of `word`.
  public func correction(of word: String) -> Correction? { correction(of: Array(word.utf8).span) }

  /// The correction of `word`, with the common words at hand.
  func correction(of word: Span<UInt8>, among common: inout CommonWords) -> Correction? {
    guard word.count >= 4, word.count <= Self.longest else { return nil }
    if let plural = plural(of: word) { return plural }
    let most = word.count >= 8 ? 2 : 1
    var best = Candidate()
    var distance = EditDistance(from: word)
    for candidate in common.words(first: word[0]) {
      distance.weigh(candidate, most: most, into: &best)
    }
    if best.edits != 1 { takeOtherFirsts(of: word, into: &best) }
    guard !best.word.isEmpty, isCommon(best, for: word) || isSmallSlip(best, for: word) else {
      return nil
    }
    return Correction(
      word: String(decoding: best.word, as: UTF8.self), edits: best.edits,
      frequency: best.frequency, isSlip: best.isSlip,
      isEasy: best.isVowel || best.edits == 1 && best.word.count > word.count,
      keepsFirst: best.keepsFirst)
  }

  /// The most letters of a word that is looked at.
  static let longest = 32

  /// The least frequency of a correction: short words have many neighbours, so theirs is higher.
  private static func least(_ edits: Int, _ letters: Int) -> Int {
    if edits == 2 { return letters < 10 ? 7 : 6 }
    return letters == 4 ? 7 : letters >= 9 ? 2 : max(4, 12 - letters)
  }

  /// `dutys`, `citys`: the plural of a short word in -y. Of a longer one it is the possessive that
  /// lost its apostrophe (``Contraction``).
  private func plural(of word: Span<UInt8>) -> Correction? {
    guard word.count == 5, word.hasSuffix("ys"), !word[2].isVowel else { return nil }
    let plural = word.array.dropLast(2) + Array("ies".utf8)
    let frequency = frequency(of: Array(plural).span)
    guard frequency >= 4 else { return nil }
    return Correction(
      word: String(decoding: plural, as: UTF8.self), edits: 2, frequency: frequency,
      isSlip: false, isEasy: false, keepsFirst: true)
  }

  /// Whether the right word is so common in ads that it is meant, whatever the slip.
  private func isCommon(_ best: Candidate, for word: Span<UInt8>) -> Bool {
    best.frequency >= Self.least(best.edits, word.count) && (word.count > 4 || best.isSlip)
      && isPlausible(best, for: word)
  }

  /// Whether the slip is so small that it shows what is meant, however few ads use the right word:
  /// `breif`, `realy`, `pasteral`, `suprised`, `arguement`, `critisism`.
  ///
  /// First and last letter are right, unless two letters are swapped or one is doubled.
  private func isSmallSlip(_ best: Candidate, for word: Span<UInt8>) -> Bool {
    let letters = word.count
    guard best.edits == 1, best.keepsFirst, !isCompound(word) else { return false }
    if best.isSlip { return letters >= 5 }
    guard best.word.last == word[letters - 1] else { return false }
    if best.isVowel { return letters >= 6 }
    if best.word.count > letters {
      return best.frequency >= (letters >= 6 ? 2 : letters == 5 ? 3 : 8)
    }
    if best.word.count < letters { return letters >= 9 && best.frequency >= 2 }
    return letters >= 9 && best.frequency >= 2 && soundsAlike(best.word, word)
  }

  /// Whether the one letter that differs is another spelling of nearly the same sound.
  private func soundsAlike(_ right: [UInt8], _ wrong: Span<UInt8>) -> Bool {
    guard let at = right.indices.first(where: { right[$0] != wrong[$0] }) else { return false }
    let pair = [min(right[at], wrong[at]), max(right[at], wrong[at])]
    return Self.alike.contains(pair)
  }

  private static let alike = ["cs", "ck", "ct", "sz", "mn", "dt"].map { Array($0.utf8) }

  /// Whether hands slip so: seldom at the last letter, where brands and other languages differ.
  private func isPlausible(_ best: Candidate, for word: Span<UInt8>) -> Bool {
    let isSameEnd = best.word.last == word[word.count - 1]
    if best.edits == 2 { return isSameEnd && !isCompound(word) }
    if best.frequency < 4, !best.isSlip {
      if best.word.count == word.count || best.word.starts(with: word.array) { return false }
    }
    if !best.isSlip, best.word.count < word.count, word.array.starts(with: best.word) {
      return false
    }
    return isSameEnd || best.word.count != word.count || best.isSlip || best.frequency >= 8
  }

  /// Weighs `word` with its first letter swapped with the second, or with one added before it.
  private func takeOtherFirsts(of word: Span<UInt8>, into best: inout Candidate) {
    guard word.count >= 6 else { return }
    var other = word.array
    other.swapAt(0, 1)
    take(other, into: &best)
    other.swapAt(0, 1)
    other.insert(0, at: 0)
    for letter in UInt8(0x61)...0x7A where best.edits != 1 {
      other[0] = letter
      take(other, into: &best)
    }
  }

  private func take(_ word: [UInt8], into best: inout Candidate) {
    let frequency = frequency(of: word.span)
    guard frequency >= 4 else { return }
    best.take(word, edits: 1, cost: 12, frequency: frequency, keepsFirst: false)
  }
}

/// The best correction so far.
struct Candidate {
  var word: [UInt8] = []
  var edits = 9
  var frequency = 0
  var keepsFirst = true
  var cost = 99
  var score = Int.max

  /// A swap, or a letter doubled or not doubled.
  var isSlip: Bool { cost <= 6 }

  /// One vowel for another, not at the end.
  var isVowel: Bool { edits == 1 && cost == 7 }

  mutating func take(
    _ word: [UInt8], edits: Int, cost: Int, frequency: Int, keepsFirst: Bool = true
  ) {
    let score = cost * 10 - frequency * 11
    guard score < self.score else { return }
    self = Candidate(
      word: word, edits: edits, frequency: frequency, keepsFirst: keepsFirst, cost: cost,
      score: score)
  }
}

/// The distance from one word to many: Damerau's edits, each weighed by how often hands slip so.
struct EditDistance {
  let from: [UInt8]
  let letters: UInt32
  /// Where each letter stands in the word, one bit a place.
  private var places = [UInt64](repeating: 0, count: 32)
  /// Weights and edits of the last three rows, side by side: the weight times 64, plus the edits.
  private var rows = [Int](repeating: 0, count: 3 * width)

  init(from word: Span<UInt8>) {
    from = word.array
    letters = from.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    for (index, letter) in from.enumerated() { places[Int(letter & 31)] |= 1 << UInt64(index) }
  }

  mutating func weigh(_ to: CommonWords.Word, most: Int, into best: inout Candidate) {
    guard abs(Int(to.length) - from.count) <= most else { return }
    guard (to.letters ^ letters).nonzeroBitCount <= 2 * most, edits(to.place) <= most else {
      return
    }
    let word = to.bytes
    let (count, cost) = measure(word)
    guard count > 0, count <= most else { return }
    // Hands seldom err at the last letter, and two slips in a word are rarer than one.
    let isOffEnd = count == 1 && cost > 6 && word.last != from.last
    best.take(
      word, edits: count, cost: cost + (isOffEnd ? 2 : 0) + (count > 1 ? 4 : 0),
      frequency: Int(to.frequency))
  }

  /// The fewest edits to the word at `place` of the common ones, all rows of a column at once.
  ///
  /// Hyyrö, “A bit-vector algorithm for computing Levenshtein and Damerau edit distances” (2003).
  func edits(_ place: Range<Int>) -> Int {
    let last = UInt64(1) << UInt64(from.count - 1)
    var edits = from.count
    var up = ~UInt64(0)
    var down: UInt64 = 0
    var level: UInt64 = 0
    var before: UInt64 = 0
    let list = unsafe WordList.common.list
    for index in place {
      let here = unsafe places[Int(list[index] & 31)]
      let swap = (~level & here) << 1 & before
      level = ((here & up) &+ up) ^ up | here | down | swap
      var right = down | ~(level | up)
      var left = level & up
      if right & last != 0 { edits += 1 }
      if left & last != 0 { edits -= 1 }
      right = right << 1 | 1
      left <<= 1
      up = left | ~(level | right)
      down = right & level
      before = here
    }
    return edits
  }

  /// The number of edits and their weight.
  private mutating func measure(_ to: [UInt8]) -> (Int, Int) {
    for j in 0...to.count { rows[j] = j * Self.other }
    for i in 1...from.count {
      let now = i % 3 * Self.width
      let last = (i + 2) % 3 * Self.width
      let before = (i + 1) % 3 * Self.width
      rows[now] = i * Self.other
      let a = from[i - 1]
      let losing = i > 1 && from[i - 2] == a ? Self.double : Self.other
      for j in 1...to.count {
        let b = to[j - 1]
        let adding = j > 1 && to[j - 2] == b ? Self.double : Self.other
        var least = rows[last + j - 1] + (a == b ? 0 : Self.replacing(a, b))
        least = min(least, rows[last + j] + losing, rows[now + j - 1] + adding)
        if i > 1, j > 1, a != b, a == to[j - 2], b == from[i - 2] {
          least = min(least, rows[before + j - 2] + Self.swap)
        }
        rows[now + j] = least
      }
    }
    let end = rows[from.count % 3 * Self.width + to.count]
    return (end & 63, end >> 6)
  }

  private static let width = Lexicon.longest + 1
  private static let other = 9 << 6 | 1
  private static let double = 5 << 6 | 1
  private static let swap = 6 << 6 | 1

  private static func replacing(_ a: UInt8, _ b: UInt8) -> Int {
    a.isVowel && b.isVowel ? 7 << 6 | 1 : 10 << 6 | 1
  }
}
