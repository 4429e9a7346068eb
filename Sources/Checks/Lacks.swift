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

  private let words: Set<[UInt8]>
  private let lengths: ClosedRange<Int>
  private let limit: Int

  public init(_ options: Options) throws(OptionsError) {
    words = Set(try options.texts("lacks").map { Array($0.utf8) })
    let counts = words.map(\.count)
    lengths = (counts.min() ?? 1)...(counts.max() ?? 1)
    limit = try options.integer("limit", default: 0)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let prose = evidence.ad.prose
    var count = 0
    for block in evidence.bodyBlocks {
      for word in Words(of: prose, in: block.place) {
        count += 1
        if lengths.contains(word.count), words.contains(prose[word].map(\.folded)) { return [] }
      }
    }
    return count >= limit && count > 0 ? [evidence.anchor(for: "title")] : []
  }
}
