/// Numbers up to twelve, which ads write in letters as often as in figures.
enum SpelledNumber {
  /// The key of the figure that the word of `key` stands for, if it is one to twelve.
  static func figure(for key: UInt64) -> UInt64? {
    // Nearly every word stops at one of these bits.
    guard sieve >> (key & 63) & 1 == 1 else { return nil }
    return numbers.first { $0.word == key }?.figure
  }

  private static let numbers: [(word: UInt64, figure: UInt64)] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ].enumerated().map { number, word in
    (WordKey.of(word.utf8), "\(number + 1)".utf8.reduce(WordKey.seed, WordKey.next))
  }

  private static let sieve: UInt64 = numbers.reduce(0) { $0 | 1 << ($1.word & 63) }
}
