internal import AdModel
public import Patterns

/// Flags a sentence, line or paragraph that stands in the ad twice.
///
/// Points at the second one. Short calls (“Apply now”) may stand twice.
///
/// ```yaml
/// check:
///   repeated: {words: 8}
/// ```
public struct Repeated: Check {
  public static let name = "repeated"
  public static let options = ["words"]

  /// The fewest words of a sentence that is looked at.
  let least: Int

  public init(_ options: Options) throws(OptionsError) {
    least = try options.integer("words", default: 8)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    var seen: [UInt64: ByteRange<Prose>] = [:]
    var hits: [Hit] = []
    for sentence in evidence.sentences {
      // Shorter than this cannot be so many words.
      guard sentence.count >= least * 2 else { continue }
      let words = evidence.bodyWords.inside(sentence)
      guard words.count >= least else { continue }
      let hash = words.reduce(0) { ($0 ^ $1.hash) &* 0x0000_0100_0000_01B3 }
      guard let first = seen[hash] else {
        seen[hash] = sentence
        continue
      }
      if let last = hits.last, prose[last.place.upper..<sentence.lower].allSatisfy({ $0 <= 0x20 }) {
        // One repeated paragraph, one finding.
        hits[hits.count - 1].place = ByteRange(last.place.lower, sentence.upper)
      } else {
        hits.append(Hit(sentence, arguments: ["first": evidence.text(first)]))
      }
    }
    return hits
  }
}
