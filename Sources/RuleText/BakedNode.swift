/// A node where the build wrote it down: read in place, part by part, when somebody asks.
///
/// It is a kind, a line, a column, and the size of what follows, in bytes: the text itself, or the
/// number of elements or entries and all of them. Numbers are written in four letters of six bits, so
/// that everything is UTF-8 and can be skipped. A long element or value stands behind all that is
/// around it, and how far behind is told in its place: whoever looks for a key passes over few bytes.
/// Before the entries of a map, a bit for each key tells of most keys that it has none.
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
    static let distant = UInt8(ascii: "d")
  }

  /// The bytes of a number.
  static let digits = 4
  private static let head = 1 + 3 * digits
  /// The letters of the marks of a map, and the bits of each.
  private static let marks = 8
  private static let markBits = 6

  static func number(at place: UnsafePointer<UInt8>) -> Int {
    let letters = unsafe UnsafeRawPointer(place).loadUnaligned(as: UInt32.self)
    let sixes = Int(UInt32(littleEndian: letters) &- 0x3030_3030)
    return sixes & 0x3F | sixes >> 2 & 0xFC0 | sixes >> 4 & 0x3_F000 | sixes >> 6 & 0xFC_0000
  }

  private var kind: UInt8 { unsafe start[0] }
  var line: Int { unsafe Self.number(at: start + 1) }
  var column: Int { unsafe Self.number(at: start + 1 + Self.digits) }
  private var size: Int { unsafe Self.number(at: start + 1 + 2 * Self.digits) }

  /// The first byte of the text, or of the number of elements.
  private var inside: UnsafePointer<UInt8> { unsafe start + Self.head }
  /// The first byte behind the node.
  private var end: UnsafePointer<UInt8> { unsafe inside + size }

  /// The bytes of a text.
  private var letters: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: inside, count: size)
  }

  /// The number of elements of a list, or of entries of a map.
  private var count: Int { unsafe Self.number(at: inside) }

  /// It itself, wherever it stands.
  private var near: BakedNode {
    kind == Kind.distant ? unsafe BakedNode(at: start + Self.number(at: inside)) : self
  }

  /// The elements of a list, or the keys of a map, each before its value.
  @safe private struct Elements: Sequence, IteratorProtocol {
    private var at: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    init(of node: BakedNode) {
      unsafe at = node.inside + BakedNode.digits + (node.isMap ? BakedNode.marks : 0)
      unsafe end = node.end
    }

    @inline(__always) mutating func next() -> BakedNode? {
      guard unsafe at < end else { return nil }
      let node = unsafe BakedNode(at: at)
      unsafe at = node.end
      return node
    }
  }

  private var elements: Elements { Elements(of: self) }

  var isMap: Bool { kind == Kind.map }

  /// The text, if it is one.
  var text: String? {
    kind == Kind.text ? unsafe String(decoding: letters, as: UTF8.self) : nil
  }

  var content: Node.Content {
    if let text { return .text(text) }
    if let list { return .list(list) }
    var pairs: [Node.Pair] = []
    pairs.reserveCapacity(count)
    var elements = elements
    while let key = elements.next(), let value = elements.next() {
      pairs.append(Node.Pair(key: Node(key), value: Node(value.near)))
    }
    return .map(pairs)
  }

  /// As ``Node/list``.
  var list: [Node]? {
    switch kind {
    case Kind.text: return [Node(self)]
    case Kind.list:
      var nodes: [Node] = []
      nodes.reserveCapacity(count)
      for node in elements { nodes.append(Node(node.near)) }
      return nodes
    default: return nil
    }
  }

  /// As ``Node/texts``.
  var texts: [String]? {
    if let text { return [text] }
    guard kind == Kind.list else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(count)
    for node in elements {
      guard let text = node.near.text else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// As ``Node/keys``.
  var keys: [String] {
    guard isMap else { return [] }
    var keys: [String] = []
    keys.reserveCapacity(count)
    var elements = elements
    while let key = elements.next(), elements.next() != nil {
      if let text = key.text { keys.append(text) }
    }
    return keys
  }

  /// The value under `key`, if it is a map that has one.
  func value(under key: String) -> Node? {
    let letters = key.utf8Span.span
    guard isMap, mayHave(letters) else { return nil }
    var elements = elements
    while let name = elements.next(), let value = elements.next() {
      if name.isText(letters) { return Node(value.near) }
    }
    return nil
  }

  /// Whether the marks of the map have that of a key of these `letters`.
  @inline(__always) private func mayHave(_ letters: Span<UInt8>) -> Bool {
    let mark = Self.mark(of: letters)
    let bits = unsafe inside[Self.digits + mark / Self.markBits] &- 0x30
    return bits >> UInt8(mark % Self.markBits) & 1 == 1
  }

  /// The number of the mark of a key: another one for each key of a rule.
  @inline(__always) private static func mark(of key: Span<UInt8>) -> Int {
    if key.isEmpty { return 0 }
    let sum = 43 &* key.count &+ 27 &* Int(key[0]) &+ 20 &* Int(key[key.count - 1])
    return sum % (marks * markBits)
  }

  /// The marks of `keys`, as letters.
  private static func marks(of keys: [String]) -> [UInt8] {
    var letters = [UInt8](repeating: 0x30, count: marks)
    for mark in Set(keys.map({ mark(of: $0.utf8Span.span) })) {
      letters[mark / markBits] += 1 << UInt8(mark % markBits)
    }
    return letters
  }

  /// Whether it is a text of these `letters`.
  @inline(__always) private func isText(_ letters: Span<UInt8>) -> Bool {
    guard kind == Kind.text, size == letters.count else { return false }
    for index in letters.indices where unsafe self.letters[index] != letters[index] {
      return false
    }
    return true
  }
}

// MARK: Written down

extension BakedNode {
  /// Appends `node` to `bytes`.
  static func append(_ node: Node, to bytes: inout [UInt8]) {
    var writer = Writer(bytes: bytes)
    writer.write(node)
    writer.writeDistant()
    bytes = writer.bytes
  }

  /// Writes nodes, and remembers what of them is still to be written.
  private struct Writer {
    var bytes: [UInt8]
    /// Where the distance of a long node is to be told.
    private var distant: [(place: Int, node: Node)] = []
    /// A node of more bytes is long.
    private static let longest = 96

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func write(_ node: Node) {
      switch node.content {
      case .text(let text):
        fill(Kind.text, node) { $0.bytes += text.utf8 }
      case .list(let nodes):
        fill(Kind.list, node) { writer in
          append(nodes.count, to: &writer.bytes)
          for node in nodes { writer.place(node) }
        }
      case .map(let pairs):
        fill(Kind.map, node) { writer in
          append(pairs.count, to: &writer.bytes)
          writer.bytes += marks(of: pairs.compactMap(\.key.text))
          for pair in pairs {
            writer.write(pair.key)
            writer.place(pair.value)
          }
        }
      }
    }

    /// Writes all long nodes, and where they are.
    mutating func writeDistant() {
      var next = 0
      while next < distant.count {
        let (place, node) = distant[next]
        set(bytes.count - place, at: place + head)
        write(node)
        next += 1
      }
    }

    /// Writes an element or a value, or if it is long, that it stands elsewhere.
    private mutating func place(_ node: Node) {
      guard Self.size(of: node) > Self.longest else { return write(node) }
      distant.append((bytes.count, node))
      fill(Kind.distant, node) { append(0, to: &$0.bytes) }
    }

    private mutating func fill(_ kind: UInt8, _ node: Node, _ step: (inout Writer) -> Void) {
      bytes.append(kind)
      for number in [node.line, node.column, 0] { append(number, to: &bytes) }
      let inside = bytes.count
      step(&self)
      set(bytes.count - inside, at: inside - digits)
    }

    private mutating func set(_ number: Int, at place: Int) {
      var letters: [UInt8] = []
      append(number, to: &letters)
      bytes.replaceSubrange(place..<place + digits, with: letters)
    }

    /// The bytes of `node`, with its long parts elsewhere.
    private static func size(of node: Node) -> Int {
      func placed(_ node: Node) -> Int {
        let size = size(of: node)
        return size > longest ? head + digits : size
      }
      switch node.content {
      case .text(let text): return head + text.utf8.count
      case .list(let nodes): return head + digits + nodes.reduce(0) { $0 + placed($1) }
      case .map(let pairs):
        return head + digits + marks
          + pairs.reduce(0) { $0 + size(of: $1.key) + placed($1.value) }
      }
    }
  }

  /// Appends `number`, which is below 2^24.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    precondition(number >> (6 * digits) == 0, "a rule file is too large to be baked")
    for digit in 0..<digits { bytes.append(UInt8(number >> (6 * digit) & 63) + 0x30) }
  }
}
