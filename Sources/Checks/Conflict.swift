internal import AdModel
internal import Facts
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
///   # conflict: [full-time-job, weekly-hours]
///   # as: [hours, hours]                 # what the words are read as; they must disagree
///   # any: true                          # one pair that disagrees is enough
/// ```
public struct Conflict: Check {
  public static let name = "conflict"
  public static let options = ["unless", "as", "any"]

  /// The names of all facts that it asks about.
  public let asks: [String]
  public let facts: [FactKey]
  private let one: FactKey
  private let other: FactKey
  private let unless: [FactKey]
  private let kinds: [Term.Kind]
  private let isAny: Bool

  public init(_ options: Options) throws(OptionsError) {
    let pair = try options.texts("conflict")
    let explanations = try options.texts("unless")
    kinds = try options.choices("as", of: Term.Kind.self)
    isAny = try options.flag("any")
    guard pair.count == 2 else {
      throw OptionsError(options.node["conflict"] ?? options.node, "“conflict” needs two facts")
    }
    guard kinds.isEmpty || kinds.count == 2 else {
      throw OptionsError(options.node["as"] ?? options.node, "“as” needs a word for each fact")
    }
    (one, other) = (FactKey(pair[0]), FactKey(pair[1]))
    unless = explanations.map { FactKey($0) }
    asks = pair + explanations
    facts = [one, other] + unless
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    guard evidence.said.has(one), evidence.said.has(other),
      !unless.contains(where: { evidence.said.has($0) })
    else { return [] }
    let (one, other) = (evidence.said[one], evidence.said[other])
    guard isAny || !one.contains(where: { evidence.sharesSentence($0, with: other) }),
      let (a, b) = isAny ? anyPair(one, other, in: evidence) : pair(one, other, in: evidence.ad)
    else { return [] }
    let (first, later) = evidence.isBefore(a, b) ? (a, b) : (b, a)
    return [Hit(later, arguments: ["other": evidence.text(first)])]
  }

  /// The first place of each. Where they are read as values, every one must disagree with every
  /// other one: an ad with two levels has two values of one thing.
  private func pair(
    _ one: [ByteRange<Prose>], _ other: [ByteRange<Prose>], in ad: Ad
  ) -> (ByteRange<Prose>, ByteRange<Prose>)? {
    guard kinds.count == 2 else { return (one[0], other[0]) }
    let ones = one.compactMap { place in Term(kinds[0], at: place, in: ad).map { ($0, place) } }
    let others = other.compactMap { place in Term(kinds[1], at: place, in: ad).map { ($0, place) } }
    // Parts are not held against a whole one by one.
    let areWhole = zip(kinds, [ones, others]).allSatisfy { kind, terms in
      kinds[0] == kinds[1] || !kind.addsUp || Set(terms.map(\.0)).count < 2
    }
    guard areWhole, let a = ones.first, let b = others.first,
      ones.allSatisfy({ one in others.allSatisfy { !one.0.agrees(with: $0.0) } })
    else { return nil }
    return (a.1, b.1)
  }

  /// The first two places, in two sentences, whose values disagree, in an ad that says many. Of what it
  /// says more often than any list does, the first are enough.
  private func anyPair(
    _ one: [ByteRange<Prose>], _ other: [ByteRange<Prose>], in evidence: Evidence
  ) -> (ByteRange<Prose>, ByteRange<Prose>)? {
    guard kinds.count == 2 else { return nil }
    let others = other.prefix(Self.most).compactMap { place in
      Term(kinds[1], at: place, in: evidence.ad).map { ($0, place) }
    }
    for a in one.prefix(Self.most) {
      guard let first = Term(kinds[0], at: a, in: evidence.ad) else { continue }
      for (last, b) in others
      where !first.agrees(with: last) && !evidence.sharesSentence(a, with: [b]) {
        return (a, b)
      }
    }
    return nil
  }

  private static let most = 40
}

extension Evidence {
  /// Whether one sentence, or line of a field, holds `place` and one of `others`.
  func sharesSentence(_ place: ByteRange<Prose>, with others: [ByteRange<Prose>]) -> Bool {
    guard let field = ad.field(at: place.lower)?.place else { return false }
    let sentence = Sentence.around(place, in: ad.prose, field: field)
    return others.contains { $0.lower < sentence.upper && sentence.lower < $0.upper }
  }

  /// Whether `a` is to be read before `b`: fields come before the text, whatever their order.
  func isBefore(_ a: ByteRange<Prose>, _ b: ByteRange<Prose>) -> Bool {
    let isBody = [a, b].map { ad.field(at: $0.lower)?.part == .body }
    return isBody[0] == isBody[1] ? a.lower <= b.lower : isBody[1]
  }
}
