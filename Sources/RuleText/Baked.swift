/// Rule files in a form that is read where it lies: see ``BakedNode``.
///
/// Parsing the YAML of all rules takes some 15 ms at every start. The build puts this into the
/// binary as a string. It is made and read by the same build, so it has no version.
public enum Baked {
  /// The options of a check that hold patterns, in the order in which the build numbers them; all
  /// but `patterns` hold phrases.
  public static let patternKeys = wantedKeys + contextKeys
  /// Those that say what to look for.
  public static let wantedKeys = ["phrases", "other-role", "patterns"]
  /// Those that say what may stand around what the others find.
  public static let contextKeys = [
    "unless", "unless-sentence", "unless-ad", "only-sentence", "only-ad", "only",
  ]
  /// The option that says whether a check has hits in many ads.
  public static let oftenKey = "often"
  /// The option that says whether few ads ask about a check, though many hold what its matches begin
  /// with.
  public static let seldomKey = "seldom"
  /// The option that says their ``Numbers``. Only the build writes it, and it splits the phrases into
  /// their alternatives.
  public static let numberKey = "numbers"

  /// The numbers that the build has given the patterns of a check, in one row.
  public struct Numbers: Hashable, Sendable {
    /// Those of the patterns that it looks for.
    public var wanted: Range<Int>
    /// Those of the patterns that may stand around what it finds.
    public var contexts: Range<Int>

    public init(from first: Int, wanted: Int, contexts: Int) {
      self.wanted = first..<first + wanted
      self.contexts = self.wanted.upperBound..<self.wanted.upperBound + contexts
    }

    /// Those that `text` writes; `nil` where it is not the ``text`` of any.
    public init?(_ text: String) {
      var numbers = [0]
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: " "): numbers.append(0)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          numbers[numbers.count - 1] = 10 * numbers[numbers.count - 1] + Int(byte & 0xF)
        default: return nil
        }
      }
      guard numbers.count == 3 else { return nil }
      self.init(from: numbers[0], wanted: numbers[1], contexts: numbers[2])
    }

    /// The first number, how many are wanted, and how many contexts there are.
    public var text: String { "\(wanted.lowerBound) \(wanted.count) \(contexts.count)" }
  }

  /// A file's name and its content.
  public typealias File = (name: String, node: Node)

  /// Writes `files` as one list: for each its name and its node.
  public static func bytes(of files: [File]) -> [UInt8] {
    var bytes: [UInt8] = []
    let nodes = files.flatMap { [Node(.text($0.name)), $0.node] }
    BakedNode.append(Node(.list(nodes)), to: &bytes)
    return bytes
  }

  /// Reads what ``bytes(of:)`` wrote and what begins at `start`, which must stay as it is as long as
  /// there are nodes of it.
  public static func files(at start: UnsafePointer<UInt8>) -> [File] {
    let nodes = unsafe Node(BakedNode(at: start)).list ?? []
    return stride(from: 0, to: nodes.count - 1, by: 2).map { index in
      (nodes[index].text ?? "", nodes[index + 1])
    }
  }
}
