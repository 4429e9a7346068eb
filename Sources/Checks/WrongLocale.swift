internal import AdModel
internal import Gazetteer
internal import Lexicon
public import Patterns

/// Flags the spelling of another country than the one that the job is in.
///
/// American spelling in the United Kingdom, Ireland, Australia and New Zealand, British spelling in
/// the United States; words in `-ize` are right everywhere, and Canada mixes. An ad that mixes both
/// is for `words: mixed-variants` to tell. Points at the first word, once an ad.
///
/// ```yaml
/// check:
///   wrong-locale: {}
///   at-least: 2       # so many words
/// ```
public struct WrongLocale: Check {
  public static let name = "wrong-locale"
  public static let options = ["at-least"]

  private let least: Int

  public init(_ options: Options) throws(OptionsError) {
    least = try options.integer("at-least", default: 2)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard evidence.words.language == .en, let country = evidence.places.workplace?.best.country,
      Self.british.contains(country) || country == "US"
    else { return [] }
    let isBritish = country != "US"
    let variants = evidence.words.variants.filter { !$0.isIze }
    let wrong = variants.filter { $0.isBritish != isBritish }
    guard wrong.count >= least, wrong.count == variants.count, let first = wrong.first else {
      return []
    }
    return [
      Hit(
        first.place,
        arguments: [
          "variety": isBritish ? "American" : "British", "country": country,
          "count": "\(wrong.count)",
        ])
    ]
  }

  private static let british: Set<String> = ["GB", "IE", "AU", "NZ"]
}
