/// Reads rule files: YAML in which wordings that several checks share have names.
///
/// A file may hold `shorthands:`, a map of names to pieces of patterns. Where a later text says
/// `(?&name)`, as PCRE2 calls a group by its name, the piece stands there as a group of its own. A
/// shorthand may use those before it.
public enum RuleFile {
  /// The key of the names.
  public static let shorthandsKey = "shorthands"
  /// The most bytes that a text may have with its shorthands written out, and all of them together, since
  /// they multiply.
  static let longest = (text: 10_000, file: 2_000_000)

  /// What `text` says, with its shorthands written out and no longer among the keys.
  ///
  /// - Parameter file: The name of the file, for faults.
  public static func node(of text: String, file: String) throws(RuleFault) -> Node {
    let root = try YAML.node(of: text, file: file)
    guard let shorthands = root[shorthandsKey], let pairs = root.map else { return root }
    var expansion = try Expansion(of: shorthands, file: file)
    var others: [Node.Pair] = []
    for pair in pairs where pair.key.text != shorthandsKey {
      others.append(Node.Pair(key: pair.key, value: try expansion.expanded(pair.value)))
    }
    if let idle = shorthands.map?.first(where: { !expansion.used.contains($0.key.text ?? "") }) {
      throw RuleFault(
        file: file, line: idle.key.line, column: idle.key.column,
        message: "nothing uses “(?&\(idle.key.text ?? ""))”; take it out")
    }
    return Node(.map(others), line: root.line, column: root.column)
  }

  /// Writes shorthands out.
  private struct Expansion {
    let file: String
    /// What stands for each name.
    private var pieces: [String: String] = [:]
    /// The names that some text has used.
    private(set) var used: Set<String> = []
    /// The bytes of all texts with shorthands.
    private var written = 0

    init(of shorthands: Node, file: String) throws(RuleFault) {
      self.file = file
      guard let pairs = shorthands.map else {
        throw fault(shorthands, "“\(shorthandsKey)” are names, each with a piece of a pattern")
      }
      for pair in pairs {
        let name = pair.key.text ?? ""
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isOfName) else {
          throw fault(pair.key, "a shorthand is named by small letters and hyphens")
        }
        guard let piece = try expanded(pair.value).text else {
          throw fault(pair.value, "“\(name)” should be a piece of a pattern")
        }
        guard Self.isBalanced(piece.utf8) else {
          throw fault(pair.value, "“\(name)” has a bracket without its other one")
        }
        pieces[name] = piece
      }
    }

    /// Whether each bracket of the pattern `piece` that opens closes again, so that it can be a group.
    private static func isBalanced(_ piece: some Collection<UInt8>) -> Bool {
      var (depth, isEscaped, isInClass) = (0, false, false)
      for byte in piece {
        if isEscaped {
          isEscaped = false
          continue
        }
        switch byte {
        case UInt8(ascii: "\\"): isEscaped = true
        case UInt8(ascii: "["): isInClass = true
        case UInt8(ascii: "]"): isInClass = false
        case UInt8(ascii: "(") where !isInClass: depth += 1
        case UInt8(ascii: ")") where !isInClass: depth -= 1
        default: break
        }
        if depth < 0 { return false }
      }
      return depth == 0 && !isInClass && !isEscaped
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
    }

    private func fault(_ node: Node, _ message: String) -> RuleFault {
      RuleFault(file: file, line: node.line, column: node.column, message: message)
    }

    /// `node` with the shorthands in its texts written out.
    mutating func expanded(_ node: Node) throws(RuleFault) -> Node {
      let content: Node.Content
      switch node.content {
      case .text(let text):
        guard let expanded = expanded(text) else {
          throw fault(node, "with its shorthands it has more than \(longest.text) bytes")
        }
        if expanded.utf8.count > text.utf8.count { written += expanded.utf8.count }
        guard written <= longest.file else {
          throw fault(node, "with its shorthands the file has more than \(longest.file) bytes")
        }
        content = .text(expanded)
      case .list(let nodes):
        var list: [Node] = []
        for node in nodes { list.append(try expanded(node)) }
        content = .list(list)
      case .map(let pairs):
        var map: [Node.Pair] = []
        for pair in pairs { map.append(Node.Pair(key: pair.key, value: try expanded(pair.value))) }
        content = .map(map)
      }
      return Node(content, line: node.line, column: node.column)
    }

    /// `text` with its shorthands written out, or `nil` if that is too long; what is no name of one stays,
    /// for PCRE2.
    private mutating func expanded(_ text: String) -> String? {
      var parts = text.split(separator: "(?&", omittingEmptySubsequences: false)[...]
      guard var result = parts.popFirst().map(String.init), !parts.isEmpty else { return text }
      for part in parts {
        if let end = part.firstIndex(of: ")"), let piece = pieces[String(part[..<end])] {
          used.insert(String(part[..<end]))
          result += "(?:" + piece + part[end...]
          if result.utf8.count > longest.text { return nil }
        } else {
          result += "(?&" + part
        }
      }
      return result
    }
  }
}
