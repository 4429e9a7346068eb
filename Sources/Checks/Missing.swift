internal import AdModel
internal import Facts
internal import Gazetteer
public import Patterns

/// Flags a fact that the ad does not state.
///
/// Points at the best place there is: an empty field for it, a phrase about it that says nothing,
/// the title, or the start of the ad.
///
/// ```yaml
/// check:
///   missing: pay                      # a fact that is parsed …
///   # missing: contract-type          # … or one that phrases say
///   or: [unpaid-or-volunteer]         # facts that make it needless
///   words: 120                        # only in ads of so many words or more
/// ```
public struct Missing: Check {
  public static let name = "missing"
  public static let options = ["or", "words"]

  private let fact: String
  private let others: [String]
  private let words: Int

  public init(_ options: Options) throws(OptionsError) {
    fact = try options.text("missing") ?? ""
    others = try options.texts("or")
    words = try options.integer("words", default: 0)
  }

  /// The names of all facts that it asks about.
  public var asks: [String] { [fact] + others }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    if evidence.states(fact) || others.contains(where: evidence.states) { return [] }
    if words > 0, !evidence.hasWords(words) { return [] }
    return [evidence.anchor(for: fact)]
  }
}

extension Evidence {
  /// Whether the ad states the fact `name`: one that is parsed, or one that phrases say.
  public func states(_ name: String) -> Bool {
    switch name {
    case "pay": pay.contains { $0.kind.isPay && !$0.isFromZero }
    case "place": places.hasWorkplace || said["remote"] != nil
    case "work-mode":
      ["remote", "hybrid", "on-site"].contains { said[$0] != nil } || says(.workMode)
    case "apply-route": contacts.contains { $0.isApplyRoute && $0.isUsable } || says(.apply)
    case "employer":
      says(.company) || ["agency", "about-employer"].contains { said[$0] != nil } || namesEmployer
    case "title": says(.title)
    case "contract-type": said[name] != nil || says(.contract)
    case "hours": said[name] != nil || says(.hours)
    case "closing-date":
      said[name] != nil || says(.closing) || dates.contains { $0.role == .closing }
    default: said[name] != nil
    }
  }

  /// Whether a field of `part` holds anything.
  private func says(_ part: Part) -> Bool { fields(part).contains { !$0.place.isEmpty } }

  /// Whether the body has `count` words or more.
  mutating func hasWords(_ count: Int) -> Bool { bodyWords.count >= count }

  /// Where to point for the missing fact `name`.
  func anchor(for name: String) -> Hit {
    let parts = Self.parts[name] ?? []
    for field in ad.fields where parts.contains(field.part) && field.place.isEmpty {
      return Hit(field.place, anchor: .emptyValue, source: field.value)
    }
    if let phrase = said["\(name)-vague"]?.first { return Hit(phrase, anchor: .phrase) }
    if let title = fields(.title).first(where: { !$0.place.isEmpty }) {
      return Hit(title.place, anchor: .title)
    }
    let start = ad.fields.first { $0.part == .body && !$0.place.isEmpty }?.place
    if let start, let word = Array(Words(of: ad.prose, in: start).prefix(1)).first {
      return Hit(ByteRange(word.lowerBound, word.upperBound), anchor: .record)
    }
    let first = ByteRange<Source>(ad.record.lower, min(ad.record.upper, ad.record.lower + 1))
    return Hit(ByteRange(0, 0), anchor: .record, source: first)
  }

  /// The parts of an ad in which a fact stands where it has a field of its own.
  private static let parts: [String: [Part]] = [
    "pay": [.salary], "place": [.location], "work-mode": [.workMode], "apply-route": [.apply],
    "employer": [.company], "title": [.title], "contract-type": [.contract], "hours": [.hours],
    "closing-date": [.closing],
  ]
}

extension PayStatement {
  /// Whether it is the “0 to 0” of a form that nobody filled in.
  var isFromZero: Bool { maximum == 0 }
}
