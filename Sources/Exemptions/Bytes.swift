extension [UInt8] {
  /// Where `word` begins first at or after `start`.
  func first(_ word: StaticString, from start: Int) -> Int? {
    let count = word.utf8CodeUnitCount
    let first = unsafe word.utf8Start[0]
    var at = start
    while at + count <= self.count {
      guard let next = self[at...].firstIndex(of: first), next + count <= self.count else {
        return nil
      }
      if (1..<count).allSatisfy({ unsafe self[next + $0] == word.utf8Start[$0] }) { return next }
      at = next + 1
    }
    return nil
  }

  /// `range` without blanks and line feeds at its ends.
  func trimmedASCII(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, self[lower] <= 0x20 { lower += 1 }
    while lower < upper, self[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// The first line behind the one that holds `offset` that is not blank, without its line feed.
  func nextLine(after offset: Int) -> Range<Int> {
    var start = (self[offset...].firstIndex(of: 0x0A) ?? count - 1) + 1
    while start < count {
      let end = self[start...].firstIndex(of: 0x0A) ?? count
      if !trimmedASCII(start..<end).isEmpty { return start..<end }
      start = end + 1
    }
    return count..<count
  }

  /// What stands between the `---` lines that a file begins with.
  var frontMatter: Range<Int>? {
    let start = starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = self[start...].firstIndex(of: 0x0A),
      self[trimmedASCII(start..<first)].elementsEqual("---".utf8)
    else { return nil }
    var line = first + 1
    while line < count {
      let end = self[line...].firstIndex(of: 0x0A) ?? count
      let words = self[trimmedASCII(line..<end)]
      if words.elementsEqual("---".utf8) || words.elementsEqual("...".utf8) {
        return first + 1..<line
      }
      line = end + 1
    }
    return nil
  }
}
