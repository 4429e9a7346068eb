public import AdModel
internal import Paths
public import RuleBook
internal import RuleText

extension Settings {
  /// Other options for the checks of rules, by the ids of the rules.
  public var checkOptions: [String: CheckOptions] {
    var all: [String: CheckOptions] = [:]
    for options in options {
      guard case .file(let file, _, _) = options.origin else { continue }
      let known = all[options.value.rule]?.node.map ?? []
      let new = options.value.options.map ?? []
      let kept = known.filter { old in !new.contains { $0.key.text == old.key.text } }
      let place = options.value.options
      all[options.value.rule] = CheckOptions(
        file: file, node: Node(.map(kept + new), line: place.line, column: place.column))
    }
    return all
  }

  /// Switches the rules of `book` on and off and changes their levels, or throws everything that no
  /// rule, theme or profile is called; `unknown` words a name that there is not.
  public func apply(
    to book: inout RuleBook, unknown: (String, RuleBook) -> String
  ) throws(ConfigurationFaults) {
    var faults: [RuleFault] = []
    func fault(_ origin: Origin, _ message: String) {
      switch origin {
      case .file(let file, let line, let column):
        faults.append(RuleFault(file: file, line: line, column: column, message: message))
      case .option: faults.append(RuleFault(file: "", line: 0, column: 0, message: message))
      }
    }
    for choice in choices {
      switch choice.value {
      case .all: for index in book.entries.indices { book.entries[index].rule.isOn = true }
      case .profile(let name):
        guard let profile = book.profiles.first(where: { $0.name == name }) else {
          let names = book.profiles.map(\.name)
          let near = Suggestion.sentence(for: name, among: names)
          let all = "; the profiles are \(names.joined(separator: ", "))"
          fault(choice.origin, "there is no profile “\(name)”" + (near.isEmpty ? all : near))
          continue
        }
        if let wrong = book.unknownNames(in: profile).first {
          fault(
            choice.origin,
            "\(profile.origin): the profile “\(name)” is wrong: \(unknown(wrong, book))")
        }
        book.apply(profile)
      case .only(let names):
        for name in names where !book.has(name) { fault(choice.origin, unknown(name, book)) }
        for index in book.entries.indices {
          let rule = book.entries[index].rule
          book.entries[index].rule.isOn =
            names.contains(rule.id) || rule.isOn && names.contains(where: rule.isNamed)
        }
      case .severity(let name, let severity):
        if !book.set(name, to: severity) { fault(choice.origin, unknown(name, book)) }
      }
    }
    for options in options where book.entry(options.value.rule) == nil {
      fault(options.origin, unknown(options.value.rule, book))
    }
    if !faults.isEmpty { throw ConfigurationFaults(faults: faults) }
  }
}

extension RuleBook {
  /// Does to the rule or theme `name` what `severity` says, and tells whether there is one.
  ///
  /// A level switches a rule on that is named itself, and leaves those of a theme as they are.
  fileprivate mutating func set(_ name: String, to severity: Settings.Severity) -> Bool {
    for index in entries.indices where entries[index].rule.isNamed(name) {
      let rule = entries[index].rule
      switch severity {
      case .off: entries[index].rule.isOn = false
      case .on: entries[index].rule.isOn = true
      case .error, .warning, .note:
        if let level = Level(rawValue: severity.rawValue) { entries[index].rule.level = level }
        if rule.id == name { entries[index].rule.isOn = true }
      }
    }
    return has(name)
  }

  /// Whether any rule is called `name`.
  fileprivate func has(_ name: String) -> Bool { entries.contains { $0.rule.isNamed(name) } }
}

extension Rule {
  /// Whether `name` means the rule: its id, its theme, or a pattern of ids such as `*/missing`.
  public func isNamed(_ name: String) -> Bool {
    id == name || theme == name || Glob.isPattern(name) && Glob(name).matches(id)
  }
}
