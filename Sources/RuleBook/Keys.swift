internal import RuleText

/// The entries of a map; so few that looking through them is faster than hashing.
struct Keys {
  let pairs: [Node.Pair]

  subscript(key: String) -> Node? { pairs.first { $0.key.text == key }?.value }
}
