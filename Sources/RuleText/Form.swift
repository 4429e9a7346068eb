internal import AdModel
internal import Paths

/// Reads a file of keys, such as a configuration, and notes everything that is wrong with it.
public struct Form {
  /// The path that faults name.
  public let file: String
  /// What is wrong, in the order in which it was read.
  public private(set) var faults: [RuleFault] = []

  public init(file: String) { self.file = file }

  /// Notes a fault at `node`.
  public mutating func fault(_ node: Node, _ message: String) {
    faults.append(RuleFault(file: file, line: node.line, column: node.column, message: message))
  }

  /// The entries of the map that `node` should be, in the order of the file; an entry with a key
  /// that is not `allowed` is a fault.
  public mutating func entries(
    of node: Node, _ what: String, allowed: [String]
  ) -> [(key: String, value: Node)] {
    guard let pairs = node.map else {
      fault(node, "\(what) should have keys: \(allowed.joined(separator: ", "))")
      return []
    }
    var entries: [(key: String, value: Node)] = []
    for pair in pairs {
      let key = pair.key.text ?? ""
      if allowed.contains(key) {
        entries.append((key, pair.value))
      } else {
        let near = Suggestion.sentence(for: key, among: allowed)
        fault(
          pair.key,
          "“\(key)” is not a key of \(what)"
            + (near.isEmpty ? "; it knows \(allowed.joined(separator: ", "))" : near))
      }
    }
    return entries
  }

  /// The entries of a map whose keys are names.
  public mutating func names(of node: Node, _ key: String) -> [(name: Node, value: Node)] {
    guard let pairs = node.map else {
      fault(node, "“\(key)” should be a map, such as {name: value}")
      return []
    }
    return pairs.map { ($0.key, $0.value) }
  }

  /// The text that `node` should be.
  public mutating func text(_ node: Node, _ key: String) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    fault(node, "“\(key)” should be a text")
    return nil
  }

  /// The list that `node` should be; one text is a list of one.
  public mutating func list(_ node: Node, _ key: String) -> [Node] {
    if let list = node.list { return list }
    fault(node, "“\(key)” should be a list")
    return []
  }

  /// The list of texts that `node` should be; one text is a list of one.
  public mutating func texts(_ node: Node, _ key: String) -> [Node] {
    guard let list = node.list else {
      fault(node, "“\(key)” should be a list of texts")
      return []
    }
    return list.filter { text($0, key) != nil }
  }

  /// The list of patterns of paths that `node` should be.
  public mutating func patterns(_ node: Node, _ key: String) -> [Node] {
    texts(node, key).filter { pattern in
      guard let opening = Glob.unclosed(in: pattern.text ?? "") else { return true }
      fault(
        pattern,
        "“\(pattern.text ?? "")” never closes its “\(opening)”; a “\\” in front of"
          + " a sign takes it as it is")
      return false
    }
  }

  /// The whole number from 0 on that `node` should be.
  public mutating func count(_ node: Node, _ key: String) -> Int? {
    if let number = node.text.flatMap({ Int($0) }), number >= 0 { return number }
    fault(node, "“\(key)” should be a whole number, not “\(node.text ?? "…")”")
    return nil
  }

  /// The `true` or `false` that `node` should be.
  public mutating func flag(_ node: Node, _ key: String) -> Bool? {
    if let flag = node.text.flatMap({ Bool($0) }) { return flag }
    fault(node, "“\(key)” should be true or false, not “\(node.text ?? "…")”")
    return nil
  }

  /// The word of `type` that `node` should be.
  public mutating func choice<T: RawRepresentable & CaseIterable>(
    _ node: Node, _ key: String, of type: T.Type = T.self
  ) -> T? where T.RawValue == String {
    let word = node.text ?? "…"
    if let choice = T(rawValue: word) { return choice }
    let names = T.allCases.map(\.rawValue)
    fault(
      node,
      "“\(key)” should be one of \(names.joined(separator: ", ")), not “\(word)”"
        + Suggestion.sentence(for: word, among: names))
    return nil
  }
}
