internal import AdModel
public import Patterns

/// Flags an ad in which none of some words stands, though it is long enough to have one.
///
/// ```yaml
/// check:
///   lacks: [experience, qualified]   # words of the body, in small letters
///   limit: 100                       # only in ads of so many words or more
/// ```
public struct Lacks: Check {
  public static let name = "lacks"
  public static let options = ["limit"]

  private let words: WordSet
  private let limit: Int

  public init(_ options: Options) throws(OptionsError) {
    words = WordSet(try options.texts("lacks"))
    limit = try options.integer("limit", default: 0)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let count = evidence.scan.words.count
    guard count >= limit, count > 0, evidence.vocabulary.count(of: words) == 0 else { return [] }
    return [evidence.anchor(for: .title)]
  }
}
