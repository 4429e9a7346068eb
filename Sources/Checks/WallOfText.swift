internal import AdModel
public import Patterns

/// Flags a block of text that goes on for too long without a line break or a list.
///
/// Points at the first words of the block, once an ad: the whole block would hide everything else.
///
/// ```yaml
/// check:
///   wall-of-text: {words: 150}
/// ```
public struct WallOfText: Check {
  public static let name = "wall-of-text"
  public static let options = ["words"]

  /// The fewest words that are too many.
  let limit: Int

  public init(_ options: Options) throws(OptionsError) {
    limit = try options.integer("words", default: 150)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    for block in evidence.bodyBlocks where block.kind == .paragraph {
      // So many words seldom take fewer than three bytes each, blanks included.
      guard block.place.count >= limit * 3 else { continue }
      let words = evidence.scan.words.inside(block.place)
      guard words.count >= limit, let last = words.prefix(5).last else { continue }
      return [
        Hit(
          ByteRange(block.place.lower, Int(last.upper)), arguments: ["count": "\(words.count)"])
      ]
    }
    return []
  }
}
