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
    guard word.count >= 4, word.count <= Self.longest else { return nil }
    let most = word.count >= 8 ? 2 : 1
    var best = Candidate()
    var distance = EditDistance(from: word)
    for length in word.count - most...word.count + most {
      unsafe WordList.common.forEach(first: word[0], length: length) { candidate, frequency in
        unsafe distance.weigh(candidate, frequency, most: most, into: &best)
      }
    }
    for first in Self.otherFirsts(of: word) {
      guard best.edits != 1 else { break }
      if let entry = entry(for: first.span), entry.frequency >= 4 {
        best.take(first, edits: 1, cost: 12, frequency: entry.frequency, keepsFirst: false)
      }
    }
    guard !best.word.isEmpty, best.frequency >= Self.least(best.edits, word.count),
      word.count > 4 || best.isSlip, isPlausible(best, for: word)
    else { return nil }
    return Correction(
      word: String(decoding: best.word, as: UTF8.self), edits: best.edits,
      frequency: best.frequency, isSlip: best.isSlip, keepsFirst: best.keepsFirst)
  }

  /// The correction of `word`.
  public func correction(of word: String) -> Correction? { correction(of: Array(word.utf8).span) }

  /// The most letters of a word that is looked at.
  static let longest = 32

  /// The least frequency of a correction: short words have many neighbours, so theirs is higher.
  private static func least(_ edits: Int, _ letters: Int) -> Int {
    if edits == 2 { return letters < 10 ? 7 : 6 }
    return letters == 4 ? 7 : letters >= 9 ? 2 : max(4, 12 - letters)
  }

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

  /// `word` with its first letter swapped with the second, or one added before it.
  private static func otherFirsts(of word: Span<UInt8>) -> [[UInt8]] {
    guard word.count >= 6 else { return [] }
    let letters = word.array
    var swapped = letters
    swapped.swapAt(0, 1)
    let added = (UInt8(0x61)...0x7A).map { [$0] + letters }
    return [swapped] + added
  }
}

/// The best correction so far.
private struct Candidate {
  var word: [UInt8] = []
  var edits = 9
  var frequency = 0
  var keepsFirst = true
  var cost = 99
  var score = Int.max

  /// A swap, or a letter doubled or not doubled.
  var isSlip: Bool { cost <= 6 }

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
private struct EditDistance {
  let from: [UInt8]
  let letters: UInt32
  /// Weights and edits of the last three rows, side by side: the weight times 64, plus the edits.
  private var rows = [Int](repeating: 0, count: 3 * width)

  init(from word: Span<UInt8>) {
    from = word.array
    letters = from.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  mutating func weigh(
    _ to: UnsafeBufferPointer<UInt8>, _ frequency: Int, most: Int, into best: inout Candidate
  ) {
    guard to.count <= Lexicon.longest else { return }
    let mask = unsafe to.reduce(UInt32(0)) { $0 | 1 << UInt32($1 & 31) }
    guard (mask ^ letters).nonzeroBitCount <= 2 * most else { return }
    let word = unsafe Array(to)
    let (count, cost) = measure(word)
    guard count > 0, count <= most else { return }
    best.take(word, edits: count, cost: cost, frequency: frequency)
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
