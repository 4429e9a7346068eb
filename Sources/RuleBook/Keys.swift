internal import RuleText

/// The entries of a map of a rule file, by their names.
struct Keys: Sendable {
  /// The map.
  let node: Node

  subscript(key: String) -> Node? { node[key] }
}
