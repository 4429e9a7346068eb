/// Whether something is asked of all who apply, or only wished for.
public enum Need: String, Hashable, Sendable, CaseIterable {
  case required, wished

  /// What `words` say; a wish counts more, as in “minimum of two years preferred”.
  init?(_ words: TermWords) {
    self.init(words, wishes: Self.wishes + Self.openers)
  }

  /// What the words behind a requirement say of it: “ideally” there begins something else.
  init?(behind words: TermWords) { self.init(words, wishes: Self.wishes) }

  private init?(_ words: TermWords, wishes: [String]) {
    if words.holds(anyOf: wishes) {
      self = .wished
    } else if words.holds(anyOf: Self.demands) {
      self = .required
    } else {
      return nil
    }
  }

  private static let wishes = [
    "preferred", "preferable", "preference", "prefer", "desirable", "desired", "advantageous",
    "an advantage", "a plus", "strong plus", "a bonus", "beneficial", "nice to have",
    "nice to haves", "optional", "an asset", "welcome", "would be", "useful", "not required",
    "not essential", "not necessary",
  ]
  /// Wishes that stand before what is wished for.
  private static let openers = ["ideally", "preferably", "additional considerations"]
  private static let demands = [
    "required", "requires", "require", "requirement", "requirements", "must", "essential",
    "mandatory", "minimum", "at least", "need", "needs", "needed", "necessary", "compulsory",
    "prerequisite",
  ]
}
