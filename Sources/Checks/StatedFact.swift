internal import AdModel
internal import Facts
internal import Gazetteer

/// A fact that an ad may state: one that is parsed, or one that phrases say.
public struct StatedFact: Sendable {
  /// Facts that are parsed, or have fields of their own.
  private enum Kind: String {
    case pay, place, employer, title, hours
    case workMode = "work-mode", applyRoute = "apply-route", contractType = "contract-type"
    case closingDate = "closing-date"
    case posted
  }
  /// `nil` for what only phrases say.
  private let kind: Kind?
  /// The parts of an ad in which it stands where it has a field of its own.
  fileprivate let parts: PartSet
  /// The phrases that say it.
  private let said: FactKey
  /// Phrases about it that say nothing.
  fileprivate let vague: FactKey

  /// The fact that rules call `name`, such as `pay` or `contract-type`.
  public init(_ name: String) {
    kind = Kind(rawValue: name)
    said = FactKey(name)
    vague = FactKey("\(name)-vague")
    parts =
      switch kind {
      case .pay: [.salary]
      case .place: [.location]
      case .employer: [.company]
      case .title: [.title]
      case .hours: [.hours]
      case .workMode: [.workMode]
      case .applyRoute: [.apply]
      case .contractType: [.contract]
      case .closingDate: [.closing]
      case .posted: [.posted]
      case nil: []
      }
  }

  static let title = StatedFact("title")

  fileprivate func isStated(in ad: Evidence) -> Bool {
    switch kind {
    case .pay: ad.pay.contains { $0.kind.isPay && !$0.isFromZero }
    case .place: ad.places.hasWorkplace || ad.said.has(Self.remote)
    case .workMode: Self.workModes.contains { ad.said.has($0) } || ad.says(parts)
    case .applyRoute: ad.contacts.contains { $0.isApplyRoute && $0.isUsable } || ad.says(parts)
    case .employer:
      ad.says(parts) || Self.employers.contains { ad.said.has($0) } || ad.namesEmployer
    case .title: ad.says(parts)
    case .contractType, .hours: ad.said.has(said) || ad.says(parts)
    case .closingDate:
      ad.said.has(said) || ad.says(parts) || ad.dates.contains { $0.role == .closing }
    case .posted:
      ad.said.has(said) || ad.says(parts) || ad.dates.contains { $0.role == .posted }
    case nil: ad.said.has(said)
    }
  }

  /// The facts that phrases say and that tell whether it is stated, or where it is said vaguely.
  public var facts: [FactKey] {
    let telling =
      switch kind {
      case .pay, .applyRoute, .title: [FactKey]()
      case .place: [Self.remote]
      case .workMode: Self.workModes
      case .employer: Self.employers
      case .contractType, .hours, .closingDate, .posted, nil: [said]
      }
    return telling + [vague]
  }

  private static let remote = FactKey("remote")
  private static let workModes = [remote, FactKey("hybrid"), FactKey("on-site")]
  private static let employers = [
    FactKey("agency"), FactKey("about-employer"), FactKey("private-household"),
  ]
}

extension Evidence {
  /// Whether the ad states `fact`.
  public func states(_ fact: StatedFact) -> Bool { fact.isStated(in: self) }

  /// Where to point for the missing `fact`.
  func anchor(for fact: StatedFact) -> Hit {
    for index in ad.fields.indices
    where fact.parts.contains(ad.fields[index].part) && ad.fields[index].place.isEmpty {
      return Hit(ad.fields[index].place, anchor: .emptyValue, source: ad.fields[index].value)
    }
    if let phrase = said[fact.vague].first { return Hit(phrase, anchor: .phrase) }
    if let title { return Hit(title, anchor: .title) }
    let start = bodyFields.first { !$0.place.isEmpty }?.place
    if let start, let word = scan.words.inside(start).first {
      return Hit(word.place, anchor: .record)
    }
    let first = ByteRange<Source>(ad.record.lower, min(ad.record.upper, ad.record.lower + 1))
    return Hit(ByteRange(0, 0), anchor: .record, source: first)
  }
}

extension PayStatement {
  /// Whether it is the “0 to 0” of a form that nobody filled in.
  fileprivate var isFromZero: Bool { maximum == 0 }
}
