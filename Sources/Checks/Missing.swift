internal import AdModel
public import Patterns

/// Flags a fact that the ad does not state.
///
/// Points at the best place there is: an empty field for it, a phrase about it that says nothing,
/// the title, or the start of the ad.
///
/// ```yaml
/// check:
///   missing: pay                      # a fact that is parsed …
///   # missing: contract-type          # … or one that phrases say
///   or: [unpaid-or-volunteer]         # facts that make it needless
///   words: 120                        # only in ads of so many words or more
/// ```
public struct Missing: Check {
  public static let name = "missing"
  public static let options = ["or", "words"]

  /// The names of all facts that it asks about.
  public let asks: [String]
  public let facts: [FactKey]
  private let fact: StatedFact
  private let others: [StatedFact]
  private let words: Int

  public init(_ options: Options) throws(OptionsError) {
    asks = [try options.text("missing") ?? ""] + (try options.texts("or"))
    fact = StatedFact(asks[0])
    others = asks.dropFirst().map { StatedFact($0) }
    facts = ([fact] + others).flatMap(\.facts)
    words = try options.integer("words", default: 0)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard evidence.scan.words.count >= words, !evidence.states(fact) else { return [] }
    for other in others where evidence.states(other) { return [] }
    return [evidence.anchor(for: fact)]
  }
}
