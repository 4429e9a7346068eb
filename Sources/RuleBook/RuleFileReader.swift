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
  var law = LawDraft()
  private(set) var file = ""
  /// Whether the build has read them.
  private var isBaked = false
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
    for node in keys["facts"]?.list ?? [] { readFact(node) }
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

  private mutating func readFact(_ node: Node) {
    guard let keys = map(node, "a fact", allowed: Self.factKeys),
      let name = text(keys, "id", of: node), let what = text(keys, "what", of: node),
      let check = checks(keys, of: node)?.first
    else { return }
    facts.append(
      PhraseFact(
        name: name, what: what, parts: choices(keys, "in", default: [.title, .body]),
        check: check, flags: examples(keys, "flags", of: node),
        passes: examples(keys, "passes", of: node), origin: "\(file):\(node.line)"))
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

// MARK: Values of an entry

extension RuleFileReader {
  mutating func fault(_ node: Node, _ message: String) {
    faults.append(
      RuleFault(file: file, line: node.line, column: node.column, message: message))
  }

  mutating func map(
    _ node: Node, _ what: String, allowed: [String]
  ) -> Keys? {
    guard let pairs = node.map else {
      fault(node, "\(what) should have keys: \(allowed.joined(separator: ", "))")
      return nil
    }
    for pair in pairs where !isBaked {
      let key = pair.key.text ?? ""
      if !allowed.contains(key) {
        fault(
          pair.key,
          "“\(key)” is not a key of \(what)" + Suggestion.sentence(for: key, among: allowed))
      }
    }
    return Keys(pairs)
  }

  mutating func text(_ keys: Keys, _ key: String, of node: Node) -> String? {
    guard let value = keys[key], let text = value.text, !text.isEmpty else {
      fault(keys[key] ?? node, "“\(key)” is missing")
      return nil
    }
    return text.trimmed
  }

  mutating func texts(_ keys: Keys, _ key: String) -> [String] {
    guard let value = keys[key] else { return [] }
    let texts = value.list?.compactMap(\.text) ?? []
    if texts.isEmpty { fault(value, "“\(key)” should be a list of texts") }
    return texts
  }

  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ keys: Keys, _ key: String, default fallback: T
  ) -> T where T.RawValue == String {
    guard let node = keys[key] else { return fallback }
    return choice(node, key) ?? fallback
  }

  mutating func choices<T: RawRepresentable & CaseIterable>(
    _ keys: Keys, _ key: String, default fallback: [T]
  ) -> [T] where T.RawValue == String {
    guard let node = keys[key] else { return fallback }
    return (node.list ?? []).compactMap { choice($0, key) }
  }

  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ node: Node, _ key: String
  ) -> T? where T.RawValue == String {
    let word = node.text ?? ""
    if let choice = T(rawValue: word) { return choice }
    let names = T.allCases.map(\.rawValue)
    fault(
      node,
      "“\(key)” should be one of \(names.joined(separator: ", ")), not “\(word)”"
        + Suggestion.sentence(for: word, among: names))
    return nil
  }

  /// The checks of an entry: one map, or a list of them.
  private mutating func checks(
    _ keys: Keys, of node: Node, changed: CheckOptions? = nil
  ) -> [any Check]? {
    guard let value = keys["check"] else {
      fault(node, "“check” is missing")
      return nil
    }
    if let changed {
      do {
        return try changed.checks(value.list ?? [value], isBaked: isBaked)
      } catch {
        faults.append(error)
        return nil
      }
    }
    var checks: [any Check] = []
    for options in value.list ?? [value] {
      do {
        checks.append(try Checks.make(Options(options), isBaked: isBaked))
      } catch {
        faults.append(
          RuleFault(
            file: file, line: error.line, column: error.column, message: error.message))
        return nil
      }
    }
    return checks
  }

  private mutating func citations(_ keys: Keys) -> [Citation] {
    (keys["cites"]?.list ?? []).compactMap { node in
      if let text = node.text { return Citation(title: text) }
      guard let title = node["title"]?.text else {
        fault(node, "a source needs a “title”")
        return nil
      }
      return Citation(title: title, url: node["url"]?.text)
    }
  }

  private mutating func examples(
    _ keys: Keys, _ key: String, of node: Node
  ) -> [Example] {
    guard readsExamples else { return [] }
    return (keys[key]?.list ?? []).compactMap { item in
      guard let text = item.text ?? item["text"]?.text else {
        fault(item, "an example needs a “text”")
        return nil
      }
      let labels = labels(of: item)
      let lead = labels.isEmpty ? "" : labels + "Description: "
      return Example(marked: lead + text, becomes: item["becomes"]?.text.map { lead + $0 })
    }
  }

  /// The fields that an example names besides its text, such as `title`, as lines of a text.
  private mutating func labels(of example: Node) -> String {
    let parts = Part.allCases.filter { $0.isRead && $0 != .body }.map(\.rawValue)
    var lines = ""
    for pair in example.map ?? [] where pair.key.text != "text" && pair.key.text != "becomes" {
      let key = pair.key.text ?? ""
      if !parts.contains(key) {
        fault(
          pair.key,
          "“\(key)” is not a key of an example"
            + Suggestion.sentence(for: key, among: parts + ["text", "becomes"]))
      }
      lines += "\(key.prefix(1).uppercased())\(key.dropFirst()): \(pair.value.text ?? "")\n"
    }
    return lines
  }
}

extension Example {
  /// The example that `marked` writes, with `[[` and `]]` around flagged words.
  ///
  /// Of three closing brackets the first belongs to the words, as in `[[[email protected]]]`.
  init(marked: String, becomes: String?) {
    var text: [UInt8] = []
    var marks: [Range<Int>] = []
    var start: Int?
    let bytes = Array(marked.utf8)
    var at = 0
    while at < bytes.count {
      let isPair = at + 1 < bytes.count && bytes[at] == bytes[at + 1]
      if isPair, bytes[at] == UInt8(ascii: "["), start == nil {
        start = text.count
        at += 2
      } else if isPair, bytes[at] == UInt8(ascii: "]"), let begin = start,
        at + 2 == bytes.count || bytes[at + 2] != UInt8(ascii: "]")
      {
        marks.append(begin..<text.count)
        start = nil
        at += 2
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    self.init(text: String(decoding: text, as: UTF8.self), marks: marks, becomes: becomes)
  }
}

extension String {
  /// Without blanks and line feeds at its ends.
  fileprivate var trimmed: String {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last, first <= 0x20 || last <= 0x20 else {
      return self
    }
    let text = self[...].drop { $0.isWhitespace }
    return String(text.prefix(text.reversed().drop { $0.isWhitespace }.count))
  }
}
