import AdModel

/// A word or a number of an ad, with what stands before it.
struct Token {
  var start: Int
  var end: Int
  /// A hash of its base letters, as of ``Word``; 0 for a number.
  var hash: UInt64
  var isCapitalised: Bool
  var isAllCapitals: Bool
  /// The mark before it, such as a comma; 0 where only blanks or nothing stand there.
  var mark: UInt8
  /// Whether a sentence, a line or an item begins with it.
  var opens: Bool
}

/// The words of one field, in their order.
struct Tokens {
  let text: [UInt8]
  let part: Part
  private(set) var all: [Token] = []

  init(_ text: [UInt8], _ field: Field) {
    self.text = text
    part = field.part
    let range = field.place.utf8
    var index = range.lowerBound
    var mark: UInt8 = 0
    var opens = true
    // A word and the blank behind it are seldom shorter.
    all.reserveCapacity(range.count / 4)
    while index < range.upperBound {
      let byte = text[index]
      if Letters.letter(text, index, range.upperBound).width > 0 {
        let word = Word(text, at: index, end: range.upperBound)
        all.append(
          Token(
            start: index, end: word.end, hash: word.hash, isCapitalised: word.isCapitalised,
            isAllCapitals: word.isAllCapitals, mark: mark, opens: opens))
        index = word.end
        (mark, opens) = (0, false)
      } else if Letters.isDigit(byte) {
        let (count, _) = Postcodes.number(text, at: index, end: range.upperBound)
        all.append(
          Token(
            start: index, end: index + count, hash: 0, isCapitalised: false, isAllCapitals: false,
            mark: mark, opens: opens))
        index += count
        (mark, opens) = (0, false)
      } else {
        if !Letters.isBlank(byte) { mark = byte }
        if ends(at: index, range.upperBound) { opens = true }
        index += 1
      }
    }
  }

  /// Whether the mark at `index` ends a sentence, a line or an item.
  private func ends(at index: Int, _ end: Int) -> Bool {
    switch text[index] {
    case 0x0A, 0x21, 0x3F: true
    case 0x3B, 0x7C: part != .body
    case 0x2E: (index + 1 >= end || text[index + 1] <= 0x20) && !isShort(before: index)
    default: false
    }
  }

  /// Whether “St”, “Ft” or “Mt” stands before the dot at `index`.
  private func isShort(before index: Int) -> Bool {
    all.last.map { $0.end == index && Self.shorts.contains($0.hash) } ?? false
  }

  private static let shorts = Word.hashes("st ft mt")

  /// The tokens of each sentence, line or item.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in all.indices where all[index].opens && index > start {
      sentences.append(start..<index)
      start = index
    }
    if start < all.count { sentences.append(start..<all.count) }
    return sentences
  }

  /// Whether one of `phrases` stands anywhere.
  func says(_ phrases: Phrases) -> Bool {
    sentences.contains { sentence in
      sentence.contains { count(of: phrases, at: $0, in: sentence) > 0 }
    }
  }

  /// How many tokens from `index` on say one of `phrases`; 0 where they say none.
  @inline(__always) func count(of phrases: Phrases, at index: Int, in sentence: Range<Int>) -> Int {
    guard phrases.mayBegin(with: all[index].hash) else { return 0 }
    return phrases.longest { $0 < sentence.upperBound - index ? all[index + $0].hash : nil }
  }
}

/// Phrases of words without regard to capitals and to what stands between the words.
struct Phrases {
  private let byFirst: [UInt64: [[UInt64]]]
  /// Bits for the first words, so that most words need no look at the table.
  private let heads: [UInt64]

  /// Takes the phrases apart by commas; a word in brackets may be left out.
  init(_ list: String) {
    var byFirst: [UInt64: [[UInt64]]] = [:]
    for phrase in list.split(separator: ",") {
      var forms: [[UInt64]] = [[]]
      for word in phrase.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let isOptional = word.hasPrefix("(")
        let bare = word.utf8.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
        let hash = Word(bare, at: 0, end: bare.count).hash
        forms = forms.flatMap { isOptional ? [$0, $0 + [hash]] : [$0 + [hash]] }
      }
      for form in forms { form.first.map { byFirst[$0, default: []].append(form) } }
    }
    self.byFirst = byFirst
    var heads = [UInt64](repeating: 0, count: 16)
    for first in byFirst.keys { heads[Int(first >> 6 & 15)] |= 1 << (first & 63) }
    self.heads = heads
  }

  /// Whether a phrase may begin with the word of this hash.
  @inline(__always) func mayBegin(with hash: UInt64) -> Bool {
    heads[Int(truncatingIfNeeded: hash >> 6 & 15)] >> (hash & 63) & 1 == 1
  }

  /// The length of the longest phrase that the words give, asked for by their number; 0 if none.
  func longest(_ word: (Int) -> UInt64?) -> Int {
    guard let first = word(0), let forms = byFirst[first] else { return 0 }
    var longest = 0
    for form in forms where form.count > longest {
      if form.indices.allSatisfy({ word($0) == form[$0] }) { longest = form.count }
    }
    return longest
  }
}
