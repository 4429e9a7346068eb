/// A pattern that nobody looks for, but that is asked about around what was found.
public struct Context: Sendable {
  public let pattern: Pattern
  /// Its number in the index of the pattern set, if it is in there.
  public let number: Int?

  public init(_ pattern: Pattern, number: Int? = nil) {
    self.pattern = pattern
    self.number = number
  }
}

/// What the texts of an ad hold of the words and signs that contexts need.
///
/// An ad says few of the words that would matter around a hit, so nearly no question about a context
/// reaches PCRE2; and there are few hits, so a context is searched for only where one was found.
struct ContextNeeds: ~Copyable {
  /// What the contexts need, under their numbers.
  private let index: PatternIndex
  /// The words and signs of all texts of the ad so far.
  private var present = NeedSet()
  /// Whether the words of every text of the ad are known.
  private var isComplete = false

  init(_ index: PatternIndex = PatternIndex()) { self.index = index }

  /// Forgets the texts of the last ad.
  mutating func forget() {
    isComplete = true
    present.removeAll()
  }

  /// Says that the words of a text are not known.
  mutating func giveUp() { isComplete = false }

  /// Says that a text of the ad holds `words`.
  mutating func add(_ words: borrowing NeedSet) { present.formUnion(words) }

  /// Whether `context` may match in the ad.
  func mayMeet(_ context: Context) -> Bool {
    guard isComplete, let number = context.number else { return true }
    return index.needs(of: number, areMetBy: present)
  }
}
