internal import AdModel

/// The message of a rule, cut at its braces once, to be filled in for each finding.
struct MessageForm: Sendable {
  /// The text before the first brace.
  private let opening: [UInt8]
  /// What each pair of braces asks for, and the text behind it.
  private let slots: [(name: String, isWords: Bool, text: [UInt8])]

  /// Reads `message`, which names facts of the hit in braces, such as `{words}`.
  init(_ message: String) {
    var texts: [[UInt8]] = []
    var names: [String] = []
    var rest = Array(message.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      texts.append(Array(rest[..<open]))
      names.append(String(decoding: rest[(open + 1)..<close], as: UTF8.self))
      rest = rest[(close + 1)...]
    }
    texts.append(Array(rest))
    opening = texts[0]
    slots = zip(names, texts.dropFirst()).map { ($0, $0 == "words", $1) }
  }

  /// Writes the message about `words` of the prose of `findings`, and gives its place and the
  /// numbers of the arguments that stand in its braces, in their order.
  func write(
    about words: ByteRange<Prose>, _ facts: [String: String], in findings: inout Findings
  ) -> (message: ByteRange<Remarks>, arguments: Range<Int>) {
    let start = findings.remarks.count
    let first = findings.arguments.count
    findings.remarks.append(contentsOf: opening)
    for slot in slots {
      let lower = findings.remarks.count
      if slot.isWords {
        findings.appendShortened(words)
      } else if let fact = facts[slot.name] {
        findings.remarks.append(contentsOf: fact.utf8)
      }
      findings.arguments.append(ByteRange(lower, findings.remarks.count))
      findings.remarks.append(contentsOf: slot.text)
    }
    return (ByteRange(start, findings.remarks.count), first..<findings.arguments.count)
  }
}

extension Findings {
  /// Adds `words` to the remarks on one line and with 80 characters at most, since a message quotes
  /// words and not paragraphs.
  fileprivate mutating func appendShortened(_ words: ByteRange<Prose>) {
    let prose = prose
    let bytes = prose.span.extracting(words.utf8)
    if bytes.count <= 80, bytes.isInLine {
      unsafe bytes.withUnsafeBufferPointer { unsafe remarks.append(contentsOf: $0) }
      return
    }
    if appendLine(bytes) { return }
    let text = String(decoding: prose[words.utf8], as: UTF8.self)
    let line = text.split { $0.isWhitespace }.joined(separator: " ")
    remarks.append(contentsOf: (line.count <= 80 ? line : line.prefix(79) + "…").utf8)
  }

  /// The same for words whose first 81 characters are ASCII, or all of them; says whether they are.
  private mutating func appendLine(_ words: Span<UInt8>) -> Bool {
    let start = remarks.count
    var isBetween = false
    for index in words.indices {
      let byte = words[index]
      if byte == 0x20 || byte &- 0x09 < 5 {
        isBetween = remarks.count > start
        continue
      }
      guard byte < 0x80 else {
        remarks.removeSubrange(start...)
        return false
      }
      if isBetween { remarks.append(0x20) }
      isBetween = false
      remarks.append(byte)
      if remarks.count > start + 80 {
        remarks.removeSubrange((start + 79)...)
        remarks.append(contentsOf: "…".utf8)
        return true
      }
    }
    return true
  }
}

extension Span<UInt8> {
  /// Whether it holds no control.
  fileprivate var isInLine: Bool {
    for index in indices where self[index] < 0x20 { return false }
    return true
  }
}
