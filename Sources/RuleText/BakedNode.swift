/// A node where the build wrote it down: read in place, part by part, when somebody asks.
///
/// It is a kind, a line, a column, a count (of bytes of a text, of elements, or of entries), and
/// then the text itself, or the bytes that all elements take together and the elements. Numbers are
/// written in four letters of six bits, so that everything is UTF-8 and can be skipped.
///
/// The compiler cannot see that tasks may share it: the memory is never written, and outlives it, as
/// ``Baked/files(at:)`` demands.
@safe struct BakedNode: @unchecked Sendable {
  /// Its first byte, in memory that stays as it is for ever.
  private let start: UnsafePointer<UInt8>

  init(at start: UnsafePointer<UInt8>) { unsafe self.start = start }

  private enum Kind {
    static let text = UInt8(ascii: "t")
    static let list = UInt8(ascii: "l")
    static let map = UInt8(ascii: "m")
  }

  /// The bytes of a number.
  static let digits = 4
  private static let head = 1 + 3 * digits

  private func number(_ index: Int) -> Int {
    unsafe Self.number(at: start + 1 + index * Self.digits)
  }

  static func number(at place: UnsafePointer<UInt8>) -> Int {
    let (a, b) = unsafe (Int(place[0]) - 0x30, Int(place[1]) - 0x30)
    let (c, d) = unsafe (Int(place[2]) - 0x30, Int(place[3]) - 0x30)
    return a | b << 6 | c << 12 | d << 18
  }

  private var kind: UInt8 { unsafe start[0] }
  var line: Int { number(0) }
  var column: Int { number(1) }
  private var count: Int { number(2) }

  /// The bytes of a text.
  private var letters: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: start + Self.head, count: count)
  }

  /// The first byte of the first element.
  private var inside: UnsafePointer<UInt8> { unsafe start + Self.head + Self.digits }

  /// The first byte behind the node.
  private var end: UnsafePointer<UInt8> {
    kind == Kind.text ? unsafe start + Self.head + count : unsafe inside + number(3)
  }

  var isMap: Bool { kind == Kind.map }

  /// The text, if it is one.
  var text: String? {
    kind == Kind.text ? unsafe String(decoding: letters, as: UTF8.self) : nil
  }

  var content: Node.Content {
    switch kind {
    case Kind.text: return .text(unsafe String(decoding: letters, as: UTF8.self))
    case Kind.list:
      var at = unsafe inside
      var nodes: [Node] = []
      nodes.reserveCapacity(count)
      for _ in 0..<count {
        let node = unsafe BakedNode(at: at)
        nodes.append(Node(node))
        unsafe at = node.end
      }
      return .list(nodes)
    default:
      var at = unsafe inside
      var pairs: [Node.Pair] = []
      pairs.reserveCapacity(count)
      for _ in 0..<count {
        let key = unsafe BakedNode(at: at)
        let value = unsafe BakedNode(at: key.end)
        pairs.append(Node.Pair(key: Node(key), value: Node(value)))
        unsafe at = value.end
      }
      return .map(pairs)
    }
  }

  /// As ``Node/texts``.
  var texts: [String]? {
    if kind == Kind.text { return [unsafe String(decoding: letters, as: UTF8.self)] }
    guard kind == Kind.list else { return nil }
    var at = unsafe inside
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count {
      let node = unsafe BakedNode(at: at)
      guard node.kind == Kind.text else { return nil }
      texts.append(unsafe String(decoding: node.letters, as: UTF8.self))
      unsafe at = node.end
    }
    return texts
  }

  /// As ``Node/keys``.
  var keys: [String] {
    guard kind == Kind.map else { return [] }
    var at = unsafe inside
    var keys: [String] = []
    keys.reserveCapacity(count)
    for _ in 0..<count {
      let name = unsafe BakedNode(at: at)
      if let text = name.text { keys.append(text) }
      unsafe at = BakedNode(at: name.end).end
    }
    return keys
  }

  /// As ``Node/count``.
  var elementCount: Int {
    switch kind {
    case Kind.text: 1
    case Kind.list: count
    default: 0
    }
  }

  /// Whether it is a text of these `letters`.
  private func isText(_ letters: Span<UInt8>) -> Bool {
    guard kind == Kind.text, count == letters.count else { return false }
    for index in letters.indices where unsafe self.letters[index] != letters[index] {
      return false
    }
    return true
  }

  /// The value under `key`, if it is a map that has one.
  func value(under key: String) -> Node? {
    guard kind == Kind.map else { return nil }
    let letters = key.utf8Span.span
    var at = unsafe inside
    for _ in 0..<count {
      let name = unsafe BakedNode(at: at)
      let value = unsafe BakedNode(at: name.end)
      if name.isText(letters) { return Node(value) }
      unsafe at = value.end
    }
    return nil
  }
}

// MARK: Written down

extension BakedNode {
  /// Appends `node` to `bytes`.
  static func append(_ node: Node, to bytes: inout [UInt8]) {
    func begin(_ kind: UInt8, _ count: Int) {
      bytes.append(kind)
      for number in [node.line, node.column, count] { append(number, to: &bytes) }
    }
    func fill(_ step: () -> Void) {
      let place = bytes.count
      append(0, to: &bytes)
      step()
      var size: [UInt8] = []
      append(bytes.count - place - digits, to: &size)
      bytes.replaceSubrange(place..<place + digits, with: size)
    }
    switch node.content {
    case .text(let text):
      begin(Kind.text, text.utf8.count)
      bytes += text.utf8
    case .list(let nodes):
      begin(Kind.list, nodes.count)
      fill { for node in nodes { append(node, to: &bytes) } }
    case .map(let pairs):
      begin(Kind.map, pairs.count)
      fill {
        for pair in pairs {
          append(pair.key, to: &bytes)
          append(pair.value, to: &bytes)
        }
      }
    }
  }

  /// Appends `number`, which is below 2^24.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    precondition(number >> (6 * digits) == 0, "a rule file is too large to be baked")
    for digit in 0..<digits { bytes.append(UInt8(number >> (6 * digit) & 63) + 0x30) }
  }
}
