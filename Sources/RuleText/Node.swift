/// A value of a rule file, with its place: what YAML says before anybody knows what it means.
public struct Node: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case text(String)
    case list([Node])
    case map([Pair])
  }
  /// An entry of a map, in the order of the file.
  public struct Pair: Hashable, Sendable {
    public var key: Node
    public var value: Node

    public init(key: Node, value: Node) {
      self.key = key
      self.value = value
    }
  }
  public var content: Content
  /// 1-based; 0 where a value comes from no file.
  public var line: Int
  /// 1-based, in characters.
  public var column: Int

  public init(_ content: Content, line: Int = 0, column: Int = 0) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// The text, if it is one.
  public var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The elements, if it is a list; a lone text is a list of one.
  public var list: [Node]? {
    switch content {
    case .list(let nodes): nodes
    case .text: [self]
    case .map: nil
    }
  }

  /// The entries, if it is a map.
  public var map: [Pair]? {
    if case .map(let pairs) = content { pairs } else { nil }
  }

  /// The value under `key`, if it is a map that has one.
  public subscript(key: String) -> Node? {
    map?.first { $0.key.text == key }?.value
  }
}
