internal import AdModel
internal import Checks
public import RuleText

/// Reads rule files, and says everything that is wrong with them at once.
public struct RuleFileReader {
  /// What is wrong, in the order of the files.
  public private(set) var faults: [RuleFault] = []
  private var entries: [RuleEntry] = []
  private var ids: Set<String> = []
  private var facts: [PhraseFact] = []
  private var profiles: [Profile] = []
  private var law = LawDraft()
  /// Whether the build has read them.
  private var isBaked = false
  private var readsExamples = true
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
    var reader = EntryReader(file: file, isBaked: isBaked, readsExamples: readsExamples)
    read(root, by: &reader)
    faults += reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private mutating func read(_ root: Node, by reader: inout EntryReader) {
    guard let keys = reader.map(root, "a rule file", allowed: Self.fileKeys) else { return }
    let theme = keys["theme"]?.text
    let languages = reader.texts(keys, "languages")
    for node in reader.list(keys, "rules") {
      readRule(node, theme: theme, languages: languages, by: &reader)
    }
    for node in reader.list(keys, "facts") { readFact(node, by: &reader) }
    for node in reader.list(keys, "profiles") { readProfile(node, by: &reader) }
    law.read(keys, by: &reader)
  }

  /// All that was read, or the faults of it.
  public func book() throws(RuleFaults) -> RuleBook {
    guard faults.isEmpty else { throw RuleFaults(faults: faults) }
    // Entries are large, so their numbers are sorted.
    let order = entries.indices.sorted { entries[$0].rule.id < entries[$1].rule.id }
    return RuleBook(
      entries: order.map { entries[$0] }, facts: facts,
      profiles: profiles.sorted { $0.name < $1.name }, law: law.book)
  }

  private static let fileKeys =
    ["theme", "languages", RuleFile.shorthandsKey, "rules", "facts", "profiles"] + LawDraft.keys
  private static let ruleKeys = [
    "id", "title", "message", "why", "instead", "severity", "precision", "in", "off", "pillar",
    "languages", "markups", "check", "fix", "swap", "cut", "baseline", "flags", "passes", "cites",
    "replaces", "joins",
  ]
  private static let profileKeys = ["id", "title", "why", "enable", "disable", "severity"]
  private static let factKeys = ["id", "what", "in", "check", "flags", "passes"]

  private mutating func readRule(
    _ node: Node, theme: String?, languages: [String], by reader: inout EntryReader
  ) {
    guard let keys = reader.map(node, "a rule", allowed: Self.ruleKeys) else { return }
    // All is read before anything is given up, so that all faults are told at once.
    let name = reader.text(keys, "id")
    let id = name.utf8.contains(UInt8(ascii: "/")) ? name : (theme ?? "?") + "/" + name
    let rule = Rule(
      id: id, level: reader.choice(keys, "severity", default: .warning),
      precision: reader.choice(keys, "precision", default: .medium), isOn: keys["off"] == nil,
      parts: reader.choices(keys, "in", default: [.title, .body]),
      pillar: reader.choice(keys, "pillar", default: .clarity),
      baseline: reader.choice(keys, "baseline", default: .allowed),
      wording: reader.later { $0.wording(keys) })
    let languages = keys["languages"] == nil ? languages : reader.texts(keys, "languages")
    let markups: [Markup] = reader.choices(keys, "markups", default: [])
    let replaces = reader.texts(keys, "replaces")
    let joins = keys["joins"].map { _ in reader.text(keys, "joins") }
    let checks = reader.checks(keys, changed: options[id])
    guard let checks, !name.isEmpty else { return }
    if !reader.isBaked { prove(id, of: node, by: &reader) }
    if readsExamples, keys.isEmpty("flags") || keys.isEmpty("passes") {
      reader.fault(
        node, "“\(id)” needs examples that it “flags” and examples that it “passes”")
    }
    if rule.precision == .low, rule.isOn {
      reader.fault(
        keys["precision"] ?? node, "“\(id)” is right too seldom to be on: say why under “off”")
    }
    entries.append(
      RuleEntry(
        rule: rule, checks: checks, remedy: reader.later { $0.remedy(keys) },
        languages: languages, markups: markups, replaces: replaces, joins: joins,
        origin: EntryOrigin(file: reader.file, line: node.line)))
  }

  /// Notes what is wrong with the id of the rule that `node` is.
  private mutating func prove(_ id: String, of node: Node, by reader: inout EntryReader) {
    if !id.isRuleID {
      reader.fault(node["id"] ?? node, "“\(id)” should be like “theme/what-is-wrong”")
    }
    if !ids.insert(id).inserted {
      reader.fault(node["id"] ?? node, "there is a rule “\(id)” already")
    }
  }

  private mutating func readFact(_ node: Node, by reader: inout EntryReader) {
    guard let keys = reader.map(node, "a fact", allowed: Self.factKeys) else { return }
    let (name, what) = (reader.text(keys, "id"), reader.text(keys, "what"))
    guard let checks = reader.checks(keys), let check = checks.first else { return }
    if checks.count > 1 {
      reader.fault(keys["check"] ?? node, "a fact has one check; put all phrases into that")
    }
    facts.append(
      PhraseFact(
        name: name, what: what, parts: reader.choices(keys, "in", default: [.title, .body]),
        check: check, flags: reader.examples(keys, "flags"),
        passes: reader.examples(keys, "passes"),
        origin: EntryOrigin(file: reader.file, line: node.line)))
  }
}

// MARK: Profiles

extension RuleFileReader {
  private mutating func readProfile(_ node: Node, by reader: inout EntryReader) {
    guard let keys = reader.map(node, "a profile", allowed: Self.profileKeys) else { return }
    let (name, title) = (reader.text(keys, "id"), reader.text(keys, "title"))
    let why = reader.text(keys, "why")
    let (enable, disable) = (reader.texts(keys, "enable"), reader.texts(keys, "disable"))
    var levels: [String: Level] = [:]
    for pair in reader.map(keys, "severity") {
      if let rule = pair.key.text, let level: Level = reader.choice(pair.value, "severity") {
        levels[rule] = level
      }
    }
    if !name.isEmpty, profiles.contains(where: { $0.name == name }) {
      reader.fault(keys["id"] ?? node, "there is a profile “\(name)” already")
    }
    for both in enable where disable.contains(both) {
      reader.fault(node, "“\(name)” both enables and disables “\(both)”")
    }
    profiles.append(
      Profile(
        name: name, title: title, why: why, enable: enable, disable: disable, levels: levels,
        origin: "\(reader.file):\(node.line)"))
  }
}

/// All faults of some rule files.
public struct RuleFaults: Error, Hashable, Sendable, CustomStringConvertible {
  public var faults: [RuleFault]

  public init(faults: [RuleFault]) { self.faults = faults }

  public var description: String { faults.map(\.description).joined(separator: "\n") }
}

extension Keys {
  /// Whether there is nothing under `key`.
  fileprivate func isEmpty(_ key: String) -> Bool { node[key]?.list?.isEmpty ?? true }
}

extension String {
  /// Whether it is `theme/what-is-wrong` in lower case with hyphens.
  fileprivate var isRuleID: Bool {
    var (slashes, letters) = (0, 0)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if letters == 0 { return false }
        (slashes, letters) = (slashes + 1, 0)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        letters += 1
      default: return false
      }
    }
    return slashes == 1 && letters > 0
  }
}
