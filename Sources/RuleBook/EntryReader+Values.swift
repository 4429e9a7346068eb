internal import AdModel
internal import Checks
internal import RuleText

/// The values of entries.
extension EntryReader {
  mutating func fault(_ node: Node, _ message: String) {
    faults.append(
      RuleFault(file: file, line: node.line, column: node.column, message: message))
  }

  mutating func map(_ node: Node, _ what: String, allowed: [String]) -> Keys? {
    guard node.isMap else {
      fault(node, "\(what) should have keys: \(allowed.joined(separator: ", "))")
      return nil
    }
    for pair in isBaked ? [] : node.map ?? [] {
      let key = pair.key.text ?? ""
      if !allowed.contains(key) {
        fault(
          pair.key,
          "“\(key)” is not a key of \(what)" + Suggestion.sentence(for: key, among: allowed))
      }
    }
    return Keys(node: node)
  }

  /// What the list under `key` holds; a lone text is a list of one, and nothing one of none.
  mutating func list(_ keys: Keys, _ key: String) -> [Node] {
    guard let value = keys[key] else { return [] }
    return list(value, key)
  }

  /// What the list `node` holds, which stands under `key`.
  mutating func list(_ node: Node, _ key: String) -> [Node] {
    if let list = node.list { return list }
    fault(node, "“\(key)” should be a list")
    return []
  }

  /// The entries of the map under `key`; nothing is a map of none.
  mutating func map(_ keys: Keys, _ key: String) -> [Node.Pair] {
    guard let value = keys[key] else { return [] }
    if let map = value.map { return map }
    fault(value, "“\(key)” should be a map, such as {name: value}")
    return []
  }

  /// The text that there should be under `key`; empty where there is none.
  mutating func text(_ keys: Keys, _ key: String) -> String {
    let value = keys[key]
    guard let text = value?.text, !text.isEmpty else {
      fault(value ?? keys.node, "“\(key)” is missing")
      return ""
    }
    return text.trimmed
  }

  mutating func texts(_ keys: Keys, _ key: String) -> [String] {
    guard let value = keys[key] else { return [] }
    if let texts = value.texts, !texts.isEmpty { return texts }
    fault(value, "“\(key)” should be a list of texts")
    return []
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
    if isBaked { return (node.texts ?? []).compactMap { T(rawValue: $0) } }
    return list(keys, key).compactMap { choice($0, key) }
  }

  mutating func choice<T: RawRepresentable & CaseIterable>(
    _ node: Node, _ key: String
  ) -> T? where T.RawValue == String {
    if let choice = node.text.flatMap(T.init) { return choice }
    var form = Form(file: file)
    defer { faults += form.faults }
    return form.choice(node, key)
  }

  /// The checks of an entry: one map, or a list of them.
  mutating func checks(
    _ keys: Keys, changed: CheckOptions? = nil
  ) -> [DeferredCheck]? {
    guard let value = keys["check"] else {
      fault(keys.node, "“check” is missing")
      return nil
    }
    if let changed {
      do {
        return try changed.checks(value.list ?? [value], isBaked: isBaked).map { DeferredCheck($0) }
      } catch {
        faults.append(error)
        return nil
      }
    }
    var checks: [DeferredCheck] = []
    for node in value.list ?? [value] {
      let options = Options(node)
      if isBaked, let check = DeferredCheck(proved: options) {
        checks.append(check)
        continue
      }
      do {
        checks.append(DeferredCheck(try Checks.make(options, isBaked: isBaked)))
      } catch {
        faults.append(
          RuleFault(
            file: file, line: error.line, column: error.column, message: error.message))
        return nil
      }
    }
    return checks
  }

  /// What a rule writes for the words that it flags.
  mutating func remedy(_ keys: Keys) -> Remedy {
    var remedy = Remedy()
    for pair in map(keys, "fix") {
      if let words = pair.key.text, let replacement = pair.value.text {
        remedy.fixes[words.lowercased()] = replacement
      } else {
        fault(pair.key, "“fix” should be like {words: what to write for them}")
      }
    }
    for pair in map(keys, "swap") {
      if let letters = pair.key.text, !letters.isEmpty, let replacement = pair.value.text {
        remedy.swaps.append(Swap(letters: letters, replacement: replacement))
      } else {
        fault(pair.key, "“swap” should be like {letters: what to write for them}")
      }
    }
    if keys["cut"] != nil { remedy.cuts = Set(texts(keys, "cut").map { $0.lowercased() }) }
    return remedy
  }

  /// What a rule says.
  mutating func wording(_ keys: Keys) -> Rule.Wording {
    Rule.Wording(
      title: text(keys, "title"), message: text(keys, "message"), why: text(keys, "why"),
      instead: text(keys, "instead"), offBecause: keys["off"]?.text ?? "",
      flags: examples(keys, "flags"), passes: examples(keys, "passes"), cites: citations(keys))
  }

  private mutating func citations(_ keys: Keys) -> [Citation] {
    list(keys, "cites").compactMap { node in
      if let text = node.text { return Citation(title: text) }
      guard let title = node["title"]?.text else {
        fault(node, "a source needs a “title”")
        return nil
      }
      return Citation(title: title, url: node["url"]?.text)
    }
  }

  mutating func examples(_ keys: Keys, _ key: String) -> [Example] {
    guard readsExamples else { return [] }
    return list(keys, key).compactMap { item in
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
  mutating func labels(of example: Node) -> String {
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
