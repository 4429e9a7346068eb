internal import AdModel

extension Statements {
  /// The prose of the words of `range`, with the stop behind them.
  func place(of range: Range<Int>, in prose: [UInt8]) -> ByteRange<Prose> {
    var upper = Int(words[range.upperBound - 1].upper)
    if upper < prose.count, prose[upper] != 0x0A, Sentence.mayEnd(with: prose[upper]) { upper += 1 }
    return ByteRange(Int(words[range.lowerBound].lower), upper)
  }

  /// Whether the words of `range` begin with a quotation mark: they are spoken about, not said.
  func isQuoted(_ range: Range<Int>, in prose: [UInt8]) -> Bool {
    let lower = Int(words[range.lowerBound].lower)
    return lower > 0 && prose[lower - 1] == UInt8(ascii: "\"")
      || lower > 2 && prose[lower - 3] == 0xE2 && prose[lower - 2] == 0x80
        && prose[lower - 1] == 0x9C
  }
}
