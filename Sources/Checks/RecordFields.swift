internal import AdModel
public import Patterns

/// Flags a record of a feed that lacks fields, once; ads that are no records have none.
///
/// ```yaml
/// check:
///   record: [title, body, reference, apply|link]     # parts of an ad; | parts equals
/// ```
public struct RecordFields: Check {
  public static let name = "record"
  private let wanted: [[Part]]

  public init(_ options: Options) throws(OptionsError) {
    var wanted: [[Part]] = []
    let parts = Part.allCases.map(\.rawValue)
    for text in try options.texts("record") {
      let choices = text.split(separator: "|").compactMap { Part(rawValue: String($0)) }
      guard !choices.isEmpty else {
        throw OptionsError(
          options.node,
          "“record” should hold parts of an ad, not “\(text)”"
            + Suggestion.sentence(for: text, among: parts))
      }
      wanted.append(choices)
    }
    self.wanted = wanted
  }

  public func hits(
    in evidence: inout Evidence, found: [PatternHit], matcher: inout Matcher
  ) -> [Hit] {
    let ad = evidence.ad
    guard ad.fields.contains(where: { !$0.pointer.isEmpty }) else { return [] }
    let said = Set(ad.fields.filter { !$0.place.isEmpty }.map(\.part))
    let missing = wanted.filter { parts in
      said.isDisjoint(with: parts) && !(parts.contains(.reference) && ad.hasOwnID)
    }
    guard !missing.isEmpty else { return [] }
    var hit = evidence.anchor(for: .title)
    hit.arguments["list"] = missing.map { $0[0].inFeeds }.joined(separator: ", ")
    return [hit]
  }
}

extension Ad {
  /// Whether the record itself names its id; one that was made ends in `#` and a hash.
  fileprivate var hasOwnID: Bool { id.utf8.suffix(17).first != UInt8(ascii: "#") }
}

extension Part {
  /// What feeds call it.
  fileprivate var inFeeds: String {
    switch self {
    case .body: "description"
    case .posted: "date posted"
    case .apply, .link: "link to apply"
    case .reference: "reference number"
    default: rawValue
    }
  }
}
