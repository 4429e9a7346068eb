/// Rule files in a form that is read faster than YAML: a row of values, each with its length.
///
/// Parsing the YAML of all rules takes some 15 ms at every start; reading this takes under 1 ms.
/// The build puts it into the binary as a string, so it is UTF-8, numbers included. It is made and
/// read by the same build, so it has no version.
public enum Baked {
  /// The options of a check that hold patterns, in the order in which the build numbers them; all
  /// but `patterns` hold phrases.
  public static let patternKeys = wantedKeys + contextKeys
  /// Those that say what to look for.
  public static let wantedKeys = ["phrases", "other-role", "patterns"]
  /// Those that say what may stand around what the others find.
  public static let contextKeys = [
    "unless", "unless-sentence", "unless-ad", "only-sentence", "only-ad",
  ]
  /// The option that says the number of the first of them. Only the build writes it, and it splits
  /// the phrases into their alternatives.
  public static let numberKey = "first-number"

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
      bytes += "t".utf8
      append(text, to: &bytes)
    case .list(let nodes):
      bytes += "l".utf8
      append(nodes.count, to: &bytes)
      for node in nodes { append(node, to: &bytes) }
    case .map(let pairs):
      bytes += "m".utf8
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
    case UInt8(ascii: "t"): content = .text(text(in: bytes, at: &at))
    case UInt8(ascii: "l"):
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
    return unsafe bytes.extracting(at..<at + count).withUnsafeBufferPointer {
      unsafe String(decoding: $0, as: UTF8.self)
    }
  }

  /// Decimal digits and a colon.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    bytes += "\(number):".utf8
  }

  private static func count(in bytes: Span<UInt8>, at: inout Int) -> Int {
    var number = 0
    while bytes[at] != UInt8(ascii: ":") {
      number = number * 10 + Int(bytes[at] &- UInt8(ascii: "0"))
      at += 1
    }
    at += 1
    return number
  }
}
