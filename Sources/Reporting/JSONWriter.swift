/// Writes JSON, member by member, in the order in which it is told.
struct JSONWriter: Sendable {
  enum Container: Sendable { case object, array }
  /// Whether the members of a container stand on lines of their own.
  enum Layout: Sendable { case inline, lines }

  var bytes: [UInt8] = []
  private var open = JSONNesting()

  init() {}

  /// A writer of elements for an array of lines that will stand `depth` containers deep; see
  /// ``array(of:)``.
  init(elementsAt depth: Int) {
    for _ in 0..<depth { open.begin(.array, .lines) }
  }

  /// The members that `write` writes, without the braces of their object, for ``members(_:)``.
  static func members(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.open.begin(.object, .inline)
    write(&json)
    return json.bytes
  }

  /// Writes on to the end of `out`.
  mutating func append(to out: inout [UInt8], _ write: (inout JSONWriter) -> Void) {
    swap(&bytes, &out)
    write(&self)
    swap(&bytes, &out)
  }

  // MARK: Containers

  @inline(__always)
  mutating func begin(_ container: Container, _ layout: Layout = .inline) {
    write(atMost: 1) { $0.write(container == .object ? UInt8(ascii: "{") : UInt8(ascii: "[")) }
    open.begin(container, layout)
  }

  @inline(__always)
  mutating func end() {
    let (isArray, breaks) = (open.isInArray, open.isInLines && !open.isEmpty)
    open.end()
    if breaks { breakLine() }
    bytes.append(isArray ? UInt8(ascii: "]") : UInt8(ascii: "}"))
    if open.depth == 0 { bytes.append(UInt8(ascii: "\n")) }
  }

  @inline(__always)
  mutating func object(_ layout: Layout = .inline, _ write: (inout JSONWriter) -> Void) {
    begin(.object, layout)
    write(&self)
    end()
  }

  @inline(__always)
  mutating func array(_ layout: Layout = .inline, _ write: (inout JSONWriter) -> Void) {
    begin(.array, layout)
    write(&self)
    end()
  }

  /// An array of the elements that `other` has collected.
  mutating func array(of other: JSONWriter) {
    beginElements(isEmpty: other.bytes.isEmpty)
    bytes += other.bytes
    end()
  }

  /// Begins an array of lines whose elements, if it has any, are written by somebody else.
  mutating func beginElements(isEmpty: Bool) {
    begin(.array, .lines)
    open.isEmpty = isEmpty
  }

  // MARK: Members

  @inline(__always)
  mutating func member(_ name: StaticString, _ value: String) {
    member(name, value.utf8Span.span)
  }

  /// A member whose value is the text `value`; what is no UTF-8 in it reads as U+FFFD.
  @inline(__always)
  mutating func member(_ name: StaticString, _ value: Span<UInt8>) {
    write(atMost: name.utf8CodeUnitCount + 3 + JSONPen.stringLimit(value.count)) { pen in
      pen.writeKey(name)
      pen.writeString(value)
    }
  }

  /// A member whose value is the text at `range` of `text`.
  @inline(__always)
  mutating func member(_ name: StaticString, _ text: [UInt8], _ range: Range<Int>) {
    member(name, text.span.extracting(range))
  }

  @inline(__always)
  mutating func member(_ name: StaticString, _ value: Int) {
    write(atMost: name.utf8CodeUnitCount + 3 + JSONPen.numberLimit) { pen in
      pen.writeKey(name)
      pen.write(value)
    }
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    write(atMost: name.utf8CodeUnitCount + 8) { pen in
      pen.writeKey(name)
      pen.write(value ? "true" : "false")
    }
  }

  mutating func member(_ name: StaticString, _ values: [String]) {
    key(name)
    begin(.array)
    for value in values { element(value) }
    end()
  }

  @inline(__always)
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
    member(name, tenths / 10)
    write(atMost: 1 + JSONPen.numberLimit, separated: false) { pen in
      pen.write(UInt8(ascii: "."))
      pen.write(tenths % 10)
    }
  }

  /// Members made by ``members(_:)``: at least one.
  @inline(__always)
  mutating func members(_ made: [UInt8]) {
    write(atMost: made.count) { $0.write(made.span) }
  }

  /// The name of a member whose value is begun next: ASCII without quotes.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    write(atMost: name.utf8CodeUnitCount + 3) { $0.writeKey(name) }
    afterKey = true
  }

  /// The name, made of the ad's or the rules' own words, of a member whose value is begun next.
  mutating func key(named name: String) {
    element(name)
    bytes.append(UInt8(ascii: ":"))
    afterKey = true
  }

  /// The number that the last key names.
  mutating func value(_ value: Int) { write(atMost: JSONPen.numberLimit) { $0.write(value) } }

  /// A string as the next element of an array.
  mutating func element(_ value: String) {
    let text = value.utf8Span.span
    write(atMost: JSONPen.stringLimit(text.count)) { $0.writeString(text) }
  }

  /// Whether a key stands without its value.
  private var afterKey = false
}

extension JSONWriter {
  /// Writes what comes next, `limit` bytes at most, with the comma and the line break before it
  /// where it is not the value of a key.
  @inline(__always)
  mutating func write(
    atMost limit: Int, separated: Bool = true, _ write: (inout JSONPen) -> Void
  ) {
    let isNext = separated && !afterKey && open.depth > 0
    let hasComma = isNext && !open.isEmpty
    if isNext {
      open.isEmpty = false
      if open.isInLines {
        if hasComma { bytes.append(UInt8(ascii: ",")) }
        breakLine()
      }
    }
    afterKey = false
    let leads = hasComma && !open.isInLines
    bytes.append(addingCapacity: limit + 1) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        var pen = unsafe JSONPen(at: buffer.baseAddress!)
        if leads { pen.write(UInt8(ascii: ",")) }
        write(&pen)
        count = pen.count
      }
    }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: open.lineDepth))
  }
}
