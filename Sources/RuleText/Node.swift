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

  /// A node is made of what was read, or lies where the build wrote it down and is read when it is
  /// asked: most of the rules are never asked about most of what they hold.
  private enum Storage: Sendable {
    case made(Content, line: Int, column: Int)
    case baked(BakedNode)
  }
  private let storage: Storage

  public init(_ content: Content, line: Int = 0, column: Int = 0) {
    storage = .made(content, line: line, column: column)
  }

  init(_ baked: BakedNode) { storage = .baked(baked) }

  /// Whether the build wrote it down, from a file in which tests have found no fault.
  public var isBaked: Bool {
    if case .baked = storage { true } else { false }
  }

  public var content: Content {
    switch storage {
    case .made(let content, _, _): content
    case .baked(let node): node.content
    }
  }

  /// 1-based; 0 where a value comes from no file.
  public var line: Int {
    switch storage {
    case .made(_, let line, _): line
    case .baked(let node): node.line
    }
  }

  /// 1-based, in characters.
  public var column: Int {
    switch storage {
    case .made(_, _, let column): column
    case .baked(let node): node.column
    }
  }

  public static func == (a: Node, b: Node) -> Bool {
    (a.line, a.column) == (b.line, b.column) && a.content == b.content
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(content)
    hasher.combine(line)
    hasher.combine(column)
  }

  /// The text, if it is one.
  public var text: String? {
    switch storage {
    case .made(.text(let text), _, _): text
    case .made: nil
    case .baked(let node): node.text
    }
  }

  /// The elements, if it is a list; a lone text is a list of one.
  public var list: [Node]? {
    switch storage {
    case .made(.list(let nodes), _, _): nodes
    case .made(.text, _, _): [self]
    case .made: nil
    case .baked(let node): node.list
    }
  }

  /// The texts of the list that it is; a lone text is a list of one. `nil` where it is no list, or
  /// one that holds anything but texts.
  public var texts: [String]? {
    if case .baked(let node) = storage { return node.texts }
    guard let list else { return nil }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? texts : nil
  }

  /// Whether it is a map.
  public var isMap: Bool {
    switch storage {
    case .made(.map, _, _): true
    case .made: false
    case .baked(let node): node.isMap
    }
  }

  /// The entries, if it is a map.
  public var map: [Pair]? {
    if case .map(let pairs) = content { pairs } else { nil }
  }

  /// The keys that are texts, if it is a map.
  public var keys: [String] {
    if case .baked(let node) = storage { return node.keys }
    return map?.compactMap(\.key.text) ?? []
  }

  /// The value under `key`, if it is a map that has one.
  public subscript(key: String) -> Node? {
    switch storage {
    case .made(.map(let pairs), _, _): pairs.first { $0.key.text == key }?.value
    case .made: nil
    case .baked(let node): node.value(under: key)
    }
  }
}
