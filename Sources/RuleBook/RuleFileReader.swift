internal import AdModel
internal import Checks
public import RuleText

/// Reads rule files, and says everything that is wrong with them at once.
public struct RuleFileReader {
  /// What is wrong, in the order of the files.
  public internal(set) var faults: [RuleFault] = []
  private var entries: [RuleEntry] = []
  private var ids: Set<String> = []
  private var facts: [PhraseFact] = []
  private var profiles: [Profile] = []
  var law = LawDraft()
  private(set) var file = ""
  /// Whether the build has read them.
  private(set) var isBaked = false
  private(set) var readsExamples = true
  /// Other options for the checks of rules, by the ids of the rules.
  private var options: [String: CheckOptions] = [:]

  public init() {}

  /// The rules of `files`, or all faults of all of them; `isBaked` where the build has read them.
  /// Their examples, which take half of the time, are left out unless `withExamples`; `options`
  /// change the checks of rules, by the ids of the rules.
  public static func book(
    of files: [Baked.File], isBaked: Bool = false, withExamples: Bool = true,
    options: [String: CheckOptions] = [:]
  ) throws(RuleFaults) -> RuleBook {
    var reader = RuleFileReader()
    reader.isBaked = isBaked
    reader.readsExamples = withExamples
    reader.options = options
    for file in files { reader.read(file.node, file: file.name) }
    return try reader.book()
  }

  /// Reads one more file.
  public mutating func read(_ root: Node, file: String) {
    self.file = file
    let first = faults.count
    defer { faults[first...].sort { ($0.line, $0.column) < ($1.line, $1.column) } }
    guard let keys = map(root, "a rule file", allowed: Self.fileKeys) else { return }
    let theme = keys["theme"]?.text
    let languages = texts(keys, "languages")
    for node in keys["rules"]?.list ?? [] { readRule(node, theme: theme, languages: languages) }
    for node in keys["facts"]?.list ?? [] { readFact(node, theme: theme) }
    for node in keys["profiles"]?.list ?? [] { readProfile(node) }
    readLaw(keys)
  }

  /// All that was read, or the faults of it.
  public func book() throws(RuleFaults) -> RuleBook {
    guard faults.isEmpty else { throw RuleFaults(faults: faults) }
    return RuleBook(
      entries: entries.sorted { $0.rule.id < $1.rule.id }, facts: facts,
      profiles: profiles.sorted { $0.name < $1.name }, law: law.book)
  }

  private static let fileKeys =
    ["theme", "languages", "rules", "facts", "profiles"] + LawDraft.keys
  private static let ruleKeys = [
    "id", "title", "message", "why", "instead", "severity", "precision", "in", "off", "pillar",
    "languages", "markups", "check", "fix", "swap", "baseline", "flags", "passes", "cites",
    "replaces",
  ]
  private static let profileKeys = ["id", "title", "why", "enable", "disable", "severity"]
  private static let factKeys = ["id", "what", "in", "check", "flags", "passes"]

