/// Which words exist, how common they are in job ads, and what a wrong one probably should be.
///
/// A lexicon holds nothing: its lists lie in the binary. Words are given as UTF-8, lower case.
public struct Lexicon: Sendable {
  /// The lexicon of British and American English.
  public static let shared = Lexicon()

  /// What is known of `word`, or `nil` if nobody writes it.
  public func entry(for word: Span<UInt8>) -> Entry? {
    WordList.known.value(of: word).map(Entry.init(line:))
  }

  /// What is known of `word`.
  public func entry(for word: String) -> Entry? { entry(for: Array(word.utf8).span) }

  /// The frequency of `word`, or -1 if nobody writes it.
  func frequency(of word: Span<UInt8>) -> Int { entry(for: word)?.frequency ?? -1 }
}
