/// A word beside another one, or what stands there instead: a number, a comma, the end of a sentence.
struct Neighbour {
  /// Of the word in lower case, or of a sign: `.` for all that parts sentences, `,`, `#` for numbers and
  /// addresses, `-` inside of a compound, `?` for words with letters beyond English.
  var hash: UInt64
  /// What a word ends in; `nil` for signs.
  var ending: Ending?

  /// What a word that is rare ends in, by which it is judged.
  enum Ending: Int {
    case ing, ed, ly, s, other

    private static let hashes = ["*ing", "*ed", "*ly", "*s", "*"].map {
      WordHash.of(Array($0.utf8))
    }

    var hash: UInt64 { Self.hashes[rawValue] }

    /// That of a word whose last three bytes, in lower case, these are; 0 for those that it lacks.
    init(_ third: UInt8, _ second: UInt8, _ last: UInt8) {
      switch (third, second, last) {
      case (0x69, 0x6E, 0x67): self = .ing
      case (_, 0x65, 0x64): self = .ed
      case (_, 0x6C, 0x79): self = .ly
      case (_, _, 0x73): self = .s
      default: self = .other
      }
    }
  }

  static let boundary = Neighbour(sign: ".")
  static let comma = Neighbour(sign: ",")
  static let number = Neighbour(sign: "#")
  static let hyphen = Neighbour(sign: "-")
  static let foreign = Neighbour(sign: "?")

  private init(sign: String) { hash = WordHash.of(Array(sign.utf8)) }

  init(hash: UInt64, ending: Ending) { (self.hash, self.ending) = (hash, ending) }
}

extension ArraySlice<UInt8> {
  /// The letters in lower case, with straight apostrophes.
  var plain: [UInt8] {
    var plain: [UInt8] = []
    var at = startIndex
    while at < endIndex {
      plain.append(self[at] == 0xE2 ? 0x27 : self[at].lowered)
      at += self[at] == 0xE2 ? 3 : 1
    }
    return plain
  }
}

/// The two words before a word, and the two behind it.
struct Neighbours {
  enum Kind: UInt64 { case left, right, twoLeft, twoRight, around }

  var left: Neighbour
  var right: Neighbour
  var beforeLeft: Neighbour
  var afterRight: Neighbour

  /// Those that count together.
  var both: [(Kind, UInt64)] {
    [
      (.twoLeft, Self.key(beforeLeft.hash, left.hash)),
      (.twoRight, Self.key(right.hash, afterRight.hash)),
      (.around, Self.key(left.hash, right.hash)),
    ]
  }

  static func key(_ one: UInt64, _ other: UInt64) -> UInt64 {
    (one &* 0x9E37_79B9_7F4A_7C15) ^ other
  }
}

extension Court {
  /// A word that stands for another one, where the words beside it tell.
  func confused(_ suspect: WordScan.Suspect, _ cache: inout WordCache) -> WordFault? {
    let lower = suspect.lower
    // “re” of “you’re”
    if isApostrophe(endingAt: lower), byte(lower - (byte(lower - 1) == 0x27 ? 2 : 4)).isLatin {
      return nil
    }
    // A part of a token such as “there_is” is no word.
    if byte(lower - 1).isTokenLetter || byte(suspect.upper).isTokenLetter { return nil }
    let word = lower..<wordEnd(suspect.upper)
    let hash = word.upperBound == suspect.upper ? suspect.hash : WordHash.of(text[word].plain)
    let (left, before) = neighbour(before: lower)
    let (right, after) = neighbour(behind: word.upperBound)
    guard cache.mayBeConfused(hash, left, right, in: text, word) else { return nil }
    // Names and headings have capitals; a compound is another word.
    let isCapitalised = byte(lower).isUpper
    let isAfterBoundary = left.hash == Neighbour.boundary.hash
    if isCapitalised, !isAfterBoundary { return nil }
    if left.hash == Neighbour.hyphen.hash || right.hash == Neighbour.hyphen.hash { return nil }
    guard text[word].dropFirst().allSatisfy({ !$0.isUpper }), !isOwn(lower..<suspect.upper),
      !isAddress(chunk(word))
    else { return nil }
    let isBeforeBoundary = right.hash == Neighbour.boundary.hash
    let neighbours = Neighbours(
      left: left, right: right,
      beforeLeft: neighbour(before: before, isBehindBoundary: isAfterBoundary).0,
      afterRight: neighbour(behind: after, isBehindBoundary: isBeforeBoundary).0)
    guard let meant = cache.confusion(of: hash, neighbours) else { return nil }
    // “the language that you learned it in does not matter”: no word is meant twice in a row.
    let meantHash = WordHash.of(Array(meant.utf8))
    if meantHash == left.hash || meantHash == right.hash { return nil }
    let correction = isCapitalised ? meant.prefix(1).uppercased() + meant.dropFirst() : meant
    return fault(.confused, word, correction, .likely)
  }

  /// Where the word ends whose letters end at `upper`: with “’re” of “you’re”.
  private func wordEnd(_ upper: Int) -> Int {
    var end = upper
    while end - upper < Self.longest, let width = apostrophe(at: end), byte(end + width).isLatin {
      end = letters(at: end + width).upperBound
    }
    return end
  }

  /// The length of an apostrophe at `offset`.
  private func apostrophe(at offset: Int) -> Int? {
    if byte(offset) == 0x27 { return 1 }
    let isCurly = byte(offset) == 0xE2 && byte(offset + 1) == 0x80 && byte(offset + 2) == 0x99
    return isCurly ? 3 : nil
  }

  private func isApostrophe(endingAt offset: Int) -> Bool {
    apostrophe(at: offset - 1) == 1 || apostrophe(at: offset - 3) == 3
  }

