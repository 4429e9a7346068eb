/// Rule files in a form that is read faster than YAML: a row of values, each with its length.
///
/// Parsing the YAML of all rules takes some 15 ms at every start; reading this takes under 1 ms.
/// The build puts it into the binary. It is made and read by the same build, so it has no version.
public enum Baked {
  /// A file's name and its content.
  public typealias File = (name: String, node: Node)

  /// Writes `files`.
  public static func bytes(of files: [File]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(files.count, to: &bytes)
    for file in files {
      append(file.name, to: &bytes)
      append(file.node, to: &bytes)
    }
    return bytes
  }

  /// Reads what ``bytes(of:)`` wrote.
  public static func files(in bytes: Span<UInt8>) -> [File] {
    var at = 0
    return (0..<count(in: bytes, at: &at)).map { _ in
      (text(in: bytes, at: &at), node(in: bytes, at: &at))
    }
  }

  private static func append(_ node: Node, to bytes: inout [UInt8]) {
    append(node.line, to: &bytes)
    append(node.column, to: &bytes)
    switch node.content {
    case .text(let text):
      bytes.append(0)
      append(text, to: &bytes)
    case .list(let nodes):
      bytes.append(1)
      append(nodes.count, to: &bytes)
      for node in nodes { append(node, to: &bytes) }
    case .map(let pairs):
      bytes.append(2)
      append(pairs.count, to: &bytes)
      for pair in pairs {
        append(pair.key, to: &bytes)
        append(pair.value, to: &bytes)
      }
    }
  }

  private static func node(in bytes: Span<UInt8>, at: inout Int) -> Node {
    let line = count(in: bytes, at: &at)
    let column = count(in: bytes, at: &at)
    let kind = bytes[at]
    at += 1
    let content: Node.Content
    switch kind {
    case 0: content = .text(text(in: bytes, at: &at))
    case 1:
      let count = count(in: bytes, at: &at)
      content = .list((0..<count).map { _ in node(in: bytes, at: &at) })
    default:
      let count = count(in: bytes, at: &at)
      content = .map(
        (0..<count).map { _ in
          let key = node(in: bytes, at: &at)
          return Node.Pair(key: key, value: node(in: bytes, at: &at))
        })
    }
    return Node(content, line: line, column: column)
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    append(text.utf8.count, to: &bytes)
    bytes += text.utf8
  }

  private static func text(in bytes: Span<UInt8>, at: inout Int) -> String {
    let count = count(in: bytes, at: &at)
    defer { at += count }
    return String(copying: (try? UTF8Span(validating: bytes.extracting(at..<at + count))) ?? UTF8Span())
  }

  /// Seven bits a byte, the lowest first.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func count(in bytes: Span<UInt8>, at: inout Int) -> Int {
    var number = 0
    var shift = 0
    while true {
      let byte = bytes[at]
      at += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}
