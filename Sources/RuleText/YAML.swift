internal import Yams

/// Reads YAML into ``Node``s.
public enum YAML {
  /// The most values that a file may hold, and how deep they may be nested.
  ///
  /// References multiply: nine lines of them can ask for a billion values.
  public static let limits = (values: 1_000_000, depth: 50)

  /// Parses the one document of `text`; an empty one is an empty map.
  public static func node(of text: String, file: String) throws(RuleFault) -> Node {
    var copy = Copy()
    do {
      guard let root = try Yams.compose(yaml: text) else { return Node(.map([])) }
      let node = copy.node(root, depth: 0)
      if !copy.isTooMuch { return node }
    } catch let error as YamlError {
      throw fault(error, file: file)
    } catch {
      throw RuleFault(file: file, line: 1, column: 1, message: "\(error)")
    }
    throw RuleFault(
      file: file, line: 1, column: 1,
      message: "more than \(limits.values) values, or nested more than \(limits.depth) deep")
  }

  /// Copies nodes as long as there are not too many.
  private struct Copy {
    var count = 0
    var isTooMuch = false

    mutating func node(_ node: Yams.Node, depth: Int) -> Node {
      count += 1
      if count > limits.values || depth > limits.depth { isTooMuch = true }
      var content = Node.Content.text("")
      switch node {
      case _ where isTooMuch: break
      case .scalar(let scalar): content = .text(scalar.string)
      case .sequence(let sequence):
        var nodes: [Node] = []
        for item in sequence where !isTooMuch { nodes.append(self.node(item, depth: depth + 1)) }
        content = .list(nodes)
      case .mapping(let mapping):
        var pairs: [Node.Pair] = []
        for (key, value) in mapping where !isTooMuch {
          let key = self.node(key, depth: depth + 1)
          pairs.append(Node.Pair(key: key, value: self.node(value, depth: depth + 1)))
        }
        content = .map(pairs)
      case .alias: break
      }
      return Node(content, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    }
  }

  private static func fault(_ error: YamlError, file: String) -> RuleFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      RuleFault(file: file, line: mark.line, column: mark.column, message: "not YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      RuleFault(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "“\(keys.map { "\($0)" }.joined(separator: "”, “"))” stands here twice")
    default:
      RuleFault(file: file, line: 1, column: 1, message: "not YAML: \(error)")
    }
  }
}

/// What is wrong with a rule file or configuration, and where.
public struct RuleFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// 1-based.
  public var line: Int
  /// 1-based, in characters.
  public var column: Int
  public var message: String

  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String { "\(file):\(line):\(column): \(message)" }
}
