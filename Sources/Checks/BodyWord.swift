internal import AdModel

/// A word of the body of an ad, with what several checks ask about it: found once for all of them.
struct BodyWord: Sendable {
  var lower: Int32
  var upper: Int32
  /// Its first four bytes in lower case, the first of them lowest; 0 for those it lacks.
  var head: UInt32
  /// What kinds of letters it has.
  var letters: Letters
  /// Its ``WordKey``.
  var hash: UInt64

  struct Letters: OptionSet {
    var rawValue: UInt8
    static let small = Letters(rawValue: 1)
    static let capital = Letters(rawValue: 2)
    static let digit = Letters(rawValue: 4)
    /// A joint, or a letter of several bytes.
    static let other = Letters(rawValue: 8)
  }

  /// In bytes of the prose.
  var range: Range<Int> { Int(lower)..<Int(upper) }
  var place: ByteRange<Prose> { ByteRange(Int(lower), Int(upper)) }
  var count: Int { Int(upper - lower) }

  init(_ range: Range<Int>, of prose: [UInt8]) {
    lower = Int32(range.lowerBound)
    upper = Int32(range.upperBound)
    head = 0
    letters = []
    hash = WordKey.seed
    var kinds: UInt8 = 0
    let bytes = prose.span.extracting(range)
    for at in bytes.indices {
      let byte = bytes[at]
      let isCapital = byte.isUpper
      let folded = isCapital ? byte | 0x20 : byte
      hash = WordKey.next(hash, folded)
      if at < 4 { head |= UInt32(folded) << UInt32(8 * at) }
      let kind: Letters =
        isCapital ? .capital : folded.isLower ? .small : folded.isDigit ? .digit : .other
      kinds |= kind.rawValue
    }
    letters = Letters(rawValue: kinds)
  }
}

extension [BodyWord] {
  /// Those that stand in `place`.
  func inside(_ place: ByteRange<Prose>) -> ArraySlice<BodyWord> {
    let first = index { Int($0.lower) >= place.lower }
    let last = index { Int($0.upper) > place.upper }
    return self[first..<Swift.max(first, last)]
  }

  /// The index of the first word that `isBehind`; words before it are not, words after it are.
  private func index(where isBehind: (BodyWord) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
