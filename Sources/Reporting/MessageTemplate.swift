import AdModel

/// The message of a rule as SARIF has it: `{words}` becomes `{0}`, and what would mean something
/// to SARIF but means nothing to us is escaped: braces, and the brackets of links.
struct MessageTemplate: Sendable {
  /// The text for `messageStrings`, ending with a period.
  let text: String
  /// For each brace of the rule's message, the number of its argument.
  private let slots: [Int]

  /// Is `nil` where the message is no sentence that ends with a period.
  init?(_ message: String) {
    var text = ""
    var slots: [Int] = []
    var names: [Substring: Int] = [:]
    var rest = message[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      text += Self.escaped(String(rest[..<brace]))
      let name = rest[brace...].dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      if rest[brace] == "{", !name.isEmpty, rest[name.endIndex...].first == "}" {
        let number = names[name] ?? names.count
        names[name] = number
        slots.append(number)
        text += "{\(number)}"
        rest = rest[name.endIndex...].dropFirst()
      } else {
        text += rest[brace] == "{" ? "{{" : "}}"
        rest = rest[brace...].dropFirst()
      }
    }
    text += Self.escaped(String(rest))
    text = Self.ended(text)
    guard text.hasSuffix(".") else { return nil }
    self.text = text
    self.slots = slots
  }

  /// The arguments with which the template says just what `finding` says, or `nil` where it cannot.
  ///
  /// Arguments with braces are left out too: some readers unescape braces after they have filled
  /// in the arguments.
  func arguments(for finding: Finding) -> [String]? {
    var given = finding.arguments
    let count = Set(slots).count
    if given.count == slots.count, count < slots.count {
      given = (0..<count).map { given[slots.firstIndex(of: $0)!] }
    }
    guard given.count == count else { return nil }
    let arguments = given.map(Self.escaped)
    guard !arguments.contains(where: { $0.contains("{") || $0.contains("}") }) else { return nil }
    return filled(with: arguments) == Self.sentence(of: finding) ? arguments : nil
  }

  /// The message of `finding` in plain text, escaped, with a full stop.
  static func sentence(of finding: Finding) -> String {
    ended(escaped(finding.message.isEmpty ? finding.rule : finding.message))
  }

  private func filled(with arguments: [String]) -> String {
    var result = ""
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      result += rest[..<brace]
      let next = rest.index(after: brace)
      if rest[next] == rest[brace] {
        result.append(rest[brace])
        rest = rest[rest.index(after: next)...]
      } else {
        let digits = rest[next...].prefix { $0.isNumber }
        result += arguments[Int(digits)!]
        rest = rest[digits.endIndex...].dropFirst()
      }
    }
    return result + rest
  }

  private static func ended(_ text: String) -> String {
    [".", "!", "?"].contains(text.last) ? text : text + "."
  }

  /// `text` safe to show, with a backslash before each bracket, so that no words of an ad become
  /// a link.
  static func escaped(_ text: String) -> String {
    let text = SafeText.spelledOut(text)
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) else {
      return text
    }
    var result = ""
    var backslashes = 0
    for scalar in text.unicodeScalars {
      if scalar == "[" || scalar == "]" {
        result += String(repeating: "\\", count: backslashes + 1)
      }
      backslashes = scalar == "\\" ? backslashes + 1 : 0
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