  /// What stands behind `offset`, and where it ends; boundaries in a row are one.
  private func neighbour(
    behind offset: Int, isBehindBoundary: Bool = false
  ) -> (Neighbour, Int) {
    var at = offset
    var isEnd = false
    while at < text.count, at - offset < Self.farthest {
      let byte = byte(at)
      if byte == 0x20 || byte == 0x09 {
        at += 1
      } else if byte == 0x0A, isWrapped(at) {
        at += 1
      } else if isBlank(at) {
        at += 2
      } else if byte.isTokenLetter {
        if isEnd, !isBehindBoundary { return (.boundary, at) }
        let end = token(from: at)
        return (neighbour(in: at..<end), end)
      } else if byte == 0x2C {
        return isEnd && !isBehindBoundary ? (.boundary, at) : (.comma, at + 1)
      } else if byte == 0x2D, self.byte(at - 1).isTokenLetter, self.byte(at + 1).isTokenLetter {
        return (.hyphen, at + 1)
      } else if byte >= 0xC3, byte != 0xE2, byte < 0xEF {
        return isEnd && !isBehindBoundary ? (.boundary, at) : (.foreign, at + 2)
      } else {
        isEnd = true
        at += 1
      }
    }
    return (.boundary, at)
  }

  /// What stands before `offset`, and where it begins; boundaries in a row are one.
  private func neighbour(
    before offset: Int, isBehindBoundary: Bool = false
  ) -> (Neighbour, Int) {
    var at = offset
    var isEnd = false
    while at > 0, offset - at < Self.farthest {
      let byte = byte(at - 1)
      if byte == 0x20 || byte == 0x09 {
        at -= 1
      } else if byte == 0x0A, isWrapped(at - 1) {
        at -= 1
      } else if byte == 0xA0, isBlank(at - 2) {
        at -= 2
      } else if byte.isTokenLetter {
        if isEnd, !isBehindBoundary { return (.boundary, at) }
        let start = token(before: at)
        return (neighbour(in: start..<at), start)
      } else if byte == 0x2C {
        return isEnd && !isBehindBoundary ? (.boundary, at) : (.comma, at - 1)
      } else if byte == 0x2D, self.byte(at).isTokenLetter, self.byte(at - 2).isTokenLetter {
        return (.hyphen, at - 1)
      } else if byte >= 0x80, isForeign(endingAt: at) {
        return isEnd && !isBehindBoundary ? (.boundary, at) : (.foreign, at - 2)
      } else {
        isEnd = true
        at -= 1
      }
    }
    return (.boundary, at)
  }

  /// How far a neighbour is looked for, in bytes.
  private static let farthest = 60
  /// How much of a neighbour is read, in bytes: no word is longer.
  private static let longest = 64

  /// Whether a blank that keeps words together stands at `offset`.
  private func isBlank(_ offset: Int) -> Bool { byte(offset) == 0xC2 && byte(offset + 1) == 0xA0 }

  /// Whether a letter of two bytes ends at `offset`.
  private func isForeign(endingAt offset: Int) -> Bool {
    byte(offset - 1) < 0xC0 && byte(offset - 2) >= 0xC3 && byte(offset - 2) < 0xE0
  }

  /// Whether the end of line at `offset` is one that a narrow window made: the text goes on behind it.
  private func isWrapped(_ offset: Int) -> Bool {
    var before = offset - 1
    while byte(before) == 0x20 || byte(before) == 0x09 { before -= 1 }
    var after = offset + 1
    while byte(after) == 0x20 || byte(after) == 0x09 { after += 1 }
    return (byte(before).isLatin || byte(before) == 0x2C) && byte(after).isLower
      && before >= 0 && after < text.count
  }

  /// Where the token of letters and digits that begins at `start` ends.
  private func token(from start: Int) -> Int {
    let text = text.span
    var end = start
    while end < text.count, end - start < Self.longest {
      if text[end].isTokenLetter {
        end += 1
      } else if text[end] == 0x27 || text[end] == 0xE2, let width = apostrophe(at: end),
        byte(end + width).isLatin
      {
        end += width
      } else {
        break
      }
    }
    return end
  }

  /// Where the token of letters and digits that ends at `end` begins.
  private func token(before end: Int) -> Int {
    let text = text.span
    var start = end
    while start > 0, end - start < Self.longest {
      let last = text[start - 1]
      if last.isTokenLetter {
        start -= 1
      } else if last == 0x27, byte(start - 2).isLatin {
        start -= 1
      } else if last == 0x99, apostrophe(at: start - 3) == 3, byte(start - 4).isLatin {
        start -= 3
      } else {
        break
      }
    }
    return start
  }

  private func neighbour(in token: Range<Int>) -> Neighbour {
    let text = text.span
    let end = token.upperBound
    var (all, hasNumber) = (UInt8(0), false)
    for at in token {
      // A token lies in the text.
      let byte = unsafe text[unchecked: at]
      all |= byte
      hasNumber = hasNumber || byte < 0x41 && byte != 0x27 || byte == 0x5F
    }
    if hasNumber || byte(end) == 0x40 { return .number }
    let hash =
      all < 0x80
      ? WordHash.of(text, token.lowerBound, end) : WordHash.of(self.text[token].plain)
    let ending = Neighbour.Ending(
      token.count > 2 ? text[end - 3].lowered : 0, token.count > 1 ? text[end - 2].lowered : 0,
      text[end - 1].lowered)
    return Neighbour(hash: hash, ending: ending)
  }
}

extension UInt8 {
  /// Whether it is a letter of English, a digit or `_`.
  fileprivate var isTokenLetter: Bool { isLatin || isDigit || self == 0x5F }
}
