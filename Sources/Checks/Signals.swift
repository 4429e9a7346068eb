internal import AdModel
public import Patterns
internal import RuleText

/// Flags an ad in which many weak signs come together, each of which says little by itself.
///
/// ```yaml
/// check:
///   signals: 5                        # the fewest points
///   said: {quick-money: 2, hurry: 1}  # facts that phrases say, and what each counts, once an ad
///   unsaid: {employer: 2, place: 1}   # facts that the ad does not state
/// ```
/// Points at the heaviest sign that is said; without one there is nothing to point at, and so no
/// finding. `{list}` in the message names all signs, `{points}` what they count together.
public struct Signals: Check {
  public static let name = "signals"
  public static let options = ["said", "unsaid"]

  private let least: Int
  private let said: [Sign]
  private let unsaid: [Sign]
  public let facts: [FactKey]

  private struct Sign: Sendable {
    let name: String
    let key: FactKey
    let fact: StatedFact
    let points: Int

    init(_ name: String, points: Int) {
      self.name = name
      key = FactKey(name)
      fact = StatedFact(name)
      self.points = points
    }

    /// The name as words.
    var words: String { name.split(separator: "-").joined(separator: " ") }
  }

  public init(_ options: Options) throws(OptionsError) {
    least = try options.integer("signals", default: 5)
    said = try Self.signs(options, "said")
    unsaid = try Self.signs(options, "unsaid")
    facts = said.map(\.key) + unsaid.flatMap(\.fact.facts)
  }

  private static func signs(_ options: Options, _ key: String) throws(OptionsError) -> [Sign] {
    guard let node = options.node[key] else { return [] }
    let weights = Options(node)
    var signs: [Sign] = []
    for name in weights.names {
      signs.append(Sign(name, points: try weights.integer(name, default: 1)))
    }
    return signs
  }

  /// The names of all facts that it asks about.
  public var asks: [String] { (said + unsaid).map(\.name) }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let here = said.filter { evidence.said.has($0.key) }
    guard let heaviest = here.max(by: { $0.points < $1.points }),
      let place = evidence.said[heaviest.key].first
    else { return [] }
    let lacking = unsaid.filter { !evidence.states($0.fact) }
    let points = (here + lacking).reduce(0) { $0 + $1.points }
    guard points >= least else { return [] }
    let list = here.map(\.words) + lacking.map { "no \($0.words)" }
    return [
      Hit(place, arguments: ["list": list.joined(separator: ", "), "points": "\(points)"])
    ]
  }
}
