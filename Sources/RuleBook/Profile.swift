public import AdModel

/// A choice of rules for one kind of ads or readers, such as those of a job board.
public struct Profile: Hashable, Sendable {
  /// What `--profile` calls it, such as `care`.
  public var name: String
  public var title: String
  /// Whom it is for, and why it chooses so.
  public var why: String
  /// Rules and themes that it switches on, though they are off.
  public var enable: [String]
  /// Rules and themes that it switches off.
  public var disable: [String]
  /// Levels of rules and themes that it changes.
  public var levels: [String: Level]
  /// The file and line of the entry.
  public var origin: String

  public init(
    name: String, title: String, why: String, enable: [String] = [], disable: [String] = [],
    levels: [String: Level] = [:], origin: String = ""
  ) {
    self.name = name
    self.title = title
    self.why = why
    self.enable = enable
    self.disable = disable
    self.levels = levels
    self.origin = origin
  }

  /// The rules and themes that it names.
  public var names: [String] { enable + disable + levels.keys.sorted() }
}

extension RuleBook {
  /// Switches rules on and off as `profile` says. A rule's own name goes before that of its theme.
  public mutating func apply(_ profile: Profile) {
    for index in entries.indices {
      let rule = entries[index].rule
      for name in [rule.theme, rule.id] {
        if profile.enable.contains(name) { entries[index].rule.isOn = true }
        if profile.disable.contains(name) { entries[index].rule.isOn = false }
        if let level = profile.levels[name] { entries[index].rule.level = level }
      }
    }
  }

  /// The names in `profile` that no rule and no theme has.
  public func unknownNames(in profile: Profile) -> [String] {
    profile.names.filter { name in
      !entries.contains { $0.rule.id == name || $0.rule.theme == name }
    }
  }
}
