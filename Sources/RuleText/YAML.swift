internal import CYAML

/// Reads YAML into ``Node``s, by libyaml.
public enum YAML {
  /// The most values that a file may hold, how deep they may be nested, and how many bytes of text
  /// they may come to.
  ///
  /// References multiply: nine lines of them can ask for a billion values, or for one long text ten
  /// thousand times.
  public static let limits = (values: 1_000_000, depth: 50, bytes: 16_777_216)

  /// Parses the one document of `text`; an empty one is an empty map.
  public static func node(of text: String, file: String) throws(RuleFault) -> Node {
    var document = unsafe yaml_document_t()
    if let fault = unsafe load(text, into: &document, file: file) { throw fault }
    defer { unsafe yaml_document_delete(&document) }
    guard unsafe yaml_document_get_root_node(&document) != nil else { return Node(.map([])) }
    var copy = Copy(file: file)
    // The root is the first node of a document.
    let node = unsafe copy.node(1, of: &document, depth: 0)
    if let fault = copy.fault { throw fault }
    return node
  }

  /// Reads `text` into `document`, which must be deleted if nothing is returned.
  private static func load(
    _ text: String, into document: inout yaml_document_t, file: String
  ) -> RuleFault? {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      return RuleFault(file: file, line: 1, column: 1, message: "not YAML: no memory is left")
    }
    defer { unsafe yaml_parser_delete(&parser) }
    let isGood = unsafe text.utf8Span.span.withUnsafeBufferPointer { bytes in
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      return unsafe yaml_parser_load(&parser, &document) == 1
    }
    if !isGood { return unsafe fault(of: parser, file: file) }
    guard let fault = unsafe fault(behind: &parser, file: file) else { return nil }
    unsafe yaml_document_delete(&document)
    return fault
  }

  /// Why `parser` cannot go on.
  private static func fault(of parser: yaml_parser_t, file: String) -> RuleFault {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
    let mark = unsafe parser.problem_mark
    return RuleFault(
      file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1,
      message: "not YAML: \(problem)")
  }

  /// What is wrong with what stands behind the document that `parser` has read: anything but an empty
  /// one would be lost.
  private static func fault(behind parser: inout yaml_parser_t, file: String) -> RuleFault? {
    var document = unsafe yaml_document_t()
    guard unsafe yaml_parser_load(&parser, &document) == 1 else {
      return unsafe fault(of: parser, file: file)
    }
    defer { unsafe yaml_document_delete(&document) }
    guard let root = unsafe yaml_document_get_root_node(&document)?.pointee,
      unsafe root.type != YAML_SCALAR_NODE || root.data.scalar.length > 0
    else { return nil }
    let mark = unsafe document.start_mark
    return RuleFault(
      file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1,
      message: "a second document begins here, and only one is read; take out the “---”")
  }

  /// Copies the nodes of a document as long as there are not too many.
  private struct Copy {
    let file: String
    var count = 0
    /// The length of all texts copied, in bytes.
    var size = 0
    var fault: RuleFault?

    init(file: String) { self.file = file }

    /// The node with the number `index`, from 1.
    mutating func node(_ index: Int32, of document: inout yaml_document_t, depth: Int) -> Node {
      count += 1
      if count > limits.values || depth > limits.depth {
        tell("more than \(limits.values) values, or nested more than \(limits.depth) deep")
      }
      guard fault == nil, let node = unsafe yaml_document_get_node(&document, index)?.pointee
      else { return Node(.text("")) }
      let content: Node.Content
      switch unsafe node.type {
      case YAML_SEQUENCE_NODE:
        let items = unsafe node.data.sequence.items
        let all = unsafe UnsafeBufferPointer(start: items.start, count: items.top - items.start)
        content = .list(unsafe nodes(all, of: &document, depth: depth + 1))
      case YAML_MAPPING_NODE:
        let pairs = unsafe node.data.mapping.pairs
        let all = unsafe UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start)
        content = .map(unsafe self.pairs(all, of: &document, depth: depth + 1))
      default:
        let scalar = unsafe node.data.scalar
        size += unsafe scalar.length
        if size > limits.bytes {
          tell("more than \(limits.bytes) bytes of text, its references followed")
          return Node(.text(""))
        }
        let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        content = .text(unsafe String(decoding: bytes, as: UTF8.self))
      }
      let mark = unsafe node.start_mark
      return Node(content, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    private mutating func nodes(
      _ items: UnsafeBufferPointer<yaml_node_item_t>, of document: inout yaml_document_t,
      depth: Int
    ) -> [Node] {
      var nodes: [Node] = []
      for at in 0..<items.count where fault == nil {
        unsafe nodes.append(node(items[at], of: &document, depth: depth))
      }
      return nodes
    }

    private mutating func pairs(
      _ items: UnsafeBufferPointer<yaml_node_pair_t>, of document: inout yaml_document_t,
      depth: Int
    ) -> [Node.Pair] {
      var pairs: [Node.Pair] = []
      var keys: Set<String> = []
      for at in 0..<items.count where fault == nil {
        let pair = unsafe items[at]
        let key = unsafe node(pair.key, of: &document, depth: depth)
        if let text = key.text, !keys.insert(text).inserted {
          fault = RuleFault(
            file: file, line: key.line, column: key.column,
            message: "“\(text)” stands here twice")
        }
        let value = unsafe node(pair.value, of: &document, depth: depth)
        pairs.append(Node.Pair(key: key, value: value))
      }
      return pairs
    }

    private mutating func tell(_ message: String) {
      guard fault == nil else { return }
      fault = RuleFault(file: file, line: 1, column: 1, message: message)
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
