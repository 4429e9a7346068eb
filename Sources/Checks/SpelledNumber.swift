/// Numbers up to twelve, which ads write in letters as often as in figures.
enum SpelledNumber {
  /// The ``WordKey`` of the figure that the word of `key` stands for, if it is one to twelve.
  @inline(__always) static func figure(for key: UInt64) -> UInt64? {
    // Nearly every word stops at one of these bits.
    sieve >> (key & 63) & 1 == 1 ? figures[key] : nil
  }

  private static let figures: [UInt64: UInt64] = Dictionary(
    uniqueKeysWithValues: [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ].enumerated().map { (WordKey.of($1.utf8), WordKey.of("\($0 + 1)".utf8)) })

  private static let sieve: UInt64 = figures.keys.reduce(0) { $0 | 1 << ($1 & 63) }
}
