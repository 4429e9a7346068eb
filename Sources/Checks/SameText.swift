internal import AdModel
public import Patterns

/// Flags an ad whose text has the same words, in the same order, as an earlier ad of the run.
///
/// ```yaml
/// check:
///   same-text: body
///   words: 50            # only in ads of so many words or more
/// ```
/// `{other}` in the message names the earlier ad. Points at the title.
public struct SameText: Check {
  public static let name = "same-text"
  public static let options = ["words"]

  enum Which: String, CaseIterable { case body }
  private let words: Int

  public init(_ options: Options) throws(OptionsError) {
    _ = try options.choice("same-text", of: Which.self)
    words = try options.integer("words", default: 50)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard evidence.scan.words.count >= max(words, 1) else { return [] }
    var hit = evidence.anchor(for: .title)
    hit.key = evidence.scan.words.reduce(0xCBF2_9CE4_8422_2325) { key, word in
      (key ^ word.key) &* 0x9E37_79B9_7F4A_7C15 ^ key >> 29
    }
    return [hit]
  }
}
