internal import AdModel
internal import Lexicon
public import Patterns

/// Notes an ad in another language than those that the rules of wording are written for.
///
/// Points at its first words, once an ad.
///
/// ```yaml
/// check:
///   other-language: [en]
/// ```
public struct OtherLanguage: Check {
  public static let name = "other-language"

  private let known: [String]

  public init(_ options: Options) throws(OptionsError) {
    known = try options.texts("other-language")
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let language = evidence.words.language
    guard language != .und, !known.contains(language.tag) else { return [] }
    let blocks = evidence.bodyBlocks.filter { $0.kind != .code }
    let own = blocks.first { evidence.words.language(at: $0.place.lower) == language }
    guard let block = own ?? blocks.first else { return [] }
    let words = Array(Words(of: evidence.ad.prose, in: block.place).prefix(5))
    guard let first = words.first, let last = words.last else { return [] }
    return [
      Hit(
        ByteRange(first.lowerBound, last.upperBound), arguments: ["language": language.name])
    ]
  }
}
