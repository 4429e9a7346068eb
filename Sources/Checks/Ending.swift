internal import AdModel
public import Patterns

/// Flags how the ad ends, such as in the middle of a sentence.
///
/// ```yaml
/// check:
///   ending: ['(?<=[a-z] )(the|of|and)']     # PCRE2, before nothing but blanks
///   cased: true                              # case matters
/// ```
public struct Ending: Check {
  public static let name = "ending"
  public static let options = ["cased"]

  /// Any of the endings that the options name.
  private let pattern: Pattern

  /// How far from the end it looks, in bytes.
  private static let reach = 120

  public init(_ options: Options) throws(OptionsError) {
    let isCased = try options.flag("cased")
    let endings = try options.texts("ending").map { "(?:\($0))" }.joined(separator: "|")
    pattern = Pattern("(?:\(endings))(?=\\s*\\z)", isCased: isCased)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard evidence.isUTF8,
      let field = evidence.bodyFields.last(where: { !$0.place.isEmpty })?.place
    else { return [] }
    var start = max(field.lower, field.upper - Self.reach)
    while evidence.ad.prose[start] & 0xC0 == 0x80 { start += 1 }
    let text = unsafe UTF8Span(unchecked: evidence.ad.prose.span.extracting(field.utf8))
    guard let match = matcher.match(pattern, in: text, from: start - field.lower) else { return [] }
    let words = match.words
    return [Hit(ByteRange(field.lower + words.lowerBound, field.lower + words.upperBound))]
  }
}
