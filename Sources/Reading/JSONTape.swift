/// A JSON text read once: its values in order, each with its place.
///
/// It takes what RFC 8259 takes. A broken text keeps the values in front of the fault.
struct JSONTape {
  /// The values in the order of the text; a member of an object is its name, then its value.
  private(set) var nodes: [Node] = []
  /// What is wrong, if anything.
  private(set) var fault: JSONFault?

  /// The deepest nesting that is read.
  static let depthLimit = 1000

  /// One value, or the name of a member.
  struct Node {
    enum Kind { case object, array, string, number, bool, null }
    var kind: Kind
    /// Whether a string holds a backslash.
    var hasEscapes = false
    /// Its bytes in the text, the quotes of a string left out.
    var lower: Int
    var upper: Int
    /// The number of the node behind it and all it holds; zero while it is open.
    var next: Int

    var range: Range<Int> { lower..<upper }
  }

  let text: [UInt8]
  private let end: Int
  private var at: Int
  private var open: [Int] = []
  /// How many containers of a longer text stand around the value.
  private let outerDepth: Int

  /// Reads the one value that `range` of `text` should be.
  init(_ text: [UInt8], _ range: Range<Int>) {
    self.init(text, range, depth: 0)
    skipBlanks()
    if fault == nil, at < end { fault = JSONFault(offset: at, expected: .end) }
  }

  /// Reads the value that `range` of `text` begins with, which stands in `depth` containers.
  init(_ text: [UInt8], beginningOf range: Range<Int>, depth: Int) {
    self.init(text, range, depth: depth)
  }

  private init(_ text: [UInt8], _ range: Range<Int>, depth: Int) {
    self.text = text
    at = range.lowerBound
    end = range.upperBound
    outerDepth = depth
    nodes.reserveCapacity(32)
    read()
  }

  /// The byte behind the value.
  var upper: Int { at }

  /// The numbers of the values directly inside the array or object `index`, broken ones left out;
  /// for an object, those of the names.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    let limit = nodes[index].next == 0 ? nodes.count : nodes[index].next
    let isObject = nodes[index].kind == .object
    var child = index + 1
    while child < limit {
      let value = isObject ? child + 1 : child
      guard value < limit else { break }
      children.append(child)
      guard nodes[value].next != 0 else { break }
      child = nodes[value].next
    }
    return children
  }
}

/// Why a text is not JSON.
struct JSONFault: Error, Equatable {
  var offset: Int
  var expected: Expected

  /// What should stand there.
  enum Expected: String {
    case value = "a value"
    case name = "a name in double quotes"
    case nameOrEnd = "a name in double quotes or “}”"
    case colon = "“:” after the name"
    case commaOrBrace = "“,” or “}” after the value"
    case commaOrBracket = "“,” or “]” after the value"
    case end = "nothing more after the value"
    case quote = "a closing double quote"
    case escape = "a character that may follow a backslash"
    case hex = "four hexadecimal digits after “\\u”"
    case control = "an escape such as “\\n” in place of a control character"
    case digit = "a digit"
    case lessDepth = "at most 1000 levels of nesting"
  }
}

// MARK: - Reading

extension JSONTape {
  private mutating func read() {
    do throws(JSONFault) {
      skipBlanks()
      try readValue()
      while let top = open.last {
        skipBlanks()
        try nodes[top].kind == .object ? readMember(of: top) : readElement(of: top)
      }
    } catch {
      fault = error
    }
  }

  /// Reads what comes next in the open object `top`: a member, or its end.
  private mutating func readMember(of top: Int) throws(JSONFault) {
    let isFirst = nodes.count == top + 1
    if at < end, text[at] == 0x7D { return close(top) }
    if !isFirst {
      try take(0x2C, .commaOrBrace)
      skipBlanks()
    }
    guard at < end, text[at] == 0x22 else {
      throw JSONFault(offset: at, expected: isFirst ? .nameOrEnd : .name)
    }
    try readString()
    skipBlanks()
    try take(0x3A, .colon)
    skipBlanks()
    try readValue()
  }

