/// Which words exist, how common they are in job ads, and what a wrong one probably should be.
///
/// A lexicon holds nothing: its lists lie in the binary. Words are given as UTF-8, lower case.
public struct Lexicon: Sendable {
  /// The lexicon of British and American English.
  public static let shared = Lexicon()

  /// What is known of `word`, or `nil` if nobody writes it.
  public func entry(for word: Span<UInt8>) -> Entry? {
    WordList.known.place(of: word).map { Entry(line: $0.lazy.map { WordList.known[$0] }) }
  }

  /// What is known of `word`.
  public func entry(for word: String) -> Entry? { entry(for: Array(word.utf8).span) }

  /// The frequency of `word`, or -1 if nobody writes it.
  func frequency(of word: Span<UInt8>) -> Int {
    guard let place = WordList.known.place(of: word) else { return -1 }
    return place.isEmpty ? 0 : Int(WordList.known[place.lowerBound]) - 0x30
  }
}
