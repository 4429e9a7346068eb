internal import Yams

/// Reads YAML into ``Node``s.
public enum YAML {
  /// Parses the one document of `text`; an empty one is an empty map.
  public static func node(of text: String, file: String) throws(RuleFault) -> Node {
    do {
      guard let root = try Yams.compose(yaml: text) else { return Node(.map([])) }
      return node(root)
    } catch let error as YamlError {
      throw fault(error, file: file)
    } catch {
      throw RuleFault(file: file, line: 1, column: 1, message: "\(error)")
    }
  }

  private static func node(_ node: Yams.Node) -> Node {
    let content: Node.Content =
      switch node {
      case .scalar(let scalar): .text(scalar.string)
      case .sequence(let sequence): .list(sequence.map(Self.node))
      case .mapping(let mapping):
        .map(mapping.map { Node.Pair(key: Self.node($0.key), value: Self.node($0.value)) })
      case .alias: .text("")
      }
    return Node(content, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
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
