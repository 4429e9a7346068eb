public import AdModel
public import Facts

/// A comment or an entry of front matter that suppresses findings of some rules.
public struct Suppression: Sendable {
  /// A rule or a theme, and the words that must be hit, if any are named.
  public struct Target: Hashable, Sendable {
    public var rule: String
    public var words: String?

    public init(rule: String, words: String? = nil) {
      self.rule = rule
      self.words = words
    }
  }

  public var targets: [Target]
  /// The part of the file that it is about.
  public var scope: ByteRange<Source>
  /// Where it stands.
  public var place: ByteRange<Source>
  /// The last day on which it holds, as it is written, or empty.
  public var until: String
  public var reason: String

  public init(
    targets: [Target], scope: ByteRange<Source>, place: ByteRange<Source>, until: String = "",
    reason: String = ""
  ) {
    self.targets = targets
    self.scope = scope
    self.place = place
    self.until = until
    self.reason = reason
  }

  /// Whether it is over on `today`; what is no date has no future.
  public func isExpired(on today: CalendarDate) -> Bool {
    if until.isEmpty { return false }
    return CalendarDate(iso: until).map { $0 < today } ?? true
  }

  /// Whether it is about a finding of `rule` at `place` with such `words`.
  public func covers(rule: Rule, at place: ByteRange<Source>, words: String) -> Bool {
    guard scope.lower <= place.lower, place.lower < max(scope.upper, scope.lower + 1) else {
      return false
    }
    return targets.contains { target in
      (target.rule == rule.id || target.rule == rule.theme)
        && (target.words.map { $0.lowercased() == words.lowercased() } ?? true)
    }
  }
}
