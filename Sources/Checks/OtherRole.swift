internal import AdModel
public import Patterns
internal import RuleText

/// Flags a role in the text that cannot be the one in the title.
///
/// Both are the same job of two kinds that exclude each other: a “service engineer” in the title
/// and a “sales engineer” in the text. An ad that names the title's kind in its text as well means
/// several jobs, or a team, and is let be.
///
/// ```yaml
/// check:
///   other-role: ['seeking an? (?<hit>\w+ (engineer|teacher))']    # phrases that name the role
///   groups: ["sales, service, design", "infant, toddler"]         # kinds that exclude each other
/// ```
public struct OtherRole: Check {
  public static let name = "other-role"
  public static let options = ["groups"]

  public let wanted: [Wanted]
  /// The kinds of each group.
  private let groups: [[SpacedText]]

  public init(_ options: Options) throws(OptionsError) {
    let phrases = try options.texts("other-role")
    if let first = options.numbers?.wanted.lowerBound {
      wanted = phrases.enumerated().map { Wanted($1, isPhrase: true, number: first + $0) }
    } else {
      wanted = phrases.flatMap(Phrase.alternatives).map { Wanted($0, isPhrase: true) }
    }
    groups = try options.texts("groups").map { group in
      group.split(separator: ",").map { SpacedText($0.utf8) }
    }
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard !found.isEmpty, let title = evidence.title else { return [] }
    let prose = evidence.ad.prose
    let wanted = SpacedText(prose[title.utf8])
    for place in found.map({ ByteRange<Prose>(Int($0.lower), Int($0.upper)) }) {
      let role = SpacedText(prose[place.utf8])
      guard let job = role.lastWord, wanted.holds(job) else { continue }
      for group in groups {
        let meant = group.filter(wanted.holds)
        if meant.isEmpty { continue }
        let said = group.filter(role.holds)
        if said.isEmpty || !Set(meant).isDisjoint(with: said) { continue }
        // The title itself may stand once more over the text.
        let isBoth = evidence.bodyBlocks.contains { block in
          let text = SpacedText(prose[block.place.utf8])
          return text != wanted && meant.contains { text.holds($0.followed(by: job)) }
        }
        if isBoth { return [] }
        return [Hit(place, arguments: ["other": evidence.text(title)])]
      }
    }
    return []
  }
}
