import AdModel

/// A word or a number of an ad, with what stands before it.
struct Token: Equatable {
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

  /// The words of `field`, or of those sentences, lines and items alone that hold one of `keys`.
  init(_ text: [UInt8], _ field: Field, holding keys: KeyWords? = nil) {
    self.text = text
    part = field.part
    guard let keys else {
      // A word and the blank behind it are seldom shorter.
      all.reserveCapacity(field.place.utf8.count / 4)
      read(field.place.utf8)
      return
    }
    for sentence in sentences(of: field.place.utf8, holding: keys) { read(sentence) }
  }

  /// Adds the words in `range`, with which a sentence begins.
  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    var mark: UInt8 = 0
    var opens = true
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
        if ends(at: index, range) { opens = true }
        index += 1
      }
    }
  }

  /// The sentences, lines and items of `range` that hold one of `keys`, each from the end of the last
  /// word before it on: the marks between belong to its first word.
  private func sentences(of range: Range<Int>, holding keys: KeyWords) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    let (bytes, limit) = (text.span, range.upperBound)
    var (start, end, at) = (range.lowerBound, range.lowerBound, range.lowerBound)
    var isHeld = false
    while at < limit {
      let byte = bytes[at]
      if byte | 0x20 &- 0x61 < 26 {
        if !isHeld, at &+ 2 < limit, keys.mayBegin(byte, bytes[at &+ 1], bytes[at &+ 2]) {
          let word = Word(text, at: at, end: limit)
          isHeld = keys.has(word.hash)
          at = word.end
        } else {
          repeat { at &+= 1 } while at < limit && bytes[at] | 0x20 &- 0x61 < 26
        }
        end = at
      } else if byte >= 0x80, Letters.letter(text, at, limit).width > 0 {
        let word = Word(text, at: at, end: limit)
        isHeld = isHeld || keys.has(word.hash)
        (at, end) = (word.end, word.end)
      } else if Letters.isDigit(byte) {
        at &+= 1
        end = at
      } else {
        if byte != 0x20, ends(at: at, range) {
          if isHeld { sentences.append(start..<end) }
          (start, isHeld) = (end, false)
        }
        at &+= 1
      }
    }
    return isHeld ? sentences + [start..<end] : sentences
  }

  /// Whether the mark at `index` of `range` ends a sentence, a line or an item.
  private func ends(at index: Int, _ range: Range<Int>) -> Bool {
    switch text[index] {
    case 0x0A, 0x21, 0x3F: true
    case 0x3B, 0x7C: part != .body
    case 0x2E:
      (index + 1 >= range.upperBound || text[index + 1] <= 0x20)
        && !isShort(text[range.lowerBound..<index])
    default: false
    }
  }

  /// Whether `text` ends with “St”, “Ft” or “Mt”.
  private func isShort(_ text: ArraySlice<UInt8>) -> Bool {
    let last = text.suffix(3)
    guard last.count > 1, let t = last.last, t | 0x20 == UInt8(ascii: "t") else { return false }
    if last.count == 3, last[last.startIndex] | 0x20 &- 0x61 < 26 { return false }
    return "sfm".utf8.contains(last[last.endIndex - 2] | 0x20)
  }

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

/// Words of which a sentence holds one, or else nothing in it is looked for.
struct KeyWords {
  private let hashes: Set<UInt64>
  /// For the first two letters of a word, a bit for each third one of these words.
  private var starts = [UInt32](repeating: 0, count: 1 << 10)

  /// The `words` of three letters or more, with blanks between them.
  init(_ words: String) {
    let words = words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) }
    hashes = Set(words.map { Word($0, at: 0, end: $0.count).hash })
    for word in words {
      for (row, bit) in Self.places(of: word) { starts[row] |= 1 << bit }
    }
  }

  /// Where ``starts`` tells of the three letters that `word` begins with: beyond ASCII, of all.
  private static func places(of word: [UInt8]) -> [(row: Int, bit: UInt32)] {
    let letters = word.prefix(3).map { $0 < 0x80 ? [$0 & 31] : Array(0..<32) }
    return letters[1].flatMap { second in
      letters[2].map { (Int(letters[0][0]) << 5 | Int(second), UInt32($0)) }
    }
  }

  /// Whether one of them may begin with these three bytes, the first of which is a letter of ASCII.
  @inline(__always) func mayBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    if (second | third) >= 0x80 { return true }
    return starts[Int(first & 31) << 5 | Int(second & 31)] >> UInt32(third & 31) & 1 == 1
  }

  /// Whether a word with this ``Word/hash`` is one of them.
  func has(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}

/// Phrases of words without regard to capitals and to what stands between the words.
struct Phrases {
  private let byFirst: [UInt64: [[UInt64]]]
  /// The hashes of the words of each.
  var all: [[UInt64]] { byFirst.values.flatMap(\.self) }
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