  /// Reads what comes next in the open array `top`: an element, or its end.
  private mutating func readElement(of top: Int) throws(JSONFault) {
    if at < end, text[at] == 0x5D { return close(top) }
    if nodes.count > top + 1 {
      try take(0x2C, .commaOrBracket)
      skipBlanks()
    }
    try readValue()
  }

  private mutating func readValue() throws(JSONFault) {
    guard at < end else { throw JSONFault(offset: at, expected: .value) }
    switch text[at] {
    case 0x22: try readString()
    case 0x7B: try begin(.object)
    case 0x5B: try begin(.array)
    case 0x74: try readWord("true", .bool)
    case 0x66: try readWord("false", .bool)
    case 0x6E: try readWord("null", .null)
    case 0x2D, 0x30...0x39: try readNumber()
    default: throw JSONFault(offset: at, expected: .value)
    }
  }

  private mutating func begin(_ kind: Node.Kind) throws(JSONFault) {
    if outerDepth + open.count >= Self.depthLimit {
      throw JSONFault(offset: at, expected: .lessDepth)
    }
    open.append(nodes.count)
    nodes.append(Node(kind: kind, lower: at, upper: end, next: 0))
    at += 1
  }

  private mutating func close(_ top: Int) {
    at += 1
    nodes[top].upper = at
    nodes[top].next = nodes.count
    open.removeLast()
  }

  private mutating func readString() throws(JSONFault) {
    let lower = at + 1
    var hasEscapes = false
    at = lower
    while true {
      at = text.firstSpecialInJSON(in: at..<end)
      guard at < end else { throw JSONFault(offset: at, expected: .quote) }
      if text[at] == 0x22 { break }
      guard text[at] == 0x5C else { throw JSONFault(offset: at, expected: .control) }
      hasEscapes = true
      try skipEscape()
    }
    let next = nodes.count + 1
    nodes.append(
      Node(kind: .string, hasEscapes: hasEscapes, lower: lower, upper: at, next: next))
    at += 1
  }

  private mutating func skipEscape() throws(JSONFault) {
    guard at + 1 < end else { throw JSONFault(offset: end, expected: .quote) }
    switch text[at + 1] {
    case 0x22, 0x2F, 0x5C, 0x62, 0x66, 0x6E, 0x72, 0x74: at += 2
    case 0x75:
      for digit in at + 2..<at + 6
      where digit >= end || text[digit].digit(isHex: true) == nil {
        throw JSONFault(offset: min(digit, end), expected: .hex)
      }
      at += 6
    default: throw JSONFault(offset: at + 1, expected: .escape)
    }
  }

  private mutating func readNumber() throws(JSONFault) {
    let lower = at
    if text[at] == 0x2D { at += 1 }
    if at < end, text[at] == 0x30 { at += 1 } else { try skipDigits() }
    if at < end, text[at] == 0x2E {
      at += 1
      try skipDigits()
    }
    if at < end, text[at] | 0x20 == 0x65 {
      at += 1
      if at < end, text[at] == 0x2B || text[at] == 0x2D { at += 1 }
      try skipDigits()
    }
    nodes.append(Node(kind: .number, lower: lower, upper: at, next: nodes.count + 1))
  }

  private mutating func skipDigits() throws(JSONFault) {
    guard at < end, text[at].isDigit else { throw JSONFault(offset: at, expected: .digit) }
    while at < end, text[at].isDigit { at += 1 }
  }

  private mutating func readWord(_ word: StaticString, _ kind: Node.Kind) throws(JSONFault) {
    let upper = at + word.utf8CodeUnitCount
    guard upper <= end, String(describing: word).utf8.elementsEqual(text[at..<upper]) else {
      throw JSONFault(offset: at, expected: .value)
    }
    nodes.append(Node(kind: kind, lower: at, upper: upper, next: nodes.count + 1))
    at = upper
  }

  private mutating func take(_ byte: UInt8, _ expected: JSONFault.Expected) throws(JSONFault) {
    guard at < end, text[at] == byte else { throw JSONFault(offset: at, expected: expected) }
    at += 1
  }

  private mutating func skipBlanks() {
    while at < end, text[at].isBlank, text[at] != 0x0C { at += 1 }
  }
}
