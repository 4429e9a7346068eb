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

  mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    literal(value ? "true" : "false")
  }

  mutating func member(_ name: StaticString, _ values: [String]) {
    key(name)
    begin(.array)
    for value in values { element(value) }
    end()
  }

  mutating func member(
    _ name: StaticString, _ container: Container, _ layout: Layout = .inline,
    _ write: (inout JSONWriter) -> Void
  ) {
    key(name)
    begin(container, layout)
    write(&self)
    end()
  }

  mutating func member(_ name: StaticString, of other: JSONWriter) {
    key(name)
    array(of: other)
  }

  /// A member of a number with one decimal, given in tenths.
  mutating func member(_ name: StaticString, tenths: Int) {
    key(name)
    number(tenths / 10)
    bytes.append(UInt8(ascii: "."))
    number(tenths % 10)
  }

  /// The name of a member whose value is begun next: ASCII without quotes.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    afterKey = true
  }

  /// The name, made of the ad's or the rules' own words, of a member whose value is begun next.
  mutating func key(named name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    afterKey = true
  }

  /// The number that the last key names.
  mutating func value(_ value: Int) { number(value) }

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

  private mutating func number(_ value: Int) {
    afterKey = false
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes[start...].reverse()
  }

  private mutating func literal(_ value: String) {
    afterKey = false
    bytes.append(contentsOf: value.utf8)
  }

  private mutating func string(_ value: String) {
    afterKey = false
    bytes.append(UInt8(ascii: "\""))
    let text = value.utf8Span.span
    // What needs no care is copied in stretches.
    var start = 0
    var at = 0
    while at < text.count {
      // Eight at a time, as long as none of them needs care.
      while at + 8 <= text.count, Self.isPlain(text.word(at: at)) { at += 8 }
      guard at < text.count else { break }
      let byte = text[at]
      if byte &- 0x20 < 0x5F, byte != 0x22, byte != 0x5C, byte != 0x23 {
        at += 1
        continue
      }
      let (scalar, length) = Self.scalar(at: at, in: text)
      let isSecondHash = byte == 0x23 && at > 0 && text[at - 1] == 0x23
      if scalar == "\"" || scalar == "\\" || scalar.isTreacherous || isSecondHash {
        copy(text.extracting(start..<at))
        escape(scalar)
        start = at + length
      }
      at += length
    }
    copy(text.extracting(start..<at))
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether each byte of `word` is printable ASCII, and neither quote nor backslash nor `#`.
  ///
  /// A byte is zero where it less 1 sets a high bit that it had not; see Mycroft's test in “Bit
  /// Twiddling Hacks” (Anderson, Stanford).
  @inline(__always) private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & high }
    let special =
      hasZero(word ^ ones &* 0x22) | hasZero(word ^ ones &* 0x5C) | hasZero(word ^ ones &* 0x23)
      | hasZero(word ^ ones &* 0x7F)
    return (word | (word &- ones &* 0x20) | special) & high == 0
  }

  private mutating func copy(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// The scalar that begins at `at`, and the number of its bytes; `text` is UTF-8.
  private static func scalar(at: Int, in text: Span<UInt8>) -> (Unicode.Scalar, Int) {
    let lead = UInt32(text[at])
    func next(_ step: Int) -> UInt32 { UInt32(text[at + step] & 0x3F) }
    let (value, length): (UInt32, Int) =
      switch lead {
      case ..<0x80: (lead, 1)
      case ..<0xE0: ((lead & 0x1F) << 6 | next(1), 2)
      case ..<0xF0: ((lead & 0x0F) << 12 | next(1) << 6 | next(2), 3)
      default: ((lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    default: escapeByNumber(scalar)
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

extension Span<UInt8> {
  /// The eight bytes from `at` on, as one integer.
  @inline(__always) fileprivate func word(at: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
  }
}
