public import AdModel

/// A word, or the space between two words, that is wrong.
public struct WordFault: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// No word, and close to one: `managment`.
    case misspelling
    /// A hyphen was lost: `wellrecognised`.
    case lostHyphen = "lost-hyphen"
    /// A blank was lost between two words: `cityand`, `benefitsExcellent`.
    case runTogether = "run-together"
    /// A blank was lost after a stop, a comma, a colon: `skills.You`.
    case missingSpace = "missing-space"
    /// The same small word twice: `the the`.
    case doubled
    /// An apostrophe was lost: `don t`, `companys`.
    case lostApostrophe = "lost-apostrophe"
    /// A word that is right elsewhere, and stands here for another: `there` for `their`.
    case confused
    /// No word that we know, nor close to one: a name, a word of a trade, or a slip.
    case unknown
    /// British and American spelling in one ad: the rarer of the two.
    case mixedVariant = "mixed-variants"

    /// What a rule asks for to get such faults: `check: {words: missing-space}`.
    public var check: String { self == .runTogether ? Self.missingSpace.rawValue : rawValue }
  }

  /// How far to trust it.
  public enum Confidence: Int, Sendable, Comparable {
    /// Somebody should look.
    case likely
    /// A fix may write the correction.
    case sure

    public static func < (a: Confidence, b: Confidence) -> Bool { a.rawValue < b.rawValue }
  }

  public var kind: Kind
  /// The words to point at.
  public var place: ByteRange<Prose>
  /// The right words, in the case of the wrong ones.
  public var correction: String?
  public var confidence: Confidence

  public init(
    kind: Kind, place: ByteRange<Prose>, correction: String?, confidence: Confidence
  ) {
    self.kind = kind
    self.place = place
    self.correction = correction
    self.confidence = confidence
  }
}
