/// The message of a rule, cut at its braces once, to be filled in for each finding.
struct MessageForm: Sendable {
  /// The texts around the braces: one more than there are names.
  private let texts: [String]
  private let names: [String]

  /// Reads `message`, which names facts of the hit in braces, such as `{words}`.
  init(_ message: String) {
    var texts: [String] = []
    var names: [String] = []
    var rest = message[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      texts.append(String(rest[..<open]))
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    self.texts = texts + [String(rest)]
    self.names = names
  }

  /// The message about `words`, and what stands in its braces, in their order.
  func filled(words: String, facts: [String: String]) -> (text: String, arguments: [String]) {
    var text = texts[0]
    var arguments: [String] = []
    for (index, name) in names.enumerated() {
      let argument = name == "words" ? words.shortened : facts[name] ?? ""
      arguments.append(argument)
      text += argument
      text += texts[index + 1]
    }
    return (text, arguments)
  }
}

extension String {
  /// On one line and of 80 characters at most, since a message quotes words and not paragraphs.
  fileprivate var shortened: String {
    let isPlain = utf8.count <= 80 && utf8.allSatisfy { $0 > 0x20 || $0 == 0x20 }
    if isPlain { return self }
    let line = split { $0.isWhitespace }.joined(separator: " ")
    return line.count <= 80 ? line : line.prefix(79) + "…"
  }
}
