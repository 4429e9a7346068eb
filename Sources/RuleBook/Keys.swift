internal import RuleText

/// The entries of a map; so few that looking through them is faster than hashing.
struct Keys {
  private let entries: [(name: String, value: Node)]

  init(_ pairs: [Node.Pair]) { entries = pairs.map { ($0.key.text ?? "", $0.value) } }

  subscript(key: String) -> Node? { entries.first { $0.name == key }?.value }
}
