internal import AdModel
public import Patterns
internal import RuleText

/// Flags an ad that says two things of which only one can be true.
///
/// Both are facts that phrases say. Points at the one that comes later; a field is a form somebody
/// filled in, so what stands in one comes before the text. Where one sentence says both, it speaks
/// of the choice itself (“remote or on site”), and the ad is let be.
///
/// ```yaml
/// check:
///   conflict: [remote-job, on-site-job]
///   unless: [mixed-work]                 # facts that explain it
/// ```
public struct Conflict: Check {
  public static let name = "conflict"
  public static let options = ["unless"]

  /// The names of all facts that it asks about.
  public let asks: [String]
  private let one: FactKey
  private let other: FactKey
  private let unless: [FactKey]

  public init(_ options: Options) throws(OptionsError) {
    let facts = try options.texts("conflict")
    let explanations = try options.texts("unless")
    guard facts.count == 2 else {
      throw OptionsError(options.node["conflict"] ?? options.node, "“conflict” needs two facts")
    }
    (one, other) = (FactKey(facts[0]), FactKey(facts[1]))
    unless = explanations.map { FactKey($0) }
    asks = facts + explanations
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard evidence.said.has(one), evidence.said.has(other),
      !unless.contains(where: { evidence.said.has($0) })
    else { return [] }
    let (one, other) = (evidence.said[one], evidence.said[other])
    guard !one.contains(where: { evidence.sharesSentence($0, with: other) }),
      let a = one.first, let b = other.first
    else { return [] }
    let (first, later) = evidence.isBefore(a, b) ? (a, b) : (b, a)
    return [Hit(later, arguments: ["other": evidence.text(first)])]
  }
}

extension Evidence {
  /// Whether one sentence, or line of a field, holds `place` and one of `others`.
  func sharesSentence(_ place: ByteRange<Prose>, with others: [ByteRange<Prose>]) -> Bool {
    guard let field = ad.place(ofFieldAt: place.lower) else { return false }
    let sentence = Sentence.around(place, in: ad.prose, field: field)
    return others.contains { $0.lower < sentence.upper && sentence.lower < $0.upper }
  }

  /// Whether `a` is to be read before `b`: fields come before the text, whatever their order.
  func isBefore(_ a: ByteRange<Prose>, _ b: ByteRange<Prose>) -> Bool {
    let isBody = [a, b].map { ad.field(at: $0.lower)?.part == .body }
    return isBody[0] == isBody[1] ? a.lower <= b.lower : isBody[1]
  }
}
