internal import AdModel
public import Patterns
internal import RuleText

/// Flags an ad that says one fact twice, and not the same.
///
/// Points at the place that says another value than the first one, as `differ` of ``Phrases`` does;
/// here the places are those of a fact, so that several rules share what finds them.
///
/// ```yaml
/// check:
///   differ: hours                  # what the words are read as: figures contract experience …
///   fact: weekly-hours
/// ```
public struct Differs: Check {
  public static let name = "differ"
  public static let options = ["fact"]

  private let reading: Differing.Reading
  private let fact: FactKey
  /// The names of all facts that it asks about.
  public let asks: [String]
  public let facts: [FactKey]

  public init(_ options: Options) throws(OptionsError) {
    reading = try options.choice("differ", of: Differing.Reading.self)
    guard let fact = try options.text("fact") else {
      throw OptionsError(options.node, "“differ” needs a “fact”, or the “phrases” that differ")
    }
    self.fact = FactKey(fact)
    asks = [fact]
    facts = [self.fact]
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard evidence.said.has(fact) else { return [] }
    return Differing.hit(among: evidence.said[fact], as: reading, in: evidence).map { [$0] } ?? []
  }
}