  private mutating func readRule(_ node: Node, theme: String?, languages: [String]) {
    guard let keys = map(node, "a rule", allowed: Self.ruleKeys) else { return }
    // All is read before anything is given up, so that all faults are told at once.
    let (name, title) = (text(keys, "id", of: node), text(keys, "title", of: node))
    let (message, why) = (text(keys, "message", of: node), text(keys, "why", of: node))
    let instead = text(keys, "instead", of: node)
    let level: Level = choice(keys, "severity", default: .warning)
    let precision: Precision = choice(keys, "precision", default: .medium)
    let parts: [Part] = choices(keys, "in", default: [.title, .body])
    let pillar: Pillar = choice(keys, "pillar", default: .clarity)
    let languages = keys["languages"] == nil ? languages : texts(keys, "languages")
    let markups: [Markup] = choices(keys, "markups", default: [])
    let (flags, passes) = (examples(keys, "flags", of: node), examples(keys, "passes", of: node))
    let cites = citations(keys)
    let replaces = texts(keys, "replaces")
    let id = name.map { $0.utf8.contains(UInt8(ascii: "/")) ? $0 : "\(theme ?? "?")/\($0)" }
    let mayAge: BaselineUse = choice(keys, "baseline", default: .allowed)
    guard let checks = checks(keys, of: node, changed: id.flatMap { options[$0] }), let id,
      let title, let message, let why,
      let instead
    else { return }
    if !id.isRuleID {
      fault(keys["id"] ?? node, "“\(id)” should be like “theme/what-is-wrong”")
    }
    if !ids.insert(id).inserted {
      fault(keys["id"] ?? node, "there is a rule “\(id)” already")
    }
    let rule = Rule(
      id: id, title: title, message: message, why: why, instead: instead,
      level: level, precision: precision, isOn: keys["off"] == nil,
      offBecause: keys["off"]?.text ?? "", parts: parts, flags: flags, passes: passes,
      cites: cites, pillar: pillar, baseline: mayAge)
    if readsExamples, rule.flags.isEmpty || rule.passes.isEmpty {
      fault(node, "“\(id)” needs examples that it “flags” and examples that it “passes”")
    }
    if rule.precision == .low, rule.isOn {
      fault(keys["precision"] ?? node, "“\(id)” is right too seldom to be on: say why under “off”")
    }
    var fixes: [String: String] = [:]
    for pair in keys["fix"]?.map ?? [] {
      if let words = pair.key.text, let replacement = pair.value.text {
        fixes[words.lowercased()] = replacement
      }
    }
    entries.append(
      RuleEntry(
        rule: rule, checks: checks, fixes: fixes, swaps: swaps(keys), languages: languages,
        markups: markups, replaces: replaces, origin: "\(file):\(node.line)"))
  }

  /// What a fix writes for letters inside of the words.
  private mutating func swaps(_ keys: Keys) -> [Swap] {
    (keys["swap"]?.map ?? []).compactMap { pair in
      guard let letters = pair.key.text, !letters.isEmpty, let replacement = pair.value.text else {
        fault(pair.key, "“swap” should be like {letters: what to write for them}")
        return nil
      }
      return Swap(letters: letters, replacement: replacement)
    }
  }

  private mutating func readFact(_ node: Node, theme: String?) {
    guard let keys = map(node, "a fact", allowed: Self.factKeys),
      let name = text(keys, "id", of: node), let what = text(keys, "what", of: node),
      let check = checks(keys, of: node)?.first
    else { return }
    facts.append(
      PhraseFact(
        name: name, what: what, parts: choices(keys, "in", default: [.title, .body]),
        check: check, flags: examples(keys, "flags", of: node),
        passes: examples(keys, "passes", of: node), isByLaw: theme == RuleEntry.lawTheme,
        origin: "\(file):\(node.line)"))
  }
}

// MARK: Profiles

extension RuleFileReader {
  private mutating func readProfile(_ node: Node) {
    guard let keys = map(node, "a profile", allowed: Self.profileKeys) else { return }
    let (name, title) = (text(keys, "id", of: node), text(keys, "title", of: node))
    let why = text(keys, "why", of: node)
    let (enable, disable) = (texts(keys, "enable"), texts(keys, "disable"))
    var levels: [String: Level] = [:]
    for pair in keys["severity"]?.map ?? [] {
      if let rule = pair.key.text, let level: Level = choice(pair.value, "severity") {
        levels[rule] = level
      }
    }
    guard let name, let title, let why else { return }
    if profiles.contains(where: { $0.name == name }) {
      fault(keys["id"] ?? node, "there is a profile “\(name)” already")
    }
    for both in enable where disable.contains(both) {
      fault(node, "“\(name)” both enables and disables “\(both)”")
    }
    profiles.append(
      Profile(
        name: name, title: title, why: why, enable: enable, disable: disable, levels: levels,
        origin: "\(file):\(node.line)"))
  }
}

/// All faults of some rule files.
public struct RuleFaults: Error, Hashable, Sendable, CustomStringConvertible {
  public var faults: [RuleFault]

  public init(faults: [RuleFault]) { self.faults = faults }

  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension String {
  /// Whether it is `theme/what-is-wrong` in lower case with hyphens.
  fileprivate var isRuleID: Bool {
    let slash = UInt8(ascii: "/")
    let parts = utf8.split(separator: slash, omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 == 0x2D || $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }
      }
  }
}
