internal import AdModel
public import Patterns
internal import RuleText

/// Flags an ad that speaks of fewer things than it should: of each, some words tell.
///
/// ```yaml
/// check:
///   too-few: {duties: [duties, responsible], pay: [pay, salary]}   # words of the body
///   at-least: 2                                                    # all of them, if not given
///   words: 100                                # only in ads of so many words or more
/// ```
/// The words are in small letters. `{list}` in the message names the things that are not there.
public struct TooFew: Check {
  public static let name = "too-few"
  public static let options = ["at-least", "words"]

  private let names: [String]
  /// For the key of each word, the numbers of the things that it tells of, as bits.
  private let things: [(key: UInt64, bits: UInt32)]
  private let least: Int
  private let words: Int

  public init(_ options: Options) throws(OptionsError) {
    let groups = options.node["too-few"].map { Options($0) }
    names = groups?.names ?? []
    guard let groups, (1...32).contains(names.count) else {
      throw OptionsError(options.node, "“too-few” should be a map of one to 32 lists of words")
    }
    var things: [UInt64: UInt32] = [:]
    for (number, name) in names.enumerated() {
      for word in try groups.texts(name) {
        things[WordKey.of(word.utf8), default: 0] |= 1 << UInt32(number)
      }
    }
    self.things = things.map { ($0.key, $0.value) }
    least = try options.integer("at-least", default: names.count)
    words = try options.integer("words", default: 0)
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard evidence.scan.words.count >= max(words, 1) else { return [] }
    var said: UInt32 = 0
    for thing in things where said & thing.bits != thing.bits {
      if evidence.vocabulary.count(of: thing.key) > 0 { said |= thing.bits }
      if said.nonzeroBitCount >= least { break }
    }
    guard said.nonzeroBitCount < least else { return [] }
    let lacking = names.enumerated().filter { said & 1 << UInt32($0.offset) == 0 }.map(\.element)
    var hit = evidence.anchor(for: .title)
    hit.arguments = ["list": lacking.joined(separator: ", ")]
    return [hit]
  }
}
