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
  var key: UInt64

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
}

extension BodyWord.Letters {
  /// The letters of a word with bytes of `classes`.
  @inline(__always) init(_ classes: ByteClass) {
    let plain: ByteClass = [.small, .capital, .digit]
    let isPlain = classes.isSubset(of: plain)
    self.init(rawValue: classes.intersection(plain).rawValue | (isPlain ? 0 : 8))
  }
}

extension [BodyWord] {
  /// Those that stand in `place`.
  func inside(_ place: ByteRange<Prose>) -> ArraySlice<BodyWord> {
    let first = index { Int($0.lower) >= place.lower }
    let last = index { Int($0.upper) > place.upper }
    return self[first..<Swift.max(first, last)]
  }

  /// Where the word begins that is the last but `count` - 1 of those that begin before `place`.
  func place(_ count: Int, before place: Int) -> Int? {
    let next = index { Int($0.lower) >= place }
    return next >= count ? Int(self[next - count].lower) : nil
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
