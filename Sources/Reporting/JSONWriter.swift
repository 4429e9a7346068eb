/// Writes JSON, member by member, in the order in which it is told.
///
/// Strings stay what they are for whoever parses them, but their spelling is careful, since
/// reports are printed to terminals and to the logs of build servers: controls, line separators and
/// marks that turn the direction of text are escaped, and so is the second `#` of `##[`, with which
/// a build server's commands begin.
struct JSONWriter: Sendable {
  enum Container: Sendable { case object, array }
  /// Whether the members of a container stand on lines of their own.
  enum Layout: Sendable { case inline, lines }

  var bytes: [UInt8] = []
  private var open: [Level] = []

  private struct Level: Sendable {
    var container: Container
    var layout: Layout
    var isEmpty = true
  }

  init() {}

  /// A writer of elements for an array of lines that will stand `depth` containers deep; see
  /// ``array(of:)``.
  init(elementsAt depth: Int) {
    open = Array(repeating: Level(container: .array, layout: .lines), count: depth)
  }

  /// Writes on to the end of `out`.
  mutating func append(to out: inout [UInt8], _ write: (inout JSONWriter) -> Void) {
    swap(&bytes, &out)
    write(&self)
    swap(&bytes, &out)
  }

  // MARK: Containers

  mutating func begin(_ container: Container, _ layout: Layout = .inline) {
    separate()
    open.append(Level(container: container, layout: layout))
    bytes.append(container == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
  }

  mutating func end() {
    let level = open.removeLast()
    if level.layout == .lines, !level.isEmpty { breakLine() }
    bytes.append(level.container == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    if open.isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }

  mutating func object(_ layout: Layout = .inline, _ write: (inout JSONWriter) -> Void) {
    begin(.object, layout)
    write(&self)
    end()
  }

  mutating func array(_ layout: Layout = .inline, _ write: (inout JSONWriter) -> Void) {
    begin(.array, layout)
    write(&self)
    end()
  }

  /// An array of the elements that `other` has collected.
  mutating func array(of other: JSONWriter) {
    begin(.array, .lines)
    bytes += other.bytes
    open[open.count - 1].isEmpty = other.bytes.isEmpty
    end()
  }

  // MARK: Members

  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    literal(String(value))
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    literal(value ? "true" : "false")
  }

  mutating func member(_ name: String, _ values: [String]) {
    key(name)
    begin(.array)
    for value in values { element(value) }
    end()
  }

  mutating func member(
    _ name: String, _ container: Container, _ layout: Layout = .inline,
    _ write: (inout JSONWriter) -> Void
  ) {
    key(name)
    begin(container, layout)
    write(&self)
    end()
  }

  mutating func member(_ name: String, of other: JSONWriter) {
    key(name)
    array(of: other)
  }

  /// A member of a number with one decimal, given in tenths.
  mutating func member(_ name: String, tenths: Int) {
    key(name)
    literal("\(tenths / 10).\(tenths % 10)")
  }

  /// The name of a member whose value is begun next.
  mutating func key(_ name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    afterKey = true
  }

  /// A string as the next element of an array.
  mutating func element(_ value: String) {
    separate()
    string(value)
  }

  /// Whether a key stands without its value.
  private var afterKey = false
}

extension JSONWriter {
  /// Writes the comma and the line break before a member, unless its key is written already.
  private mutating func separate() {
    defer { afterKey = false }
    guard !afterKey, let level = open.last else { return }
    if !level.isEmpty { bytes.append(UInt8(ascii: ",")) }
    open[open.count - 1].isEmpty = false
    if level.layout == .lines { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    let depth = open.count { $0.layout == .lines }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth))
  }

  private mutating func literal(_ value: String) {
    afterKey = false
    bytes.append(contentsOf: value.utf8)
  }

  private mutating func string(_ value: String) {
    afterKey = false
    bytes.append(UInt8(ascii: "\""))
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C && $0 != 0x23 })
    {
      bytes.append(contentsOf: value.utf8)
    } else {
      escape(value)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ value: String) {
    var previous: Unicode.Scalar = " "
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "#" where previous == "#": bytes.append(contentsOf: "\\u0023".utf8)
      case _ where scalar.isTreacherous: escapeByNumber(scalar)
      default: bytes.append(contentsOf: UTF8.encode(scalar)!)
      }
      previous = scalar
    }
  }

  private mutating func escapeByNumber(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar)! {
      let digits = String(unit, radix: 16)
      bytes.append(contentsOf: "\\u".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
      bytes.append(contentsOf: digits.utf8)
    }
  }
}
